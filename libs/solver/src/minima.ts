import type { PartOptions } from './piece-solver.js';
import { addStats, type Problem } from './problem.js';
import type { FlowPlan, FlowSolver } from './relaxed.js';
import { remaining } from './segments.js';
import { verify } from './verify.js';

/** How often what is free is solved again before the rest is dropped. */
const ROUNDS = 4;

export interface RepairedPlan extends FlowPlan {
  /** What minima cost: objective of the flow less the plan's. */
  readonly lost: bigint;
}

/**
 * Repairs a flow that uses arcs below their minimum. An arc that carries at least half of it is raised to it where both sides allow,
 * the others are closed; what is free is solved again, a few times. What is still too small then is dropped and what that frees goes to
 * the heaviest arcs that can take it. The same is done with the flow itself, without solving again; the better of the two is the
 * plan. The prices stay those of the flow, so the loss is inside the gap.
 */
export function* repair(problem: Problem, plan: FlowPlan, solver: FlowSolver, options: PartOptions): Generator<undefined, RepairedPlan> {
  const { minimum, ...free } = problem;
  const small = minimum === undefined ? 0 : tooSmall(minimum, plan.flow).length;
  if (minimum === undefined || small === 0) return { ...plan, lost: 0n };
  plan.stats.belowMinimum += small;
  const settled = new Settled(problem, minimum);
  let flow = plan.flow;
  for (let round = 0; round < ROUNDS; round++) {
    const arcs = tooSmall(minimum, flow);
    if (arcs.length === 0) break;
    settled.decide(arcs, flow);
    const { rest, arcOf } = settled.rest();
    const work = solver.steps(rest, { gap: options.gap });
    let step = work.next();
    for (; !step.done; step = work.next()) yield undefined;
    addStats(plan.stats, { ...step.value.stats, parts: 0 });
    flow = settled.fixed.slice();
    for (let k = 0; k < arcOf.length; k++) flow[arcOf[k]!]! += step.value.flow[k]!;
  }
  const worth = (tried: Float64Array): bigint => verify(problem, { flow: tried, price: plan.price }).objective;
  const solved = dropAndRefill(problem, minimum, flow), direct = dropAndRefill(problem, minimum, plan.flow);
  const best = worth(direct) > worth(solved) ? direct : solved;
  return { ...plan, flow: best, lost: verify(free, plan).objective - worth(best) };
}

/** Arcs in use below their minimum. */
function tooSmall(minimum: Float64Array, flow: Float64Array): number[] {
  const arcs: number[] = [];
  for (let e = 0; e < flow.length; e++) if (flow[e]! > 0 && flow[e]! < minimum[e]!) arcs.push(e);
  return arcs;
}

/** Which arcs are closed, and what is promised to others. */
class Settled {
  readonly fixed: Float64Array;
  private readonly closed: Uint8Array;
  private readonly out: Float64Array;
  private readonly into: Float64Array;
  private readonly rowOf: Int32Array;

  constructor(
    private readonly problem: Problem,
    private readonly minimum: Float64Array,
  ) {
    const { supply, demand, start, col } = problem;
    this.fixed = new Float64Array(col.length);
    this.closed = new Uint8Array(col.length);
    this.out = new Float64Array(supply.length);
    this.into = new Float64Array(demand.length);
    this.rowOf = rowsOf(start, col.length);
  }

  decide(arcs: readonly number[], flow: Float64Array): void {
    const { minimum, fixed, closed, out, into, rowOf, problem: { supply, demand, col } } = this;
    const share = (e: number): number => flow[e]! / minimum[e]!;
    for (const e of [...arcs].sort((a, b) => share(b) - share(a) || a - b)) {
      const i = rowOf[e]!, j = col[e]!, least = minimum[e]!;
      if (share(e) >= 0.5 && out[i]! + least <= supply[i]! && into[j]! + least <= demand[j]!) {
        fixed[e] = least;
        out[i]! += least;
        into[j]! += least;
      } else closed[e] = 1;
    }
  }

  /** What is not settled, as a problem without minima. */
  rest(): { rest: Problem; arcOf: Int32Array } {
    const { supply, demand, start, col, weight, segments } = this.problem, { closed, out, into } = this;
    const arcOf = Int32Array.from(col.keys()).filter((e) => closed[e] === 0), from = new Int32Array(supply.length + 1);
    for (let i = 0; i < supply.length; i++) {
      let open = 0;
      for (let e = start[i]!; e < start[i + 1]!; e++) open += closed[e] === 0 ? 1 : 0;
      from[i + 1] = from[i]! + open;
    }
    const rest = { supply: supply.map((x, i) => x - out[i]!), demand: demand.map((x, j) => x - into[j]!), start: from, col: arcOf.map((e) => col[e]!), weight: arcOf.map((e) => weight[e]!) };
    return { rest: segments ? { ...rest, segments: remaining(segments, into) } : rest, arcOf };
  }
}

function rowsOf(start: Int32Array, arcs: number): Int32Array {
  const rowOf = new Int32Array(arcs);
  for (let i = 0; i + 1 < start.length; i++) rowOf.fill(i, start[i]!, start[i + 1]!);
  return rowOf;
}

function dropAndRefill({ supply, demand, start, col, weight }: Problem, minimum: Float64Array, plan: Float64Array): Float64Array {
  const flow = plan.slice(), left = supply.slice(), room = demand.slice(), rowOf = rowsOf(start, col.length);
  for (const e of tooSmall(minimum, flow)) flow[e] = 0;
  for (let e = 0; e < flow.length; e++) {
    left[rowOf[e]!]! -= flow[e]!;
    room[col[e]!]! -= flow[e]!;
  }
  const arcs = Array.from(flow.keys()).filter((e) => left[rowOf[e]!]! > 0 && room[col[e]!]! > 0);
  for (const e of arcs.sort((a, b) => weight[b]! - weight[a]! || a - b)) {
    const more = Math.min(left[rowOf[e]!]!, room[col[e]!]!);
    if (more === 0 || flow[e]! + more < minimum[e]!) continue;
    flow[e]! += more;
    left[rowOf[e]!]! -= more;
    room[col[e]!]! -= more;
  }
  return flow;
}
