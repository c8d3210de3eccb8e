import { dice, smallProblem } from '../../../test/factories/problems.js';
import { solveNow } from './solve.js';
import { wholeSteps } from './steps.js';
import { verify } from './verify.js';

/** A random problem with steps and minima that both keep. */
function inBoxes(roll: (n: number) => number) {
  const free = smallProblem(roll),
    step = Float64Array.from(free.supply, () => [1, 1, 3, 4, 10][roll(5)]!),
    minimum = new Float64Array(free.col.length);
  for (let i = 0; i < free.supply.length; i++) {
    for (let e = free.start[i]!; e < free.start[i + 1]!; e++)
      minimum[e] = Math.min(Math.max(1, free.supply[i]!), step[i]! * (1 + roll(2)));
  }
  return { problem: { ...free, minimum }, step };
}

test('random plans are made whole: every amount a multiple or all of its supply, nothing above what there is, minima kept, the bound as it was', () => {
  const roll = dice(41);
  let [changed, moved] = [0, 0];
  for (let round = 0; round < 2_000; round++) {
    const { problem, step } = inBoxes(roll),
      plan = solveNow(problem),
      whole = wholeSteps(problem, step, plan);
    const verdict = verify(problem, { flow: whole.flow, price: plan.price }, step); // limits, minima and multiples, by the checker
    expect(whole.objective).toBe(verdict.objective);
    expect([whole.upperBound, whole.flowGap, whole.price]).toEqual([plan.upperBound, plan.flowGap, plan.price]);
    expect(whole.objective <= whole.upperBound).toBe(true);
    expect(whole.gap).toBe(
      whole.upperBound === 0n
        ? 0
        : Number(((whole.upperBound - whole.objective) * 10n ** 15n) / whole.upperBound) / 1e15,
    );
    const left = problem.supply.slice(),
      room = problem.demand.slice();
    for (let i = 0; i < left.length; i++)
      for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
        left[i]! -= whole.flow[e]!;
        room[problem.col[e]!]! -= whole.flow[e]!;
      }
    // Once anything was rounded, no whole step is left that could still be given.
    if (whole !== plan)
      for (let i = 0; i < left.length; i++)
        for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
          const more = Math.floor(Math.min(left[i]!, room[problem.col[e]!]!) / step[i]!) * step[i]!;
          if (more > 0)
            expect(whole.flow[e]! + more < problem.minimum[e]! || whole.flow[e]! % step[i]! !== 0).toBe(true);
        }
    if (whole !== plan) changed += 1;
    if (whole.flow.some((amount, e) => amount > plan.flow[e]!)) moved += 1;
  }
  expect(changed).toBeGreaterThan(200);
  expect(moved).toBeGreaterThan(50);
});

test('a plan that is whole stays the very same', () => {
  const roll = dice(5);
  for (let round = 0; round < 200; round++) {
    const problem = smallProblem(roll),
      plan = solveNow(problem);
    expect(
      wholeSteps(
        problem,
        problem.supply.map(() => 1),
        plan,
      ),
    ).toBe(plan);
  }
});

test('the checker knows what is no multiple', () => {
  const problem = {
    supply: Float64Array.of(25),
    demand: Float64Array.of(20, 30),
    start: Int32Array.of(0, 2),
    col: Int32Array.of(0, 1),
    weight: Int32Array.of(3, 2),
  };
  const check = (flow: readonly number[]): unknown =>
    verify(problem, { flow: Float64Array.from(flow), price: Float64Array.of(3, 3) }, Float64Array.of(10));
  expect(check([10, 10])).toMatchObject({ objective: 50n });
  expect(check([0, 25])).toMatchObject({ objective: 50n }); // all of it
  expect(() => check([20, 5])).toThrow('arc 1: 5 is no multiple of 10, and not all of supply 0');
});
