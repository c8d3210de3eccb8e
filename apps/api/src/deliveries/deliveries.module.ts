import { Module } from '@nestjs/common';
import { DeliveriesModule } from '#deliveries';
import { LegsController } from './legs.controller.js';
import { TripsController } from './trips.controller.js';

@Module({ imports: [DeliveriesModule], controllers: [LegsController, TripsController] })
export class DeliveriesApiModule {}
