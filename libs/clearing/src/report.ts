import type { Kind } from '#catalogue';
import type { WeightVersion } from '#matching';

/** Sums of one base unit. Objective and bound are integers that may exceed 2^53, so they are text. */
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
}
export type { WeightVersion };
