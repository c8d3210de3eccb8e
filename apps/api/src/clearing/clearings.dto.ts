import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Kind } from '#kernel';
import { DEFAULT_GAP, KINDS } from '#clearing';
import { ONE } from '#engine';

const PART = { type: 'integer', minimum: 0, maximum: ONE } as const;

/** Weights of the parts of a score; together 1,000,000. */
export class WeightsDto {
  @ApiProperty({ ...PART, example: 250000 }) @IsInt() @Min(0) @Max(ONE) purpose: number;
  @ApiProperty({ ...PART, example: 150000 }) @IsInt() @Min(0) @Max(ONE) place: number;
  @ApiProperty({ ...PART, example: 150000 }) @IsInt() @Min(0) @Max(ONE) urgency: number;
  @ApiProperty({ ...PART, example: 100000 }) @IsInt() @Min(0) @Max(ONE) waiting: number;
  @ApiProperty({ ...PART, example: 100000 }) @IsInt() @Min(0) @Max(ONE) completion: number;
  @ApiProperty({ ...PART, example: 120000 }) @IsInt() @Min(0) @Max(ONE) equity: number;
  @ApiProperty({ ...PART, example: 70000 }) @IsInt() @Min(0) @Max(ONE) preference: number;
  @ApiProperty({ ...PART, example: 60000 }) @IsInt() @Min(0) @Max(ONE) trust: number;
}

export class StartClearingDto {
  @ApiPropertyOptional({ enum: KINDS, isArray: true, example: ['goods'], description: 'All of them when left out' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(KINDS.length)
  @ArrayUnique()
  @IsIn(KINDS, { each: true })
  kinds?: Kind[];

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Plans and reports, and proposes nothing' })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;

  @ApiPropertyOptional({
    type: WeightsDto,
    description: 'Other weights, to see who would gain and who would lose; with `dryRun` only',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => WeightsDto)
  weights?: WeightsDto;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: 0.5,
    default: DEFAULT_GAP,
    description: 'What may be missing to the best plan before lots are kept; 0 for the very best',
  })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(0.5)
  gap?: number;
}
