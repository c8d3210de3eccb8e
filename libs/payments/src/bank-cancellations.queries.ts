import type { Tx } from '#platform';

/** What keeps an import from being cancelled: how many of its rows have money that has moved on since, by what happened to it. */
export interface MovedOn {
  /** Its surplus was decided about. */
  readonly decided: number;
  /** It was sent back to its giver. */
  readonly refunded: number;
  /** Its need has spent more than would be left. */
  readonly spent: number;
}

const GIFTS = `SELECT g.id, g.match_id, g.need_id, g.refund_amount FROM (
    SELECT r.gift_id FROM bank_rows r WHERE r.statement_id = $1 AND r.gift_id IS NOT NULL
    UNION ALL SELECT p.gift_id FROM bank_rows r JOIN bank_row_parts p ON p.row_id = r.id AND p.undone_at IS NULL WHERE r.statement_id = $1) b JOIN gifts g ON g.id = b.gift_id`;
const MOVED_ON = `WITH its AS MATERIALIZED (${GIFTS}),
  subjects AS (SELECT match_id AS id FROM its WHERE match_id IS NOT NULL UNION ALL SELECT r.id FROM bank_rows r WHERE r.statement_id = $1 AND r.state IN ('surplus', 'split')),
  came AS (SELECT i.need_id, sum(t.amount - coalesce((SELECT sum(b.amount) FROM transfers b WHERE b.mirrors = t.id), 0)) AS amount
    FROM its i JOIN transfers t ON t.subject_id = i.match_id AND t.subject_type = 'match' AND t.kind = 'delivery' AND t.phase IN ('posted', 'post') GROUP BY i.need_id)
  SELECT (SELECT count(*) FROM subjects j JOIN transfers t ON t.subject_id = j.id AND t.kind = 'surplus' AND t.subject_type IN ('match', 'gift') JOIN surpluses s ON s.id = t.id AND s.state NOT IN ('waiting', 'undone'))::int AS decided,
    (SELECT count(*) FROM its WHERE refund_amount IS NOT NULL)::int AS refunded,
    (SELECT count(*) FROM came c JOIN accounts a ON a.kind = 'need' AND a.holder_id = c.need_id WHERE c.amount > a.posted_in - a.posted_out)::int AS spent`;

export async function readMovedOn(tx: Tx, statementId: string): Promise<MovedOn> {
  const [moved]: [MovedOn] = await tx.query(MOVED_ON, [statementId]);
  return moved;
}

/**
 * Whether a statement that was imported later has rows that were known before and may be rows of this one: cancelled, they would be missing there.
 * Of statements whose days nobody noted it may be any.
 */
export async function isKnownLater(tx: Tx, statementId: string): Promise<boolean> {
  const later: unknown[] = await tx.query(
    `SELECT 1 FROM bank_statements o JOIN bank_statements s ON s.organization_id = o.organization_id AND s.state = 'read' AND (s.uploaded_at, s.id) > (o.uploaded_at, o.id)
     WHERE o.id = $1 AND coalesce(s.first_day <= o.last_day AND s.last_day >= o.first_day, s.rows > 0 AND o.rows > 0)
       AND s.rows > (SELECT count(*) FROM bank_rows r WHERE r.statement_id = s.id) AND EXISTS (SELECT 1 FROM bank_rows r WHERE r.statement_id = o.id) LIMIT 1`,
    [statementId],
  );
  return later.length > 0;
}

/** What nobody has said anything of, or that it is no gift, is in no book: it goes at once, and its words with it. */
export async function cancelUnbooked(
  tx: Tx,
  statementId: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE bank_rows SET state = 'cancelled', reason = NULL, payer = NULL, purpose = NULL, decided_by = $2, decided_at = $3 WHERE statement_id = $1 AND state IN ('to-decide', 'not-a-gift')`,
    [statementId, by, at],
  );
}
