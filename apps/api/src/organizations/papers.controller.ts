import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { PaperChecks, PaperChecksQueries, type PaperCheckView } from '#organizations';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  page,
  PageQuery,
  RequireSignIn,
  type Page,
} from '../http/index.js';
import {
  OwnChecksAnswer,
  PaperCheckAnswer,
  PaperChecksAnswer,
  PaperCodeAnswer,
  RecordCheckDto,
  ShareCheckDto,
} from './papers.dto.js';

/** Whose papers an organization has seen. */
@ApiTags('organizations')
@Controller('organizations/:id/checks')
@RequireSignIn()
export class PapersController {
  constructor(
    private readonly papers: PaperChecks,
    private readonly reads: PaperChecksQueries,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Checks of papers that an organization has recorded, the newest first (owners and coordinators)',
  })
  @ApiOkResponse({ type: PaperChecksAnswer })
  @ApiErrors('organization.not-found', 'papers.not-yours')
  async list(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<PaperCheckView> & { can: readonly string[] }> {
    const after = decodeCursor(cursor, ['time', 'id']);
    const { items, next, can } = await this.reads.ofOrganization(
      actor,
      id,
      limit,
      after && { at: after[0], id: after[1] },
    );
    return { ...page(items, next && encodeCursor([next.at, next.id])), can };
  }

  @Post()
  @ApiOperation({
    summary: "Record that a person's papers were seen (owners and coordinators)",
    description:
      'The papers themselves are never kept. It counts for this organization alone, until the person lets it count for all.',
  })
  @ApiCreatedResponse({ type: PaperCheckAnswer })
  @ApiErrors(
    'organization.not-found',
    'papers.not-yours',
    'papers.organization-not-verified',
    'papers.own',
    'papers.too-many',
    'person.unconfirmed',
  )
  async record(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: RecordCheckDto,
  ): Promise<PaperCheckView> {
    return this.reads.one(actor, id, await this.papers.record(actor, id, body));
  }

  @Post(':check/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a check back: from now on it counts for nobody (owners and coordinators)' })
  @ApiParam({ name: 'check', type: String, format: 'uuid' })
  @ApiOkResponse({ type: PaperCheckAnswer })
  @ApiErrors('organization.not-found', 'papers.not-yours', 'papers.not-found')
  async end(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('check') check: string): Promise<PaperCheckView> {
    await this.papers.end(actor, id, check);
    return this.reads.one(actor, id, check);
  }
}

/** What organizations have recorded about the caller. */
@ApiTags('me')
@Controller('me/checks')
@RequireSignIn()
export class OwnPapersController {
  constructor(
    private readonly papers: PaperChecks,
    private readonly reads: PaperChecksQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Which organizations have seen my papers, and the code that I show with them' })
  @ApiOkResponse({ type: OwnChecksAnswer })
  list(@CurrentUser() actor: Actor): ReturnType<PaperChecksQueries['ofPerson']> {
    return this.reads.ofPerson(actor);
  }

  @Post('code')
  @ApiOperation({
    summary: 'A code to show with the papers',
    description: 'It works once, within seven days; an earlier one stops working.',
  })
  @ApiCreatedResponse({ type: PaperCodeAnswer })
  code(@CurrentUser() actor: Actor): ReturnType<PaperChecks['newCode']> {
    return this.papers.newCode(actor);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Let a check count for every organization, or no longer' })
  @ApiOkResponse({ type: OwnChecksAnswer })
  @ApiErrors('papers.not-found', 'papers.not-valid')
  async share(
    @CurrentUser() actor: Actor,
    @Id('id') check: string,
    @Body() body: ShareCheckDto,
  ): ReturnType<PaperChecksQueries['ofPerson']> {
    await this.papers.share(actor, check, body.forAll);
    return this.reads.ofPerson(actor);
  }
}
