import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { BalanceSheets } from './balance-sheets.queries.js';
import { BalanceFlow } from './flow.queries.js';
import { GivenInName } from './given.queries.js';
import { MonthSheets } from './month-sheets.queries.js';
import { OpenBalance } from './open-balance.queries.js';

@Module({
  imports: [CatalogueModule],
  providers: [OpenBalance, BalanceFlow, BalanceSheets, MonthSheets, GivenInName],
  exports: [OpenBalance, BalanceFlow, BalanceSheets, MonthSheets, GivenInName],
})
export class TransparencyModule {}
