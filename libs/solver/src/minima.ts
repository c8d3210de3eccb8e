import { BRANCHED_ARCS, LotSearch } from './branch.js';
import { Draft } from './draft.js';
import { Loops } from './loops.js';
import { decideLots } from './lots.js';
import type { PartOptions } from './piece-solver.js';
import { addStats, type Problem } from './problem.js';
import type { FlowPlan, FlowSolver } from './relaxed.js';
import { remaining } from './segments.js';
import { verify } from './verify.js';

/** How often lots are decided anew from a flow that was free again, at most; small problems may try longer. */
const ROUNDS = 3,
  SMALL_ROUNDS = 8,
  SMALL_ARCS = 50_000;
/** Arcs looked at for the lots of one round, by arc of the problem: where everything is a lot, the rest is dropped. */
const LOOKS = 400;

interface PlanSoFar {
  readonly flow: Float64Array;
  readonly price: Float64Array;
}

export interface RepairedPlan extends FlowPlan {
  /** What minima cost: objective of the flow less the plan's. */
  readonly lost: bigint;
  /** By how much less than the prices say the search over lots has proved any plan to be worth. */
  readonly excluded: bigint;
}

/** Solves a part. Where there are minima, the flow is exact, so that all of the gap is left for them. */
export function* solvePart(
  problem: Problem,
  solver: FlowSolver,
  options: PartOptions,
): Generator<undefined, RepairedPlan> {
  const work = solver.steps(problem, problem.minimum === undefined ? options : { ...options, gap: 0 });
  let step = work.next();
  for (; !step.done; step = work.next()) yield undefined;
  return yield* repair(problem, step.value, solver, options);
}

/**
 * Repairs a flow that uses arcs below their minimum: each is raised or emptied by exchange with its neighbours (`Lots`). Then lots that are
 * used stay used and the others stay empty, which leaves a flow without minima again, and the simplex finds the best one from there. After
 * that every empty lot may come back once, and what that makes too small is decided anew. The best plan of all is taken. The prices stay those of the flow, so the
 * loss is inside the gap; where `gap` allows the loss, no more is done. Where it does not, small parts are searched (`LotSearch`).
 */
function* repair(
  problem: Problem,
  plan: FlowPlan,
  solver: FlowSolver,
  options: PartOptions,
): Generator<undefined, RepairedPlan> {
  const { minimum, ...free } = problem;
  const small = minimum === undefined ? 0 : tooSmall(minimum, plan.flow);
  if (minimum === undefined || small === 0) return { ...plan, lost: 0n, excluded: 0n };
  plan.stats.belowMinimum += small;
  const { objective, upperBound } = verify(free, plan);
  let best = { flow: plan.flow, objective: -1n },
    now: PlanSoFar = plan;
  const again = function* (fixed: Fixed): Generator<undefined, PlanSoFar> {
    const work = solver.steps(fixed.rest, { gap: 0, warm: fixed.warm });
    let step = work.next();
    for (; !step.done; step = work.next()) yield undefined;
    addStats(plan.stats, { ...step.value.stats, parts: 0 });
    return fixed.whole(step.value);
  };
  const decided = (from: PlanSoFar): Float64Array => {
    const loops = Loops.lend(),
      draft = new Draft(loops, problem, minimum, from);
    decideLots(draft, LOOKS * minimum.length);
    const flow = draft.decided(minimum.length);
    loops.giveBack();
    return flow;
  };
  const exchange = (from: Float64Array, price: Float64Array): { flow: Float64Array; objective: bigint } => {
    const flow = refill(problem, minimum, decided({ flow: from, price }));
    return { flow, objective: verify(problem, { flow, price: plan.price }).objective };
  };
  for (let round = 1, last = minimum.length < SMALL_ARCS ? SMALL_ROUNDS : ROUNDS; ; round++) {
    const settled = { flow: decided(now), price: now.price };
    const polished = yield* again(new Fixed(problem, minimum, settled, false));
    const flow = refill(problem, minimum, polished.flow),
      worth = verify(problem, { flow, price: plan.price }).objective;
    if (worth > best.objective) best = { flow, objective: worth };
    if (round === last || isWithin(options.gap, upperBound, best.objective)) break;
    now = yield* again(new Fixed(problem, minimum, polished, true));
  }
  if (
    problem.segments !== undefined ||
    minimum.length > BRANCHED_ARCS ||
    isWithin(options.gap, upperBound, best.objective)
  )
    return { ...plan, flow: best.flow, lost: objective - best.objective, excluded: 0n };
  const found = yield* new LotSearch(
    problem,
    minimum,
    { relaxed: plan, upperBound, best, gap: options.gap, exchange },
    solver,
    plan.stats,
  ).run();
  return { ...plan, flow: found.flow, lost: objective - found.objective, excluded: upperBound - found.bound };
}

const isWithin = (gap: number, bound: bigint, objective: bigint): boolean =>
  Number(bound - objective) <= gap * Number(bound);

/** How many arcs are in use below their minimum. */
function tooSmall(minimum: Float64Array, flow: Float64Array): number {
  let small = 0;
  for (let e = 0; e < flow.length; e++) if (flow[e]! > 0 && flow[e]! < minimum[e]!) small++;
  return small;
}

/**
 * What is left of a problem when every arc in use has its minimum: a problem without minima, and the plan in it. Arcs with a minimum that are
 * not in use are left out, or with `open` are free.
 */
class Fixed {
  readonly rest: Problem;
  readonly warm: PlanSoFar;
  private readonly arcOf: Int32Array;
  private readonly fixed: Float64Array;

  constructor(
    { supply, demand, start, col, weight, segments }: Problem,
    minimum: Float64Array,
    plan: PlanSoFar,
    open: boolean,
  ) {
    const { flow, price } = plan,
      left = supply.slice(),
      room = demand.slice(),
      used = new Float64Array(demand.length),
      to = new Int32Array(supply.length + 1);
    this.fixed = new Float64Array(col.length);
    const arcOf = new Int32Array(col.length);
    let n = 0;
    for (let i = 0; i < supply.length; i++) {
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        const j = col[e]!,
          least = minimum[e]!,
          lot = least > 1;
        if (lot && flow[e] === 0 && (!open || least > supply[i]! || least > demand[j]!)) continue;
        arcOf[n++] = e;
        if (!lot || flow[e] === 0) continue;
        this.fixed[e] = least;
        left[i]! -= least;
        room[j]! -= least;
        used[j]! += least;
      }
      to[i + 1] = n;
    }
    this.arcOf = arcOf.slice(0, n);
    const rest = { supply: left, demand: room, start: to, col: new Int32Array(n), weight: new Int32Array(n) },
      free = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      const e = arcOf[k]!;
      rest.col[k] = col[e]!;
      rest.weight[k] = weight[e]!;
      free[k] = flow[e]! - this.fixed[e]!;
    }
    this.rest = segments ? { ...rest, segments: remaining(segments, used) } : rest;
    this.warm = { flow: free, price };
  }

  whole({ flow, price }: FlowPlan): PlanSoFar {
    const whole = this.fixed.slice();
    for (let k = 0; k < this.arcOf.length; k++) whole[this.arcOf[k]!]! += flow[k]!;
    return { flow: whole, price: price.map((p, j) => (this.rest.demand[j] === 0 ? this.warm.price[j]! : p)) };
  }
}

/** What is left over goes to the heaviest arcs that can take it. */
function refill(
  { supply, demand, start, col, weight }: Problem,
  minimum: Float64Array,
  plan: Float64Array,
): Float64Array {
  const flow = plan.slice(),
    left = supply.slice(),
    room = demand.slice(),
    rowOf = new Int32Array(col.length);
  for (let i = 0; i < supply.length; i++) rowOf.fill(i, start[i], start[i + 1]);
  for (let e = 0; e < flow.length; e++) {
    left[rowOf[e]!]! -= flow[e]!;
    room[col[e]!]! -= flow[e]!;
  }
  const arcs: number[] = [];
  for (let e = 0; e < flow.length; e++) if (left[rowOf[e]!]! > 0 && room[col[e]!]! > 0) arcs.push(e);
  for (const e of arcs.sort((a, b) => weight[b]! - weight[a]! || a - b)) {
    const more = Math.min(left[rowOf[e]!]!, room[col[e]!]!);
    if (more === 0 || flow[e]! + more < minimum[e]!) continue;
    flow[e]! += more;
    left[rowOf[e]!]! -= more;
    room[col[e]!]! -= more;
  }
  return flow;
}
