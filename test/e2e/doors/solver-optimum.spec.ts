import { solveNow } from '#solver';
import { loadHighs } from '../../factories/highs.js';
import { dice, linearProgram, smallProblem, someSegments } from '../../factories/problems.js';

const TOGETHER = 50,
  ROUNDS = 400;

/** Our objectives can only be too low: the verifier proved each a plan. So where the sums are equal, each is an optimum. */
test(`${ROUNDS * TOGETHER} small random problems are worth what HiGHS says, and their prices prove it`, async () => {
  const highs = await loadHighs();
  const roll = dice(2026);
  for (let round = 0; round < ROUNDS; round++) {
    const problems = Array.from({ length: TOGETHER }, () => smallProblem(roll)).map((problem) =>
      round % 3 === 0 ? { ...problem, segments: someSegments(problem, roll) } : problem,
    );
    const plans = problems.map((problem) => solveNow(problem));
    expect(plans.filter((plan) => plan.gap !== 0)).toEqual([]);
    const answer = highs.solve(linearProgram(problems));
    expect(answer.Status).toBe('Optimal');
    expect(
      Math.abs(answer.ObjectiveValue - Number(plans.reduce((sum, plan) => sum + plan.objective, 0n))),
    ).toBeLessThan(0.5);
  }
}, 600_000);
