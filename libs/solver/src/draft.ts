import { DraftMemory } from './draft-memory.js';
import type { Loops } from './loops.js';
import type { Problem } from './problem.js';

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
  readonly col: Int32Array;
  readonly row: Int32Array;
  /** What arc k carries, [2 k], and its minimum, [2 k + 1]: they are read together. */
  readonly load: Float64Array;
  /** What a unit on an arc costs against the best that its ends can do. */
  readonly slack: Float64Array;
  /** What supplies keep. */
  readonly left: Float64Array;
  /** What demands miss. */
  readonly room: Float64Array;
  private readonly arcOf: Int32Array;
  private log: Change[] = [];

  /** Lies in the memory of the loops, which nobody else may use meanwhile. */
  constructor(
    readonly loops: Loops,
    problem: Problem,
    minimum: Float64Array,
    { flow, price }: { readonly flow: Float64Array; readonly price: Float64Array },
  ) {
    const { supply, demand, start, col } = problem,
      earns = earnings(problem, price);
    const slack = slacks(problem, price, earns),
      most = tightest(slack, KEPT * (supply.length + demand.length));
    const kept = (e: number): boolean => flow[e]! > 0 || slack[e]! <= most;
    const into = new Int32Array(demand.length + 1);
    let arcs = 0,
      longest = 0;
    for (let i = 0; i < supply.length; i++) {
      const before = arcs;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        if (!kept(e)) continue;
        arcs++;
        into[col[e]!]!++;
      }
      longest = Math.max(longest, arcs - before);
    }
    const memory = new DraftMemory(
      loops,
      problem,
      arcs,
      Math.max(
        longest,
        into.reduce((a, b) => Math.max(a, b), 0),
      ),
      { price, earns },
    );
    this.left = memory.left;
    this.room = memory.room;
    this.col = memory.col;
    this.slack = memory.slack;
    this.load = memory.load;
    this.row = new Int32Array(arcs);
    this.arcOf = new Int32Array(arcs);
    for (let i = 0, k = 0; i < supply.length; i++) {
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        if (!kept(e)) continue;
        const j = col[e]!,
          f = flow[e]!;
        this.arcOf[k] = e;
        this.col[k] = j;
        this.row[k] = i;
        this.load[2 * k] = f;
        this.load[2 * k + 1] = minimum[e]!;
        this.slack[k++] = slack[e]!;
        this.left[i]! -= f;
        this.room[j]! -= f;
      }
      memory.start[i + 1] = k;
    }
    memory.turn(into, this.row);
  }

  isSmall(k: number): boolean {
    return this.load[2 * k]! > 0 && this.load[2 * k]! < this.load[2 * k + 1]!;
  }

  /** How much more the arc may carry, when any amount must do. */
  growth(k: number): number {
    return this.load[2 * k] === 0 && this.load[2 * k + 1]! > 1 ? 0 : Infinity;
  }

  /** How much less. */
  shrinkage(k: number): number {
    const f = this.load[2 * k]!,
      m = this.load[2 * k + 1]!;
    return f < m || m <= 1 ? f : f - m;
  }

  /** Arc k carries so much more. */
  carry(k: number, amount: number): void {
    this.change(this.load, 2 * k, amount);
  }

  /** Changes one number of `load`, `left` or `room`. */
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
    const flow = new Float64Array(arcs),
      { arcOf } = this;
    for (let k = 0; k < arcOf.length; k++) if (!this.isSmall(k)) flow[arcOf[k]!] = this.load[2 * k]!;
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
  for (let i = 0; i < supply.length; i++)
    for (let e = start[i]!, end = start[i + 1]!; e < end; e++) slack[e] = earns[i]! + price[col[e]!]! - weight[e]!;
  return slack;
}

/** About so many are not above what this answers. */
function tightest(slack: Float64Array, wanted: number): number {
  if (slack.length <= wanted) return Infinity;
  const step = Math.ceil(slack.length / SAMPLE),
    sample = Float64Array.from({ length: Math.ceil(slack.length / step) }, (_, k) => slack[k * step]!).sort();
  return sample[Math.floor((sample.length * wanted) / slack.length)]!;
}
