import type { Loops } from './loops.js';
import type { Piece } from './piece.js';
import { emptyStats, type SolveStats, type Warm } from './problem.js';
import type { SearchPoint } from './search.js';

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
const LEVELS = [4, 16, 64],
  SMALL_LEVELS = [16],
  WARM_LEVELS = [256];
const SMALL_ARCS = 10_000;
/** By supply: from there on a short list pays. */
const LISTED_ARCS = 32;
/** Below that the caches hold enough of it: the new order costs what it gains. */
const ORDERED_ARCS = 1_500_000;
/** Pivots and bids between two looks at the gap, or at whether the signal says to stop. */
const PIVOTS = 500,
  BIDS = 20_000;
/** A trace of an exact search looks again after so many times the pivots: each look reads every arc. */
const LOOKS_GROW = 1.3;
/** Above every price there is. */
const MOST = 2 ** 29 + 1;

/**
 * Solves connected pieces: auctions, then the simplex from where they ended. An auction at a fraction of the largest weight is near the
 * optimum in time linear in its bids, but halving its epsilon doubles the bids; the simplex is slow from far away and quick to finish.
 */
export class PieceSolver {
  private ordered = false;
  private bottom = 0;
  private rows = 0;
  private flowCount = 0;
  /** Of the last piece; what is found only rises in it, and what is proved only falls. */
  search: SearchPoint[] = [];
  private traced = false;

  /** Pieces with fewer arcs than `orderedFrom` keep their order; with fewer by supply than `listedFrom` all arcs are looked at. */
  constructor(
    private readonly loops: Loops,
    private readonly orderedFrom = ORDERED_ARCS,
    private readonly listedFrom = LISTED_ARCS,
  ) {}

  /**
   * Yields now and then. The piece may be put into another order, in place; `eachFlow` and `eachPrice` speak of the one before. They are to be asked
   * before `close`, which comes before the next piece.
   */
  *steps(piece: Piece, { gap, warm, trace = false }: PartOptions): Generator<void, SolveStats> {
    const { call } = this.loops,
      stats = emptyStats(),
      { rows, cols, arcs } = piece,
      dense = arcs >= this.listedFrom * rows;
    stats.parts = 1;
    this.search = [];
    this.traced = trace;
    this.bottom = call.mark();
    this.rows = rows;
    this.ordered = warm?.flow === undefined && arcs >= this.orderedFrom;
    call.open(
      rows,
      cols,
      piece.supplyAt,
      piece.demandAt,
      piece.startAt,
      piece.arcsAt,
      Number(warm?.flow === undefined),
      Number(dense),
    );
    if (this.ordered) call.order();
    const slack = warm?.flow
      ? this.goOn(piece, warm.flow, warm.price)
      : yield* this.begin(piece, warm?.price, dense, stats);
    call.beginSimplex();
    for (let next = 0; ;) {
      if (gap > 0 || (trace && call.pivots.value >= next)) {
        const { objective, bound } = this.noteSimplex(stats.bids);
        next = LOOKS_GROW * call.pivots.value;
        if (gap > 0 && bound - objective <= gap * bound) break;
      }
      if (!call.advanceSimplex(PIVOTS)) yield;
      else if (!call.relist(slack >> 3)) break;
    }
    for (const name of ['pivots', 'degenerate', 'moved', 'scanned', 'cycles', 'wide'] as const)
      stats[name] = call[name].value;
    if (trace) this.noteSimplex(stats.bids);
    return stats;
  }

  close(): void {
    this.loops.call.rewind(this.bottom);
  }

  /** Reads the plan out for `eachFlow`. Returns how many flows there are. */
  countFlows(): number {
    return (this.flowCount = this.loops.call.readPlan());
  }

  /** Every flow that was counted: its row, the place of its arc in the row, and what it carries. Nothing is copied: where a plan is read, memory is at its fullest. */
  eachFlow(take: (row: number, place: number, amount: number, n: number) => void): void {
    const { loops, flowCount: count } = this,
      rowOf = this.numbersOf('rowOf', this.rows),
      at = loops.call.flows.value,
      words = loops.words(at, 4 * count),
      amounts = loops.doubles(at, 2 * count);
    for (let k = 0; k < count; k++)
      take(rowOf === null ? words[4 * k]! : rowOf[words[4 * k]!]!, words[4 * k + 1]!, amounts[2 * k + 1]!, k);
  }

  eachPrice(cols: number, take: (col: number, price: number) => void): void {
    const { loops } = this,
      prices = loops.doubles(loops.call.readPrices(), cols),
      colOf = this.numbersOf('colOf', cols);
    for (let j = 0; j < cols; j++) take(colOf === null ? j : colOf[j]!, prices[j]!);
  }

  /** The numbers that rows or columns had before they were put in order. */
  private numbersOf(what: 'rowOf' | 'colOf', count: number): Int32Array | null {
    return this.ordered ? this.loops.words(this.loops.call[what].value, count) : null;
  }

  private goOn(piece: Piece, flow: Float64Array, price: Float64Array): number {
    const {
      loops,
      loops: { call },
    } = this;
    let count = 0;
    for (let e = 0; e < piece.arcs; e++) if (flow[e]! > 0) count++;
    const at = call.reservePlan(count),
      words = loops.words(at, 4 * count),
      amounts = loops.doubles(at, 2 * count);
    loops.words(call.startPrice.value, piece.cols).set(price.map(asPrice));
    for (let e = 0, k = 0; k < count; e++) {
      if (flow[e] === 0) continue;
      words[4 * k] = e;
      amounts[2 * k++ + 1] = flow[e]!;
    }
    call.startFromPlan();
    call.turnAll();
    return 0;
  }

  /** Answers how much a pair may lack that stays on the list. */
  private *begin(
    piece: Piece,
    warm: Float64Array | undefined,
    dense: boolean,
    stats: SolveStats,
  ): Generator<void, number> {
    const {
        loops,
        loops: { call },
      } = this,
      { arcs, cols } = piece;
    const heaviest = call.heaviest(),
      levels = warm !== undefined ? WARM_LEVELS : arcs < SMALL_ARCS ? SMALL_LEVELS : LEVELS;
    if (warm !== undefined) {
      const numberOf = this.numbersOf('colOf', cols);
      loops.words(call.pricesToBeginWith(), cols).set(warm.map((_, j) => asPrice(warm[numberOf?.[j] ?? j]!)));
    }
    if (this.traced)
      this.note(
        0,
        0,
        heaviest * Math.min(sum(loops.doubles(piece.supplyAt, piece.rows)), sum(loops.doubles(piece.demandAt, cols))),
      );
    let epsilon = 0;
    for (const level of levels) {
      const next = Math.max(1, Math.floor(heaviest / level));
      if (epsilon === 0) call.beginAuction(next, Number(warm !== undefined));
      else call.bidAgain(next);
      epsilon = next;
      while (!call.advanceAuction(BIDS)) yield;
      stats.bids += call.bidsOfAuction();
      call.startFromAuction();
      if (this.traced) this.look(stats.bids);
      yield;
    }
    if (dense) call.shorten(heaviest >> 2);
    else call.turnAll();
    if (levels !== SMALL_LEVELS) {
      // There every price began at 0.
      call.beginAnswer(epsilon);
      while (!call.advanceAnswer(BIDS)) yield;
      stats.bids += call.bidsOfAnswer();
      call.startFromAnswer();
    }
    return heaviest >> 2;
  }

  /** What an auction has come to: what is held, and what its prices prove. */
  private look(work: number): void {
    const { call } = this.loops;
    call.weighStart();
    this.note(work, call.startObjective.value, call.startBound.value);
  }

  private noteSimplex(bids: number): { readonly objective: number; readonly bound: number } {
    const { call } = this.loops;
    call.weigh();
    const objective = call.objective.value,
      bound = call.proved.value;
    if (this.traced) this.note(bids + call.pivots.value, objective, bound);
    return { objective, bound };
  }

  private note(work: number, objective: number, bound: number): void {
    const last = this.search.at(-1);
    this.search.push({
      work: Math.max(work, last?.work ?? 0),
      objective: Math.max(objective, last?.objective ?? 0),
      bound: Math.min(bound, last?.bound ?? Infinity),
    });
  }
}

const asPrice = (price: number): number => Math.min(MOST, Math.max(0, price));

function sum(amounts: Float64Array): number {
  let all = 0;
  for (let k = 0; k < amounts.length; k++) all += amounts[k]!;
  return all;
}
