import { MinHeap } from './min-heap.js';
import type { Graph } from './piece.js';
import type { Start } from './start.js';
import { WEIGHT, type Tree } from './tree.js';

/**
 * Hangs the trees of a forest that nothing ties to the hub: all their nodes are full, so each holds a supply. One that hangs by an arc which
 * is not tight shifts by what the arc lacks (its supplies earn less, its demands cost more), and so does all that hangs below it. So each tree
 * hangs by the shortest way to the hub (Dijkstra's): otherwise pivots would have to mend what hangs too deep. Where all amounts are 1, nearly
 * every pair is such a tree.
 */
export class LooseTrees {
  /** The root of each node's tree. */
  private top = new Int32Array(0);
  /** By tree, named by its root: how far it shifts, and the arc that it is to hang by. */
  private shift = new Float64Array(0);
  /** By supply: what a unit earns, by what its tree holds if that is less. */
  private earns = new Float64Array(0);
  private supply = new Int32Array(0);
  private parent = new Int32Array(0);
  private weight = new Int32Array(0);
  /** Demands by tree, as lists. */
  private head = new Int32Array(0);
  private next = new Int32Array(0);
  /** Trees that may be next. */
  private readonly heap = new MinHeap();
  private tree: Tree;
  private from: Start;

  hang(rows: Graph, columns: Graph, tree: Tree, from: Start): void {
    const { nodes, supplies } = tree;
    this.tree = tree;
    this.from = from;
    this.reserve(nodes + 1);
    if (this.climb() === 0) return;
    const { top, shift, head, next, heap } = this;
    shift.fill(Infinity, 0, nodes);
    shift[nodes] = 0;
    head.fill(-1, 0, nodes);
    for (let v = nodes - 1; v >= supplies; v--) {
      next[v] = head[top[v]!]!;
      head[top[v]!] = v;
    }
    this.earn();
    for (let i = 0; i < supplies; i++) if (top[i] !== nodes) this.tieToHub(rows, i);
    while (heap.size > 0) {
      const key = heap.leastKey, l = heap.least;
      heap.drop();
      if (key > shift[l]!) continue;
      tree.evert(this.supply[l]!, this.parent[l]!, this.weight[l]!, 0);
      this.relax(columns, l);
    }
  }

  private reserve(size: number): void {
    if (this.top.length >= size) return;
    this.shift = new Float64Array(size);
    this.earns = new Float64Array(size);
    for (const name of ['top', 'supply', 'parent', 'weight', 'head', 'next'] as const) this[name] = new Int32Array(size);
  }

  /** Sets every `top`; answers how many trees are loose. */
  private climb(): number {
    const { tree: { nodes, word: t }, top } = this;
    let loose = 0;
    top.fill(-1, 0, nodes);
    top[nodes] = nodes;
    for (let v = 0; v < nodes; v++) {
      let r = v;
      while (top[r]! < 0 && t[r << 3]! >= 0) r = t[r << 3]!;
      if (top[r]! < 0) {
        top[r] = r;
        loose++;
      }
      const root = top[r]!;
      for (let x = v; x !== r; x = t[x << 3]!) top[x] = root;
    }
    return loose;
  }

  /** Arcs of a tree are tight, and the prices are what stands: so its supplies earn what is left of the weight, not what the best of their arcs would bring. */
  private earn(): void {
    const { top, earns, from, tree: { nodes, supplies, word: t } } = this;
    for (let i = 0; i < supplies; i++) earns[i] = from.earns[i]!;
    for (let v = 0; v < nodes; v++) {
      const u = t[v << 3]!;
      if (u < 0 || top[v] === nodes) continue;
      const i = v < supplies ? v : u, j = v < supplies ? u : v;
      earns[i] = Math.min(earns[i]!, t[(v << 3) | WEIGHT]! - from.price[j - supplies]!);
    }
  }

  /** The tightest arc of a loose supply that leads to the hub or to what hangs there. */
  private tieToHub({ start, arcs }: Graph, i: number): void {
    const { top, tree: { nodes, supplies }, earns, from: { price } } = this, earn = earns[i]!;
    let least = earn, parent = nodes, weight = -1;
    for (let a = 2 * start[i]!, end = 2 * start[i + 1]!; a < end; a += 2) {
      const j = arcs[a]!;
      if (top[supplies + j] !== nodes) continue;
      const lacks = earn + price[j]! - arcs[a + 1]!;
      if (lacks >= least) continue;
      least = lacks;
      parent = supplies + j;
      weight = arcs[a + 1]!;
    }
    const shift = Math.max(0, least);
    if (shift < this.shift[top[i]!]!) this.offer(i, parent, weight, shift); // never twice at one distance: then it would be hung twice
  }

  /** What could hang on the demands of this tree. */
  private relax({ start, arcs }: Graph, l: number): void {
    const { top, shift, head, next, earns, from: { price }, tree: { supplies } } = this, far = shift[l]!;
    for (let v = head[l]!; v >= 0; v = next[v]!) {
      const j = v - supplies, level = far + price[j]!;
      for (let a = 2 * start[j]!, end = 2 * start[j + 1]!; a < end; a += 2) {
        const i = arcs[a]!, now = shift[top[i]!]!;
        if (far >= now) continue;
        const lacks = level + earns[i]! - arcs[a + 1]!;
        if (lacks < now) this.offer(i, v, arcs[a + 1]!, Math.max(far, lacks));
      }
    }
  }

  private offer(supply: number, parent: number, weight: number, shift: number): void {
    const l = this.top[supply]!;
    this.shift[l] = shift;
    this.supply[l] = supply;
    this.parent[l] = parent;
    this.weight[l] = weight;
    this.heap.add(l, shift);
  }
}
