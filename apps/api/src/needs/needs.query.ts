import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { NEED_LIMITS } from '#forms';
import { NEED_SORTS, NEED_STATUSES, type NeedSort, type NeedStatus } from '#needs';
import { PageQuery, Unseen } from '../http/index.js';
import { CODE_LENGTH, IsCode } from './fields.js';
import { KINDS } from './needs.dto.js';

/** Half round the earth; more skills than anybody names. */
const RADIUS_MAX = 20_000;
const SKILLS_MAX = 100;

export class NeedsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: NEED_STATUSES,
    isArray: true,
    description: 'Joined by commas. Without it what takes offers now; with an own organization everything',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(NEED_STATUSES.length)
  @IsIn(NEED_STATUSES, { each: true })
  status?: NeedStatus[];

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH })
  @IsOptional()
  @IsCode()
  category?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH })
  @IsOptional()
  @IsCode()
  sphere?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, description: 'A region means all places in it' })
  @IsOptional()
  @IsCode()
  place?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  organization?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: NEED_LIMITS.searchMax,
    example: 'тёплая одежда',
    description:
      'Words of the title, of its category or thing, or other words for these, in any form and with mistakes',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NEED_LIMITS.searchMax)
  @Unseen()
  q?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'zeya',
    description:
      'A place from which the distance counts, to the centres of districts; what can be done from home is near everybody',
  })
  @IsOptional()
  @IsCode()
  near?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: RADIUS_MAX,
    description: 'How far from `near`; without it 50, with `sort=distance` anywhere',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(RADIUS_MAX)
  radiusKm?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 5, description: 'At least so urgent' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5)
  urgency?: number;

  @ApiPropertyOptional({
    type: [String],
    maxItems: SKILLS_MAX,
    description: 'Joined by commas: needs that ask for nothing else',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(SKILLS_MAX)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  skills?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: NEED_LIMITS.groupsMax,
    description: 'Joined by commas: needs for one of these groups',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(NEED_LIMITS.groupsMax)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  beneficiaryGroups?: string[];

  @ApiPropertyOptional({
    enum: NEED_SORTS,
    default: 'newest',
    description:
      '`urgency`: of equally urgent ones the one with the least time first. `distance` needs `near`. Other than `newest` only of what takes offers now',
  })
  @IsOptional()
  @IsIn(NEED_SORTS)
  sort?: NeedSort;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Whether the answer says how many there are in all',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  count?: boolean;
}

export class DuplicatesQuery {
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'An organization of which the caller is owner or coordinator',
  })
  @IsUUID()
  organization: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH })
  @IsCode()
  category: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH })
  @IsOptional()
  @IsCode()
  item?: string;

  @ApiProperty({ type: String, maxLength: NEED_LIMITS.titleMax })
  @IsString()
  @MaxLength(NEED_LIMITS.titleMax)
  title: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    description: 'Without it other organizations are not looked at',
  })
  @IsOptional()
  @IsCode()
  place?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'The draft itself' })
  @IsOptional()
  @IsUUID()
  except?: string;
}

/** `?status=open,met` and `?status=open&status=met` are the same list. */
export function listOf(value: unknown): unknown {
  if (value === undefined || value === null) return value;
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    typeof one === 'string' ? one.split(',') : [one],
  );
}
