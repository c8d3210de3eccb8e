import type { KeptRecord, WeightVersion } from './scoring/score.rules.js';

/** What the score must know beyond the two sides: weights, how much has arrived where, and who kept promises. Shares are millionths. */
export interface ScoringContext {
  readonly weights: WeightVersion;
  /** Mean share received, over the needs of the last year in the whole region. */
  readonly region: number;
  /** The same by place code; a place that is missing has received nothing. */
  readonly places: ReadonlyMap<string, number>;
  /** The same by organization id. */
  readonly organizations: ReadonlyMap<string, number>;
  /** By organization id and by donor's party id; one that is missing has no history. */
  readonly organizationRecords: ReadonlyMap<string, KeptRecord>;
  readonly donorRecords: ReadonlyMap<string, KeptRecord>;
}

export const NO_RECORD: KeptRecord = { kept: 0, of: 0 };

/** A region in which nothing has happened yet. */
export function freshContext(weights: WeightVersion): ScoringContext {
  return {
    weights,
    region: 0,
    places: new Map(),
    organizations: new Map(),
    organizationRecords: new Map(),
    donorRecords: new Map(),
  };
}
