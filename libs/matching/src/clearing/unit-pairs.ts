import type { Kind } from '#catalogue';
import { KIND_NAMES, type PairTables, type ScanWorld } from '../scan.js';
import type { SideColumns } from '../side-table.js';
import { NeedAsks, OfferAsks } from './finders.js';
import { needKeys, offerKeys, type NeedCodes } from './lists.rules.js';
import { joinPairs, PairList } from './pair-list.js';
import { ringPlace } from './ring.rules.js';
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
export function unitRows(world: ScanWorld, textOf: (code: number) => string, cut: PairsCut | null, wanted?: (kind: Kind, unit: string) => boolean): UnitRows[] {
  const units = new Map<string, { kind: Kind; unit: string; offers: number[]; needs: number[] }>();
  for (const [side, table] of [['offers', world.offers], ['needs', world.needs]] as const) {
    for (const row of table.rows()) {
      const [kind, unit] = [table.kind[row] as number, table.unit[row] as number];
      const key = `${kind} ${textOf(unit)}`;
      let found = units.get(key);
      if (!found) units.set(key, (found = { kind: KIND_NAMES[kind] as Kind, unit: textOf(unit), offers: [], needs: [] }));
      found[side].push(row);
    }
  }
  return [...units.keys()].sort().flatMap((key) => {
    const { kind, unit, offers, needs } = units.get(key) as { kind: Kind; unit: string; offers: number[]; needs: number[] };
    if (wanted && !wanted(kind, unit)) return [];
    return [{ kind, unit, offers: byId(world.offers, offers), needs: byId(world.needs, needs), cut: cut ?? pairsCut(offers.length + needs.length) }];
  });
}

function byId(table: SideColumns, rows: number[]): Int32Array {
  return Int32Array.from(rows.sort((a, b) => ((table.ids[a] as string) < (table.ids[b] as string) ? -1 : 1)));
}

/** Who looks for whom: `offers` look for needs, or `needs` for offers. */
export type Lookers = 'offers' | 'needs';

/** Every looker's best counterparts. */
export function walkUnit(world: PairTables, spots: Spots, now: number, { offers, needs, cut }: UnitRows, lookers: Lookers): PairList {
  const { offers: o, needs: n, weights } = world;
  const [offerRing, needRing] = [ringsOf(o, offers, now), ringsOf(n, needs, now)];
  const codes = needCodes(o, n, offers, needs);
  const found = new PairList();
  const spotOf = (table: SideColumns) => (row: number) => spots.of[table.cell[row] as number] as number;
  if (lookers === 'offers') {
    const own = new Float64Array(n.capacity);
    for (const row of needs) own[row] = (n.fixed[row] as number) + ((n.trust[row] as number) / 2) * weights.trust;
    const shelf = new Shelf({ rows: needs, own, ring: needRing, amount: n.left, radius: null, spots: spots.count, spot: spotOf(n), keys: (row, add) => needKeys(n, row, codes.preferred, add) });
    const rank = ranksOf(n, needs);
    const walk = new Walk(shelf, spots, own, needRing, n.left, rank, needs);
    const asks = new OfferAsks({ world, spots, shelf, ring: offerRing, now }, codes, spotsOfPlaces(n, needs, spots));
    offers.forEach((row, at) => {
      walk.find(asks.of(row), cut);
      for (let k = 0; k < walk.count; k++) found.add(at, rank[walk.found[k] as number] as number, walk.sums[k] as number);
    });
  } else {
    const own = new Float64Array(o.capacity);
    for (const row of offers) own[row] = ((o.trust[row] as number) / 2) * weights.trust;
    const shelf = new Shelf({ rows: offers, own, ring: offerRing, amount: o.left, radius: o.radius, spots: spots.count, spot: spotOf(o), keys: (row, add) => offerKeys(o, row, add) });
    const rank = ranksOf(o, offers);
    const walk = new Walk(shelf, spots, own, offerRing, o.left, rank, offers);
    const asks = new NeedAsks({ world, spots, shelf, ring: needRing, now }, codes.wished);
    needs.forEach((row, at) => {
      walk.find(asks.of(row), cut);
      for (let k = 0; k < walk.count; k++) found.add(rank[walk.found[k] as number] as number, at, walk.sums[k] as number);
    });
  }
  return found;
}

/** What both sides found, as the solver wants it. */
export function joinUnit({ offers: o, needs: n }: PairTables, { kind, unit, offers, needs }: UnitRows, found: PairList, textOf: (code: number) => string): UnitPairs {
  const { start, col, sum } = joinPairs(found, offers.length, needs.length);
  const left = (table: SideColumns, rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => table.left[row] as number);
  const [supply, demand] = [left(o, offers), left(n, needs)];
  const minimum = new Float64Array(col.length);
  offers.forEach((offer, at) => {
    const given = Math.min(o.min[offer] as number, supply[at] as number);
    for (let pair = start[at] as number; pair < (start[at + 1] as number); pair++) {
      const to = col[pair] as number;
      minimum[pair] = Math.max(given, Math.min(n.min[needs[to] as number] as number, demand[to] as number));
    }
  });
  return {
    kind, unit, offers: Array.from(offers, (row) => o.ids[row] as string), needs: Array.from(needs, (row) => n.ids[row] as string), supply, demand, start, col, sum, minimum,
    places: Array.from(needs, (row) => textOf(n.place[row] as number)), organizations: Array.from(needs, (row) => textOf(n.party[row] as number)),
  };
}

function ringsOf(table: SideColumns, rows: Int32Array, now: number): Uint32Array {
  const rings = new Uint32Array(table.capacity);
  for (const row of rows) rings[row] = ringPlace(table.ids[row] as string, now);
  return rings;
}

function ranksOf(table: SideColumns, rows: Int32Array): Int32Array {
  const ranks = new Int32Array(table.capacity);
  rows.forEach((row, at) => (ranks[row] = at));
  return ranks;
}

function needCodes(o: SideColumns, n: SideColumns, offers: Int32Array, needs: Int32Array): NeedCodes {
  const preferredCodes = new Set<number>();
  for (const row of offers) for (const code of o.prefers[row] ?? []) preferredCodes.add(code);
  const [sphereOf, categoriesOf, places, preferred] = [new Map<number, number>(), new Map<number, Set<number>>(), new Set<number>(), new Map<number, Set<number>>()];
  const into = (map: Map<number, Set<number>>, key: number, code: number): void => void (map.get(key)?.add(code) ?? map.set(key, new Set([code])));
  for (const row of needs) {
    const [category, sphere, party] = [n.category[row] as number, n.sphere[row] as number, n.party[row] as number];
    sphereOf.set(category, sphere);
    into(categoriesOf, sphere, category);
    places.add(n.place[row] as number);
    if (preferredCodes.has(party)) into(preferred, party, category);
  }
  places.delete(0);
  return { sphereOf, categoriesOf, places, preferred, wished: preferredCodes };
}

function spotsOfPlaces(n: SideColumns, needs: Int32Array, spots: Spots): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const row of needs) {
    const place = n.place[row] as number;
    const spot = spots.of[n.cell[row] as number] as number;
    void (found.get(place)?.add(spot) ?? found.set(place, new Set([spot])));
  }
  return found;
}
