import type { Tx } from '#platform';
import type { ROW_STATES, RowReason } from './bank-row.rules.js';
import { refuse } from './payments.refusals.js';

/** A row of a bank statement as it is worked on, locked. */
export interface Row {
  readonly id: string;
  readonly organizationId: string;
  readonly amount: number;
  readonly purpose: string;
  readonly state: (typeof ROW_STATES)[number];
  readonly reason: RowReason | null;
  readonly giftId: string | null;
  /** How often what was said of it was taken back. */
  readonly step: number;
  readonly uploadedBy: string;
}

const ROWS = `SELECT r.id, r.organization_id AS "organizationId", r.amount, coalesce(r.purpose, '') AS purpose, r.state, r.reason, r.gift_id AS "giftId", r.step, s.uploaded_by AS "uploadedBy"
  FROM bank_rows r JOIN bank_statements s ON s.id = r.statement_id`;

/** Whatever writes or cancels rows of an organization's statements waits for whoever does so before it. */
export async function lockStatements(tx: Tx, organizationId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('bank statements of ' || $1, 0))`, [organizationId]);
}

/** @throws bank.row-not-found */
export async function lockRow(tx: Tx, id: string): Promise<Row> {
  const [row]: Row[] = await tx.query(`${ROWS} WHERE r.id = $1 FOR UPDATE OF r`, [id]);
  return row ?? refuse('bank.row-not-found');
}

/** Those of these that nobody has looked at, and that nobody else looks at now. */
export function lockNewRows(tx: Tx, ids: readonly string[]): Promise<Row[]> {
  return tx.query(`${ROWS} WHERE r.id = ANY($1) AND r.reason = 'new' ORDER BY r.id FOR UPDATE OF r SKIP LOCKED`, [ids]);
}

/** Why rows wait for a person. */
export async function noteReasons(tx: Tx, reasons: ReadonlyMap<string, RowReason>): Promise<void> {
  if (reasons.size === 0) return;
  await tx.query(
    'UPDATE bank_rows r SET reason = s.reason FROM unnest($1::uuid[], $2::text[]) AS s(id, reason) WHERE r.id = s.id',
    [[...reasons.keys()], [...reasons.values()]],
  );
}

/** Says what rows are: gifts, or none (null). Who paid and with which words is forgotten by it. @param by null: their code has said it */
export async function decideRows(
  tx: Tx,
  gifts: ReadonlyMap<string, string | null>,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  if (gifts.size === 0) return;
  await tx.query(
    `UPDATE bank_rows r SET state = CASE WHEN s.gift IS NULL THEN 'not-a-gift' ELSE 'recognised' END, gift_id = s.gift, reason = NULL, payer = NULL, purpose = NULL, decided_by = $3, decided_at = $4
     FROM unnest($1::uuid[], $2::uuid[]) AS s(id, gift) WHERE r.id = s.id`,
    [[...gifts.keys()], [...gifts.values()], by, at],
  );
}
