import { solve as solveHere, wholeSteps, type Plan, type Problem, type SearchPoint, type SolveOptions } from '#solver';
import {
  equityValue,
  ONE,
  SCORE_PARTS,
  type ScorePart,
  type Weights,
  type WeightVersion,
} from '../scoring/score.rules.js';
import type { ScoringContext } from '../scoring-context.js';
import {
  jainOfPlaces,
  matchedByNeed,
  placeShares,
  sharesAfter,
  sharesBetween,
  sharesOf,
  type PlaceShare,
  type Shares,
} from './fairness.rules.js';
import type { UnitPairs } from './unit-pairs.js';

/** How much the equity part weighs at full strength. What it takes, the others give, each as much as it has. */
export const EQUITY_AT_FULL = 400_000;
/** Passes in which the shares of the plans before feed the weights of the next. */
export const EQUITY_PASSES = 6;
/** Of the passes, the fairest plan is taken that costs no more than this of the objective. */
const PRICE_MOST = 0.03;
/** After a pass that costs more, the values of the next are this much smaller. */
const GENTLER = 0.6;

/**
 * The weights of a clearing: the equity part weighs by strength (0..1); while it weighs more than in the version itself, the others shrink
 * alike, so that no sum exceeds 1,000,000.
 */
export function clearingWeights(version: WeightVersion, strength: number): WeightVersion {
  const equity = Math.round(EQUITY_AT_FULL * strength);
  const { weights } = version;
  const [room, others] = [ONE - equity, ONE - weights.equity];
  const shrunk = (part: ScorePart): number =>
    part === 'equity' ? equity : room >= others ? weights[part] : Math.floor((weights[part] * room) / others);
  return {
    version: version.version,
    weights: Object.fromEntries(SCORE_PARTS.map((part) => [part, shrunk(part)])) as Weights,
  };
}

/** What the pairs of a clearing are scored by: everything but equity, which its own passes bring. */
export function contextBeforeEquity(context: ScoringContext, weights: WeightVersion): ScoringContext {
  return { ...context, weights, region: 0, places: new Map(), organizations: new Map() };
}

export interface ClearOptions extends Pick<SolveOptions, 'mode' | 'gap' | 'signal' | 'threads'> {
  /** Of `clearingWeights`. */
  readonly weights: Weights;
  /** Whether equity counts; its weight is in the weights. */
  readonly equity: boolean;
  /** What has arrived before. */
  readonly before: Shares;
  /** Who solves: the solver itself, or something that hands its parts to others. */
  readonly solve?: (problem: Problem, options: SolveOptions) => Promise<Plan>;
}

export interface ClearedUnit {
  readonly pairs: UnitPairs;
  /** In whole boxes. */
  readonly plan: Plan;
  /** The plan's gap before its amounts were made whole: what is more is what boxes cost. */
  readonly gapBeforeBoxes: number;
  /** How plan and bound of the first solve, which begins with nothing, came together; later ones begin where it ended. */
  readonly search: readonly SearchPoint[];
  /** Score of each pair, 0..1,000,000. */
  readonly score: Int32Array;
  /** Value of the equity part of each need, 0..1,000,000; null where it does not apply. */
  readonly equity: Int32Array | null;
  readonly places: readonly PlaceShare[];
  /** Over places, of this plan and of the one that a strength of 0 gives. */
  readonly jain: number;
  readonly jainWithoutEquity: number;
  /** Share of the objective, equity left out of the score, that equity costs. */
  readonly priceOfEquity: number;
}

/**
 * Shares one base unit out: the best plan with a proof; with equity, a few passes in which those who got little in the plans before weigh
 * more in the next. Passes do without minima, which change shares little; the fairest one is then planned with them, and offers in boxes are made whole. Where nobody got
 * anything, or where no pass is fairer, it is the plan without equity, and `equity` is null. The same input gives the same plan.
 * @throws PlanError when the solver's own verifier finds a plan wrong
 */
export async function clearUnit(pairs: UnitPairs, options: ClearOptions): Promise<ClearedUnit> {
  const blindly = scores(pairs, null, 0);
  const flow = options.equity ? await solvePairs(pairs, blindly, options) : null;
  const { plan: without, gapBeforeBoxes } = await finalPlan(pairs, blindly, options, flow);
  const blind: Final = { plan: without, gapBeforeBoxes, equity: null, jain: jainOf(pairs, without), price: 0 };
  const best = (flow && (await fairest(pairs, options, flow, blind))) ?? blind;
  const score = scores(pairs, best.equity, options.weights.equity);
  const places = placeShares(pairs, matchedByNeed(pairs, best.plan.flow));
  return {
    pairs,
    plan: best.plan,
    gapBeforeBoxes: best.gapBeforeBoxes,
    search: (flow ?? without).search,
    score,
    equity: best.equity,
    places,
    jain: best.jain,
    jainWithoutEquity: blind.jain,
    priceOfEquity: best.price,
  };
}

/** Null where no pass is fairer than the plan without equity at a price that is allowed. */
async function fairest(pairs: UnitPairs, options: ClearOptions, without: Plan, blind: Final): Promise<Final | null> {
  for (const { plan: flow, equity } of await fairFlows(pairs, options, without)) {
    const { plan, gapBeforeBoxes } = await finalPlan(
      pairs,
      scores(pairs, equity, options.weights.equity),
      options,
      flow,
    );
    const fair: Final = {
      plan,
      gapBeforeBoxes,
      equity,
      jain: jainOf(pairs, plan),
      price: priceOf(pairs, blind.plan.flow, plan.flow),
    };
    if (fair.price <= PRICE_MOST && fair.jain > blind.jain) return fair;
  }
  return null;
}

/** Passes without minima that are fairer than none and cost no more than they may, the fairest first. */
async function fairFlows(pairs: UnitPairs, options: ClearOptions, without: Plan): Promise<Pass[]> {
  const [fair, least]: [Pass[], number] = [[], jainOf(pairs, without)];
  let [plan, force] = [without, 1];
  let seen: Shares | null = null;
  for (let pass = 1; pass <= EQUITY_PASSES; pass++) {
    const after = sharesAfter(options.before, sharesOf(pairs, matchedByNeed(pairs, plan.flow)));
    seen = seen === null ? after : sharesBetween(seen, pass - 1, after);
    const equity = equityValues(pairs, seen, force);
    if (equity === null) break;
    plan = await solvePairs(pairs, scores(pairs, equity, options.weights.equity), options, {
      warm: { price: plan.price },
      minima: false,
    });
    const [jain, price] = [jainOf(pairs, plan), priceOf(pairs, without.flow, plan.flow)];
    if (price > PRICE_MOST) force *= GENTLER;
    else if (jain > least) fair.push({ plan, equity, jain, price });
  }
  return fair.sort((a, b) => b.jain - a.jain);
}

interface Pass {
  readonly plan: Plan;
  readonly equity: Int32Array | null;
  readonly jain: number;
  readonly price: number;
}

/** With minima and in whole boxes. */
interface Final extends Pass {
  readonly gapBeforeBoxes: number;
}

const jainOf = (pairs: UnitPairs, plan: Plan): number =>
  jainOfPlaces(placeShares(pairs, matchedByNeed(pairs, plan.flow)));

/** `score x quantity` over a plan, exactly. */
export function objectiveOf(flow: Float64Array, score: Int32Array): bigint {
  let [high, low] = [0n, 0];
  for (let pair = 0; pair < flow.length; pair++) {
    const amount = flow[pair] as number;
    if (amount === 0) continue;
    const worth = amount * (score[pair] as number);
    if (worth < Number.MAX_SAFE_INTEGER / 2 && low < Number.MAX_SAFE_INTEGER / 2) low += worth;
    else high += BigInt(amount) * BigInt(score[pair] as number);
  }
  return high + BigInt(low);
}

/** `warm`: prices of a plan, or all of one for the same weights. */
interface How {
  readonly warm: { readonly price: Float64Array; readonly flow?: Float64Array } | null;
  readonly minima: boolean;
}

/** @param warm a plan without minima for the same weights */
async function finalPlan(
  pairs: UnitPairs,
  weight: Int32Array,
  options: ClearOptions,
  warm: Plan | null,
): Promise<Pick<Final, 'plan' | 'gapBeforeBoxes'>> {
  const plan = await solvePairs(pairs, weight, options, { warm, minima: true });
  return {
    plan: pairs.step === null ? plan : wholeSteps(problemOf(pairs, weight, true), pairs.step, plan),
    gapBeforeBoxes: plan.gap,
  };
}

const problemOf = (
  { supply, demand, start, col, minimum }: UnitPairs,
  weight: Int32Array,
  minima: boolean,
): Problem => ({ supply, demand, start, col, weight, ...(minima && { minimum }) });

async function solvePairs(
  pairs: UnitPairs,
  weight: Int32Array,
  options: ClearOptions,
  { warm, minima }: How = { warm: null, minima: false },
): Promise<Plan> {
  const problem = problemOf(pairs, weight, minima);
  const { solve = solveHere } = options;
  return solve(problem, {
    mode: options.mode ?? 'gap',
    gap: options.gap,
    signal: options.signal,
    threads: options.threads,
    trace: warm === null,
    ...(warm && { warm: { price: warm.price, ...(warm.flow && { flow: warm.flow }) } }),
  });
}

function scores(pairs: UnitPairs, equity: Int32Array | null, weight: number): Int32Array {
  const score = new Int32Array(pairs.sum.length);
  for (let pair = 0; pair < score.length; pair++) {
    const more = equity === null ? 0 : (equity[pairs.col[pair] as number] as number) * weight;
    score[pair] = Math.floor(((pairs.sum[pair] as number) + more) / ONE);
  }
  return score;
}

/** Null where nothing arrives anywhere: then there is nothing to compare. */
function equityValues(pairs: UnitPairs, shares: Shares, force: number): Int32Array | null {
  if (shares.region <= 0) return null;
  const value = (need: number): number =>
    equityValue(
      shares.places.get(pairs.places[need] as string) ?? 0,
      shares.organizations.get(pairs.organizations[need] as string) ?? 0,
      shares.region,
    ) ?? 0;
  return Int32Array.from(pairs.needs, (_, need) => Math.floor(value(need) * force));
}

function priceOf(pairs: UnitPairs, without: Float64Array, fair: Float64Array): number {
  const score = scores(pairs, null, 0);
  const [most, got] = [objectiveOf(without, score), objectiveOf(fair, score)];
  return most === 0n ? 0 : Number(((most - got) * 1_000_000_000n) / most) / 1_000_000_000;
}
