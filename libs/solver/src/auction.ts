import { HolderHeaps } from './holder-heaps.js';
import type { Problem } from './problem.js';

/** Best arcs of a supply that are kept between two of its bids. */
const KEPT = 4;
const NEVER_LOOKED = 2147483647;

/**
 * One round of auction: supplies bid for demands, prices only rise. It ends with a feasible plan that is optimal up to `epsilon` per
 * unit, and with prices that go with it: a demand that is not full never was full, so its price is where it began.
 *
 * Since prices only rise, what an arc earns only falls: the best few arcs of a supply at its last look stay the best until they earn
 * less than the next one did then, so most bids look at those alone. What a holder would leave at only rises for the same reason,
 * which makes the heaps of HolderHeaps lazy.
 */
export class Auction {
  bids = 0;
  /** By demand; 32 bits hold it, since a price never exceeds the largest weight plus epsilon. */
  price = new Int32Array(0);
  readonly holders = new HolderHeaps();
  private problem: Problem;
  private epsilon = 1;
  private left = new Float64Array(0);
  private room = new Float64Array(0);
  private kept = new Int32Array(0);
  private next = new Int32Array(0);
  private queue = new Int32Array(0);
  private queued = new Uint8Array(0);
  private first = 0;
  private last = 0;
  private best = -1;
  private second = 0;

  begin(problem: Problem, epsilon: number, warm: Float64Array | undefined): void {
    const rows = problem.supply.length, cols = problem.demand.length;
    if (this.left.length < rows) {
      this.left = new Float64Array(rows);
      this.kept = new Int32Array(rows * KEPT);
      this.next = new Int32Array(rows);
      this.queue = new Int32Array(rows);
      this.queued = new Uint8Array(rows);
    }
    if (this.room.length < cols) {
      this.room = new Float64Array(cols);
      this.price = new Int32Array(cols);
    }
    this.problem = problem;
    this.epsilon = epsilon;
    this.left.set(problem.supply);
    this.room.set(problem.demand);
    if (warm === undefined) this.price.fill(0, 0, cols);
    else for (let j = 0; j < cols; j++) this.price[j] = Math.max(0, warm[j]!);
    this.kept.fill(-1, 0, rows * KEPT);
    this.next.fill(NEVER_LOOKED, 0, rows);
    this.queued.fill(1, 0, rows);
    for (let i = 0; i < rows; i++) this.queue[i] = i;
    this.first = 0;
    this.last = 0;
    this.bids = 0;
    this.waiting = rows;
    this.holders.begin(rows, cols, epsilon);
  }
  private waiting = 0;

  /** Goes on for about so many bids. Answers whether the auction is over. */
  advance(bids: number): boolean {
    const rows = this.problem.supply.length, until = this.bids + bids;
    while (this.waiting > 0) {
      if (this.bids >= until) return false;
      const i = this.queue[this.first]!;
      this.first = this.first + 1 === rows ? 0 : this.first + 1;
      this.waiting--;
      this.queued[i] = 0;
      this.serve(i);
    }
    return true;
  }

  /** Bids until the supply has nothing left or nothing to gain. */
  private serve(i: number): void {
    const { problem: { col, weight }, price, room, holders, epsilon } = this;
    const { earns } = holders;
    let have = this.left[i]!;
    while (have > 0) {
      this.look(i);
      const e = this.best, second = this.second;
      if (e < 0) {
        earns[i] = 0;
        break;
      }
      this.bids++;
      const j = col[e]!, w = weight[e]!, bid = w - second + epsilon;
      let got = Math.min(room[j]!, have), at = price[j]!, own = 0;
      room[j] = room[j]! - got;
      have -= got;
      // Full: whoever would leave at the lowest price makes way, as long as that price is below the bid.
      while (have > 0) {
        const lowest = holders.lowest(j, bid);
        if (lowest < 0) {
          at = bid;
          break;
        }
        const k = holders.supplyOf(lowest), amount = holders.amount[lowest]!;
        if (k === i) {
          own += amount;
          holders.drop(j);
          continue;
        }
        const level = holders.levelOf(lowest);
        if (level > at) at = level;
        const moved = Math.min(amount, have);
        if (moved === amount) holders.drop(j);
        else holders.amount[lowest] = amount - moved;
        this.left[k] = this.left[k]! + moved;
        have -= moved;
        got += moved;
        if (this.queued[k] === 0) this.enqueue(k);
      }
      price[j] = at;
      earns[i] = Math.max(w - at, second);
      if (got + own > 0) holders.add(j, e, i, w, got + own);
    }
    this.left[i] = have;
  }

  private enqueue(k: number): void {
    this.queued[k] = 1;
    this.queue[this.last] = k;
    this.last = this.last + 1 === this.problem.supply.length ? 0 : this.last + 1;
    this.waiting++;
  }

  /** Sets `best` (an arc, or -1 where nothing earns) and `second` (what the next best choice earns; staying at home earns 0). */
  private look(i: number): void {
    const { problem: { col, weight }, price, kept } = this;
    let b1 = 0, b2 = 0, best = -1;
    for (let k = i * KEPT, end = k + KEPT; k < end; k++) {
      const e = kept[k]!;
      if (e < 0) break;
      const r = weight[e]! - price[col[e]!]!;
      if (r > b2) {
        if (r > b1) {
          b2 = b1;
          b1 = r;
          best = e;
        } else b2 = r;
      }
    }
    if (b2 < this.next[i]!) this.lookAtAll(i);
    else {
      this.best = best;
      this.second = b2;
    }
  }

  private lookAtAll(i: number): void {
    const { problem: { start, col, weight }, price, kept } = this;
    let v0 = 0, v1 = 0, v2 = 0, v3 = 0, v4 = 0, e0 = -1, e1 = -1, e2 = -1, e3 = -1;
    for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
      const r = weight[e]! - price[col[e]!]!;
      if (r <= v4) continue;
      if (r <= v3) {
        v4 = r;
        continue;
      }
      v4 = v3;
      if (r <= v1) {
        if (r <= v2) { v3 = r; e3 = e; }
        else { v3 = v2; e3 = e2; v2 = r; e2 = e; }
      } else {
        v3 = v2; e3 = e2; v2 = v1; e2 = e1;
        if (r <= v0) { v1 = r; e1 = e; }
        else { v1 = v0; e1 = e0; v0 = r; e0 = e; }
      }
    }
    const k = i * KEPT;
    kept[k] = e0;
    kept[k + 1] = e1;
    kept[k + 2] = e2;
    kept[k + 3] = e3;
    this.next[i] = v4;
    this.best = e0;
    this.second = v1;
  }

  /** Adds what every arc carries to `flow`. */
  collect(flow: Float64Array): void {
    this.holders.collect(this.problem.demand.length, flow);
  }
}
