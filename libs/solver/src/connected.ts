import { Auction } from './auction.js';
import { addStats, emptyStats, type Problem, type SolveStats } from './problem.js';
import { Simplex, TooWide } from './simplex.js';

/** What one part needs to know of the options. `gap` 0 is exact. */
export interface PartOptions {
  readonly gap: number;
  readonly warm?: Float64Array;
}

export interface PartPlan {
  readonly flow: Float64Array;
  readonly price: Float64Array;
  readonly stats: SolveStats;
}

/** The first epsilon is this share of the largest weight. */
const EPSILON_SHIFT = 4, WARM_SHIFT = 8;
/** Pivots and bids between two looks at the gap, or at whether somebody wants us to stop. */
const PIVOTS = 2_000, BIDS = 50_000;

/**
 * Solves problems without empty nodes, minima and segments, best connected ones: a coarse auction, then the simplex from where it
 * ended. The auction at a fraction of the largest weight is within a percent or so of the optimum and takes time linear in its bids,
 * but halving its epsilon doubles the bids; the simplex is slow from far away and quick to finish. Keeps its memory from one part to
 * the next.
 */
export class PartSolver {
  private readonly auction = new Auction();
  private readonly simplex = new Simplex();
  private plan = new Float64Array(0);

  /** Yields now and then; the last answer is the plan. */
  *steps(problem: Problem, options: PartOptions): Generator<void, PartPlan> {
    const arcs = problem.col.length, stats = emptyStats();
    stats.parts = 1;
    let heaviest = 0;
    for (let e = 0; e < arcs; e++) if (problem.weight[e]! > heaviest) heaviest = problem.weight[e]!;
    const { auction } = this;
    auction.begin(problem, Math.max(1, heaviest >> (options.warm === undefined ? EPSILON_SHIFT : WARM_SHIFT)), options.warm);
    while (!auction.advance(BIDS)) yield;
    stats.bids = auction.bids;
    if (this.plan.length < arcs) this.plan = new Float64Array(arcs);
    this.plan.fill(0, 0, arcs);
    auction.collect(this.plan);
    for (const wide of [false, true]) {
      try {
        yield* this.improve(problem, options, wide);
        break;
      } catch (err) {
        if (!(err instanceof TooWide) || wide) throw err;
        stats.wide = 1;
        this.simplex.addTo(stats);
      }
    }
    this.simplex.addTo(stats);
    const flow = new Float64Array(arcs), price = new Float64Array(problem.demand.length);
    this.simplex.collect(flow);
    this.simplex.collectPrices(price);
    return { flow, price, stats };
  }

  private *improve(problem: Problem, { gap }: PartOptions, wide: boolean): Generator<void, void> {
    const { simplex } = this;
    simplex.begin(problem, this.plan, this.auction.price, wide);
    while ((gap === 0 || simplex.gap() > gap) && !simplex.advance(PIVOTS)) yield;
  }
}

export const sumStats = (all: readonly SolveStats[]): SolveStats => {
  const sum = emptyStats();
  for (const stats of all) addStats(sum, stats);
  return sum;
};
