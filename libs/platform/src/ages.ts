import type { Age } from './forget.job.js';

/** How long platform keeps its rows of passage. Never forgotten: the audit log. */
export const PLATFORM_AGES: readonly Age[] = [
  {
    table: 'facts',
    key: 'id',
    days: 90,
    gone: 'at < $1 AND position IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fact_jobs j WHERE j.fact_id = facts.id AND j.handled_at IS NULL)',
  },
  { table: 'idempotency_keys', key: 'caller, key', days: 1, gone: 'created_at < $1 AND locked_until < now()' },
  { table: 'mails', key: 'id', days: 180, gone: 'created_at < $1' },
  { table: 'notifications', key: 'id', days: 180, gone: 'created_at < $1' },
];
