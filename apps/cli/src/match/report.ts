import { planReport, unmetNeeds, type ClearedUnit, type PairIndex, type ShareRow, type WeightVersion } from '#engine';

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

/** report.json: all figures of a run, as a clearing of the service reports them. */
export function reportOf(units: readonly ClearedUnit[], index: PairIndex, facts: RunFacts): Record<string, unknown> {
  const { offers, needs, rejectedRows, matches, weights, equity, now, seconds, peakRssMiB } = facts;
  const { pairs, gap, flowGap, byUnit, byPlace, byOrganization, bySphere, fairness } = planReport(units, index, weights);
  return {
    offers, needs, rejectedRows, pairs, matches, gap, flowGap, byUnit,
    byPlace: byPlace.map((row) => named(row, 'place')), byOrganization: byOrganization.map((row) => named(row, 'organization')), bySphere: bySphere.map((row) => named(row, 'sphere')),
    fairness, equity, weights: { version: weights.version, ...weights.weights },
    unmet: unmetNeeds(units, index, now),
    seconds: Object.fromEntries(Object.entries(seconds).map(([step, value]) => [step, Math.round(value * 1000) / 1000])),
    peakRssMiB: Math.round(peakRssMiB),
  };
}

const named = ({ key, ...row }: ShareRow, name: string): Record<string, unknown> => ({ [name]: key, ...row });
