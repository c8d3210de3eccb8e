import type { Tx } from '#platform';

/**
 * Short names of the organizations that a person would leave without an owner. Drafts may be left.
 * @param lock where the person leaves in this transaction: two owners cannot leave at once
 */
export async function ownedAlone(db: Tx, personId: string, lock: '' | 'FOR UPDATE'): Promise<string[]> {
  const rows = (await db.query(
    `SELECT g.object_id, g.person_id, o.short_name FROM grants g JOIN organizations o ON o.id::text = g.object_id
     WHERE g.object_type = 'organization' AND g.role = 'owner' AND g.revoked_at IS NULL AND o.status <> 'draft'
       AND g.object_id IN (SELECT object_id FROM grants WHERE person_id = $1 AND object_type = 'organization' AND role = 'owner' AND revoked_at IS NULL)
     ORDER BY g.id ${lock && `${lock} OF g`}`,
    [personId],
  )) as { object_id: string; person_id: string; short_name: string }[];
  return rows
    .filter(
      (row) =>
        row.person_id === personId &&
        !rows.some((other) => other.object_id === row.object_id && other.person_id !== personId),
    )
    .map((row) => row.short_name);
}
