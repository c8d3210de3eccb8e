import { Controller, Get, Module, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refuseForm } from '#kernel';
import { OpenBalance, TransparencyModule, type BalanceItem } from '#transparency';
import { decodeCursor, encodeCursor, page, type Page } from '../http/index.js';
import { BalanceAnswer, BalanceQuery } from './balance.dto.js';
import { BalanceSheetsController } from './sheets.controller.js';

@ApiTags('balance')
@Controller('balance')
export class BalanceController {
  constructor(private readonly balance: OpenBalance) {}

  @Get()
  @ApiOperation({
    summary: 'The open balance: needs against help',
    description:
      'From the ledger, of every need that was ever opened; one item for each sphere, place or category, also where nothing is asked. A few seconds old at most.',
  })
  @ApiOkResponse({ type: BalanceAnswer })
  async list(@Query() { by, limit, cursor }: BalanceQuery): Promise<Page<BalanceItem>> {
    const items = await this.balance.items(by);
    const after = decodeCursor(cursor, ['text'])?.[0];
    const start = after === undefined ? 0 : items.findIndex((item) => item.key === after) + 1;
    if (after !== undefined && start === 0) refuseForm([{ field: 'cursor', code: 'http.bad-cursor' }]);
    const shown = items.slice(start, start + limit);
    const last = shown.at(-1);
    return page(shown, last && start + shown.length < items.length ? encodeCursor([last.key]) : null);
  }
}

@Module({ imports: [TransparencyModule], controllers: [BalanceController, BalanceSheetsController] })
export class BalanceApiModule {}
