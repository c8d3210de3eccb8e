import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The days that are asked about, both included. */
export class PeriodQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2026-01-01',
    description: 'First day, in the time zone of the installation; this year without it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2026-12-31', description: 'Last day, included' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  to?: string;
}
