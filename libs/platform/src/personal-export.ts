import { withoutTokensSql } from './link-token.js';

/**
 * One list in what a person may take away of what is kept about them. A lib says its own beside its tables; `apps/api/src/identity/account/personal-data.ts` puts them together. No secret
 * is in a section, and nothing of anybody else.
 */
export interface ExportSection {
  /** The key under which the list stands; it never changes. */
  readonly name: string;
  /** It holds something also of those who came by to an organization and have no account. */
  readonly ofWalkIn?: true;
  /** By `exportPageSql`. */
  readonly sql: string;
}

/**
 * One page of a section. $1 is the person, $2 and $3 the sort key of the last row before ("at" as text, since a JavaScript date has no microseconds, and an id), $4 how many rows.
 * Rows bring their own sort key as `_at` and `_id`, which are left out of what is handed over.
 */
export const exportPageSql = (columns: string, from: string, where: string, at: string, id: string): string =>
  `SELECT ${columns}, ${at}::text AS _at, ${id}::text AS _id FROM ${from} WHERE ${where} AND ($2::text IS NULL OR (${at}, ${id}::text) > ($2::timestamptz, $3::text)) ORDER BY ${at}, ${id}::text LIMIT $4`;

/** What was written to a person. Tokens of links stay out. */
export const OUTBOX_EXPORT: readonly ExportSection[] = [
  {
    name: 'mails',
    sql: exportPageSql(
      `template, subject, ${withoutTokensSql('body')} AS body, created_at AS "createdAt", sent_at AS "sentAt"`,
      'mails',
      'person_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'notifications',
    sql: exportPageSql(
      'kind, subject_type AS "subjectType", subject_id AS "subjectId", ru, en, created_at AS "createdAt", read_at AS "readAt"',
      'notifications',
      'person_id = $1',
      'created_at',
      'id',
    ),
  },
];

/** What was changed about a person, and when. */
export const AUDIT_EXPORT: readonly ExportSection[] = [
  {
    name: 'changes',
    sql: exportPageSql('at, action', 'audit_log', `subject_type = 'person' AND subject_id = $1::text`, 'at', 'id'),
  },
];
