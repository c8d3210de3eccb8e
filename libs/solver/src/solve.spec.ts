import { dice, problemOf, smallProblem, someSegments, type Row } from '../../../test/factories/problems.js';
import type { Problem } from './problem.js';
import { Parts } from './parts.js';
import { solve, solveNow } from './solve.js';
import { verify } from './verify.js';

const worth = (problem: Problem): bigint => {
  const plan = solveNow(problem);
  expect(plan.gap).toBe(0);
  return plan.objective;
};

const rowsOf = ({ supply, start, col, weight }: Problem): Row[][] =>
  Array.from(supply, (_, i) =>
    Array.from({ length: start[i + 1]! - start[i]! }, (_row, k) => ({
      col: col[start[i]! + k]!,
      weight: weight[start[i]! + k]!,
    })),
  );

/** A random problem in one piece, of some size. */
function meadow(
  supplies: number,
  demands: number,
  degree: number,
  { seed = 1, amount = 100, weights = 1_000_000 } = {},
): Problem {
  const roll = dice(seed);
  const rows = Array.from({ length: supplies }, () =>
    [...new Set(Array.from({ length: degree }, () => roll(demands)))]
      .sort((a, b) => a - b)
      .map((col) => ({ col, weight: 1 + roll(weights) })),
  );
  const amounts = (n: number): number[] => Array.from({ length: n }, () => 1 + roll(amount));
  return problemOf(amounts(supplies), amounts(demands), rows);
}

test('3,000 small random problems are solved exactly, and the same when they are solved again', () => {
  const roll = dice(7);
  for (let round = 0; round < 3_000; round++) {
    const problem = smallProblem(roll),
      plan = solveNow(problem);
    expect(plan.gap).toBe(0);
    if (round % 50 === 0) expect(solveNow(problem)).toEqual(plan);
  }
});

test('what a problem is worth follows its scale, not its order, and only grows with more', () => {
  const roll = dice(3);
  for (let round = 0; round < 150; round++) {
    const problem = smallProblem(roll),
      base = worth(problem),
      rows = rowsOf(problem),
      supply = [...problem.supply],
      demand = [...problem.demand];
    expect(worth({ ...problem, weight: problem.weight.map((w) => w * 2) })).toBe(base * 2n);
    expect(
      worth({ ...problem, supply: problem.supply.map((x) => x * 7), demand: problem.demand.map((x) => x * 7) }),
    ).toBe(base * 7n);
    // Supplies in another order.
    expect(worth(problemOf([...supply].reverse(), demand, [...rows].reverse()))).toBe(base);
    // Demands in another order.
    const last = demand.length - 1,
      mirrored = rows.map((row) => row.map(({ col, weight }) => ({ col: last - col, weight })).reverse());
    expect(worth(problemOf(supply, [...demand].reverse(), mirrored))).toBe(base);
    // A supply in two pieces.
    const cut = roll(supply[0]! + 1);
    expect(worth(problemOf([cut, supply[0]! - cut, ...supply.slice(1)], demand, [rows[0]!, ...rows]))).toBe(base);
    // One more pair.
    const free = demand.findIndex((_, col) => !rows[0]!.some((arc) => arc.col === col));
    if (free >= 0)
      expect(
        worth(
          problemOf(supply, demand, [
            [...rows[0]!, { col: free, weight: roll(1000) }].sort((a, b) => a.col - b.col),
            ...rows.slice(1),
          ]),
        ),
      ).toBeGreaterThanOrEqual(base);
  }
});

const chain = (n: number): Problem =>
  problemOf(
    Array.from({ length: n }, () => 2),
    Array.from({ length: n + 1 }, (_, j) => (j === 0 || j === n ? 1 : 2)),
    Array.from({ length: n }, (_, i) => [
      { col: i, weight: 2_000_000 - (i % 2) },
      { col: i + 1, weight: 1_999_999 - (i % 3) },
    ]),
  );

test.each<[string, Problem]>([
  ['equal weights', meadow(300, 300, 8, { weights: 1 })],
  ['two weights', meadow(300, 300, 8, { weights: 2 })],
  ['units', meadow(400, 400, 6, { amount: 1 })],
  ['units with equal weights', meadow(400, 400, 6, { amount: 1, weights: 1 })],
  [
    'one huge supply',
    { ...meadow(200, 200, 6), supply: meadow(200, 200, 6).supply.map((x, i) => (i === 0 ? 1e13 : x)) },
  ],
  [
    'one supply that reaches all',
    problemOf(
      [1e13],
      Array.from({ length: 500 }, (_, j) => j + 1),
      [Array.from({ length: 500 }, (_, col) => ({ col, weight: col }))],
    ),
  ],
  [
    'one demand that all reach',
    problemOf(
      Array.from({ length: 500 }, (_, i) => i + 1),
      [1000],
      Array.from({ length: 500 }, (_, i) => [{ col: 0, weight: i }]),
    ),
  ],
  ['glut', { ...meadow(300, 300, 8), supply: meadow(300, 300, 8).supply.map((x) => x * 50) }],
  ['scarcity', { ...meadow(300, 300, 8), demand: meadow(300, 300, 8).demand.map((x) => x * 50) }],
  ['a deep chain', chain(3_000)],
  ['lonely nodes', problemOf([5, 5, 5], [5, 5, 5], [[], [{ col: 1, weight: 3 }], []])],
  [
    'amounts of 0',
    problemOf(
      [5, 0, 5],
      [0, 4, 0],
      [
        [
          { col: 0, weight: 9 },
          { col: 1, weight: 3 },
        ],
        [{ col: 1, weight: 8 }],
        [
          { col: 0, weight: 9 },
          { col: 2, weight: 9 },
        ],
      ],
    ),
  ],
  ['no arcs', problemOf([5], [5], [[]])],
  ['nothing', problemOf([], [], [])],
  ['weights of 0', { ...meadow(50, 50, 5), weight: meadow(50, 50, 5).weight.fill(0) }],
  ['a piece large enough for every auction', meadow(3_000, 2_500, 14)],
  ['the same in units', meadow(3_000, 3_000, 14, { amount: 1 })],
])('%s: exact and proved', (_, problem) => {
  worth(problem);
});

test('amounts of 10^13 and totals beyond 2^53 stay exact', () => {
  const plan = solveNow(
    problemOf(
      [1e13, 1e13 - 1],
      [1e13, 1e13],
      [
        [
          { col: 0, weight: 2_000_000 },
          { col: 1, weight: 1_999_999 },
        ],
        [
          { col: 0, weight: 1_999_999 },
          { col: 1, weight: 1 },
        ],
      ],
    ),
  );
  // Crosswise, and the one unit that the second supply lacks comes straight from the first.
  expect(plan.objective).toBe((10n ** 13n - 1n) * 1_999_999n * 2n + 2_000_000n);
  expect(plan.upperBound).toBe(plan.objective);
  expect(plan.objective).toBeGreaterThan(2n ** 53n);
});

test('potentials that leave 32 bits get 64', () => {
  // Every other link of the chain is worth nothing, and the plan to begin with has only those: so potentials add up along it.
  const n = 2_000,
    most = 2 ** 28,
    ones = Array.from({ length: n }, () => 1),
    rows = ones.map((_, i) =>
      [
        { col: i, weight: most },
        { col: i + 1, weight: 0 },
      ].slice(0, i === n - 1 ? 1 : 2),
    );
  const problem = problemOf(ones, ones, rows),
    flow = new Float64Array(problem.col.length);
  for (let i = 0; i < n - 1; i++) flow[2 * i + 1] = 1;
  const plan = solveNow(problem, { warm: { price: new Float64Array(n), flow } });
  expect(plan.stats.wide).toBe(1);
  expect([plan.objective, plan.gap]).toEqual([BigInt(n) * BigInt(most), 0]);
});

test('a gap that is allowed ends sooner and is kept', () => {
  const problem = meadow(3_000, 2_500, 14),
    exact = solveNow(problem),
    near = solveNow(problem, { mode: 'gap', gap: 0.05 });
  expect(near.gap).toBeLessThanOrEqual(0.05);
  expect(near.stats.pivots).toBeLessThan(exact.stats.pivots);
  expect(near.objective).toBeLessThanOrEqual(exact.objective);
});

test("yesterday's prices are a nearer start to the same optimum", () => {
  const problem = meadow(3_000, 2_500, 14),
    { price } = solveNow(problem),
    roll = dice(5);
  const today = { ...problem, demand: problem.demand.map((x) => x + roll(2)) };
  const cold = solveNow(today),
    warm = solveNow(today, { warm: { price } });
  expect(warm.gap).toBe(0);
  expect(warm.objective).toBe(cold.objective);
  expect(warm.stats.bids).toBeLessThan(cold.stats.bids / 2);
  expect(solveNow(problem, { warm: { price: price.map(() => 1e12) } }).gap).toBe(0);
});

test('a plan of the same problem is where the work goes on, whatever it is worth', () => {
  const roll = dice(29),
    large = meadow(3_000, 2_500, 14),
    near = solveNow(large, { mode: 'gap', gap: 0.01 });
  const on = solveNow(large, { warm: near }),
    cold = solveNow(large);
  expect([on.objective, on.gap, on.stats.bids]).toEqual([cold.objective, 0, 0]);
  expect(on.stats.pivots).toBeLessThan(cold.stats.pivots);
  for (let round = 0; round < 300; round++) {
    const free = smallProblem(roll),
      problem = round % 2 === 0 ? free : { ...free, segments: someSegments(free, roll) };
    const nothing = { flow: new Float64Array(problem.col.length), price: problem.demand.map(() => roll(5)) };
    const lots = solveNow({
      ...problem,
      minimum: problem.weight.length > 0 ? Float64Array.from(problem.col, () => 1 + roll(9)) : new Float64Array(0),
    });
    for (const warm of [nothing, lots])
      expect(solveNow(problem, { warm })).toMatchObject({ objective: solveNow(problem).objective, gap: 0 });
  }
});

test('the first units of a need may be worth more', () => {
  const segments = { demand: Int32Array.of(0, 0), amount: Float64Array.of(2, 3), bonus: Int32Array.of(100, 10) };
  const plan = solveNow({
    ...problemOf(
      [10],
      [8, 8],
      [
        [
          { col: 0, weight: 50 },
          { col: 1, weight: 55 },
        ],
      ],
    ),
    segments,
  });
  expect([...plan.flow]).toEqual([5, 5]);
  expect(plan.objective).toBe(5n * 50n + 2n * 100n + 3n * 10n + 5n * 55n);
  expect(plan.gap).toBe(0);
});

test('minima are kept, and what they cost is inside the gap', () => {
  const roll = dice(13);
  for (let round = 0; round < 500; round++) {
    const free = smallProblem(roll),
      minimum = Float64Array.from(free.col, () => 1 + roll(40)),
      segments = someSegments(free, roll);
    const problem = round % 2 === 0 ? { ...free, minimum } : { ...free, minimum, segments };
    const plan = solveNow(problem);
    expect(plan.flowGap).toBe(0);
    expect(plan.gap).toBeGreaterThanOrEqual(0);
    for (let e = 0; e < minimum.length; e++) expect(plan.flow[e] === 0 || plan.flow[e]! >= minimum[e]!).toBe(true);
  }
  // 3 + 3 cannot both be had from 5 when each lot is whole: one is, and the other 2 go to whom any amount is welcome.
  const lots = solveNow(
    problemOf(
      [5],
      [3, 3, 9],
      [
        [
          { col: 0, weight: 10 },
          { col: 1, weight: 9 },
          { col: 2, weight: 1 },
        ],
      ],
      { minimum: [3, 3, 1] },
    ),
  );
  expect([...lots.flow]).toEqual([3, 0, 2]);
  expect(lots.stats.belowMinimum).toBe(1);
  expect([lots.objective, lots.upperBound, lots.excluded]).toEqual([32n, 32n, 16n]); // the prices prove 48, the search over the lots the rest
});

test('parts can be solved apart and joined', () => {
  const roll = dice(17);
  for (let round = 0; round < 200; round++) {
    const problem = smallProblem(roll),
      parts = new Parts(problem),
      plan = solveNow(problem),
      whole = { flow: new Float64Array(problem.col.length), price: plan.price.slice() };
    for (let k = 0; k < parts.count; k++) parts.place(k, solveNow(parts.part(k)), whole);
    expect(verify(problem, whole).objective).toBe(plan.objective);
    expect(whole.flow).toEqual(plan.flow);
  }
});

test('progress is told part by part, and an abort ends with its reason', async () => {
  const told: number[] = [],
    problem = problemOf([1, 1], [1, 1], [[{ col: 0, weight: 1 }], [{ col: 1, weight: 1 }]]);
  await solve(problem, { progress: ({ parts, of }) => told.push(parts / of) });
  expect(told).toEqual([0.5, 1]);
  const reason = new Error('enough');
  expect(() => solveNow(problem, { signal: AbortSignal.abort(reason) })).toThrow(reason);
  const stop = new AbortController(),
    work = solve(meadow(3_000, 2_500, 14), { signal: stop.signal });
  setImmediate(() => stop.abort(reason));
  await expect(work).rejects.toBe(reason);
});

test('a search that is traced finds the same plan; what is found rises, what is proved falls, until they meet', () => {
  for (const problem of [meadow(2_000, 1_500, 8), meadow(2_000, 1_500, 8, { seed: 2, amount: 1 })]) {
    const plan = solveNow(problem, { trace: true }),
      { search } = plan;
    expect({ ...plan, search: [] }).toEqual(solveNow(problem));
    expect(search.length).toBeGreaterThan(3);
    for (const [at, point] of search.entries()) {
      const before = search[at - 1];
      expect(point.objective).toBeLessThanOrEqual(Number(plan.objective));
      expect(point.bound).toBeGreaterThanOrEqual(Number(plan.upperBound));
      if (before)
        expect([point.work >= before.work, point.objective >= before.objective, point.bound <= before.bound]).toEqual([
          true,
          true,
          true,
        ]);
    }
    expect(search[0]).toMatchObject({ work: 0, objective: 0 });
    expect(search.at(-1)).toEqual({
      work: plan.stats.bids + plan.stats.pivots,
      objective: Number(plan.objective),
      bound: Number(plan.upperBound),
    });
    const loose = solveNow(problem, { trace: true, mode: 'gap', gap: 0.01 });
    expect(loose.search.at(-1)).toMatchObject({ objective: Number(loose.objective), bound: Number(loose.upperBound) });
  }
});
