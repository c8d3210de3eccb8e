import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  REVIEW_SECTIONS,
  REVIEW_SORTS,
  type Outcome,
  type ReviewSection,
  type ReviewSort,
  type ReviewStatus,
} from '#moderation';
import { NEED_LIMITS } from '#forms';
import { DECIMAL } from '#kernel';
import { ManyLines, PageQuery } from '../../http/index.js';

export const REVIEW_STATUSES = ['open', 'approved', 'returned', 'escalated'] as const;
export const OUTCOMES = ['approve', 'return', 'escalate'] as const;
const REASON_MAX = 2000;
/** Longest decimal that a quantity may be written with. */
const QUANTITY_LENGTH = 32;

export class ReviewsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REVIEW_STATUSES, default: 'open' })
  @IsIn(REVIEW_STATUSES)
  status: ReviewStatus = 'open';

  @ApiPropertyOptional({
    enum: REVIEW_SECTIONS,
    description:
      'A part of the work, in the place of `status`: `signatures` were signed by one and wait for another; `mine` are in your hands or bear your word, and wait; `to-correct` are needs that wait for their authors',
  })
  @IsOptional()
  @IsIn(REVIEW_SECTIONS)
  section?: ReviewSection;

  @ApiPropertyOptional({
    enum: REVIEW_SORTS,
    default: 'risk',
    description: '`risk`: the greatest first, of equals the one that has waited longest; `due`: what is due first',
  })
  @IsIn(REVIEW_SORTS)
  sort: ReviewSort = 'risk';
}

export class DecisionDto {
  @ApiProperty({ enum: OUTCOMES, example: 'return' })
  @IsIn(OUTCOMES)
  outcome: Outcome;

  @ApiPropertyOptional({
    type: String,
    maxLength: REASON_MAX,
    description: 'The author reads it. Needed for `return`.',
    example: 'Уберите номер карты: деньги идут на счёт организации.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  @ManyLines()
  reason?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: REASON_MAX, description: 'For other moderators only' })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  @ManyLines()
  note?: string | null;

  @ApiPropertyOptional({
    type: String,
    maxLength: NEED_LIMITS.descriptionMax,
    description: 'Of a need that is returned: its description as you would have it. Its author may take it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NEED_LIMITS.descriptionMax)
  @ManyLines()
  suggestion?: string | null;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '7',
    description: 'Of a hand-over that is approved: how much arrived. Without it: all that is not lost',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '3',
    description: 'Of what did not arrive: how much is lost on the way. The rest is the giver’s again',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  lost?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'pcs',
    description: 'Unit of both: of the offer or the need, or their base unit; without it the offer’s',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  unit?: string;
}

export class ReviewHoldDto {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Also from another moderator who has it open' })
  @IsBoolean()
  takeOver: boolean = false;
}
