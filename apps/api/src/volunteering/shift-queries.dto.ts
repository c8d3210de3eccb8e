import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery } from '../http/index.js';
import { CODE_LENGTH, IsCode } from '../needs/fields.js';
import { listOf } from '../needs/needs.query.js';

const SKILLS_MAX = 20;
const RADIUS_MAX = 20_000;

export class ShiftCountsQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    description: 'A place from which the distance counts; work from home is near everybody',
  })
  @IsOptional()
  @IsCode()
  near?: string;

  @ApiPropertyOptional({ enum: ['weekend', 'evening'], description: 'Saturdays and Sundays; or from 17:00 on' })
  @IsOptional()
  @IsIn(['weekend', 'evening'])
  when?: 'weekend' | 'evening';

  @ApiPropertyOptional({ type: Boolean, description: 'Only work without an hour' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  anyTime?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: 'Only work from home' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  remote?: boolean;
}

export class WeekQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2026-11-24',
    description: 'A day of the week that is asked for; without it the present week',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  day?: string;
}

export class ShiftsQuery extends IntersectionType(PageQuery, ShiftCountsQuery) {
  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, description: 'A region means all places in it' })
  @IsOptional()
  @IsCode()
  place?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: RADIUS_MAX,
    default: 50,
    description: 'How far from `near`',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(RADIUS_MAX)
  radiusKm?: number;

  @ApiPropertyOptional({
    type: [String],
    maxItems: SKILLS_MAX,
    description: 'Joined by commas: shifts that ask for nothing else',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(SKILLS_MAX)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  skills?: string[];

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2026-11-28',
    description: 'Those that begin on this day, on the calendar of the installation',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  day?: string;
}

export class NeedShiftsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['to-come', 'past'],
    description: 'What is not over, the soonest first; or what is, the last first. Without it all, the soonest first',
  })
  @IsOptional()
  @IsIn(['to-come', 'past'])
  when?: 'to-come' | 'past';
}

export class MyShiftsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['to-come', 'past'],
    default: 'to-come',
    description: 'What is to come, the soonest first; or what was, the last first',
  })
  @IsOptional()
  @IsIn(['to-come', 'past'])
  when?: 'to-come' | 'past';
}
