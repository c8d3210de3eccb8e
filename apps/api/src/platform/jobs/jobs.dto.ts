import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { ManyLines, PageQuery } from '../../http/index.js';

export class JobsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['failed'], default: 'failed', description: 'Given up after the last try' })
  @IsIn(['failed'])
  status: 'failed' = 'failed';
}

class JobFact {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'need.opened' }) type: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

export class GivenUpJobAnswer {
  @ApiProperty({ type: String, example: 'matching.propose-for-need' }) job: string;
  @ApiProperty({ type: JobFact, description: 'What the job is to answer' }) fact: JobFact;
  @ApiProperty({ enum: ['failed'] }) status: 'failed';
  @ApiProperty({ type: String, format: 'date-time' }) failedAt: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '23505 matches_once',
    description:
      "Kind of the last failure: a refusal's code, PostgreSQL's code and constraint, or the name of the error",
  })
  code: string | null;
  @ApiProperty({ enum: ['retry', 'discard'], isArray: true }) can: string[];
}

export class GivenUpJobsAnswer {
  @ApiProperty({ type: [GivenUpJobAnswer] }) items: readonly GivenUpJobAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class DueRowFailureAnswer {
  @ApiProperty({ type: String, example: 'matching.lapse', description: "The clock's job, or a part of it" })
  job: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'Of the match, need, offer, person ... whose time has come',
  })
  rowId: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) tries: number;
  @ApiProperty({
    type: String,
    example: '23505 matches_once',
    description:
      "Kind of the last failure: a refusal's code, PostgreSQL's code and constraint, or the name of the error",
  })
  code: string;
  @ApiProperty({ type: String, format: 'date-time' }) firstFailedAt: string;
  @ApiProperty({ type: String, format: 'date-time' }) failedAt: string;
  @ApiProperty({ type: String, format: 'date-time' }) nextTryAt: string;
}

export class DueRowFailuresAnswer {
  @ApiProperty({ type: [DueRowFailureAnswer] }) items: readonly DueRowFailureAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class TakenUpAnswer {
  @ApiProperty({ type: String }) job: string;
  @ApiProperty({ type: String, format: 'uuid' }) factId: string;
  @ApiProperty({ enum: ['waiting'] }) status: 'waiting';
}

export class DiscardJobDto {
  @ApiProperty({ type: String, minLength: 3, maxLength: 1000, example: 'Нужда закрыта, отвечать больше не на что' })
  @IsString()
  @Length(3, 1000)
  @ManyLines()
  reason: string;
}

export class DiscardedAnswer {
  @ApiProperty({ type: String }) job: string;
  @ApiProperty({ type: String, format: 'uuid' }) factId: string;
  @ApiProperty({ enum: ['discarded'] }) status: 'discarded';
}
