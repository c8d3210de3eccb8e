import type { FieldError } from './refusal.js';

/** Largest amount that one entry, need or offer may have, in the base unit (kopeck, minute, gram ...). */
export const MAX_AMOUNT = 10_000_000_000_000;

/** An amount is an integer in a base unit, never a float. */
export interface Amount {
  readonly amount: number;
  readonly unit: string;
}

/** How a decimal may be written; whether it is above zero is another question. */
export const DECIMAL = /^\s*([+-]?)(\d{1,30})(?:[.,](\d{1,30}))?\s*$/;

export type QuantityResult = { ok: true; amount: number } | { ok: false; code: FieldError['code'] };

/**
 * Reads a decimal such as "1500.00" and returns whole base units, exactly (no floating point on the way).
 * @param quantity decimal with a point or a comma, at most 20 characters
 * @param basePerUnit how many base units make one of the unit (100 kopecks a rouble), from `units.tsv`
 */
export function toBaseUnits(quantity: string, basePerUnit: number): QuantityResult {
  const match = DECIMAL.exec(quantity);
  if (!match) return { ok: false, code: 'quantity.not-a-number' };
  const [, sign, whole = '0', fraction = ''] = match;
  const scale = 10n ** BigInt(fraction.length);
  const scaled = (BigInt(whole) * scale + BigInt(fraction || '0')) * BigInt(basePerUnit);
  if (sign === '-' || scaled === 0n) return { ok: false, code: 'quantity.not-positive' };
  if (scaled % scale !== 0n) return { ok: false, code: 'quantity.too-fine' };
  const amount = scaled / scale;
  if (amount > BigInt(MAX_AMOUNT)) return { ok: false, code: 'quantity.too-large' };
  return { ok: true, amount: Number(amount) };
}

/** The reverse of `toBaseUnits`: "1500.5" for 150050 kopecks. Plain digits, a point, no trailing zeros. */
export function fromBaseUnits(amount: number, basePerUnit: number): string {
  const digits = String(basePerUnit).length - 1;
  const whole = Math.trunc(amount / basePerUnit);
  const rest = Math.abs(amount % basePerUnit);
  if (rest === 0) return String(whole);
  if (10 ** digits !== basePerUnit) return String(amount / basePerUnit); // an hour has 60 minutes: shown, never stored
  const fraction = String(rest).padStart(digits, '0').replace(/0+$/, '');
  return `${amount < 0 && whole === 0 ? '-' : ''}${whole}.${fraction}`;
}
