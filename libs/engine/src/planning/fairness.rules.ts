import type { UnitPairs } from './unit-pairs.js';

/** How much of what is open would arrive, as millionths: the mean over needs, each counting once, as the context counts it. */
export interface Shares {
  readonly region: number;
  readonly places: ReadonlyMap<string, number>;
  readonly organizations: ReadonlyMap<string, number>;
}

export const NO_SHARES: Shares = { region: 0, places: new Map(), organizations: new Map() };

/** What a place asks for and would receive, in the base unit. */
export interface PlaceShare {
  readonly place: string;
  readonly needed: number;
  readonly matched: number;
}

/** What each need would receive. */
export function matchedByNeed(pairs: UnitPairs, flow: Float64Array): Float64Array {
  const matched = new Float64Array(pairs.needs.length);
  for (let pair = 0; pair < flow.length; pair++)
    matched[pairs.col[pair] as number] = (matched[pairs.col[pair] as number] as number) + (flow[pair] as number);
  return matched;
}

/** Shares of a plan. */
export function sharesOf(pairs: Pick<UnitPairs, 'demand' | 'places' | 'organizations'>, matched: Float64Array): Shares {
  const [places, organizations] = [new Map<string, Mean>(), new Map<string, Mean>()];
  const region: Mean = { sum: 0, of: 0 };
  const meanOf = (means: Map<string, Mean>, key: string): Mean => {
    let mean = means.get(key);
    if (!mean) means.set(key, (mean = { sum: 0, of: 0 }));
    return mean;
  };
  matched.forEach((amount, need) => {
    const share = Math.floor((amount / (pairs.demand[need] as number)) * MILLION);
    for (const mean of [
      region,
      meanOf(places, pairs.places[need] as string),
      meanOf(organizations, pairs.organizations[need] as string),
    ]) {
      mean.sum += share;
      mean.of += 1;
    }
  });
  const floored = (means: Map<string, Mean>): Map<string, number> =>
    new Map([...means].map(([key, mean]) => [key, Math.floor(mean.sum / mean.of)]));
  return {
    region: region.of === 0 ? 0 : Math.floor(region.sum / region.of),
    places: floored(places),
    organizations: floored(organizations),
  };
}

interface Mean {
  sum: number;
  of: number;
}

const MILLION = 1_000_000;

/** Of what has not arrived before, a plan brings a share: both together. */
export function sharesAfter(before: Shares, plan: Shares): Shares {
  const both = (had: number, more: number): number => had + Math.floor(((MILLION - had) * more) / MILLION);
  const each = (had: ReadonlyMap<string, number>, more: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...more].map(([key, share]) => [key, both(had.get(key) ?? 0, share)]));
  return {
    region: both(before.region, plan.region),
    places: each(before.places, plan.places),
    organizations: each(before.organizations, plan.organizations),
  };
}

/** The mean of the shares that were seen so far: `count` times `before`, once `now`. Keeps passes from swinging. */
export function sharesBetween(before: Shares, count: number, now: Shares): Shares {
  const mean = (a: number, b: number): number => Math.floor((a * count + b) / (count + 1));
  const each = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...b].map(([key, share]) => [key, mean(a.get(key) ?? share, share)]));
  return {
    region: mean(before.region, now.region),
    places: each(before.places, now.places),
    organizations: each(before.organizations, now.organizations),
  };
}

/** Place by place, in the order of codes. */
export function placeShares(pairs: UnitPairs, matched: Float64Array): PlaceShare[] {
  const found = new Map<string, { needed: number; matched: number }>();
  pairs.places.forEach((place, need) => {
    let sums = found.get(place);
    if (!sums) found.set(place, (sums = { needed: 0, matched: 0 }));
    sums.needed += pairs.demand[need] as number;
    sums.matched += matched[need] as number;
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, sums]) => ({ place, ...sums }));
}

/** Jain's index of fairness: (sum x)^2 / (n sum x^2); 1 where all are equal, 1/n where one has everything. 1 where nobody has anything. */
export function jainIndex(values: readonly number[]): number {
  const [sum, squares] = values.reduce(([a, b], value) => [a + value, b + value * value], [0, 0]);
  return squares === 0 ? 1 : (sum * sum) / (values.length * squares);
}

export const jainOfPlaces = (shares: readonly PlaceShare[]): number =>
  jainIndex(shares.map(({ needed, matched }) => matched / needed));

/** A figure of the run from those of its units, each weighing as much as it has needs: units are never added up. */
export function meanOverUnits<U>(units: readonly U[], needs: (unit: U) => number, value: (unit: U) => number): number {
  const all = units.reduce((sum, unit) => sum + needs(unit), 0);
  return all === 0 ? 1 : units.reduce((sum, unit) => sum + needs(unit) * value(unit), 0) / all;
}
