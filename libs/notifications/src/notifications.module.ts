import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { MatchingModule } from '#matching';
import { PaymentsModule } from '#payments';
import { Env } from '#host';
import { Smtp } from '#platform';
import { NotificationChoices } from './choices.service.js';
import { Digests } from './digest.service.js';
import { FollowMails } from './follow-mails.service.js';
import { Follows } from './follows.service.js';
import { MailRouting } from './mail-routing.service.js';
import { MailSender } from './mail-sender.service.js';
import { MatchMails } from './match-mails.service.js';
import { MessageMails } from './message-mails.service.js';
import { Notifications } from './notifications.service.js';
import { Outbox } from './outbox.service.js';
import { ProposalMails } from './proposal-mails.service.js';
import { UnsealedMails } from './unsealed-mails.job.js';

/** What a person reads and chooses: for the API. */
const reading = [Follows, NotificationChoices, Notifications, Outbox];
/** What writes and sends: for the worker. */
const writing = [MatchMails, MessageMails, ProposalMails, FollowMails, Digests, MailRouting, MailSender, UnsealedMails];

@Module({ imports: [CatalogueModule], providers: reading, exports: reading })
export class NotificationReadsModule {}

@Module({
  imports: [CatalogueModule, MatchingModule, PaymentsModule],
  providers: [...writing, { provide: Smtp, inject: [Env], useFactory: smtpOf }],
  exports: writing,
})
export class NotificationsModule {}

function smtpOf(env: Env): Smtp | null {
  return env.SMTP_URL === null ? null : new Smtp({ url: env.SMTP_URL, from: env.mailSender });
}
