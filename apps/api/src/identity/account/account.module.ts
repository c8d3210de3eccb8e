import { Module } from '@nestjs/common';
import { BookingsModule } from '#bookings';
import { DeliveriesModule } from '#deliveries';
import { IdentityModule } from '#identity';
import { MatchingModule } from '#matching';
import { VolunteeringModule } from '#volunteering';
import { EventsApiModule } from '../../platform/events/events.controller.js';
import { SessionsApiModule } from '../sessions/sessions.controller.js';
import { AccountErasure } from './account-erasure.js';
import { AccountController, AccountLinksController } from './account.controller.js';
import { PersonalDataController } from './data.controller.js';
import { ExportQueries } from './export.queries.js';
import { SecondFactorsController } from './second-factors.controller.js';

@Module({
  imports: [
    IdentityModule,
    MatchingModule,
    VolunteeringModule,
    DeliveriesModule,
    BookingsModule,
    EventsApiModule,
    SessionsApiModule,
  ],
  exports: [AccountErasure],
  providers: [ExportQueries, AccountErasure],
  controllers: [AccountLinksController, AccountController, SecondFactorsController, PersonalDataController],
})
export class AccountApiModule {}
