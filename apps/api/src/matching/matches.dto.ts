import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DECIMAL } from '#kernel';
import { BANK_NUMBER_MAX, DECLINE_REASONS, LIVE_STATUSES, type DeclineReason, type MatchStatus } from '#matching';
import { ManyLines, PageQuery } from '../http/index.js';
import { listOf } from '../needs/needs.query.js';

/** Longest decimal that a quantity may be written with; longest reason that a side may give. */
const QUANTITY_LENGTH = 32;
const REASON_LENGTH = 1000;

export class MatchesQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Matches of this offer' })
  @IsOptional()
  @IsUUID()
  offer?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Matches of this need' })
  @IsOptional()
  @IsUUID()
  need?: string;

  @ApiPropertyOptional({ format: 'uuid', description: "All live matches of this organization's needs" })
  @IsOptional()
  @IsUUID()
  organization?: string;

  @ApiPropertyOptional({
    enum: LIVE_STATUSES,
    isArray: true,
    description: 'Only those, joined by commas',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(LIVE_STATUSES.length)
  @IsIn(LIVE_STATUSES, { each: true })
  status?: MatchStatus[];
}

export class QuantityDto {
  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '6',
    description: 'How much; the web sends what the person saw. Without it: what is proposed, or what is left of it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'pcs',
    description: "Unit of the offer or need, or their base unit; without it the offer's",
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  unit?: string;
}

export class ConfirmMatchDto extends QuantityDto {
  @ApiPropertyOptional({
    type: String,
    example: '2026-11-25',
    description:
      'Of money: the date of the transfer in the bank’s statement. With `bankNumber` it is needed where money has arrived',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  bankDate?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: BANK_NUMBER_MAX,
    example: '4471',
    description: 'Of money: the number of the transfer',
  })
  @IsOptional()
  @IsString()
  @MaxLength(BANK_NUMBER_MAX)
  bankNumber?: string;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '2',
    description: 'Of what did not arrive: how much is lost. The rest is available again',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  lost?: string;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '3',
    description: 'How much arrived on top of what was promised',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  extra?: string;
}

export class DeclineMatchDto {
  @ApiPropertyOptional({
    enum: DECLINE_REASONS,
    default: 'other',
    example: 'not-now',
    description: '"not-now" lapses after 90 days; any other keeps the pair apart for good',
  })
  @IsOptional()
  @IsIn(DECLINE_REASONS)
  reason?: DeclineReason;
}

export class CancelMatchDto {
  @ApiPropertyOptional({ type: String, maxLength: REASON_LENGTH, example: 'Не успеваю привезти' })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  @ManyLines()
  reason?: string;
}

export class DisputeMatchDto {
  @ApiProperty({ type: String, maxLength: REASON_LENGTH, example: 'Из пятидесяти обогревателей пришло тридцать' })
  @IsString()
  @MaxLength(REASON_LENGTH)
  @ManyLines()
  @Matches(/\S/, { context: { code: 'match.reason-needed' } })
  reason: string;
}
