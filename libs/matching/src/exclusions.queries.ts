import type { Exclusion } from '#engine';
import { preparedQuery } from '#platform';
import type { Db } from './sides.queries.js';

const EXCLUSIONS = `SELECT offer_id, need_id, bool_or(not_before IS NULL) AS for_good, max(not_before) AS until
  FROM matches WHERE (status IN ('held', 'accepted', 'delivered', 'disputed', 'declined') OR (status = 'cancelled' AND not_before IS NOT NULL))`;

interface Row {
  offer_id: string;
  need_id: string;
  for_good: boolean;
  until: Date | null;
}

const toExclusion = (row: Row): Exclusion => ({
  offerId: row.offer_id,
  needId: row.need_id,
  until: row.for_good ? Infinity : (row.until?.getTime() ?? 0),
});

/** Every pair that may not meet: declined, cancelled a short while ago, or in a match that runs (which has no `not_before`). */
export async function allExclusions(db: Db): Promise<Exclusion[]> {
  return ((await db.query(`${EXCLUSIONS} GROUP BY offer_id, need_id`)) as Row[]).map(toExclusion);
}

/** The exclusions among the pairs of these offers with these needs. */
export async function exclusionsBetween(
  db: Db,
  offerIds: readonly string[],
  needIds: readonly string[],
): Promise<Exclusion[]> {
  if (offerIds.length === 0 || needIds.length === 0) return [];
  return (
    await preparedQuery<Row>(
      db,
      `${EXCLUSIONS} AND offer_id = ANY($1) AND need_id = ANY($2) GROUP BY offer_id, need_id`,
      [offerIds, needIds],
    )
  ).map(toExclusion);
}

/** The exclusions of one need, by offer. */
export async function exclusionsOfNeed(db: Db, needId: string): Promise<ReadonlyMap<string, number>> {
  const exclusions = (
    (await db.query(`${EXCLUSIONS} AND need_id = $1 GROUP BY offer_id, need_id`, [needId])) as Row[]
  ).map(toExclusion);
  return new Map(exclusions.map((exclusion) => [exclusion.offerId, exclusion.until]));
}

/** The exclusions of one offer, by need. */
export async function exclusionsOfOffer(db: Db, offerId: string): Promise<ReadonlyMap<string, number>> {
  const exclusions = (
    (await db.query(`${EXCLUSIONS} AND offer_id = $1 GROUP BY offer_id, need_id`, [offerId])) as Row[]
  ).map(toExclusion);
  return new Map(exclusions.map((exclusion) => [exclusion.needId, exclusion.until]));
}
