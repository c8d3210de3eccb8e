import type { Tx } from '#platform';
import type { SurplusState } from './surplus.rules.js';

/** Money of a row that lies aside: beyond what the need of a gift could take, or nobody's. */
export interface Aside {
  readonly id: string;
  readonly amount: number;
  readonly state: SurplusState;
  /** The entry by which it lies there now. */
  readonly entry: string;
  readonly purpose: string;
  /** Null: nobody's. */
  readonly matchId: string | null;
}

/** Gifts that a row was said to be, also those that it was divided over. */
const GIFTS_OF_ROW = `SELECT gift_id FROM bank_rows WHERE id = $1 AND gift_id IS NOT NULL UNION ALL SELECT gift_id FROM bank_row_parts WHERE row_id = $1 AND undone_at IS NULL`;

export async function readGiftIds(tx: Tx, rowId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(`SELECT gift_id AS id FROM (${GIFTS_OF_ROW}) r`, [rowId]);
  return rows.map(({ id }) => id);
}

/** By id: the order in which they are locked. */
export function readAside(tx: Tx, rowId: string): Promise<Aside[]> {
  return tx.query(
    `SELECT t.id, t.amount, coalesce(s.state, 'waiting') AS state, coalesce(s.entry, t.id) AS entry, a.purpose, CASE WHEN t.subject_type = 'match' THEN t.subject_id END AS "matchId"
     FROM transfers t JOIN accounts a ON a.id = t.credit LEFT JOIN surpluses s ON s.id = t.id
     WHERE t.kind = 'surplus' AND t.subject_type IN ('match', 'gift') AND t.subject_id IN (SELECT $1::uuid UNION ALL SELECT g.match_id FROM gifts g WHERE g.match_id IS NOT NULL AND g.id IN (${GIFTS_OF_ROW}))
       AND coalesce(s.state, 'waiting') <> 'undone' ORDER BY t.id`,
    [rowId],
  );
}
