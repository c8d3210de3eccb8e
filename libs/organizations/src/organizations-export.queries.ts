import type { Tx } from '#platform';
import type { OrganizationEntity } from './organization.entity.js';

/** An organization as a file has it: its own figures, and no person of it. */
export type ExportedOrganization = Pick<
  OrganizationEntity,
  'id' | 'name' | 'shortName' | 'form' | 'inn' | 'ogrn' | 'kpp' | 'place' | 'account'
> & { readonly externalId: string | null };

/** Organizations that are verified or being checked after an id, in id order. */
export async function organizationsToExport(tx: Tx, after: string, limit: number): Promise<ExportedOrganization[]> {
  return tx.query(
    `SELECT id, external_id AS "externalId", name, short_name AS "shortName", form, inn, ogrn, kpp, place, account FROM organizations
     WHERE id > $1 AND status IN ('submitted', 'verified') ORDER BY id LIMIT $2`,
    [after, limit],
  );
}
