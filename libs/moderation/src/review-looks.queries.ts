import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';

/** At which of these reviews a person has looked at what is closed, and when first. */
export async function looksOf(
  db: Tx | DataSource,
  personId: string,
  reviewIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows: { reviewId: string; at: Date }[] = await db.query(
    'SELECT review_id AS "reviewId", at FROM review_looks WHERE review_id = ANY($1) AND person_id = $2',
    [reviewIds, personId],
  );
  return new Map(rows.map(({ reviewId, at }) => [reviewId, at]));
}

/** False where this person has looked before. */
export async function writeLook(tx: Tx, personId: string, reviewId: string, now: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'INSERT INTO review_looks (review_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING review_id',
    [reviewId, personId, now],
  );
  return rows.length > 0;
}
