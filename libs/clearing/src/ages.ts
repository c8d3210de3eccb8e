import type { Age } from '#platform';

/** How long clearing keeps its rows of passage. Trial runs only. */
export const CLEARING_AGES: readonly Age[] = [
  { table: 'clearings', key: 'id', days: 90, gone: `at < $1 AND dry_run AND status <> 'running'` },
];
