import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { isInformal } from './legal-forms.rules.js';
import type { OrganizationEntity } from './organization.entity.js';
import type { TrustFacts } from './trust.rules.js';

interface History {
  organizationId: string;
  fulfilled: number;
  unreportedSince: Date | null;
}

/**
 * What the trust in many organizations is computed from, in one query. The needs are read as they stand (index `needs_fulfilled`): their
 * code lives in a row below, their history is a fact about the organization.
 */
export async function trustFacts(db: Tx | DataSource, organizations: readonly OrganizationEntity[]): Promise<Map<string, TrustFacts>> {
  if (organizations.length === 0) return new Map();
  const rows: History[] = await db.query(
    `SELECT organization_id AS "organizationId", count(*)::int AS fulfilled, min(updated_at) FILTER (WHERE status = 'met') AS "unreportedSince"
     FROM needs WHERE organization_id = ANY($1) AND status IN ('met', 'reported', 'closed') GROUP BY organization_id`,
    [organizations.map((organization) => organization.id)],
  );
  const history = new Map(rows.map((row) => [row.organizationId, row]));
  return new Map(organizations.map((organization) => {
    const past = history.get(organization.id);
    return [organization.id, {
      verified: organization.status === 'verified',
      informal: isInformal(organization.form),
      vouched: organization.vouchedAt !== null,
      documents: 0,
      verifiedAt: organization.verifiedAt,
      fulfilled: past?.fulfilled ?? 0,
      unreportedSince: past?.unreportedSince ?? null,
    }];
  }));
}
