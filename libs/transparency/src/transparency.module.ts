import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { BalanceSheets } from './balance-sheets.queries.js';
import { BalanceFlow } from './flow.queries.js';
import { GivenInName } from './given.queries.js';
import { MonthSheets } from './month-sheets.queries.js';
import { OpenBalance } from './open-balance.queries.js';
import { OwnOutcomes } from './own-outcome.queries.js';

@Module({
  imports: [CatalogueModule],
  providers: [OpenBalance, BalanceFlow, BalanceSheets, MonthSheets, GivenInName, OwnOutcomes],
  exports: [OpenBalance, BalanceFlow, BalanceSheets, MonthSheets, GivenInName, OwnOutcomes],
})
export class TransparencyModule {}
