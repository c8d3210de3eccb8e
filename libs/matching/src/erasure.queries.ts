import type { Tx } from '#platform';

/** Of a donor the matches that are promised and not confirmed, oldest first. */
export async function promisedBy(db: Tx, donorId: string): Promise<string[]> {
  const rows = (await db.query(
    `SELECT m.id FROM matches m JOIN offers o ON o.id = m.offer_id WHERE o.donor_id = $1 AND m.status IN ('held', 'accepted', 'delivered', 'disputed') ORDER BY m.held_at, m.id`,
    [donorId],
  )) as { id: string }[];
  return rows.map((row) => row.id);
}

export async function liveOffers(db: Tx, donorId: string): Promise<string[]> {
  const rows = (await db.query(
    `SELECT id FROM offers WHERE donor_id = $1 AND status IN ('open', 'partly_used', 'unconfirmed', 'in_review') ORDER BY id`,
    [donorId],
  )) as { id: string }[];
  return rows.map((row) => row.id);
}

/** Ids of what a donor offered and promised. */
export async function thingsOf(tx: Tx, donorId: string): Promise<string[]> {
  const rows = (await tx.query(
    `SELECT id FROM offers WHERE donor_id = $1 UNION SELECT id FROM standing_offers WHERE donor_id = $1 UNION SELECT m.id FROM offers o JOIN matches m ON m.offer_id = o.id WHERE o.donor_id = $1`,
    [donorId],
  )) as { id: string }[];
  return rows.map((row) => row.id);
}

/** Why matches of a donor ended or were disputed, as far as a person wrote it in words; codes stay. */
export async function forgetReasons(tx: Tx, donorId: string): Promise<void> {
  await tx.query(
    `UPDATE matches SET reason = NULL WHERE reason !~ '^[a-z-]+$' AND offer_id IN (SELECT id FROM offers WHERE donor_id = $1)`,
    [donorId],
  );
  await tx.query(
    `UPDATE matches SET dispute_answer = NULL WHERE dispute_answer IS NOT NULL AND offer_id IN (SELECT id FROM offers WHERE donor_id = $1)`,
    [donorId],
  );
  await tx.query(
    `UPDATE matches SET decided = '' WHERE decided <> '' AND offer_id IN (SELECT id FROM offers WHERE donor_id = $1)`,
    [donorId],
  );
}
