import {
  hardConditions,
  scoreParts,
  type NeedSide,
  type OfferSide,
  type PairScore,
  type ScoringContext,
  type Words,
} from '#engine';

/** One transfer serves one organization, and nobody makes many for one gift. */
export const TRANSFERS_MOST = 5;

export interface ChosenNeed {
  readonly need: NeedSide;
  readonly scored: PairScore;
}

/** Where a gift goes: one need of each organization, the best first, and what nobody here can take. */
export interface GiftChoice {
  readonly parts: readonly ChosenNeed[];
  readonly left: number;
}

export interface ChoiceWorld {
  readonly context: ScoringContext;
  /** Milliseconds. */
  readonly now: number;
  readonly words: Words;
}

/** Parts of the score that say of this need what the giver did not choose themselves: for money, place and purpose are theirs. */
const TELLING: readonly string[] = ['urgency', 'waiting', 'completion', 'equity', 'trust'];

/** What weighed most for a need that was chosen, for who reads little. */
export function tellingParts<P extends { readonly part: string; readonly value: number; readonly weight: number }>(
  parts: readonly P[],
  most: number,
): P[] {
  return parts
    .filter(({ part }) => TELLING.includes(part))
    .sort((a, b) => b.value * b.weight - a.value * a.weight)
    .slice(0, most);
}

/** The needs that may have this gift, in the order in which proposals of it would stand. */
export function rankNeeds(
  gift: OfferSide,
  needs: readonly NeedSide[],
  { context, now, words }: ChoiceWorld,
): ChosenNeed[] {
  return needs
    .filter((need) => hardConditions(gift, need, { now }).length === 0)
    .map((need) => ({ need, scored: scoreParts(gift, need, context, now, words) }))
    .sort((a, b) => b.scored.score - a.scored.score || (a.need.id < b.need.id ? -1 : 1));
}

/**
 * Chooses for a gift that names no need. The best of those that take it whole has it, so that the giver makes one transfer. Where none takes it whole, the best of all takes what it has
 * room for and the rest is chosen for again, among other organizations. A rest below the smallest gift stays with its giver.
 */
export function chooseNeeds(gift: OfferSide, needs: readonly NeedSide[], world: ChoiceWorld): GiftChoice {
  const parts: ChosenNeed[] = [];
  let left = gift.left;
  let others = needs;
  while (left >= gift.min && parts.length < TRANSFERS_MOST) {
    const ranked = rankNeeds({ ...gift, left }, others, world);
    const best = ranked.find(({ scored }) => scored.amount === left) ?? ranked[0];
    if (!best) break;
    parts.push(best);
    left -= best.scored.amount;
    others = others.filter(({ organization }) => organization !== best.need.organization);
  }
  return { parts, left };
}
