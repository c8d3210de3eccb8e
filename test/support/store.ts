import type { JobQueue } from '#platform';
import { asOwner, type TestDatabase } from './database.js';
import { redisDatabase } from './redis.js';

/** Where BullMQ keeps its queues: beside everything else in PostgreSQL, or in Redis. */
export type StoreName = 'PostgreSQL' | 'Redis';

export interface QueueStore {
  readonly redisUrl: string | null;
  drop(): Promise<void>;
}

const DEADLOCK = '40P01';

/** What losing the queue's store looks like, under a working worker. */
export async function wipeStore(
  db: Pick<TestDatabase, 'owner'>,
  store: Pick<QueueStore, 'redisUrl'>,
  queue: JobQueue,
): Promise<void> {
  if (store.redisUrl) return queue.wipe();
  const tables = await asOwner(
    db,
    `SELECT string_agg(oid::regclass::text, ', ') AS all FROM pg_class WHERE relnamespace = 'bullmq'::regnamespace AND relkind = 'r' AND relname <> 'migration'`,
  );
  const truncate = (): Promise<unknown> => asOwner(db, `TRUNCATE ${String(tables[0]?.all)}`);
  // A worker that writes holds these tables in an order of its own; the caller that gives way in a deadlock begins again.
  for (let left = 5; ; left -= 1) {
    try {
      return void (await truncate());
    } catch (err) {
      if (left === 0 || (err as { code?: string }).code !== DEADLOCK) throw err;
    }
  }
}

export async function openStore(name: StoreName): Promise<QueueStore> {
  if (name === 'PostgreSQL') return { redisUrl: null, drop: async () => undefined };
  const redis = await redisDatabase();
  return { redisUrl: redis.url, drop: () => redis.drop() };
}

/** `test` for stories that are told on both stores: what the store does not decide runs on PostgreSQL, on Redis in the long form only (`npm run chaos`). */
export function testOnceOf(name: StoreName): (title: string, work: () => Promise<void>, timeoutMs?: number) => void {
  return name === 'PostgreSQL' || process.env.LEPTA_LONG ? test : () => undefined;
}
