import type { Catalogue } from '#catalogue';
import { answersBinding } from '#engine';
import { daysLater } from '#kernel';

/** So many days before its date a lot is said to end soon. */
export const SOON_DAYS = 14;

export type Freshness = 'expired' | 'soon' | 'fine' | 'none';

/** A day that is good to its end: what is best before today is not past it yet. */
export function freshnessOf(bestBefore: string | null, today: string): Freshness {
  if (bestBefore === null) return 'none';
  if (bestBefore < today) return 'expired';
  return bestBefore <= daysLater(today, SOON_DAYS) ? 'soon' : 'fine';
}

const DAY = 86_400_000;

/** Days of the calendar until it ends; 0: today is the last; negative: it has ended. */
export function daysLeft(bestBefore: string | null, today: string): number | null {
  return bestBefore === null ? null : Math.round((Date.parse(bestBefore) - Date.parse(today)) / DAY);
}

interface Shelved {
  readonly id: string;
  readonly bestBefore: string | null;
  readonly takenInAt: Date;
}

/** First expired, first out: what has no date comes last, of one date what came first. */
export function firstOut<T extends Shelved>(lots: readonly T[]): T[] {
  const key = (lot: Shelved): string => `${lot.bestBefore ?? '9999'} ${lot.takenInAt.toISOString()} ${lot.id}`;
  return [...lots].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export interface Taken<T> {
  readonly lot: T;
  readonly amount: number;
}

/** So much from the lots that go out first, none of it past its date. Null: there is not so much. */
export function takeFrom<T extends Shelved & { readonly amount: number }>(
  lots: readonly T[],
  wanted: number,
  today: string,
): Taken<T>[] | null {
  const taken: Taken<T>[] = [];
  let left = wanted;
  for (const lot of firstOut(lots)) {
    if (left === 0) break;
    const amount = Math.min(left, lot.amount);
    if (amount === 0 || freshnessOf(lot.bestBefore, today) === 'expired') continue;
    taken.push({ lot, amount });
    left -= amount;
  }
  return left === 0 ? taken : null;
}

interface Kind {
  readonly category: string;
  readonly item: string | null;
  readonly baseUnit: string;
}

/** Whether what lies there is what a need asks for: the same thing where it names one, else of its category. */
export function fitsNeed(
  lot: Kind & { readonly coldChain: boolean },
  need: Kind & { readonly coldChain: boolean },
): boolean {
  return (
    lot.baseUnit === need.baseUnit &&
    (need.item === null ? lot.category === need.category : lot.item === need.item) &&
    (!lot.coldChain || need.coldChain)
  );
}

/** Whether a need is among what the giver of a lot bound it to: bound means bound, also off the shelf. */
export function answersLot(
  catalogue: Catalogue,
  { only }: { readonly only: readonly string[] },
  need: { readonly id: string; readonly organizationId: string; readonly place: string; readonly category: string },
): boolean {
  return answersBinding(
    only.flatMap((code) => catalogue.meaningOf(code)),
    {
      id: need.id,
      organization: need.organizationId,
      place: need.place,
      category: need.category,
      sphere: catalogue.category(need.category)?.sphere ?? '',
    },
  );
}

/** A kit goes to any need, so nothing bound becomes a part of one. */
export const mayBePart = ({ only }: { readonly only: readonly string[] }): boolean => only.length === 0;

export const LOT_VERBS = ['give-out', 'write-off', 'write-off-expired', 'take-apart', 'move'] as const;
export type LotVerb = (typeof LOT_VERBS)[number];

/** What is past its date is given to nobody: it is written off. */
export function lotCan(
  lot: { readonly amount: number; readonly bestBefore: string | null; readonly isKit: boolean },
  keeps: boolean,
  today: string,
): LotVerb[] {
  if (!keeps || lot.amount === 0) return [];
  const expired = freshnessOf(lot.bestBefore, today) === 'expired';
  return [
    ...(expired ? (['write-off-expired'] as const) : (['give-out'] as const)),
    'write-off',
    ...(expired ? [] : (['move'] as const)),
    ...(lot.isKit ? (['take-apart'] as const) : []),
  ];
}

export interface Arriving {
  readonly arrived: number;
  readonly lost: number;
}

/** What a move came to: all of it, or a part, and the rest is lost with a reason or back on the shelf that it left. */
export function arrivalOf(
  sent: number,
  arrived: number,
  rest: { readonly back: boolean; readonly reason: DifferenceReason | undefined },
):
  | ({ readonly ok: true } & Arriving)
  | { readonly ok: false; readonly code: 'stock.more-than-sent' | 'stock.reason-needed' } {
  if (arrived > sent) return { ok: false, code: 'stock.more-than-sent' };
  if (arrived === sent || rest.back) return { ok: true, arrived, lost: 0 };
  return rest.reason === undefined
    ? { ok: false, code: 'stock.reason-needed' }
    : { ok: true, arrived, lost: sent - arrived };
}

/** Why something on the shelf is no longer there, or is more. */
export const DIFFERENCE_REASONS = ['broken', 'expired', 'missing', 'miscounted', 'other'] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

export type Difference =
  | { readonly ok: true; readonly kind: 'none' }
  | { readonly ok: true; readonly kind: 'found' | 'loss'; readonly amount: number }
  | { readonly ok: false; readonly code: 'stock.reason-needed' | 'stock.more-is-miscounted' };

/** What a count says beside the books. A difference has a reason; more than the books say can only be a mistake in counting or in what was taken in. */
export function differenceOf(book: number, counted: number, reason: DifferenceReason | undefined): Difference {
  if (book === counted) return { ok: true, kind: 'none' };
  if (reason === undefined) return { ok: false, code: 'stock.reason-needed' };
  if (counted < book) return { ok: true, kind: 'loss', amount: book - counted };
  return reason === 'miscounted' || reason === 'other'
    ? { ok: true, kind: 'found', amount: counted - book }
    : { ok: false, code: 'stock.more-is-miscounted' };
}

/** As the books keep it: a code, and a word of the counter's where there is one. */
export function reasonText(
  what: 'count' | 'write-off' | 'move',
  reason: DifferenceReason,
  note: string | null,
): string {
  return `${what}: ${reason}${note ? `, ${note}` : ''}`;
}
