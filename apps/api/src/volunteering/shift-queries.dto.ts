import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CODE_LENGTH, IsCode } from '../needs/fields.js';

export class ShiftCountsQuery {
  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, description: 'A place from which the distance counts' })
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
