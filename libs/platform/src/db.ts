import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'node:net';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntityTarget } from 'typeorm';
import { EnvError } from '#host';
import { migrations } from '../../../migrations/index.js';
import { askOnce } from './await-database.js';
import { NoticeSubscriber } from './notices.js';
import { driverWithPool } from './pool.js';

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
  /** False for the caller that copies rows in: COPY wants the connection for itself. */
  readonly pipeline?: boolean;
  /** Ends a connection on which nothing has come for so long, in milliseconds: the network may hang without ever saying so. Longer than a statement may take. */
  readonly silenceMs?: number;
  /**
   * The address that leads past a pooler, where `url` is a pooler's. It refuses limits that come with a connection, and sets them itself (`checkPooledLimits`);
   * and in its queue a new connection waits as long as the others, so that whether the database answers is asked past it.
   */
  readonly sessionUrl?: string;
}

/** A statement that has not answered for so long makes its connection ask whether the database answers anybody: a long statement is waited for, a hung database is not. */
const SUSPECT_MS = 3_000;
/** What an answer, or a new connection, is waited for; with the above, the caller of a hung database hears so within ten seconds. */
const PROBE_MS = 4_000;
export const CONNECTION_WAIT_MS = 8_000;

/** Probes by address: however many connections ask, the database is asked once. */
const probes = new Map<string, Promise<boolean>>();

/** False: nobody gets an answer from there. A refusal is an answer, and so is what a busy processor kept us from hearing. */
function answersAnybody(url: string): Promise<boolean> {
  const asking = probes.get(url);
  if (asking) return asking;
  const began = performance.now();
  const probe = askOnce(url, PROBE_MS)
    .then(
      () => true,
      (err: unknown) => !/timeout/i.test((err as Error).message) || performance.now() - began > 2 * PROBE_MS,
    )
    .finally(() => probes.delete(url));
  probes.set(url, probe);
  return probe;
}

/**
 * A client that gives a silent connection up: the caller that waits on it hears that the connection was lost. One that only listens or rests is asked
 * first, since there it is nobody's turn to speak.
 * @param probeUrl where the database is asked whether it answers anybody; without it by the address of the connection
 */
export function impatientClient(silenceMs: number, probeUrl?: string): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // A timer of its own: the one of the socket does not begin anew for what is written when it fires.
      let [moved, since] = ['', performance.now()];
      const url = probeUrl ?? (typeof config === 'object' ? config.connectionString : config);
      const giveUp = (stream: Socket): unknown =>
        stream.destroy(new Error('Connection terminated: the database is silent'));
      const watch = setInterval(
        () => {
          const { connection, readyForQuery } = this as unknown as {
            connection: { stream: Socket };
            readyForQuery: boolean;
          };
          const { stream } = connection; // with TLS it is another one after a while
          const now = `${stream.bytesRead} ${stream.bytesWritten}`;
          if (stream.destroyed) return clearInterval(watch);
          if (now !== moved) [moved, since] = [now, performance.now()];
          else if (performance.now() - since < silenceMs) {
            if (url === undefined || readyForQuery || performance.now() - since < SUSPECT_MS) return;
            const asked = since;
            void answersAnybody(url).then((answers) => (answers || since !== asked ? undefined : giveUp(stream)));
          } else if (readyForQuery)
            this.query('SELECT 1').catch(() => undefined); // any answer will do; without one it is silent again, and not ready then
          else giveUp(stream);
        },
        Math.min(silenceMs / 4, 500),
      );
      watch.unref();
    }
  };
}

export function dataSourceOptions(options: DbOptions): DataSourceOptions {
  const pooled = options.sessionUrl !== undefined && options.sessionUrl !== options.url;
  return {
    type: 'postgres',
    url: options.url,
    driver: driverWithPool(),
    entities: (options.entities ?? []) as Function[],
    subscribers: [NoticeSubscriber],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: options.applicationName ?? 'lepta',
    // What is asked at the same time on one connection is sent together (`pipeline` in prepared.ts); the caller that asks one thing after the other sees no difference.
    extra: {
      max: options.max,
      pipeline: options.pipeline ?? true,
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      ...(pooled ? {} : { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 }),
      ...(options.silenceMs === undefined ? {} : { Client: impatientClient(options.silenceMs, options.sessionUrl) }),
    },
  };
}

/**
 * A migration that waits for a lock makes everybody behind it wait too, so it waits briefly, gives back all that it holds, and comes again. Less than `deadlock_timeout` (a
 * second): it has given up before PostgreSQL would end a transaction of the version before for it.
 */
const LOCK_WAIT_MS = 500;
const LOCK_TRIES = 60;
const LOCK_PAUSE_MS = 1_000;

/** Runs the migrations that are missing, one process at a time. Returns the names of those that ran. */
export async function migrate(
  url: string,
  migrationsToRun: DataSourceOptions['migrations'] = [...migrations],
): Promise<string[]> {
  const options = dataSourceOptions({ url, max: 2, applicationName: 'lepta-migrate' });
  // Each in a transaction of its own: one that gives up leaves nothing behind, and those before it stay.
  const extra = { ...(options as { extra: object }).extra, statement_timeout: 0, lock_timeout: LOCK_WAIT_MS };
  const source = await new DataSource({
    ...options,
    migrations: migrationsToRun,
    extra,
  } as DataSourceOptions).initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.connect();
    try {
      await lock.query('SET lock_timeout = 0');
      await lock.query('SELECT pg_advisory_lock(738203)');
      const before = await ranMigrations(source);
      await patiently(() => source.runMigrations()).catch((err: unknown) => {
        throw refusedToOwner(err, url);
      });
      return (await ranMigrations(source)).filter((name) => !before.includes(name));
    } finally {
      await lock.query('SELECT pg_advisory_unlock(738203)');
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}

/** Where the role may not change tables, it is that of the running processes. */
function refusedToOwner(err: unknown, url: string): unknown {
  if ((err as { code?: string }).code !== '42501') return err;
  return new EnvError(
    `The database role ${decodeURIComponent(new URL(url).username)} may not change the tables: set DATABASE_MIGRATION_URL to the role that owns them`,
  );
}

/** `lock_not_available` and `deadlock_detected`. */
const LOCK_FAILURES: ReadonlySet<unknown> = new Set(['55P03', '40P01']);

/** Another transaction holds a table that a migration wants: it has given up, and is tried again when others have had their turn. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (err) {
      if (!LOCK_FAILURES.has((err as { code?: string }).code) || tries >= LOCK_TRIES) throw err;
      await sleep(LOCK_PAUSE_MS);
    }
  }
}

async function ranMigrations(source: DataSource): Promise<string[]> {
  const [{ there }] = (await source.query(`SELECT to_regclass('migrations') IS NOT NULL AS there`)) as [
    { there: boolean },
  ];
  return there
    ? ((await source.query('SELECT name FROM migrations ORDER BY timestamp')) as { name: string }[]).map(
        (row) => row.name,
      )
    : [];
}
