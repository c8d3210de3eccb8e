import type { FactType } from '#kernel';
import type { FactJobName } from './jobs.js';

/** What is left of an offer or need has changed: others may have it now, or no longer. */
const BOTH_SIDES = ['matching.propose-for-offer', 'matching.propose-for-need'] as const;

/** Mails that come in hundreds after one deed, or in a rush, and can wait: whatever else waits goes first. */
export const BEHIND: ReadonlySet<FactJobName> = new Set<FactJobName>(['notifications.planned-proposals', 'notifications.proposals']);

/** Jobs that take seconds or minutes: they have a queue of their own, so that no everyday job waits for one. */
export const LONG: ReadonlySet<FactJobName> = new Set<FactJobName>(['clearing.run', 'clearing.solve-part', 'organizations.process-document', 'photos.process']);

/** All choreography on one page: what follows each fact. A new fact does not compile until somebody has written what follows it. */
export const REACTIONS: Readonly<Record<FactType, readonly FactJobName[]>> = {
  'person.registration-asked': ['identity.answer-registration'],
  'person.registered': [],
  'person.confirmation-asked': ['identity.mail-confirmation'],
  'person.reset-asked': ['identity.answer-reset'],
  'person.email-change-asked': ['identity.answer-email-change'],
  'person.erased': ['offers.forget-photos', 'platform.forget-traces'],

  'organization.submitted': ['moderation.open-organization-review'],
  'organization.verified': ['matching.propose-for-organization'],
  'organization.returned': ['moderation.close-organization-review', 'matching.propose-for-organization'],
  'organization.suspended': ['matching.propose-for-organization'],
  'organization.account-change-requested': ['moderation.open-account-change-review'],
  'organization.document-uploaded': ['organizations.process-document'],
  'organization.account-change-ended': ['moderation.close-account-change-review'],

  'need.submitted': ['moderation.open-need-review'],
  'need.edit-submitted': ['moderation.open-need-edit-review'],
  'need.opened': ['matching.propose-for-need'],
  'need.changed': ['matching.propose-for-need', 'moderation.close-need-reviews'],
  'need.returned': [],
  'need.withdrawn': ['moderation.close-need-reviews'],
  'need.expired': ['moderation.close-need-reviews'],
  'need.closed': ['moderation.close-need-reviews'],

  'offer.opened': ['matching.propose-for-offer'],
  'offer.changed': ['matching.propose-for-offer'],
  'offer.withdrawn': [],
  'offer.expired': [],

  'photo.uploaded': ['photos.process'],
  'photo.processed': ['needs.photo-processed', 'offers.photo-processed'],

  'match.proposed': ['notifications.proposals'],
  'match.held': [...BOTH_SIDES, 'notifications.match-mails'],
  'match.accepted': [...BOTH_SIDES, 'notifications.match-mails'],
  'match.delivered': ['notifications.match-mails'],
  'match.confirmed': [...BOTH_SIDES, 'notifications.match-mails', 'moderation.close-match-review'],
  'match.declined': [...BOTH_SIDES, 'notifications.match-mails'],
  'match.expired': [...BOTH_SIDES, 'notifications.match-mails'],
  'match.cancelled': [...BOTH_SIDES, 'notifications.match-mails', 'moderation.close-match-review'],
  'match.disputed': ['notifications.match-mails', 'moderation.open-match-review'],
  'match.silent': ['moderation.open-match-review'],

  'clearing.asked': ['clearing.run'],
  'clearing.part-asked': ['clearing.solve-part'],
  'clearing.proposed': ['notifications.planned-proposals'],

  'review.opened': [],
  'review.decided': [],

  // Whole batches: their proposals come from the clock's backlog, so that no person waits behind them.
  'organization.imported': ['moderation.open-imported-reviews'],
  'need.imported': [],
  'offer.imported': [],
};
