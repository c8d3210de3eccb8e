import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID } from 'class-validator';
import { FIRST_YEAR } from '#ledger';
import { PeriodQuery } from '../../http/index.js';
import { STATEMENT_FORMATS, type StatementFormat } from './formats.rules.js';

export class StatementQuery extends PeriodQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'An organization that you belong to; without it your own statement',
  })
  @IsOptional()
  @IsUUID()
  organization?: string;

  @ApiPropertyOptional({
    enum: ['donor', 'recipient'],
    description: 'What was given, or what was received; without it what this party mostly does',
  })
  @IsOptional()
  @IsIn(['donor', 'recipient'])
  side?: 'donor' | 'recipient';
}

export class StatementYearQuery extends PickType(StatementQuery, ['organization', 'side'] as const) {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: FIRST_YEAR,
    example: 2026,
    description: 'In the time zone of the installation; this year without it',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  year?: number;
}

export class StatementThreadQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'An organization that you belong to; without it your own books',
  })
  @IsOptional()
  @IsUUID()
  organization?: string;
}

export class StatementFormatQuery extends StatementQuery {
  @ApiPropertyOptional({ enum: STATEMENT_FORMATS, description: 'Wins over the header Accept' })
  @IsOptional()
  @IsIn(STATEMENT_FORMATS)
  format?: StatementFormat;
}

class StatementEntryAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: String, example: 'delivery' }) kind: string;
  @ApiProperty({
    enum: ['posted', 'held', 'voided', 'promised', 'lost'],
    description: 'Only `posted` is added up; `lost` left the giver and did not arrive',
  })
  state: string;
  @ApiProperty({ type: 'integer', example: 48 }) amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) match: string | null;
}

/** `GET /me/statement/matches/{id}`. */
export class StatementThreadAnswer {
  @ApiProperty({ type: [StatementEntryAnswer], description: 'From the first to the last' })
  items: StatementEntryAnswer[];
}

class StatementSumAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: 'integer', example: 10 }) opening: number;
  @ApiProperty({ type: 'integer', example: 48 }) arrived: number;
  @ApiProperty({ type: 'integer', example: 0, description: 'What corrections took back in the period' })
  takenBack: number;
  @ApiProperty({ type: 'integer', example: 58, description: 'opening + arrived − takenBack' }) closing: number;
  @ApiProperty({ type: 'integer', example: 9, description: 'Held for matches at the end of the period; in no sum' })
  promised: number;
}

class StatementHeldAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: 'integer', example: 9 }) amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) match: string | null;
}

class StatementNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ type: String, example: 'met' }) status: string;
}

class StatementOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) shortName: string;
}

class StatementMatchAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, description: 'Of the need; of a private one the name of its category' }) title: string;
  @ApiProperty({ type: StatementNeedAnswer, nullable: true, description: 'null: a private need' })
  need: StatementNeedAnswer | null;
  @ApiProperty({ type: StatementOrganizationAnswer }) organization: StatementOrganizationAnswer;
  @ApiProperty({ type: String, example: 'confirmed' }) status: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was handed over' })
  deliveredAt: Date | null;
}

class CorrectionAnswer {
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: String, example: 'minute' }) unit: string;
  @ApiProperty({ type: 'integer', example: 30, description: 'Taken back' }) amount: number;
  @ApiProperty({ type: String, format: 'date-time', description: 'When the corrected entry was made' }) of: Date;
}

class StatementSumsAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiPropertyOptional({ type: String, example: 'heater' }) item?: string;
  @ApiProperty({ type: 'integer', example: 0 }) opening: number;
  @ApiProperty({ type: 'integer', example: 48, description: 'opening + posted entries' }) closing: number;
}

class StatementUnitAnswer extends StatementSumsAnswer {
  @ApiProperty({ type: [StatementEntryAnswer] }) entries: StatementEntryAnswer[];
}

class StatementCountsAnswer extends StatementSumsAnswer {
  @ApiProperty({ type: 'integer', description: 'How many entries the statement lists' }) entries: number;
}

class StatementPeriod {
  @ApiProperty({ enum: ['donor', 'recipient'] }) side: string;
  @ApiProperty({ type: String, format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date' }) to: string;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
}

/** The shape of `IssuedStatement`, for OpenAPI. */
export class StatementAnswer extends StatementPeriod {
  @ApiProperty({ type: [StatementUnitAnswer] }) units: StatementUnitAnswer[];
  @ApiProperty({ type: [StatementSumAnswer], description: 'One for each unit; units are never added to each other' })
  sums: StatementSumAnswer[];
  @ApiProperty({
    type: [StatementHeldAnswer],
    description: 'What is held for a match when the period ends, whenever it was agreed',
  })
  held: StatementHeldAnswer[];
  @ApiProperty({ type: [StatementMatchAnswer], description: 'What the entries are about' })
  matches: StatementMatchAnswer[];
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) verificationCode: string;
}

/** The shape of `StatementCheck`, for OpenAPI. */
export class StatementCheckAnswer extends StatementPeriod {
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ enum: ['matches', 'changed'], description: 'Do the books still say what the statement says?' })
  status: string;
  @ApiProperty({ type: String, format: 'date-time' }) issuedAt: Date;
  @ApiProperty({ type: Boolean, description: 'The period got further entries since' }) newerEntries: boolean;
  @ApiProperty({ type: [CorrectionAnswer], description: 'What took back a part of its entries after it was issued' })
  corrections: CorrectionAnswer[];
  @ApiProperty({ type: [StatementSumAnswer], description: 'The sums on the paper; empty when they changed' })
  sums: StatementSumAnswer[];
  @ApiProperty({
    type: [StatementCountsAnswer],
    description: 'The figures, to compare with the paper; empty when they changed',
  })
  units: StatementCountsAnswer[];
}

class YearUnitAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: 'integer', example: 48 }) arrived: number;
  @ApiProperty({ type: 'integer', example: 0, description: 'What corrections took back in these days' })
  takenBack: number;
}

class YearPartAnswer {
  @ApiProperty({ enum: ['quarter', 'month'], description: 'Quarters that are over; months of the one that runs' })
  grain: string;
  @ApiProperty({ type: String, format: 'date', example: '2026-01-01' }) from: string;
  @ApiProperty({ type: String, format: 'date', example: '2026-03-31', description: 'Today while the month runs' })
  to: string;
  @ApiProperty({ type: [YearUnitAnswer] }) units: YearUnitAnswer[];
}

class YearMonthAnswer {
  @ApiProperty({ type: String, example: '2026-11' }) month: string;
  @ApiProperty({ type: [YearUnitAnswer] }) units: YearUnitAnswer[];
}

class YearSphereAnswer {
  @ApiProperty({ type: String, nullable: true, example: 'elderly', description: 'null: told at no need' })
  sphere: string | null;
  @ApiProperty({ type: [YearUnitAnswer] }) units: YearUnitAnswer[];
}

class YearFreeAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: 'integer', example: 4 }) amount: number;
}

/** The shape of `YearTable`, for OpenAPI. */
export class StatementYearAnswer extends StatementPeriod {
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
  @ApiProperty({ type: [StatementSumAnswer], description: 'Those of the statement of the same days' })
  sums: StatementSumAnswer[];
  @ApiProperty({ type: [YearPartAnswer], description: 'They add up to what the sums say of the year' })
  parts: YearPartAnswer[];
  @ApiProperty({ type: [YearMonthAnswer], description: 'Months in which something was posted' })
  months: YearMonthAnswer[];
  @ApiProperty({ type: [YearSphereAnswer] }) spheres: YearSphereAnswer[];
  @ApiProperty({
    type: [YearFreeAnswer],
    description: 'Of who gives, in the year that runs: offered, neither promised nor given',
  })
  free: YearFreeAnswer[];
}
