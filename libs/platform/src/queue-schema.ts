import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type pg from 'pg';
import { EnvError } from '#host';

/** Where BullMQ keeps its queues in PostgreSQL. */
export const QUEUE_SCHEMA = 'bullmq';
/** Names of the queues. Few on purpose: each has a worker that holds a connection of its own. */
export const QUEUES = { facts: 'facts', long: 'long', clock: 'clock' } as const;

/**
 * Makes or renews the tables of the queue, in the hands of the owner of the database: those who work with them can make none. BullMQ is loaded only where the
 * schema does not say that this very version has made it.
 */
export async function migrateQueue(client: pg.ClientBase): Promise<void> {
  const { version } = createRequire(import.meta.url)('bullmq/package.json') as { version: string };
  const made = `bullmq ${version}`;
  const { rows } = await client.query<{ made: string | null }>(
    `SELECT obj_description(to_regnamespace('${QUEUE_SCHEMA}')::oid, 'pg_namespace') AS made`,
  );
  if (rows[0]?.made === made) return;
  const { runMigrations } = await import('bullmq');
  await runMigrations(client as never);
  // BullMQ would make them with a queue's first job, which a process that adds it may not.
  for (const name of Object.values(QUEUES))
    await client.query(
      `CREATE SEQUENCE IF NOT EXISTS ${QUEUE_SCHEMA}.bullmq_jid_${createHash('md5').update(name).digest('hex')}`,
    );
  await client.query(`COMMENT ON SCHEMA ${QUEUE_SCHEMA} IS '${made}'`);
}

/** Looks whether the tables of the queue are there; where this role may, it makes them. */
export async function ensureQueue(
  { assertSchemaCompatibility, SchemaMigrationRequiredError, LATEST_SCHEMA_VERSION }: typeof import('bullmq'),
  client: pg.ClientBase,
): Promise<void> {
  const known = await assertSchemaCompatibility(client as never).catch((err: unknown) => {
    if (err instanceof SchemaMigrationRequiredError) return 0;
    throw err;
  });
  if (known >= LATEST_SCHEMA_VERSION) return;
  try {
    await migrateQueue(client);
  } catch (err) {
    if ((err as { code?: string }).code !== '42501') throw err;
    throw new EnvError(
      'The database has no tables of this version for the queue: run `lepta migrate`, without REDIS_URL',
    );
  }
}
