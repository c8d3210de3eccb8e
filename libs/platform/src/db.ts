import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager, type EntityTarget } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

/** A transaction, always the first argument of what needs one: never hidden, never shared by parallel work. */
export type Tx = EntityManager;

// int8: amounts and positions stay below 2^53 (limits are in the schema), so they are numbers; anything larger is a bug, not a rounding.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`int8 beyond 2^53: ${text}`);
  return value;
});

export interface DbOptions {
  readonly url: string;
  /** Connections of this process. */
  readonly max: number;
  readonly entities?: EntityTarget<unknown>[];
  readonly applicationName?: string;
}

export function dataSourceOptions(options: DbOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url: options.url,
    entities: (options.entities ?? []) as Function[],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: options.applicationName ?? 'lepta',
    extra: { max: options.max, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000, connectionTimeoutMillis: 10_000 },
  };
}

/** Runs the migrations that are missing, one process at a time. Returns the names of those that ran. */
export async function migrate(url: string): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions({ url, max: 2, applicationName: 'lepta-migrate' })).initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.connect();
    try {
      await lock.query('SELECT pg_advisory_lock(738203)');
      return (await source.runMigrations()).map((migration) => migration.name);
    } finally {
      await lock.query('SELECT pg_advisory_unlock(738203)');
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}
