import { addParties, ownAll } from '#identity';
import { audit, record, type Tx } from '#platform';
import { shortNameOf, type SoundDetails } from './details.rules.js';
import { isInformal } from './legal-forms.rules.js';

/** An organization that an imported file names and that is not here yet. */
export interface ImportedOrganization {
  readonly id: string;
  /** As the file calls it. */
  readonly externalId: string;
  readonly details: SoundDetails;
}

/** What a file's word for an organization leads to here. */
export interface NamedOrganization {
  readonly id: string;
  readonly externalId: string | null;
  readonly status: string;
  readonly inn: string | null;
}

/** Of an organization whose numbers nobody has said: it has none, and nobody invents them. Its owner gives them before it is verified, or its municipality vouches for it. */
export function unregisteredDetails(name: string, place: string): SoundDetails {
  return {
    name,
    shortName: shortNameOf(name),
    form: 'informal',
    inn: null,
    ogrn: null,
    kpp: null,
    place,
    account: null,
  };
}

/** Those that are here by one of these ids, by what an earlier file called them, or by an INN that they are checked under. */
export async function organizationsNamed(
  tx: Tx,
  {
    ids,
    externalIds,
    inns,
  }: { readonly ids: readonly string[]; readonly externalIds: readonly string[]; readonly inns: readonly string[] },
): Promise<NamedOrganization[]> {
  return tx.query(
    `SELECT id, external_id AS "externalId", status, inn FROM organizations WHERE id = ANY($1::uuid[]) OR external_id = ANY($2)
     UNION SELECT id, external_id, status, inn FROM organizations WHERE inn = ANY($3) AND status IN ('submitted', 'verified', 'suspended')`,
    [ids, externalIds, inns],
  );
}

/** From now on files may call these so; what another file called one stays. */
export async function nameOrganizations(tx: Tx, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  await tx.query(
    'UPDATE organizations SET external_id = n.name FROM unnest($1::uuid[], $2::text[]) AS n(id, name) WHERE organizations.id = n.id AND external_id IS NULL',
    [[...names.keys()], [...names.values()]],
  );
}

/**
 * Makes organizations that an import brings: sent to the moderators like those that came by themselves, with the numbers of the file or with none, owned
 * by the person of the import until a member of theirs accepts an invitation.
 */
export async function makeImportedOrganizations(
  tx: Tx,
  organizations: readonly ImportedOrganization[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  if (organizations.length === 0) return;
  const rows = organizations.map(({ id, externalId, details: { shortName, account, ...details } }) => {
    const informal = isInformal(details.form);
    return {
      id,
      external_id: externalId,
      ...details,
      short_name: shortName,
      account: account ?? (informal ? null : NO_ACCOUNT),
      kind: informal ? ('informal' as const) : ('organization' as const),
    };
  });
  const all = JSON.stringify(rows);
  await addParties(tx, rows);
  await tx.query(
    `INSERT INTO organizations (id, version, status, external_id, name, short_name, form, inn, ogrn, kpp, place, account, created_by, created_at, submitted_at)
     SELECT r.id, 1, 'submitted', r.external_id, r.name, r.short_name, r.form, r.inn, r.ogrn, r.kpp, r.place, r.account, $2, $3, $3
     FROM json_to_recordset($1) AS r(id uuid, external_id text, name text, short_name text, form text, inn text, ogrn text, kpp text, place text, account jsonb)`,
    [all, by, at],
  );
  const organizationIds = rows.map((row) => row.id);
  await ownAll(tx, by, organizationIds, at);
  await audit(tx, {
    personId: null,
    action: 'organization.imported',
    subjectType: 'import',
    subjectId: by,
    data: { organizationIds },
  });
  await record(tx, 'organization.submitted', ...organizationIds.map((organizationId) => ({ organizationId })));
}

/** A registered organization whose account the file does not say: money cannot be sent there until its owner has entered it. */
const NO_ACCOUNT = { bik: '', number: '', bankName: '', correspondent: '' };
