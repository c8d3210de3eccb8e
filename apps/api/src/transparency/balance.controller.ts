import { Controller, Get, Module, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Catalogue } from '#catalogue';
import { CatalogueModule } from '#catalogue-store';
import { refuseForm, type Locale } from '#kernel';
import { balanceCsv, BalanceFlow, OpenBalance, TransparencyModule, type BalanceItem, type FlowAt } from '#transparency';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  keptBy,
  LocaleOf,
  page,
  type ApiRequest,
  type Page,
} from '../http/index.js';
import { BalanceAnswer, BalanceQuery, BalanceTableQuery } from './balance.dto.js';
import { FlowAnswer, FlowQuery } from './flow.dto.js';
import { OwnOutcomeController } from './own-outcome.controller.js';
import { BalanceSheetsController } from './sheets.controller.js';

@ApiTags('balance')
@Controller()
export class BalanceController {
  constructor(
    private readonly balance: OpenBalance,
    private readonly flow: BalanceFlow,
    private readonly catalogue: Catalogue,
  ) {}

  @Get('balance')
  @ApiOperation({
    summary: 'The open balance: needs against help',
    description:
      'From the ledger, of every need that was ever opened; one item for each sphere, place or category, also where nothing is asked. A few seconds old at most.',
  })
  @ApiOkResponse({ type: BalanceAnswer })
  @ApiErrors('catalogue.not-found')
  async list(@Query() { by, period, place, sphere, limit, cursor }: BalanceQuery): Promise<Page<BalanceItem>> {
    const items = await this.balance.items(by, period, { place, sphere });
    const after = decodeCursor(cursor, ['text'])?.[0];
    const start = after === undefined ? 0 : items.findIndex((item) => item.key === after) + 1;
    if (after !== undefined && start === 0) refuseForm([{ field: 'cursor', code: 'http.bad-cursor' }]);
    const shown = items.slice(start, start + limit);
    const last = shown.at(-1);
    return page(shown, last && start + shown.length < items.length ? encodeCursor([last.key]) : null);
  }

  @Get('balance.csv')
  @ApiOperation({
    summary: 'The same as CSV, whole',
    description:
      'With a byte order mark; in Russian for Excel (semicolons, a decimal comma), in English RFC 4180. Amounts in roubles, hours and the units that people use; units are never converted into each other.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('catalogue.not-found')
  async table(
    @Query() { by, period, place, sphere }: BalanceTableQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const items = await this.balance.items(by, period, { place, sphere });
    const name = [by, period === 'all' ? undefined : period, place, sphere]
      .filter((part) => part !== undefined)
      .join('-');
    reply
      .header('vary', 'Accept-Language')
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="lepta-balance-${name}.csv"`);
    return balanceCsv(this.catalogue, items, by, locale);
  }

  @Get('balance/flow')
  @ApiOperation({
    summary: 'What arrived, from kinds of givers through spheres to municipalities',
    description:
      'At needs that opened within the period, without those of private categories: the sums are those that the balance calls received. A kind of givers is told where it has five givers or more. Five minutes old at most; an hour where nobody has asked lately, and read anew meanwhile.',
  })
  @ApiOkResponse({ type: FlowAnswer })
  @ApiErrors('catalogue.not-found')
  async flows(
    @Query() { kind, period, place, sphere }: FlowQuery,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FlowAt> {
    const flow = await this.flow.of({ kind, period, place, sphere });
    reply.header('cache-control', `${keptBy(request)}, max-age=30`);
    return flow;
  }
}

@Module({
  imports: [TransparencyModule, CatalogueModule],
  controllers: [BalanceController, BalanceSheetsController, OwnOutcomeController],
})
export class BalanceApiModule {}
