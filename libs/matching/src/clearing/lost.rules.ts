import type { ClearedUnit } from './clear-unit.js';

/** A need that looked better for an offer than the one it was given to, and what became of it. */
export interface LostNeed {
  readonly need: string;
  readonly score: number;
  /** `met`: others bring all it needs; `dearer`: what others would lose if this offer went there is more than it would gain; `minimum`: the parts do not fit. */
  readonly reason: 'met' | 'dearer' | 'minimum';
  /** What it receives in this plan, and how much of that from others, in the base unit. */
  readonly matched: number;
  readonly needed: number;
  /** By how much the better score falls short of what the need is worth to others, per unit of score; 0 where prices do not decide. */
  readonly shortBy: number;
}

/**
 * "Why this one and not that?" for a donor: the needs with a higher score for the offer that it was not given to. The plan's prices tell: a
 * need's price is what the next best use of its place is worth, and every offer goes where its score exceeds the price most.
 * @returns null where the plan does not bring the two together
 */
export function lostTo(cleared: ClearedUnit, offerId: string, needId: string): LostNeed[] | null {
  const { pairs, plan, score } = cleared;
  const offer = pairs.offers.indexOf(offerId);
  if (offer < 0) return null;
  const [from, to] = [pairs.start[offer] as number, pairs.start[offer + 1] as number];
  const own = pairAt(cleared, from, to, needId);
  if (own === null) return null;
  const matched = new Map<number, number>();
  const looked = new Set(pairs.col.subarray(from, to));
  for (let pair = 0; pair < pairs.col.length; pair++) {
    const need = pairs.col[pair] as number;
    if (looked.has(need)) matched.set(need, (matched.get(need) ?? 0) + (plan.flow[pair] as number));
  }
  const margin = (pair: number): number => (score[pair] as number) - (plan.price[pairs.col[pair] as number] as number);
  const lost: LostNeed[] = [];
  for (let pair = from; pair < to; pair++) {
    if ((score[pair] as number) <= (score[own] as number) || (plan.flow[pair] as number) > 0) continue;
    const need = pairs.col[pair] as number;
    const [needed, got] = [pairs.demand[need] as number, matched.get(need) ?? 0];
    const short = margin(own) - margin(pair);
    const reason = got >= needed ? 'met' : (pairs.minimum[pair] as number) > Math.min(needed - got, pairs.supply[offer] as number) ? 'minimum' : 'dearer';
    lost.push({ need: pairs.needs[need] as string, score: score[pair] as number, reason, matched: got, needed, shortBy: Math.max(0, short) });
  }
  return lost.sort((a, b) => b.score - a.score || (a.need < b.need ? -1 : 1));
}

function pairAt({ pairs, plan }: ClearedUnit, from: number, to: number, needId: string): number | null {
  for (let pair = from; pair < to; pair++) if (pairs.needs[pairs.col[pair] as number] === needId && (plan.flow[pair] as number) > 0) return pair;
  return null;
}
