import { exportPageSql, type ExportSection } from '#platform';

/** What a person chose to be told, and where they follow. */
export const NOTIFICATIONS_EXPORT: readonly ExportSection[] = [
  {
    name: 'notificationChoices',
    sql: exportPageSql(
      'kind, choice, changed_at AS "changedAt"',
      'notification_choices',
      'person_id = $1',
      'changed_at',
      'kind',
    ),
  },
  {
    name: 'follows',
    sql: exportPageSql('subject, code, followed_at AS "followedAt"', 'follows', 'person_id = $1', 'followed_at', 'id'),
  },
];
