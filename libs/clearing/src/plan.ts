import { availableParallelism } from 'node:os';
import { matchedByNeed, movedShares, PairIndex, passedOver, planLines, planReport, standingBeforeEquity, unmetNeeds, type ClearedUnit, type Fairness, type MovedShares, type PassedOver, type PlanLine, type PlanReport, type ShareRow, type Unmet, type WeightVersion } from '#matching';
import type { Book } from './book.js';
import type { Place } from './share-out.js';
import { clearUnits } from './units.js';

/** What a run came to, as everybody may read it. */
export interface ClearingReport extends Omit<PlanReport, 'byOrganization'> {
  readonly offers: number;
  readonly needs: number;
  readonly byOrganization: readonly ShareRow[];
  /** What has arrived and what would have; of runs from before this was worked out there is none. */
  readonly moved?: MovedShares;
  /** Of a dry run with other weights: what the weights of today would give to the same. */
  readonly compared: { readonly weights: WeightVersion; readonly fairness: Fairness; readonly byPlace: readonly ShareRow[]; readonly bySphere: readonly ShareRow[] } | null;
  readonly seconds: { readonly read: number; readonly index: number; readonly pairs: number; readonly solve: number; readonly write: number };
}

export interface BookPlan {
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

/** Plans a book: the same book gives the same plan, whoever solves its parts. */
export async function planOf(book: Book, options: PlanOptions): Promise<BookPlan> {
  const began = performance.now();
  const { weights } = book.standing;
  const index = indexOf(book, weights);
  const indexed = performance.now();
  const { units, pairs, solve } = await clear(index, book, weights, options, 1);
  const compared = options.compareWith && (await comparison(book, options.compareWith, options, 1 + units.length));
  const moved = movedShares(units.map(({ pairs: of, plan }) => ({ pairs: of, matched: matchedByNeed(of, plan.flow) })), book.standing);
  const seconds = (ms: number): number => Math.round(ms) / 1000;
  return {
    lines: planLines(units, index, book.now),
    unmet: unmetNeeds(units, index, book.now),
    passedOver: units.flatMap((unit) => passedOver(unit, PASSED_OVER)),
    report: { offers: book.offers.length, needs: book.needs.length, ...planReport(units, index, weights), moved, compared, seconds: { read: 0, index: seconds(indexed - began), pairs: seconds(pairs), solve: seconds(solve), write: 0 } },
  };
}

function indexOf(book: Book, weights: WeightVersion): PairIndex {
  const index = new PairIndex(standingBeforeEquity(book.standing, weights));
  for (const offer of book.offers) index.putOffer(offer);
  for (const need of book.needs) index.putNeed(need);
  for (const { offerId, needId, until } of book.bars) index.bars.set(offerId, needId, until);
  return index;
}

/** @param first the number of the first unit */
async function clear(index: PairIndex, { now, standing }: Book, { weights }: WeightVersion, { gap, place }: PlanOptions, first: number): Promise<{ units: ClearedUnit[]; pairs: number; solve: number }> {
  const began = performance.now();
  const pairs = await index.unitPairs(now, { workers: availableParallelism() - 1, here: true });
  const found = performance.now();
  const { region, places, organizations } = standing;
  const units = await clearUnits(pairs, { weights, equity: weights.equity > 0, before: { region, places, organizations }, mode: gap === 0 ? 'exact' : 'gap', gap }, place, first);
  return { units, pairs: found - began, solve: performance.now() - found };
}

async function comparison(book: Book, weights: WeightVersion, options: PlanOptions, first: number): Promise<ClearingReport['compared']> {
  const index = indexOf(book, weights);
  const { units } = await clear(index, book, weights, options, first);
  const { fairness, byPlace, bySphere } = planReport(units, index, weights);
  return { weights, fairness, byPlace, bySphere };
}
