import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { DonorsModule } from '#donors';
import { LedgerModule } from '#ledger';
import { OfferEntity } from './offer.entity.js';
import { OffersQueries } from './offers.queries.js';
import { OffersService } from './offers.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([OfferEntity]), CatalogueModule, LedgerModule, DonorsModule],
  providers: [OffersService, OffersQueries],
  exports: [OffersService, OffersQueries],
})
export class OffersModule {}
