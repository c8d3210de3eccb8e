import { DECIMAL, derivedId, toBaseUnits, type FieldError } from '#kernel';

/** One transfer is divided over so many gifts at most. */
export const SPLIT_MAX = 20;

export interface SaidPart {
  readonly gift: string;
  /** Decimal in `unit`. */
  readonly quantity: string;
  readonly unit: string;
}

export interface AskedPart {
  readonly gift: string;
  /** In kopecks. */
  readonly amount: number;
}

const PER: Readonly<Record<string, number>> = { rub: 100, kopeck: 1 };

/** Reads the parts of a transfer as a member said them. */
export function readParts(
  said: readonly SaidPart[],
):
  | { readonly ok: true; readonly parts: readonly AskedPart[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  if (said.length === 0) return { ok: false, errors: [{ field: 'parts', code: 'form.required' }] };
  const errors: FieldError[] = [];
  const parts = said.map(({ gift, quantity, unit }, at): AskedPart => {
    const per = PER[unit];
    if (per === undefined) errors.push({ field: `parts.${at}.unit`, code: 'form.not-in-list' });
    const read = DECIMAL.test(quantity) ? toBaseUnits(quantity, per ?? 100) : null;
    if (!read?.ok || read.amount <= 0) errors.push({ field: `parts.${at}.quantity`, code: 'bank.part-not-an-amount' });
    return { gift, amount: read?.ok ? read.amount : 0 };
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, parts };
}

/** What the ids of entries about seen money come from: each time that it is seen anew they are others, and what is repeated is the same entry. */
export const seenKey = (id: string, undone: number): string => (undone === 0 ? id : derivedId(id, `again-${undone}`));
