import { patternOf, type PersonWords, type Tx } from '#platform';

/** Reviews of a person's own offers and promises. */
const OF_PROMISES = `SELECT r.id FROM offers o JOIN matches m ON m.offer_id = o.id JOIN reviews r ON r.subject_id = m.id AND r.subject_type IN ('match', 'messages') WHERE o.donor_id = $1
  UNION ALL SELECT r.id FROM offers o JOIN reviews r ON r.subject_id = o.id AND r.subject_type = 'offer' WHERE o.donor_id = $1`;
/** Reviews of organizations that a person worked for, and of what is theirs. */
const OF_ORGANIZATIONS = `
  WITH theirs AS (SELECT DISTINCT object_id::uuid AS id FROM grants WHERE person_id = $1 AND object_type = 'organization'),
    subjects AS (
      SELECT id FROM theirs UNION ALL SELECT n.id FROM needs n JOIN theirs t ON t.id = n.organization_id
      UNION ALL SELECT e.id FROM needs n JOIN theirs t ON t.id = n.organization_id JOIN need_edits e ON e.need_id = n.id
      UNION ALL SELECT v.id FROM needs n JOIN theirs t ON t.id = n.organization_id JOIN need_reports v ON v.need_id = n.id
      UNION ALL SELECT c.id FROM account_changes c JOIN theirs t ON t.id = c.organization_id)
  SELECT r.id FROM reviews r JOIN subjects s ON s.id = r.subject_id`;

/**
 * Takes a person who is erased out of what moderators wrote: words about their own promises go whole; where it is about an organization that they
 * worked for, their name; their address wherever it stands. That there was a decision, whose and which, stays.
 */
export async function forgetInDecisions(tx: Tx, { personId, names, addresses }: PersonWords): Promise<void> {
  await tx.query(
    `UPDATE decisions SET note = NULL, reason = CASE WHEN reason IS NOT NULL THEN '—' END WHERE review_id IN (${OF_PROMISES})`,
    [personId],
  );
  await tx.query(`DELETE FROM review_words WHERE review_id IN (${OF_PROMISES})`, [personId]);
  const [name, address] = [patternOf(names), patternOf(addresses)];
  const without = (flags: string): string =>
    `reason = regexp_replace(reason, $1, '—', '${flags}'), note = regexp_replace(note, $1, '—', '${flags}')`;
  if (address !== null)
    await tx.query(`UPDATE decisions SET ${without('gi')} WHERE reason ~* $1 OR note ~* $1`, [address]);
  if (name === null) return;
  const reviews = ((await tx.query(OF_ORGANIZATIONS, [personId])) as { id: string }[]).map((row) => row.id);
  await tx.query(`UPDATE decisions SET ${without('g')} WHERE review_id = ANY($2) AND (reason ~ $1 OR note ~ $1)`, [
    name,
    reviews,
  ]);
}
