import type { Graph } from './piece.js';

/**
 * Words of a node's record. A node v < supplies is a supply, then come the demands, the last is the hub. WEIGHT is that of the arc to the
 * parent (-1: to the hub, where nothing is lost or gained), which points up from a supply and down to a demand. Which arc of its row that is
 * nobody asks before the plan is read.
 */
export const PARENT = 0, CHILD = 1, NEXT = 2, PREV = 3, DEPTH = 4, WEIGHT = 5;

/**
 * The spanning tree of the simplex: 32 bytes per node, of which the last eight are the flow on the arc above it, a double in the same
 * cache line.
 */
export class Tree {
  word = new Int32Array(0);
  flow = new Float64Array(0);
  nodes = 0;
  supplies = 0;

  begin({ rows, cols }: Graph): void {
    this.supplies = rows;
    this.nodes = rows + cols;
    if (this.flow.length < (this.nodes + 1) << 2) {
      const memory = new ArrayBuffer((this.nodes + 1) << 5);
      this.word = new Int32Array(memory);
      this.flow = new Float64Array(memory);
    }
    this.word.fill(-1, 0, (this.nodes + 1) << 3);
    for (let v = 0; v <= this.nodes; v++) this.flow[(v << 2) | 3] = 0;
  }

  /** Makes v the root of its tree, which then hangs below `parent` by an arc of this weight: turns the path above v round. */
  evert(v: number, parent: number, weight: number, flow: number): void {
    const { word: t, flow: f } = this;
    for (;;) {
      const r = v << 3, q = t[r]!, qWeight = t[r | WEIGHT]!, qFlow = f[(v << 2) | 3]!;
      t[r] = parent;
      t[r | WEIGHT] = weight;
      f[(v << 2) | 3] = flow;
      if (q < 0) return;
      parent = v;
      weight = qWeight;
      flow = qFlow;
      v = q;
    }
  }

  /** Cuts a node from its parent: it is the root of what is below it. */
  cut(v: number): void {
    this.word[v << 3] = -1;
    this.word[(v << 3) | WEIGHT] = -1;
    this.flow[(v << 2) | 3] = 0;
  }

  /** Sends `delta` more along a tree path from v up to `join`, against the path's direction where `sign` is -1. */
  push(v: number, join: number, delta: number, sign: 1 | -1): void {
    const { word: t, flow: f, supplies } = this;
    for (; v !== join; v = t[v << 3]!) f[(v << 2) | 3]! += v < supplies === sign > 0 ? delta : -delta;
  }

  /** Child lists from the parents. */
  link(): void {
    const { word: t, nodes } = this;
    for (let v = 0; v < nodes; v++) {
      const b = v << 3, p = t[b]! << 3, c = t[p | CHILD]!;
      t[b | NEXT] = c;
      t[b | PREV] = -1;
      if (c >= 0) t[(c << 3) | PREV] = v;
      t[p | CHILD] = v;
    }
  }

  /**
   * Takes `v` .. `out` (a node, and one above it whose arc leaves the tree) and hangs v below `parent`: the path between them turns
   * round, child lists kept.
   */
  rehang(v: number, out: number, parent: number, weight: number, flow: number): void {
    const { word: t, flow: f } = this;
    for (;;) {
      const r = v << 3, q = t[r]!, qWeight = t[r | WEIGHT]!, qFlow = f[(v << 2) | 3]!;
      const next = t[r | NEXT]!, prev = t[r | PREV]!;
      if (prev >= 0) t[(prev << 3) | NEXT] = next;
      else t[(q << 3) | CHILD] = next;
      if (next >= 0) t[(next << 3) | PREV] = prev;
      const c = t[(parent << 3) | CHILD]!;
      t[r] = parent;
      t[r | NEXT] = c;
      t[r | PREV] = -1;
      if (c >= 0) t[(c << 3) | PREV] = v;
      t[(parent << 3) | CHILD] = v;
      t[r | WEIGHT] = weight;
      f[(v << 2) | 3] = flow;
      if (v === out) return;
      parent = v;
      weight = qWeight;
      flow = qFlow;
      v = q;
    }
  }
}
