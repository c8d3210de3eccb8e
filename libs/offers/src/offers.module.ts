import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { DonorsModule } from '#donors';
import { LedgerModule } from '#ledger';
import { PhotosModule } from '#photos';
import { OfferPhotos } from './offer-photos.service.js';
import { OfferEntity } from './offer.entity.js';
import { OffersQueries } from './offers.queries.js';
import { OffersService } from './offers.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([OfferEntity]), CatalogueModule, LedgerModule, DonorsModule, PhotosModule],
  providers: [OffersService, OffersQueries, OfferPhotos],
  exports: [OffersService, OffersQueries, OfferPhotos],
})
export class OffersModule {}
