import { createHash } from 'node:crypto';
import { isMember, type Actor } from '#identity';
import type { FoundCodes } from '#matching';
import type { BankDocument } from './bank-file.rules.js';
import type { GiftStatus } from './gift-life.rules.js';

/** Whether a caller may import what the organization's bank says, read it and decide about it. */
export function mayReadBank(actor: Actor | null, organizationId: string): boolean {
  return isMember(actor, organizationId, ['owner', 'coordinator', 'accountant']);
}

/** Why a row waits for a person. `new`: nobody has looked yet, the clock will. `undone`: what was said of it was taken back. */
export const ROW_REASONS = [
  'new',
  'no-code',
  'unknown-code',
  'several-codes',
  'other-sum',
  'paid-before',
  'agreed-match',
  'refused',
  'undone',
] as const;
/** What is known of a row. */
export const ROW_STATES = ['recognised', 'to-decide', 'not-a-gift', 'surplus', 'split'] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** Gifts of one organization by code, as far as a row names them. */
export interface KnownGift {
  readonly id: string;
  readonly code: string;
  readonly status: GiftStatus;
  /** In the unit of the row. */
  readonly amount: number;
}

export type Recognition = { readonly gift: KnownGift } | { readonly reason: Exclude<RowReason, 'new' | 'undone'> };

/**
 * Which gift a row is, or why a person has to say it. A code with a typing mistake counts where it can be one known gift alone, and no agreed match, and the sum is its sum; nothing is guessed by sum
 * alone, and a sum that differs from the promise is never decided here. Money of an agreed match is confirmed there, with the bank's day and number, by whoever answers for the account.
 * @param awaited codes of agreed matches that await their money
 */
export function recognise(
  { codes: { exact, mended }, amount }: { readonly codes: FoundCodes; readonly amount: number },
  known: ReadonlyMap<string, KnownGift>,
  awaited: ReadonlySet<string>,
): Recognition {
  if (exact.length > 1) return { reason: 'several-codes' };
  const meant = (exact.length > 0 ? exact : mended).filter((code) => known.has(code) || awaited.has(code));
  if (meant.length > 1) return { reason: 'several-codes' };
  const gift = known.get(meant[0] ?? '');
  if (!gift && [...exact, ...mended].some((code) => awaited.has(code))) return { reason: 'agreed-match' };
  if (!gift) return { reason: exact.length > 0 || mended.length > 0 ? 'unknown-code' : 'no-code' };
  if (gift.status !== 'promised' && gift.status !== 'lapsed') return { reason: 'paid-before' };
  return gift.amount === amount ? { gift } : { reason: 'other-sum' };
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
