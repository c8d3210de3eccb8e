import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Clock } from '#kernel';
import { PlatformModule } from '#platform';
import { type Env } from '#host';
import { AccountApiModule } from './identity/account/account.module.js';
import { ApiKeysApiModule } from './identity/api-keys/api-keys.controller.js';
import { AuditApiModule } from './moderation/audit/audit.controller.js';
import { ClearingsApiModule } from './clearing/clearings.controller.js';
import { BookingsApiModule } from './bookings/bookings.module.js';
import { BalanceApiModule } from './transparency/balance.controller.js';
import { CatalogueApiModule } from './catalogue/catalogue.controller.js';
import { AppealsApiModule } from './moderation/appeals/appeals.controller.js';
import { ComplaintsApiModule } from './moderation/complaints/complaints.controller.js';
import { ConsentsApiModule } from './identity/consents/consents.controller.js';
import { DeliveriesApiModule } from './deliveries/deliveries.module.js';
import { EventsApiModule } from './platform/events/events.controller.js';
import { HealthApiModule } from './platform/health/health.controller.js';
import { HttpModule } from './http/http.module.js';
import { InstallationApiModule } from './installation/installation.controller.js';
import { JobsApiModule } from './platform/jobs/jobs.controller.js';
import { LedgerApiModule } from './ledger/ledger.controller.js';
import { MailsApiModule } from './notifications/mails/mails.controller.js';
import { MessagesApiModule } from './messages/messages.controller.js';
import { MatchesApiModule } from './matching/matches.controller.js';
import { NeedRenewalsApiModule } from './needs/need-renewals.controller.js';
import { NeedsApiModule } from './needs/needs.module.js';
import { NotificationsApiModule } from './notifications/notifications.controller.js';
import { OffersApiModule } from './offers/offers.controller.js';
import { StandingOffersApiModule } from './offers/standing-offers.controller.js';
import { OrganizationsApiModule } from './organizations/organizations.controller.js';
import { PaymentsApiModule } from './payments/gifts.controller.js';
import { ErasureRequestsApiModule } from './identity/erasure-requests/erasure-requests.controller.js';
import { PeopleApiModule } from './identity/people/people.controller.js';
import { ReportsApiModule } from './reports/reports.controller.js';
import { PhotosApiModule } from './photos/photos.controller.js';
import { ReviewsApiModule } from './moderation/reviews/reviews.controller.js';
import { SessionsApiModule } from './identity/sessions/sessions.controller.js';
import { ShiftsApiModule } from './volunteering/shifts.module.js';
import { StockApiModule } from './stock/stock.module.js';
import { StatementsApiModule } from './ledger/statements/statements.controller.js';

/** Every noun that the API speaks of. */
const nouns: Type<unknown>[] = [
  PeopleApiModule,
  SessionsApiModule,
  AccountApiModule,
  ErasureRequestsApiModule,
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
