import type { Fact } from '#kernel';
import type { FactJob, Tx } from '#platform';

/** What a person shared or wrote to meet others, and who looked at it. Windows stay with the match they were for. */
export async function forgetMeetings(tx: Tx, personId: string): Promise<void> {
  await tx.query('DELETE FROM match_contacts WHERE given_by = $1', [personId]);
  await tx.query('DELETE FROM contact_looks WHERE owner_id = $1', [personId]);
  await tx.query(
    'UPDATE stated_values v SET paper = NULL FROM matches m JOIN offers o ON o.id = m.offer_id WHERE v.match_id = m.id AND o.donor_id = $1 AND v.paper IS NOT NULL',
    [personId],
  );
  await tx.query('UPDATE hand_overs SET place = NULL, note = NULL WHERE proposer_id = $1', [personId]);
}

/** Follows `person.erased`, once more: a yes that was under way beside the erasure may have written since. */
export const forgetMeetingsJob: FactJob<Fact<'person.erased'>> = {
  name: 'matching.forget-meetings',
  apply: (tx, fact) => forgetMeetings(tx, fact.payload.personId),
};
