import type { Loops } from './loops.js';
import type { Problem } from './problem.js';

/** Prices, and what a unit of each supply earns at them. */
interface Worth {
  readonly price: Float64Array;
  readonly earns: Float64Array;
}

/** The arrays of a draft, where the loops can read them. */
export class DraftMemory {
  /** Arcs of supply i: start[i] .. start[i + 1] - 1. */
  readonly start: Int32Array;
  readonly col: Int32Array;
  readonly slack: Float64Array;
  readonly left: Float64Array;
  readonly room: Float64Array;
  readonly load: Float64Array;
  /** Arcs into demand j: into[intoStart[j]] .. into[intoStart[j + 1] - 1]; row and slack of each beside it, since a search looks at them first. */
  private readonly intoStart: Int32Array;
  private readonly into: Int32Array;
  private readonly intoRow: Int32Array;
  private readonly intoSlack: Float64Array;

  /** So many arcs, no more than `most` at one node; supplies keep everything. */
  constructor(
    loops: Loops,
    { supply, demand, segments }: Problem,
    arcs: number,
    most: number,
    { price, earns }: Worth,
  ) {
    const { call } = loops,
      rows = supply.length,
      cols = demand.length,
      stretches = segments?.demand.length ?? 0;
    const words = (length: number): number => call.take(4 * length),
      doubles = (length: number): number => call.take(8 * length);
    const at = {
      start: words(rows + 1),
      col: words(arcs),
      slack: doubles(arcs),
      earns: doubles(rows),
      left: doubles(rows),
      intoStart: words(cols + 1),
      into: words(arcs),
      intoRow: words(arcs),
      intoSlack: doubles(arcs),
      price: doubles(cols),
      demand: doubles(cols),
      room: doubles(cols),
      load: doubles(2 * arcs),
    };
    const of = {
      first: words(stretches > 0 ? cols : 0),
      demand: words(stretches),
      amount: doubles(stretches),
      bonus: words(stretches),
    };
    // The fields of `Draft` in libs/solver/loops/ways.ts, in its order.
    loops.words(call.draft(), 20).set([rows, cols, ...Object.values(at), stretches, ...Object.values(of)]);
    call.openWays(most); // takes the last of the memory: from here on it does not grow
    this.start = loops.words(at.start, rows + 1);
    this.col = loops.words(at.col, arcs);
    this.slack = loops.doubles(at.slack, arcs);
    this.left = filled(loops.doubles(at.left, rows), supply);
    this.intoStart = loops.words(at.intoStart, cols + 1);
    this.into = loops.words(at.into, arcs);
    this.intoRow = loops.words(at.intoRow, arcs);
    this.intoSlack = loops.doubles(at.intoSlack, arcs);
    this.room = filled(loops.doubles(at.room, cols), demand);
    this.load = loops.doubles(at.load, 2 * arcs);
    this.start[0] = 0;
    filled(loops.doubles(at.earns, rows), earns);
    filled(loops.doubles(at.price, cols), price);
    filled(loops.doubles(at.demand, cols), demand);
    if (segments === undefined || stretches === 0) return;
    filled(loops.words(of.demand, stretches), segments.demand);
    filled(loops.doubles(of.amount, stretches), segments.amount);
    filled(loops.words(of.bonus, stretches), segments.bonus);
    const first = loops.words(of.first, cols).fill(-1);
    for (let k = stretches - 1; k >= 0; k--) first[segments.demand[k]!] = k;
  }

  /** The arcs by demand, of which there are so many each, with the supply of each. */
  turn(counts: Int32Array, row: Int32Array): void {
    const { intoStart, into, intoRow, intoSlack, col, slack } = this;
    let sum = 0;
    for (let j = 0; j < counts.length; j++) intoStart[j] = sum += counts[j]!;
    for (let k = row.length - 1; k >= 0; k--) {
      const at = --intoStart[col[k]!]!;
      into[at] = k;
      intoRow[at] = row[k]!;
      intoSlack[at] = slack[k]!;
    }
  }
}

function filled<T extends Int32Array | Float64Array>(view: T, values: T): T {
  view.set(values as never);
  return view;
}
