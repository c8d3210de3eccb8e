import type { Plan, Problem } from './problem.js';
import { verify } from './verify.js';

/**
 * Makes a plan whole: of supply i every arc carries a multiple of step[i], or all of the supply. What is no multiple is rounded down; then what is free goes to the
 * heaviest arcs that can take it, in whole steps, equals in the order of arcs. Minima of such supplies are whole themselves, so that none is broken. The prices stay:
 * they bound every plan, so also the whole ones, and what the steps cost is inside the gap. A supply with the step 1 loses nothing and may be given what became free.
 * @throws PlanError when the verifier finds the outcome wrong
 */
export function wholeSteps(problem: Problem, step: Float64Array, plan: Plan): Plan {
  const rounded = roundedDown(problem, step, plan.flow),
    flow = rounded ?? plan.flow;
  if (rounded !== null) handOut(problem, step, rounded);
  const { objective } = verify(problem, { flow, price: plan.price }, step),
    { upperBound } = plan;
  if (rounded === null) return plan;
  return {
    ...plan,
    flow,
    objective,
    gap: upperBound === 0n ? 0 : Number(((upperBound - objective) * 10n ** 15n) / upperBound) / 1e15,
  };
}

/** The largest part that is no more than `amount`: a multiple of the step, or all that is left; 0 where there is none. */
export function wholePart(amount: number, left: number, step: number): number {
  if (amount >= left) return left;
  return step === 1 ? amount : amount - (amount % step);
}

/** null: all is whole. */
function roundedDown({ supply, start }: Problem, step: Float64Array, plan: Float64Array): Float64Array | null {
  let flow: Float64Array | null = null;
  for (let i = 0; i < supply.length; i++) {
    if (step[i] === 1) continue;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const amount = wholePart(plan[e]!, supply[i]!, step[i]!);
      if (amount < plan[e]!) (flow ??= plan.slice())[e] = amount;
    }
  }
  return flow;
}

function handOut(
  { supply, demand, start, col, weight, minimum }: Problem,
  step: Float64Array,
  flow: Float64Array,
): void {
  const left = supply.slice(),
    room = demand.slice(),
    rowOf = new Int32Array(col.length);
  for (let i = 0; i < supply.length; i++) {
    rowOf.fill(i, start[i], start[i + 1]);
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      left[i]! -= flow[e]!;
      room[col[e]!]! -= flow[e]!;
    }
  }
  const arcs: number[] = [];
  for (let e = 0; e < flow.length; e++) if (left[rowOf[e]!]! > 0 && room[col[e]!]! > 0) arcs.push(e);
  for (const e of arcs.sort((a, b) => weight[b]! - weight[a]! || a - b)) {
    const i = rowOf[e]!,
      amount = wholePart(flow[e]! + Math.min(left[i]!, room[col[e]!]!), supply[i]!, step[i]!),
      more = amount - flow[e]!;
    if (more <= 0 || (minimum !== undefined && amount < minimum[e]!)) continue;
    flow[e] = amount;
    left[i]! -= more;
    room[col[e]!]! -= more;
  }
}
