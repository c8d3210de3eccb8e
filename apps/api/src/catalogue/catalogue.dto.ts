import { KINDS, type Kind } from '#kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { WORD_TYPES, type PlaceKind, type WordType } from '#catalogue';
import { PageQuery, Unseen } from '../http/index.js';

export const CODE_MAX = 80;
export const PLACE_KINDS = ['region', 'municipality', 'settlement'] as const;

export class EntriesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['with'],
    description: 'With those that can no longer be chosen: for a client that names what old needs and offers say',
  })
  @IsOptional()
  @IsIn(['with'])
  retired?: 'with';
}

export class CategoriesQuery extends EntriesQuery {
  @ApiPropertyOptional({ type: String, maxLength: CODE_MAX, example: 'relief' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  sphere?: string;

  @ApiPropertyOptional({ enum: KINDS, example: 'goods', description: 'Only those that take this kind' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;
}

export class GoodsQuery extends EntriesQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_MAX,
    example: 'relief-household',
    description: 'Only those that are at home in this category',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  category?: string;
}

export class PlacesQuery extends EntriesQuery {
  @ApiPropertyOptional({ enum: PLACE_KINDS, default: 'municipality' })
  @IsIn(PLACE_KINDS)
  kind: PlaceKind = 'municipality';

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_MAX,
    example: 'amur-oblast',
    description: 'Only those directly within this place',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  parent?: string;
}

export const QUESTION_MAX = 100;
export const FOUND_MAX = 50;

export class CatalogueSearchQuery {
  @ApiProperty({
    type: String,
    minLength: 1,
    maxLength: QUESTION_MAX,
    example: 'тёплая одежда',
    description: 'As people say it, in Russian or English, also while it is being typed and with mistakes',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(QUESTION_MAX)
  @Unseen()
  q: string;

  @ApiPropertyOptional({
    enum: WORD_TYPES,
    isArray: true,
    example: ['category', 'item'],
    description: 'Joined by commas; without it all of them',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(WORD_TYPES.length)
  @IsIn(WORD_TYPES, { each: true })
  types?: WordType[];

  @ApiPropertyOptional({
    enum: KINDS,
    example: 'goods',
    description: 'Only what can be given or asked for in this kind',
  })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: FOUND_MAX, default: 10 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(FOUND_MAX)
  limit: number = 10;
}
