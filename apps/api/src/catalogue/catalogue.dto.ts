import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { KINDS, type Kind, type PlaceKind } from '#catalogue';
import { PageQuery } from '../http/index.js';

export const CODE_MAX = 80;
export const PLACE_KINDS = ['region', 'municipality', 'settlement'] as const;

export class CategoriesQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, maxLength: CODE_MAX, example: 'relief' })
  @IsOptional() @IsString() @MaxLength(CODE_MAX)
  sphere?: string;

  @ApiPropertyOptional({ enum: KINDS, example: 'goods', description: 'Only those that take this kind' })
  @IsOptional() @IsIn(KINDS)
  kind?: Kind;
}

export class GoodsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, maxLength: CODE_MAX, example: 'relief-household', description: 'Only those that are at home in this category' })
  @IsOptional() @IsString() @MaxLength(CODE_MAX)
  category?: string;
}

export class PlacesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PLACE_KINDS, default: 'municipality' })
  @IsIn(PLACE_KINDS)
  kind: PlaceKind = 'municipality';

  @ApiPropertyOptional({ type: String, maxLength: CODE_MAX, example: 'amur-oblast', description: 'Only those directly within this place' })
  @IsOptional() @IsString() @MaxLength(CODE_MAX)
  parent?: string;
}
