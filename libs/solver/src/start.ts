import type { Auction } from './auction.js';
import type { Graph, Piece } from './piece.js';

/** Where the simplex starts: a plan within the limits, and prices that go with it. */
export interface Start {
  /** By demand. */
  readonly price: ArrayLike<number>;
  /** By supply: what a unit of it earns. */
  readonly earns: ArrayLike<number>;
  /** What supply i keeps. */
  left(i: number): number;
  /** What demand j misses. */
  room(j: number): number;
  /** One pair may come in several rows. */
  eachHeld(take: (i: number, j: number, amount: number) => void): void;
}

/** What an auction ended with, seen from the supplies, whichever side bid last. */
export class AuctionStart implements Start {
  constructor(
    private readonly auction: Auction,
    /** Whether the demands bid. */
    private readonly turned: boolean,
  ) {}

  get price(): Int32Array {
    return this.turned ? this.auction.holders.earns : this.auction.price;
  }

  get earns(): Int32Array {
    return this.turned ? this.auction.price : this.auction.holders.earns;
  }

  left(i: number): number {
    return this.turned ? this.auction.holders.room[(i << 2) | 3]! : this.auction.left[(i << 3) | 7]!;
  }

  room(j: number): number {
    return this.turned ? this.auction.left[(j << 3) | 7]! : this.auction.holders.room[(j << 2) | 3]!;
  }

  eachHeld(take: (i: number, j: number, amount: number) => void): void {
    const { auction: { holders, items }, turned } = this;
    for (let item = 0; item < items; item++) {
      for (let h = holders.first(item), end = h + holders.count(item); h < end; h++) {
        const bidder = holders.supplyOf(h), amount = holders.amount[(h << 2) | 3]!;
        if (turned) take(item, bidder, amount);
        else take(bidder, item, amount);
      }
    }
  }
}

/** Who holds what of whom in a plan of an earlier solve. */
export interface Held {
  readonly row: Int32Array;
  readonly col: Int32Array;
  readonly amount: Float64Array;
}

/** A plan of an earlier solve, with its prices. */
export class PlanStart implements Start {
  readonly earns: Float64Array;
  private readonly kept: Float64Array;
  private readonly missing: Float64Array;

  constructor(
    { rows, cols, start, col, weight, supply, demand }: Piece,
    private readonly held: Held,
    readonly price: Float64Array,
  ) {
    this.earns = new Float64Array(rows);
    this.kept = supply.slice(0, rows);
    this.missing = demand.slice(0, cols);
    for (let i = 0; i < rows; i++) {
      let best = 0;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        const margin = weight[e]! - price[col[e]!]!;
        if (margin > best) best = margin;
      }
      this.earns[i] = best;
    }
    this.eachHeld((i, j, amount) => {
      this.kept[i]! -= amount;
      this.missing[j]! -= amount;
    });
  }

  left(i: number): number {
    return this.kept[i]!;
  }

  room(j: number): number {
    return this.missing[j]!;
  }

  eachHeld(take: (i: number, j: number, amount: number) => void): void {
    const { row, col, amount } = this.held;
    for (let k = 0; k < amount.length; k++) take(row[k]!, col[k]!, amount[k]!);
  }
}

/** What a flow by arc says, with other numbers of rows and columns where given. */
export function heldOf({ rows, start, col }: Graph, flow: Float64Array, to: { readonly rowTo: Int32Array; readonly colTo: Int32Array } | null): Held {
  const used = flow.reduce((n, f) => (f > 0 ? n + 1 : n), 0), held = { row: new Int32Array(used), col: new Int32Array(used), amount: new Float64Array(used) };
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
      if (flow[e] === 0) continue;
      held.row[at] = to ? to.rowTo[i]! : i;
      held.col[at] = to ? to.colTo[col[e]!]! : col[e]!;
      held.amount[at++] = flow[e]!;
    }
  }
  return held;
}
