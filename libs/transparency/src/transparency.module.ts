import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { BalanceSheets } from './balance-sheets.queries.js';
import { GivenInName } from './given.queries.js';
import { OpenBalance } from './open-balance.queries.js';

@Module({
  imports: [CatalogueModule],
  providers: [OpenBalance, BalanceSheets, GivenInName],
  exports: [OpenBalance, BalanceSheets, GivenInName],
})
export class TransparencyModule {}
