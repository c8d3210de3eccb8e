import { ask } from '#platform';
import type { Db } from './sides.queries.js';

export interface Bar {
  readonly offerId: string;
  readonly needId: string;
  /** Milliseconds; Infinity: for good, or as long as their match runs. */
  readonly until: number;
}

const BARS = `SELECT offer_id, need_id, bool_or(status <> 'declined' OR not_before IS NULL) AS for_good, max(not_before) AS until
  FROM matches WHERE status IN ('held', 'accepted', 'delivered', 'disputed', 'declined')`;

interface Row {
  offer_id: string;
  need_id: string;
  for_good: boolean;
  until: Date | null;
}

const toBar = (row: Row): Bar => ({ offerId: row.offer_id, needId: row.need_id, until: row.for_good ? Infinity : (row.until?.getTime() ?? 0) });

/** Every pair that may not meet: declined, or in a match that runs. */
export async function allBars(db: Db): Promise<Bar[]> {
  return ((await db.query(`${BARS} GROUP BY offer_id, need_id`)) as Row[]).map(toBar);
}

/** The bars among the pairs of these offers with these needs. */
export async function barsBetween(db: Db, offerIds: readonly string[], needIds: readonly string[]): Promise<Bar[]> {
  if (offerIds.length === 0 || needIds.length === 0) return [];
  return (await ask<Row>(db, `${BARS} AND offer_id = ANY($1) AND need_id = ANY($2) GROUP BY offer_id, need_id`, [offerIds, needIds])).map(toBar);
}

/** The bars of one need, by offer. */
export async function barsOfNeed(db: Db, needId: string): Promise<ReadonlyMap<string, number>> {
  const bars = ((await db.query(`${BARS} AND need_id = $1 GROUP BY offer_id, need_id`, [needId])) as Row[]).map(toBar);
  return new Map(bars.map((bar) => [bar.offerId, bar.until]));
}

/** The bars of one offer, by need. */
export async function barsOfOffer(db: Db, offerId: string): Promise<ReadonlyMap<string, number>> {
  const bars = ((await db.query(`${BARS} AND offer_id = $1 GROUP BY offer_id, need_id`, [offerId])) as Row[]).map(toBar);
  return new Map(bars.map((bar) => [bar.needId, bar.until]));
}
