import { availableParallelism } from 'node:os';
import {
  matchedByNeed,
  movedShares,
  PairIndex,
  passedOver,
  planLines,
  planReport,
  contextBeforeEquity,
  unmetNeeds,
  type ClearedUnit,
  type Fairness,
  type MovedShares,
  type PassedOver,
  type PlanLine,
  type PlanReport,
  type ShareRow,
  type Unmet,
  type WeightVersion,
} from '#engine';
import type { ClearingSnapshot } from './snapshot.js';
import type { Place } from './share-out.js';
import { clearUnitsAcrossWorkers } from './shared-units.js';

/** What a run came to, as everybody may read it. */
export interface ClearingReport extends Omit<PlanReport, 'byOrganization'> {
  readonly offers: number;
  readonly needs: number;
  readonly byOrganization: readonly ShareRow[];
  /** What has arrived and what would have; of runs from before this was worked out there is none. */
  readonly moved?: MovedShares;
  /** Of a dry run with other weights: what the weights of today would give to the same. */
  readonly compared: {
    readonly weights: WeightVersion;
    readonly fairness: Fairness;
    readonly byPlace: readonly ShareRow[];
    readonly bySphere: readonly ShareRow[];
  } | null;
  readonly seconds: {
    readonly read: number;
    readonly index: number;
    readonly pairs: number;
    readonly solve: number;
    readonly write: number;
  };
}

export interface ClearingPlan {
  readonly lines: readonly PlanLine[];
  readonly unmet: readonly Unmet[];
  /** Lines for which some need looked better, and the best of those. */
  readonly passedOver: readonly PassedOver[];
  readonly report: ClearingReport;
}

export interface PlanOptions {
  /** 0: the very best. */
  readonly gap: number;
  /** Where large parts lie for all workers. */
  readonly place: Place;
  /** Weights to compare with; null: none. */
  readonly compareWith: WeightVersion | null;
}

/** Better-looking needs that are kept of each line. */
const PASSED_OVER = 3;

/** Plans a snapshot. Deterministic: the same snapshot gives the same plan, whichever worker solves its parts. */
export async function planOf(snapshot: ClearingSnapshot, options: PlanOptions): Promise<ClearingPlan> {
  const began = performance.now();
  const { weights } = snapshot.context;
  const index = indexOf(snapshot, weights);
  const indexed = performance.now();
  const { units, pairs, solve } = await clear(index, snapshot, weights, options, 1);
  const compared = options.compareWith && (await comparison(snapshot, options.compareWith, options, 1 + units.length));
  const moved = movedShares(
    units.map(({ pairs: of, plan }) => ({ pairs: of, matched: matchedByNeed(of, plan.flow) })),
    snapshot.context,
  );
  const seconds = (ms: number): number => Math.round(ms) / 1000;
  return {
    lines: planLines(units, index, snapshot.now),
    unmet: unmetNeeds(units, index, snapshot.now),
    passedOver: units.flatMap((unit) => passedOver(unit, PASSED_OVER)),
    report: {
      offers: snapshot.offers.length,
      needs: snapshot.needs.length,
      ...planReport(units, index, weights),
      moved,
      compared,
      seconds: { read: 0, index: seconds(indexed - began), pairs: seconds(pairs), solve: seconds(solve), write: 0 },
    },
  };
}

function indexOf(snapshot: ClearingSnapshot, weights: WeightVersion): PairIndex {
  const index = new PairIndex(contextBeforeEquity(snapshot.context, weights));
  for (const offer of snapshot.offers) index.putOffer(offer);
  for (const need of snapshot.needs) index.putNeed(need);
  for (const { offerId, needId, until } of snapshot.exclusions) index.exclusions.set(offerId, needId, until);
  return index;
}

/** @param first the number of the first unit */
async function clear(
  index: PairIndex,
  { now, context }: ClearingSnapshot,
  { weights }: WeightVersion,
  { gap, place }: PlanOptions,
  first: number,
): Promise<{ units: ClearedUnit[]; pairs: number; solve: number }> {
  const began = performance.now();
  const pairs = await index.unitPairs(now, { workers: availableParallelism() - 1, here: true });
  const found = performance.now();
  const { region, places, organizations } = context;
  const units = await clearUnitsAcrossWorkers(
    pairs,
    {
      weights,
      equity: weights.equity > 0,
      before: { region, places, organizations },
      mode: gap === 0 ? 'exact' : 'gap',
      gap,
    },
    place,
    first,
  );
  return { units, pairs: found - began, solve: performance.now() - found };
}

async function comparison(
  snapshot: ClearingSnapshot,
  weights: WeightVersion,
  options: PlanOptions,
  first: number,
): Promise<ClearingReport['compared']> {
  const index = indexOf(snapshot, weights);
  const { units } = await clear(index, snapshot, weights, options, first);
  const { fairness, byPlace, bySphere } = planReport(units, index, weights);
  return { weights, fairness, byPlace, bySphere };
}
