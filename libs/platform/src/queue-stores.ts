import type { BackendFactory, QueueOptions } from 'bullmq';
import pg from 'pg';
import { impatientClient } from './db.js';
import { log } from './log.js';
import { ensureQueue, QUEUE_SCHEMA } from './queue-schema.js';

export type Bull = typeof import('bullmq');

/** Where the queue lies. */
export interface QueueStore {
  readonly connection: QueueOptions['connection'];
  readonly backend: BackendFactory | undefined;
  close(): Promise<void>;
  answers(): boolean;
}

/** Without a listener BullMQ writes whole client objects to the console. */
export function listened<T extends { on(event: 'error', heard: (err: Error) => void): unknown }>(part: T): T {
  part.on('error', (err) => log.warn({ reason: err.message }, 'the job queue has a problem'));
  return part;
}

/**
 * One pool for all queues and workers: each worker keeps one of its connections for LISTEN. It does not wait for the disk: what a crash of the
 * database takes back is handed out again (`Relay.sweep`), and a job that ran already does nothing.
 */
export async function postgresStore(
  bull: Bull,
  url: string,
  connections: number,
  silenceMs: number,
): Promise<QueueStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: `-c search_path=${QUEUE_SCHEMA} -c synchronous_commit=off`,
    application_name: 'lepta-jobs',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    Client: impatientClient(silenceMs),
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
  });
  pool.on('error', (err) => log.warn({ reason: err.message }, 'a connection of the job queue was lost'));
  const client = await pool.connect();
  try {
    await ensureQueue(bull, client);
  } finally {
    client.release();
  }
  return {
    connection: pool as never,
    backend: bull.createPostgresBackend as never,
    close: () => pool.end(),
    answers: () => true,
  }; // it is the same database as everything else
}

export async function redisStore(url: string, silenceMs: number): Promise<QueueStore> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { maxRetriesPerRequest: null, socketTimeout: silenceMs }); // no command of BullMQ waits for longer than ten seconds
  redis.on('error', (err) => log.warn({ reason: err.message }, 'the connection to Redis has a problem'));
  return {
    connection: redis,
    backend: undefined,
    close: async () => redis.disconnect(),
    answers: () => redis.status === 'ready',
  };
}
