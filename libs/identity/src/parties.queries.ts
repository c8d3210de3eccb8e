import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { PartyKind } from './person.entity.js';

/** Parties that have no account of their own, made once: one that is there already stays as it is. */
export async function addParties(
  tx: Tx,
  parties: readonly { readonly id: string; readonly kind: PartyKind }[],
): Promise<void> {
  await tx.query(
    'INSERT INTO parties (id, kind) SELECT r.id, r.kind FROM json_to_recordset($1) AS r(id uuid, kind text) ON CONFLICT DO NOTHING',
    [JSON.stringify(parties)],
  );
}

/** Makes one person the owner of organizations that have just been made. It leaves no line of its own in the audit log: what made them says so. */
export async function ownAll(tx: Tx, personId: string, organizationIds: readonly string[], at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id, granted_by, granted_at)
     SELECT r.id, $3, 'owner', 'organization', r.organization, $3, $4 FROM unnest($1::uuid[], $2::text[]) AS r(id, organization)`,
    [organizationIds.map(() => newId()), organizationIds, personId, at],
  );
}
