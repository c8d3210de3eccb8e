import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  BOOKING_LIMITS as LIMITS,
  RESOURCE_KINDS,
  WHO,
  type BookingForm,
  type ResourceKind,
  type Who,
} from '#bookings';
import { atLeast, ManyLines, PageQuery } from '../http/index.js';
import { CODE_LENGTH, instant, IsCode, IsInstant, MayBeAbsent } from '../needs/fields.js';
import { OpeningHoursDto } from '../organizations/contacts.dto.js';

export class ShareDto {
  @ApiProperty({ enum: RESOURCE_KINDS })
  @IsIn(RESOURCE_KINDS)
  kind: ResourceKind;

  @ApiProperty({ type: String, ...atLeast(LIMITS.nameMin), maxLength: LIMITS.name, example: 'Зал на сорок мест' })
  @IsString()
  @MaxLength(LIMITS.name)
  name: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: LIMITS.description,
    example: 'Проектор, чайник, пандус. Ключ у вахтёра.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.description)
  @ManyLines()
  description?: string | null;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'blagoveshchensk' })
  @IsCode()
  place: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: LIMITS.address, example: 'ул. Образцовая, 1' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.address)
  address?: string | null;

  @ApiProperty({
    enum: WHO,
    description:
      'Who may book it: people of this organization, owners and coordinators of a verified one, everybody with a confirmed address',
  })
  @IsIn(WHO)
  who: Who;

  @ApiPropertyOptional({
    type: [OpeningHoursDto],
    maxItems: LIMITS.hours,
    description: 'When it can be had, on the clock of its place; none: at any time. Until 23:59 means all night',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(LIMITS.hours)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OpeningHoursDto)
  hours?: OpeningHoursDto[];

  @ApiProperty({ type: 'integer', minimum: 15, maximum: LIMITS.longestMax, example: 240 })
  @IsInt()
  @Min(15)
  @Max(LIMITS.longestMax)
  longestMinutes: number;
}

/** Only what changes. */
export class EditResourceDto extends PartialType(ShareDto, { skipNullProperties: false }) {}

export class ResourcesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: RESOURCE_KINDS })
  @MayBeAbsent()
  @IsIn(RESOURCE_KINDS)
  kind?: ResourceKind;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'blagoveshchensk' })
  @MayBeAbsent()
  @IsCode()
  place?: string;
}

export class CalendarQuery {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-30T00:00:00+09:00' })
  @IsInstant()
  from: string;

  @ApiProperty({ type: String, format: 'date-time', description: `At most ${LIMITS.shownDays} days later` })
  @IsInstant()
  until: string;
}

export class BookDto {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-12-01T10:00:00+09:00' })
  @IsInstant()
  from: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-12-01T12:00:00+09:00' })
  @IsInstant()
  until: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: LIMITS.purpose, example: 'Занятие с детьми' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.purpose)
  purpose?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'An organization that you answer for' })
  @MayBeAbsent()
  @IsUUID()
  organization?: string;

  static read({ from, until, ...form }: BookDto): BookingForm {
    return { ...form, from: instant(from), until: instant(until) };
  }
}

export class CancelBookingDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: LIMITS.reason,
    example: 'Прорвало трубу',
    description: 'Needed from the owner; the one who booked reads it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.reason)
  @ManyLines()
  reason?: string | null;
}
