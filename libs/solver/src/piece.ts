import type { Problem } from './problem.js';

/** Who may meet whom, seen from one side: bidders by row, what they bid for by column. Arrays may be longer than what they hold. */
export interface Graph {
  readonly rows: number;
  readonly cols: number;
  readonly start: Int32Array;
  readonly col: Int32Array;
  readonly weight: Int32Array;
}

/** A problem without empty nodes, minima and segments, in memory that may be longer than the problem. */
export interface Piece extends Graph {
  readonly supply: Float64Array;
  readonly demand: Float64Array;
}

export const pieceOf = ({ supply, demand, start, col, weight }: Problem): Piece => ({ rows: supply.length, cols: demand.length, supply, demand, start, col, weight });

/** The same graph by column, into memory that is kept. */
export class Turned implements Graph {
  rows = 0;
  cols = 0;
  start = new Int32Array(0);
  col = new Int32Array(0);
  weight = new Int32Array(0);

  /** Makes room for a graph; every start is 0. */
  reserve({ rows, cols, start }: Graph): void {
    const arcs = start[rows]!;
    this.rows = cols;
    this.cols = rows;
    if (this.start.length <= cols) this.start = new Int32Array(cols + 1);
    else this.start.fill(0, 0, cols + 1);
    if (this.col.length < arcs) {
      this.col = new Int32Array(arcs);
      this.weight = new Int32Array(arcs);
    }
  }

  turn(graph: Graph): void {
    const { rows, cols, start, col, weight } = graph, arcs = start[rows]!;
    this.reserve(graph);
    const { start: at, col: toRow, weight: toWeight } = this;
    for (let e = 0; e < arcs; e++) at[col[e]!]!++;
    for (let j = 0, sum = 0; j <= cols; j++) {
      sum += at[j]!;
      at[j] = sum;
    }
    // Each start stands at its end and walks down while rows are filled from the last to the first.
    for (let i = rows - 1; i >= 0; i--) {
      for (let e = start[i + 1]! - 1, from = start[i]!; e >= from; e--) {
        const k = at[col[e]!]! - 1;
        at[col[e]!] = k;
        toRow[k] = i;
        toWeight[k] = weight[e]!;
      }
    }
  }
}

/** Where in its row the arc i -> j is; both must be joined. */
export function arcBetween({ start, col }: Pick<Graph, 'start' | 'col'>, i: number, j: number): number {
  let lo = start[i]!, hi = start[i + 1]! - 1;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (col[mid]! < j) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
