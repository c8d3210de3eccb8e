import type { Actor } from '#identity';
import type { NeedBalance } from '#ledger';
import { mayManage } from './access.rules.js';
import { isReportable } from './report.rules.js';

export type NeedStatus =
  'draft' | 'in_review' | 'returned' | 'open' | 'partly_met' | 'met' | 'reported' | 'closed' | 'withdrawn' | 'expired';

/** From each status, where a need can go. What is not here does not happen. */
export const NEED_LIFE: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  draft: ['in_review', 'withdrawn'],
  in_review: ['open', 'returned', 'withdrawn'],
  returned: ['in_review', 'withdrawn'],
  open: ['partly_met', 'met', 'withdrawn', 'expired'],
  partly_met: ['open', 'met', 'closed', 'withdrawn', 'expired'],
  met: ['open', 'partly_met', 'reported', 'closed'],
  reported: ['closed', 'met'],
  closed: ['reported'],
  withdrawn: [],
  expired: ['open', 'partly_met', 'withdrawn'],
};

export const NEED_STATUSES = Object.keys(NEED_LIFE) as NeedStatus[];
/** Takes offers now. */
export const LIVE_STATUSES: readonly NeedStatus[] = ['open', 'partly_met'];
/** May be rewritten freely: nobody outside has seen it. */
export const UNSEEN_STATUSES: readonly NeedStatus[] = ['draft', 'returned'];

export function canMove(from: NeedStatus, to: NeedStatus): boolean {
  return NEED_LIFE[from].includes(to);
}
export function isLive(status: NeedStatus): boolean {
  return LIVE_STATUSES.includes(status);
}

/** The status of a published need that follows from what has arrived. */
export function statusByBalance(balance: Pick<NeedBalance, 'required' | 'received'>): 'open' | 'partly_met' | 'met' {
  if (balance.received >= balance.required) return 'met';
  return balance.received > 0 ? 'partly_met' : 'open';
}

/** Time to expire: nobody renewed it, or its deadline has passed. */
export function isOverdue(need: { status: NeedStatus; freshUntil: Date | null; deadline: Date }, now: Date): boolean {
  return isLive(need.status) && (need.deadline <= now || (need.freshUntil !== null && need.freshUntil <= now));
}

const NEED_VERBS = ['edit', 'submit', 'withdraw', 'renew', 'close', 'plan-shift', 'give', 'report'] as const;
export type NeedVerb = (typeof NEED_VERBS)[number];

/** What a verb needs to know of the world beside the need itself. */
export interface NeedSurroundings {
  readonly organizationStatus: string;
  /** It has an account that money can go to. */
  readonly receivesMoney: boolean;
  /** The organization's yes is given beforehand (`givesYesBeforehand`). */
  readonly yesBeforehand: boolean;
  /** Who comes is agreed with each one (`agreedFirst`). */
  readonly agreedFirst: boolean;
  readonly now: Date;
}
interface NeedToJudge {
  readonly organizationId: string;
  readonly kind: string;
  readonly status: NeedStatus;
  readonly deadline: Date;
}

/** The verbs that would succeed if this actor tried them now; the web draws its buttons from it. Money is given by anybody, also by a visitor. */
export function needCan(
  actor: Actor | null,
  need: NeedToJudge,
  balance: NeedBalance,
  around: NeedSurroundings,
): NeedVerb[] {
  const manages = mayManage(actor, need);
  const verified = around.organizationStatus === 'verified';
  const inTime = need.deadline > around.now;
  const takes = isLive(need.status) && verified && inTime;
  const holds: Record<NeedVerb, boolean> = {
    edit:
      manages &&
      around.organizationStatus !== 'suspended' &&
      (UNSEEN_STATUSES.includes(need.status) || isLive(need.status)),
    submit: manages && canMove(need.status, 'in_review') && verified && inTime,
    withdraw: manages && canMove(need.status, 'withdrawn'),
    renew: manages && (isLive(need.status) || need.status === 'expired') && verified && inTime,
    close: manages && canMove(need.status, 'closed') && balance.reserved === 0,
    'plan-shift': manages && need.kind === 'time' && takes && !around.agreedFirst,
    report: manages && isReportable(need.status, balance.received),
    give: need.kind === 'money' && takes && around.receivesMoney && around.yesBeforehand && balance.open > 0,
  };
  return NEED_VERBS.filter((verb) => holds[verb]);
}
