import { redisDatabase } from './redis.js';

/** Where BullMQ keeps its queues: beside everything else in PostgreSQL, or in Redis. */
export type StoreName = 'PostgreSQL' | 'Redis';

export interface QueueStore {
  readonly redisUrl: string | null;
  drop(): Promise<void>;
}

export async function openStore(name: StoreName): Promise<QueueStore> {
  if (name === 'PostgreSQL') return { redisUrl: null, drop: async () => undefined };
  const redis = await redisDatabase();
  return { redisUrl: redis.url, drop: () => redis.drop() };
}
