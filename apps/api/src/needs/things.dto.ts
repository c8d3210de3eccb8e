import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ATTRIBUTE_LIMITS, PICK_UP_LIMITS } from '#forms';
import { ALL_YEAR, CONDITIONS, SEASONS } from '#kernel';
import { CODE_LENGTH, IsInstant, MayBeAbsent } from './fields.js';

/** As typed: signs around it are taken away before it is measured. */
const SIZE_LENGTH = ATTRIBUTE_LIMITS.sizeLength * 2;
const SEASONS_OF_THINGS = [...SEASONS, ALL_YEAR];

export class ThingAttributesDto {
  @ApiPropertyOptional({
    type: [String],
    maxItems: ATTRIBUTE_LIMITS.sizes,
    example: ['98-104'],
    description: 'As the label says; letters of both alphabets count as one',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ATTRIBUTE_LIMITS.sizes)
  @IsString({ each: true })
  @MaxLength(SIZE_LENGTH, { each: true })
  sizes?: string[];

  @ApiPropertyOptional({ enum: SEASONS_OF_THINGS, nullable: true, example: 'winter' })
  @IsOptional()
  @IsIn(SEASONS_OF_THINGS)
  season?: string | null;

  @ApiPropertyOptional({
    enum: CONDITIONS,
    nullable: true,
    example: 'good',
    description: '`repair`: it needs some',
  })
  @IsOptional()
  @IsIn(CONDITIONS)
  condition?: string | null;
}

export class ThingAttributesAnswer {
  @ApiProperty({ type: [String], example: ['98-104'] }) sizes: string[];
  @ApiProperty({ enum: SEASONS_OF_THINGS, nullable: true, example: 'winter' }) season: string | null;
  @ApiProperty({ enum: CONDITIONS, nullable: true, example: 'good' }) condition: string | null;
}

export class AcceptedThingsDto {
  @ApiPropertyOptional({ type: [String], maxItems: ATTRIBUTE_LIMITS.acceptedSizes, example: ['98-104', '110'] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ATTRIBUTE_LIMITS.acceptedSizes)
  @IsString({ each: true })
  @MaxLength(SIZE_LENGTH, { each: true })
  sizes?: string[];

  @ApiPropertyOptional({ enum: SEASONS, isArray: true, example: ['winter'] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(SEASONS.length)
  @IsIn(SEASONS, { each: true })
  seasons?: string[];

  @ApiPropertyOptional({ enum: CONDITIONS, isArray: true, example: ['new', 'good'] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(CONDITIONS.length)
  @IsIn(CONDITIONS, { each: true })
  conditions?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: ATTRIBUTE_LIMITS.notNow,
    example: ['shoes'],
    description: 'Things of the category that are not needed now; only of a need that names no item',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ATTRIBUTE_LIMITS.notNow)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  notNow?: string[];
}

export class AcceptedThingsAnswer {
  @ApiProperty({ type: [String], example: ['98-104'], description: 'Empty: any' }) sizes: string[];
  @ApiProperty({ enum: SEASONS, isArray: true, description: 'Empty: any' }) seasons: string[];
  @ApiProperty({ enum: CONDITIONS, isArray: true, description: 'Empty: any' }) conditions: string[];
  @ApiProperty({ type: [String], example: ['shoes'], description: 'Things that are not needed now' }) notNow: string[];
}

class FetchingWindowDto {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-12-01T18:00:00+09:00' })
  @IsInstant()
  from: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-12-01T20:00:00+09:00' })
  @IsInstant()
  until: string;
}

export class FetchingDto {
  @ApiPropertyOptional({
    type: [FetchingWindowDto],
    maxItems: PICK_UP_LIMITS.windows,
    description: 'When it can be fetched: the other side chooses among them once both have said yes',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(PICK_UP_LIMITS.windows)
  @ValidateNested({ each: true })
  @Type(() => FetchingWindowDto)
  windows?: FetchingWindowDto[];

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'The giver brings it' })
  @MayBeAbsent()
  @IsBoolean()
  brings?: boolean;
}

class FetchingWindowAnswer {
  @ApiProperty({ type: String, format: 'date-time' }) from: string;
  @ApiProperty({ type: String, format: 'date-time' }) until: string;
}

export class FetchingAnswer {
  @ApiProperty({ type: [FetchingWindowAnswer] }) windows: FetchingWindowAnswer[];
  @ApiProperty({ type: Boolean }) brings: boolean;
}
