import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Solver from '#solver';
import { dice, problemOf } from '../../factories/problems.js';

let { solve, solveNow } = {} as typeof Solver;

beforeAll(async () => {
  // As it is installed: a thread needs the built file.
  ({ solve, solveNow } = (await import(
    pathToFileURL(join(process.cwd(), 'dist', 'libs', 'solver', 'src', 'index.js')).href
  )) as typeof Solver);
});

/** Parts of many sizes, some large enough to use threads for, with lots that are whole or nothing. */
function village(parts: number, seed: number): Solver.Problem {
  const roll = dice(seed),
    supply: number[] = [],
    demand: number[] = [],
    rows: { col: number; weight: number }[][] = [],
    minimum: number[] = [];
  for (let p = 0; p < parts; p++) {
    const first = demand.length,
      size = 1 + roll(60);
    for (let k = 0; k < size; k++) {
      demand.push(1 + roll(50));
      supply.push(1 + roll(50));
      rows.push(
        [...new Set(Array.from({ length: 5 }, () => first + roll(size)))]
          .sort((a, b) => a - b)
          .map((col) => ({ col, weight: 1 + roll(1_000_000) })),
      );
    }
  }
  for (const row of rows) minimum.push(...row.map(() => 1 + roll(6)));
  return problemOf(supply, demand, rows, { minimum });
}

test('the plan is the same whatever the number of threads', async () => {
  for (const seed of [1, 2]) {
    const { minimum: _, ...free } = village(40, seed),
      lots = village(40, seed);
    for (const problem of [free, lots]) {
      const alone = solveNow(problem, { trace: true });
      expect(alone.search.length).toBeGreaterThan(3);
      expect(await solve(problem, { trace: true })).toEqual(alone);
      const told: number[] = [];
      for (const threads of [2, 3])
        expect(await solve(problem, { threads, trace: true, progress: ({ parts }) => told.push(parts) })).toEqual(
          alone,
        );
      expect(told.length).toBeGreaterThanOrEqual(2 * alone.stats.parts);
    }
  }
});

test('an abort ends the threads with its reason, and the next solve has new ones', async () => {
  const problem = village(60, 3),
    reason = new Error('enough'),
    stop = new AbortController();
  const work = solve(problem, { threads: 2, signal: stop.signal, progress: () => stop.abort(reason) });
  await expect(work).rejects.toBe(reason);
  expect((await solve(problem, { threads: 2 })).objective).toBe(solveNow(problem).objective);
});
