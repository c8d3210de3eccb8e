import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { MatchingModule } from '#matching';
import { BankStatements } from './bank-statements.service.js';
import { GiftEntity } from './gift.entity.js';
import { Gifts } from './gifts.service.js';
import { PaymentsQueries } from './payments.queries.js';

export const paymentEntities = [GiftEntity];

@Module({
  imports: [TypeOrmModule.forFeature(paymentEntities), CatalogueModule, MatchingModule],
  providers: [Gifts, BankStatements, PaymentsQueries],
  exports: [Gifts, BankStatements, PaymentsQueries],
})
export class PaymentsModule {}
