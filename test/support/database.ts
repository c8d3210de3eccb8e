import pg from 'pg';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityTarget } from 'typeorm';
import { dataSourceOptions, migrate } from '#platform';
import { seedCatalogue } from '#catalogue';

const TEMPLATE = 'lepta_template';

function urlOf(name: string): string {
  const base = process.env.LEPTA_TEST_PG;
  if (!base) throw new Error('LEPTA_TEST_PG is not set: run through Jest, whose global setup starts PostgreSQL');
  return `${base}/${name}`;
}

async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the template once: migrated, with the real catalogue. Workers wait for each other by an advisory lock. */
async function ensureTemplate(): Promise<void> {
  await admin(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    try {
      const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
      if (rows.length > 0) return;
      await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}_new WITH (FORCE)`); // left by a worker whose migration failed
      await client.query(`CREATE DATABASE ${TEMPLATE}_new`);
      await migrate(urlOf(`${TEMPLATE}_new`));
      await seedCatalogue(urlOf(`${TEMPLATE}_new`));
      await client.query(`ALTER DATABASE ${TEMPLATE}_new RENAME TO ${TEMPLATE}`);
    } finally {
      await client.query('SELECT pg_advisory_unlock(1)');
    }
  });
}

export interface TestDatabase {
  readonly url: string;
  readonly source: DataSource;
  drop(): Promise<void>;
}

/** A database of its own for one spec file, cloned from the template in milliseconds. */
export async function testDatabase(entities: EntityTarget<unknown>[] = []): Promise<TestDatabase> {
  await ensureTemplate();
  return clone(TEMPLATE, entities);
}

/** A database without a single table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return clone('template0', []);
}

async function clone(template: string, entities: EntityTarget<unknown>[]): Promise<TestDatabase> {
  const name = `t_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(5).toString('hex')}`;
  await admin(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)'); // two clones of one template at once are refused by PostgreSQL
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await client.query('SELECT pg_advisory_unlock(1)');
  });
  const source = await new DataSource(dataSourceOptions({ url: urlOf(name), max: 30, entities })).initialize();
  return {
    url: urlOf(name),
    source,
    async drop() {
      await source.destroy();
      await admin((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
