import { exportPageSql, type ExportSection } from '#platform';

/** What moderation keeps of a person. */
export const MODERATION_EXPORT: readonly ExportSection[] = [
  {
    name: 'complaints',
    sql: exportPageSql(
      'number, about, kind, text, email, at, settled_at AS "settledAt"',
      'complaints',
      'person_id = $1',
      'at',
      'id',
    ),
  },
  {
    name: 'appeals',
    sql: exportPageSql(
      'number, words, at, settled_at AS "settledAt", outcome',
      'appeals',
      'person_id = $1',
      'at',
      'id',
    ),
  },
];
