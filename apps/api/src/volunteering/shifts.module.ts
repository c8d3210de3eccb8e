import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { VolunteeringModule } from '#volunteering';
import { AgreementsController } from './agreements.controller.js';
import { CalendarsController, MyCalendarController } from './calendars.controller.js';
import { CandidatesController } from './candidates.controller.js';
import { CredentialsController } from './credentials.controller.js';
import { GuardianConsentsController } from './guardian-consents.controller.js';
import { HoursController } from './hours.controller.js';
import { ShiftAttendanceController } from './shift-attendance.controller.js';
import { ShiftCountsController } from './shift-counts.controller.js';
import { ShiftsController } from './shifts.controller.js';
import { SignUpsController } from './sign-ups.controller.js';
import { TripHoursController } from './trip-hours.controller.js';
import { WishesController } from './wishes.controller.js';

@Module({
  imports: [VolunteeringModule, CatalogueModule],
  controllers: [
    ShiftCountsController, // before `shifts/:id`
    ShiftsController,
    CandidatesController,
    AgreementsController,
    GuardianConsentsController,
    ShiftAttendanceController,
    SignUpsController,
    MyCalendarController,
    CalendarsController,
    HoursController,
    CredentialsController,
    TripHoursController,
    WishesController,
  ],
})
export class ShiftsApiModule {}
