import { measureAs, type Catalogue } from '#catalogue';
import { isDay, isId, type FieldError } from '#kernel';
import { GIFT_LIMITS } from '../gift-life.rules.js';
import { PLEDGE_LIMITS } from './pledge.rules.js';

const KOPECK = { kind: 'money', unit: 'rub', baseUnit: 'kopeck' } as const;

/** A pledge as its company says it. Sums are decimals in roubles. */
export interface PledgeForm {
  readonly ceiling: string;
  /** At most so much at one time; left out: as much as there is room for. */
  readonly each?: string | null;
  /** Codes of spheres, categories and places, ids of organizations: its money goes to what one of them names. */
  readonly only: readonly string[];
  /** The last day on which transfers are put together. */
  readonly until: string;
  /** The day of each month on which they are. */
  readonly day: number;
  readonly anonymous?: boolean;
}

export interface ReadPledge {
  readonly ceiling: number;
  readonly each: number | null;
}
type Read<T> =
  { readonly ok: true; readonly pledge: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads its sums. @param committed what has come and is awaited: the ceiling is never below it */
export function readSums(
  catalogue: Catalogue,
  { ceiling, each }: Pick<PledgeForm, 'ceiling' | 'each'>,
  committed = 0,
): Read<ReadPledge> {
  const errors: FieldError[] = [];
  const sum = (field: 'ceiling' | 'each', said: string, least: number): number => {
    const measured = measureAs(catalogue, KOPECK, said, 'rub');
    if (!measured.ok) errors.push(...measured.errors.map((error) => ({ ...error, field })));
    else if (measured.amount < least) errors.push({ field, code: 'pledge.too-little' });
    return measured.ok ? measured.amount : 0;
  };
  const pledge = {
    ceiling: sum('ceiling', ceiling, PLEDGE_LIMITS.ceilingLeast),
    each: each === undefined || each === null || each.trim() === '' ? null : sum('each', each, GIFT_LIMITS.smallest),
  };
  if (errors.length === 0 && pledge.ceiling < committed)
    errors.push({ field: 'ceiling', code: 'pledge.below-committed' });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, pledge };
}

/** Reads a new pledge. @param today in the region */
export function readPledge(catalogue: Catalogue, form: PledgeForm, today: string): Read<ReadPledge> {
  const read = readSums(catalogue, form);
  const errors: FieldError[] = read.ok ? [] : [...read.errors];
  if (form.only.length === 0) errors.push({ field: 'only', code: 'form.required' });
  if (form.only.some((code) => !isKnown(catalogue, code))) errors.push({ field: 'only', code: 'form.not-in-list' });
  if (!isDay(form.until) || form.until < today) errors.push({ field: 'until', code: 'pledge.over-already' });
  return errors.length > 0 || !read.ok ? { ok: false, errors } : read;
}

function isKnown(catalogue: Catalogue, code: string): boolean {
  if (isId(code)) return true;
  const entry = catalogue.sphere(code) ?? catalogue.category(code) ?? catalogue.place(code);
  return entry !== undefined && entry !== null && entry.retiredAt === null;
}

/** The next day with this number after `from`; null: none until the end. */
export function nextSettlement(day: number, from: string, until: string): string | null {
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (const later of [0, 1]) {
    const next = new Date(Date.UTC(year, month - 1 + later, day)).toISOString().slice(0, 10);
    if (next > from) return next <= until ? next : null;
  }
  return null;
}
