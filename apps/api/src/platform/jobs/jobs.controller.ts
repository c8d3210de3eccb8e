import { Body, Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { isId } from '#kernel';
import { audit, dueRowFailures, deadLetters, discardDeadLetter, retryDeadLetter } from '#platform';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  page,
  PageQuery,
  RequireAdministrator,
  CurrentUser,
  type Page,
} from '../../http/index.js';
import {
  DiscardedAnswer,
  DiscardJobDto,
  DueRowFailuresAnswer,
  GivenUpJobsAnswer,
  JobsQuery,
  TakenUpAnswer,
  type DueRowFailureAnswer,
  type GivenUpJobAnswer,
} from './jobs.dto.js';
import { refuseJob } from './jobs.refusals.js';

/** What the worker has given up: seen here, and taken up again when its cause is gone. */
@ApiTags('administration')
@Controller('admin/jobs')
@RequireAdministrator()
export class JobsController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @ApiOperation({
    summary: 'Jobs that were given up, newest first',
    description: 'A job is given up after five tries, or after it has ended its process five times.',
  })
  @ApiOkResponse({ type: GivenUpJobsAnswer })
  @ApiErrors('http.administrators-only')
  async list(@Query() query: JobsQuery): Promise<Page<GivenUpJobAnswer>> {
    const cursor = decodeCursor(query.cursor, ['time', 'id', 'text']);
    const jobs = await deadLetters(
      this.source,
      query.limit,
      cursor && { failedAt: cursor[0], factId: cursor[1], job: cursor[2] },
    );
    const last = jobs.at(-1);
    const items = jobs.map(({ job, factId, factType, factAt, failedAt, code }) => ({
      job,
      fact: { id: factId, type: factType, at: factAt },
      status: 'failed' as const,
      failedAt,
      code,
      can: ['retry', 'discard'],
    }));
    return page(
      items,
      last && jobs.length === query.limit ? encodeCursor([last.failedAt, last.factId, last.job]) : null,
    );
  }

  @Post(':factId/:job/retry')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a job up again',
    description: 'It gets five more tries, from now. Written into the audit log.',
  })
  @ApiParam({ name: 'factId', type: String, format: 'uuid' })
  @ApiParam({ name: 'job', schema: { type: 'string', maxLength: 100 }, example: 'matching.propose-for-need' })
  @ApiOkResponse({ type: TakenUpAnswer })
  @ApiErrors('http.administrators-only', 'job.not-found', 'job.not-given-up')
  async retry(
    @CurrentUser() actor: Actor,
    @Param('factId') factId: string,
    @Param('job') job: string,
  ): Promise<TakenUpAnswer> {
    if (!isId(factId) || job.length > 100 || job.includes('\0')) refuseJob('job.not-found');
    await this.source.transaction(async (tx) => {
      const outcome = await retryDeadLetter(tx, factId, job);
      if (outcome === 'unknown') refuseJob('job.not-found');
      if (outcome === 'not-given-up') refuseJob('job.not-given-up');
      await audit(tx, {
        personId: actor.personId,
        action: 'job.retry',
        subjectType: 'fact',
        subjectId: factId,
        data: { job },
      });
    });
    return { job, factId, status: 'waiting' };
  }

  @Post(':factId/:job/discard')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Settle a job that nobody is going to do',
    description: 'Nothing that it was to do is done. Written into the audit log with the reason.',
  })
  @ApiParam({ name: 'factId', type: String, format: 'uuid' })
  @ApiParam({ name: 'job', schema: { type: 'string', maxLength: 100 }, example: 'matching.propose-for-need' })
  @ApiOkResponse({ type: DiscardedAnswer })
  @ApiErrors('http.administrators-only', 'job.not-found', 'job.not-given-up')
  async discard(
    @CurrentUser() actor: Actor,
    @Param('factId') factId: string,
    @Param('job') job: string,
    @Body() { reason }: DiscardJobDto,
  ): Promise<DiscardedAnswer> {
    if (!isId(factId) || job.length > 100 || job.includes('\0')) refuseJob('job.not-found');
    await this.source.transaction(async (tx) => {
      const outcome = await discardDeadLetter(tx, factId, job);
      if (outcome === 'unknown') refuseJob('job.not-found');
      if (outcome === 'not-given-up') refuseJob('job.not-given-up');
      await audit(tx, {
        personId: actor.personId,
        action: 'job.discard',
        subjectType: 'fact',
        subjectId: factId,
        reason,
        data: { job },
      });
    });
    return { job, factId, status: 'discarded' };
  }
}

/** What the clock's jobs could not do when its time came: each row is tried again by itself. */
@ApiTags('administration')
@Controller('admin/due-rows')
@RequireAdministrator()
export class DueRowsController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @ApiOperation({
    summary: 'Due rows that could not be processed, newest failure first',
    description:
      'Tried again a minute later, then after twice as long each time up to an hour; a row leaves the list when a try succeeds or it is no longer due.',
  })
  @ApiOkResponse({ type: DueRowFailuresAnswer })
  @ApiErrors('http.administrators-only')
  async list(@Query() query: PageQuery): Promise<Page<DueRowFailureAnswer>> {
    const cursor = decodeCursor(query.cursor, ['time', 'id', 'text']);
    const items = await dueRowFailures(
      this.source,
      query.limit,
      cursor && { failedAt: cursor[0], rowId: cursor[1], job: cursor[2] },
    );
    const last = items.at(-1);
    return page(
      items,
      last && items.length === query.limit ? encodeCursor([last.failedAt, last.rowId, last.job]) : null,
    );
  }
}

@Module({ controllers: [JobsController, DueRowsController] })
export class JobsApiModule {}
