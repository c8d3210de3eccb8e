import { HolderHeaps } from './holder-heaps.js';
import type { Graph, Piece } from './piece.js';

/** Above every weight, bonus included: nobody bids there. */
const MOST = 2 ** 29 + 1;

/**
 * One round of auction: supplies bid for demands, prices only rise. It ends with a feasible plan that is optimal up to `epsilon` per
 * unit, and with prices that go with it: a demand that is not full never was full, so its price is where it began.
 *
 * Since prices only rise, what a supply earns only falls and what a holder would leave at only rises, which makes the heaps of
 * HolderHeaps lazy.
 */
export class Auction {
  bids = 0;
  /** By demand; 32 bits hold it, since a price never exceeds the largest weight plus epsilon. */
  price = new Int32Array(0);
  readonly holders = new HolderHeaps();
  private graph: Graph;
  private epsilon = 1;
  left = new Float64Array(0);
  private waits = new Uint8Array(0);
  private queue = new Int32Array(0);
  private first = 0;
  private last = 0;
  private waiting = 0;
  private best = -1;
  private worth = 0;
  private second = 0;

  /** From scratch: everybody has everything left. Prices begin at 0, or at given ones. */
  begin(piece: Piece, epsilon: number, given: ArrayLike<number> | undefined): void {
    const { rows, cols, supply } = piece;
    this.reserve(piece, epsilon);
    if (given === undefined) this.price.fill(0, 0, cols);
    else for (let j = 0; j < cols; j++) this.price[j] = Math.min(MOST, Math.max(0, given[j]!));
    this.holders.begin(rows, cols, epsilon);
    this.holders.earns.fill(0, 0, rows);
    for (let j = 0; j < cols; j++) this.holders.room[(j << 2) | 3] = piece.demand[j]!;
    for (let i = 0; i < rows; i++) {
      this.left[i] = supply[i]!;
      this.enqueue(i);
    }
  }

  /**
   * Goes on with a smaller epsilon: prices fall by the one before, everything earns that much more, and who holds something that is
   * good enough for the new one keeps it.
   */
  again(epsilon: number): void {
    const { price, left, holders, graph: { rows, cols } } = this, back = this.epsilon;
    for (let j = 0; j < cols; j++) price[j] = price[j]! > back ? price[j]! - back : 0;
    holders.again(price, left, rows, cols, back, epsilon);
    this.epsilon = epsilon;
    this.first = this.last = this.waiting = this.bids = 0;
    for (let i = 0; i < rows; i++) if (left[i]! > 0) this.enqueue(i);
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
      holders.room[(i << 2) | 3] = other.left[i]!;
    }
    for (let j = 0; j < rows; j++) {
      holders.earns[j] = other.price[j]!;
      this.left[j] = other.holders.room[(j << 2) | 3]!;
      if (other.price[j]! > 0 && this.left[j]! > 0) this.enqueue(j);
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
      this.left = new Float64Array(rows);
      this.waits = new Uint8Array(rows);
      this.queue = new Int32Array(rows);
    }
    if (this.price.length < cols) this.price = new Int32Array(cols);
    this.graph = graph;
    this.epsilon = epsilon;
    this.waits.fill(0, 0, rows);
    this.first = this.last = this.waiting = this.bids = 0;
  }

  /** Goes on for about so many bids. Answers whether the auction is over. */
  advance(bids: number): boolean {
    const { rows } = this.graph, until = this.bids + bids;
    while (this.waiting > 0) {
      if (this.bids >= until) return false;
      const i = this.queue[this.first]!;
      this.first = this.first + 1 === rows ? 0 : this.first + 1;
      this.waiting--;
      this.waits[i] = 0;
      this.serve(i);
    }
    return true;
  }

  /** Bids until the supply has nothing left or nothing to gain. */
  private serve(i: number): void {
    const { price, holders, epsilon, left } = this, { earns, room } = holders;
    let have = left[i]!;
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
        left[k] = left[k]! + moved;
        have -= moved;
        got += moved;
        if (this.waits[k] === 0) this.enqueue(k);
      }
      price[j] = at;
      earns[i] = w - at > second ? w - at : second;
      if (got + own > 0) holders.add(j, i, w, got + own);
    }
    left[i] = have;
  }

  private enqueue(k: number): void {
    this.waits[k] = 1;
    this.queue[this.last] = k;
    this.last = this.last + 1 === this.graph.rows ? 0 : this.last + 1;
    this.waiting++;
  }

  /**
   * Sets `best` (a demand, or -1 where nothing earns), its `worth` (the arc's weight) and `second` (what the next best choice earns; staying
   * at home earns 0). Without branches: nobody can foretell which arc is the best, and one wrong guess costs as much as five arcs.
   */
  private look(i: number): void {
    const { graph: { start, arcs }, price } = this;
    let b1 = 0, b2 = 0, best = -1;
    for (let a = 2 * start[i]!, end = 2 * start[i + 1]!; a < end; a += 2) {
      const r = (arcs[a + 1]! - price[arcs[a]!]!) | 0, under = (b1 - r) | 0, wins = under >> 31, rise = under & wins;
      b1 = (b1 - rise) | 0;
      best ^= (best ^ a) & wins;
      const next = (b2 - r - rise) | 0;
      b2 = (b2 - (next & (next >> 31))) | 0;
    }
    this.best = best < 0 ? -1 : arcs[best]!;
    this.worth = best < 0 ? 0 : arcs[best + 1]!;
    this.second = b2;
  }
}
