import { Auction } from './auction.js';
import { Order } from './order.js';
import { placeOf, Turned, type Graph, type Piece } from './piece.js';
import { emptyStats, type SolveStats, type Warm } from './problem.js';
import type { SearchPoint } from './search.js';
import { ShortList } from './short-list.js';
import { Simplex, TooWide } from './simplex.js';
import { AuctionStart, PlanStart, type Start } from './start.js';

/** What one part needs to know of the options. `gap` 0 is exact. */
export interface PartOptions {
  readonly gap: number;
  /** With a flow, the simplex goes on from there without auctions. */
  readonly warm?: Warm;
  /** Whether `search` is kept. */
  readonly trace?: boolean;
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
/** A trace of an exact search looks again after so many times the pivots: each look reads every arc. */
const LOOKS_GROW = 1.3;

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
  /** Of the last piece; what is found only rises in it, and what is proved only falls. */
  search: SearchPoint[] = [];
  private traced = false;

  /** Pieces with fewer arcs than `orderedFrom` keep their order; with fewer by supply than `listedFrom` all arcs are looked at. */
  constructor(private readonly orderedFrom = ORDERED_ARCS, private readonly listedFrom = LISTED_ARCS) {}

  /** Yields now and then. The piece may be put into another order, in place; `eachFlow` and `eachPrice` speak of the one before. */
  *steps(piece: Piece, options: PartOptions): Generator<void, SolveStats> {
    const stats = emptyStats();
    stats.parts = 1;
    this.piece = piece;
    this.search = [];
    this.traced = options.trace ?? false;
    const from = options.warm?.flow ? this.goOn(piece, options.warm.flow, options.warm.price) : yield* this.begin(piece, options.warm?.price, stats);
    for (const wide of [false, true]) {
      try {
        yield* this.improve(piece, options, from, wide, stats.bids);
        break;
      } catch (err) {
        if (!(err instanceof TooWide) || wide) throw err;
        stats.wide = 1;
        this.simplex.addTo(stats);
      }
    }
    this.simplex.addTo(stats);
    if (this.traced) this.noteSimplex(stats.bids);
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
    if (this.traced) this.note(0, 0, heaviest * Math.min(sum(piece.supply, rows), sum(piece.demand, piece.cols)));
    for (const level of levels) {
      const next = Math.max(1, Math.floor(heaviest / level));
      if (epsilon === 0) auction.begin(piece, next, warm);
      else auction.again(next);
      epsilon = next;
      while (!auction.advance(BIDS)) yield;
      stats.bids += auction.bids;
      if (this.traced) this.look(stats.bids, new AuctionStart(auction, false));
      yield;
    }
    this.shorten(piece, heaviest);
    if (levels === SMALL_LEVELS) return new AuctionStart(auction, false); // every price began at 0
    answer.answer(auction, this.turned, epsilon);
    while (!answer.advance(BIDS)) yield;
    stats.bids += answer.bids;
    return new AuctionStart(answer, true);
  }

  /** What an auction has come to: what is held, and what its prices prove. */
  private look(work: number, end: AuctionStart): void {
    const { rows, cols, supply, demand } = this.piece, { price, earns } = end;
    let objective = 0, bound = 0;
    end.eachHeld((_i, _j, weight, amount) => (objective += weight * amount));
    for (let i = 0; i < rows; i++) bound += earns[i]! * supply[i]!;
    for (let j = 0; j < cols; j++) bound += price[j]! * demand[j]!;
    this.note(work, objective, bound);
  }

  private noteSimplex(bids: number): ReturnType<Simplex['worth']> {
    const worth = this.simplex.worth(this.piece);
    if (this.traced) this.note(bids + this.simplex.pivots, worth.objective, worth.bound);
    return worth;
  }

  private note(work: number, objective: number, bound: number): void {
    const last = this.search.at(-1);
    this.search.push({ work: Math.max(work, last?.work ?? 0), objective: Math.max(objective, last?.objective ?? 0), bound: Math.min(bound, last?.bound ?? Infinity) });
  }

  private *improve(piece: Piece, { gap }: PartOptions, from: Start, wide: boolean, bids: number): Generator<void, void> {
    const { simplex, turned, list } = this;
    if (wide && this.graph === list) {
      this.graph = piece;
      turned.turn(piece);
    }
    simplex.begin(this.graph, turned, from, wide);
    for (let next = 0; ; ) {
      if (gap > 0 || (this.traced && simplex.pivots >= next)) {
        const { objective, bound } = this.noteSimplex(bids);
        next = LOOKS_GROW * simplex.pivots;
        if (gap > 0 && bound - objective <= gap * bound) return;
      }
      if (!simplex.advance(PIVOTS)) yield;
      else if (this.graph === piece || !simplex.pricing.relist(piece, list, turned, this.slack >> 3)) return;
    }
  }
}

function sum(amounts: Float64Array, count: number): number {
  let all = 0;
  for (let k = 0; k < count; k++) all += amounts[k]!;
  return all;
}
