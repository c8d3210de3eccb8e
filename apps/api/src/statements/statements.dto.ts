import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { STATEMENT_FORMATS, type StatementFormat } from './formats.rules.js';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class StatementQuery {
  @ApiPropertyOptional({ type: String, format: 'date', example: '2026-01-01', description: 'First day, in the time zone of the installation; this year without it' })
  @IsOptional() @IsString() @MaxLength(10)
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2026-12-31', description: 'Last day, included' })
  @IsOptional() @IsString() @MaxLength(10)
  to?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'An organization that you belong to; without it your own statement' })
  @IsOptional() @IsUUID()
  organization?: string;

  @ApiPropertyOptional({ enum: ['donor', 'recipient'], description: 'What was given, or what was received; without it what this party mostly does' })
  @IsOptional() @IsIn(['donor', 'recipient'])
  side?: 'donor' | 'recipient';
}

export class StatementFormatQuery extends StatementQuery {
  @ApiPropertyOptional({ enum: STATEMENT_FORMATS, description: 'Wins over the header Accept' })
  @IsOptional() @IsIn(STATEMENT_FORMATS)
  format?: StatementFormat;
}

class StatementEntryAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: String, example: 'delivery' }) kind: string;
  @ApiProperty({ enum: ['posted', 'held', 'voided', 'promised', 'lost'], description: 'Only `posted` is added up; `lost` left the giver and did not arrive' }) state: string;
  @ApiProperty({ type: 'integer', example: 48 }) amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) match: string | null;
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
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) verificationCode: string;
}

/** The shape of `StatementCheck`, for OpenAPI. */
export class StatementCheckAnswer extends StatementPeriod {
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ enum: ['matches', 'changed'], description: 'Do the books still say what the statement says?' }) status: string;
  @ApiProperty({ type: String, format: 'date-time' }) issuedAt: Date;
  @ApiProperty({ type: Boolean, description: 'The period got further entries since' }) newerEntries: boolean;
  @ApiProperty({ type: [StatementCountsAnswer], description: 'The figures, to compare with the paper; empty when they changed' }) units: StatementCountsAnswer[];
}
