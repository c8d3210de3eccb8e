import type { Problem, Segments, Warm } from './problem.js';

/** A problem whose demands are split where their bonus changes, and the way back. */
export interface Stretched {
  readonly problem: Problem;
  /** Arc k of the stretched problem is arc arcOf[k]. */
  readonly arcOf: Int32Array;
  /** By demand of the stretched problem. */
  readonly demandOf: Int32Array;
  readonly bonus: Int32Array;
}

/**
 * Every stretch of a demand with the same bonus becomes a demand of its own, whose arcs are worth that much more. Since the bonus falls
 * from one to the next, an optimal plan fills them in order, so nothing else is needed. Demands of 0 are not there any more.
 */
export function stretch(problem: Problem, segments: Segments): Stretched {
  const { demand, start, col, weight } = problem,
    supplies = problem.supply.length;
  const { first, amount, bonus, demandOf } = stretches(demand, segments);
  const nodes = (j: number): number => first[j + 1]! - first[j]!;
  let arcs = 0;
  for (let e = 0; e < col.length; e++) arcs += nodes(col[e]!);
  const to = { start: new Int32Array(supplies + 1), col: new Int32Array(arcs), weight: new Int32Array(arcs) },
    arcOf = new Int32Array(arcs);
  let at = 0;
  for (let i = 0; i < supplies; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      for (let k = first[col[e]!]!; k < first[col[e]! + 1]!; k++) {
        to.col[at] = k;
        to.weight[at] = weight[e]! + bonus[k]!;
        arcOf[at++] = e;
      }
    }
    to.start[i + 1] = at;
  }
  return { problem: { supply: problem.supply, demand: amount, ...to }, arcOf, demandOf, bonus };
}

function stretches(
  demand: Float64Array,
  segments: Segments,
): { first: Int32Array; amount: Float64Array; bonus: Int32Array; demandOf: Int32Array } {
  const rows: number[][] = [];
  for (let k = 0; k < segments.demand.length; k++) (rows[segments.demand[k]!] ??= []).push(k);
  const first = new Int32Array(demand.length + 1),
    amount: number[] = [],
    bonus: number[] = [],
    demandOf: number[] = [];
  const add = (j: number, size: number, more: number): void => {
    if (size <= 0) return;
    amount.push(size);
    bonus.push(more);
    demandOf.push(j);
  };
  for (let j = 0; j < demand.length; j++) {
    let left = demand[j]!;
    for (const k of rows[j] ?? []) {
      const size = Math.min(left, segments.amount[k]!);
      add(j, size, segments.bonus[k]!);
      left -= size;
    }
    add(j, left, 0);
    first[j + 1] = amount.length;
  }
  return {
    first,
    amount: Float64Array.from(amount),
    bonus: Int32Array.from(bonus),
    demandOf: Int32Array.from(demandOf),
  };
}

/** What is left of segments when some of each demand is settled: the first units are used up first. */
export function remaining({ demand, amount, bonus }: Segments, used: Float64Array): Segments {
  const left = amount.slice(),
    taken = used.slice();
  for (let k = 0; k < demand.length; k++) {
    const gone = Math.min(left[k]!, taken[demand[k]!]!);
    left[k]! -= gone;
    taken[demand[k]!]! -= gone;
  }
  return { demand, amount: left, bonus };
}

/** The plan of a stretched problem as a plan of its origin. The price of a demand is that of its cheapest stretch, less the bonus there. */
export function unstretch(
  problem: Problem,
  { arcOf, demandOf, bonus }: Stretched,
  plan: { readonly flow: Float64Array; readonly price: Float64Array },
  price: Float64Array,
): { flow: Float64Array; price: Float64Array } {
  const flow = new Float64Array(problem.col.length);
  for (let k = 0; k < arcOf.length; k++) flow[arcOf[k]!]! += plan.flow[k]!;
  const seen = new Uint8Array(price.length);
  for (let k = 0; k < demandOf.length; k++) {
    const j = demandOf[k]!,
      here = plan.price[k]! - bonus[k]!;
    if (seen[j] === 0 || here < price[j]!) price[j] = here;
    seen[j] = 1;
  }
  return { flow, price };
}

/** A start of the origin as one of the stretched problem: what enters a demand fills its stretches in order. */
export function stretchWarm(
  { problem: { col, demand }, arcOf, demandOf, bonus }: Stretched,
  { price, flow }: Warm,
): Warm {
  const prices = Float64Array.from(demandOf, (j, k) => Math.max(0, price[j]! + bonus[k]!));
  if (flow === undefined) return { price: prices };
  const to = new Float64Array(arcOf.length),
    rest = flow.slice(),
    room = demand.slice();
  for (let k = 0; k < arcOf.length; k++) {
    const e = arcOf[k]!,
      amount = Math.min(rest[e]!, room[col[k]!]!);
    to[k] = amount;
    rest[e]! -= amount;
    room[col[k]!]! -= amount;
  }
  return { price: prices, flow: to };
}
