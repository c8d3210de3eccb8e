import { Controller, Get, Module, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Catalogue } from '#catalogue';
import { CatalogueModule } from '#catalogue-store';
import { refuseForm, type Locale } from '#kernel';
import { balanceCsv, OpenBalance, TransparencyModule, type BalanceItem } from '#transparency';
import { decodeCursor, encodeCursor, LocaleOf, page, type Page } from '../http/index.js';
import { BalanceAnswer, BalanceQuery, BalanceTableQuery } from './balance.dto.js';
import { OwnOutcomeController } from './own-outcome.controller.js';
import { BalanceSheetsController } from './sheets.controller.js';

@ApiTags('balance')
@Controller()
export class BalanceController {
  constructor(
    private readonly balance: OpenBalance,
    private readonly catalogue: Catalogue,
  ) {}

  @Get('balance')
  @ApiOperation({
    summary: 'The open balance: needs against help',
    description:
      'From the ledger, of every need that was ever opened; one item for each sphere, place or category, also where nothing is asked. A few seconds old at most.',
  })
  @ApiOkResponse({ type: BalanceAnswer })
  async list(@Query() { by, period, limit, cursor }: BalanceQuery): Promise<Page<BalanceItem>> {
    const items = await this.balance.items(by, period);
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
  async table(
    @Query() { by, period }: BalanceTableQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    reply
      .header('vary', 'Accept-Language')
      .header('content-type', 'text/csv; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="lepta-balance-${by}${period === 'all' ? '' : `-${period}`}.csv"`,
      );
    return balanceCsv(this.catalogue, await this.balance.items(by, period), by, locale);
  }
}

@Module({
  imports: [TransparencyModule, CatalogueModule],
  controllers: [BalanceController, BalanceSheetsController, OwnOutcomeController],
})
export class BalanceApiModule {}
