import type { NeedSide, OfferSide, ScoringContext, Exclusion } from '#engine';
import type { Kind } from '#kernel';

/**
 * What a clearing is given: everything that is open at one moment. The ids of sides are the names under which their owners know them (the
 * external id where there is one), so that equals are told apart the same way in a file and in the database; `rows` says which rows they are.
 */
export interface ClearingSnapshot {
  /** Milliseconds: the moment for which it plans. */
  readonly now: number;
  readonly kinds: readonly Kind[];
  readonly context: ScoringContext;
  readonly offers: readonly OfferSide[];
  readonly needs: readonly NeedSide[];
  readonly exclusions: readonly Exclusion[];
  readonly rows: { readonly offers: ReadonlyMap<string, string>; readonly needs: ReadonlyMap<string, string> };
}
