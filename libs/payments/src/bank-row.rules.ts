import { createHash } from 'node:crypto';
import type { BankDocument } from './bank-file.rules.js';
import { findPaymentCodes } from './payment-code.rules.js';
import type { GiftStatus } from './gift-life.rules.js';

/** Why a row waits for a person. `new`: nobody has looked yet, the clock will. */
export const ROW_REASONS = ['new', 'no-code', 'unknown-code', 'several-codes', 'other-sum', 'paid-before', 'refused'] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** Gifts of one organization by code, as far as a row names them. */
export interface KnownGift {
  readonly id: string;
  readonly code: string;
  readonly status: GiftStatus;
  /** In the unit of the row. */
  readonly amount: number;
}

export type Recognition = { readonly gift: KnownGift } | { readonly reason: Exclude<RowReason, 'new'> };

/** All codes that a purpose may mean; those of them that are known decide. */
export function codesIn(purpose: string): string[] {
  const { exact, mended } = findPaymentCodes(purpose);
  return [...exact, ...mended];
}

/**
 * Which gift a row is, or why a person has to say it. A code with a typing mistake counts where exactly one known gift is meant and the sum is its sum; nothing is guessed by sum
 * alone, and a sum that differs from the promise is never decided here.
 */
export function recognise(row: { readonly purpose: string; readonly amount: number }, known: ReadonlyMap<string, KnownGift>): Recognition {
  const { exact, mended } = findPaymentCodes(row.purpose);
  if (exact.length > 1) return { reason: 'several-codes' };
  const meant = (exact.length > 0 ? exact : mended).flatMap((code) => known.get(code) ?? []);
  if (meant.length > 1) return { reason: 'several-codes' };
  const [gift] = meant;
  if (!gift) return { reason: exact.length > 0 || mended.length > 0 ? 'unknown-code' : 'no-code' };
  if (gift.status !== 'promised' && gift.status !== 'lapsed') return { reason: 'paid-before' };
  return gift.amount === row.amount ? { gift } : { reason: 'other-sum' };
}

/**
 * What makes a row the same row in another file: all that the bank says of it, and how many equal ones stood before it (two people may give the same sum with the same words
 * on one day).
 */
export function fingerprintsOf(documents: readonly BankDocument[]): Buffer[] {
  const seen = new Map<string, number>();
  return documents.map(({ number, day, amount, payerAccount, payeeAccount, purpose }) => {
    const words = JSON.stringify([number, day, amount, payerAccount, payeeAccount, purpose.replace(/\s+/g, ' ')]);
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return createHash('sha256').update(`${before} ${words}`).digest();
  });
}
