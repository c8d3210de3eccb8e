import { Planter } from './plant.js';
import { Pricing } from './pricing.js';
import type { Graph, Piece } from './piece.js';
import type { SolveStats } from './problem.js';
import type { Start } from './start.js';
import { CHILD, DEPTH, NEXT, PARENT, Tree, WEIGHT } from './tree.js';

/** Potentials beyond this are computed again in doubles: sums and differences of two still fit 32 bits. */
const LIMIT = 2 ** 29;

/** Thrown inside: potentials left the 32 bits. */
export class TooWide extends Error {}

/**
 * Primal network simplex for the transportation problem with limits, from any feasible plan.
 *
 * A hub (the root, potential 0) takes what supplies keep and gives what demands miss. So no arc has a capacity of its own, every arc
 * outside the tree is empty, and the arc above a node points up from a supply and down to a demand: neither states nor directions are
 * stored.
 */
export class Simplex {
  pivots = 0;
  degenerate = 0;
  moved = 0;
  readonly pricing = new Pricing();
  private readonly planter = new Planter();
  private readonly tree = new Tree();
  private delta = 0;
  private out = -1;

  get cycles(): number {
    return this.planter.cycles;
  }

  /** Throws TooWide when a potential does not fit and `wide` is not set. */
  begin(graph: Graph, turned: Graph, from: Start, wide: boolean): void {
    this.pivots = this.degenerate = this.moved = 0;
    this.tree.begin(graph);
    this.planter.plant(graph, turned, this.tree, from);
    this.tree.link();
    this.pricing.begin(graph, turned, wide);
    this.potentials();
    this.pricing.allDirty();
  }

  /** Goes on for so many pivots. Answers whether the plan is optimal. Throws TooWide. */
  advance(pivots: number): boolean {
    const { pricing } = this;
    for (let k = 0; k < pivots; k++) {
      if (!pricing.choose()) return true;
      this.pivot(pricing.supply, pricing.demand, pricing.gain);
    }
    return false;
  }

  /** Every flow of supply i, by demand. */
  eachFlow(i: number, take: (j: number, amount: number) => void): void {
    const { word: t, flow: f, nodes, supplies } = this.tree, up = t[i << 3]!;
    if (up < nodes && f[(i << 2) | 3]! > 0) take(up - supplies, f[(i << 2) | 3]!);
    for (let v = t[(i << 3) | CHILD]!; v >= 0; v = t[(v << 3) | NEXT]!) if (f[(v << 2) | 3]! > 0) take(v - supplies, f[(v << 2) | 3]!);
  }

  /** Of demand j. */
  price(j: number): number {
    return Math.max(0, this.pricing.y[this.tree.supplies + j]!);
  }

  /** What the present plan is worth, and the bound that the present potentials prove. In doubles: near enough to decide when to stop. */
  worth(piece: Piece): { readonly objective: number; readonly bound: number } {
    const { word: t, flow: f, nodes } = this.tree;
    let objective = 0;
    for (let v = 0; v < nodes; v++) if (t[(v << 3) | WEIGHT]! >= 0) objective += f[(v << 2) | 3]! * t[(v << 3) | WEIGHT]!;
    return { objective, bound: this.pricing.bound(piece) };
  }

  addTo(stats: SolveStats): void {
    stats.pivots += this.pivots;
    stats.degenerate += this.degenerate;
    stats.moved += this.moved;
    stats.scanned += this.pricing.scanned;
    stats.cycles += this.cycles;
  }

  /** Depths and potentials from the root down: every tree arc is tight. */
  private potentials(): void {
    const { word: t, nodes: root } = this.tree, { y, limit } = this.pricing;
    t[(root << 3) | DEPTH] = 0;
    y[root] = 0;
    for (let v = t[(root << 3) | CHILD]!; v >= 0; ) {
      const b = v << 3, p = t[b | PARENT]!, weight = t[b | WEIGHT]!;
      t[b | DEPTH] = t[(p << 3) | DEPTH]! + 1;
      const value = weight < 0 ? 0 : weight - y[p]!;
      if (value > limit || value < -limit) throw new TooWide();
      y[v] = value;
      let w = t[b | CHILD]!;
      if (w < 0) {
        w = v;
        while (w !== root && t[(w << 3) | NEXT]! < 0) w = t[w << 3]!;
        if (w === root) return;
        w = t[(w << 3) | NEXT]!;
      }
      v = w;
    }
  }

  private pivot(i: number, j: number, gain: number): void {
    this.pivots++;
    const { tree } = this, { supplies, nodes: root } = tree;
    const fromJ = this.leaving(i, j), { delta, out } = this;
    const top = fromJ ? j : i;
    const { y } = this.pricing, weight = i === root || j === root ? -1 : gain + y[i]! + y[j]!;
    tree.rehang(top, out, fromJ ? i : j, weight, delta);
    this.shift(top, top < supplies ? gain : -gain, top >= supplies);
  }

  /**
   * Which arc goes out: flow runs i -> j and closes through the tree; supplies above i give (first the lowest wins), demands above j
   * give (the highest wins): the rule that keeps the tree strongly feasible. Moves the flow; answers whether it is on the path of j.
   */
  private leaving(i: number, j: number): boolean {
    const { word: t, flow: f, supplies } = this.tree;
    let a = i, b = j, dA = Infinity, outA = -1, dB = Infinity, outB = -1;
    let da = t[(a << 3) | DEPTH]!, db = t[(b << 3) | DEPTH]!;
    while (a !== b) {
      if (da >= db) {
        if (a < supplies) {
          const amount = f[(a << 2) | 3]!;
          if (amount < dA) {
            dA = amount;
            outA = a;
          }
        }
        a = t[a << 3]!;
        da--;
      } else {
        if (b >= supplies) {
          const amount = f[(b << 2) | 3]!;
          if (amount <= dB) {
            dB = amount;
            outB = b;
          }
        }
        b = t[b << 3]!;
        db--;
      }
    }
    const fromJ = dB <= dA, delta = fromJ ? dB : dA;
    if (delta > 0) {
      this.tree.push(i, a, -delta, 1);
      this.tree.push(j, a, -delta, -1);
    } else this.degenerate++;
    this.delta = delta;
    this.out = fromJ ? outB : outA;
    return fromJ;
  }

  /** The new arc becomes tight: below it supplies and demands shift in opposite directions, and what falls under its floor is dirty. */
  private shift(top: number, supplyShift: number, demandsRise: boolean): void {
    const { word: t, supplies } = this.tree, { y, floor, dirty, limit } = this.pricing;
    let depth = t[(t[top << 3]! << 3) | DEPTH]! + 1, moved = 0, v = top;
    for (;;) {
      const r = v << 3, isSupply = v < supplies;
      t[r | DEPTH] = depth;
      const value = isSupply ? y[v]! + supplyShift : y[v]! - supplyShift;
      if (value > limit || value < -limit) throw new TooWide();
      y[v] = value;
      if (isSupply === demandsRise && value < floor[v]!) dirty[v] = 1;
      moved++;
      const c = t[r | CHILD]!;
      if (c >= 0) {
        v = c;
        depth++;
        continue;
      }
      while (v !== top && t[(v << 3) | NEXT]! < 0) {
        v = t[v << 3]!;
        depth--;
      }
      if (v === top) break;
      v = t[(v << 3) | NEXT]!;
    }
    this.moved += moved;
  }
}

export const POTENTIAL_LIMIT = LIMIT;
