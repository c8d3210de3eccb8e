import type { CardEntry } from './card-entries.rules.js';

/** As much of a payout as is looked at. */
export interface ToldPayout {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
  /** Seconds. */
  readonly created: number;
}

/** A payout leaves when it is made; one that failed or was cancelled has come back. Where an account owes Stripe, the amount is negative: that is no payout. */
export function payoutEntries({ id, amount, currency, status, created }: ToldPayout): CardEntry[] {
  if (amount <= 0) return [];
  const payout: CardEntry = { id, kind: 'payout', amount, currency, at: new Date(created * 1_000), undoes: null };
  return status === 'failed' || status === 'canceled'
    ? [payout, { ...payout, id: `${id}/failed`, kind: 'payout-failed', undoes: id }]
    : [payout];
}
