import type { Kind } from '#catalogue';
import { KIND_NAMES, type ScanWorld } from '../scan.js';
import type { SideTable } from '../side-table.js';
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
  return rows <= 20_000 ? { least: 16, most: 32, cover: 2, spread: 16 } : { least: 5, most: 10, cover: 2, spread: 5 };
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

/** Pairs of every base unit, the units in order; `cut` null: as `pairsCut` says. Rows of a unit that only one side has are there too, without pairs. */
export function pairUnits(world: ScanWorld, now: number, textOf: (code: number) => string, cut: PairsCut | null, wanted?: (kind: Kind, unit: string) => boolean): UnitPairs[] {
  const spots = new Spots(world.points);
  const units = new Map<string, { kind: number; unit: number; offers: number[]; needs: number[] }>();
  for (const [side, table] of [['offers', world.offers], ['needs', world.needs]] as const) {
    for (const row of table.rows()) {
      const [kind, unit] = [table.kind[row] as number, table.unit[row] as number];
      const key = `${kind} ${textOf(unit)}`;
      let found = units.get(key);
      if (!found) units.set(key, (found = { kind, unit, offers: [], needs: [] }));
      found[side].push(row);
    }
  }
  const names = [...units.keys()].sort();
  return names.flatMap((name) => {
    const { kind, unit, offers, needs } = units.get(name) as { kind: number; unit: number; offers: number[]; needs: number[] };
    const [kindName, text] = [KIND_NAMES[kind] as Kind, textOf(unit)];
    if (wanted && !wanted(kindName, text)) return [];
    return [{ kind: kindName, unit: text, ...pairsOfUnit(world, now, spots, byId(world.offers, offers), byId(world.needs, needs), cut ?? pairsCut(offers.length + needs.length), textOf) }];
  });
}

function byId(table: SideTable, rows: number[]): Int32Array {
  return Int32Array.from(rows.sort((a, b) => ((table.ids[a] as string) < (table.ids[b] as string) ? -1 : 1)));
}

function pairsOfUnit(world: ScanWorld, now: number, spots: Spots, offers: Int32Array, needs: Int32Array, cut: PairsCut, textOf: (code: number) => string): Omit<UnitPairs, 'kind' | 'unit'> {
  const { offers: o, needs: n } = world;
  const [offerRing, needRing] = [ringsOf(o, offers, now), ringsOf(n, needs, now)];
  const [offerRank, needRank] = [ranksOf(o, offers), ranksOf(n, needs)];
  const codes = needCodes(o, n, offers, needs);
  const spotOf = (table: SideTable) => (row: number) => spots.of[table.cell[row] as number] as number;
  const [needOwn, offerOwn] = [new Float64Array(n.capacity), new Float64Array(o.capacity)];
  for (const row of needs) needOwn[row] = (n.fixed[row] as number) + ((n.trust[row] as number) / 2) * world.weights.trust;
  for (const row of offers) offerOwn[row] = ((o.trust[row] as number) / 2) * world.weights.trust;
  const needShelf = new Shelf({ rows: needs, own: needOwn, ring: needRing, amount: n.left, radius: null, spots: spots.count, spot: spotOf(n), keys: (row, add) => needKeys(n, row, codes.preferred, add) });
  const offerShelf = new Shelf({ rows: offers, own: offerOwn, ring: offerRing, amount: o.left, radius: o.radius, spots: spots.count, spot: spotOf(o), keys: (row, add) => offerKeys(o, row, add) });
  const found = new PairList();
  const walkNeeds = new Walk(needShelf, spots, needOwn, needRing, n.left, needRank, needs);
  const offerAsks = new OfferAsks({ world, spots, shelf: needShelf, ring: offerRing, now }, codes, spotsOfPlaces(n, needs, spots));
  offers.forEach((row, at) => {
    walkNeeds.find(offerAsks.of(row), cut);
    for (let k = 0; k < walkNeeds.count; k++) found.add(at, needRank[walkNeeds.found[k] as number] as number, walkNeeds.sums[k] as number);
  });
  const walkOffers = new Walk(offerShelf, spots, offerOwn, offerRing, o.left, offerRank, offers);
  const needAsks = new NeedAsks({ world, spots, shelf: offerShelf, ring: needRing, now }, codes.wished);
  needs.forEach((row, at) => {
    walkOffers.find(needAsks.of(row), cut);
    for (let k = 0; k < walkOffers.count; k++) found.add(offerRank[walkOffers.found[k] as number] as number, at, walkOffers.sums[k] as number);
  });
  const { start, col, sum } = joinPairs(found, offers.length, needs.length);
  const left = (table: SideTable, rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => table.left[row] as number);
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
    offers: Array.from(offers, (row) => o.ids[row] as string), needs: Array.from(needs, (row) => n.ids[row] as string), supply, demand, start, col, sum, minimum,
    places: Array.from(needs, (row) => textOf(n.place[row] as number)), organizations: Array.from(needs, (row) => textOf(n.party[row] as number)),
  };
}

function ringsOf(table: SideTable, rows: Int32Array, now: number): Uint32Array {
  const rings = new Uint32Array(table.capacity);
  for (const row of rows) rings[row] = ringPlace(table.ids[row] as string, now);
  return rings;
}

function ranksOf(table: SideTable, rows: Int32Array): Int32Array {
  const ranks = new Int32Array(table.capacity);
  rows.forEach((row, at) => (ranks[row] = at));
  return ranks;
}

function needCodes(o: SideTable, n: SideTable, offers: Int32Array, needs: Int32Array): NeedCodes {
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

function spotsOfPlaces(n: SideTable, needs: Int32Array, spots: Spots): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const row of needs) {
    const place = n.place[row] as number;
    const spot = spots.of[n.cell[row] as number] as number;
    void (found.get(place)?.add(spot) ?? found.set(place, new Set([spot])));
  }
  return found;
}
