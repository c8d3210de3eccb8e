import { loadHighs } from '../../../test/factories/highs.js';
import { dice, linearProgram, smallProblem, someSegments } from '../../../test/factories/problems.js';
import { solveNow } from './solve.js';

const TOGETHER = 50;
/** The whole 20,000 take minutes in HiGHS: npm run doors. */
const ROUNDS = 30;

/** Our objectives can only be too low: the verifier proved each a plan. So where the sums are equal, each is an optimum. */
test(`${ROUNDS * TOGETHER} small random problems are worth what HiGHS says, and their prices prove it`, async () => {
  const highs = await loadHighs();
  const roll = dice(11);
  for (let round = 0; round < ROUNDS; round++) {
    const problems = Array.from({ length: TOGETHER }, () => smallProblem(roll)).map((problem) => (round % 3 === 0 ? { ...problem, segments: someSegments(problem, roll) } : problem));
    const plans = problems.map((problem) => solveNow(problem));
    expect(plans.filter((plan) => plan.gap !== 0)).toEqual([]);
    const answer = highs.solve(linearProgram(problems));
    expect(answer.Status).toBe('Optimal');
    const ours = plans.reduce((sum, plan) => sum + plan.objective, 0n);
    expect(Math.abs(answer.ObjectiveValue - Number(ours))).toBeLessThan(0.5);
  }
});
