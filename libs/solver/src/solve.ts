import { PlanError, SolverInputError } from './errors.js';
import type { RepairedPlan } from './minima.js';
import { planOfPart, type PartPlan } from './part-plan.js';
import { Parts } from './parts.js';
import type { PartOptions } from './piece-solver.js';
import {
  addStats,
  checkProblem,
  emptyStats,
  type Plan,
  type Problem,
  type SolveOptions,
  type SolveStats,
  type Warm,
} from './problem.js';
import { FlowSolver, startPrices, type PartDone } from './relaxed.js';
import { joinSearches, type SearchPoint } from './search.js';
import { solveInThreads } from './threads.js';
import { verify } from './verify.js';

const DEFAULT_GAP = 0.001;

/**
 * Solves in this thread and in one go. Throws SolverInputError; the signal's reason when it is aborted already.
 *
 * The plan is checked by `verify` before it is handed out: its objective and bound are the verifier's.
 */
export function solveNow(problem: Problem, options: SolveOptions = {}): Plan {
  const work = steps(problem, options);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (step.value) options.progress?.(step.value);
  }
}

/**
 * The same plan, letting others work in between, or in threads of its own. Rejects with SolverInputError, and with the signal's reason
 * when it is aborted.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Plan> {
  if ((options.threads ?? 1) > 1) return inThreads(problem, options);
  const work = steps(problem, options);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (step.value) options.progress?.(step.value);
    await new Promise((done) => setImmediate(done));
    options.signal?.throwIfAborted();
  }
}

function* steps(problem: Problem, options: SolveOptions): Generator<PartDone | undefined, Plan> {
  check(problem, options);
  const solver = new FlowSolver();
  if (problem.minimum === undefined)
    return finished(problem, { ...(yield* solver.steps(problem, partOptions(options))), lost: 0n, excluded: 0n });
  // Minima are repaired part by part, as threads do it: so the plan is the same.
  const parts = new Parts(problem),
    whole = empty(problem);
  for (const k of parts.bySize()) {
    take(whole, parts, yield* planOfPart(parts, k, solver, partOptions(options)));
    yield { parts: whole.stats.parts, of: parts.count };
  }
  return finished(problem, wholePlan(whole, parts, options));
}

async function inThreads(problem: Problem, options: SolveOptions): Promise<Plan> {
  check(problem, options);
  const { threads = 1, signal, progress } = options,
    parts = new Parts(problem),
    whole = empty(problem);
  await solveInThreads(parts, partOptions(options), threads, signal, (plan) => {
    take(whole, parts, plan);
    progress?.({ parts: whole.stats.parts, of: parts.count });
  });
  return finished(problem, wholePlan(whole, parts, options));
}

/** A plan that grows part by part. */
interface Whole {
  readonly flow: Float64Array;
  readonly price: Float64Array;
  readonly stats: SolveStats;
  lost: bigint;
  excluded: bigint;
  /** By part. */
  readonly searches: (readonly SearchPoint[])[];
}

const empty = (problem: Problem): Whole => ({
  flow: new Float64Array(problem.col.length),
  price: startPrices(problem),
  stats: emptyStats(),
  lost: 0n,
  excluded: 0n,
  searches: [],
});

/** Searches follow each other as one thread would do them, in whichever order they end. */
const wholePlan = ({ searches, ...whole }: Whole, parts: Parts, { trace }: SolveOptions): RepairedPlan => ({
  ...whole,
  search: trace ? joinSearches(parts.bySize().map((k) => searches[k]!)) : [],
});

function take(whole: Whole, parts: Parts, plan: PartPlan): void {
  parts.bring(plan.part, plan, whole);
  addStats(whole.stats, plan.stats);
  whole.lost += plan.lost;
  whole.excluded += plan.excluded;
  whole.searches[plan.part] = plan.search;
}

function check(problem: Problem, { signal, warm, mode, gap }: SolveOptions): void {
  signal?.throwIfAborted();
  checkProblem(problem);
  if (warm !== undefined) checkWarm(problem, warm);
  if (mode === 'gap' && gap !== undefined && !(gap >= 0 && gap < 1))
    throw new SolverInputError(`gap ${gap} is not in 0 .. 1`);
}

function checkWarm({ minimum: _, ...free }: Problem, { price, flow }: Warm): void {
  if (price.length !== free.demand.length)
    throw new SolverInputError(`${price.length} prices for ${free.demand.length} demands`);
  for (let j = 0; j < price.length; j++)
    if (!Number.isSafeInteger(price[j])) throw new SolverInputError(`price ${j}: ${price[j]} is no whole number`);
  if (flow === undefined) return;
  try {
    verify(free, { flow, price });
  } catch (err) {
    if (err instanceof PlanError) throw new SolverInputError(`The flow to begin with: ${err.message}`);
    throw err;
  }
}

function partOptions({ mode = 'exact', gap = DEFAULT_GAP, warm, trace }: SolveOptions): PartOptions {
  return { gap: mode === 'gap' ? gap : 0, trace, ...(warm && { warm }) };
}

function finished(problem: Problem, { flow, price, stats, lost, excluded, search }: RepairedPlan): Plan {
  const { objective, upperBound: byPrices, gap: all } = verify(problem, { flow, price }),
    upperBound = byPrices - excluded;
  if (objective > upperBound)
    throw new PlanError(`${objective} is above what the search over lots has proved, ${upperBound}`);
  const flowGap = lost === 0n ? all : share(byPrices - objective - lost, byPrices);
  return {
    flow,
    price,
    objective,
    upperBound,
    gap: share(upperBound - objective, upperBound),
    flowGap,
    excluded,
    stats,
    search,
  };
}

const share = (part: bigint, whole: bigint): number => (whole === 0n ? 0 : Number((part * 10n ** 15n) / whole) / 1e15);
