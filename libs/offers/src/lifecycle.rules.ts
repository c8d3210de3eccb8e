import { LINK_DAYS, type Actor } from '#identity';
import { DAY_MS } from '#kernel';
import type { OfferBalance } from '#ledger';
import { mayManageOffer } from './access.rules.js';

export type OfferStatus =
  'unconfirmed' | 'in_review' | 'returned' | 'open' | 'partly_used' | 'used_up' | 'withdrawn' | 'expired';

/** From each status, where an offer can go. A part that comes back (a hold that lapsed) makes a used-up offer open again. */
export const OFFER_LIFE: Readonly<Record<OfferStatus, readonly OfferStatus[]>> = {
  unconfirmed: ['in_review', 'open', 'withdrawn', 'expired'],
  in_review: ['open', 'returned', 'withdrawn', 'expired'],
  returned: [],
  open: ['partly_used', 'used_up', 'withdrawn', 'expired'],
  partly_used: ['open', 'used_up', 'withdrawn', 'expired'],
  used_up: ['open', 'partly_used'],
  withdrawn: [],
  expired: [],
};

export const OFFER_STATUSES = Object.keys(OFFER_LIFE) as OfferStatus[];
/** Meets needs now. */
export const LIVE_OFFER_STATUSES: readonly OfferStatus[] = ['open', 'partly_used'];

/** In no plan, proposal or index yet: its giver’s address was never confirmed, or a moderator is to look at it. */
export const WAITING_OFFER_STATUSES: readonly OfferStatus[] = ['unconfirmed', 'in_review'];
/** So long an offer waits for the address of its giver: as long as the link works that confirms it. */
export const CONFIRM_WITHIN_MS = LINK_DAYS * DAY_MS;

export function canMoveOffer(from: OfferStatus, to: OfferStatus): boolean {
  return OFFER_LIFE[from].includes(to);
}
export function isLiveOffer(status: OfferStatus): boolean {
  return LIVE_OFFER_STATUSES.includes(status);
}

export function isWaitingOffer(status: OfferStatus): boolean {
  return WAITING_OFFER_STATUSES.includes(status);
}

/** When a waiting or live offer runs out; null: it has ended. */
export function offerRunsOutAt({
  status,
  until,
  createdAt,
}: {
  readonly status: OfferStatus;
  readonly until: Date;
  readonly createdAt: Date;
}): Date | null {
  if (status === 'unconfirmed') return new Date(Math.min(until.getTime(), createdAt.getTime() + CONFIRM_WITHIN_MS));
  return isLiveOffer(status) || status === 'in_review' ? until : null;
}

/** The status of a live offer that follows from its balance: a part given makes it partly used, nothing left and nothing on its way used up. What is only held may still come back. */
export function offerStatusByBalance(
  balance: Pick<OfferBalance, 'available' | 'reserved' | 'delivered'>,
): 'open' | 'partly_used' | 'used_up' {
  if (balance.available === 0 && balance.reserved === 0) return 'used_up';
  return balance.delivered > 0 ? 'partly_used' : 'open';
}

const OFFER_VERBS = ['edit', 'withdraw'] as const;
export type OfferVerb = (typeof OFFER_VERBS)[number];

/** Ended for good: what comes back to it is released. */
export const hasEndedOffer = (status: OfferStatus): boolean =>
  status === 'withdrawn' || status === 'expired' || status === 'returned';

/** Whether it was made for one match alone, by signing up for a shift or by a gift: it ends with that match, and nobody edits it or takes it back by itself. */
export const isForOneMatch = (offer: { readonly signUp?: boolean; readonly gift?: boolean }): boolean =>
  offer.signUp === true || offer.gift === true;

/** What comes back to an offer for one match is nobody else's to take: it is released, and the offer ends with what was given of it. */
export function oneMatchOfferStatus(
  balance: Pick<OfferBalance, 'reserved' | 'delivered'>,
): 'open' | 'used_up' | 'withdrawn' {
  if (balance.reserved > 0) return 'open';
  return balance.delivered > 0 ? 'used_up' : 'withdrawn';
}

/** The verbs that would succeed if this actor tried them now. */
export function offerCan(
  actor: Actor | null,
  offer: {
    readonly status: OfferStatus;
    readonly donorId: string;
    readonly onBehalfOf: string | null;
    readonly signUp?: boolean;
    readonly gift?: boolean;
  },
  _balance: OfferBalance,
): OfferVerb[] {
  if (!actor || isForOneMatch(offer) || !mayManageOffer(actor, offer)) return [];
  const holds: Record<OfferVerb, boolean> = {
    edit: isLiveOffer(offer.status),
    withdraw: canMoveOffer(offer.status, 'withdrawn'),
  };
  return OFFER_VERBS.filter((verb) => holds[verb]);
}
