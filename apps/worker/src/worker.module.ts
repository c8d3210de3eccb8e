import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClearingModule } from '#clearing';
import { DeliveriesModule } from '#deliveries';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { Clock } from '#kernel';
import { MatchingModule } from '#matching';
import { MessagesModule } from '#messages';
import { ReportsModule } from '#reports';
import { ModerationModule } from '#moderation';
import { NotificationsModule } from '#notifications';
import { PaymentsModule } from '#payments';
import { VolunteeringModule } from '#volunteering';
import { ForgetJob, PlatformModule } from '#platform';
import { type Env } from '#host';
import { AGES } from './ages.js';

/** Database connections of a worker; its job queue has a pool of its own beside it. */
const CONNECTIONS = 12;

@Module({})
export class WorkerModule {
  static with(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({ env, name: 'lepta-worker', connections: CONNECTIONS, sessions: true }),
        IdentityModule,
        LedgerModule,
        MatchingModule,
        ClearingModule,
        PaymentsModule,
        ModerationModule,
        NotificationsModule,
        VolunteeringModule,
        DeliveriesModule,
        MessagesModule,
        ReportsModule,
      ],
      providers: [
        {
          provide: ForgetJob,
          inject: [DataSource, Clock],
          useFactory: (source: DataSource, clock: Clock) => new ForgetJob(source, clock, AGES),
        },
      ],
    };
  }
}
