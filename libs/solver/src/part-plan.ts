import { Loops } from './loops.js';
import { solvePart } from './minima.js';
import type { PartFlow, Parts } from './parts.js';
import { PieceSolver, type PartOptions } from './piece-solver.js';
import type { SolveStats } from './problem.js';
import type { FlowSolver } from './relaxed.js';
import { joinSearches, type SearchPoint } from './search.js';

/** The plan of one part, as it comes home. */
export interface PartPlan extends PartFlow {
  readonly part: number;
  readonly stats: SolveStats;
  /** What minima cost. */
  readonly lost: bigint;
  /** As in `RepairedPlan`. */
  readonly excluded: bigint;
  readonly search: readonly SearchPoint[];
}

/** Solves part k of a problem; `options` are those of the whole. Yields now and then. */
export function* planOfPart(
  parts: Parts,
  k: number,
  solver: FlowSolver,
  { gap, trace, warm }: PartOptions,
): Generator<undefined, PartPlan> {
  const { minimum, segments } = parts.problem,
    options = { gap, trace, ...(warm && { warm: parts.warmOf(k, warm) }) };
  if (minimum === undefined && segments === undefined) return yield* planOfPiece(parts, k, options);
  const plan = yield* solvePart(parts.part(k), solver, options);
  return {
    part: k,
    stats: plan.stats,
    lost: plan.lost,
    excluded: plan.excluded,
    search: plan.search,
    ...parts.flowOf(k, plan),
  };
}

/** Without minima and segments, straight from the whole into the memory of the loops. */
function* planOfPiece(parts: Parts, k: number, options: PartOptions): Generator<undefined, PartPlan> {
  const loops = Loops.lend(),
    solver = new PieceSolver(loops),
    piece = parts.piece(k, loops),
    work = solver.steps(piece, options);
  let step = work.next();
  for (; !step.done; step = work.next()) yield undefined;
  const count = solver.countFlows(),
    arcs = new Int32Array(count),
    amounts = new Float64Array(count),
    price = new Float64Array(piece.cols);
  solver.eachFlow((row, place, amount, n) => {
    arcs[n] = parts.arcOf(k, row, place);
    amounts[n] = amount;
  });
  solver.eachPrice(piece.cols, (c, p) => (price[c] = p));
  const search = joinSearches([solver.search]);
  loops.giveBack();
  return { part: k, stats: step.value, lost: 0n, excluded: 0n, search, arcs, amounts, price };
}
