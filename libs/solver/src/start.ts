import type { Auction } from './auction.js';

/** Where the simplex starts: what an auction ended with, seen from the supplies, whichever side bid last. */
export class Start {
  constructor(
    private readonly auction: Auction,
    /** Whether the demands bid. */
    private readonly turned: boolean,
  ) {}

  /** By demand. */
  get price(): Int32Array {
    return this.turned ? this.auction.holders.earns : this.auction.price;
  }

  /** By supply: what a unit of it earns. */
  get earns(): Int32Array {
    return this.turned ? this.auction.price : this.auction.holders.earns;
  }

  left(i: number): number {
    return this.turned ? this.auction.holders.room[(i << 2) | 3]! : this.auction.left[(i << 3) | 7]!;
  }

  room(j: number): number {
    return this.turned ? this.auction.left[(j << 3) | 7]! : this.auction.holders.room[(j << 2) | 3]!;
  }

  /** One pair may come in several rows. */
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
