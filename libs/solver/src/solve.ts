import { PieceSolver, type PartOptions } from './connected.js';
import { SolverInputError } from './errors.js';
import { Parts } from './parts.js';
import type { Piece } from './piece.js';
import { addStats, checkProblem, emptyStats, type Plan, type Problem, type SolveOptions, type SolveStats } from './problem.js';
import { verify } from './verify.js';

const DEFAULT_GAP = 0.001;

/**
 * Solves in this thread and in one go. Throws SolverInputError; the signal's reason when it is aborted already.
 *
 * The plan is checked by `verify` before it is handed out: its objective and bound are the verifier's.
 */
export function solveNow(problem: Problem, options: SolveOptions = {}): Plan {
  const run = new Run(problem, options);
  for (const k of run.order) {
    const steps = run.begin(k);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        run.end(k, step.value);
        break;
      }
    }
  }
  return run.plan();
}

/** The same, letting others work in between. Rejects with the signal's reason when it is aborted. */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Plan> {
  const run = new Run(problem, options);
  for (const k of run.order) {
    const steps = run.begin(k);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        run.end(k, step.value);
        break;
      }
      await new Promise((done) => setImmediate(done));
      options.signal?.throwIfAborted();
    }
  }
  return run.plan();
}

/** One solve: its parts, and what came of them so far. */
class Run {
  readonly parts: Parts;
  readonly order: readonly number[];
  private readonly whole: { flow: Float64Array; price: Float64Array };
  private readonly stats = emptyStats();
  private readonly solver = new PieceSolver();
  private readonly room: Omit<Piece, 'rows' | 'cols'>;

  constructor(
    private readonly problem: Problem,
    private readonly options: SolveOptions,
  ) {
    options.signal?.throwIfAborted();
    checkProblem(problem);
    if (options.warm !== undefined && options.warm.price.length !== problem.demand.length) throw new SolverInputError(`${options.warm.price.length} prices for ${problem.demand.length} demands`);
    this.parts = new Parts(problem);
    this.order = this.parts.bySize();
    const most = (of: 'supplies' | 'demands' | 'arcs'): number => this.parts.sizes.reduce((top, size) => Math.max(top, size[of]), 0);
    this.room = { supply: new Float64Array(most('supplies')), demand: new Float64Array(most('demands')), start: new Int32Array(most('supplies') + 1), col: new Int32Array(most('arcs')), weight: new Int32Array(most('arcs')) };
    this.whole = { flow: new Float64Array(problem.col.length), price: startPrices(problem) };
  }

  begin(k: number): Generator<void, SolveStats> {
    const { supplies, demands } = this.parts.sizes[k]!;
    this.parts.fill(k, this.room);
    return this.solver.steps({ ...this.room, rows: supplies, cols: demands }, this.partOptions(k));
  }

  end(k: number, stats: SolveStats): void {
    const { parts, whole: { flow, price }, solver: { simplex } } = this;
    simplex.eachFlow((r, nth, amount) => (flow[parts.arcOf(k, r, nth)] = amount));
    for (let c = 0, { demands } = parts.sizes[k]!; c < demands; c++) price[parts.demandOf(k, c)] = simplex.price(c);
    addStats(this.stats, stats);
    this.options.progress?.({ parts: this.stats.parts, of: parts.count });
  }

  plan(): Plan {
    const verdict = verify(this.problem, this.whole);
    return { ...this.whole, ...verdict, flowGap: verdict.gap, stats: this.stats };
  }

  private partOptions(k: number): PartOptions {
    const { mode = 'exact', gap = DEFAULT_GAP, warm } = this.options;
    return { gap: mode === 'gap' ? gap : 0, ...(warm && { warm: this.parts.pricesOf(k, warm.price) }) };
  }
}

/** A demand of 0 takes nothing at any price: the highest keeps it out of the bound. */
function startPrices({ demand, col, weight }: Problem): Float64Array {
  const price = new Float64Array(demand.length);
  if (demand.includes(0)) for (let e = 0; e < col.length; e++) if (demand[col[e]!] === 0) price[col[e]!] = Math.max(price[col[e]!]!, weight[e]!);
  return price;
}
