import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { BOOK_LIMITS, CHECKS, REPORT_LIMITS, REPORT_VERBS } from '#reports';
import { ManyLines } from '../http/index.js';
import { PhotoAnswer } from '../photos/photos.answers.js';
import { MayBeAbsent } from '../needs/fields.js';
import { KINDS } from '../needs/needs.dto.js';

export class WriteReportDto {
  @ApiPropertyOptional({ type: String, maxLength: REPORT_LIMITS.titleMax, example: 'В 14 дворах тепло до конца марта' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(REPORT_LIMITS.titleMax)
  title?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: REPORT_LIMITS.outcomeMax,
    description: 'What has changed',
    example: 'Дрова привезли в 14 дворов. Двенадцать волонтёров за субботу сложили всё под навес.',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(REPORT_LIMITS.outcomeMax)
  @ManyLines()
  outcome?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: REPORT_LIMITS.limitsMax,
    description: 'What did not work out',
    example: 'В двух дворах навеса пока нет.',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(REPORT_LIMITS.limitsMax)
  @ManyLines()
  limits?: string;
}

class CameRowAnswer {
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: 'integer', example: 40 }) amount: number;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'As its giver wished to be named; null: not at all',
    example: 'Анна К.',
  })
  giver: string | null;
}

class MissingAnswer {
  @ApiProperty({ type: 'integer', example: 1 }) matches: number;
  @ApiProperty({ type: 'integer', example: 20 }) amount: number;
}

class GiversAnswer {
  @ApiProperty({
    type: [String],
    description: `Those who wished to be named, in the order in which they gave; at most ${BOOK_LIMITS.names}`,
  })
  names: string[];
  @ApiProperty({ type: 'integer' }) named: number;
  @ApiProperty({ type: 'integer' }) nameless: number;
  @ApiProperty({ type: 'integer', description: 'Dates of standing offers among what came' }) standing: number;
}

class BookAnswer {
  @ApiProperty({ type: 'integer', example: 120, description: 'As the account of the need says it' }) received: number;
  @ApiProperty({ type: 'integer', example: 0 }) reserved: number;
  @ApiProperty({ type: 'integer', example: 120 }) required: number;
  @ApiProperty({ type: String, example: 'pcs', description: 'The base unit of every amount here' }) unit: string;
  @ApiProperty({
    type: 'integer',
    example: 120,
    description: 'What its entries add up to; nothing is published while it differs from `received`',
  })
  summed: number;
  @ApiProperty({ type: 'integer', example: 3 }) arrivals: number;
  @ApiProperty({ type: 'integer', nullable: true }) smallest: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) first: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) last: string | null;
  @ApiProperty({ type: 'integer', description: 'Handed over, and lost on the way' }) lost: number;
  @ApiProperty({ type: MissingAnswer, description: 'Agreed on by both sides, and not brought' }) missing: MissingAnswer;
  @ApiProperty({ type: GiversAnswer }) givers: GiversAnswer;
  @ApiProperty({ type: [CameRowAnswer], description: `Oldest first, at most ${BOOK_LIMITS.rows}` })
  rows: CameRowAnswer[];
}

class ReportTextAnswer {
  @ApiProperty({ type: 'integer', example: 1, description: '1 is the first; each later one is a correction' })
  version: number;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String }) outcome: string;
  @ApiProperty({ type: String }) limits: string;
  @ApiProperty({ type: [PhotoAnswer] }) photos: PhotoAnswer[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
}

class ReportCheckAnswer {
  @ApiProperty({ enum: CHECKS }) code: string;
  @ApiProperty({ type: Boolean }) ok: boolean;
}

const STATUSES = ['draft', 'returned', 'published'] as const;

class OwnReportAnswer {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when it is owed; null: it is not',
  })
  dueAt: string | null;
  @ApiProperty({ type: Boolean }) overdue: boolean;
  @ApiProperty({ enum: STATUSES, nullable: true, description: 'Null: nothing is written yet' }) status: string | null;
  @ApiProperty({
    type: ReportTextAnswer,
    nullable: true,
    description: 'What is being written, or what a moderator has not read yet',
  })
  draft: ReportTextAnswer | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why a moderator gave it back' }) returnReason:
    string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) recallUntil: string | null;
  @ApiProperty({ type: String, description: 'A title that the books suggest' }) suggestion: string;
  @ApiProperty({ type: [ReportCheckAnswer], description: 'All must hold before it is published' })
  checks: ReportCheckAnswer[];
  @ApiProperty({
    type: 'integer',
    description: 'To how many people a letter goes, an hour after the first publication at the soonest',
  })
  letters: number;
}

/** The shape of `ReportView`, for OpenAPI. */
export class ReportAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({
    enum: ['none', 'waiting', 'published'],
    description: '`waiting`: published, its words not yet read by a moderator',
  })
  state: string;
  @ApiProperty({ type: Boolean, description: 'The words are kept from this reader' }) discreet: boolean;
  @ApiProperty({
    type: BookAnswer,
    nullable: true,
    description: 'From the ledger; for outsiders once something is published',
  })
  book: BookAnswer | null;
  @ApiProperty({ type: [ReportTextAnswer], description: 'Newest first: the first one and its corrections' })
  published: ReportTextAnswer[];
  @ApiProperty({ type: OwnReportAnswer, nullable: true, description: 'Members and moderators only' })
  own: OwnReportAnswer | null;
  @ApiProperty({ type: 'integer', example: 4, description: 'The number in the ETag' }) revision: number;
  @ApiProperty({ enum: REPORT_VERBS, isArray: true, description: 'What the caller could do now' }) can: string[];
}

class DueReportAnswer {
  @ApiProperty({ type: String, format: 'uuid', description: 'Of the need' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null;
  @ApiProperty({ type: Boolean }) overdue: boolean;
  @ApiProperty({ enum: STATUSES, nullable: true }) status: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
  @ApiProperty({ type: Boolean, description: 'A moderator has read it: its words are public' }) shown: boolean;
}

export class DueReportsAnswer {
  @ApiProperty({ type: [DueReportAnswer] }) items: DueReportAnswer[];
}
