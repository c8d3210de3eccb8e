import { PlanError } from './errors.js';
import type { Problem } from './problem.js';

/** What a plan is worth, and what its prices prove. */
export interface Verdict {
  readonly objective: bigint;
  readonly upperBound: bigint;
  /** (upperBound - objective) / upperBound, 0 where nothing can be gained. */
  readonly gap: number;
}

/**
 * Independent check of a plan: shares no code with the solver and trusts nothing but the problem. Throws PlanError when the flow is
 * not a whole number, breaks a limit or a minimum, or a price is no whole number.
 *
 * With one whole price p per demand, whatever the prices are, for every feasible plan
 *   sum f w + bonus <= sum_i s_i max(0, max_j (w_ij - p_j)) + sum_j (the most that j can gain from its own bonus and price)
 * so the right side is a bound that no plan exceeds. Every sum is exact.
 * @param step per supply: each of its flows is a multiple of it, or all of the supply
 */
export function verify(
  problem: Problem,
  plan: { readonly flow: Float64Array; readonly price: Float64Array },
  step?: Float64Array,
): Verdict {
  const { supply, demand, start, col, weight, minimum } = problem,
    { flow, price } = plan;
  if (flow.length !== col.length) throw new PlanError(`${flow.length} flows for ${col.length} arcs`);
  if (price.length !== demand.length) throw new PlanError(`${price.length} prices for ${demand.length} demands`);
  for (let j = 0; j < price.length; j++)
    if (!Number.isSafeInteger(price[j])) throw new PlanError(`demand ${j}: ${price[j]} is no whole price`);
  const inflow = new Float64Array(demand.length),
    objective = new ExactSum(),
    bound = new ExactSum(),
    earns = margins(problem, price);
  for (let i = 0; i < supply.length; i++) {
    let out = 0;
    for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
      const f = flow[e]!;
      if (f === 0) continue;
      if (!(f > 0) || Math.floor(f) !== f) throw new PlanError(`arc ${e}: ${f} is no whole flow`);
      if (minimum !== undefined && f < minimum[e]!)
        throw new PlanError(`arc ${e}: ${f} is below its minimum ${minimum[e]}`);
      if (step !== undefined && f % step[i]! !== 0 && f !== supply[i]!)
        throw new PlanError(`arc ${e}: ${f} is no multiple of ${step[i]}, and not all of supply ${i}`);
      out += f;
      inflow[col[e]!]! += f;
      objective.add(f, weight[e]!);
    }
    if (out > supply[i]!) throw new PlanError(`supply ${i}: ${out} of ${supply[i]}`);
    bound.add(supply[i]!, earns[i]!);
  }
  for (let j = 0; j < demand.length; j++)
    if (inflow[j]! > demand[j]!) throw new PlanError(`demand ${j}: ${inflow[j]} of ${demand[j]}`);
  addDemands(problem, price, inflow, objective, bound);
  const worth = objective.value(),
    most = bound.value();
  if (worth > most) throw new PlanError(`${worth} is above the bound ${most}`);
  return {
    objective: worth,
    upperBound: most,
    gap: most === 0n ? 0 : Number(((most - worth) * 10n ** 15n) / most) / 1e15,
  };
}

/** By supply: the most that a unit of it can earn at these prices, at least 0. In 32 bits, where the prices fit, without branches. */
function margins({ supply, start, col, weight }: Problem, price: Float64Array): Float64Array {
  const most = new Float64Array(supply.length),
    small = price.every((p) => Math.abs(p) < 2 ** 29) ? new Int32Array(price) : null;
  for (let i = 0; i < supply.length; i++) {
    let best = 0;
    if (small === null)
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) best = Math.max(best, weight[e]! - price[col[e]!]!);
    else {
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        const less = (best + small[col[e]!]! - weight[e]!) | 0;
        best = (best - (less & (less >> 31))) | 0;
      }
    }
    most[i] = best;
  }
  return most;
}

/** Bonus to the objective; to the bound, for every demand, each unit that its price and bonus together make worth having. */
function addDemands(
  { demand, segments }: Problem,
  price: Float64Array,
  inflow: Float64Array,
  objective: ExactSum,
  bound: ExactSum,
): void {
  const left = demand.slice(),
    got = inflow.slice();
  for (let k = 0; segments !== undefined && k < segments.demand.length; k++) {
    const j = segments.demand[k]!,
      bonus = segments.bonus[k]!;
    const size = Math.min(segments.amount[k]!, left[j]!),
      used = Math.min(size, got[j]!);
    left[j]! -= size;
    got[j]! -= used;
    objective.add(used, bonus);
    if (bonus + price[j]! > 0) bound.add(size, bonus + price[j]!);
  }
  for (let j = 0; j < demand.length; j++) if (price[j]! > 0) bound.add(left[j]!, price[j]!);
}

/** A sum of products of whole numbers that stays exact: doubles as long as they are, then carried to a bigint. */
class ExactSum {
  private carried = 0n;
  private sum = 0;

  add(amount: number, each: number): void {
    const product = amount * each;
    if (product <= 4503599627370496) this.sum += product;
    else this.carried += BigInt(amount) * BigInt(each);
    if (this.sum > 4503599627370496) {
      this.carried += BigInt(this.sum);
      this.sum = 0;
    }
  }

  value(): bigint {
    return this.carried + BigInt(this.sum);
  }
}
