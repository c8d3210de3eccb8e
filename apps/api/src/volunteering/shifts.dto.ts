import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { AGES, GROUP_MAX, SHIFT_LIMITS as LIMITS, type ShiftChanges, type ShiftForm } from '#volunteering';
import { atLeast, ManyLines } from '../http/index.js';
import { CODE_LENGTH, instant, IsCode, IsInstant, MayBeAbsent } from '../needs/fields.js';
import { ShiftPointDto } from './presence.dto.js';
import { MayRepeat, RepeatDto } from './repeat.dto.js';

const MINUTES_MAX = LIMITS.minutesMax * GROUP_MAX + LIMITS.beyondMinutes;

class ShiftDto {
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2026-12-28T00:00:00Z',
    description:
      'At most 7 days back. Without it `minutes` is said: there is no hour, it is done at any time by `until`',
  })
  @MayBeAbsent()
  @IsInstant()
  from?: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-12-28T03:00:00Z',
    description: `Whole minutes after \`from\`: ${LIMITS.minutesMin} to ${LIMITS.minutesMax}`,
  })
  @IsInstant()
  until: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: LIMITS.minutesMin,
    maximum: LIMITS.minutesMax,
    example: 90,
    description: 'Instead of `from`: how long it takes each, at any time by `until`',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(LIMITS.minutesMax)
  minutes?: number;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: LIMITS.capacityMax,
    example: 12,
    description: 'Places; all shifts of a need together ask for no more than it requires',
  })
  @IsInt()
  @Min(1)
  @Max(LIMITS.capacityMax)
  capacity: number;

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'selemdzhinsky',
    description: 'Without it the place of the need',
  })
  @MayBeAbsent()
  @IsCode()
  place?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'The place does not matter; without it as the need says' })
  @MayBeAbsent()
  @IsBoolean()
  remote?: boolean;

  @ApiProperty({
    type: String,
    ...atLeast(LIMITS.meetMin),
    example: 'Склад, ворота 2, спросить Марию',
    description: 'Where exactly, and who meets you: only those who are signed up read it',
  })
  @IsString()
  @MaxLength(LIMITS.meetMax)
  @ManyLines()
  meet: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Тяжёлые коробки, скользкий пол' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.textMax)
  @ManyLines()
  risks?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Перчатки дадим, обувь закрытая' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.textMax)
  @ManyLines()
  gear?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Обед, дорога, страховка на день',
    description: 'What the organization takes upon itself',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.textMax)
  @ManyLines()
  covered?: string | null;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: AGES.youngest + 1,
    maximum: AGES.adult,
    example: 16,
    description: 'From which age on; without it from that from which anybody may',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(AGES.adult)
  minAge?: number | null;

  @ApiPropertyOptional({
    type: ShiftPointDto,
    nullable: true,
    description: 'Where exactly: a volunteer with a place reads it as `meet`, and may check in by location',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ShiftPointDto)
  point?: ShiftPointDto | null;
}

export class PlanShiftDto extends ShiftDto {
  @MayRepeat()
  repeat?: RepeatDto;
}

/** Only what changes. */
export class EditShiftDto extends PartialType(ShiftDto, { skipNullProperties: false }) {
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description:
      'All later shifts of its series too, except those that were changed alone; `from` and `until` then say the hours of each day',
  })
  @MayBeAbsent()
  @IsBoolean()
  later?: boolean;
}

export function shiftForm({ from, until, repeat: _, ...form }: PlanShiftDto): ShiftForm {
  return { ...form, ...(from === undefined ? {} : { from: instant(from) }), until: instant(until) };
}

export function shiftChanges({ from, until, later: _, ...changes }: EditShiftDto): ShiftChanges {
  return {
    ...changes,
    ...(from === undefined ? {} : { from: instant(from) }),
    ...(until === undefined ? {} : { until: instant(until) }),
  };
}

export class CancelShiftDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'Дорогу размыло',
    description: 'Everybody who was signed up reads it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.reasonMax)
  @ManyLines()
  reason?: string | null;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'All later shifts of its series too, and no more are made',
  })
  @MayBeAbsent()
  @IsBoolean()
  later?: boolean;
}

export class ConfirmMinutesDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MINUTES_MAX,
    example: 170,
    description: `Without it as long as the shift; at most ${LIMITS.beyondMinutes} more than that`,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MINUTES_MAX)
  minutes?: number;

  @ApiPropertyOptional({
    type: String,
    example: 'Ушли раньше: коробки кончились',
    description: 'Why they are others than the shift: the volunteer reads it',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(LIMITS.reasonMax)
  @ManyLines()
  reason?: string;
}

export class ObjectionDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: MINUTES_MAX,
    example: 180,
    description: 'How many it was in all: more than was confirmed',
  })
  @IsInt()
  @Min(1)
  @Max(MINUTES_MAX)
  minutes: number;

  @ApiProperty({ type: String, ...atLeast(1), example: 'Помогал до конца, Мария видела' })
  @IsString()
  @MaxLength(LIMITS.reasonMax)
  @ManyLines()
  reason: string;
}
