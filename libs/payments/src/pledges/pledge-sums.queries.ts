import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { PledgeSums } from './pledge.rules.js';

/** Of a gift of a pledge (`g`): what is awaited of it, and what came and was not sent back (`a`, the account of its offer). */
export const DUE = `CASE WHEN g.status = 'promised' THEN g.amount ELSE 0 END`;
export const CAME = 'coalesce(a.posted_out, 0)';
export const PLEDGED_GIFTS = `pledge_transfers t JOIN gifts g ON g.pledge_transfer_id = t.id LEFT JOIN accounts a ON a.kind = 'offer' AND a.holder_id = g.offer_id`;

/** What of a pledge came and is awaited. Counted, never kept. */
export async function readSumsOf(db: Tx | DataSource, pledgeId: string): Promise<PledgeSums> {
  const [row]: PledgeSums[] = await db.query(
    `SELECT p.ceiling, coalesce(s.arrived, 0)::bigint AS arrived, coalesce(s.due, 0)::bigint AS due FROM pledges p
     LEFT JOIN LATERAL (SELECT sum(${CAME}) AS arrived, sum(${DUE}) AS due FROM ${PLEDGED_GIFTS} WHERE t.pledge_id = p.id) s ON true WHERE p.id = $1`,
    [pledgeId],
  );
  return row ?? { ceiling: 0, arrived: 0, due: 0 };
}
