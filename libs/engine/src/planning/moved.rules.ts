import { jainIndex, sharesAfter, sharesOf, type Shares } from './fairness.rules.js';
import type { UnitPairs } from './unit-pairs.js';

/** A figure before a plan, and once all of it is agreed on. */
export interface Moved {
  readonly before: number;
  readonly after: number;
}

/** Shares (0..1) of what was asked for in the last year that have arrived: the mean over needs, each counting once, whatever its unit. */
export interface MovedShares {
  readonly region: Moved;
  /** Those that ask for something now, in the order of codes. */
  readonly places: readonly (Moved & { readonly key: string })[];
  /** Jain's index over them, and over the organizations that ask. */
  readonly jain: Moved;
  readonly jainOfOrganizations: Moved;
}

const MILLION = 1_000_000;

/** What the plan of a run moves. @param units with what each need would receive @param before what has arrived, as millionths */
export function movedShares(
  units: readonly {
    readonly pairs: Pick<UnitPairs, 'demand' | 'places' | 'organizations'>;
    readonly matched: Float64Array;
  }[],
  before: Shares,
): MovedShares {
  const all = {
    demand: Float64Array.from(units.flatMap(({ pairs }) => [...pairs.demand])),
    places: units.flatMap(({ pairs }) => pairs.places),
    organizations: units.flatMap(({ pairs }) => pairs.organizations),
  };
  const after = sharesAfter(before, sharesOf(all, Float64Array.from(units.flatMap(({ matched }) => [...matched]))));
  const moved = (had: number, has: number): Moved => ({ before: had / MILLION, after: has / MILLION });
  const each = (had: ReadonlyMap<string, number>, has: ReadonlyMap<string, number>): (Moved & { key: string })[] =>
    [...has]
      .filter(([key]) => key !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, share]) => ({ key, ...moved(had.get(key) ?? 0, share) }));
  const jain = (rows: readonly Moved[]): Moved => ({
    before: jainIndex(rows.map((row) => row.before)),
    after: jainIndex(rows.map((row) => row.after)),
  });
  const places = each(before.places, after.places);
  return {
    region: moved(before.region, after.region),
    places,
    jain: jain(places),
    jainOfOrganizations: jain(each(before.organizations, after.organizations)),
  };
}
