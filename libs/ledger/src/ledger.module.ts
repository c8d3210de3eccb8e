import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountEntity } from './account.entity.js';
import { Ledger } from './ledger.service.js';
import { Statements } from './statements.service.js';
import { TransferEntity } from './transfer.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([AccountEntity, TransferEntity])],
  providers: [Ledger, Statements],
  exports: [Ledger, Statements],
})
export class LedgerModule {}
