import { exportPageSql, type ExportSection } from '#platform';

/** What organizations keeps of a person. */
export const ORGANIZATIONS_EXPORT: readonly ExportSection[] = [
  {
    name: 'paperChecks',
    sql: exportPageSql(
      'id, organization_id AS organization, paper, seen_on::text AS "seenOn", valid_until AS "validUntil", for_all AS "forAll", consented_at AS "consentedAt", created_at AS "createdAt", ended_at AS "endedAt"',
      'paper_checks',
      'person_id = $1',
      'created_at',
      'id',
    ),
  },
];
