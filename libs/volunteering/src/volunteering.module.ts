import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue-store';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { MatchingModule } from '#matching';
import { NeedsModule } from '#needs';
import { AgreementsQueries } from './agreements.queries.js';
import { AttendanceService } from './attendance.service.js';
import { CalendarsService } from './calendars.service.js';
import { FollowJobs } from './follow.job.js';
import { GuardiansService } from './guardian/guardians.service.js';
import { CredentialsService } from './hours/credentials.service.js';
import { TripHoursQueries } from './driven/trip-hours.queries.js';
import { TripHours } from './driven/trip-hours.service.js';
import { OrganizationHoursQueries } from './hours/organization-hours.queries.js';
import { HoursService } from './hours/hours.service.js';
import { AsksService } from './cover/asks.service.js';
import { CandidatesQueries } from './cover/candidates.queries.js';
import { EntriesService } from './cover/entries.service.js';
import { DeparturesService } from './presence/departures.service.js';
import { OwnWordService } from './presence/own-word.service.js';
import { SeriesEntity } from './series/series.entity.js';
import { SeriesService } from './series/series.service.js';
import { ShiftClock } from './shift-clock.job.js';
import { ShiftMails } from './shift-mails.service.js';
import { ShiftEntity } from './shift.entity.js';
import { OwnShiftsQueries } from './own-shifts.queries.js';
import { ShiftsQueries } from './shifts.queries.js';
import { ShiftsService } from './shifts.service.js';
import { SignUpEntity } from './sign-up.entity.js';
import { SignUpsService } from './sign-ups.service.js';
import { ProposeShifts } from './proposing/propose-shifts.job.js';
import { WishMails } from './wishes/wish-mails.job.js';
import { WishesService } from './wishes/wishes.service.js';
import { UpcomingQueries } from './upcoming.queries.js';

const services = [
  ShiftsService,
  SeriesService,
  AgreementsQueries,
  GuardiansService,
  CandidatesQueries,
  AsksService,
  EntriesService,
  SignUpsService,
  AttendanceService,
  DeparturesService,
  OwnWordService,
  OwnShiftsQueries,
  ShiftsQueries,
  UpcomingQueries,
  WishesService,
  WishMails,
  ProposeShifts,
  ShiftClock,
  ShiftMails,
  CalendarsService,
  FollowJobs,
  HoursService,
  OrganizationHoursQueries,
  TripHours,
  TripHoursQueries,
  CredentialsService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([ShiftEntity, SignUpEntity, SeriesEntity]),
    CatalogueModule,
    IdentityModule,
    LedgerModule,
    NeedsModule,
    MatchingModule,
  ],
  providers: services,
  exports: services,
})
export class VolunteeringModule {}
