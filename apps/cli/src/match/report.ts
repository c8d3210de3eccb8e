import { matchedByNeed, meanOverUnits, type ClearedUnit, type PairIndex, type WeightVersion } from '#matching';

export interface Seconds {
  read: number;
  index: number;
  pairs: number;
  solve: number;
  write: number;
}

export interface RunFacts {
  readonly offers: number;
  readonly needs: number;
  readonly rejectedRows: number;
  readonly matches: number;
  readonly weights: WeightVersion;
  /** Strength of equity, 0..1. */
  readonly equity: number;
  readonly now: number;
  readonly seconds: Seconds;
  readonly peakRssMiB: number;
}

/** report.json: all figures of a run. Objectives are integers as text: they may exceed 2^53. */
export function reportOf(units: readonly ClearedUnit[], index: PairIndex, facts: RunFacts): Record<string, unknown> {
  const sum = (list: Float64Array): number => list.reduce((total, value) => total + value, 0);
  const { weights, ...rest } = facts;
  const needs = (unit: ClearedUnit): number => unit.pairs.needs.length;
  const asked = units.filter((unit) => needs(unit) > 0);
  const fairness = { jain: meanOverUnits(asked, needs, (unit) => unit.jain) };
  return {
    offers: rest.offers, needs: rest.needs, rejectedRows: rest.rejectedRows,
    pairs: units.reduce((total, { pairs }) => total + pairs.col.length, 0), matches: rest.matches,
    gap: Math.max(0, ...units.map(({ plan }) => plan.gap)), flowGap: Math.max(0, ...units.map(({ plan }) => plan.flowGap)),
    byUnit: units.map(({ pairs, plan, jain, jainWithoutEquity, priceOfEquity }) => ({
      kind: pairs.kind, unit: pairs.unit, offered: sum(pairs.supply), needed: sum(pairs.demand), matched: sum(plan.flow), pairs: pairs.col.length,
      objective: String(plan.objective), upperBound: String(plan.upperBound), gap: plan.gap, flowGap: plan.flowGap,
      fairness: rest.equity > 0 ? { jain, jainWithoutEquity, priceOfEquity } : { jain },
    })),
    byPlace: units.flatMap(({ pairs, places }) => places.map(({ place, needed, matched }) => ({ place, kind: pairs.kind, unit: pairs.unit, needed, matched, share: matched / needed }))),
    fairness: rest.equity > 0
      ? { ...fairness, jainWithoutEquity: meanOverUnits(asked, needs, (unit) => unit.jainWithoutEquity), priceOfEquity: meanOverUnits(asked, needs, (unit) => unit.priceOfEquity) }
      : fairness,
    equity: rest.equity,
    weights: { version: weights.version, ...weights.weights },
    unmet: units.flatMap((unit) => unmetOf(unit, index, rest.now)).sort((a, b) => (a.need < b.need ? -1 : 1)),
    seconds: Object.fromEntries(Object.entries(rest.seconds).map(([step, value]) => [step, Math.round(value * 1000) / 1000])),
    peakRssMiB: Math.round(rest.peakRssMiB),
  };
}

interface Unmet {
  readonly need: string;
  readonly kind: string;
  readonly unit: string;
  /** A step of the funnel where it ran dry, or `scarce`: what fits went to others. */
  readonly reason: string;
  readonly matched: number;
  readonly left: number;
  /** How many offers passed each condition, where none passed all. */
  readonly funnel?: readonly number[];
}

/** Needs that stay open, in part or whole, and why. */
function unmetOf({ pairs, plan }: ClearedUnit, index: PairIndex, now: number): Unmet[] {
  const matched = matchedByNeed(pairs, plan.flow);
  const fits = new Uint8Array(pairs.needs.length);
  for (const need of pairs.col) fits[need] = 1;
  const unmet: Unmet[] = [];
  pairs.needs.forEach((need, at) => {
    const left = (pairs.demand[at] as number) - (matched[at] as number);
    if (left === 0) return;
    const funnel = fits[at] === 1 ? null : index.funnelOfNeed(need, now);
    const reason = funnel?.stoppedAt ?? 'scarce';
    unmet.push({ need, kind: pairs.kind, unit: pairs.unit, reason, matched: matched[at] as number, left, ...(funnel ? { funnel: funnel.left } : {}) });
  });
  return unmet;
}
