import { dice, smallProblem } from '../../../test/factories/problems.js';
import { Loops } from './loops.js';
import { arraysOf, pieceOf, type PieceArrays } from './piece.js';
import { PieceSolver } from './piece-solver.js';
import { Order } from './order.js';
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

const arcsOf = ({ start, arcs }: PieceArrays, r: number): [number, number][] => Array.from({ length: start[r + 1]! - start[r]! }, (_, k) => [arcs[2 * (start[r]! + k)]!, arcs[2 * (start[r]! + k) + 1]!]);

test('a piece in another order is the same piece', () => {
  for (const part of smallParts(31, 300)) {
    loops.call.reset();
    const one = pieceOf(loops, part), other = pieceOf(loops, part), before = arraysOf(loops, one), piece = arraysOf(loops, other), order = new Order(piece);
    order.apply(piece, new Int32Array(piece.arcs.length));
    expect([...order.rowOf].sort((a, b) => a - b)).toEqual([...before.supply.keys()]);
    for (let r = 0; r < before.rows; r++) {
      const i = order.rowOf[r]!;
      expect(order.rowTo[i]).toBe(r);
      expect(piece.supply[r]).toBe(before.supply[i]);
      expect(arcsOf(piece, r)).toEqual(arcsOf(before, i).map(([j, w]) => [order.colTo[j]!, w]));
    }
    for (let j = 0; j < before.cols; j++) expect([order.colOf[order.colTo[j]!], piece.demand[order.colTo[j]!]]).toEqual([j, before.demand[j]]);
  }
});

test('a piece that is put into another order has the same optimum, from scratch, from prices and from a plan', () => {
  const solver = new PieceSolver(loops, 0, 0);
  for (const part of smallParts(37, 300)) {
    const { objective, flow: known, price: prices } = solveNow(part);
    for (const warm of [undefined, { price: prices }, { price: prices, flow: known }, { price: prices, flow: new Float64Array(known.length) }]) {
      loops.call.reset();
      const work = solver.steps(pieceOf(loops, part), { gap: 0, ...(warm && { warm }) }), flow = new Float64Array(known.length), price = new Float64Array(prices.length);
      while (!work.next().done);
      solver.eachFlow((i, place, amount) => (flow[part.start[i]! + place] = amount));
      solver.eachPrice(prices.length, (j, p) => (price[j] = p));
      expect(verify(part, { flow, price })).toEqual({ objective, upperBound: objective, gap: 0 });
    }
  }
});
