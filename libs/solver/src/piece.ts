import type { Problem } from './problem.js';

/**
 * Who may meet whom, seen from one side: bidders by row, what they bid for by column. Arc e is arcs[2 e], its column, and arcs[2 e + 1], its
 * weight: they are read together. Arrays may be longer than what they hold.
 */
export interface Graph {
  readonly rows: number;
  readonly cols: number;
  readonly start: Int32Array;
  readonly arcs: Int32Array;
}

/** A problem without empty nodes, minima and segments, in memory that may be longer than the problem. */
export interface Piece extends Graph {
  readonly supply: Float64Array;
  readonly demand: Float64Array;
}

export function pieceOf({ supply, demand, start, col, weight }: Problem): Piece {
  const arcs = new Int32Array(2 * col.length);
  for (let e = 0; e < col.length; e++) {
    arcs[2 * e] = col[e]!;
    arcs[2 * e + 1] = weight[e]!;
  }
  return { rows: supply.length, cols: demand.length, supply, demand, start, arcs };
}

/** The same graph by column, into memory that is kept. */
export class Turned implements Graph {
  rows = 0;
  cols = 0;
  start = new Int32Array(0);
  arcs = new Int32Array(0);

  /** Makes room for a graph; every start is 0. */
  reserve({ rows, cols, start }: Graph): void {
    const words = 2 * start[rows]!;
    this.rows = cols;
    this.cols = rows;
    if (this.start.length <= cols) this.start = new Int32Array(cols + 1);
    else this.start.fill(0, 0, cols + 1);
    if (this.arcs.length < words) this.arcs = new Int32Array(words);
  }

  turn(graph: Graph): void {
    const { rows, cols, start, arcs } = graph;
    this.reserve(graph);
    const { start: at, arcs: to } = this;
    for (let a = 0, end = 2 * start[rows]!; a < end; a += 2) at[arcs[a]!]!++;
    for (let j = 0, sum = 0; j <= cols; j++) {
      sum += at[j]!;
      at[j] = sum;
    }
    // Each start stands at its end and walks down while rows are filled from the last to the first.
    for (let i = rows - 1; i >= 0; i--) {
      for (let a = 2 * start[i + 1]! - 2, from = 2 * start[i]!; a >= from; a -= 2) {
        const j = arcs[a]!, k = at[j]! - 1;
        at[j] = k;
        to[2 * k] = i;
        to[2 * k + 1] = arcs[a + 1]!;
      }
    }
  }
}

/** Where in its row the arc i -> j is; both must be joined. */
export function placeOf({ start, arcs }: Graph, i: number, j: number): number {
  const first = 2 * start[i]!;
  let a = first;
  while (arcs[a] !== j) a += 2;
  return (a - first) >> 1;
}
