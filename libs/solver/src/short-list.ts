import type { Graph } from './piece.js';

/**
 * The arcs of a graph that are nearly worth using at some prices. Where nodes have many arcs, hardly any of the others is in an optimal plan
 * once prices are near the right ones; whether one is has to be asked of all of them only at the end.
 */
export class ShortList implements Graph {
  rows = 0;
  cols = 0;
  start = new Int32Array(0);
  arcs = new Int32Array(0);

  /** Takes the arcs whose weight is at least what both ends want, less `slack`: row i wants `ofRow[i]`, column j `ofCol[first + j]`. */
  fill({ rows, cols, start, arcs }: Graph, ofRow: Int32Array, ofCol: Int32Array, first: number, slack: number): void {
    this.rows = rows;
    this.cols = cols;
    if (this.start.length <= rows) this.start = new Int32Array(rows + 1);
    // Room for all of them: what nobody writes takes no memory.
    if (this.arcs.length < 2 * start[rows]!) this.arcs = new Int32Array(2 * start[rows]!);
    const { start: to, arcs: kept } = this;
    let k = 0;
    for (let i = 0; i < rows; i++) {
      const most = (ofRow[i]! - slack - 1) | 0;
      to[i] = k >> 1;
      for (let a = 2 * start[i]!, end = 2 * start[i + 1]!; a < end; a += 2) {
        const j = arcs[a]!, w = arcs[a + 1]!;
        kept[k] = j;
        kept[k + 1] = w;
        k += ((most + ofCol[first + j]! - w) >> 31) & 2;
      }
    }
    to[rows] = k >> 1;
  }
}
