import type { Locale } from '#kernel';
import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Module, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { CatalogueModule } from '#catalogue-store';
import {
  ClearingModule,
  ClearingReads,
  Clearings,
  planCsv,
  planTable,
  refuseClearing,
  type ClearingSummary,
} from '#clearing';
import { isAdministrator, type Actor } from '#identity';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  IdempotentId,
  page,
  PageQuery,
  RequireAdministrator,
  CurrentUser,
  CurrentUserOrVisitor,
  type Page,
} from '../http/index.js';
import {
  ClearingAnswer,
  ClearingLinesAnswer,
  ClearingsAnswer,
  OrganizationSharesAnswer,
  StartedClearingAnswer,
  UnmetAnswer,
  type LineAnswer,
  type OrganizationShareAnswer,
  type UnmetItemAnswer,
} from './clearings.answers.js';
import { StartClearingDto } from './clearings.dto.js';
import { clearingView, lineView, organizationView, unmetView } from './clearings.view.js';
import { numberAfter } from './number-after.js';
import { WeightsController } from './weights.controller.js';

/** Everything that is open, planned at once: anybody may read what a run did and why, an administrator starts one. */
@ApiTags('clearings')
@Controller('clearings')
export class ClearingsController {
  constructor(
    private readonly clearings: Clearings,
    private readonly reads: ClearingReads,
    private readonly catalogue: Catalogue,
    private readonly source: DataSource,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Clearings, newest first',
    description: 'Reports without what grows with the region; `GET /clearings/{id}` has all of it.',
  })
  @ApiOkResponse({ type: ClearingsAnswer })
  async list(@Query() query: PageQuery): Promise<Page<ClearingAnswer>> {
    const cursor = decodeCursor(query.cursor, ['time', 'id']);
    const rows = await this.reads.page(query.limit, cursor && { at: cursor[0], id: cursor[1] });
    const last = rows.at(-1);
    return page(
      rows.map(clearingView),
      last && rows.length === query.limit ? encodeCursor([last.at.toISOString(), last.id]) : null,
    );
  }

  @Post()
  @RequireAdministrator()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Start a clearing',
    description:
      'A worker takes it up at once; `GET /clearings/{id}` says when it is done. Written into the audit log.',
  })
  @ApiAcceptedResponse({ type: StartedClearingAnswer })
  @ApiErrors('http.administrators-only', 'clearing.already-running', 'clearing.weights-only-tried')
  async start(
    @CurrentUser() actor: Actor,
    @IdempotentId() thing: string | undefined,
    @Body() body: StartClearingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StartedClearingAnswer> {
    const id = await this.clearings.start(
      actor.personId,
      { ...body, weights: body.weights && { ...body.weights } },
      thing,
    );
    reply.header('location', `/api/v1/clearings/${id}`);
    return { id, status: (await this.found(id)).status };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'The report of a clearing',
    description:
      'Objective, proved bound, who got what share, and how fair that is. The newest lines of the plan stand under `/lines`, needs that were left out under `/unmet`.',
  })
  @ApiOkResponse({ type: ClearingAnswer })
  @ApiErrors('clearing.not-found')
  async one(@Id('id') id: string): Promise<ClearingAnswer> {
    return clearingView(await this.found(id));
  }

  @Get(':id/lines')
  @ApiOperation({
    summary: 'What a clearing planned, line by line',
    description: 'Offers are named to administrators only.',
  })
  @ApiOkResponse({ type: ClearingLinesAnswer })
  @ApiErrors('clearing.not-found')
  async lines(
    @CurrentUserOrVisitor() actor: Actor | null,
    @Id('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<LineAnswer>> {
    await this.known(id);
    const rows = await this.reads.lines(id, query.limit, numberAfter(query.cursor) ?? -1);
    const last = rows.at(-1);
    return page(
      rows.map((row) => lineView(row, isAdministrator(actor), this.catalogue)),
      last && rows.length === query.limit ? encodeCursor([last.line]) : null,
    );
  }

  @Get(':id/plan.csv')
  @ApiOperation({
    summary: 'The whole plan of a clearing as CSV',
    description:
      'RFC 4180, the columns of `lepta match`: `offer,need,kind,quantity,unit,score,parts`; `quantity` an integer in the base unit, `parts` JSON. Needs go by the id of their import file, else by ours; offers are numbered as they come, and named to administrators.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('clearing.not-found')
  async csv(@CurrentUserOrVisitor() actor: Actor | null, @Id('id') id: string): Promise<StreamableFile> {
    const { number } = await this.found(id);
    const plan = Readable.from(planCsv(this.source, this.catalogue, id, isAdministrator(actor)));
    return new StreamableFile(plan, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="clearing-${number}-plan.csv"`,
    });
  }

  @Get(':id/plan-table.csv')
  @ApiOperation({
    summary: 'The same plan as a table for people',
    description:
      'With a byte order mark; in Russian for Excel (semicolons, a decimal comma), in English RFC 4180. Amounts in roubles, hours and the units that people use, the unit in a column of its own; needs by number and title, those of private categories by the category; offers as in `plan.csv`.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('clearing.not-found')
  async table(
    @CurrentUserOrVisitor() actor: Actor | null,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { number } = await this.found(id);
    reply.header('vary', 'Accept-Language');
    const plan = Readable.from(planTable(this.source, this.catalogue, id, isAdministrator(actor), locale));
    return new StreamableFile(plan, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="clearing-${number}-plan-table.csv"`,
    });
  }

  @Get(':id/unmet')
  @ApiOperation({ summary: 'Needs that a clearing left without, and why' })
  @ApiOkResponse({ type: UnmetAnswer })
  @ApiErrors('clearing.not-found')
  async unmet(
    @Id('id') id: string,
    @Query() query: PageQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<UnmetItemAnswer>> {
    await this.known(id);
    const rows = await this.reads.unmet(id, query.limit, numberAfter(query.cursor) ?? -1);
    const last = rows.at(-1);
    return page(
      rows.map((row) => unmetView(row, locale, this.catalogue)),
      last && rows.length === query.limit ? encodeCursor([last.at]) : null,
    );
  }

  @Get(':id/organizations')
  @ApiOperation({ summary: 'What each organization asked for and would receive' })
  @ApiOkResponse({ type: OrganizationSharesAnswer })
  @ApiErrors('clearing.not-found')
  async organizations(@Id('id') id: string, @Query() query: PageQuery): Promise<Page<OrganizationShareAnswer>> {
    await this.known(id);
    const rows = await this.reads.organizations(id, query.limit, numberAfter(query.cursor) ?? 0);
    const last = rows.at(-1);
    return page(
      rows.map((row) => organizationView(row)),
      last && rows.length === query.limit ? encodeCursor([last.at]) : null,
    );
  }

  /** A page of a run reads its rows, not its whole report. */
  private async known(id: string): Promise<void> {
    if (!(await this.reads.exists(id))) refuseClearing('clearing.not-found');
  }

  private async found(id: string): Promise<ClearingSummary> {
    return (await this.reads.byId(id)) ?? refuseClearing('clearing.not-found');
  }
}

@Module({ imports: [CatalogueModule, ClearingModule], controllers: [ClearingsController, WeightsController] })
export class ClearingsApiModule {}
