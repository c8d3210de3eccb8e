import { Auction } from './auction.js';
import { Turned, type Piece } from './piece.js';
import { emptyStats, type SolveStats } from './problem.js';
import { Simplex, TooWide } from './simplex.js';
import { Start } from './start.js';

/** What one part needs to know of the options. `gap` 0 is exact. */
export interface PartOptions {
  readonly gap: number;
  readonly warm?: Float64Array;
}

/** Pivots and bids between two looks at the gap, or at whether somebody wants us to stop. */
const PIVOTS = 2_000, BIDS = 50_000;

/**
 * Solves connected pieces: a coarse auction, then the simplex from where it ended. Keeps its memory from one piece to the next.
 */
export class PieceSolver {
  readonly simplex = new Simplex();
  private readonly auction = new Auction();
  private readonly answer = new Auction();
  private readonly turned = new Turned();

  /** Yields now and then; the plan is then in `simplex`. */
  *steps(piece: Piece, options: PartOptions): Generator<void, SolveStats> {
    const stats = emptyStats();
    stats.parts = 1;
    this.turned.turn(piece);
    const from = yield* this.bid(piece, options, stats);
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

  private *bid(piece: Piece, options: PartOptions, stats: SolveStats): Generator<void, Start> {
    const { auction, answer } = this, { weight, rows, start } = piece;
    let heaviest = 0;
    for (let e = 0, arcs = start[rows]!; e < arcs; e++) if (weight[e]! > heaviest) heaviest = weight[e]!;
    let given: ArrayLike<number> | undefined = options.warm, back = 0, turned = false;
    for (const divisor of DIVS()) {
      const epsilon = Math.max(1, Math.floor(heaviest / Math.abs(divisor)));
      turned = divisor < 0;
      if (turned) answer.answer(auction, this.turned, epsilon);
      else auction.begin(piece, epsilon, given, back);
      const now = turned ? answer : auction;
      while (!now.advance(BIDS)) yield;
      stats.bids += now.bids;
      given = auction.price;
      back = epsilon;
    }
    return new Start(turned ? answer : auction, turned);
  }

  private *improve(piece: Piece, { gap }: PartOptions, from: Start, wide: boolean): Generator<void, void> {
    const { simplex } = this;
    simplex.begin(piece, this.turned, from, wide);
    while ((gap === 0 || simplex.gap() > gap) && !simplex.advance(PIVOTS)) yield;
  }
}
const DIVS = (): number[] => (globalThis as unknown as { DIV?: number[] }).DIV ?? [16];
