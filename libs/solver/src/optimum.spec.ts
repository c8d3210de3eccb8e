import { loadHighs } from '../../../test/factories/highs.js';
import { dice, linearProgram, smallProblem, someSegments } from '../../../test/factories/problems.js';
import type { Problem } from './problem.js';
import { solveNow } from './solve.js';

const TOGETHER = 50;
/** The whole 20,000 take minutes in HiGHS: npm run doors. */
const ROUNDS = 30;

/** Our objectives can only be too low: the verifier proved each a plan. So where the sums are equal, each is an optimum. */
test(`${ROUNDS * TOGETHER} small random problems are worth what HiGHS says, and their prices prove it`, async () => {
  const highs = await loadHighs();
  const roll = dice(11);
  for (let round = 0; round < ROUNDS; round++) {
    const problems = Array.from({ length: TOGETHER }, () => smallProblem(roll)).map((problem) =>
      round % 3 === 0 ? { ...problem, segments: someSegments(problem, roll) } : problem,
    );
    const plans = problems.map((problem) => solveNow(problem));
    expect(plans.filter((plan) => plan.gap !== 0)).toEqual([]);
    const answer = highs.solve(linearProgram(problems));
    expect(answer.Status).toBe('Optimal');
    const ours = plans.reduce((sum, plan) => sum + plan.objective, 0n);
    expect(Math.abs(answer.ObjectiveValue - Number(ours))).toBeLessThan(0.5);
  }
});

test('with minima, plans of small random problems are together within a thousandth of what HiGHS says is the best', async () => {
  const highs = await loadHighs(),
    roll = dice(19);
  const sums = { ours: 0, best: 0 };
  for (let round = 0; round < 6; round++) {
    const problems = Array.from({ length: 20 }, (): Problem => {
      const free = smallProblem(roll),
        minimum = Float64Array.from(free.col, () => 1 + roll(30)),
        lots = { ...free, minimum };
      return round % 2 === 0 ? lots : { ...lots, segments: someSegments(free, roll) };
    });
    const answer = highs.solve(linearProgram(problems), { mip_rel_gap: 0, mip_abs_gap: 0 });
    expect(answer.Status).toBe('Optimal');
    const ours = problems.reduce((sum, problem) => sum + Number(solveNow(problem).objective), 0);
    expect(ours).toBeLessThanOrEqual(answer.ObjectiveValue * (1 + 1e-6) + 0.5); // it calls 0.999999 of a lot a lot
    sums.ours += ours;
    sums.best += answer.ObjectiveValue;
  }
  expect(sums.ours / sums.best).toBeGreaterThan(0.999);
});
