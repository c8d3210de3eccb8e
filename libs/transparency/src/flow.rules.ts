import type { Kind } from '#kernel';
import { SMALLEST_PUBLIC_GROUP } from './open-balance.rules.js';
import type { Period } from './period.rules.js';

/** Kinds of givers, in the order in which they are told. `stores`: lots of intake points and what was left over, whose givers are not known any more. */
export const GIVERS = ['people', 'standing', 'companies', 'stores', 'unnamed'] as const;
export type Giver = (typeof GIVERS)[number];
/** Whose kind says something about people: a group of fewer than five is told among those without a name. */
const TOLD_IN_GROUPS: readonly Giver[] = ['people', 'standing', 'companies'];

/** Parts of the calendar that do not overlap: of this month, of this quarter before it, of this year before that, and of all years before. */
export const SLICES = ['before', 'year', 'quarter', 'month'] as const;
export type Slice = (typeof SLICES)[number];
const SLICES_OF: Record<Period, readonly Slice[]> = {
  all: SLICES,
  year: ['year', 'quarter', 'month'],
  quarter: ['quarter', 'month'],
  month: ['month'],
};

/** Of each kind of help what is counted in this unit: units are never added up. */
const FLOW_UNITS: Record<Kind, string> = { money: 'kopeck', goods: 'pcs', time: 'minute' };

interface Cell {
  readonly sphere: string;
  readonly slice: Slice;
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: number;
}
/** What one kind of givers gave for needs of a sphere that opened in a slice; how many they are. */
export interface GivenCell extends Cell {
  readonly giver: Giver;
  readonly parties: number;
}
/** What such needs have received in one municipality. */
export interface ArrivedCell extends Cell {
  readonly place: string;
}
/** What needs of private categories have received anywhere. */
export type ApartCell = Pick<Cell, 'kind' | 'unit' | 'amount'>;
export interface FlowCells {
  readonly given: readonly GivenCell[];
  readonly arrived: readonly ArrivedCell[];
}

/** Codes of a municipality and a sphere; null: all. */
export interface FlowAsked {
  readonly kind: Kind;
  readonly period: Period;
  readonly place: string | null;
  readonly sphere: string | null;
}

/** A code, or null for all that are not told one by one; `count`: how many codes it stands for. */
export interface FlowNode {
  readonly key: string | null;
  readonly count: number;
  readonly amount: number;
}
export interface Flow {
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: number;
  /** `all`: kinds of givers are not told apart. */
  readonly givers: readonly { readonly giver: Giver | 'all'; readonly amount: number }[];
  readonly spheres: readonly FlowNode[];
  readonly places: readonly FlowNode[];
  readonly given: readonly { readonly giver: Giver | 'all'; readonly sphere: string | null; readonly amount: number }[];
  readonly arrived: readonly {
    readonly sphere: string | null;
    readonly place: string | null;
    readonly amount: number;
  }[];
}

const SPHERES_SHOWN = 6;
const PLACES_SHOWN = 7;

/**
 * A kind of givers is told for a sphere of the whole region, in a slice in which it has five givers there or more. Every answer adds up such cells
 * and nothing smaller, so that no two of them can be subtracted into less.
 */
function published(cells: readonly GivenCell[]): GivenCell[] {
  return cells.map((cell) =>
    TOLD_IN_GROUPS.includes(cell.giver) && cell.parties < SMALLEST_PUBLIC_GROUP ? { ...cell, giver: 'unnamed' } : cell,
  );
}

function sums<T>(items: readonly T[], keyOf: (item: T) => string, amountOf: (item: T) => number): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) found.set(keyOf(item), (found.get(keyOf(item)) ?? 0) + amountOf(item));
  return found;
}

/** The largest by themselves, the others as one; a single other one stands by itself. */
function largest(amounts: ReadonlyMap<string, number>, shown: number): FlowNode[] {
  const all = [...amounts].filter(([, amount]) => amount > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const alone = all.length <= shown + 1 ? all : all.slice(0, shown);
  const rest = all.slice(alone.length);
  return [
    ...alone.map(([key, amount]) => ({ key, count: 1, amount })),
    ...(rest.length > 0
      ? [{ key: null, count: rest.length, amount: rest.reduce((sum, [, amount]) => sum + amount, 0) }]
      : []),
  ];
}

/** From kinds of givers through spheres to places. In one place kinds of givers are not told apart: there one giver may be all of a kind. */
export function flowOf(cells: FlowCells, { kind, period, place, sphere }: FlowAsked): Flow {
  const unit = FLOW_UNITS[kind];
  const asked = (cell: Cell): boolean =>
    cell.kind === kind &&
    cell.unit === unit &&
    SLICES_OF[period].includes(cell.slice) &&
    (sphere === null || cell.sphere === sphere);
  const arrived = cells.arrived.filter((cell) => asked(cell) && (place === null || cell.place === place));
  const given: readonly { giver: Giver | 'all'; sphere: string; amount: number }[] =
    place === null ? published(cells.given).filter(asked) : arrived.map((cell) => ({ ...cell, giver: 'all' }));
  const amountOf = ({ amount }: { amount: number }): number => amount;
  const spheres = largest(
    sums(arrived, (cell) => cell.sphere, amountOf),
    SPHERES_SHOWN,
  );
  const places = largest(
    sums(arrived, (cell) => cell.place, amountOf),
    PLACES_SHOWN,
  );
  const among = (nodes: readonly FlowNode[], key: string): string | null =>
    nodes.some((node) => node.key === key) ? key : null;
  const byGiver = sums(given, ({ giver }) => giver, amountOf);
  const givers = ([...GIVERS, 'all'] as const).flatMap((giver) => {
    const amount = byGiver.get(giver) ?? 0;
    return amount > 0 ? [{ giver, amount }] : [];
  });
  const ways = <A, B>(from: readonly A[], to: readonly B[], amount: (from: A, to: B) => number) =>
    from.flatMap((a) => to.map((b) => ({ a, b, amount: amount(a, b) }))).filter((way) => way.amount > 0);
  const givenTo = sums(given, (cell) => `${cell.giver} ${among(spheres, cell.sphere)}`, amountOf);
  const arrivedAt = sums(arrived, (cell) => `${among(spheres, cell.sphere)} ${among(places, cell.place)}`, amountOf);
  return {
    kind,
    unit,
    amount: arrived.reduce((sum, { amount }) => sum + amount, 0),
    givers,
    spheres,
    places,
    given: ways(givers, spheres, (a, b) => givenTo.get(`${a.giver} ${b.key}`) ?? 0).map(({ a, b, amount }) => ({
      giver: a.giver,
      sphere: b.key,
      amount,
    })),
    arrived: ways(spheres, places, (a, b) => arrivedAt.get(`${a.key} ${b.key}`) ?? 0).map(({ a, b, amount }) => ({
      sphere: a.key,
      place: b.key,
      amount,
    })),
  };
}

/** What arrived at needs of private categories, in the unit of the flow; null where it is told for less than everything: two such sums would tell what lies between them. */
export function apartOf(cells: readonly ApartCell[], { kind, period, place, sphere }: FlowAsked): number | null {
  if (period !== 'all' || place !== null || sphere !== null) return null;
  return cells.find((cell) => cell.kind === kind && cell.unit === FLOW_UNITS[kind])?.amount ?? 0;
}
