import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CONDITIONS, CONTACT_LIMITS } from '#kernel';
import { ACCEPTS_LIMITS, POINT_LIMITS } from '#organizations';
import { ManyLines } from '../http/index.js';
import { CODE_LENGTH } from '../needs/fields.js';

export class OrganizationContactsDto {
  @ApiProperty({ type: String, maxLength: CONTACT_LIMITS.name, example: 'Светлана, координатор' })
  @IsString()
  @MaxLength(CONTACT_LIMITS.name)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: CONTACT_LIMITS.phone,
    example: '+7 4162 00-00-17',
    description: 'This or `email`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.phone)
  phone?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: CONTACT_LIMITS.email,
    example: 'svetlana@example.org',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.email)
  @IsEmail()
  email?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: POINT_LIMITS.callHours,
    example: 'с 9:00 до 19:30',
    description: 'When to call',
  })
  @IsOptional()
  @IsString()
  @MaxLength(POINT_LIMITS.callHours)
  hours?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: CONTACT_LIMITS.note,
    example: 'Вечером лучше написать',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.note)
  @ManyLines()
  note?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Whether everybody reads it on the public page' })
  @IsOptional()
  @IsBoolean()
  public?: boolean;
}

export class OpeningHoursDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: 7 },
    minItems: 1,
    maxItems: 7,
    example: [1, 2, 3, 4, 5],
    description: '1 is Monday',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days: number[];

  @ApiProperty({ type: String, example: '09:00', description: 'Of the time zone of its place' })
  @IsString()
  @MaxLength(5)
  from: string;

  @ApiProperty({ type: String, example: '19:30' })
  @IsString()
  @MaxLength(5)
  until: string;
}

export class HandOverPointDto {
  @ApiProperty({ type: String, maxLength: POINT_LIMITS.name, example: 'Пункт приёма' })
  @IsString()
  @MaxLength(POINT_LIMITS.name)
  name: string;

  @ApiProperty({
    type: String,
    maxLength: POINT_LIMITS.address,
    example: 'Благовещенск, ул. Образцовая, 1, вход со двора',
  })
  @IsString()
  @MaxLength(POINT_LIMITS.address)
  address: string;

  @ApiPropertyOptional({
    type: [OpeningHoursDto],
    nullable: true,
    maxItems: POINT_LIMITS.hours,
    description: 'Suggestions of a time for a hand-over come from them',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(POINT_LIMITS.hours)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OpeningHoursDto)
  hours?: OpeningHoursDto[] | null;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Whether everybody reads it on the public page' })
  @IsOptional()
  @IsBoolean()
  public?: boolean;
}

export class OrganizationAcceptsDto {
  @ApiPropertyOptional({
    enum: CONDITIONS,
    isArray: true,
    example: ['new', 'good'],
    description: 'In which condition things are taken; none: in any. A need may name others',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(CONDITIONS.length)
  @IsIn(CONDITIONS, { each: true })
  conditions?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: ACCEPTS_LIMITS.notNow,
    example: ['toys'],
    description: 'Things that are not needed now; a need for one of them needs it all the same',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(ACCEPTS_LIMITS.notNow)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  notNow?: string[];
}
