import { LooseTrees } from './loose-trees.js';
import type { Graph } from './piece.js';
import type { Start } from './start.js';
import { WEIGHT, type Tree } from './tree.js';

/**
 * Turns a plan into a spanning tree that carries at least as good a plan. A cycle of used arcs is cancelled in the direction that
 * gains. A tree with nothing left over hangs by an empty arc that points up (`LooseTrees`); so every empty arc of the tree points to the
 * root, which rules out that the simplex goes round in circles.
 */
export class Planter {
  cycles = 0;
  private joined = new Int32Array(0);
  private mark = new Int32Array(0);
  private stamp = 0;
  private readonly loose = new LooseTrees();
  private tree: Tree;

  /** Fills parents, weights and flows of the tree. */
  plant(graph: Graph, turned: Graph, tree: Tree, from: Start): void {
    const { rows, cols } = graph, { nodes } = tree;
    this.tree = tree;
    this.cycles = 0;
    this.stamp = 0;
    if (this.joined.length <= nodes) {
      this.joined = new Int32Array(nodes + 1);
      this.mark = new Int32Array(nodes + 1);
    }
    this.mark.fill(0, 0, nodes + 1);
    for (let v = 0; v <= nodes; v++) this.joined[v] = v;
    from.eachHeld((i, j, weight, amount) => this.add(i, rows + j, weight, amount));
    for (let i = 0; i < rows; i++) if (from.left(i) > 0) this.add(i, nodes, -1, from.left(i));
    for (let j = 0; j < cols; j++) if (from.room(j) > 0) this.add(nodes, rows + j, -1, from.room(j));
    for (let v = 0; v < nodes; v++) if (tree.word[v << 3]! >= 0 && tree.flow[(v << 2) | 3] === 0) tree.cut(v);
    this.loose.hang(graph, turned, tree, from);
    tree.word[(nodes << 3) | WEIGHT] = -1;
  }

  private find(v: number): number {
    const { joined } = this;
    while (joined[v] !== v) v = joined[v] = joined[joined[v]!]!;
    return v;
  }

  /** Adds the arc i -> j (either may be the hub, then its weight is -1) with this flow to the forest. */
  private add(i: number, j: number, weight: number, flow: number): void {
    const a = this.find(i), b = this.find(j), { tree } = this;
    if (a !== b) {
      // The hub stays on top of its tree.
      const hub = this.find(tree.nodes);
      if (a === hub) {
        tree.evert(j, i, weight, flow);
        this.joined[b] = a;
      } else {
        tree.evert(i, j, weight, flow);
        this.joined[a] = b;
      }
      return;
    }
    const { word: t } = tree;
    // What one supply holds of one demand may come in two rows.
    if (weight >= 0 && t[i << 3] === j) tree.flow[(i << 2) | 3]! += flow;
    else if (weight >= 0 && t[j << 3] === i) tree.flow[(j << 2) | 3]! += flow;
    else {
      this.cycles++;
      this.cancel(i, j, weight, flow);
    }
  }

  /** The arc i -> j would close a cycle: sends flow round it, the way that gains, until an arc is empty. */
  private cancel(i: number, j: number, weight: number, flow: number): void {
    const { tree, mark } = this, { word: t, flow: f, supplies } = tree, stamp = ++this.stamp;
    for (let v = i; v >= 0; v = t[v << 3]!) mark[v] = stamp;
    let join = j;
    while (mark[join] !== stamp) join = t[join << 3]!;
    // What one more unit on i -> j gains, and what stops it either way.
    let gain = Math.max(0, weight), more = Infinity, moreAt = -1, less = flow, lessAt = -1;
    for (let side = 0; side < 2; side++) {
      for (let v = side === 0 ? i : j; v !== join; v = t[v << 3]!) {
        const w = Math.max(0, t[(v << 3) | WEIGHT]!), amount = f[(v << 2) | 3]!;
        if (v < supplies === (side === 0)) {
          gain -= w;
          if (amount < more) {
            more = amount;
            moreAt = v;
          }
        } else {
          gain += w;
          if (amount < less) {
            less = amount;
            lessAt = v;
          }
        }
      }
    }
    const up = gain > 0, delta = up ? more : -less, out = up ? moreAt : lessAt;
    tree.push(i, join, -delta, 1);
    tree.push(j, join, -delta, -1);
    if (out < 0) return; // the new arc itself ran empty
    let onI = false;
    for (let v = i; v !== join && !onI; v = t[v << 3]!) onI = v === out;
    tree.cut(out);
    if (onI) tree.evert(i, j, weight, flow + delta);
    else tree.evert(j, i, weight, flow + delta);
  }
}
