import { HOUR_MS, MINUTE_MS } from '#kernel';
import type { ClockJobName } from './jobs.js';

const SECOND_MS = 1_000;

/** How often the clock calls each of its jobs. Ages after which rows are forgotten stand in `ages.ts`. */
export const SCHEDULE: Readonly<Record<ClockJobName, { readonly everyMs: number }>> = {
  'identity.tell-guessed': { everyMs: 30 * SECOND_MS },
  'ledger.seal': { everyMs: 5 * SECOND_MS },
  'ledger.close-day': { everyMs: 10 * MINUTE_MS },
  'matching.lapse': { everyMs: 10 * SECOND_MS },
  'matching.expire': { everyMs: MINUTE_MS },
  'matching.refresh': { everyMs: 5 * MINUTE_MS },
  'matching.backlog': { everyMs: 2 * SECOND_MS },
  'clearing.start-due': { everyMs: MINUTE_MS },
  'clearing.end-lost': { everyMs: MINUTE_MS },
  'matching.remind': { everyMs: MINUTE_MS },
  'matching.remind-hand-overs': { everyMs: MINUTE_MS },
  'reports.tell': { everyMs: MINUTE_MS },
  'needs.remind': { everyMs: 10 * MINUTE_MS },
  'offers.open-standing': { everyMs: MINUTE_MS },
  'payments.lapse': { everyMs: MINUTE_MS },
  'payments.standing-gifts': { everyMs: MINUTE_MS },
  'payments.card-events': { everyMs: 2 * SECOND_MS },
  'payments.card-end': { everyMs: MINUTE_MS },
  'payments.card-reconcile': { everyMs: 10 * MINUTE_MS },
  'payments.remind-gifts': { everyMs: 10 * MINUTE_MS },
  'payments.settle-pledges': { everyMs: 10 * MINUTE_MS },
  'payments.recognise': { everyMs: 5 * SECOND_MS },
  'volunteering.clock': { everyMs: 10 * SECOND_MS },
  'deliveries.clock': { everyMs: MINUTE_MS },
  'volunteering.plan-series': { everyMs: MINUTE_MS },
  'volunteering.remind': { everyMs: MINUTE_MS },
  'volunteering.propose-shifts': { everyMs: 10 * MINUTE_MS },
  'organizations.clean-documents': { everyMs: HOUR_MS },
  'organizations.apply-account-changes': { everyMs: MINUTE_MS },
  'organizations.remind-papers': { everyMs: MINUTE_MS },
  'notifications.send': { everyMs: 2 * SECOND_MS },
  'notifications.seal-older': { everyMs: MINUTE_MS },
  'notifications.digest': { everyMs: 5 * MINUTE_MS },
  'photos.clean': { everyMs: 6 * HOUR_MS },
  'platform.forget': { everyMs: HOUR_MS },
};
