import { exportPageSql, type ExportSection } from '#platform';

/** What a person chose to be told. */
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
];
