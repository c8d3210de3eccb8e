import type { Kind } from '#kernel';
import type { PairIndex } from '../index/pair-index.js';
import type { WeightVersion } from '../scoring/score.rules.js';
import type { FunnelStep } from '../why-not/why-not.rules.js';
import { wholePart } from '../scoring/whole-parts.rules.js';
import type { ClearedUnit } from './clear-unit.js';
import { matchedByNeed, meanOverUnits } from './fairness.rules.js';

/** Sums of one base unit. Objective and bound are integers as text: they may exceed 2^53. */
export interface UnitReport {
  readonly kind: Kind;
  readonly unit: string;
  readonly offered: number;
  readonly needed: number;
  readonly matched: number;
  readonly pairs: number;
  readonly objective: string;
  readonly upperBound: string;
  readonly gap: number;
  readonly flowGap: number;
  readonly search: readonly SearchStep[];
  readonly fairness: Fairness;
}

/**
 * One moment of the first search (before equity and lots), in shares of the bound that it ended with: what was found, and what was proved
 * to be the most. `steps` are bids and pivots, which are the same on every machine.
 */
export interface SearchStep {
  readonly steps: number;
  readonly found: number;
  readonly bound: number;
}

/** Jain's index over places, with and without equity, and the share of the objective that equity costs; null where equity does not count. */
export interface Fairness {
  readonly jain: number;
  readonly jainWithoutEquity: number | null;
  readonly priceOfEquity: number | null;
}

/** What a place, sphere or organization asks for and would receive, in the base unit. */
export interface ShareRow {
  readonly key: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly needed: number;
  readonly matched: number;
  readonly share: number;
}

export type UnmetReason = FunnelStep | 'boxes' | 'scarce';

export interface Unmet {
  readonly need: string;
  readonly kind: Kind;
  readonly unit: string;
  /** The step of the funnel where it ran dry; `boxes`: what is left of some offer goes in whole boxes, and one is more than is open; `scarce`: what fits went to others. */
  readonly reason: UnmetReason;
  readonly matched: number;
  readonly left: number;
  /** How many offers passed each condition, where none passed all. */
  readonly funnel?: readonly number[];
}

export interface PlanReport {
  readonly pairs: number;
  readonly matches: number;
  /** The largest of the units. */
  readonly gap: number;
  readonly flowGap: number;
  readonly byUnit: readonly UnitReport[];
  readonly byPlace: readonly ShareRow[];
  readonly byOrganization: readonly ShareRow[];
  readonly bySphere: readonly ShareRow[];
  readonly fairness: Fairness;
  readonly weights: WeightVersion;
}

/** All figures of a plan, unit by unit; units are never added up. */
export function planReport(units: readonly ClearedUnit[], index: PairIndex, weights: WeightVersion): PlanReport {
  const equity = weights.weights.equity > 0;
  const sum = (list: Float64Array): number => list.reduce((total, value) => total + value, 0);
  const needs = (unit: ClearedUnit): number => unit.pairs.needs.length;
  const asked = units.filter((unit) => needs(unit) > 0);
  const fairness = (of: (value: (unit: ClearedUnit) => number) => number): Fairness => ({
    jain: of((unit) => unit.jain),
    jainWithoutEquity: equity ? of((unit) => unit.jainWithoutEquity) : null,
    priceOfEquity: equity ? of((unit) => unit.priceOfEquity) : null,
  });
  return {
    pairs: units.reduce((total, { pairs }) => total + pairs.col.length, 0),
    matches: units.reduce(
      (total, { plan }) => total + plan.flow.reduce((count, flow) => count + (flow > 0 ? 1 : 0), 0),
      0,
    ),
    gap: Math.max(0, ...units.map(({ plan }) => plan.gap)),
    flowGap: Math.max(0, ...units.map(({ plan }) => plan.flowGap)),
    byUnit: units.map((unit) => ({
      kind: unit.pairs.kind,
      unit: unit.pairs.unit,
      offered: sum(unit.pairs.supply),
      needed: sum(unit.pairs.demand),
      matched: sum(unit.plan.flow),
      pairs: unit.pairs.col.length,
      objective: String(unit.plan.objective),
      upperBound: String(unit.plan.upperBound),
      gap: unit.plan.gap,
      flowGap: unit.plan.flowGap,
      search: searchSteps(unit.search),
      fairness: fairness((value) => value(unit)),
    })),
    byPlace: units.flatMap((unit) => shareRows(unit, (need) => unit.pairs.places[need] as string)),
    byOrganization: units.flatMap((unit) => shareRows(unit, (need) => unit.pairs.organizations[need] as string)),
    bySphere: units.flatMap((unit) => shareRows(unit, (need) => index.sphereOf(unit.pairs.needs[need] as string))),
    fairness: fairness((value) => meanOverUnits(asked, needs, value)),
    weights,
  };
}

function searchSteps(search: ClearedUnit['search']): SearchStep[] {
  const proved = search.at(-1)?.bound ?? 0;
  if (proved <= 0) return [];
  const share = (value: number): number => Math.round((value / proved) * 1e6) / 1e6;
  return search.map(({ work, objective, bound }) => ({ steps: work, found: share(objective), bound: share(bound) }));
}

function shareRows({ pairs, plan }: ClearedUnit, keyOf: (need: number) => string): ShareRow[] {
  const matched = matchedByNeed(pairs, plan.flow);
  const found = new Map<string, { needed: number; matched: number }>();
  for (let need = 0; need < matched.length; need++) {
    const key = keyOf(need);
    const sums = found.get(key) ?? { needed: 0, matched: 0 };
    found.set(key, {
      needed: sums.needed + (pairs.demand[need] as number),
      matched: sums.matched + (matched[need] as number),
    });
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sums]) => ({ key, kind: pairs.kind, unit: pairs.unit, ...sums, share: sums.matched / sums.needed }));
}

/** Needs that stay open, in part or whole, and why; in the order of their ids. */
export function unmetNeeds(units: readonly ClearedUnit[], index: PairIndex, now: number): Unmet[] {
  return units.flatMap((unit) => unmetOf(unit, index, now)).sort((a, b) => (a.need < b.need ? -1 : 1));
}

function unmetOf({ pairs, plan }: ClearedUnit, index: PairIndex, now: number): Unmet[] {
  const matched = matchedByNeed(pairs, plan.flow);
  const fits = new Uint8Array(pairs.needs.length);
  for (const need of pairs.col) fits[need] = 1;
  const boxed = stoppedByBoxes(pairs, plan.flow, matched);
  return pairs.needs.flatMap((need, at): Unmet[] => {
    const left = (pairs.demand[at] as number) - (matched[at] as number);
    if (left === 0) return [];
    const funnel = fits[at] === 1 ? null : index.funnelOfNeed(need, now);
    return [
      {
        need,
        kind: pairs.kind,
        unit: pairs.unit,
        reason: funnel?.stoppedAt ?? (boxed[at] === 1 ? 'boxes' : 'scarce'),
        matched: matched[at] as number,
        left,
        ...(funnel ? { funnel: funnel.left } : {}),
      },
    ];
  });
}

/** By need: 1 where an offer in boxes that fits has something left, and no whole box of it may be added. */
function stoppedByBoxes(
  { supply, demand, start, col, step }: ClearedUnit['pairs'],
  flow: Float64Array,
  matched: Float64Array,
): Uint8Array {
  const stopped = new Uint8Array(demand.length);
  if (step === null) return stopped;
  for (let offer = 0; offer < supply.length; offer++) {
    if (step[offer] === 1) continue;
    const [from, end] = [start[offer] as number, start[offer + 1] as number];
    let left = supply[offer] as number;
    for (let pair = from; pair < end; pair++) left -= flow[pair] as number;
    for (let pair = from; left > 0 && pair < end; pair++) {
      const need = col[pair] as number;
      const [given, open] = [flow[pair] as number, (demand[need] as number) - (matched[need] as number)];
      if (wholePart(given + Math.min(left, open), supply[offer] as number, step[offer] as number) === given)
        stopped[need] = 1;
    }
  }
  return stopped;
}

/** One line of a plan. */
export interface PlanLine {
  readonly offer: string;
  readonly need: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: number;
  readonly score: number;
  readonly values: Readonly<Record<string, number>>;
}

/** Lines in the order of needs and then offers. */
export function planLines(units: readonly ClearedUnit[], index: PairIndex, now: number): PlanLine[] {
  const lines = units.flatMap(({ pairs, plan, score, equity }) =>
    pairs.offers.flatMap((offer, row) => {
      const found: PlanLine[] = [];
      for (let pair = pairs.start[row] as number; pair < (pairs.start[row + 1] as number); pair++) {
        const amount = plan.flow[pair] as number;
        if (amount === 0) continue;
        const at = pairs.col[pair] as number;
        const need = pairs.needs[at] as string;
        const values = {
          ...index.partValues(offer, need, now),
          ...(equity === null ? {} : { equity: equity[at] as number }),
        };
        found.push({ offer, need, kind: pairs.kind, unit: pairs.unit, amount, score: score[pair] as number, values });
      }
      return found;
    }),
  );
  return lines.sort((a, b) => (a.need === b.need ? (a.offer < b.offer ? -1 : 1) : a.need < b.need ? -1 : 1));
}
