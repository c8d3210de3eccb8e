import { DAY_MS } from '#kernel';

/** `refunded`: the bank has sent money of it back, a part or all, by the word of who answers for the account. */
export type GiftStatus = 'promised' | 'paid' | 'lapsed' | 'refunded';
export const GIFT_STATUSES: readonly GiftStatus[] = ['promised', 'paid', 'lapsed', 'refunded'];

/** Money counts whenever it is seen, also after a lapse; what was paid is undone only by money that was sent back. */
const STEPS: Readonly<Record<GiftStatus, readonly GiftStatus[]>> = {
  promised: ['paid', 'lapsed'],
  lapsed: ['paid'],
  paid: ['refunded'],
  refunded: [],
};

export const canMoveGift = (from: GiftStatus, to: GiftStatus): boolean => STEPS[from].includes(to);

/** A bank transfer takes days, and a statement is imported when a member has time. */
export const GIFT_WAIT_MS = 10 * DAY_MS;

/** By which way the money goes: a transfer that a bank statement shows, or a card that Stripe says was paid. */
export type GiftProvider = 'bank' | 'stripe';
export const GIFT_PROVIDERS: readonly GiftProvider[] = ['bank', 'stripe'];

/** A payment by card is made at once; a bank that asks its customer first is given a day. */
export const CARD_WAIT_MS = DAY_MS;

export const GIFT_LIMITS = { nameMax: 160, emailMax: 254, smallest: 1_00 } as const;

/** Who promises: a visitor, a person whose address was never confirmed, or a person. */
export type Promiser = 'visitor' | 'unconfirmed' | 'person';

/**
 * Whether a gift that is only promised holds its part of the need. A person's does within what they may promise; those of visitors together at most half of what the need
 * requires, so that promises of nobody cannot block it; the rest holds nothing until the money is seen.
 * @param held what visitors' unseen gifts hold of this need already
 * @param mayPromise whether a person may promise so much more
 */
export function holdsAtOnce(
  promiser: Promiser,
  amount: number,
  { required, held, mayPromise }: { readonly required: number; readonly held: number; readonly mayPromise: boolean },
): boolean {
  if (promiser === 'unconfirmed') return false;
  return promiser === 'person' ? mayPromise : held + amount <= Math.floor(required / 2);
}
