import type { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { maySee } from '#needs';
import { maySeeOrganization } from '#organizations';

type NeedRow = Parameters<typeof maySee>[1] & { readonly id: string };
type OrganizationRow = Parameters<typeof maySeeOrganization>[1];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of these needs and organizations, the ids of those whose own page this reader has: an administrator reads cases, but not everything that is not public. */
export async function pagesFor(
  source: DataSource,
  actor: Actor,
  of: { readonly needs: readonly string[]; readonly organizations: readonly string[] },
): Promise<ReadonlySet<string>> {
  const [needs, organizations] = [of.needs, of.organizations].map((ids) => ids.filter((id) => UUID.test(id))); // the audit log keeps any text
  const needRows: NeedRow[] = !needs?.length
    ? []
    : await source.query(
        'SELECT id, organization_id AS "organizationId", status, opened_at AS "openedAt" FROM needs WHERE id = ANY($1)',
        [needs],
      );
  const organizationRows: OrganizationRow[] = !organizations?.length
    ? []
    : await source.query('SELECT id, status, form FROM organizations WHERE id = ANY($1)', [organizations]);
  return new Set([
    ...needRows.filter((need) => maySee(actor, need)).map(({ id }) => id),
    ...organizationRows.filter((organization) => maySeeOrganization(actor, organization)).map(({ id }) => id),
  ]);
}
