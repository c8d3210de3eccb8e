import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { AppealableType, AppealOutcome } from './appeal.rules.js';

/** An appeal with the decided review that it is against. */
export interface AppealRow {
  readonly id: string;
  readonly number: number;
  readonly reviewId: string;
  readonly personId: string | null;
  readonly words: string;
  readonly at: Date;
  readonly settledAt: Date | null;
  readonly outcome: AppealOutcome | null;
  readonly subjectType: AppealableType;
  readonly subjectId: string;
}

/** Appeals by their ids. */
export async function appealsById(db: Tx | DataSource, ids: readonly string[]): Promise<Map<string, AppealRow>> {
  if (ids.length === 0) return new Map();
  const rows: AppealRow[] = await db.query(
    `SELECT a.id, a.number, a.review_id AS "reviewId", a.person_id AS "personId", a.words, a.at, a.settled_at AS "settledAt", a.outcome,
       r.subject_type AS "subjectType", r.subject_id AS "subjectId"
     FROM appeals a JOIN reviews r ON r.id = a.review_id WHERE a.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The one that a review decides. @throws where it was deleted, which never happens */
export async function appealOf(tx: Tx, id: string): Promise<AppealRow> {
  const appeal = (await appealsById(tx, [id])).get(id);
  if (!appeal) throw new Error(`There is no appeal ${id}`);
  return appeal;
}

/** A moderator's word on an appeal, in the transaction of the decision. */
export async function closeAppeal(tx: Tx, id: string, outcome: AppealOutcome, at: Date): Promise<void> {
  await tx.query('UPDATE appeals SET settled_at = $2, outcome = $3 WHERE id = $1 AND settled_at IS NULL', [
    id,
    at,
    outcome,
  ]);
}

/** What waits for the answer to an appeal was taken back, or the suspension that it is against has ended: nothing is left to decide. */
export async function endAppealsOf(tx: Tx, subjectId: string, at: Date): Promise<void> {
  const [ended] = (await tx.query(
    `UPDATE appeals a SET settled_at = $2, outcome = 'moot' FROM reviews r WHERE r.subject_id = $1 AND a.review_id = r.id AND a.settled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM needs n WHERE n.id = $1 AND n.status = 'in_review')
       AND NOT EXISTS (SELECT 1 FROM organizations o WHERE o.id = $1 AND o.status = CASE r.subject_type WHEN 'suspension' THEN 'suspended' ELSE 'submitted' END) RETURNING a.id`,
    [subjectId, at],
  )) as [{ id: string }[], number];
  if (ended.length > 0)
    await tx.query(
      `UPDATE reviews SET status = 'returned', closed_at = $2 WHERE subject_type = 'appeal' AND subject_id = ANY($1) AND status IN ('open', 'escalated')`,
      [ended.map((one) => one.id), at],
    );
}

/** What a person who is erased wrote in appeals. */
export async function forgetAppeals(tx: Tx, { personId }: { readonly personId: string }): Promise<void> {
  await tx.query(`UPDATE appeals SET words = '—', person_id = NULL WHERE person_id = $1`, [personId]);
}
