import { audit, record, type Tx } from '#platform';
import { newId } from '#kernel';
import { placeholderInn, placeholderOgrn } from './placeholders.rules.js';

/** An organization that somebody's file names and that is not here yet. */
export interface ImportedOrganization {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

/**
 * Makes organizations that an import needs: verified at the operator's word, owned by the person of the import until the operator gives
 * them to their own people, with numbers of a tax office that does not exist and without a bank account. One import at a time.
 */
export async function makeImportedOrganizations(tx: Tx, organizations: readonly ImportedOrganization[], { at, by }: { at: Date; by: string }): Promise<void> {
  if (organizations.length === 0) return;
  const [{ last }] = (await tx.query(`SELECT coalesce(max(substr(inn, 5, 5)), '00000') AS last FROM organizations WHERE inn LIKE '0000%'`)) as [{ last: string }];
  const rows = organizations.map((one, index) => {
    const number = Number(last) + index + 1;
    return { ...one, grant: newId(), inn: placeholderInn(number), ogrn: placeholderOgrn(number) };
  });
  const all = JSON.stringify(rows);
  await tx.query(`INSERT INTO parties (id, kind) SELECT r.id, 'organization' FROM json_to_recordset($1) AS r(id uuid)`, [all]);
  await tx.query(
    `INSERT INTO organizations (id, version, status, name, short_name, form, inn, ogrn, place, account, created_by, created_at, submitted_at, verified_at)
     SELECT r.id, 1, 'verified', r.name, r.name, 'public-organization', r.inn, r.ogrn, r.place, '{"bik":"","number":"","bankName":"","correspondent":""}', $2, $3, $3, $3
     FROM json_to_recordset($1) AS r(id uuid, name text, inn text, ogrn text, place text)`,
    [all, by, at],
  );
  await tx.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id, granted_by, granted_at)
     SELECT r.grant, $2, 'owner', 'organization', r.id::text, $2, $3 FROM json_to_recordset($1) AS r("grant" uuid, id uuid)`,
    [all, by, at],
  );
  const organizationIds = rows.map((row) => row.id);
  await audit(tx, { personId: null, action: 'organization.imported', subjectType: 'import', subjectId: by, data: { organizationIds } });
  await record(tx, 'organization.imported', { organizationIds });
}
