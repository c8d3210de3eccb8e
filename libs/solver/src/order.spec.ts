import { dice, smallProblem } from '../../../test/factories/problems.js';
import { Loops } from './loops.js';
import { arraysOf, pieceOf, type PieceArrays } from './piece.js';
import { PieceSolver } from './piece-solver.js';
import { Parts } from './parts.js';
import type { Problem } from './problem.js';
import { verify } from './verify.js';
import { solveNow } from './solve.js';

/** The parts of many small random problems. */
function* smallParts(seed: number, rounds: number): Generator<Problem> {
  const roll = dice(seed);
  for (let round = 0; round < rounds; round++) {
    const parts = new Parts(smallProblem(roll));
    for (let k = 0; k < parts.count; k++) yield parts.part(k);
  }
}

const loops = Loops.lend();

const arcsOf = ({ start, arcs }: PieceArrays, r: number): [number, number][] =>
  Array.from({ length: start[r + 1]! - start[r]! }, (_, k) => [
    arcs[2 * (start[r]! + k)]!,
    arcs[2 * (start[r]! + k) + 1]!,
  ]);

test('a piece in another order is the same piece', () => {
  for (const part of smallParts(31, 300)) {
    const { call } = loops;
    call.reset();
    const one = pieceOf(loops, part),
      other = pieceOf(loops, part),
      { rows, cols } = one;
    call.open(rows, cols, other.supplyAt, other.demandAt, other.startAt, other.arcsAt, 0, 0);
    call.order();
    const before = arraysOf(loops, one),
      piece = arraysOf(loops, { ...other, arcsAt: call.arcsAt() }),
      rowOf = loops.words(call.rowOf.value, rows),
      colOf = loops.words(call.colOf.value, cols);
    expect([...rowOf].sort((a, b) => a - b)).toEqual([...before.supply.keys()]);
    for (let r = 0; r < rows; r++) {
      expect(piece.supply[r]).toBe(before.supply[rowOf[r]!]);
      expect(arcsOf(piece, r).map(([j, w]) => [colOf[j], w])).toEqual(arcsOf(before, rowOf[r]!));
    }
    expect([...colOf].sort((a, b) => a - b)).toEqual([...before.demand.keys()]);
    for (let j = 0; j < cols; j++) expect(piece.demand[j]).toBe(before.demand[colOf[j]!]);
  }
});

test('a piece that is put into another order has the same optimum, from scratch, from prices and from a plan', () => {
  const solver = new PieceSolver(loops, 0, 0);
  for (const part of smallParts(37, 300)) {
    const { objective, flow: known, price: prices } = solveNow(part);
    for (const warm of [
      undefined,
      { price: prices },
      { price: prices, flow: known },
      { price: prices, flow: new Float64Array(known.length) },
    ]) {
      loops.call.reset();
      const work = solver.steps(pieceOf(loops, part), { gap: 0, ...(warm && { warm }) }),
        flow = new Float64Array(known.length),
        price = new Float64Array(prices.length);
      while (!work.next().done);
      solver.countFlows();
      solver.eachFlow((row, place, amount) => (flow[part.start[row]! + place] = amount));
      solver.eachPrice(prices.length, (j, p) => (price[j] = p));
      expect(verify(part, { flow, price })).toEqual({ objective, upperBound: objective, gap: 0 });
    }
  }
});
