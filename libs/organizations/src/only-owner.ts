import { refuseAccount } from '#identity';
import type { Tx } from '#platform';

/** Organizations that a person would leave without an owner, locked so that two owners cannot leave at once. Drafts may be left. */
export async function refuseOnlyOwner(tx: Tx, personId: string): Promise<void> {
  const rows = (await tx.query(
    `SELECT g.object_id, g.person_id, o.short_name FROM grants g JOIN organizations o ON o.id::text = g.object_id
     WHERE g.object_type = 'organization' AND g.role = 'owner' AND g.revoked_at IS NULL AND o.status <> 'draft'
       AND g.object_id IN (SELECT object_id FROM grants WHERE person_id = $1 AND object_type = 'organization' AND role = 'owner' AND revoked_at IS NULL)
     ORDER BY g.id FOR UPDATE OF g`,
    [personId],
  )) as { object_id: string; person_id: string; short_name: string }[];
  const alone = rows.find(
    (row) =>
      row.person_id === personId &&
      !rows.some((other) => other.object_id === row.object_id && other.person_id !== personId),
  );
  if (alone) refuseAccount('identity.only-owner', { organization: alone.short_name });
}
