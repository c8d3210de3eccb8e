import type { Graph, Piece, Turned } from './piece.js';
import type { ShortList } from './short-list.js';

/** Nodes passed over while the list already holds something. */
const PASS = 4000;
const LIST_SHARE = 0.05;

/**
 * Which arc comes in. A short list of candidates is tried again before the next look round; the look goes round the nodes and skips
 * the clean ones.
 *
 * Clean means: nothing that this node takes part in can be attractive. The proof is a floor per node, such that the floors of both
 * ends of every arc together reach its weight. A potential may move freely above its floor; below it the node is dirty and its arcs
 * are looked at again, a supply's by row, a demand's by column. A look that finds nothing lowers the floor as far as the others'
 * floors allow, and raises others' floors (never above their potentials) where it must.
 */
export class Pricing {
  supply = -1;
  demand = -1;
  gain = 0;
  scanned = 0;
  supplies = 0;
  limit = 0;
  y: Int32Array | Float64Array = new Int32Array(0);
  floor: Int32Array | Float64Array = new Int32Array(0);
  dirty = new Uint8Array(0);
  private graph: Graph;
  private turned: Graph;
  private nodes = 0;
  private listedI = new Int32Array(0);
  private listedJ = new Int32Array(0);
  private listedW = new Int32Array(0);
  private size = 0;
  private minorLimit = 0;
  private listed = 0;
  private minor = 0;
  private at = 0;

  begin(graph: Graph, turned: Graph, wide: boolean): void {
    const { rows } = graph, nodes = rows + graph.cols;
    this.graph = graph;
    this.turned = turned;
    this.supplies = rows;
    this.nodes = nodes;
    this.limit = wide ? 2 ** 52 : 2 ** 29;
    const Numbers = wide ? Float64Array : Int32Array;
    if (this.y.length <= nodes || !(this.y instanceof Numbers)) {
      this.y = new Numbers(nodes + 1);
      this.floor = new Numbers(nodes + 1);
      this.dirty = new Uint8Array(nodes + 1);
    }
    this.size = Math.max(8, Math.floor(LIST_SHARE * Math.sqrt(graph.start[rows]!)));
    this.minorLimit = Math.max(3, Math.floor(0.2 * this.size));
    if (this.listedI.length < this.size) {
      this.listedI = new Int32Array(this.size);
      this.listedJ = new Int32Array(this.size);
      this.listedW = new Int32Array(this.size);
    }
    this.listed = this.minor = this.at = this.scanned = 0;
  }

  /** Every supply is to be looked at; a demand only where it would rather get from the hub. */
  allDirty(): void {
    const { y, floor, dirty, supplies, nodes } = this;
    for (let v = 0; v < supplies; v++) {
      dirty[v] = 1;
      floor[v] = this.limit;
    }
    for (let v = supplies; v < nodes; v++) {
      dirty[v] = y[v]! < 0 ? 1 : 0;
      floor[v] = Math.max(0, y[v]!);
    }
  }

  /** Whether an arc gains that is not on the list (in 32 bits): then the list is made anew by the present potentials. */
  relist(piece: Piece, list: ShortList, turned: Turned, slack: number): boolean {
    const { floor, dirty, supplies, nodes } = this, { start, arcs } = piece, y = this.y as Int32Array;
    let any = 0;
    for (let i = 0; i < supplies; i++) {
      const yi = y[i]!;
      let lacks = 0;
      for (let a = 2 * start[i]!, end = 2 * start[i + 1]!; a < end; a += 2) lacks |= yi + y[supplies + arcs[a]!]! - arcs[a + 1]!;
      dirty[i] = lacks >>> 31;
      any |= lacks;
    }
    if (any >= 0) return false;
    for (let v = 0; v < nodes; v++) floor[v] = y[v]!;
    list.fill(piece, y, y, supplies, slack);
    turned.turn(list);
    return true;
  }

  /** Sets `supply`, `demand` (nodes, one of them may be the hub) and `gain`. False when no arc gains: the plan is optimal. */
  choose(): boolean {
    this.gain = 0;
    if (this.listed > 0 && this.minor < this.minorLimit) this.retry();
    if (this.gain <= 0) this.lookRound();
    return this.gain > 0;
  }

  private retry(): void {
    const { y, listedI, listedJ, listedW } = this;
    this.minor++;
    let kept = 0, best = 0, at = -1;
    for (let k = 0; k < this.listed; k++) {
      const i = listedI[k]!, j = listedJ[k]!, w = listedW[k]!;
      const r = w - y[i]! - y[j]!;
      if (r <= 0) continue;
      if (r > best) {
        best = r;
        at = kept;
      }
      listedI[kept] = i;
      listedJ[kept] = j;
      listedW[kept++] = w;
    }
    this.listed = kept;
    if (at < 0) return;
    this.gain = best;
    this.supply = listedI[at]!;
    this.demand = listedJ[at]!;
  }

  private lookRound(): void {
    const { dirty, nodes, supplies, size } = this;
    this.minor = 0;
    this.listed = 0;
    let budget = PASS, at = this.at;
    for (let passed = 0; passed < nodes; passed++) {
      const v = at;
      at = at + 1 === nodes ? 0 : at + 1;
      if (dirty[v] === 0) {
        if (--budget < 0 && this.gain > 0) break;
        continue;
      }
      if (v < supplies) this.lookAtSupply(v);
      else this.lookAtDemand(v);
      if (this.listed === size) break;
    }
    this.at = at;
  }

  private lookAtSupply(v: number): void {
    const { y, floor, supplies, nodes } = this, { start, arcs } = this.graph, yv = y[v]!;
    const from = 2 * start[v]!, end = 2 * start[v + 1]!;
    let r0 = -yv, other = nodes, w0 = 0, low = 0;
    for (let a = from; a < end; a += 2) {
      const j = supplies + arcs[a]!, w = arcs[a + 1]!, need = w - floor[j]!;
      if (need <= yv) {
        const more = (need - low) | 0; // the highest of all, without branches
        low = (low + (more & ~(more >> 31))) | 0;
        continue;
      }
      const r = w - yv - y[j]!;
      if (r <= 0) {
        floor[j] = w - yv;
        low = yv;
      } else if (r > r0) {
        r0 = r;
        other = j;
        w0 = w;
      }
    }
    this.scanned += (end - from) / 2;
    if (r0 > 0) this.list(v, other, w0, r0);
    else {
      floor[v] = this.limit > 2 ** 31 ? yv : low; // in doubles `low` is worth nothing
      this.dirty[v] = 0;
    }
  }

  private lookAtDemand(v: number): void {
    const { y, floor, nodes } = this, { start, arcs } = this.turned, yv = y[v]!, from = 2 * start[v - this.supplies]!, end = 2 * start[v - this.supplies + 1]!;
    let r0 = -yv, other = nodes, w0 = 0, low = 0;
    for (let a = from; a < end; a += 2) {
      const i = arcs[a]!, w = arcs[a + 1]!, need = w - floor[i]!;
      if (need <= yv) {
        const more = (need - low) | 0; // the highest of all, without branches
        low = (low + (more & ~(more >> 31))) | 0;
        continue;
      }
      const r = w - yv - y[i]!;
      if (r <= 0) {
        floor[i] = w - yv;
        low = yv;
      } else if (r > r0) {
        r0 = r;
        other = i;
        w0 = w;
      }
    }
    this.scanned += (end - from) / 2;
    if (r0 > 0) this.list(other, v, w0, r0);
    else {
      floor[v] = this.limit > 2 ** 31 ? yv : low; // in doubles `low` is worth nothing
      this.dirty[v] = 0;
    }
  }

  private list(i: number, j: number, w: number, r: number): void {
    const k = this.listed++;
    this.listedI[k] = i;
    this.listedJ[k] = j;
    this.listedW[k] = w;
    if (r <= this.gain) return;
    this.gain = r;
    this.supply = i;
    this.demand = j;
  }

  /** What the potentials prove: no plan of this part is worth more. */
  bound({ supply, demand, start, arcs, rows, cols }: Piece): number {
    const { y, supplies } = this;
    let bound = 0;
    for (let i = 0; i < rows; i++) {
      let best = 0;
      for (let a = 2 * start[i]!, end = 2 * start[i + 1]!; a < end; a += 2) {
        const q = y[supplies + arcs[a]!]!, r = arcs[a + 1]! - (q > 0 ? q : 0);
        if (r > best) best = r;
      }
      bound += best * supply[i]!;
    }
    for (let j = 0; j < cols; j++) if (y[supplies + j]! > 0) bound += y[supplies + j]! * demand[j]!;
    return bound;
  }
}
