import pg from 'pg';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityTarget } from 'typeorm';
import { dataSourceOptions, prepareDatabase } from '#platform';
import { type DatabaseUrls } from '#host';
import { readRegionFiles } from '#catalogue';
import { seedCatalogue } from '#catalogue-store';

const TEMPLATE = 'lepta_template';

/** The addresses of a database of the test server. */
export function urlsOf(name: string): DatabaseUrls {
  const { LEPTA_TEST_PG: owner, LEPTA_TEST_PG_RUNNING: running } = process.env;
  if (!owner || !running)
    throw new Error('LEPTA_TEST_PG is not set: run through Jest, whose global setup starts PostgreSQL');
  return { owner: `${owner}/${name}`, running: `${running}/${name}` };
}

const urlOf = (name: string): string => urlsOf(name).owner;

export async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a template once: `fill` does it in a database that gets the template's name when it is whole. Workers wait for each other by an advisory lock. */
export async function ensureTemplate(
  name: string,
  lock: number,
  fill: (client: pg.Client, blank: string) => Promise<void>,
): Promise<void> {
  await admin(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    try {
      const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (rows.length > 0) return;
      await client.query(`DROP DATABASE IF EXISTS ${name}_new WITH (FORCE)`); // left by a worker that failed at it
      await fill(client, `${name}_new`);
      await client.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lock]);
    }
  });
}

/** Migrated, with the real catalogue. */
const ensureCatalogue = (): Promise<void> =>
  ensureTemplate(TEMPLATE, 2, async (client, blank) => {
    await client.query(`CREATE DATABASE ${blank}`);
    await prepareDatabase(urlsOf(blank), { redisUrl: null });
    await seedCatalogue(urlOf(blank));
  });

export interface TestDatabase {
  /** As api and worker come in: with the role of the running processes. So does `source`, so that a service that lacks a privilege is seen. */
  readonly url: string;
  readonly source: DataSource;
  /** As the owner of the tables, for what only a test, a migration or a restore does. */
  readonly ownerUrl: string;
  /** The same, connected when it is first asked for. */
  owner(): Promise<DataSource>;
  drop(): Promise<void>;
}

/** What only the owner may do: make a table or trigger, empty one, reach past the guards. */
export async function asOwner(
  db: Pick<TestDatabase, 'owner'>,
  sql: string,
  params?: unknown[],
): Promise<Record<string, unknown>[]> {
  return (await db.owner()).query(sql, params);
}

/** A database of its own for one spec file, cloned from the template in milliseconds. */
export async function testDatabase(entities: EntityTarget<unknown>[] = []): Promise<TestDatabase> {
  await ensureCatalogue();
  return clone(TEMPLATE, entities);
}

/** A database without a single table. */
export async function emptyDatabase(entities: EntityTarget<unknown>[] = []): Promise<TestDatabase> {
  return clone('template0', entities);
}

/** Migrated, with the shipped catalogue and the places of another region, from the files of a folder. */
export async function regionDatabase(folder: string, entities: EntityTarget<unknown>[] = []): Promise<TestDatabase> {
  const db = await emptyDatabase(entities);
  await prepareDatabase({ owner: db.ownerUrl, running: db.url }, { redisUrl: null });
  await seedCatalogue(db.ownerUrl, { region: await readRegionFiles(folder) });
  return db;
}

/** Two copies of one template at once are refused by PostgreSQL, so all wait for one lock. */
async function copy(template: string, name: string): Promise<void> {
  await admin(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    await client.query('SELECT pg_advisory_unlock(1)');
  });
}

/** A migrated database with the catalogue, under this name, for a template of its own. */
export async function copyOfCatalogue(name: string): Promise<string> {
  await ensureCatalogue();
  await copy(TEMPLATE, name);
  return urlOf(name);
}

export async function clone(template: string, entities: EntityTarget<unknown>[]): Promise<TestDatabase> {
  const name = `t_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(5).toString('hex')}`;
  await copy(template, name);
  const { owner: ownerUrl, running: url } = urlsOf(name);
  const source = await new DataSource(dataSourceOptions({ url, max: 30, entities })).initialize();
  let owner: Promise<DataSource> | null = null;
  return {
    url,
    source,
    ownerUrl,
    owner: () => (owner ??= new DataSource(dataSourceOptions({ url: ownerUrl, max: 3, entities })).initialize()),
    async drop() {
      await source.destroy();
      await (await owner)?.destroy();
      await admin((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
