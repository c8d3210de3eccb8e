import type { Loops } from './loops.js';
import { SolverInputError } from './errors.js';
import type { Problem } from './problem.js';

/** Bytes that the loops can address. A pair takes 24 of them at most (by row, by column, on a list), a supply or demand so many. */
const ADDRESSED = 2 ** 32,
  NODE = 320;

/**
 * A problem without empty nodes, minima and segments, in the memory of the loops, where these addresses are. Supplies are rows, demands are columns.
 * Amounts are doubles; arc e is two words, its column and its weight: they are read together.
 */
export interface Piece {
  readonly rows: number;
  readonly cols: number;
  readonly arcs: number;
  readonly supplyAt: number;
  readonly demandAt: number;
  readonly startAt: number;
  readonly arcsAt: number;
}

/** The same as arrays, until the memory grows. */
export interface PieceArrays {
  readonly rows: number;
  readonly cols: number;
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  readonly start: Int32Array;
  readonly arcs: Int32Array;
}

export function arraysOf(loops: Loops, { rows, cols, arcs, supplyAt, demandAt, startAt, arcsAt }: Piece): PieceArrays {
  return {
    rows,
    cols,
    supply: loops.doubles(supplyAt, rows),
    demand: loops.doubles(demandAt, cols),
    start: loops.words(startAt, rows + 1),
    arcs: loops.words(arcsAt, 2 * arcs),
  };
}

/** Throws SolverInputError when so many do not fit into the memory of the loops. */
export function checkRoom(pairs: number, nodes: number): void {
  if (24 * pairs + NODE * nodes > ADDRESSED)
    throw new SolverInputError(`${pairs} pairs between ${nodes} supplies and demands are more than 4 GiB hold`);
}

/** A problem that is one piece, copied into that memory. */
export function pieceOf(loops: Loops, { supply, demand, start, col, weight }: Problem): Piece {
  const { call } = loops,
    rows = supply.length,
    cols = demand.length,
    arcs = col.length;
  const piece = {
    rows,
    cols,
    arcs,
    supplyAt: call.take(8 * rows),
    demandAt: call.take(8 * cols),
    startAt: call.take(4 * (rows + 1)),
    arcsAt: call.take(8 * arcs),
  };
  const to = arraysOf(loops, piece);
  to.supply.set(supply);
  to.demand.set(demand);
  to.start.set(start);
  for (let e = 0; e < arcs; e++) {
    to.arcs[2 * e] = col[e]!;
    to.arcs[2 * e + 1] = weight[e]!;
  }
  return piece;
}
