import type { DataSource } from 'typeorm';
import type { Tx } from './tx.js';

/**
 * Every write to the outbox (`mails`) and to the list of notices (`notifications`) after `sendMail` has put them there. What is sent, when and where is decided by
 * notifications; here stands what the rows may become.
 */
type Db = Tx | DataSource;

/** Where routing sends one mail; a reason where that is nowhere. */
export interface MailRoute {
  readonly id: string;
  readonly status: string;
  readonly reason?: string | null;
}

/** A mail that one process has alone until its lease ends. */
export interface ClaimedRow {
  readonly id: string;
  readonly personId: string;
  /** The mail's own address, else the person's present one. */
  readonly email: string | null;
  readonly kind: string;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
  readonly parts: unknown;
  readonly tries: number;
  readonly createdAt: Date;
  readonly sealed: Buffer | null;
}

/** Tokens of a mail that goes nowhere are erased in the same statement. */
export async function applyRoutes(tx: Tx, routes: readonly MailRoute[], at: Date): Promise<void> {
  await tx.query(
    `UPDATE mails m SET status = r.status, failed_reason = r.reason, sealed = CASE WHEN r.status IN ('ready', 'digest') THEN m.sealed END, next_try_at = CASE WHEN r.status = 'ready' THEN $2::timestamptz END
     FROM jsonb_to_recordset($1) AS r(id uuid, status text, reason text) WHERE m.id = r.id`,
    [JSON.stringify(routes), at],
  );
}

/** Takes up to `size` mails that are due, oldest first, for `leaseMs`; rows that another process is taking are passed over. Each taking counts as a try. */
export async function claimMails(db: Db, size: number, at: Date, leaseMs: number): Promise<ClaimedRow[]> {
  const [rows] = (await db.query(
    `WITH taken AS (SELECT id FROM mails WHERE status = 'ready' AND next_try_at <= $1 ORDER BY next_try_at, id LIMIT ${size} FOR UPDATE SKIP LOCKED)
     UPDATE mails m SET next_try_at = $2, tries = tries + 1 FROM taken WHERE m.id = taken.id
     RETURNING m.id, m.person_id AS "personId", coalesce(m.address, (SELECT p.email FROM people p WHERE p.id = m.person_id)) AS email, m.kind, m.locale, m.subject, m.body, m.parts, m.tries, m.created_at AS "createdAt", m.sealed`,
    [at, new Date(at.getTime() + leaseMs)],
  )) as [ClaimedRow[], number];
  return rows;
}

export async function noteSent(db: Db, id: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE mails SET status = 'sent', sent_at = $2, failed_reason = NULL, sealed = NULL WHERE id = $1 AND status = 'ready'`,
    [id, at],
  );
}

/** Nothing changes where another process has taken the mail since. */
export async function noteRetry(
  db: Db,
  { id, tries }: Pick<ClaimedRow, 'id' | 'tries'>,
  at: Date,
  reason: string,
): Promise<void> {
  await db.query(
    `UPDATE mails SET next_try_at = $3, failed_reason = $4 WHERE id = $1 AND status = 'ready' AND tries = $2`,
    [id, tries, at, reason],
  );
}

/** Nothing changes where another process has taken the mail since. */
export async function noteFailed(
  db: Db,
  { id, tries }: Pick<ClaimedRow, 'id' | 'tries'>,
  reason: string,
): Promise<void> {
  await db.query(
    `UPDATE mails SET status = 'failed', next_try_at = NULL, failed_reason = $3, sealed = NULL WHERE id = $1 AND status = 'ready' AND tries = $2`,
    [id, tries, reason],
  );
}

/** Erases tokens that have run out; a mail that has not left by then fails. */
export async function dropRunOutTokens(db: Db, at: Date): Promise<void> {
  await db.query(
    `UPDATE mails SET sealed = NULL, next_try_at = NULL, failed_reason = CASE WHEN status IN ('new', 'ready') THEN 'link-expired' ELSE failed_reason END,
       status = CASE WHEN status IN ('new', 'ready') THEN 'failed' ELSE status END
     WHERE sealed IS NOT NULL AND sealed_until <= $1`,
    [at],
  );
}

/** Fails what was due before this moment and has not left. */
export async function dropStaleMails(db: Db, before: Date): Promise<void> {
  await db.query(
    `UPDATE mails SET status = 'failed', next_try_at = NULL, failed_reason = 'too-old', sealed = NULL WHERE status = 'ready' AND next_try_at < $1`,
    [before],
  );
}

/** A failed mail is due again, as if it were new. The row must be locked. */
export async function retryMail(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query(`UPDATE mails SET status = 'ready', tries = 0, next_try_at = $2, failed_reason = NULL WHERE id = $1`, [
    id,
    at,
  ]);
}

/** The summary of a day, already sealed. */
export interface DigestRow {
  readonly id: string;
  readonly personId: string;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
  readonly parts: unknown;
  readonly sealed: Buffer | null;
  readonly sealedUntil: Date | null;
}

/** Puts the summary into the outbox and ends the mails that it tells of. False, and nothing changes, where it is there already. */
export async function addDigest(tx: Tx, digest: DigestRow, toldIds: readonly string[]): Promise<boolean> {
  const { id, personId, locale, subject, body, parts, sealed, sealedUntil } = digest;
  const written: unknown[] = await tx.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, kind, parts, sealed, sealed_until, searched)
     VALUES ($1, $2, 'digest', $3, $4, $5, 'digest', $6, $7, $8, true) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, personId, locale, subject, body, parts, sealed, sealedUntil],
  );
  if (written.length === 0) return false;
  await tx.query(`UPDATE mails SET status = 'in_digest', digest_id = $2, sealed = NULL WHERE id = ANY($1)`, [
    toldIds,
    id,
  ]);
  return true;
}

/** Ends mails that no summary tells of any more: what they ask for is over. Their notices stay in the list. */
export async function dropFromDigest(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query(`UPDATE mails SET status = 'off', sealed = NULL WHERE id = ANY($1)`, [ids]);
}

/** These were looked at for tokens in their text. */
export async function markSearched(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('UPDATE mails SET searched = true WHERE id = ANY($1)', [ids]);
}

/** Replaces the text of a mail. `sealed` null: its tokens are gone, and the mail says so from its creation on. `parts` is JSON text. */
export async function replaceMailText(
  tx: Tx,
  id: string,
  text: { readonly body: string; readonly parts: string | null },
  sealed: { readonly bytes: Buffer | null; readonly until: Date } | null,
): Promise<void> {
  await tx.query(
    'UPDATE mails SET body = $2, parts = $3::jsonb, sealed = $4, sealed_until = coalesce($5, created_at) WHERE id = $1',
    [id, text.body, text.parts, sealed?.bytes ?? null, sealed?.until ?? null],
  );
}

/** The person has seen this notice. False: they have none of this id. */
export async function markNoticeRead(db: Db, personId: string, id: string, at: Date): Promise<boolean> {
  const [, count] = (await db.query(
    'UPDATE notifications SET read_at = coalesce(read_at, $3) WHERE id = $1 AND person_id = $2',
    [id, personId, at],
  )) as [unknown, number];
  return count > 0;
}

export async function markAllNoticesRead(db: Db, personId: string, at: Date): Promise<void> {
  await db.query('UPDATE notifications SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL', [personId, at]);
}
