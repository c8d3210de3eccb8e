import { Loops } from './loops.js';
import { Parts } from './parts.js';
import { PieceSolver, type PartOptions } from './piece-solver.js';
import { addStats, emptyStats, type Problem, type SolveStats } from './problem.js';
import { joinSearches, type SearchPoint } from './search.js';
import { stretch, stretchWarm, unstretch } from './segments.js';

export interface FlowPlan {
  readonly flow: Float64Array;
  readonly price: Float64Array;
  readonly stats: SolveStats;
  /** Empty where nobody asked for it. */
  readonly search: readonly SearchPoint[];
}

/** A part is done; `of` so many. */
export interface PartDone {
  readonly parts: number;
  readonly of: number;
}

/** Solves checked problems without regard to minima, part by part in this thread; keeps its memory. Yields now and then, with the news of a part that is done. */
export class FlowSolver {
  *steps(problem: Problem, options: PartOptions): Generator<PartDone | undefined, FlowPlan> {
    if (problem.segments === undefined || problem.segments.demand.length === 0)
      return yield* this.parts(problem, options);
    const stretched = stretch(problem, problem.segments);
    const plan = yield* this.parts(stretched.problem, {
      gap: options.gap,
      trace: options.trace,
      ...(options.warm && { warm: stretchWarm(stretched, options.warm) }),
    });
    return { ...unstretch(problem, stretched, plan, startPrices(problem)), stats: plan.stats, search: plan.search };
  }

  private *parts(problem: Problem, options: PartOptions): Generator<PartDone | undefined, FlowPlan> {
    const loops = Loops.lend(),
      solver = new PieceSolver(loops),
      parts = new Parts(problem),
      pieces = parts.pieces(loops);
    const flow = new Float64Array(problem.col.length),
      price = startPrices(problem),
      stats = emptyStats(),
      searches: SearchPoint[][] = [];
    for (const k of parts.bySize()) {
      const piece = pieces[k]!,
        work = solver.steps(piece, {
          gap: options.gap,
          trace: options.trace,
          ...(options.warm && { warm: parts.warmOf(k, options.warm) }),
        });
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) {
          addStats(stats, step.value);
          break;
        }
        yield;
      }
      searches.push(joinSearches([solver.search])); // as a part that is solved elsewhere comes home
      solver.countFlows();
      solver.eachFlow((row, place, amount) => (flow[parts.arcOf(k, row, place)] = amount));
      solver.eachPrice(piece.cols, (c, p) => (price[parts.demandOf(k, c)] = p));
      solver.close();
      yield { parts: stats.parts, of: parts.count };
    }
    loops.giveBack();
    return { flow, price, stats, search: options.trace ? joinSearches(searches) : [] };
  }
}

/**
 * Prices of demands that belong to no part, such that they add nothing to the bound: a demand of 0 takes nothing at any price, so the
 * highest keeps supplies out; one that nobody reaches gets nothing of its bonus.
 */
export function startPrices({ demand, col, weight, segments }: Problem): Float64Array {
  const price = new Float64Array(demand.length);
  if (demand.includes(0))
    for (let e = 0; e < col.length; e++)
      if (demand[col[e]!] === 0) price[col[e]!] = Math.max(price[col[e]!]!, weight[e]!);
  for (let k = 0; segments !== undefined && k < segments.demand.length; k++) {
    const j = segments.demand[k]!;
    if (demand[j]! > 0) price[j] = Math.min(price[j]!, -segments.bonus[k]!);
  }
  return price;
}
