import type { Kind } from '#kernel';
import { KIND_NAMES, type ScanWorld } from '../index/scan.js';
import { type PairTables } from '../index/pair-sum.js';
import { copyRows, type SideColumns } from '../index/side-columns.js';
import { IN_BOXES } from '../index/side-row.js';
import { wholePartFrom } from '../scoring/whole-parts.rules.js';
import { NeedAsks, OfferAsks } from './finders.js';
import { needKeys, offerKeys, type NeedCodes } from './lists.rules.js';
import { joinPairs, PairList, type FoundList } from './pair-list.js';
import { ringPlace } from './ring.js';
import { Shelf } from './shelf.js';
import { Spots } from './spots.js';
import { Walk, type PairsCut } from './walk.js';

/** The fewer rows, the more of their pairs: all of them in a small unit. Rows are offers and needs together. */
export function pairsCut(rows: number): PairsCut {
  if (rows <= 1_000) return { least: rows, most: rows, cover: 1, spread: 0 };
  return rows <= 20_000 ? { least: 8, most: 16, cover: 2, spread: 8 } : { least: 4, most: 8, cover: 2, spread: 4 };
}

/**
 * All pairs of one base unit that a clearing looks at, as the solver wants them (CSR: pairs of offer i are `start[i]` .. `start[i + 1] - 1`,
 * rising in `col`). Offers and needs stand in the order of their ids, whatever the order in which they came.
 */
export interface UnitPairs {
  readonly kind: Kind;
  readonly unit: string;
  readonly offers: readonly string[];
  readonly needs: readonly string[];
  /** What is left of each, in the base unit. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  readonly start: Int32Array;
  readonly col: Int32Array;
  /** Sum of value x weight of each pair; a millionth of it, floored, is the score. */
  readonly sum: Float64Array;
  /** Smallest part that both sides take. */
  readonly minimum: Float64Array;
  /** Of each offer: every part is a multiple of it, or all that is left. null: none is in boxes. */
  readonly step: Float64Array | null;
  /** Place (empty: none) and organization of each need, for the shares. */
  readonly places: readonly string[];
  readonly organizations: readonly string[];
}

/** Rows of one base unit, each side in the order of its ids. */
export interface UnitRows {
  readonly kind: Kind;
  readonly unit: string;
  readonly offers: Int32Array;
  readonly needs: Int32Array;
  readonly cut: PairsCut;
}

/** Which units there are, in order; `cut` null: as `pairsCut` says. A unit that only one side has is there too. */
export function unitRows(
  world: ScanWorld,
  textOf: (code: number) => string,
  cut: PairsCut | null,
  wanted?: (kind: Kind, unit: string) => boolean,
): UnitRows[] {
  const units = new Map<string, { kind: Kind; unit: string; offers: number[]; needs: number[] }>();
  for (const [side, table] of [
    ['offers', world.offers],
    ['needs', world.needs],
  ] as const) {
    for (const row of table.rows()) {
      const [kind, unit] = [table.kind[row] as number, table.unit[row] as number];
      const key = `${kind} ${textOf(unit)}`;
      let found = units.get(key);
      if (!found)
        units.set(key, (found = { kind: KIND_NAMES[kind] as Kind, unit: textOf(unit), offers: [], needs: [] }));
      found[side].push(row);
    }
  }
  return [...units.keys()].sort().flatMap((key) => {
    const { kind, unit, offers, needs } = units.get(key) as {
      kind: Kind;
      unit: string;
      offers: number[];
      needs: number[];
    };
    if (wanted && !wanted(kind, unit)) return [];
    return [
      {
        kind,
        unit,
        offers: byId(world.offers, offers),
        needs: byId(world.needs, needs),
        cut: cut ?? pairsCut(offers.length + needs.length),
      },
    ];
  });
}

function byId(table: SideColumns, rows: number[]): Int32Array {
  return Int32Array.from(rows.sort((a, b) => ((table.ids[a] as string) < (table.ids[b] as string) ? -1 : 1)));
}

/** Who looks for whom: `offers` look for needs, or `needs` for offers. */
export type Lookers = 'offers' | 'needs';

/**
 * Every looker's best counterparts. Both sides are copied first: lookers in the order of their ids, and the others so that those which
 * walks look at together lie together in memory. Most of the time goes into waiting for memory.
 */
export function walkUnit(
  world: PairTables,
  spots: Spots,
  now: number,
  { offers, needs, cut }: UnitRows,
  lookers: Lookers,
): PairList {
  const inOrder = { offers: copyRows(world.offers, offers), needs: copyRows(world.needs, needs) };
  const theirs = lookers === 'offers' ? inOrder.needs : inOrder.offers;
  const ranks = nearby(theirs, spots); // by row of the copy
  const copy = copyRows(theirs, ranks);
  const rows = new Int32Array(ranks.length); // the other way round
  ranks.forEach((rank, row) => (rows[rank] = row));
  const local: PairTables = { ...world, ...inOrder, [lookers === 'offers' ? 'needs' : 'offers']: copy };
  const codes = needCodes(inOrder.offers, inOrder.needs); // in the order of ids, since lists are drawn from in the order in which they were seen
  const found = new PairList();
  const { walk, asks } =
    lookers === 'offers'
      ? offersWalk(local, spots, now, codes, spotsOfPlaces(inOrder.needs, spots), rows, ranks)
      : needsWalk(local, spots, now, codes, rows, ranks);
  const count = lookers === 'offers' ? offers.length : needs.length;
  for (let at = 0; at < count; at++) {
    walk.find(asks.of(at), cut);
    for (let k = 0; k < walk.count; k++) {
      const rank = ranks[walk.found[k] as number] as number;
      if (lookers === 'offers') found.add(at, rank, walk.sums[k] as number);
      else found.add(rank, at, walk.sums[k] as number);
    }
  }
  return found;
}

function offersWalk(
  world: PairTables,
  spots: Spots,
  now: number,
  codes: NeedCodes,
  spotsOf: Map<number, Set<number>>,
  rows: Int32Array,
  ranks: Int32Array,
): { walk: Walk; asks: OfferAsks } {
  const { offers: o, needs: n, weights } = world;
  const own = Float64Array.from(n.trust, (trust, row) => (n.fixed[row] as number) + (trust / 2) * weights.trust);
  const ring = ringsOf(n, now);
  const shelf = new Shelf({
    rows,
    own,
    ring,
    amount: n.left,
    radius: null,
    spots: spots.count,
    spot: (row) => spots.of[n.cell[row] as number] as number,
    keys: (row, add) => needKeys(n, row, codes.preferred, add),
  });
  const walk = new Walk(shelf, spots, own, ring, n.left, ranks, rows);
  return { walk, asks: new OfferAsks({ world, spots, shelf, ring: ringsOf(o, now), now }, codes, spotsOf) };
}

function needsWalk(
  world: PairTables,
  spots: Spots,
  now: number,
  codes: NeedCodes,
  rows: Int32Array,
  ranks: Int32Array,
): { walk: Walk; asks: NeedAsks } {
  const { offers: o, needs: n, weights } = world;
  const own = Float64Array.from(o.trust, (trust) => (trust / 2) * weights.trust);
  const ring = ringsOf(o, now);
  const shelf = new Shelf({
    rows,
    own,
    ring,
    amount: o.left,
    radius: o.radius,
    spots: spots.count,
    spot: (row) => spots.of[o.cell[row] as number] as number,
    keys: (row, add) => offerKeys(o, row, add),
  });
  const walk = new Walk(shelf, spots, own, ring, o.left, ranks, rows);
  return { walk, asks: new NeedAsks({ world, spots, shelf, ring: ringsOf(n, now), now }, codes) };
}

/** Rows put together by category, spot and size: what a walk looks at next is mostly beside what it looked at. */
function nearby(table: SideColumns, spots: Spots): Int32Array {
  const categories = new Map<number, number>();
  const keys = Float64Array.from(table.category, (category, row) => {
    let number = categories.get(category);
    if (number === undefined) categories.set(category, (number = categories.size));
    const size = Math.min(127, Math.floor(2 * Math.log2(table.left[row] as number)));
    return (
      ((number * spots.count + (spots.of[table.cell[row] as number] as number)) * 128 + size) * table.capacity + row
    );
  }).sort();
  return Int32Array.from(keys, (key) => key % table.capacity);
}

/** What both sides found, as the solver wants it. */
export function joinUnit(
  { offers: o, needs: n }: PairTables,
  { kind, unit, offers, needs }: UnitRows,
  found: Readonly<Record<Lookers, FoundList>>,
  textOf: (code: number) => string,
): UnitPairs {
  const { start, col, sum } = joinPairs(found.offers, found.needs, offers.length);
  const left = (table: SideColumns, rows: Int32Array): Float64Array =>
    Float64Array.from(rows, (row) => table.left[row] as number);
  const [supply, demand] = [left(o, offers), left(n, needs)];
  const minimum = new Float64Array(col.length);
  const step = offers.some((offer) => ((o.flags[offer] as number) & IN_BOXES) !== 0)
    ? Float64Array.from(offers, (offer) => o.step[offer] as number)
    : null;
  offers.forEach((offer, at) => {
    const given = Math.min(o.min[offer] as number, supply[at] as number);
    for (let pair = start[at] as number; pair < (start[at + 1] as number); pair++) {
      const to = col[pair] as number;
      minimum[pair] = Math.max(given, Math.min(n.min[needs[to] as number] as number, demand[to] as number));
    }
    if (step === null || step[at] === 1) return;
    for (let pair = start[at] as number; pair < (start[at + 1] as number); pair++)
      minimum[pair] = wholePartFrom(minimum[pair] as number, supply[at] as number, step[at] as number);
  });
  return {
    kind,
    unit,
    offers: Array.from(offers, (row) => o.ids[row] as string),
    needs: Array.from(needs, (row) => n.ids[row] as string),
    supply,
    demand,
    start,
    col,
    sum,
    minimum,
    step,
    places: Array.from(needs, (row) => textOf(n.place[row] as number)),
    organizations: Array.from(needs, (row) => textOf(n.party[row] as number)),
  };
}

function ringsOf(table: SideColumns, now: number): Uint32Array {
  return Uint32Array.from(table.ids, (id) => ringPlace(id, now));
}

function needCodes(o: SideColumns, n: SideColumns): NeedCodes {
  const [wished, bound] = [new Set<number>(), new Set<number>()];
  for (const prefers of o.prefers) for (const code of prefers ?? []) wished.add(code);
  for (const only of o.only) for (const code of only ?? []) bound.add(code);
  const [sphereOf, categoriesOf, places, preferred] = [
    new Map<number, number>(),
    new Map<number, Set<number>>(),
    new Set<number>(),
    new Map<number, Set<number>>(),
  ];
  const into = (map: Map<number, Set<number>>, key: number, code: number): void =>
    void (map.get(key)?.add(code) ?? map.set(key, new Set([code])));
  for (let need = 0; need < n.capacity; need++) {
    const [category, sphere, party, self] = [
      n.category[need] as number,
      n.sphere[need] as number,
      n.party[need] as number,
      n.self[need] as number,
    ];
    sphereOf.set(category, sphere);
    into(categoriesOf, sphere, category);
    places.add(n.place[need] as number);
    if (wished.has(party) || bound.has(party)) into(preferred, party, category);
    if (self !== 0 && bound.has(self)) into(preferred, self, category);
  }
  places.delete(0);
  return { sphereOf, categoriesOf, places, preferred, wished, bound };
}

function spotsOfPlaces(n: SideColumns, spots: Spots): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (let need = 0; need < n.capacity; need++) {
    const place = n.place[need] as number;
    const spot = spots.of[n.cell[need] as number] as number;
    void (found.get(place)?.add(spot) ?? found.set(place, new Set([spot])));
  }
  return found;
}
