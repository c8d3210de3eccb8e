import type { Kind } from '#kernel';

export const BALANCE_BY = ['sphere', 'place', 'category', 'month'] as const;
export type BalanceBy = (typeof BALANCE_BY)[number];

/** Where fewer needs than this share a private category and a place, they are left out of that place: sums of two would point at two families. */
export const SMALLEST_PUBLIC_GROUP = 5;

/** What the needs of one key, kind and unit ask for and have: sums in the base unit, as the database adds them up. */
export interface BalanceRow {
  readonly key: string;
  readonly kind: Kind;
  readonly unit: string;
  /** Needs of this line that are open now, and the sum of their received shares (0..1 each). */
  readonly openNeeds: number;
  readonly openShares: number;
  readonly open: number;
  readonly reserved: number;
  readonly received: number;
  /** True for a line of private categories; `needs` then counts all published ones, to know whether they are few. */
  readonly discreet: boolean;
  readonly needs: number;
}

/** `required = open + reserved + received`; amounts in the base unit `unit`. */
export interface BalanceUnit {
  readonly kind: Kind;
  readonly unit: string;
  readonly required: number;
  readonly open: number;
  readonly reserved: number;
  readonly received: number;
}

export interface BalanceItem {
  readonly key: string;
  /** How many needs are open now. */
  readonly needs: number;
  /** The mean share that open needs have received, 0..1,000,000. */
  readonly share: number;
  /** True where needs of private categories are too few here to be told apart from people: they are in no number of this item. */
  readonly withheld: boolean;
  readonly units: readonly BalanceUnit[];
}

const KIND_ORDER: readonly Kind[] = ['money', 'goods', 'time'];
const byKindAndUnit = (a: BalanceUnit, b: BalanceUnit): number =>
  KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0);

/** One item for each key of the list, in its order, also where nothing is asked; keys that the list does not have follow. */
export function itemsOf(rows: readonly BalanceRow[], keys: readonly string[], by: BalanceBy): BalanceItem[] {
  const found = new Map<string, BalanceRow[]>();
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row]);
  const others = [...found.keys()].filter((key) => !keys.includes(key)).sort();
  return [...keys, ...(by === 'month' ? others.reverse() : others)].map((key) => itemOf(key, found.get(key) ?? [], by));
}

function itemOf(key: string, all: readonly BalanceRow[], by: BalanceBy): BalanceItem {
  const discreet = all.reduce((sum, row) => sum + (row.discreet ? row.needs : 0), 0);
  const withheld = by === 'place' && discreet > 0 && discreet < SMALLEST_PUBLIC_GROUP;
  const rows = withheld ? all.filter((row) => !row.discreet) : all;
  const units = new Map<string, BalanceUnit>();
  for (const { kind, unit, open, reserved, received } of rows) {
    const id = `${kind} ${unit}`;
    const before = units.get(id) ?? { kind, unit, required: 0, open: 0, reserved: 0, received: 0 };
    units.set(id, {
      kind,
      unit,
      required: before.required + open + reserved + received,
      open: before.open + open,
      reserved: before.reserved + reserved,
      received: before.received + received,
    });
  }
  const needs = rows.reduce((sum, row) => sum + row.openNeeds, 0);
  const shares = rows.reduce((sum, row) => sum + row.openShares, 0);
  return {
    key,
    needs,
    share: needs > 0 ? Math.floor((shares / needs) * 1_000_000) : 0,
    withheld,
    units: [...units.values()].filter(isSaid).sort(byKindAndUnit),
  };
}

/** A need that ended before anything came asks for nothing and got nothing: a line of zeros says nothing. */
export const isSaid = ({ required }: Pick<BalanceUnit, 'required'>): boolean => required > 0;
