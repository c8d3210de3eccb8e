import { exportPageSql, type ExportSection } from '#platform';

/** What a person wrote to the other side of a match. */
export const MESSAGES_EXPORT: readonly ExportSection[] = [
  {
    name: 'messages',
    sql: exportPageSql(
      'id, match_id AS match, side, text, at, removed_at AS "removedAt"',
      'match_messages',
      'author_id = $1',
      'at',
      'id',
    ),
  },
];

/** What a person reported of the messages of others. */
export const MESSAGE_REPORTS_EXPORT: readonly ExportSection[] = [
  {
    name: 'messageReports',
    sql: exportPageSql(
      'message_id AS message, match_id AS match, reason, at, settled_at AS "settledAt"',
      'match_message_reports',
      'person_id = $1',
      'at',
      'id',
    ),
  },
];
