import { preparedQuery, forceGenericPlan } from '#platform';
import type { Db } from './balances.queries.js';
import type { OfferBalance } from './accounts.rules.js';

/** What left an offer for a match and came, and what was lost on the way: in the base unit, less what was taken back. */
export interface Arrived {
  readonly arrived: number;
  readonly lost: number;
}

/** `delivered` is what has left the offer: `arrived`, and `lost` on the way. */
export type GivenBalance = OfferBalance & { readonly arrived: number; readonly lost: number };

/** What counts of a transfer `t`: less what was taken back of it. */
export const LESS_REVERSALS = `t.amount - coalesce((SELECT sum(back.amount) FROM transfers back WHERE back.mirrors = t.id), 0)::bigint`;

/** What the need of a match received by it and still has, by entry, the last first. */
export function receivedByMatch(db: Db, matchId: string): Promise<{ id: string; left: number }[]> {
  return db.query(
    `SELECT t.id, (${LESS_REVERSALS})::bigint AS "left" FROM transfers t JOIN accounts a ON a.id = t.credit
     WHERE t.subject_id = $1 AND t.subject_type = 'match' AND t.kind = 'delivery' AND t.phase IN ('posted', 'post') AND a.kind = 'need' ORDER BY t.at DESC, t.id`,
    [matchId],
  );
}

/** Of matches by id; those of which nothing left an offer are missing. */
export async function arrivedInMatches(db: Db, matchIds: readonly string[]): Promise<Map<string, Arrived>> {
  if (matchIds.length === 0) return new Map();
  const rows = await preparedQuery<{ id: string } & Arrived>(
    db,
    `SELECT t.subject_id AS id, coalesce(sum(${LESS_REVERSALS}) FILTER (WHERE t.kind <> 'loss'), 0)::bigint AS arrived, coalesce(sum(${LESS_REVERSALS}) FILTER (WHERE t.kind = 'loss'), 0)::bigint AS lost
     FROM transfers t WHERE t.subject_id = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND t.subject_type = 'match' AND t.kind IN ('delivery', 'surplus', 'stock', 'loss') AND t.phase IN ('posted', 'post') GROUP BY t.subject_id`,
    [matchIds],
  );
  return new Map(rows.map(({ id, arrived, lost }) => [id, { arrived, lost }]));
}

/** What was lost of matches while a person carried it, by match; those of which nothing was are missing. */
export async function lostByCarriers(db: Db, matchIds: readonly string[]): Promise<Map<string, number>> {
  if (matchIds.length === 0) return new Map();
  const rows: { id: string; amount: number }[] = await db.query(
    `SELECT t.subject_id AS id, sum(${LESS_REVERSALS})::bigint AS amount FROM transfers t JOIN accounts a ON a.id = t.credit AND a.kind = 'losses' AND a.holder_type = 'party'
     WHERE t.subject_id = ANY($1) AND t.subject_type = 'match' AND t.kind = 'loss' GROUP BY t.subject_id`,
    [matchIds],
  );
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}

/** Balances as their givers read them. Only offers of which something has left can have lost something. */
export async function withLosses(
  db: Db,
  balances: ReadonlyMap<string, OfferBalance>,
): Promise<Map<string, GivenBalance>> {
  const gone = [...balances].filter(([, balance]) => balance.delivered > 0).map(([id]) => id);
  const lost = new Map<string, number>();
  if (gone.length > 0) {
    const rows = await preparedQuery<{ id: string; lost: number }>(
      db,
      `SELECT a.holder_id AS id, sum(${LESS_REVERSALS})::bigint AS lost FROM accounts a JOIN transfers t ON t.debit = a.id
       WHERE a.kind = 'offer' AND a.holder_id = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND t.kind = 'loss' GROUP BY a.holder_id`,
      [gone],
    );
    for (const row of rows) lost.set(row.id, row.lost);
  }
  return new Map(
    [...balances].map(([id, balance]) => [
      id,
      { ...balance, arrived: balance.delivered - (lost.get(id) ?? 0), lost: lost.get(id) ?? 0 },
    ]),
  );
}
