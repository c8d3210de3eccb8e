import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { Actor } from '#identity';
import { holdEnds } from './decision.rules.js';

interface HoldRow {
  readonly reviewId: string;
  readonly personId: string;
  readonly name: string;
  readonly since: Date;
  readonly until: Date;
}

/** A review in the hands of a moderator. */
export interface ReviewHold {
  readonly person: { readonly id: string; readonly name: string };
  readonly mine: boolean;
  readonly since: string;
  readonly until: string;
}

/** Who has which of these reviews open now, by review. */
export async function holdsOf(
  db: Tx | DataSource,
  reviewIds: readonly string[],
  now: Date,
): Promise<Map<string, HoldRow>> {
  const rows: HoldRow[] = await db.query(
    `SELECT h.review_id AS "reviewId", h.person_id AS "personId", p.name, h.since, h.until
     FROM review_holds h JOIN people p ON p.id = h.person_id WHERE h.review_id = ANY($1) AND h.until > $2`,
    [reviewIds, now],
  );
  return new Map(rows.map((row) => [row.reviewId, row]));
}

export async function holderOf(tx: Tx, reviewId: string, now: Date): Promise<string | null> {
  return (await holdsOf(tx, [reviewId], now)).get(reviewId)?.personId ?? null;
}

/** Begins a hold or prolongs one's own. The hold of another person, unless it has run out, ends by `takeOver` alone. */
export async function writeHold(tx: Tx, actor: Actor, reviewId: string, now: Date, takeOver: boolean): Promise<void> {
  await tx.query(
    `INSERT INTO review_holds AS h (review_id, person_id, since, until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (review_id) DO UPDATE SET person_id = EXCLUDED.person_id, until = EXCLUDED.until,
       since = CASE WHEN h.person_id = EXCLUDED.person_id AND h.until > EXCLUDED.since THEN h.since ELSE EXCLUDED.since END
     WHERE h.person_id = EXCLUDED.person_id OR h.until <= EXCLUDED.since OR $5`,
    [reviewId, actor.personId, now, holdEnds(now), takeOver],
  );
}

/** One's own hold ends: the review is decided, or its page was left. */
export async function endHold(db: Tx | DataSource, actor: Actor, reviewId: string): Promise<void> {
  await db.query('DELETE FROM review_holds WHERE review_id = $1 AND person_id = $2', [reviewId, actor.personId]);
}

/** A hold as this reader sees it. */
export const holdIn = (hold: HoldRow, actor: Actor): ReviewHold => ({
  person: { id: hold.personId, name: hold.name },
  mine: hold.personId === actor.personId,
  since: hold.since.toISOString(),
  until: hold.until.toISOString(),
});
