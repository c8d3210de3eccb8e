import type { Problem, Segments } from './problem.js';

/** Arcs that are kept, by node: those in use and the tightest. Dearer ones would hardly ever be a way round. */
const KEPT = 3;
/** Slacks that are looked at to find out which are the tightest. */
const SAMPLE = 4_096;

/** One change of a number of a draft. */
interface Change {
  readonly of: Float64Array;
  readonly at: number;
  readonly amount: number;
}

/**
 * A plan that is being mended, and what prices say that each deviation costs; of the arcs, only those that matter for that. Changes can be
 * taken back.
 *
 * An arc may carry nothing or at least its minimum. One that carries less already may change as it likes: it is still to be decided.
 */
export class Draft {
  /** Arcs of supply i: start[i] .. start[i + 1] - 1. */
  readonly start: Int32Array;
  readonly col: Int32Array;
  readonly row: Int32Array;
  readonly minimum: Float64Array;
  readonly flow: Float64Array;
  /** What a unit on an arc costs against the best that its ends can do. */
  readonly slack: Float64Array;
  /** Arcs into demand j: into[intoStart[j]] .. into[intoStart[j + 1] - 1]. */
  readonly intoStart: Int32Array;
  readonly into: Int32Array;
  /** What supplies keep. */
  readonly left: Float64Array;
  /** What demands miss. */
  readonly room: Float64Array;
  /** By supply: what a unit of it earns at these prices. */
  readonly earns: Float64Array;
  private readonly price: Float64Array;
  private readonly demand: Float64Array;
  private readonly arcOf: Int32Array;
  private readonly bonuses: Bonuses | null;
  private log: Change[] = [];

  constructor(problem: Problem, minimum: Float64Array, { flow, price }: { readonly flow: Float64Array; readonly price: Float64Array }) {
    const { supply, demand, start, col, segments } = problem;
    this.price = price;
    this.demand = demand;
    this.bonuses = segments ? new Bonuses(segments, demand) : null;
    this.earns = earnings(problem, price);
    this.left = supply.slice();
    this.room = demand.slice();
    const slack = slacks(problem, price, this.earns), most = tightest(slack, KEPT * (supply.length + demand.length));
    const kept = (e: number): boolean => flow[e]! > 0 || slack[e]! <= most;
    let arcs = 0;
    for (let e = 0; e < col.length; e++) if (kept(e)) arcs++;
    this.arcOf = new Int32Array(arcs);
    this.col = new Int32Array(arcs);
    this.row = new Int32Array(arcs);
    this.minimum = new Float64Array(arcs);
    this.flow = new Float64Array(arcs);
    this.slack = new Float64Array(arcs);
    this.start = new Int32Array(supply.length + 1);
    this.intoStart = new Int32Array(demand.length + 1);
    this.into = new Int32Array(arcs);
    for (let i = 0, k = 0; i < supply.length; i++) {
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        if (!kept(e)) continue;
        const j = col[e]!, f = flow[e]!;
        this.arcOf[k] = e;
        this.col[k] = j;
        this.row[k] = i;
        this.minimum[k] = minimum[e]!;
        this.flow[k] = f;
        this.slack[k++] = slack[e]!;
        this.left[i]! -= f;
        this.room[j]! -= f;
        this.intoStart[j]!++;
      }
      this.start[i + 1] = k;
    }
    for (let j = 0, sum = 0; j <= demand.length; j++) this.intoStart[j] = sum += this.intoStart[j]!;
    for (let k = arcs - 1; k >= 0; k--) this.into[--this.intoStart[this.col[k]!]!] = k;
  }

  isSmall(k: number): boolean {
    return this.flow[k]! > 0 && this.flow[k]! < this.minimum[k]!;
  }

  /** What each of so many units costs that demand j gets less. */
  missing(j: number, amount: number): number {
    const { price, bonuses } = this;
    if (bonuses === null) return price[j]!;
    const filled = this.demand[j]! - this.room[j]!, gone = Math.min(amount, filled);
    return gone === 0 ? price[j]! : bonuses.between(j, filled - gone, filled) / gone + price[j]!;
  }

  /** What each of so many units is worth that demand j gets more. */
  filling(j: number, amount: number): number {
    const { price, bonuses } = this;
    if (bonuses === null) return price[j]!;
    const filled = this.demand[j]! - this.room[j]!;
    return bonuses.between(j, filled, filled + amount) / amount + price[j]!;
  }

  /** How much more the arc may carry, when any amount must do. */
  growth(k: number): number {
    return this.flow[k] === 0 && this.minimum[k]! > 1 ? 0 : Infinity;
  }

  /** How much less. */
  shrinkage(k: number): number {
    const f = this.flow[k]!, m = this.minimum[k]!;
    return f < m || m <= 1 ? f : f - m;
  }

  mayGrow(k: number, amount: number): boolean {
    return this.flow[k]! > 0 || amount >= this.minimum[k]!;
  }

  mayShrink(k: number, amount: number): boolean {
    const f = this.flow[k]!, m = this.minimum[k]!;
    return f === amount || f - amount >= m || (f > amount && f < m);
  }

  /** Changes one number of `flow`, `left` or `room`. */
  change(of: Float64Array, at: number, amount: number): void {
    of[at]! += amount;
    this.log.push({ of, at, amount });
  }

  /** How many changes there are to take back. */
  get changes(): number {
    return this.log.length;
  }

  /** Takes back everything after so many changes; answers what it was. */
  undo(changes: number): readonly Change[] {
    const undone = this.log.splice(changes);
    for (let k = undone.length - 1; k >= 0; k--) undone[k]!.of[undone[k]!.at]! -= undone[k]!.amount;
    return undone;
  }

  /** Nothing so far is taken back any more. */
  keep(): void {
    this.log = [];
  }

  /** The flow by arc of the problem, without what is still too small. */
  decided(arcs: number): Float64Array {
    const flow = new Float64Array(arcs), { arcOf } = this;
    for (let k = 0; k < arcOf.length; k++) if (!this.isSmall(k)) flow[arcOf[k]!] = this.flow[k]!;
    return flow;
  }
}

function earnings({ supply, start, col, weight }: Problem, price: Float64Array): Float64Array {
  const earns = new Float64Array(supply.length);
  for (let i = 0; i < supply.length; i++) {
    let best = 0;
    for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
      const margin = weight[e]! - price[col[e]!]!;
      if (margin > best) best = margin;
    }
    earns[i] = best;
  }
  return earns;
}

function slacks({ supply, start, col, weight }: Problem, price: Float64Array, earns: Float64Array): Float64Array {
  const slack = new Float64Array(col.length);
  for (let i = 0; i < supply.length; i++) for (let e = start[i]!, end = start[i + 1]!; e < end; e++) slack[e] = earns[i]! + price[col[e]!]! - weight[e]!;
  return slack;
}

/** About so many are not above what this answers. */
function tightest(slack: Float64Array, wanted: number): number {
  if (slack.length <= wanted) return Infinity;
  const step = Math.ceil(slack.length / SAMPLE), sample = Float64Array.from({ length: Math.ceil(slack.length / step) }, (_, k) => slack[k * step]!).sort();
  return sample[Math.floor((sample.length * wanted) / slack.length)]!;
}

/** What the first units of demands are worth more. */
class Bonuses {
  private readonly first: Int32Array;

  constructor(private readonly segments: Segments, demand: Float64Array) {
    this.first = new Int32Array(demand.length).fill(-1);
    for (let k = segments.demand.length - 1; k >= 0; k--) this.first[segments.demand[k]!] = k;
  }

  /** The sum over the units of demand j from `from` to `to`. */
  between(j: number, from: number, to: number): number {
    const { demand, amount, bonus } = this.segments;
    let sum = 0, at = 0;
    for (let k = this.first[j]!; k >= 0 && demand[k] === j && at < to; k++) {
      const end = at + amount[k]!, part = Math.min(end, to) - Math.max(at, from);
      if (part > 0) sum += part * bonus[k]!;
      at = end;
    }
    return sum;
  }
}
