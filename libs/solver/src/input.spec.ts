import { problemOf } from '../../../test/factories/problems.js';
import { PlanError, SolverInputError } from './errors.js';
import { checkRoom } from './piece.js';
import { solve, solveNow } from './solve.js';
import { verify } from './verify.js';

const fine = problemOf(
  [5, 5],
  [5, 5],
  [
    [
      { col: 0, weight: 1 },
      { col: 1, weight: 2 },
    ],
    [{ col: 1, weight: 3 }],
  ],
);
const segment = (demand: number[], amount: number[], bonus: number[]) => ({
  demand: Int32Array.from(demand),
  amount: Float64Array.from(amount),
  bonus: Int32Array.from(bonus),
});

test.each([
  ['a broken amount', { ...fine, supply: Float64Array.of(5, 0.5) }, 'supply 1: 0.5'],
  ['an amount that is no number', { ...fine, demand: Float64Array.of(5, NaN) }, 'demand 1: NaN'],
  ['an amount below 0', { ...fine, demand: Float64Array.of(-1, 5) }, 'demand 0: -1'],
  ['an amount above 10^13', { ...fine, supply: Float64Array.of(1e13 + 1, 5) }, 'supply 0'],
  ['a weight above the most', { ...fine, weight: Int32Array.of(1, 2, 2 ** 28 + 1) }, 'arc 2: weight 268435457'],
  ['a weight below 0', { ...fine, weight: Int32Array.of(1, -2, 3) }, 'arc 1: weight -2'],
  ['demands out of order', { ...fine, col: Int32Array.of(1, 0, 1) }, 'arc 1 of supply 0'],
  ['the same demand twice', { ...fine, col: Int32Array.of(1, 1, 1) }, 'arc 1 of supply 0'],
  ['a demand that is not there', { ...fine, col: Int32Array.of(0, 2, 1) }, 'arc 1 of supply 0'],
  ['a start that falls', { ...fine, start: Int32Array.of(0, 4, 3) }, 'start falls'],
  ['a start that ends early', { ...fine, start: Int32Array.of(0, 2, 2) }, 'start must run'],
  ['a start of another length', { ...fine, start: Int32Array.of(0, 3) }, 'start has 2 entries'],
  ['weights of another length', { ...fine, weight: Int32Array.of(1) }, 'weight has 1 entries'],
  ['minima of another length', { ...fine, minimum: Float64Array.of(1) }, 'minimum has 1 entries'],
  ['a rising bonus', { ...fine, segments: segment([0, 0], [1, 1], [1, 2]) }, 'rises'],
  ['rows of a demand apart', { ...fine, segments: segment([0, 1, 0], [1, 1, 1], [2, 1, 1]) }, 'stand together'],
  ['a segment of no demand', { ...fine, segments: segment([2], [1], [2]) }, 'no demand 2'],
])('%s is refused, with its place', async (_, problem, words) => {
  expect(() => solveNow(problem)).toThrow(SolverInputError);
  expect(() => solveNow(problem)).toThrow(words);
  await expect(solve(problem)).rejects.toThrow(words);
});

test('what the memory cannot hold is refused before it is copied', () => {
  checkRoom(20_000_000, 2_000_000);
  expect(() => checkRoom(180_000_000, 2_000_000)).toThrow(SolverInputError);
  expect(() => checkRoom(0, 14_000_000)).toThrow('14000000 supplies and demands are more than 4 GiB hold');
});

test('options are checked too', () => {
  expect(() => solveNow(fine, { mode: 'gap', gap: 1 })).toThrow(SolverInputError);
  expect(() => solveNow(fine, { warm: { price: Float64Array.of(1) } })).toThrow(SolverInputError);
  expect(() => solveNow(fine, { warm: { price: Float64Array.of(1, NaN) } })).toThrow(SolverInputError);
  expect(() => solveNow(fine, { warm: { price: Float64Array.of(1, 1), flow: Float64Array.of(1, 5, 5) } })).toThrow(
    SolverInputError,
  );
  expect(() => solveNow(fine, { warm: { price: Float64Array.of(1, 1), flow: Float64Array.of(1) } })).toThrow(
    '1 flows for 3 arcs',
  );
});

test.each([
  ['a supply that is exceeded', [4, 2, 0], [0, 0], 'supply 0: 6 of 5'],
  ['a demand that is exceeded', [0, 3, 3], [0, 0], 'demand 1: 6 of 5'],
  ['half a unit', [0.5, 0, 0], [0, 0], 'no whole flow'],
  ['a flow that runs back', [-1, 0, 0], [0, 0], 'no whole flow'],
  ['half a price', [0, 0, 0], [0.5, 0], 'no whole price'],
])('the verifier finds %s', (_, flow, price, words) => {
  const check = (): unknown => verify(fine, { flow: Float64Array.from(flow), price: Float64Array.from(price) });
  expect(check).toThrow(PlanError);
  expect(check).toThrow(words);
});

test('the verifier proves a bound from any prices, and finds a flow below its minimum', () => {
  expect(verify(fine, { flow: Float64Array.of(5, 0, 5), price: Float64Array.of(0, 2) })).toEqual({
    objective: 20n,
    upperBound: 20n,
    gap: 0,
  });
  expect(verify(fine, { flow: Float64Array.of(0, 0, 0), price: Float64Array.of(0, 0) })).toEqual({
    objective: 0n,
    upperBound: 25n,
    gap: 1,
  });
  expect(() =>
    verify(
      { ...fine, minimum: Float64Array.of(3, 1, 1) },
      { flow: Float64Array.of(2, 0, 0), price: Float64Array.of(0, 0) },
    ),
  ).toThrow('below its minimum');
});
