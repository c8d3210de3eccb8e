import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNumber, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { SHIFT_LIMITS as LIMITS, type Arrival } from '#volunteering';
import { instant, IsInstant, MayBeAbsent } from '../needs/fields.js';

/** A point on the map, in degrees. */
export class ShiftPointDto {
  @ApiProperty({ type: Number, minimum: -90, maximum: 90, example: 50.2907 })
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat: number;

  @ApiProperty({ type: Number, minimum: -180, maximum: 180, example: 127.5272 })
  @IsNumber()
  @Min(-180)
  @Max(180)
  lon: number;
}

/** Where a device says it is. */
export class PositionDto extends ShiftPointDto {
  @ApiProperty({ type: Number, minimum: 0, maximum: 100_000, example: 12, description: 'How exact it is, in metres' })
  @IsNumber()
  @Min(0)
  @Max(100_000)
  accuracy: number;
}

const KEPT = 'Without it now. A device that had no connection says when it was, for a week after the shift';

export class CheckInDto {
  @ApiPropertyOptional({
    type: String,
    maxLength: 40,
    example: 'AC3D4E',
    description: 'Of the volunteer; the organization checks in from its list without one',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  code?: string;

  @ApiPropertyOptional({
    type: PositionDto,
    description:
      'Instead of a code, by a volunteer who agrees to it, where the shift has a `point`: compared once, and kept nowhere',
  })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => PositionDto)
  position?: PositionDto;

  @ApiPropertyOptional({ type: String, format: 'date-time', example: '2026-12-28T00:04:00Z', description: KEPT })
  @MayBeAbsent()
  @IsInstant()
  at?: string;
}

export class CheckOutDto {
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2026-12-28T03:00:00Z',
    description: `${KEPT}, and so does a volunteer who forgot`,
  })
  @MayBeAbsent()
  @IsInstant()
  at?: string;
}

const MINUTES_MAX = LIMITS.minutesMax + LIMITS.beyondMinutes;

export class DoneDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MINUTES_MAX,
    example: 80,
    description: 'How long it took each; without it as long as was planned',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MINUTES_MAX)
  minutes?: number;
}

export class LateDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: LIMITS.lateMax,
    example: 20,
    description: 'How many minutes after the beginning they come',
  })
  @IsInt()
  @Min(1)
  @Max(LIMITS.lateMax)
  minutes: number;
}

export function arrival({ position, at }: CheckInDto): Arrival {
  return { ...(position ? { position } : {}), ...(at === undefined ? {} : { at: instant(at) }) };
}
