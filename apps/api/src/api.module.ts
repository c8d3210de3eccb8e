import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Clock } from '#kernel';
import { PlatformModule } from '#platform';
import { type Env } from '#host';
import { AccountApiModule } from './account/account.module.js';
import { ApiKeysApiModule } from './api-keys/api-keys.controller.js';
import { AuditApiModule } from './audit/audit.controller.js';
import { ClearingsApiModule } from './clearings/clearings.controller.js';
import { BookingsApiModule } from './bookings/bookings.module.js';
import { BalanceApiModule } from './balance/balance.controller.js';
import { CatalogueApiModule } from './catalogue/catalogue.controller.js';
import { AppealsApiModule } from './appeals/appeals.controller.js';
import { ComplaintsApiModule } from './complaints/complaints.controller.js';
import { ConsentsApiModule } from './consents/consents.controller.js';
import { DeliveriesApiModule } from './deliveries/deliveries.module.js';
import { EventsApiModule } from './events/events.controller.js';
import { HealthApiModule } from './health/health.controller.js';
import { HttpModule } from './http/http.module.js';
import { InstallationApiModule } from './installation/installation.controller.js';
import { JobsApiModule } from './jobs/jobs.controller.js';
import { LedgerApiModule } from './ledger/ledger.controller.js';
import { MailsApiModule } from './mails/mails.controller.js';
import { MessagesApiModule } from './matches/messages.controller.js';
import { MatchesApiModule } from './matches/matches.controller.js';
import { NeedRenewalsApiModule } from './needs/need-renewals.controller.js';
import { NeedsApiModule } from './needs/needs.module.js';
import { NotificationsApiModule } from './notifications/notifications.controller.js';
import { OffersApiModule } from './offers/offers.controller.js';
import { StandingOffersApiModule } from './offers/standing-offers.controller.js';
import { OrganizationsApiModule } from './organizations/organizations.controller.js';
import { PaymentsApiModule } from './payments/gifts.controller.js';
import { PeopleApiModule } from './people/people.controller.js';
import { ReportsApiModule } from './needs/reports.controller.js';
import { PhotosApiModule } from './photos/photos.controller.js';
import { ReviewsApiModule } from './reviews/reviews.controller.js';
import { SessionsApiModule } from './sessions/sessions.controller.js';
import { ShiftsApiModule } from './shifts/shifts.module.js';
import { StockApiModule } from './stock/stock.module.js';
import { StatementsApiModule } from './statements/statements.controller.js';

/** Every noun that the API speaks of. */
const nouns: Type<unknown>[] = [
  PeopleApiModule,
  SessionsApiModule,
  AccountApiModule,
  ApiKeysApiModule,
  ConsentsApiModule,
  CatalogueApiModule,
  OrganizationsApiModule,
  NeedsApiModule,
  NeedRenewalsApiModule,
  OffersApiModule,
  StandingOffersApiModule,
  PhotosApiModule,
  MatchesApiModule,
  PaymentsApiModule,
  LedgerApiModule,
  StatementsApiModule,
  StockApiModule,
  BalanceApiModule,
  ClearingsApiModule,
  ShiftsApiModule,
  DeliveriesApiModule,
  BookingsApiModule,
  MessagesApiModule,
  ReportsApiModule,
  ReviewsApiModule,
  AppealsApiModule,
  ComplaintsApiModule,
  AuditApiModule,
  MailsApiModule,
  NotificationsApiModule,
  JobsApiModule,
  EventsApiModule,
  InstallationApiModule,
  HealthApiModule,
];

@Module({})
export class ApiModule {
  static of(env: Env, clock?: Clock, more: Type<unknown>[] = []): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({ name: 'lepta-api', connections: 16, env, clock }),
        HttpModule,
        ...nouns,
        ...more,
      ],
    };
  }
}
