import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { SHIFT_LIMITS as LIMITS } from '#volunteering';
import { MayBeAbsent } from '../needs/fields.js';

const DAY_LENGTH = 10;

export class RepeatDto {
  @ApiProperty({
    type: String,
    example: 'FREQ=WEEKLY;BYDAY=MO,TH',
    description:
      'RRULE of RFC 5545, of days: FREQ from DAILY to YEARLY, INTERVAL, COUNT, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST. `from` is its first day, `from` and `until` say the hours, on the clock of the place',
  })
  @IsString()
  @MaxLength(LIMITS.ruleMax)
  rule: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-06-30',
    description: 'No shift after this day of the place; never one after the deadline of the need',
  })
  @IsOptional()
  @IsString()
  @MaxLength(DAY_LENGTH)
  lastOn?: string | null;

  @ApiPropertyOptional({
    type: [String],
    format: 'date',
    maxItems: LIMITS.exceptMax,
    example: ['2026-12-31'],
    description: 'Days of the rule without a shift',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(LIMITS.exceptMax)
  @IsString({ each: true })
  @MaxLength(DAY_LENGTH, { each: true })
  except?: string[];
}

/** A shift may come again. */
export const MayRepeat = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: RepeatDto,
      description: `The shift comes again. Shifts are made ${LIMITS.aheadDays} days ahead, as far as the need has minutes for them`,
    }),
    MayBeAbsent(),
    IsObject(),
    ValidateNested(),
    Type(() => RepeatDto),
  );
