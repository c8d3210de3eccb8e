import { DAY_MS, isDay, type FieldError } from '#kernel';

/** The bank's own word on a transfer: what makes money received. */
export interface BankReceipt {
  /** `2026-11-25` */
  readonly date: string;
  readonly number: string;
}

export interface SaidReceipt {
  readonly bankDate?: string;
  readonly bankNumber?: string;
}

export const BANK_NUMBER_MAX = 40;
const OLDEST_MS = 366 * DAY_MS;

export type ReadReceipt =
  | { readonly ok: true; readonly receipt: BankReceipt }
  | { readonly ok: false; readonly missing: boolean; readonly errors: readonly FieldError[] };

/** @param today the day that it is where the need is */
export function readReceipt({ bankDate, bankNumber }: SaidReceipt, today: string): ReadReceipt {
  const date = bankDate?.trim() ?? '',
    number = bankNumber?.replace(/\s+/g, ' ').trim() ?? '';
  if (date === '' || number === '') return { ok: false, missing: true, errors: [] };
  const errors: FieldError[] = [];
  if (!isDay(date)) errors.push({ field: 'bankDate', code: 'form.not-a-date' });
  else if (date > today) errors.push({ field: 'bankDate', code: 'match.bank-date-ahead' });
  else if (Date.parse(`${date}T00:00:00Z`) < Date.parse(`${today}T00:00:00Z`) - OLDEST_MS)
    errors.push({ field: 'bankDate', code: 'match.bank-date-too-old' });
  if (number.length > BANK_NUMBER_MAX)
    errors.push({ field: 'bankNumber', code: 'form.too-long', params: { max: BANK_NUMBER_MAX } });
  return errors.length > 0 ? { ok: false, missing: false, errors } : { ok: true, receipt: { date, number } };
}
