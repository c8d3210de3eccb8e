import { Module } from '@nestjs/common';
import { BookingsModule } from '#bookings';
import { BookingsController } from './bookings.controller.js';
import { ResourcesController } from './resources.controller.js';

@Module({ imports: [BookingsModule], controllers: [ResourcesController, BookingsController] })
export class BookingsApiModule {}
