import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { IdentityModule } from '#identity';
import { BookingsQueries } from './bookings.queries.js';
import { Bookings } from './bookings.service.js';
import { Resources } from './resources.service.js';

const services = [Resources, Bookings, BookingsQueries];

@Module({ imports: [CatalogueModule, IdentityModule], providers: services, exports: services })
export class BookingsModule {}
