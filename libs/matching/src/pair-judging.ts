import type { Catalogue } from '#catalogue';
import { hardConditions, scoreParts, type ScoringContext, type Words } from '#engine';
import { DAY_MS, MINUTE_MS, utcOffsetMinutes } from '#kernel';
import { pipeline, type Tx } from '#platform';
import { exclusionsBetween } from './exclusions.queries.js';
import { keyOf, type Fit, type Pair } from './proposal-fits.js';
import type { Sides } from './sides.queries.js';

/** Which of these pairs may be proposed now, with amount and score, on the rows as they are in this transaction. */
export async function judgePairs(
  tx: Tx,
  sides: Sides,
  pairs: readonly Pair[],
  { context, words, now }: { readonly context: ScoringContext; readonly words: Words; readonly now: number },
): Promise<Fit[]> {
  const [offerIds, needIds] = [
    [...new Set(pairs.map((pair) => pair.offerId))],
    [...new Set(pairs.map((pair) => pair.needId))],
  ];
  const found = await pipeline(
    sides.offers(tx, offerIds),
    sides.needs(tx, needIds),
    exclusionsBetween(tx, offerIds, needIds),
  );
  const [offers, needs, exclusions] = [
    new Map(found[0].map((side) => [side.id, side])),
    new Map(found[1].map((side) => [side.id, side])),
    new Map(found[2].map((exclusion) => [keyOf(exclusion), exclusion.until])),
  ];
  return pairs.flatMap((pair) => {
    const [offer, need] = [offers.get(pair.offerId), needs.get(pair.needId)];
    if (
      !offer ||
      !need ||
      hardConditions(offer, need, { now, excludedUntil: exclusions.get(keyOf(pair)) ?? null }).length > 0
    )
      return [];
    return [
      {
        ...pair,
        offer,
        need,
        scored: scoreParts(offer, need, context, now, words),
        weightsVersion: context.weights.version,
      },
    ];
  });
}

/** The last midnight that any of the region's time zones has had: scores of before it count other days. */
export function latestMidnight(catalogue: Catalogue, now: Date): Date {
  const zones = [...new Set(catalogue.places.map((place) => place.timeZone))];
  const midnights = zones.map((zone) => {
    const offset = utcOffsetMinutes(zone, now.getTime()) * MINUTE_MS;
    return Math.floor((now.getTime() + offset) / DAY_MS) * DAY_MS - offset;
  });
  return new Date(Math.max(...midnights));
}
