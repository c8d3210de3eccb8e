import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountEntity } from './account.entity.js';
import { Ledger } from './ledger.service.js';
import { StockLedger } from './stock.service.js';
import { StatementYears } from './statement-year.queries.js';
import { Statements } from './statements.service.js';
import { TransferEntity } from './transfer.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([AccountEntity, TransferEntity])],
  providers: [Ledger, Statements, StatementYears, StockLedger],
  exports: [Ledger, Statements, StatementYears, StockLedger],
})
export class LedgerModule {}
