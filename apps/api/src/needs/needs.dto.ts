import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { NEED_LIMITS, NEED_SORTS, NEED_STATUSES, type NeedChanges, type NeedForm, type NeedSort, type NeedStatus } from '#needs';
import { atLeast, PageQuery, ManyLines, Unseen } from '../http/index.js';
import { CODE_LENGTH, EachDto, instant, IsCode, IsInstant, MayBeAbsent, QUANTITY, QUANTITY_LENGTH } from './fields.js';

export const KINDS = ['money', 'goods', 'time'] as const;
/** Half round the earth; more skills than anybody names. */
const RADIUS_MAX = 20_000;
const SKILLS_MAX = 100;

export class DraftNeedDto {
  @ApiProperty({ format: 'uuid', description: 'An organization of which the caller is owner or coordinator' })
  @IsUUID()
  organization: string;

  @ApiProperty({ enum: KINDS, example: 'goods' })
  @IsIn(KINDS)
  kind: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'relief-household', description: 'A category that takes this kind' })
  @IsCode()
  category: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CODE_LENGTH, example: 'heater', description: 'Goods only; any item may stand in any category that takes goods' })
  @IsOptional() @IsCode()
  item?: string | null;

  @ApiProperty({ type: String, ...atLeast(NEED_LIMITS.titleMin), example: 'Обогреватели для посёлка' })
  @IsString() @MaxLength(NEED_LIMITS.titleMax)
  title: string;

  @ApiProperty({ type: String, ...atLeast(NEED_LIMITS.descriptionMin), example: 'В посёлке отключили котельную, сорок семей греются печами.' })
  @IsString() @MaxLength(NEED_LIMITS.descriptionMax) @ManyLines()
  description: string;

  @ApiProperty({ ...QUANTITY, example: '120', description: 'A decimal above zero' })
  @IsString() @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'pcs', description: "One of the item's units, without an item one of the category's" })
  @IsCode()
  unit: string;

  @ApiPropertyOptional({ type: EachDto, nullable: true, description: 'What one visit, trip, day, box or pack holds; required for time in another unit than hours' })
  @IsOptional() @IsObject() @ValidateNested() @Type(() => EachDto)
  each?: EachDto | null;

  @ApiPropertyOptional({ ...QUANTITY, nullable: true, example: '10', description: 'Smallest useful part, in the same unit; without it the smallest there is' })
  @IsOptional() @IsString() @MaxLength(QUANTITY_LENGTH)
  minQuantity?: string | null;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'selemdzhinsky' })
  @IsCode()
  place: string;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'The place does not matter' })
  @MayBeAbsent() @IsBoolean()
  remote?: boolean;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional() @IsInstant()
  from?: string | null;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-12-31T18:00:00Z', description: 'In the future, within two years' })
  @IsInstant()
  deadline: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5, example: 4, description: '1 can wait, 5 is today' })
  @IsInt() @Min(1) @Max(5)
  urgency: number;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: NEED_LIMITS.beneficiariesMax, example: 40, description: 'How many people it helps' })
  @IsOptional() @IsInt() @Min(1) @Max(NEED_LIMITS.beneficiariesMax)
  beneficiaries?: number | null;

  @ApiPropertyOptional({ type: [String], maxItems: NEED_LIMITS.groupsMax, example: ['large-families'] })
  @MayBeAbsent() @IsArray() @ArrayMaxSize(NEED_LIMITS.groupsMax) @IsString({ each: true }) @MaxLength(CODE_LENGTH, { each: true })
  beneficiaryGroups?: string[];

  @ApiPropertyOptional({ type: [String], maxItems: NEED_LIMITS.skillsMax, example: ['loading'], description: 'All of them are required' })
  @MayBeAbsent() @IsArray() @ArrayMaxSize(NEED_LIMITS.skillsMax) @IsString({ each: true }) @MaxLength(CODE_LENGTH, { each: true })
  skills?: string[];

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'The organization can keep it cold: without it nothing is proposed here that must stay cold' })
  @MayBeAbsent() @IsBoolean()
  coldChain?: boolean;

  @ApiPropertyOptional({ type: Boolean, description: "The organization's yes given beforehand: a donor's yes is enough. Without it: true for money, false for the rest. Never in force in a private category" })
  @MayBeAbsent() @IsBoolean()
  autoAccept?: boolean;
}

/** Only what changes. Null empties a field that may be empty. */
export class EditNeedDto extends PartialType(OmitType(DraftNeedDto, ['organization'] as const), { skipNullProperties: false }) {}

export class NeedsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: NEED_STATUSES, isArray: true, description: 'Joined by commas. Without it what takes offers now; with an own organization everything' })
  @IsOptional() @Transform(({ value }) => listOf(value)) @IsArray() @ArrayMaxSize(NEED_STATUSES.length) @IsIn(NEED_STATUSES, { each: true })
  status?: NeedStatus[];

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional() @IsIn(KINDS)
  kind?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH })
  @IsOptional() @IsCode()
  category?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH })
  @IsOptional() @IsCode()
  sphere?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, description: 'A region means all places in it' })
  @IsOptional() @IsCode()
  place?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional() @IsUUID()
  organization?: string;

  @ApiPropertyOptional({ type: String, maxLength: NEED_LIMITS.searchMax, example: 'тёплая одежда', description: 'Words of the title, of its category or thing, or other words for these, in any form and with mistakes' })
  @IsOptional() @IsString() @MaxLength(NEED_LIMITS.searchMax) @Unseen()
  q?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'zeya', description: 'A place from which the distance counts, to the centres of districts; what can be done from home is near everybody' })
  @IsOptional() @IsCode()
  near?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: RADIUS_MAX, description: 'How far from `near`; without it 50, with `sort=distance` anywhere' })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(RADIUS_MAX)
  radiusKm?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 5, description: 'At least so urgent' })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(5)
  urgency?: number;

  @ApiPropertyOptional({ type: [String], maxItems: SKILLS_MAX, description: 'Joined by commas: needs that ask for nothing else' })
  @IsOptional() @Transform(({ value }) => listOf(value)) @IsArray() @ArrayMaxSize(SKILLS_MAX) @IsString({ each: true }) @MaxLength(CODE_LENGTH, { each: true })
  skills?: string[];

  @ApiPropertyOptional({ type: [String], maxItems: NEED_LIMITS.groupsMax, description: 'Joined by commas: needs for one of these groups' })
  @IsOptional() @Transform(({ value }) => listOf(value)) @IsArray() @ArrayMaxSize(NEED_LIMITS.groupsMax) @IsString({ each: true }) @MaxLength(CODE_LENGTH, { each: true })
  beneficiaryGroups?: string[];

  @ApiPropertyOptional({ enum: NEED_SORTS, default: 'newest', description: '`urgency`: of equally urgent ones the one with the least time first. `distance` needs `near`. Other than `newest` only of what takes offers now' })
  @IsOptional() @IsIn(NEED_SORTS)
  sort?: NeedSort;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Whether the answer says how many there are in all' })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  count?: boolean;
}

export class DuplicatesQuery {
  @ApiProperty({ type: String, format: 'uuid', description: 'An organization of which the caller is owner or coordinator' })
  @IsUUID()
  organization: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH })
  @IsCode()
  category: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH })
  @IsOptional() @IsCode()
  item?: string;

  @ApiProperty({ type: String, maxLength: NEED_LIMITS.titleMax })
  @IsString() @MaxLength(NEED_LIMITS.titleMax)
  title: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, description: 'Without it other organizations are not looked at' })
  @IsOptional() @IsCode()
  place?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'The draft itself' })
  @IsOptional() @IsUUID()
  except?: string;
}

/** `?status=open,met` and `?status=open&status=met` are the same list. */
export function listOf(value: unknown): unknown {
  if (value === undefined || value === null) return value;
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => (typeof one === 'string' ? one.split(',') : [one]));
}

/** Times of the form as the service takes them. */
export function needForm(dto: DraftNeedDto): NeedForm {
  return { ...dto, from: instant(dto.from), deadline: instant(dto.deadline) };
}

export function needChanges(dto: EditNeedDto): NeedChanges {
  return { ...dto, from: instant(dto.from), deadline: dto.deadline === undefined ? undefined : instant(dto.deadline) };
}
