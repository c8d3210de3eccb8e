import { DAY_MS } from '#kernel';
import type { GiftStatus } from './gift-life.rules.js';

/** So long the yes that the engine said for a giver can be taken back, as if it had never been said. */
export const TAKE_BACK_MS = 3 * DAY_MS;

export interface TakeableGift {
  readonly status: GiftStatus;
  readonly standingOfferId: string | null;
  readonly createdAt: Date;
}

/** Until when a gift can be taken back; null: it cannot. What is paid is the need's, and a gift that a person promised themselves is ended on the page of its match. */
export function takeBackUntil({ status, standingOfferId, createdAt }: TakeableGift, now: Date): Date | null {
  const until = new Date(createdAt.getTime() + TAKE_BACK_MS);
  return status === 'promised' && standingOfferId !== null && now < until ? until : null;
}

/** What a link of a mail does. */
export const LINK_VERBS = ['pause', 'resume', 'end', 'change', 'take-back', 'remove-card'] as const;
export type LinkVerb = (typeof LINK_VERBS)[number];
