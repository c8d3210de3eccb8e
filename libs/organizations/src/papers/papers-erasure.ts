import type { PersonWords, Tx } from '#platform';

/** What was recorded about a person who is erased goes, and their code. What they recorded of others stays the organization's. */
export async function forgetPapers(tx: Tx, { personId }: PersonWords): Promise<void> {
  await tx.query('DELETE FROM paper_codes WHERE person_id = $1', [personId]); // first: who is using it now has recorded their check by then
  await tx.query('DELETE FROM paper_checks WHERE person_id = $1', [personId]);
}
