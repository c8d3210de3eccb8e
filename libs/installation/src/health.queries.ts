import type { DataSource } from 'typeorm';
import { staffCounts } from '#identity';
import { log, recentBackups, roomForFiles, VERSION, type Env, type NotedBackup } from '#platform';
import { backupDays, type BackupDay } from './backup-days.rules.js';
import { mailHost } from './settings.queries.js';

/** Jobs of one area; the lib that they belong to. */
export interface QueueHealth {
  readonly area: string;
  readonly waiting: number;
  /** Age of the oldest fact that waits for one of them; null: none waits. */
  readonly oldestSeconds: number | null;
  /** Done for facts of the last hour; null: counting took too long. */
  readonly lastHour: number | null;
  readonly stopped: number;
}

export interface InstallationHealth {
  readonly queues: readonly QueueHealth[];
  readonly dueRowsFailed: number;
  readonly relay: { readonly waiting: number; readonly lagSeconds: number };
  readonly seal: { readonly waiting: number; readonly lagSeconds: number };
  readonly mails: { readonly server: string | null; readonly sentLastDay: number; readonly waiting: number; readonly oldestSeconds: number | null; readonly failedLastDay: number };
  readonly backups: { readonly last: NotedBackup | null; readonly days: readonly BackupDay[] };
  readonly disk: { readonly databaseBytes: number; readonly files: { readonly free: number; readonly all: number } | null };
  readonly versions: { readonly api: string; readonly postgresql: string; readonly schema: number; readonly workerConnections: number; readonly connections: number; readonly connectionsMax: number };
}

/** What is looked at may take so long; a database that is slower is said to be. */
const PATIENCE_MS = 3_000;
const CANCELLED = '57014';
/** Number of the first migration less one: schemas are told apart by what comes after it. */
const FIRST_SCHEMA = 1_764_000_000_000;

// Each part reads a partial index, or one row.
const NOW = `
  SELECT split_part(j.job, '.', 1) AS area, 'waiting' AS what, count(*)::float8 AS amount, extract(epoch FROM now() - min(f.at))::float8 AS seconds
    FROM fact_jobs j JOIN facts f ON f.id = j.fact_id WHERE j.handled_at IS NULL AND j.failed_at IS NULL GROUP BY 1
  UNION ALL SELECT split_part(j.job, '.', 1), 'stopped', count(*), NULL FROM fact_jobs j WHERE j.failed_at IS NOT NULL AND j.handled_at IS NULL GROUP BY 1
  UNION ALL SELECT '', 'due-rows', count(*), NULL FROM due_row_failures
  UNION ALL SELECT '', 'relay', count(*), coalesce(extract(epoch FROM now() - min(at)), 0) FROM facts WHERE position IS NULL
  UNION ALL SELECT '', 'seal', (SELECT count(*) FROM unsealed), coalesce((SELECT extract(epoch FROM now() - t.at) FROM unsealed u JOIN transfers t ON t.id = u.transfer ORDER BY u.written LIMIT 1), 0)
  UNION ALL SELECT '', 'mails-sent', count(*), NULL FROM mails WHERE status = 'sent' AND created_at > now() - interval '1 day'
  UNION ALL SELECT '', 'mails-waiting', count(*), extract(epoch FROM now() - min(created_at)) FROM mails WHERE status IN ('new', 'ready')
  UNION ALL SELECT '', 'mails-failed', count(*), NULL FROM mails WHERE status = 'failed' AND created_at > now() - interval '1 day'`;

const LAST_HOUR = `
  SELECT split_part(j.job, '.', 1) AS area, count(*)::float8 AS amount FROM facts f JOIN fact_jobs j ON j.fact_id = f.id
  WHERE f.at > now() - interval '1 hour' AND j.handled_at IS NOT NULL GROUP BY 1`;

const SERVER = `
  SELECT pg_database_size(current_database())::float8 AS bytes, current_setting('server_version') AS version, current_setting('max_connections')::int AS "connectionsMax",
    (SELECT max(timestamp)::float8 FROM migrations) AS schema,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'lepta-worker') AS workers,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections`;

interface NowRow { readonly area: string; readonly what: string; readonly amount: number; readonly seconds: number | null }
interface HourRow { readonly area: string; readonly amount: number }
interface ServerRow { readonly bytes: number; readonly version: string; readonly connectionsMax: number; readonly schema: number; readonly workers: number; readonly connections: number }

async function within<T>(db: DataSource, statement: string): Promise<T[]> {
  return db.transaction(async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = ${PATIENCE_MS}`);
    return (await tx.query(statement)) as T[];
  });
}

/** In a rush an hour has more facts than are counted in passing. */
async function lastHour(db: DataSource): Promise<HourRow[] | null> {
  try {
    return await within<HourRow>(db, LAST_HOUR);
  } catch (err) {
    if ((err as { driverError?: { code?: unknown } }).driverError?.code !== CANCELLED) throw err;
    log.warn('the jobs of the last hour could not be counted in time');
    return null;
  }
}

function queuesOf(rows: readonly NowRow[], hour: readonly HourRow[] | null): QueueHealth[] {
  const areas = [...new Set([...rows.map(({ area }) => area), ...(hour ?? []).map(({ area }) => area)])].filter((area) => area !== '').sort();
  return areas.map((area) => {
    const of = (what: string): NowRow | undefined => rows.find((row) => row.area === area && row.what === what);
    return { area, waiting: of('waiting')?.amount ?? 0, oldestSeconds: of('waiting')?.seconds ?? null, lastHour: hour && (hour.find((row) => row.area === area)?.amount ?? 0), stopped: of('stopped')?.amount ?? 0 };
  });
}

/** How the installation stands at this moment, as far as its database knows; bounded by the areas of jobs and fourteen days of backups. */
export async function installationHealth(db: DataSource, env: Env, { timeZone, now }: { timeZone: string; now: Date }): Promise<InstallationHealth> {
  const rows = await within<NowRow>(db, NOW);
  const hour = await lastHour(db);
  const [server] = (await within<ServerRow>(db, SERVER)) as [ServerRow];
  const noted = await recentBackups(db);
  const one = (what: string): NowRow => rows.find((row) => row.what === what) as NowRow;
  const lag = (what: string) => ({ waiting: one(what).amount, lagSeconds: one(what).seconds ?? 0 });
  return {
    queues: queuesOf(rows, hour),
    dueRowsFailed: one('due-rows').amount,
    relay: lag('relay'),
    seal: lag('seal'),
    mails: { server: mailHost(env), sentLastDay: one('mails-sent').amount, waiting: one('mails-waiting').amount, oldestSeconds: one('mails-waiting').seconds, failedLastDay: one('mails-failed').amount },
    backups: { last: noted.items[0] ?? null, days: backupDays(noted.items, timeZone, now) },
    disk: { databaseBytes: server.bytes, files: await roomForFiles(env) },
    versions: { api: VERSION, postgresql: server.version, schema: server.schema - FIRST_SCHEMA, workerConnections: server.workers, connections: server.connections, connectionsMax: server.connectionsMax },
  };
}

/** What waits for an administrator, to be counted beside the menu. */
export interface Attention {
  readonly stoppedJobs: number;
  readonly sleepingRoles: number;
}

export async function attention(db: DataSource, env: Env): Promise<Attention> {
  const [row] = (await db.query('SELECT count(*)::int AS stopped FROM fact_jobs WHERE failed_at IS NOT NULL AND handled_at IS NULL')) as [{ stopped: number }];
  const staff = await staffCounts(db, env.REQUIRE_SECOND_FACTOR);
  return { stoppedJobs: row.stopped, sleepingRoles: Object.values(staff).reduce((sum, { all, awake }) => sum + all - awake, 0) };
}
