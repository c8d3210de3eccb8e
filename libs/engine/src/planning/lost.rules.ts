import type { ClearedUnit } from './clear-unit.js';
import { matchedByNeed } from './fairness.rules.js';

/** A need that looked better for an offer than the one it was given to, and what became of it. */
export interface LostNeed {
  readonly need: string;
  readonly score: number;
  /** `met`: others bring all it needs; `dearer`: what others would lose if this offer went there is more than it would gain; `minimum`: the parts do not fit. */
  readonly reason: 'met' | 'dearer' | 'minimum';
  /** What it receives in this plan, and what it needs, in the base unit. */
  readonly matched: number;
  readonly needed: number;
  /** By how much the better score falls short of what the need is worth to others, per unit of score; 0 where prices do not decide. */
  readonly shortBy: number;
}

/** One line of a plan, and what its offer was not given to. */
export interface PassedOver {
  readonly offer: string;
  readonly need: string;
  readonly score: number;
  /** How many needs looked better; `lost` has the best of them. */
  readonly better: number;
  readonly lost: readonly LostNeed[];
}

/**
 * "Why this one and not that?" for a donor: the needs with a higher score for the offer that it was not given to. The plan's prices tell: a
 * need's price is what the next best use of its place is worth, and every offer goes where its score exceeds the price most.
 * @returns null where the plan does not bring the two together
 */
export function lostTo(cleared: ClearedUnit, offerId: string, needId: string): LostNeed[] | null {
  const { pairs, plan } = cleared;
  const offer = pairs.offers.indexOf(offerId);
  if (offer < 0) return null;
  for (let pair = pairs.start[offer] as number; pair < (pairs.start[offer + 1] as number); pair++) {
    if (pairs.needs[pairs.col[pair] as number] === needId && (plan.flow[pair] as number) > 0)
      return lostOf(cleared, matchedByNeed(pairs, plan.flow), offer, pair);
  }
  return null;
}

/** The same for every line of a plan for which some need looked better, with at most `most` of them; in the order of offers. */
export function passedOver(cleared: ClearedUnit, most: number): PassedOver[] {
  const { pairs, plan, score } = cleared;
  const matched = matchedByNeed(pairs, plan.flow);
  return pairs.offers.flatMap((offer, at) => {
    const found: PassedOver[] = [];
    for (let pair = pairs.start[at] as number; pair < (pairs.start[at + 1] as number); pair++) {
      if ((plan.flow[pair] as number) === 0) continue;
      const lost = lostOf(cleared, matched, at, pair);
      if (lost.length > 0)
        found.push({
          offer,
          need: pairs.needs[pairs.col[pair] as number] as string,
          score: score[pair] as number,
          better: lost.length,
          lost: lost.slice(0, most),
        });
    }
    return found;
  });
}

/** Best first. @param own the pair that was given something */
function lostOf({ pairs, plan, score }: ClearedUnit, matched: Float64Array, offer: number, own: number): LostNeed[] {
  const margin = (pair: number): number => (score[pair] as number) - (plan.price[pairs.col[pair] as number] as number);
  const lost: LostNeed[] = [];
  for (let pair = pairs.start[offer] as number; pair < (pairs.start[offer + 1] as number); pair++) {
    if ((score[pair] as number) <= (score[own] as number) || (plan.flow[pair] as number) > 0) continue;
    const need = pairs.col[pair] as number;
    const [needed, got] = [pairs.demand[need] as number, matched[need] as number];
    const short = margin(own) - margin(pair);
    const reason =
      got >= needed
        ? 'met'
        : (pairs.minimum[pair] as number) > Math.min(needed - got, pairs.supply[offer] as number)
          ? 'minimum'
          : 'dearer';
    lost.push({
      need: pairs.needs[need] as string,
      score: score[pair] as number,
      reason,
      matched: got,
      needed,
      shortBy: Math.max(0, short),
    });
  }
  return lost.sort((a, b) => b.score - a.score || (a.need < b.need ? -1 : 1));
}
