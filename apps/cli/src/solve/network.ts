import { MAX_SOLVER_AMOUNT, MAX_WEIGHT, solve, type Plan, type Problem, type SolveOptions } from '#solver';
import { InputError } from '../input.js';
import type { Network } from './dimacs.js';

export interface Solution {
  /** By arc of the file. */
  readonly flow: Float64Array;
  readonly objective: bigint;
  readonly lowerBound: bigint;
  /** (objective - lowerBound) / |objective|, 0 where both are the same. */
  readonly gap: number;
}

/** A network as supplies and demands that are to be used up to the last unit, and how its flow is read back. */
interface Shape {
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  readonly start: Int32Array;
  readonly col: Int32Array;
  readonly cost: Float64Array;
  /** Flow above the lower limit, by arc of the file. */
  readonly flowOf: (flow: Float64Array) => Float64Array;
}

/** Costs least first: how far below the reward of a unit they lie. Grows until everything is sent, as far as weights go. */
const FIRST_REWARD = 4,
  NEXT_REWARD = 16;

/** The cheapest flow of a network. Rejects with InputError where there is none, or where its numbers are beyond the solver's. */
export async function solveNetwork(network: Network, gap: number | undefined, signal?: AbortSignal): Promise<Solution> {
  const excess = excesses(network),
    shape = direct(network, excess) ?? general(network, excess);
  const all = shape.supply.reduce((sum, x) => sum + x, 0),
    { least, spread } = costs(shape);
  const options: SolveOptions = { ...(gap !== undefined && { mode: 'gap', gap }), ...(signal && { signal }) };
  for (
    let reward = Math.min(MAX_WEIGHT, spread * FIRST_REWARD + 1);
    ;
    reward = Math.min(MAX_WEIGHT, reward * NEXT_REWARD)
  ) {
    const problem: Problem = { ...shape, weight: Int32Array.from(shape.cost, (cost) => reward - (cost - least)) };
    const plan = await nearEnough(problem, options, gap, BigInt(all) * BigInt(reward + least));
    if (sent(plan) === all)
      return solution(network, shape.flowOf(plan.flow), BigInt(all) * BigInt(reward + least), plan);
    if (reward === spread * FIRST_REWARD + 1 || reward === MAX_WEIGHT) await checkFeasible(problem, all);
    if (reward === MAX_WEIGHT) throw new InputError('The costs along some way add up to more than this solver weighs');
  }
}

/** A share of the reward is not a share of the cost: where the gap of the cost is not met, the exact plan is taken. */
async function nearEnough(
  problem: Problem,
  options: SolveOptions,
  gap: number | undefined,
  reward: bigint,
): Promise<Plan> {
  const plan = await solve(problem, options);
  if (gap === undefined || share(reward - plan.objective, reward - plan.upperBound) <= gap) return plan;
  return solve(problem, { ...options, mode: 'exact' });
}

const sent = ({ flow }: Plan): number => flow.reduce((sum, x) => sum + x, 0);

async function checkFeasible(problem: Problem, all: number): Promise<void> {
  const most = await solve({ ...problem, weight: new Int32Array(problem.weight.length).fill(1) });
  if (sent(most) < all) throw new InputError(`Infeasible: of ${all} units ${sent(most)} at most find a way`);
}

/** What each node has to get rid of once the lower limits flow. Checks the numbers. */
function excesses({ nodes, balance, arcs, from, to, low }: Network): Float64Array {
  const excess = balance.slice();
  let sum = 0;
  for (let v = 1; v <= nodes; v++) sum += balance[v] as number;
  if (sum !== 0) throw new InputError(`Infeasible: supplies and demands differ by ${Math.abs(sum)}`);
  for (let e = 0; e < arcs; e++) {
    excess[from[e] as number] = (excess[from[e] as number] as number) - (low[e] as number);
    excess[to[e] as number] = (excess[to[e] as number] as number) + (low[e] as number);
  }
  return excess;
}

function costs({ cost }: Shape): { least: number; spread: number } {
  let least = Infinity,
    most = -Infinity;
  for (const c of cost) {
    least = Math.min(least, c);
    most = Math.max(most, c);
  }
  if (cost.length === 0) return { least: 0, spread: 0 };
  if (most - least >= MAX_WEIGHT)
    throw new InputError(`Costs from ${least} to ${most} are further apart than this solver weighs`);
  return { least, spread: most - least };
}

/** A network whose arcs all lead from a source to a sink, none twice and none narrower than both: it is a transportation problem. */
function direct(network: Network, excess: Float64Array): Shape | undefined {
  const { arcs, nodes, from, to, low, capacity, cost } = network,
    number = new Int32Array(nodes + 1);
  let supplies = 0,
    demands = 0;
  for (let v = 1; v <= nodes; v++) if (excess[v] !== 0) number[v] = (excess[v] as number) > 0 ? supplies++ : demands++;
  const key = new Float64Array(arcs);
  for (let e = 0; e < arcs; e++) {
    const out = excess[from[e] as number] as number,
      into = -(excess[to[e] as number] as number);
    if (!(out > 0 && into > 0) || (capacity[e] as number) - (low[e] as number) < Math.min(out, into)) return undefined;
    key[e] = (number[from[e] as number] as number) * demands + (number[to[e] as number] as number);
  }
  const order = Uint32Array.from(key.keys()).sort((a, b) => (key[a] as number) - (key[b] as number)),
    start = new Int32Array(supplies + 1);
  for (let k = 1; k < arcs; k++) if (key[order[k] as number] === key[order[k - 1] as number]) return undefined;
  for (const e of order)
    start[Math.floor((key[e] as number) / demands) + 1] =
      (start[Math.floor((key[e] as number) / demands) + 1] as number) + 1;
  for (let i = 0; i < supplies; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  const amounts = (sign: number): Float64Array => excess.filter((x) => x * sign > 0).map(Math.abs);
  return {
    supply: amounts(1),
    demand: amounts(-1),
    start,
    col: Int32Array.from(order, (e) => (key[e] as number) % demands),
    cost: Float64Array.from(order, (e) => cost[e] as number),
    flowOf: (flow) => order.reduce((back, e, k) => ((back[e] = flow[k] as number), back), new Float64Array(arcs)),
  };
}

/**
 * Any other network: each arc is a supply as large as the arc is wide. What flows through it goes to the demand at its head, what
 * does not goes back to the one at its tail, which asks for all its arcs' width less what it has to send (A. Orden, 1956).
 */
function general(network: Network, excess: Float64Array): Shape {
  const { arcs, nodes, from, to, cost } = network,
    width = widths(network, excess),
    demand = new Float64Array(nodes);
  for (let v = 1; v <= nodes; v++) demand[v - 1] = -(excess[v] as number);
  const start = new Int32Array(arcs + 1),
    col = new Int32Array(2 * arcs),
    price = new Float64Array(2 * arcs);
  for (let e = 0; e < arcs; e++) {
    const tail = (from[e] as number) - 1,
      head = (to[e] as number) - 1,
      up = head > tail ? 0 : 1,
      loop = head === tail;
    demand[tail] = (demand[tail] as number) + (width[e] as number);
    const at = start[e] as number;
    start[e + 1] = at + (loop ? 1 : 2);
    col[at + (loop ? 0 : up)] = tail;
    price[at + (loop ? 0 : up)] = loop ? Math.min(0, cost[e] as number) : 0;
    if (loop) continue;
    col[at + 1 - up] = head;
    price[at + 1 - up] = cost[e] as number;
  }
  for (let v = 0; v < nodes; v++) {
    if ((demand[v] as number) < 0)
      throw new InputError(`Infeasible: node ${v + 1} has to send ${-(demand[v] as number)} more than its arcs carry`);
    if ((demand[v] as number) > MAX_SOLVER_AMOUNT)
      throw new InputError(`Node ${v + 1}: its arcs are wider than 10^13 together`);
  }
  const pairs = start[arcs] as number;
  const through = (e: number): number =>
    (start[e] as number) +
    ((to[e] as number) >= (from[e] as number) && (start[e + 1] as number) - (start[e] as number) > 1 ? 1 : 0);
  const flowOf = (flow: Float64Array): Float64Array =>
    Float64Array.from(from, (tail, e) =>
      tail === to[e] ? ((cost[e] as number) < 0 ? (width[e] as number) : 0) : (flow[through(e)] as number),
    );
  return { supply: width, demand, start, col: col.subarray(0, pairs), cost: price.subarray(0, pairs), flowOf };
}

/** Where no cost is negative nothing goes round in circles, so no arc needs to carry more than everything. */
function widths({ arcs, low, capacity, cost }: Network, excess: Float64Array): Float64Array {
  const all = excess.reduce((sum, x) => sum + Math.max(0, x), 0),
    circles = cost.some((c) => c < 0),
    width = new Float64Array(arcs);
  for (let e = 0; e < arcs; e++) {
    const room = (capacity[e] as number) - (low[e] as number);
    width[e] = circles ? room : Math.min(room, all);
    if ((width[e] as number) > MAX_SOLVER_AMOUNT)
      throw new InputError(
        circles
          ? `Arc ${e + 1} is wider than 10^13 and some cost is negative: as good as unbounded`
          : `Amounts above 10^13 are more than this solver counts`,
      );
  }
  return width;
}

const share = (objective: bigint, lowerBound: bigint): number =>
  objective === lowerBound ? 0 : objective === 0n ? 1 : Number(objective - lowerBound) / Math.abs(Number(objective));

/** Adds the lower limits again, and checks on the file's own terms what the plan says. */
function solution(network: Network, above: Float64Array, reward: bigint, plan: Plan): Solution {
  const { arcs, nodes, balance, from, to, low, capacity, cost } = network,
    left = balance.slice(),
    flow = above.map((x, e) => x + (low[e] as number));
  let objective = 0n,
    fixed = 0n;
  for (let e = 0; e < arcs; e++) {
    const f = flow[e] as number;
    if (f < (low[e] as number) || f > (capacity[e] as number)) throw new Error(`arc ${e + 1} carries ${f}`);
    left[from[e] as number] = (left[from[e] as number] as number) - f;
    left[to[e] as number] = (left[to[e] as number] as number) + f;
    if (f > 0) objective += BigInt(f) * BigInt(cost[e] as number);
    if (low[e] !== 0) fixed += BigInt(low[e] as number) * BigInt(cost[e] as number);
  }
  for (let v = 1; v <= nodes; v++) if (left[v] !== 0) throw new Error(`node ${v} is left with ${left[v]}`);
  const lowerBound = reward - plan.upperBound + fixed;
  if (objective !== reward - plan.objective + fixed)
    throw new Error(`the flow costs ${objective}, the plan says ${reward - plan.objective + fixed}`);
  return { flow, objective, lowerBound, gap: share(objective, lowerBound) };
}
