import type { Age } from '#platform';

/** How long notifications keeps its rows of passage. */
export const NOTIFICATIONS_AGES: readonly Age[] = [
  { table: 'told_proposals', key: 'person_id, subject_id, day', days: 30, gone: 'told_at < $1' },
];
