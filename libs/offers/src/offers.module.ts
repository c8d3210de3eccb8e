import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue-store';
import { DonorsModule } from '#donors';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { PhotosModule } from '#photos';
import { OfferPhotos } from './offer-photos.service.js';
import { OfferEntity } from './offer.entity.js';
import { OffersQueries } from './offers.queries.js';
import { OffersService } from './offers.service.js';
import { WaitingOffers } from './waiting-offers.service.js';
import { StandingGiftDates } from './standing/gift-dates.service.js';
import { OpenStandingOffers } from './standing/open-standing.job.js';
import { StandingOfferEntity } from './standing/standing-offer.entity.js';
import { StandingOffersQueries } from './standing/standing-offers.queries.js';
import { StandingOffersService } from './standing/standing-offers.service.js';
import { VisitorOfferEntity } from './visitors/visitor-offer.entity.js';
import { VisitorOffers } from './visitors/visitor-offers.service.js';
import { WalkInEntity } from './walk-ins/walk-in.entity.js';
import { WalkInsQueries } from './walk-ins/walk-ins.queries.js';
import { WalkIns } from './walk-ins/walk-ins.service.js';

const PROVIDERS = [
  OffersService,
  WaitingOffers,
  OffersQueries,
  OfferPhotos,
  StandingOffersService,
  StandingOffersQueries,
  OpenStandingOffers,
  StandingGiftDates,
  VisitorOffers,
  WalkIns,
  WalkInsQueries,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([OfferEntity, StandingOfferEntity, VisitorOfferEntity, WalkInEntity]),
    CatalogueModule,
    IdentityModule,
    LedgerModule,
    DonorsModule,
    PhotosModule,
  ],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class OffersModule {}
