import type { NeedBalance, OfferBalance } from '#ledger';
import { hasEndedOffer, isForOneMatch, type OfferStatus } from '#offers';

/** What each decision about a hand-over does to the books, in the base unit: as they are now, and after it. */
export interface DecisionEffects {
  readonly unit: string;
  readonly rows: readonly {
    readonly account: 'need.received' | 'need.reserved' | 'need.open' | 'offer.available';
    readonly now: number;
    readonly approve: number;
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
 * Approved, what is held has arrived; returned, it is open again at the need and available again at the offer, unless the offer has ended or was made for this match: then it is
 * released. An objection moves other sums and has its own words.
 * @param amount what the match holds
 */
export function effectsOf(
  amount: number,
  need: NeedBalance,
  offer: OfferBalance,
  giving: GivingOffer,
): DecisionEffects {
  const released = hasEndedOffer(giving.status) || isForOneMatch(giving);
  return {
    unit: need.unit,
    rows: [
      { account: 'need.received', now: need.received, approve: need.received + amount, return: need.received },
      { account: 'need.reserved', now: need.reserved, approve: need.reserved - amount, return: need.reserved - amount },
      { account: 'need.open', now: need.open, approve: need.open, return: need.open + amount },
      {
        account: 'offer.available',
        now: offer.available,
        approve: offer.available,
        return: released ? 0 : offer.available + amount,
      },
    ],
  };
}
