import type { Auction } from './auction.js';
import type { Piece } from './piece.js';

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
  eachHeld(take: (i: number, j: number, weight: number, amount: number) => void): void;
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
    return this.turned ? this.auction.holders.room[(i << 2) | 3]! : this.auction.left[i]!;
  }

  room(j: number): number {
    return this.turned ? this.auction.left[j]! : this.auction.holders.room[(j << 2) | 3]!;
  }

  eachHeld(take: (i: number, j: number, weight: number, amount: number) => void): void {
    const { auction: { holders, items }, turned } = this;
    for (let item = 0; item < items; item++) {
      for (let h = holders.first(item), end = h + holders.count(item); h < end; h++) {
        const bidder = holders.supplyOf(h), weight = holders.weightOf(h), amount = holders.amount[(h << 2) | 3]!;
        if (turned) take(item, bidder, weight, amount);
        else take(bidder, item, weight, amount);
      }
    }
  }
}

/** A plan of an earlier solve, by arc, with its prices. */
export class PlanStart implements Start {
  readonly earns: Float64Array;
  private readonly kept: Float64Array;
  private readonly missing: Float64Array;

  constructor(
    private readonly piece: Piece,
    private readonly flow: Float64Array,
    readonly price: Float64Array,
  ) {
    const { rows, cols, start, arcs, supply, demand } = piece;
    this.earns = new Float64Array(rows);
    this.kept = supply.slice(0, rows);
    this.missing = demand.slice(0, cols);
    for (let i = 0; i < rows; i++) {
      let best = 0;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        const j = arcs[2 * e]!, margin = arcs[2 * e + 1]! - price[j]!;
        if (margin > best) best = margin;
        this.kept[i]! -= flow[e]!;
        this.missing[j]! -= flow[e]!;
      }
      this.earns[i] = best;
    }
  }

  left(i: number): number {
    return this.kept[i]!;
  }

  room(j: number): number {
    return this.missing[j]!;
  }

  eachHeld(take: (i: number, j: number, weight: number, amount: number) => void): void {
    const { piece: { rows, start, arcs }, flow } = this;
    for (let i = 0; i < rows; i++) for (let e = start[i]!, end = start[i + 1]!; e < end; e++) if (flow[e]! > 0) take(i, arcs[2 * e]!, arcs[2 * e + 1]!, flow[e]!);
  }
}
