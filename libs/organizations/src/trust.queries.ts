import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { isInformal } from './legal-forms.rules.js';
import type { OrganizationEntity } from './organization.entity.js';
import { TRUST, trustOf, type TrustFacts, type TrustLevel } from './trust.rules.js';

interface History {
  organizationId: string;
  fulfilled: number;
  unreportedSince: Date | null;
}

/** What of an organization itself its trust is computed from. */
type Trusted = Pick<OrganizationEntity, 'id' | 'status' | 'form' | 'vouchedAt' | 'verifiedAt'>;

/**
 * What the trust in many organizations is computed from, in two queries. The needs are read as they stand (index `needs_fulfilled`): their
 * code lives in a row below, their history is a fact about the organization.
 */
export async function trustFacts(
  db: Tx | DataSource,
  organizations: readonly Trusted[],
): Promise<Map<string, TrustFacts>> {
  if (organizations.length === 0) return new Map();
  const rows: History[] = await db.query(
    `SELECT organization_id AS "organizationId", count(*)::int AS fulfilled, min(report_due_at) - make_interval(days => $2) AS "unreportedSince"
     FROM needs WHERE organization_id = ANY($1) AND status IN ('met', 'reported', 'closed') GROUP BY organization_id`,
    [organizations.map((organization) => organization.id), TRUST.reportWithinDays],
  );
  const papers: { organizationId: string; count: number }[] = await db.query(
    `SELECT organization_id AS "organizationId", count(*)::int AS count FROM organization_documents WHERE organization_id = ANY($1) AND status = 'accepted' GROUP BY organization_id`,
    [organizations.map((organization) => organization.id)],
  );
  const documents = new Map(papers.map((row) => [row.organizationId, row.count]));
  const history = new Map(rows.map((row) => [row.organizationId, row]));
  return new Map(
    organizations.map((organization) => {
      const past = history.get(organization.id);
      return [
        organization.id,
        {
          verified: organization.status === 'verified',
          informal: isInformal(organization.form),
          vouched: organization.vouchedAt !== null,
          documents: documents.get(organization.id) ?? 0,
          verifiedAt: organization.verifiedAt,
          fulfilled: past?.fulfilled ?? 0,
          unreportedSince: past?.unreportedSince ?? null,
        },
      ];
    }),
  );
}

/** How many organizations one question names. */
const AT_ONCE = 1000;

/** The levels of trust of these organizations as they stand now. */
export async function trustLevels(
  db: Tx | DataSource,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, TrustLevel>> {
  const levels = new Map<string, TrustLevel>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const organizations: Trusted[] = await db.query(
      'SELECT id, status, form, vouched_at AS "vouchedAt", verified_at AS "verifiedAt" FROM organizations WHERE id = ANY($1)',
      [ids.slice(from, from + AT_ONCE)],
    );
    for (const [id, facts] of await trustFacts(db, organizations)) levels.set(id, trustOf(facts, now, 'en').level);
  }
  return levels;
}
