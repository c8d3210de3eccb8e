import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { IdentityModule } from '#identity';
import { MatchingModule } from '#matching';
import { Asking } from './asking.service.js';
import { Carrying } from './carrying.service.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { Trips } from './trips.service.js';

const services = [Asking, Trips, Carrying, DeliveriesQueries];

@Module({
  imports: [CatalogueModule, IdentityModule, MatchingModule],
  providers: services,
  exports: services,
})
export class DeliveriesModule {}
