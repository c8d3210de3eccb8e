import type { FactType } from '#kernel';
import type { FactJobName } from './jobs.js';

/** What is left of an offer or need has changed: others may have it now, or no longer. */
const BOTH_SIDES = ['matching.propose-for-offer', 'matching.propose-for-need'] as const;

/** Mails that come in hundreds after one deed, or in a rush, and can wait: whatever else waits goes first. */
export const BEHIND: ReadonlySet<FactJobName> = new Set<FactJobName>([
  'notifications.planned-proposals',
  'notifications.proposals',
]);

/** Jobs that take seconds or minutes: they have a queue of their own, so that no everyday job waits for one. */
export const LONG: ReadonlySet<FactJobName> = new Set<FactJobName>([
  'clearing.run',
  'clearing.solve-part',
  'volunteering.propose-cleared',
  'organizations.process-document',
  'photos.process',
]);

/** All choreography on one page: what follows each fact. A new fact does not compile until its author has written what follows it. */
export const REACTIONS: Readonly<Record<FactType, readonly FactJobName[]>> = {
  'person.registration-asked': ['identity.answer-registration'],
  'person.registered': [],
  'person.confirmation-asked': ['identity.mail-confirmation'],
  'person.reset-asked': ['identity.answer-reset'],
  'person.email-change-asked': ['identity.answer-email-change'],
  'person.erased': [
    'offers.forget-photos',
    'matching.forget-meetings',
    'matching.forget-photos',
    'platform.forget-traces',
    'notifications.forget',
    'messages.forget',
  ],
  'person.confirmed': ['offers.enter-confirmed', 'offers.enter-visitor'],
  'person.papers-changed': ['matching.propose-for-person'],

  'organization.submitted': ['moderation.open-organization-review'],
  'organization.verified': ['matching.propose-for-organization'],
  'organization.returned': ['moderation.close-organization-review', 'matching.propose-for-organization'],
  'organization.suspended': ['matching.propose-for-organization'],
  'organization.accepts-changed': ['matching.propose-for-organization'],
  'organization.account-change-requested': ['moderation.open-account-change-review'],
  'organization.document-uploaded': ['organizations.process-document'],
  'organization.account-change-ended': ['moderation.close-account-change-review'],

  'need.submitted': ['moderation.open-need-review'],
  'need.edit-submitted': ['moderation.open-need-edit-review'],
  'need.opened': ['matching.propose-for-need'],
  'need.changed': ['matching.propose-for-need', 'moderation.close-need-reviews'],
  'need.returned': [],
  'need.withdrawn': ['moderation.close-need-reviews', 'volunteering.follow-need'],
  'need.expired': ['moderation.close-need-reviews', 'volunteering.follow-need'],
  'need.closed': ['moderation.close-need-reviews', 'volunteering.follow-need'],

  'report.published': ['moderation.open-report-review', 'moderation.close-need-reviews'],
  'report.recalled': ['moderation.close-report-review'],

  'offer.submitted': ['moderation.open-offer-review'],
  'offer.opened': ['matching.propose-for-offer'],
  'offer.changed': ['matching.propose-for-offer'],
  'offer.withdrawn': ['moderation.close-offer-review'],
  'offer.expired': ['moderation.close-offer-review'],

  'photo.uploaded': ['photos.process'],
  'photo.processed': [
    'needs.photo-processed',
    'offers.photo-processed',
    'messages.photo-processed',
    'matching.photo-processed',
    'reports.photo-processed',
  ],

  'match.proposed': ['notifications.proposals'],
  'match.held': [...BOTH_SIDES, 'notifications.match-mails'],
  'match.accepted': [...BOTH_SIDES, 'notifications.match-mails'],
  'match.delivered': ['notifications.match-mails'],
  'match.confirmed': [
    ...BOTH_SIDES,
    'notifications.match-mails',
    'moderation.close-match-review',
    'payments.follow-match',
    'payments.ask-surplus',
    'volunteering.follow-match',
    'deliveries.follow-match',
  ],
  'match.declined': [...BOTH_SIDES, 'notifications.match-mails'],
  'match.expired': [...BOTH_SIDES, 'notifications.match-mails', 'volunteering.follow-match', 'deliveries.follow-match'],
  'match.cancelled': [
    ...BOTH_SIDES,
    'notifications.match-mails',
    'moderation.close-match-review',
    'payments.follow-match',
    'volunteering.follow-match',
    'deliveries.follow-match',
  ],
  'match.disputed': ['notifications.match-mails', 'moderation.open-match-review'],
  // Of a gift that is only promised nobody is told; others may have what it holds, or no longer.
  'gift.promised': ['matching.propose-for-need'],
  'gift.lapsed': ['matching.propose-for-need'],
  'gift.refunded': ['matching.propose-for-need', 'payments.tell-refunded'],
  'gift.disputed': ['matching.propose-for-need', 'payments.tell-disputed'],
  'gift.unseen': ['matching.propose-for-need', 'payments.tell-unseen'],
  'gift.returned': ['payments.tell-returned'],
  'surplus.moved': ['matching.propose-for-need'],
  'stock.taken-in': [],
  'stock.given-out': ['matching.propose-for-need'],
  'match.hand-over-proposed': ['notifications.match-mails'],
  'match.hand-over-agreed': ['notifications.match-mails'],
  'match.silent': ['moderation.open-match-review'],

  'match.objected': ['moderation.open-match-review', 'volunteering.objection-mails'],
  'match.objection-settled': ['moderation.close-match-review', 'volunteering.follow-match'],

  'trip.ended': ['volunteering.propose-trip-hours'],
  'shift.planned': [],
  'shift.changed': ['volunteering.shift-mails'],
  'shift.cancelled': ['volunteering.shift-mails'],
  'sign-up.made': ['volunteering.sign-up-mails'],
  'sign-up.offered': ['volunteering.sign-up-mails'],
  'sign-up.ended': ['volunteering.sign-up-mails'],
  'sign-up.confirmed': ['volunteering.sign-up-mails'],
  'clearing.time-cleared': ['volunteering.propose-cleared'],
  'sign-up.late': ['volunteering.sign-up-mails'],
  'message.sent': ['notifications.message-mails'],
  'message.reported': ['moderation.open-messages-review'],

  'clearing.asked': ['clearing.run'],
  'clearing.part-asked': ['clearing.solve-part'],
  'clearing.proposed': ['notifications.planned-proposals'],

  'review.opened': [],
  'review.decided': [],

  // Whole batches: their proposals come from the clock's backlog, so that no person waits behind them.
  'need.imported': [],
  'offer.imported': [],
};
