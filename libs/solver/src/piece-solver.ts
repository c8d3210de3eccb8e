import { Auction } from './auction.js';
import { Order } from './order.js';
import { placeOf, Turned, type Graph, type Piece } from './piece.js';
import { emptyStats, type SolveStats, type Warm } from './problem.js';
import { ShortList } from './short-list.js';
import { Simplex, TooWide } from './simplex.js';
import { AuctionStart, PlanStart, type Start } from './start.js';

/** What one part needs to know of the options. `gap` 0 is exact. */
export interface PartOptions {
  readonly gap: number;
  /** With a flow, the simplex goes on from there without auctions. */
  readonly warm?: Warm;
}

/**
 * One auction after the other; epsilon is the largest weight through this. Each begins with the prices of the one before, less that
 * one's epsilon. Then those demands bid that got less than they want at a price above 0, which is a price that began too high. Small parts are
 * done sooner with one coarse auction.
 */
const LEVELS = [4, 16, 64], SMALL_LEVELS = [16], WARM_LEVELS = [256];
const SMALL_ARCS = 10_000;
/** By supply: from there on a short list pays. */
const LISTED_ARCS = 32;
/** Below that the caches hold enough of it: the new order costs what it gains. */
const ORDERED_ARCS = 1_500_000;
/** Pivots and bids between two looks at the gap, or at whether somebody wants us to stop. */
const PIVOTS = 500, BIDS = 20_000;

/**
 * Solves connected pieces: auctions, then the simplex from where they ended. An auction at a fraction of the largest weight is near the
 * optimum in time linear in its bids, but halving its epsilon doubles the bids; the simplex is slow from far away and quick to finish.
 * Keeps its memory from one piece to the next.
 */
export class PieceSolver {
  private readonly simplex = new Simplex();
  private readonly auction = new Auction();
  private readonly answer = new Auction();
  private readonly turned = new Turned();
  private readonly list = new ShortList();
  /** What is looked at: the piece, or the list. */
  private graph: Graph;
  private order: Order | null = null;
  private piece: Piece;
  private slack = 0;

  /** Pieces with fewer arcs than `orderedFrom` keep their order; with fewer by supply than `listedFrom` all arcs are looked at. */
  constructor(private readonly orderedFrom = ORDERED_ARCS, private readonly listedFrom = LISTED_ARCS) {}

  /** Yields now and then. The piece may be put into another order, in place; `eachFlow` and `eachPrice` speak of the one before. */
  *steps(piece: Piece, options: PartOptions): Generator<void, SolveStats> {
    const stats = emptyStats();
    stats.parts = 1;
    this.piece = piece;
    const from = options.warm?.flow ? this.goOn(piece, options.warm.flow, options.warm.price) : yield* this.begin(piece, options.warm?.price, stats);
    for (const wide of [false, true]) {
      try {
        yield* this.improve(piece, options, from, wide);
        break;
      } catch (err) {
        if (!(err instanceof TooWide) || wide) throw err;
        stats.wide = 1;
        this.simplex.addTo(stats);
      }
    }
    this.simplex.addTo(stats);
    return stats;
  }

  private goOn(piece: Piece, flow: Float64Array, price: Float64Array): Start {
    this.order = null;
    this.graph = piece;
    this.turned.turn(piece);
    return new PlanStart(piece, flow, price);
  }

  private *begin(piece: Piece, price: Float64Array | undefined, stats: SolveStats): Generator<void, Start> {
    const order = piece.start[piece.rows]! < this.orderedFrom ? null : new Order(piece);
    this.order = order;
    order?.apply(piece, this.turned);
    return yield* this.bid(piece, price && order ? Float64Array.from(order.colOf, (j) => price[j]!) : price, stats);
  }

  /** From here on, a dense piece is looked at by its list. */
  private shorten(piece: Piece, heaviest: number): void {
    const { auction: { price, holders }, list, turned } = this, dense = piece.start[piece.rows]! >= this.listedFrom * piece.rows;
    this.graph = dense ? list : piece;
    this.slack = heaviest >> 2;
    if (dense) list.fill(piece, holders.earns, price, 0, this.slack);
    turned.turn(this.graph);
  }

  /** Every flow of a row, by the place of its arc in the row. */
  eachFlow(row: number, take: (place: number, amount: number) => void): void {
    const { piece, order } = this, r = order === null ? row : order.rowTo[row]!;
    this.simplex.eachFlow(r, (j, amount) => take(placeOf(piece, r, j), amount));
  }

  eachPrice(take: (col: number, price: number) => void): void {
    const { order, turned: { rows: cols } } = this;
    for (let j = 0; j < cols; j++) take(order ? order.colOf[j]! : j, this.simplex.price(j));
  }

  private *bid(piece: Piece, warm: Float64Array | undefined, stats: SolveStats): Generator<void, Start> {
    const { auction, answer } = this, { arcs, rows, start } = piece;
    let heaviest = 0;
    for (let a = 1, end = 2 * start[rows]!; a < end; a += 2) if (arcs[a]! > heaviest) heaviest = arcs[a]!;
    const levels = warm !== undefined ? WARM_LEVELS : start[rows]! < SMALL_ARCS ? SMALL_LEVELS : LEVELS;
    let epsilon = 0;
    for (const level of levels) {
      const next = Math.max(1, Math.floor(heaviest / level));
      if (epsilon === 0) auction.begin(piece, next, warm);
      else auction.again(next);
      epsilon = next;
      while (!auction.advance(BIDS)) yield;
      stats.bids += auction.bids;
      yield;
    }
    this.shorten(piece, heaviest);
    if (levels === SMALL_LEVELS) return new AuctionStart(auction, false); // every price began at 0
    answer.answer(auction, this.turned, epsilon);
    while (!answer.advance(BIDS)) yield;
    stats.bids += answer.bids;
    return new AuctionStart(answer, true);
  }

  private *improve(piece: Piece, { gap }: PartOptions, from: Start, wide: boolean): Generator<void, void> {
    const { simplex, turned, list } = this;
    if (wide && this.graph === list) {
      this.graph = piece;
      turned.turn(piece);
    }
    simplex.begin(this.graph, turned, from, wide);
    for (;;) {
      if (gap > 0 && simplex.gap(piece) <= gap) return;
      if (!simplex.advance(PIVOTS)) yield;
      else if (this.graph === piece || !simplex.pricing.relist(piece, list, turned, this.slack >> 3)) return;
    }
  }
}
