import type { PersonWords, Tx } from '#platform';

/**
 * Invitations to a person who is erased go. Those that they wrote stay the organization's, but one whose mail has not left ends with it: the mail
 * to a person without an account stands under the inviter.
 */
export async function forgetInvitations(tx: Tx, { personId, addresses }: PersonWords): Promise<void> {
  await tx.query('DELETE FROM organization_invitations WHERE email = ANY($1)', [addresses]);
  await tx.query('DELETE FROM organization_invitations WHERE accepted_by = $1', [personId]);
  await tx.query(
    `UPDATE organization_invitations i SET ended_at = now() FROM mails m
     WHERE m.id = i.id AND m.person_id = $1 AND m.status IN ('new', 'ready') AND i.invited_by = $1 AND i.ended_at IS NULL`,
    [personId],
  );
}
