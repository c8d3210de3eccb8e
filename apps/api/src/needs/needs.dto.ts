import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NEED_LIMITS, type NeedForm } from '#forms';
import { type NeedChanges } from '#needs';
import { atLeast, ManyLines } from '../http/index.js';
import { CODE_LENGTH, EachDto, instant, IsCode, IsInstant, MayBeAbsent, QUANTITY, QUANTITY_LENGTH } from './fields.js';

export const KINDS = ['money', 'goods', 'time'] as const;

export class BudgetLineDto {
  @ApiProperty({ type: String, ...atLeast(NEED_LIMITS.budgetWhatMin), example: 'Дрова колотые, 84 м³ по 1 200 ₽' })
  @IsString()
  @MaxLength(NEED_LIMITS.budgetWhatMax)
  what: string;

  @ApiProperty({ ...QUANTITY, example: '100800' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  amount: string;
}

export class DraftNeedDto {
  @ApiProperty({ format: 'uuid', description: 'An organization of which the caller is owner or coordinator' })
  @IsUUID()
  organization: string;

  @ApiProperty({ enum: KINDS, example: 'goods' })
  @IsIn(KINDS)
  kind: string;

  @ApiProperty({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'relief-household',
    description: 'A category that takes this kind',
  })
  @IsCode()
  category: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: CODE_LENGTH,
    example: 'heater',
    description: 'Goods only; any item may stand in any category that takes goods',
  })
  @IsOptional()
  @IsCode()
  item?: string | null;

  @ApiProperty({ type: String, ...atLeast(NEED_LIMITS.titleMin), example: 'Обогреватели для посёлка' })
  @IsString()
  @MaxLength(NEED_LIMITS.titleMax)
  title: string;

  @ApiProperty({
    type: String,
    ...atLeast(NEED_LIMITS.descriptionMin),
    example: 'В посёлке отключили котельную, сорок семей греются печами.',
  })
  @IsString()
  @MaxLength(NEED_LIMITS.descriptionMax)
  @ManyLines()
  description: string;

  @ApiProperty({ ...QUANTITY, example: '120', description: 'A decimal above zero' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'pcs',
    description: "One of the item's units, without an item one of the category's",
  })
  @IsCode()
  unit: string;

  @ApiPropertyOptional({
    type: EachDto,
    nullable: true,
    description: 'What one visit, trip, day, box or pack holds; required for time in another unit than hours',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => EachDto)
  each?: EachDto | null;

  @ApiPropertyOptional({
    ...QUANTITY,
    nullable: true,
    example: '10',
    description: 'Smallest useful part, in the same unit; without it the smallest there is',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  minQuantity?: string | null;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'selemdzhinsky' })
  @IsCode()
  place: string;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'The place does not matter' })
  @MayBeAbsent()
  @IsBoolean()
  remote?: boolean;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsInstant()
  from?: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-12-31T18:00:00Z',
    description: 'In the future, within two years',
  })
  @IsInstant()
  deadline: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5, example: 4, description: '1 can wait, 5 is today' })
  @IsInt()
  @Min(1)
  @Max(5)
  urgency: number;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: NEED_LIMITS.beneficiariesMax,
    example: 40,
    description: 'How many people it helps',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(NEED_LIMITS.beneficiariesMax)
  beneficiaries?: number | null;

  @ApiPropertyOptional({ type: [String], maxItems: NEED_LIMITS.groupsMax, example: ['large-families'] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(NEED_LIMITS.groupsMax)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  beneficiaryGroups?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: NEED_LIMITS.skillsMax,
    example: ['loading'],
    description: 'All of them are required',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(NEED_LIMITS.skillsMax)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  skills?: string[];

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'The organization can keep it cold: without it nothing is proposed here that must stay cold',
  })
  @MayBeAbsent()
  @IsBoolean()
  coldChain?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      "The organization's yes given beforehand: a donor's yes is enough. Without it: true for money, false for the rest. Never in force in a private category",
  })
  @MayBeAbsent()
  @IsBoolean()
  autoAccept?: boolean;

  @ApiPropertyOptional({
    type: [BudgetLineDto],
    nullable: true,
    maxItems: NEED_LIMITS.budgetLinesMax,
    description: 'Money only: what it is for. The lines add up to `quantity`, in its unit',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(NEED_LIMITS.budgetLinesMax)
  @ValidateNested({ each: true })
  @Type(() => BudgetLineDto)
  budget?: BudgetLineDto[] | null;
}

/** Only what changes. Null empties a field that may be empty. */
export class EditNeedDto extends PartialType(OmitType(DraftNeedDto, ['organization'] as const), {
  skipNullProperties: false,
}) {}

/** Times of the form as the service takes them. */
export function needForm(dto: DraftNeedDto): NeedForm {
  return { ...dto, from: instant(dto.from), deadline: instant(dto.deadline) };
}

export function needChanges(dto: EditNeedDto): NeedChanges {
  return { ...dto, from: instant(dto.from), deadline: dto.deadline === undefined ? undefined : instant(dto.deadline) };
}
