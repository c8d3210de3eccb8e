import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CONTACT_LIMITS } from '#kernel';
import { HAND_OVER_LIMITS } from '#matching';
import { ManyLines } from '../http/index.js';
import { instant, IsInstant } from '../needs/fields.js';
import { QuantityDto } from './matches.dto.js';

const SEQUENCE_MAX = 2_147_483_647;

export class ContactDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CONTACT_LIMITS.name, example: 'Анна' })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.name)
  name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CONTACT_LIMITS.phone, example: '+7 914 000-00-17' })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.phone)
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CONTACT_LIMITS.email, example: 'anna@example.org' })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.email)
  @ValidateIf((_, value: unknown) => value !== '')
  @IsEmail()
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CONTACT_LIMITS.note, example: 'после шести' })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.note)
  @ManyLines()
  note?: string | null;
}

export class AcceptMatchDto extends QuantityDto {
  @ApiPropertyOptional({
    type: ContactDto,
    description:
      'What the other side sees once both have said yes, until 30 days after the end. Without it: an organization’s `contacts`, a person’s choice of profile (`/me/contact`), or nothing',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => ContactDto)
  contact?: ContactDto;
}

export class OwnContactDto {
  @ApiProperty({ type: ContactDto, nullable: true, description: 'Null: nothing is shared unless it is said' })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => ContactDto)
  contact: ContactDto | null;
}

export class HandOverDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-11-26T18:30:00+09:00',
    description: `Not past, at most ${HAND_OVER_LIMITS.daysAhead} days ahead`,
  })
  @IsInstant()
  from: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-11-26T19:30:00+09:00',
    description: `After \`from\`, by at most ${HAND_OVER_LIMITS.hours} hours`,
  })
  @IsInstant()
  until: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: HAND_OVER_LIMITS.place, example: 'Склад, ворота 2' })
  @IsOptional()
  @IsString()
  @MaxLength(HAND_OVER_LIMITS.place)
  place?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: HAND_OVER_LIMITS.note, example: 'Примет дежурная' })
  @IsOptional()
  @IsString()
  @MaxLength(HAND_OVER_LIMITS.note)
  @ManyLines()
  note?: string | null;

  static read({ from, until, place, note }: HandOverDto): {
    from: Date;
    until: Date;
    place?: string | null;
    note?: string | null;
  } {
    return { from: instant(from), until: instant(until), place, note };
  }
}

export class AgreeHandOverDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: SEQUENCE_MAX,
    example: 3,
    description:
      '`sequence` of the hand-over that the person saw: what was moved meanwhile is 409 instead of agreed to unread',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(SEQUENCE_MAX)
  sequence?: number;
}
