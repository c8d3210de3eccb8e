import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { OFFER_LIMITS } from '#forms';
import { POINT_LIMITS } from '#organizations';
import { DIFFERENCE_REASONS, POINT_MAX, type DifferenceReason } from '#stock';
import { CODE_LENGTH, EachDto, IsCode, MayBeAbsent, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';
import { OpeningHoursDto } from '../organizations/contacts.dto.js';
import { NOTE_MAX, PartOfLotDto } from './part-of-lot.dto.js';

const CODE_TYPED_MAX = 12;
const MOST = 10_000_000_000_000;

export class PointDto {
  @ApiProperty({ type: String, maxLength: POINT_LIMITS.name, example: 'Склад на Текстильной' })
  @IsString()
  @MaxLength(POINT_LIMITS.name)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;

  @ApiProperty({ type: String, maxLength: POINT_LIMITS.address, example: 'Благовещенск, ул. Текстильная, 1' })
  @IsString()
  @MaxLength(POINT_LIMITS.address)
  @Matches(/\S/, { context: { code: 'form.required' } })
  address: string;

  @ApiPropertyOptional({ type: [OpeningHoursDto], maxItems: POINT_LIMITS.hours })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(POINT_LIMITS.hours)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OpeningHoursDto)
  hours?: OpeningHoursDto[];

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Whether everybody reads where and when' })
  @MayBeAbsent()
  @IsBoolean()
  public?: boolean;
}

export class EditPointDto extends PartialType(PointDto, { skipNullProperties: false }) {}

export class PointsQuery {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Of one organization' })
  @MayBeAbsent()
  @IsUUID()
  organization?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'belogorsk', description: 'Those of it first' })
  @MayBeAbsent()
  @IsCode()
  place?: string;
}

export class AnnounceDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'An open offer of things of the caller’s' })
  @IsUUID()
  offer: string;

  @ApiPropertyOptional({ ...QUANTITY, example: '12', description: 'Without it all that is available' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @MayBeAbsent()
  @IsCode()
  unit?: string;
}

export class BroughtDto {
  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'relief-food-parcels' })
  @MayBeAbsent()
  @IsCode()
  category?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'food-canned' })
  @MayBeAbsent()
  @IsCode()
  item?: string;

  @ApiPropertyOptional({ type: String, maxLength: OFFER_LIMITS.titleMax, example: 'Тушёнка' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(OFFER_LIMITS.titleMax)
  title?: string;

  @ApiProperty({ ...QUANTITY, example: '24' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @IsCode()
  unit: string;

  @ApiPropertyOptional({ type: EachDto })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => EachDto)
  each?: EachDto;

  @ApiPropertyOptional({ type: Boolean, default: false })
  @MayBeAbsent()
  @IsBoolean()
  coldChain?: boolean;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'A person who came by, entered by the staff; without it nobody is named and the organization gives',
  })
  @MayBeAbsent()
  @IsUUID()
  onBehalfOf?: string;
}

export class TakeInDto {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'What was announced; or `brought`' })
  @MayBeAbsent()
  @IsUUID()
  arrival?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_TYPED_MAX, example: '8261', description: 'Of the giver' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(CODE_TYPED_MAX)
  code?: string;

  @ApiPropertyOptional({ ...QUANTITY, example: '12', description: 'How much came; without it all that was announced' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @MayBeAbsent()
  @IsCode()
  unit?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '2026-12-31',
    description: 'Until when it keeps; without it as the offer says',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  bestBefore?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: NOTE_MAX, example: 'Полка 3' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(NOTE_MAX)
  note?: string;

  @ApiPropertyOptional({ type: BroughtDto, description: 'Brought without an announcement' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => BroughtDto)
  brought?: BroughtDto;
}

export class GiveOutDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'An open need of the same organization' })
  @IsUUID()
  need: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Without it first expired, first out' })
  @MayBeAbsent()
  @IsUUID()
  lot?: string;

  @ApiProperty({ ...QUANTITY, example: '12' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @IsCode()
  unit: string;
}

class CountedLotDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  lot: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: MOST, description: 'What the page said, in the base unit' })
  @IsInt()
  @Min(0)
  @Max(MOST)
  book: number;

  @ApiProperty({ ...QUANTITY, example: '46', description: 'What lies there; `0` too' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @IsCode()
  unit: string;

  @ApiPropertyOptional({ enum: DIFFERENCE_REASONS, description: 'Required where the two differ' })
  @MayBeAbsent()
  @IsIn(DIFFERENCE_REASONS)
  reason?: DifferenceReason;

  @ApiPropertyOptional({ type: String, maxLength: NOTE_MAX })
  @MayBeAbsent()
  @IsString()
  @MaxLength(NOTE_MAX)
  note?: string;
}

export class CountDto {
  @ApiProperty({ type: [CountedLotDto], minItems: 1, maxItems: POINT_MAX.lots })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(POINT_MAX.lots)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CountedLotDto)
  rows: CountedLotDto[];
}

export class WriteOffDto extends PartOfLotDto {
  @ApiProperty({ enum: DIFFERENCE_REASONS, description: '`expired` only of what is past its date' })
  @IsIn(DIFFERENCE_REASONS)
  reason: DifferenceReason;
}
