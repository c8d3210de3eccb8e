import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { BalanceSheets } from './balance-sheets.queries.js';
import { GivenInName } from './given.queries.js';
import { MonthSheets } from './month-sheets.queries.js';
import { OpenBalance } from './open-balance.queries.js';

@Module({
  imports: [CatalogueModule],
  providers: [OpenBalance, BalanceSheets, MonthSheets, GivenInName],
  exports: [OpenBalance, BalanceSheets, MonthSheets, GivenInName],
})
export class TransparencyModule {}
