import { HolderHeaps } from './holder-heaps.js';
import type { Graph, Piece } from './piece.js';

/** Best arcs of a supply that are kept between two of its bids. */
const KEPT = 6;
/** Above every weight, bonus included: nobody bids there. */
const MOST = 2 ** 29 + 1;
const NEVER_LOOKED = 2147483647;
// A bidder's record, 64 bytes, so that a bid reads one or two cache lines: demands and weights of what it keeps, what the next
// best earned then, whether it waits; the last eight bytes are what it has left, a double.
const WEIGHTS = 6, NEXT_BEST = 12, WAITS = 13;

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
  looks = 0;
  readonly holders = new HolderHeaps();
  private graph: Graph;
  private epsilon = 1;
  private bidder = new Int32Array(0);
  /** Of bidder i: left[8 i + 7]. */
  left = new Float64Array(0);
  private queue = new Int32Array(0);
  private first = 0;
  private last = 0;
  private waiting = 0;
  private readonly values = new Int32Array(KEPT + 1);
  private best = -1;
  private worth = 0;
  private second = 0;

  /** From scratch: everybody has everything left. Prices begin at 0, or at given ones less `back`. */
  begin(piece: Piece, epsilon: number, given: ArrayLike<number> | undefined, back: number): void {
    const { rows, cols, supply } = piece;
    this.reserve(piece, epsilon);
    if (given === undefined) this.price.fill(0, 0, cols);
    else for (let j = 0; j < cols; j++) this.price[j] = Math.min(MOST, Math.max(0, given[j]! - back));
    this.holders.begin(rows, cols, epsilon);
    this.holders.earns.fill(0, 0, rows);
    for (let j = 0; j < cols; j++) this.holders.room[(j << 2) | 3] = piece.demand[j]!;
    for (let i = 0; i < rows; i++) {
      this.left[(i << 3) | 7] = supply[i]!;
      this.enqueue(i);
    }
  }

  /**
   * From where an auction of the other side ended: now those bid who did not get enough at a price above 0, and what the others earn
   * are the prices. `graph` is that auction's, turned.
   */
  answer(other: Auction, graph: Graph, epsilon: number): void {
    const { rows, cols } = graph, { holders } = this;
    this.reserve(graph, epsilon);
    holders.begin(rows, cols, epsilon);
    for (let i = 0; i < cols; i++) {
      this.price[i] = other.holders.earns[i]!;
      holders.room[(i << 2) | 3] = other.left[(i << 3) | 7]!;
    }
    for (let j = 0; j < rows; j++) {
      holders.earns[j] = other.price[j]!;
      this.left[(j << 3) | 7] = other.holders.room[(j << 2) | 3]!;
      if (other.price[j]! > 0 && this.left[(j << 3) | 7]! > 0) this.enqueue(j);
    }
    holders.takeOver(other.holders, rows);
  }

  /** How many there are to bid for. */
  get items(): number {
    return this.graph.cols;
  }

  private reserve(graph: Graph, epsilon: number): void {
    const { rows, cols } = graph;
    if (this.queue.length < rows) {
      const memory = new ArrayBuffer(rows << 6);
      this.bidder = new Int32Array(memory);
      this.left = new Float64Array(memory);
      this.queue = new Int32Array(rows);
    }
    if (this.price.length < cols) this.price = new Int32Array(cols);
    this.graph = graph;
    this.epsilon = epsilon;
    for (let i = 0; i < rows; i++) {
      this.bidder[i << 4] = -1;
      this.bidder[(i << 4) | NEXT_BEST] = NEVER_LOOKED;
      this.bidder[(i << 4) | WAITS] = 0;
    }
    this.first = this.last = this.waiting = this.bids = this.looks = 0;
  }

  /** Goes on for about so many bids. Answers whether the auction is over. */
  advance(bids: number): boolean {
    const { rows } = this.graph, until = this.bids + bids;
    while (this.waiting > 0) {
      if (this.bids >= until) return false;
      const i = this.queue[this.first]!;
      this.first = this.first + 1 === rows ? 0 : this.first + 1;
      this.waiting--;
      this.bidder[(i << 4) | WAITS] = 0;
      this.serve(i);
    }
    return true;
  }

  /** Bids until the supply has nothing left or nothing to gain. */
  private serve(i: number): void {
    const { price, holders, epsilon, left } = this, { earns, room } = holders;
    let have = left[(i << 3) | 7]!;
    while (have > 0) {
      this.look(i);
      const j = this.best, w = this.worth, second = this.second;
      if (j < 0) {
        earns[i] = 0;
        break;
      }
      this.bids++;
      const held = holders.amount; // widening may have replaced it
      const bid = w - second + epsilon, free = room[(j << 2) | 3]!;
      let got = free < have ? free : have, at = price[j]!, own = 0;
      room[(j << 2) | 3] = free - got;
      have -= got;
      // Full: whoever would leave at the lowest price makes way, as long as that price is below the bid.
      while (have > 0) {
        const lowest = holders.lowest(j, bid);
        if (lowest < 0) {
          at = bid;
          break;
        }
        const k = holders.supplyOf(lowest), amount = held[(lowest << 2) | 3]!;
        if (k === i) {
          own += amount;
          holders.drop(j);
          continue;
        }
        const level = holders.levelOf(lowest);
        if (level > at) at = level;
        const moved = amount < have ? amount : have;
        if (moved === amount) holders.drop(j);
        else held[(lowest << 2) | 3] = amount - moved;
        left[(k << 3) | 7] = left[(k << 3) | 7]! + moved;
        have -= moved;
        got += moved;
        if (this.bidder[(k << 4) | WAITS] === 0) this.enqueue(k);
      }
      price[j] = at;
      earns[i] = w - at > second ? w - at : second;
      if (got + own > 0) holders.add(j, i, w, got + own);
    }
    left[(i << 3) | 7] = have;
  }

  private enqueue(k: number): void {
    this.bidder[(k << 4) | WAITS] = 1;
    this.queue[this.last] = k;
    this.last = this.last + 1 === this.graph.rows ? 0 : this.last + 1;
    this.waiting++;
  }

  /** Sets `best` (a demand, or -1 where nothing earns), its `worth` (the arc's weight) and `second` (what the next best choice earns; staying at home earns 0). */
  private look(i: number): void {
    const { price, bidder } = this, from = i << 4;
    let b1 = 0, b2 = 0, best = -1;
    for (let k = from; k < from + KEPT; k++) {
      const j = bidder[k]!;
      if (j < 0) break;
      const r = bidder[k + WEIGHTS]! - price[j]!;
      if (r > b2) {
        if (r > b1) {
          b2 = b1;
          b1 = r;
          best = k;
        } else b2 = r;
      }
    }
    if (b2 < bidder[from | NEXT_BEST]!) this.lookAtAll(i);
    else {
      this.best = best < 0 ? -1 : bidder[best]!;
      this.worth = best < 0 ? 0 : bidder[best + WEIGHTS]!;
      this.second = b2;
    }
  }

  /** Looks at the whole row, keeps the best few and what the next one earns. */
  private lookAtAll(i: number): void {
    const { graph: { start, col, weight }, price, bidder, values } = this, from = i << 4;
    this.looks++;
    let n = 0, least = 0;
    for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
      const w = weight[e]!, j = col[e]!, r = w - price[j]!;
      if (r <= least) continue;
      let k = n;
      if (n < KEPT) n++;
      else if (r > values[KEPT - 1]!) {
        values[KEPT] = least = values[KEPT - 1]!;
        k = KEPT - 1;
      } else {
        values[KEPT] = least = r;
        continue;
      }
      for (; k > 0 && values[k - 1]! < r; k--) {
        values[k] = values[k - 1]!;
        bidder[from + k] = bidder[from + k - 1]!;
        bidder[from + k + WEIGHTS] = bidder[from + k - 1 + WEIGHTS]!;
      }
      values[k] = r;
      bidder[from + k] = j;
      bidder[from + k + WEIGHTS] = w;
    }
    if (n < KEPT) bidder[from + n] = -1;
    bidder[from | NEXT_BEST] = least;
    this.best = n > 0 ? bidder[from]! : -1;
    this.worth = bidder[from + WEIGHTS]!;
    this.second = n > 1 ? values[1]! : 0;
  }
}
