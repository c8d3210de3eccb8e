import type { Problem } from './problem.js';
import { ARC, type Tree } from './tree.js';

/**
 * Turns a plan into a spanning tree that carries at least as good a plan. A cycle of used arcs is cancelled in the direction that
 * gains. A tree with nothing left over hangs by an empty arc that points up, the one that the prices say is the tightest; so every
 * empty arc of the tree points to the root, which rules out that the simplex goes round in circles.
 */
export class Planter {
  cycles = 0;
  private joined = new Int32Array(0);
  private mark = new Int32Array(0);
  private stamp = 0;
  private problem: Problem;
  private tree: Tree;

  /** Fills parents, arcs and flows of the tree. `plan` is feasible. */
  plant(problem: Problem, tree: Tree, plan: Float64Array, price: Int32Array): void {
    const { supply, demand, start, col } = problem, rows = supply.length, { nodes } = tree;
    this.problem = problem;
    this.tree = tree;
    this.cycles = 0;
    this.stamp = 0;
    if (this.joined.length <= nodes) {
      this.joined = new Int32Array(nodes + 1);
      this.mark = new Int32Array(nodes + 1);
    }
    this.mark.fill(0, 0, nodes + 1);
    for (let v = 0; v <= nodes; v++) this.joined[v] = v;
    const room = demand.slice();
    for (let i = 0; i < rows; i++) {
      let left = supply[i]!;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        const f = plan[e]!;
        if (f === 0) continue;
        left -= f;
        room[col[e]!]! -= f;
        this.add(i, rows + col[e]!, e, f);
      }
      if (left > 0) this.add(i, nodes, -1, left);
    }
    for (let j = 0; j < demand.length; j++) if (room[j]! > 0) this.add(nodes, rows + j, -1, room[j]!);
    for (let v = 0; v < nodes; v++) if (tree.word[v << 3]! >= 0 && tree.flow[(v << 2) | 3] === 0) tree.cut(v);
    this.hangLoose(price);
  }

  private find(v: number): number {
    const { joined } = this;
    while (joined[v] !== v) v = joined[v] = joined[joined[v]!]!;
    return v;
  }

  /** Adds the arc i -> j (either may be the hub) with this flow to the forest. */
  private add(i: number, j: number, e: number, flow: number): void {
    const a = this.find(i), b = this.find(j), { tree } = this;
    if (a !== b) {
      // The hub stays on top of its tree.
      const hub = this.find(tree.nodes);
      if (a === hub) {
        tree.evert(j, i, e, flow);
        this.joined[b] = a;
      } else {
        tree.evert(i, j, e, flow);
        this.joined[a] = b;
      }
      return;
    }
    this.cycles++;
    this.cancel(i, j, e, flow);
  }

  /** The arc i -> j would close a cycle: sends flow round it, the way that gains, until an arc is empty. */
  private cancel(i: number, j: number, e: number, flow: number): void {
    const { tree, mark } = this, { word: t, flow: f, supplies } = tree, { weight } = this.problem, stamp = ++this.stamp;
    for (let v = i; v >= 0; v = t[v << 3]!) mark[v] = stamp;
    let join = j;
    while (mark[join] !== stamp) join = t[join << 3]!;
    // What one more unit on i -> j gains, and what stops it either way.
    let gain = e < 0 ? 0 : weight[e]!, more = Infinity, moreAt = -1, less = flow, lessAt = -1;
    for (let side = 0; side < 2; side++) {
      for (let v = side === 0 ? i : j; v !== join; v = t[v << 3]!) {
        const arc = t[(v << 3) | ARC]!, w = arc < 0 ? 0 : weight[arc]!, amount = f[(v << 2) | 3]!;
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
    if (onI) tree.evert(i, j, e, flow + delta);
    else tree.evert(j, i, e, flow + delta);
  }

  /** Trees that nothing ties to the hub: all their nodes are full, so each holds a supply. They hang where the prices lose least. */
  private hangLoose(price: Int32Array): void {
    const { tree, joined } = this, { nodes, supplies, word: t } = tree;
    const top = this.tops();
    for (let v = 0; v <= nodes; v++) joined[v] = v;
    const head = new Int32Array(nodes + 1).fill(-1), next = new Int32Array(supplies), loose: number[] = [];
    for (let i = supplies - 1; i >= 0; i--) {
      const l = top[i]!;
      if (l === nodes) continue;
      if (head[l] === -1) loose.push(l);
      next[i] = head[l]!;
      head[l] = i;
    }
    for (const l of loose) {
      const { best, supply, arc } = this.tightest(l, head, next, top, price);
      if (arc < 0) tree.evert(supply, nodes, -1, 0);
      else tree.evert(supply, best, arc, 0);
      joined[this.find(l)] = arc < 0 ? this.find(nodes) : this.find(top[best]!);
    }
    t[(nodes << 3) | ARC] = -1;
  }

  /** The root of each node's tree. */
  private tops(): Int32Array {
    const { nodes, word: t } = this.tree, top = new Int32Array(nodes + 1).fill(-1), path: number[] = [];
    top[nodes] = nodes;
    for (let v = 0; v < nodes; v++) {
      let r = v;
      while (top[r]! < 0 && t[r << 3]! >= 0) {
        path.push(r);
        r = t[r << 3]!;
      }
      const found = top[r]! < 0 ? r : top[r]!;
      top[r] = found;
      for (const x of path) top[x] = found;
      path.length = 0;
    }
    return top;
  }

  private tightest(l: number, head: Int32Array, next: Int32Array, top: Int32Array, price: Int32Array): { best: number; supply: number; arc: number } {
    const { start, col, weight } = this.problem, { supplies, nodes } = this.tree;
    let least = Infinity, best = nodes, supply = -1, arc = -1;
    const own = this.find(l);
    for (let i = head[l]!; i >= 0; i = next[i]!) {
      let earn = 0;
      const from = start[i]!, end = start[i + 1]!;
      for (let e = from; e < end; e++) {
        const r = weight[e]! - price[col[e]!]!;
        if (r > earn) earn = r;
      }
      if (earn < least) {
        least = earn;
        supply = i;
        best = nodes;
        arc = -1;
      }
      for (let e = from; e < end; e++) {
        const slack = earn + price[col[e]!]! - weight[e]!;
        if (slack < least && this.find(top[supplies + col[e]!]!) !== own) {
          least = slack;
          supply = i;
          best = supplies + col[e]!;
          arc = e;
        }
      }
    }
    return { best, supply, arc };
  }
}
