import { planReport, unmetNeeds, type ClearedUnit, type PairIndex, type WeightVersion } from '#engine';
import type { PageFacts } from './report-page.js';

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
  /** What `--gap` asks for; 0 for the best plan there is. */
  readonly asked: number;
}

/** A unit whose plan is further from what is proved than was asked, because lots and boxes cannot be split. */
export interface CostlyLots {
  readonly kind: string;
  readonly unit: string;
  readonly gap: number;
  /** Without lots. */
  readonly flowGap: number;
  /** With lots, without boxes. */
  readonly lotGap: number;
}

export const costlyLots = (units: readonly ClearedUnit[], asked: number): CostlyLots[] =>
  units.flatMap(({ pairs: { kind, unit }, plan: { gap, flowGap }, gapBeforeBoxes: lotGap }) =>
    gap > asked && gap > flowGap ? [{ kind, unit, gap, flowGap, lotGap }] : [],
  );

/** For people who read along: one line a unit. */
export function saysCostlyLots({ kind, unit, gap, flowGap, lotGap }: CostlyLots, asked: number): string {
  const percent = (share: number): string => `${(share * 100).toFixed(3)} %`;
  const boxes = gap > lotGap ? `; whole boxes cost ${percent(gap - lotGap)} of it` : '';
  return `${kind}, ${unit}: within ${percent(gap)} of what is proved, ${percent(asked)} was asked: smallest parts and lots cost the rest (without them ${percent(flowGap)})${boxes}`;
}

/** report.json: all figures of a run, as a clearing of the service reports them. */
export function reportOf(
  units: readonly ClearedUnit[],
  index: PairIndex,
  facts: RunFacts,
): Record<string, unknown> & PageFacts & { readonly costlyLots: readonly CostlyLots[] } {
  const { offers, needs, rejectedRows, matches, weights, equity, now, seconds, peakRssMiB, asked } = facts;
  const { pairs, gap, flowGap, byUnit, byPlace, byOrganization, bySphere, fairness } = planReport(
    units,
    index,
    weights,
  );
  return {
    offers,
    needs,
    rejectedRows,
    pairs,
    matches,
    gap,
    flowGap,
    costlyLots: costlyLots(units, asked),
    byUnit,
    byPlace: byPlace.map(({ key: place, ...row }) => ({ place, ...row })),
    byOrganization: byOrganization.map(({ key: organization, ...row }) => ({ organization, ...row })),
    bySphere: bySphere.map(({ key: sphere, ...row }) => ({ sphere, ...row })),
    fairness,
    equity,
    weights: { version: weights.version, ...weights.weights },
    unmet: unmetNeeds(units, index, now),
    seconds: Object.fromEntries(
      Object.entries(seconds).map(([step, value]) => [step, Math.round(value * 1000) / 1000]),
    ),
    peakRssMiB: Math.round(peakRssMiB),
  };
}
