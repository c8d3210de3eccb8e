import type { Amounts } from '../../lib/amount.js';
import { decimal } from '../../lib/decimal.js';

/** No number, or finer than anything is divided. */
export type Typed = { readonly base: number } | { readonly no: 'tooMuch' | 'tooFine' };

/** What is typed, in the unit in which this whole is said, as base units: these are not divided. */
export function typedBase(text: string, { amount, unit }: { amount: number; unit: string }, amounts: Amounts): Typed {
  const perUnit = Math.round(amount / Number(amounts.plain(amount, unit).quantity));
  const typed = text.trim() === '' ? NaN : Number(decimal(text));
  if (!Number.isFinite(typed) || typed < 0) return { no: 'tooMuch' };
  const base = Math.round(typed * perUnit);
  return Math.abs(typed * perUnit - base) > 1e-6 ? { no: 'tooFine' } : { base };
}
