import type { FlowPlan, FlowSolver } from './relaxed.js';
import { addStats, type Problem, type SolveStats } from './problem.js';
import { verify } from './verify.js';

/** Larger parts are not searched. */
export const BRANCHED_ARCS = 50_000;
/** The effort of a search: flows that it solves, and the arcs of all of them together. Counts, so that the same input gives the same plan. */
const FLOWS = 1_000,
  ARCS = 8_000_000;
/** After so many decisions the rest of a branch is made a plan by exchange: mostly it is good enough long before the last lot is decided. */
const EXCHANGE_EVERY = 8;

/** A flow by its arcs in use, as it is kept for every branch that is still open. */
interface Kept {
  readonly arcs: Int32Array;
  readonly amounts: Float64Array;
  readonly price: Float64Array;
}

/** What is decided, from the last lot to the first: used, with at least its minimum, or empty. */
interface Decided {
  readonly arc: number;
  readonly used: boolean;
  readonly before: Decided | null;
}

/** A branch: the best flow under what is decided, in which some other lots may be too small. No plan of the branch is worth more than `bound`. */
interface Branch {
  readonly decided: Decided | null;
  readonly bound: bigint;
  readonly flow: Kept;
}

export interface Searched {
  /** The best plan with lots that is known. */
  readonly flow: Float64Array;
  readonly objective: bigint;
  /** No plan with lots is worth more. */
  readonly bound: bigint;
}

export interface SearchStart {
  /** A best flow without regard to minima, and what no such flow exceeds. */
  readonly relaxed: { readonly flow: Float64Array; readonly price: Float64Array };
  readonly upperBound: bigint;
  readonly best: { readonly flow: Float64Array; readonly objective: bigint };
  readonly gap: number;
  /** Makes a plan of a flow: lots that are too small are raised or emptied by exchange. */
  exchange(flow: Float64Array, price: Float64Array): { readonly flow: Float64Array; readonly objective: bigint };
}

/**
 * Branch and bound over the lots of a part without segments: a lot that a best flow uses below its minimum is empty in one branch and used in the other, each
 * again a flow without minima. It goes down the better of both until no lot is too small, or exchange makes a plan of it that is good enough; then on from the open
 * branch that promises most. A branch that cannot be better than the best plan by more than `gap` is closed. Ends when all are, or with the effort.
 */
export class LotSearch {
  private readonly open: Branch[] = [];
  private best: { readonly flow: Float64Array; readonly objective: bigint };
  /** What closed branches may hold at the most. */
  private closed = 0n;
  private flows = 0;
  private readonly rowOf: Int32Array;

  constructor(
    private readonly problem: Problem,
    private readonly minimum: Float64Array,
    private readonly start: SearchStart,
    private readonly solver: FlowSolver,
    private readonly stats: SolveStats,
  ) {
    this.best = start.best;
    this.rowOf = new Int32Array(problem.col.length);
    for (let i = 0; i < problem.supply.length; i++) this.rowOf.fill(i, problem.start[i], problem.start[i + 1]);
  }

  *run(): Generator<undefined, Searched> {
    const { relaxed, upperBound } = this.start,
      most = Math.min(FLOWS, Math.floor(ARCS / Math.max(1, this.problem.col.length)));
    let decisions = 0,
      branch: Branch | null = { decided: null, bound: upperBound, flow: kept(relaxed.flow, relaxed.price) };
    while (branch !== null && this.flows + 2 <= most) {
      const arc = this.undecided(branch.flow);
      const used: Branch | null = yield* this.decide(branch, arc, true),
        empty: Branch | null = yield* this.decide(branch, arc, false);
      const usedFirst: boolean = (used?.bound ?? -1n) >= (empty?.bound ?? -1n),
        better: Branch | null = usedFirst ? used : empty,
        other: Branch | null = usedFirst ? empty : used;
      if (other && !this.closes(other)) this.open.push(other);
      if (better && (decisions += 1) % EXCHANGE_EVERY === 0) this.exchange(better.flow);
      branch = better && !this.closes(better) ? better : this.next();
    }
    const left = branch === null ? this.open : [branch, ...this.open];
    const bound = left.reduce(
      (top, one) => (one.bound > top ? one.bound : top),
      this.closed > this.best.objective ? this.closed : this.best.objective,
    );
    return { ...this.best, bound: bound < upperBound ? bound : upperBound };
  }

  /** A branch without a lot that is too small is a plan; one that promises too little needs no further look. */
  private closes(branch: Branch): boolean {
    if (branch.bound > this.best.objective && this.undecided(branch.flow) === -1)
      this.best = { flow: this.whole(branch.flow), objective: branch.bound };
    const { objective } = this.best;
    if (branch.bound > objective && Number(branch.bound - objective) > this.start.gap * Number(branch.bound))
      return false;
    if (branch.bound > this.closed) this.closed = branch.bound;
    return true;
  }

  private exchange(flow: Kept): void {
    const plan = this.start.exchange(this.whole(flow), flow.price);
    if (plan.objective > this.best.objective) this.best = plan;
  }

  /** The open branch that promises most, the newest of them. */
  private next(): Branch | null {
    for (;;) {
      let top = -1;
      for (let at = this.open.length - 1; at >= 0; at--)
        if (top === -1 || this.open[at]!.bound > this.open[top]!.bound) top = at;
      if (top === -1) return null;
      const [branch] = this.open.splice(top, 1) as [Branch];
      if (!this.closes(branch)) return branch;
    }
  }

  /** The largest lot that is in use below its minimum; -1 where none is. */
  private undecided({ arcs, amounts }: Kept): number {
    let largest = -1;
    for (let k = 0; k < arcs.length; k++)
      if (amounts[k]! < this.minimum[arcs[k]!]! && (largest === -1 || this.minimum[arcs[k]!]! > this.minimum[largest]!))
        largest = arcs[k]!;
    return largest;
  }

  private whole({ arcs, amounts }: Kept): Float64Array {
    const flow = new Float64Array(this.problem.col.length);
    for (let k = 0; k < arcs.length; k++) flow[arcs[k]!] = amounts[k]!;
    return flow;
  }

  /** Null where it cannot be. */
  private *decide(from: Branch, arc: number, used: boolean): Generator<undefined, Branch | null> {
    const decided: Decided = { arc, used, before: from.decided },
      rest = restOf(this.problem, this.minimum, this.rowOf, decided, this.whole(from.flow));
    if (rest === null) return null;
    this.flows += 1;
    const work = this.solver.steps(rest.problem, { gap: 0, warm: { price: from.flow.price, flow: rest.flow } });
    let step = work.next();
    for (; !step.done; step = work.next()) yield undefined;
    const plan: FlowPlan = step.value;
    addStats(this.stats, { ...plan.stats, parts: 0 });
    const flow = rest.fixed;
    for (let k = 0; k < rest.arcs.length; k++) flow[rest.arcs[k]!]! += plan.flow[k]!;
    return { decided, bound: rest.worth + verify(rest.problem, plan).upperBound, flow: kept(flow, plan.price) };
  }
}

function kept(flow: Float64Array, price: Float64Array): Kept {
  const arcs: number[] = [];
  for (let e = 0; e < flow.length; e++) if (flow[e]! > 0) arcs.push(e);
  return { arcs: Int32Array.from(arcs), amounts: Float64Array.from(arcs, (e) => flow[e]!), price };
}

/** A problem without minima that is left when lots are decided. */
interface Rest {
  readonly problem: Problem;
  /** Arcs of the whole. */
  readonly arcs: Int32Array;
  /** Minima of used lots, by arc of the whole, and what they are worth. */
  readonly fixed: Float64Array;
  readonly worth: bigint;
  /** A flow to begin with: the one given, as far as what is decided leaves room for it. */
  readonly flow: Float64Array;
}

/** Null where used lots need more than there is. Of other lots those are left out that no longer fit. */
function restOf(
  { supply, demand, start, col, weight }: Problem,
  minimum: Float64Array,
  rowOf: Int32Array,
  decided: Decided,
  before: Float64Array,
): Rest | null {
  const left = supply.slice(),
    room = demand.slice(),
    fixed = new Float64Array(col.length),
    emptied = new Uint8Array(col.length);
  let worth = 0n;
  for (let one: Decided | null = decided; one !== null; one = one.before) {
    const { arc, used } = one;
    if (!used) emptied[arc] = 1;
    else {
      fixed[arc] = minimum[arc]!;
      left[rowOf[arc]!]! -= minimum[arc]!;
      room[col[arc]!]! -= minimum[arc]!;
      worth += BigInt(minimum[arc]!) * BigInt(weight[arc]!);
    }
  }
  if (left.some((amount) => amount < 0) || room.some((amount) => amount < 0)) return null;
  const arcs = new Int32Array(col.length),
    to = new Int32Array(supply.length + 1);
  let n = 0;
  for (let i = 0; i < supply.length; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++)
      if (emptied[e] === 0 && (fixed[e]! > 0 || minimum[e]! <= 1 || minimum[e]! <= Math.min(left[i]!, room[col[e]!]!)))
        arcs[n++] = e;
    to[i + 1] = n;
  }
  const kept = arcs.slice(0, n),
    problem = {
      supply: left,
      demand: room,
      start: to,
      col: Int32Array.from(kept, (e) => col[e]!),
      weight: Int32Array.from(kept, (e) => weight[e]!),
    };
  return {
    problem,
    arcs: kept,
    fixed,
    worth,
    flow: fitting(
      problem,
      Float64Array.from(kept, (e) => Math.max(0, before[e]! - fixed[e]!)),
    ),
  };
}

/** As much of a flow as fits, the heaviest arcs first. */
function fitting({ supply, demand, start, col, weight }: Problem, flow: Float64Array): Float64Array {
  const left = supply.slice(),
    room = demand.slice(),
    rowOf = new Int32Array(col.length),
    used: number[] = [];
  for (let i = 0; i < supply.length; i++) rowOf.fill(i, start[i], start[i + 1]);
  for (let e = 0; e < flow.length; e++) if (flow[e]! > 0) used.push(e);
  const fits = new Float64Array(flow.length);
  for (const e of used.sort((a, b) => weight[b]! - weight[a]! || a - b)) {
    const amount = Math.min(flow[e]!, left[rowOf[e]!]!, room[col[e]!]!);
    fits[e] = amount;
    left[rowOf[e]!]! -= amount;
    room[col[e]!]! -= amount;
  }
  return fits;
}
