import { loadHighs } from '../../../test/factories/highs.js';
import { dice, linearProgram, problemOf, smallProblem, type Row } from '../../../test/factories/problems.js';
import { BRANCHED_ARCS } from './branch.js';
import type { Problem } from './problem.js';
import { solveNow } from './solve.js';

/** Every third pair is a lot, about as large as half of what there is: what exchange alone cannot repair. */
function largeLots(rows: number, cols: number, seed: number): Problem {
  const roll = dice(seed),
    amounts = (n: number): number[] => Array.from({ length: n }, () => 100 + roll(900)),
    minimum: number[] = [];
  const [supply, demand] = [amounts(rows), amounts(cols)];
  const arcs = supply.map(() =>
    demand.flatMap((_, col): Row[] => {
      if (roll(10) < 3) return [];
      const weight = 400_000 + roll(600_000);
      minimum.push(roll(3) === 0 ? 50 + roll(600) : 1);
      return [{ col, weight }];
    }),
  );
  return problemOf(supply, demand, arcs, { minimum });
}

test.each([
  [12, 12],
  [20, 8],
  [40, 40],
])(
  '%d x %d with large lots: within the gap that was asked, and HiGHS finds nothing beyond what is proved',
  async (rows, cols) => {
    const highs = await loadHighs();
    for (const seed of [3, 4]) {
      const problem = largeLots(rows, cols, seed),
        plan = solveNow(problem, { mode: 'gap', gap: 0.001 });
      expect(plan.gap).toBeLessThanOrEqual(0.001);
      const best = highs.solve(linearProgram([problem]), { mip_rel_gap: 1e-4, mip_abs_gap: 0 }).ObjectiveValue;
      expect(Number(plan.objective)).toBeLessThanOrEqual(best * (1 + 1e-4));
      expect(Number(plan.upperBound)).toBeGreaterThanOrEqual(best * (1 - 1e-6)); // it calls 0.999999 of a lot a lot
    }
  },
  120_000,
);

test('small problems with minima are solved to the best plan there is, and that is proved', async () => {
  const highs = await loadHighs(),
    roll = dice(23);
  const problems = Array.from({ length: 60 }, (): Problem => {
    const free = smallProblem(roll);
    return { ...free, minimum: Float64Array.from(free.col, () => 1 + roll(30)) };
  });
  const plans = problems.map((problem) => solveNow(problem));
  expect(plans.filter(({ gap }) => gap !== 0)).toEqual([]);
  expect(plans.filter(({ excluded }) => excluded > 0n).length).toBeGreaterThan(10);
  const best = highs.solve(linearProgram(problems), { mip_rel_gap: 0, mip_abs_gap: 0 }).ObjectiveValue,
    ours = plans.reduce((sum, { objective }) => sum + Number(objective), 0);
  expect(Math.abs(ours - best)).toBeLessThanOrEqual(best * 1e-6 + 0.5);
});

test('the same input gives the same plan and the same proof', () => {
  const problem = largeLots(40, 40, 3),
    once = solveNow(problem, { mode: 'gap', gap: 0.001 });
  expect(once.excluded).toBeGreaterThan(0n);
  expect(solveNow(problem, { mode: 'gap', gap: 0.001 })).toEqual(once);
});

test('a search ends with the first plan inside the gap, long before its last lot is decided', () => {
  const plans = [3, 4].map((seed) => solveNow(largeLots(80, 80, seed), { mode: 'gap', gap: 0.0002 }));
  for (const { gap } of plans) expect(gap).toBeLessThanOrEqual(0.0002);
  expect(plans.reduce((sum, { stats }) => sum + stats.scanned, 0)).toBeLessThan(3_000_000); // to the last lot it is above 4 million
});

test('the effort has an end: what it did not prove stays in the gap', () => {
  const hard = largeLots(90, 90, 1),
    plan = solveNow(hard);
  expect(hard.col.length).toBeLessThan(BRANCHED_ARCS);
  expect(plan.gap).toBeGreaterThan(0);
  expect(plan.gap).toBeLessThan(0.01);
});

test('a large part is not searched: what lots cost stays in the gap', () => {
  const large = largeLots(300, 260, 1),
    plan = solveNow(large, { mode: 'gap', gap: 1e-6 });
  expect(large.col.length).toBeGreaterThan(BRANCHED_ARCS);
  expect([plan.excluded, plan.flowGap]).toEqual([0n, 0]);
  expect(plan.gap).toBeGreaterThan(1e-6);
});
