import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { KIT_LIMITS } from '#stock';
import { CODE_LENGTH, IsCode, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';

class KitPartDto {
  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'food-canned' })
  @IsCode()
  item: string;

  @ApiProperty({ ...QUANTITY, example: '2' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @IsCode()
  unit: string;
}

export class KitDto {
  @ApiProperty({ type: String, maxLength: KIT_LIMITS.name, example: 'Набор на неделю' })
  @IsString()
  @MaxLength(KIT_LIMITS.name)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;

  @ApiProperty({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'food-set',
    description: 'What it is, of the catalogue; counted in sets',
  })
  @IsCode()
  item: string;

  @ApiProperty({ type: [KitPartDto], minItems: 1, maxItems: KIT_LIMITS.parts, description: 'For one kit' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(KIT_LIMITS.parts)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => KitPartDto)
  parts: KitPartDto[];
}

export class AssembleDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  kit: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: KIT_LIMITS.atOnce, example: 32 })
  @IsInt()
  @Min(1)
  @Max(KIT_LIMITS.atOnce)
  count: number;
}

export class TakeApartDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: KIT_LIMITS.atOnce, example: 3 })
  @IsInt()
  @Min(1)
  @Max(KIT_LIMITS.atOnce)
  count: number;
}
