import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { VolunteeringModule } from '#volunteering';
import { CalendarsController, MyCalendarController } from './calendars.controller.js';
import { HoursController } from './hours.controller.js';
import { ShiftAttendanceController } from './shift-attendance.controller.js';
import { ShiftsController } from './shifts.controller.js';
import { SignUpsController } from './sign-ups.controller.js';

@Module({ imports: [VolunteeringModule, CatalogueModule], controllers: [ShiftsController, ShiftAttendanceController, SignUpsController, MyCalendarController, CalendarsController, HoursController] })
export class ShiftsApiModule {}
