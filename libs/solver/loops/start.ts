// Where the simplex starts: a plan within the limits, and prices that go with it.
import { demand, piece, supply } from './graph';
import { AMOUNT, holderAt, holdersOf, ITEM, itemOf, ROOM, WORTH } from './heaps';
import { take } from './memory';
import { answer, auction, Side } from './side';

/** By demand, by supply (what a unit of it earns), in 32 bits. */
export let startPrice: usize = 0;
export let startEarns: usize = 0;
/** What supplies keep and what demands miss, doubles so many bytes apart. */
export let kept: usize = 0;
export let keptStep: usize = 0;
export let missing: usize = 0;
export let missingStep: usize = 0;
/** The auction whose holders hold the plan; or the plan itself, if nobody bid: an arc, four bytes of nothing, and what it carries, a double. */
export let holders: Side = auction;
export let plan: usize = 0;
export let planned: i32 = 0;

export function startFromAuction(): void {
  plan = 0;
  holders = auction;
  startPrice = auction.price;
  startEarns = auction.earns;
  kept = auction.left;
  keptStep = 8;
  missing = auction.items + ROOM;
  missingStep = 1 << ITEM;
}

export function startFromAnswer(): void {
  plan = 0;
  holders = answer;
  startPrice = answer.earns;
  startEarns = answer.price;
  kept = answer.items + ROOM;
  keptStep = 1 << ITEM;
  missing = answer.left;
  missingStep = 8;
}

/** Room for the prices and the arcs in use of a plan, which the caller then writes. */
export function reservePlan(arcs: i32): usize {
  planned = arcs;
  startPrice = take(<usize>piece.cols << 2);
  startEarns = take(<usize>piece.rows << 2);
  kept = take(<usize>piece.rows << 3);
  missing = take(<usize>piece.cols << 3);
  keptStep = missingStep = 8;
  plan = take(<usize>arcs << 4);
  return plan;
}

export function startFromPlan(): void {
  memory.copy(kept, supply, <usize>piece.rows << 3);
  memory.copy(missing, demand, <usize>piece.cols << 3);
  let p = plan;
  const last = plan + (<usize>planned << 4);
  for (let i = 0; i < piece.rows; i++) {
    let best = 0, has = load<f64>(kept + (<usize>i << 3));
    for (let a = piece.from(i), end = piece.end(i); a < end; a += 8) {
      const j = load<i32>(a);
      best = max(best, load<i32>(a, 4) - load<i32>(startPrice + (<usize>j << 2)));
      if (p === last || <usize>load<i32>(p) !== (a - piece.arcs) >> 3) continue;
      const amount = load<f64>(p, 8), misses = missing + (<usize>j << 3);
      has -= amount;
      store<f64>(misses, load<f64>(misses) - amount);
      p += 16;
    }
    store<f64>(kept + (<usize>i << 3), has);
    store<i32>(startEarns + (<usize>i << 2), best);
  }
}

/** What the plan is worth and what its prices prove, in doubles: near enough to draw. */
export let startObjective: f64 = 0;
export let startBound: f64 = 0;

export function weighStart(): void {
  let objective: f64 = 0, bound: f64 = 0;
  for (let j = 0; j < holders.cols; j++) {
    const item = itemOf(holders, j);
    for (let k = 0; k < holdersOf(item); k++) {
      const h = holderAt(item, k);
      objective += <f64>(load<i32>(h, WORTH) - holders.epsilon) * load<f64>(h, AMOUNT);
    }
  }
  for (let i = 0; i < piece.rows; i++) bound += <f64>load<i32>(startEarns + (<usize>i << 2)) * load<f64>(supply + (<usize>i << 3));
  for (let j = 0; j < piece.cols; j++) bound += <f64>load<i32>(startPrice + (<usize>j << 2)) * load<f64>(demand + (<usize>j << 3));
  startObjective = objective;
  startBound = bound;
}
