import type { NeedBalance, OfferBalance } from '#ledger';
import { hasEndedOffer, isForOneMatch, type OfferStatus } from '#offers';

export const EFFECT_ACCOUNTS = [
  'need.received',
  'need.reserved',
  'need.open',
  'need.required',
  'losses',
  'offer.available',
] as const;

/**
 * What a decision about a hand-over does to the books, in the base unit: as they are now, and after all of it arrived (`approve`), was lost on the way (`lost`) or comes back
 * (`return`). Each part of it moves by the same rule, so that the books after a part are between these three.
 */
export interface DecisionEffects {
  readonly unit: string;
  /** What the match holds. */
  readonly amount: number;
  /** `losses` are those of this hand-over alone. */
  readonly rows: readonly {
    readonly account: (typeof EFFECT_ACCOUNTS)[number];
    readonly now: number;
    readonly approve: number;
    readonly lost: number;
    readonly return: number;
  }[];
}

/** What of an offer decides whether others can have what comes back to it. */
export interface GivingOffer {
  readonly status: OfferStatus;
  readonly signUp: boolean;
  readonly gift: boolean;
}

/**
 * What is held leaves the reserve of the need, whatever is decided. What arrived is received; what did not is open again at the need. What comes back is available again at the offer, unless the
 * offer has ended or was made for this match: then it is released. An objection moves other sums and has its own words.
 * @param amount what the match holds
 */
export function effectsOf(
  amount: number,
  need: NeedBalance,
  offer: OfferBalance,
  giving: GivingOffer,
): DecisionEffects {
  const released = hasEndedOffer(giving.status) || isForOneMatch(giving);
  const { received, open, required, unit } = need;
  const reserved = need.reserved - amount;
  const { available } = offer;
  return {
    unit,
    amount,
    rows: [
      { account: 'need.received', now: received, approve: received + amount, lost: received, return: received },
      { account: 'need.reserved', now: need.reserved, approve: reserved, lost: reserved, return: reserved },
      { account: 'need.open', now: open, approve: open, lost: open + amount, return: open + amount },
      { account: 'need.required', now: required, approve: required, lost: required, return: required },
      { account: 'losses', now: 0, approve: 0, lost: amount, return: 0 },
      {
        account: 'offer.available',
        now: available,
        approve: available,
        lost: available,
        return: released ? 0 : available + amount,
      },
    ],
  };
}
