import { SolverInputError } from './errors.js';
import type { SearchPoint } from './search.js';

/** Amounts go up to here: the ledger's own limit. */
export const MAX_SOLVER_AMOUNT = 10 ** 13;
/** Scores go up to 1,000,000 and a bonus doubles them at most; other people's networks have larger costs, and sums of two still fit 32 bits. */
export const MAX_WEIGHT = 2 ** 28;

/**
 * A sparse transportation problem: maximise the sum of weight x flow, where what leaves a supply and what enters a demand is at most
 * its amount. Arcs of supply i are start[i] .. start[i + 1] - 1, strictly rising in `col`. Everything is an integer: amounts
 * 0 .. 10^13, weights 0 .. 2^28.
 */
export interface Problem {
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  readonly start: Int32Array;
  readonly col: Int32Array;
  readonly weight: Int32Array;
  /** Per arc: its flow is 0 or at least this. Absent: 1. */
  readonly minimum?: Float64Array;
  readonly segments?: Segments;
}

/**
 * The first `amount` units that enter `demand` are worth `bonus` more each, then come the next row of the same demand. Rows of one
 * demand stand together with falling bonus (so that the total stays concave); what they do not cover has no bonus.
 */
export interface Segments {
  readonly demand: Int32Array;
  readonly amount: Float64Array;
  readonly bonus: Int32Array;
}

/** Prices of an earlier plan for the same demands; with the flow of a plan for the same problem (minima aside) the work goes on from there. */
export interface Warm {
  readonly price: Float64Array;
  readonly flow?: Float64Array;
}

export interface SolveOptions {
  /** `exact` (the default): plan and bound meet. `gap`: a part ends when this much is proved. */
  readonly mode?: 'exact' | 'gap';
  /** For the mode `gap`: share of the bound, 0.001 where absent. */
  readonly gap?: number;
  /** A nearer start, never another result than an optimal one. */
  readonly warm?: Warm;
  readonly signal?: AbortSignal;
  readonly progress?: (done: { readonly parts: number; readonly of: number }) => void;
  /** Worker threads for the parts; 1 (the default) solves in this one. The plan is the same whatever their number. */
  readonly threads?: number;
  /** Whether the plan says how it was searched. */
  readonly trace?: boolean;
}

/** What the work was; counts only, so that the same input gives the same numbers. */
export interface SolveStats {
  parts: number;
  bids: number;
  pivots: number;
  degenerate: number;
  /** Nodes whose potential changed, over all pivots. */
  moved: number;
  /** Arcs looked at by the simplex. */
  scanned: number;
  cycles: number;
  /** Parts whose potentials did not fit 32 bits and got 64. */
  wide: number;
  /** Arcs that the flow had used below their minimum. */
  belowMinimum: number;
}

export interface Plan {
  /** Per arc, integers. */
  readonly flow: Float64Array;
  /** Per demand, integers: they prove the bound. Negative only where segments give a bonus. */
  readonly price: Float64Array;
  readonly objective: bigint;
  /** No plan that keeps the minima is worth more: what the prices prove, less `excluded`. */
  readonly upperBound: bigint;
  /** (upperBound - objective) / upperBound, 0 where nothing can be gained. */
  readonly gap: number;
  /** The same before minima were repaired. */
  readonly flowGap: number;
  /** By how much the search over the lots of small parts has proved less than the prices; 0 where nothing was searched. */
  readonly excluded: bigint;
  readonly stats: SolveStats;
  /** With `trace`: how found and proved came together before minima were repaired, part after part; else empty. */
  readonly search: readonly SearchPoint[];
}

export const emptyStats = (): SolveStats => ({
  parts: 0,
  bids: 0,
  pivots: 0,
  degenerate: 0,
  moved: 0,
  scanned: 0,
  cycles: 0,
  wide: 0,
  belowMinimum: 0,
});

export function addStats(to: SolveStats, more: SolveStats): void {
  for (const key of Object.keys(to) as (keyof SolveStats)[]) to[key] += more[key];
}

/** Throws SolverInputError with the first thing that is wrong. */
export function checkProblem(problem: Problem): void {
  const { supply, demand, start, col, weight, minimum } = problem;
  amounts('supply', supply);
  amounts('demand', demand);
  if (start.length !== supply.length + 1)
    throw new SolverInputError(`start has ${start.length} entries, not ${supply.length + 1}`);
  if (weight.length !== col.length)
    throw new SolverInputError(`weight has ${weight.length} entries, col has ${col.length}`);
  if (start[0] !== 0 || start[supply.length] !== col.length)
    throw new SolverInputError('start must run from 0 to the number of arcs');
  if (minimum !== undefined && minimum.length !== col.length)
    throw new SolverInputError(`minimum has ${minimum.length} entries, col has ${col.length}`);
  for (let i = 0; i < supply.length; i++)
    if (start[i + 1]! < start[i]!) throw new SolverInputError(`start falls at supply ${i}`);
  checkArcs(problem);
  if (minimum !== undefined) amounts('minimum', minimum);
  if (problem.segments !== undefined) checkSegments(problem.segments, demand.length);
}

/** Whether anything is wrong is asked of all arcs at once, without branches, by the sign of what would be negative; what it is only then. */
function checkArcs({ supply, demand, start, col, weight }: Problem): void {
  const last = demand.length - 1;
  let wrong = 0;
  for (let i = 0; i < supply.length; i++) {
    let before = -1;
    for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
      const j = col[e]!,
        w = weight[e]!;
      wrong |= (j - before - 1) | (last - j) | w | (MAX_WEIGHT - w);
      before = j;
    }
  }
  if (wrong >= 0) return;
  for (let i = 0; i < supply.length; i++) {
    let before = -1;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      if (col[e]! <= before || col[e]! > last)
        throw new SolverInputError(`arc ${e} of supply ${i}: demand ${col[e]} is out of order or out of range`);
      before = col[e]!;
    }
  }
  for (let e = 0; e < weight.length; e++)
    if (weight[e]! < 0 || weight[e]! > MAX_WEIGHT)
      throw new SolverInputError(`arc ${e}: weight ${weight[e]} is not in 0 .. ${MAX_WEIGHT}`);
}

function amounts(name: string, values: Float64Array): void {
  for (let k = 0; k < values.length; k++) {
    if (!(values[k]! >= 0 && values[k]! <= MAX_SOLVER_AMOUNT) || values[k] !== Math.floor(values[k]!))
      throw new SolverInputError(`${name} ${k}: ${values[k]} is not an integer in 0 .. 10^13`);
  }
}

function checkSegments({ demand, amount, bonus }: Segments, demands: number): void {
  if (amount.length !== demand.length || bonus.length !== demand.length)
    throw new SolverInputError('segments: three arrays of one length');
  amounts('segment', amount);
  const seen = new Uint8Array(demands);
  for (let k = 0; k < demand.length; k++) {
    const j = demand[k]!;
    if (j < 0 || j >= demands) throw new SolverInputError(`segment ${k}: there is no demand ${j}`);
    if (bonus[k]! < 0 || bonus[k]! > MAX_WEIGHT)
      throw new SolverInputError(`segment ${k}: bonus ${bonus[k]} is not in 0 .. ${MAX_WEIGHT}`);
    if (k > 0 && demand[k - 1] === j) {
      if (bonus[k]! > bonus[k - 1]!) throw new SolverInputError(`segment ${k}: the bonus of demand ${j} rises`);
    } else if (seen[j] !== 0) throw new SolverInputError(`segment ${k}: the rows of demand ${j} do not stand together`);
    seen[j] = 1;
  }
}
