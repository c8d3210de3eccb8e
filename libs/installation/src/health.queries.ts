import type { DataSource } from 'typeorm';
import { staffCounts } from '#identity';
import {
  readInTime,
  readWaiting,
  recentBackups,
  roomForFiles,
  VERSION,
  type NotedBackup,
  type WaitingRow,
} from '#platform';
import { type Env } from '#host';
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
  /** The same by twelve parts of five minutes, the oldest first. */
  readonly inFiveMinutes: readonly number[] | null;
  readonly stopped: number;
}

interface Lag {
  readonly waiting: number;
  readonly lagSeconds: number;
}
interface MailsHealth {
  readonly server: string | null;
  readonly sentLastDay: number | null;
  readonly waiting: number | null;
  readonly oldestSeconds: number | null;
  readonly failedLastDay: number | null;
}

/** Null: not known, because the database took too long to tell. */
export interface InstallationHealth {
  readonly queues: readonly QueueHealth[] | null;
  readonly dueRowsFailed: number | null;
  readonly relay: Lag | null;
  readonly seal: Lag | null;
  readonly mails: MailsHealth;
  readonly backups: { readonly last: NotedBackup | null; readonly days: readonly BackupDay[] };
  readonly disk: {
    readonly databaseBytes: number | null;
    readonly files: { readonly free: number; readonly all: number } | null;
  };
  readonly versions: {
    readonly api: string;
    readonly postgresql: string | null;
    readonly schema: number | null;
    readonly workerConnections: number | null;
    readonly connections: number | null;
    readonly connectionsMax: number | null;
  };
}

/** Number of the first migration less one: schemas are told apart by what comes after it. */
const FIRST_SCHEMA = 1_764_000_000_000;

// Each part reads a partial index.
const MAILS = `
  SELECT 'sent' AS what, count(*)::float8 AS amount, NULL::float8 AS seconds FROM mails WHERE status = 'sent' AND created_at > now() - interval '1 day'
  UNION ALL SELECT 'waiting', count(*), extract(epoch FROM now() - min(created_at)) FROM mails WHERE status IN ('new', 'ready')
  UNION ALL SELECT 'failed', count(*), NULL FROM mails WHERE status = 'failed' AND created_at > now() - interval '1 day'`;

const LAST_HOUR = `
  SELECT split_part(j.job, '.', 1) AS area, least(11, greatest(0, floor(extract(epoch FROM now() - f.at) / 300)))::int AS ago, count(*)::float8 AS amount
  FROM facts f JOIN fact_jobs j ON j.fact_id = f.id
  WHERE f.at > now() - interval '1 hour' AND j.handled_at IS NOT NULL GROUP BY 1, 2`;

const SERVER = `
  SELECT pg_database_size(current_database())::float8 AS bytes, current_setting('server_version') AS version, current_setting('max_connections')::int AS "connectionsMax",
    (SELECT max(timestamp)::float8 FROM migrations) AS schema,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'lepta-worker') AS workers,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections`;

interface MailRow {
  readonly what: 'sent' | 'waiting' | 'failed';
  readonly amount: number;
  readonly seconds: number | null;
}
interface HourRow {
  readonly area: string;
  /** Parts of five minutes before now, from 0 to 11. */
  readonly ago: number;
  readonly amount: number;
}
interface ServerRow {
  readonly bytes: number;
  readonly version: string;
  readonly connectionsMax: number;
  readonly schema: number;
  readonly workers: number;
  readonly connections: number;
}

const areaOf = ({ label }: WaitingRow): string => label.split('.', 1)[0] as string;
const sum = (rows: readonly { readonly amount: number }[]): number => rows.reduce((all, { amount }) => all + amount, 0);

function queuesOf(rows: readonly WaitingRow[], hour: readonly HourRow[] | null): QueueHealth[] {
  const jobs = rows.filter(({ what }) => what === 'job' || what === 'given-up');
  const areas = [...new Set([...jobs.map(areaOf), ...(hour ?? []).map(({ area }) => area)])].sort();
  return areas.map((area) => {
    const of = (what: WaitingRow['what']): WaitingRow[] =>
      jobs.filter((row) => row.what === what && areaOf(row) === area);
    const waiting = of('job');
    const done = hour?.filter((row) => row.area === area) ?? null;
    return {
      area,
      waiting: sum(waiting),
      oldestSeconds: waiting.length > 0 ? Math.max(...waiting.map(({ seconds }) => seconds)) : null,
      lastHour: done && sum(done),
      inFiveMinutes: done && Array.from({ length: 12 }, (_, at) => sum(done.filter(({ ago }) => ago === 11 - at))),
      stopped: sum(of('given-up')),
    };
  });
}

function lagOf(rows: readonly WaitingRow[] | null, what: 'fact' | 'seal'): Lag | null {
  const row = rows?.find((one) => one.what === what);
  return row ? { waiting: row.amount, lagSeconds: row.seconds } : null;
}

function mailsOf(rows: readonly MailRow[] | null, server: string | null): MailsHealth {
  const of = (what: MailRow['what']): MailRow | undefined => rows?.find((row) => row.what === what);
  return {
    server,
    sentLastDay: of('sent')?.amount ?? null,
    waiting: of('waiting')?.amount ?? null,
    oldestSeconds: of('waiting')?.seconds ?? null,
    failedLastDay: of('failed')?.amount ?? null,
  };
}

/** How the installation stands at this moment, as far as its database knows; bounded by the areas of jobs and fourteen days of backups. What the database needs too long for is null. */
export async function installationHealth(
  db: DataSource,
  env: Env,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<InstallationHealth> {
  const waiting = await readWaiting(db);
  const mails = await readInTime<MailRow>(db, 'mails', MAILS);
  const hour = await readInTime<HourRow>(db, 'jobs of the last hour', LAST_HOUR); // in a rush an hour has more facts than are counted in passing
  const server = (await readInTime<ServerRow>(db, 'the server', SERVER))?.[0];
  const backups = await recentBackups(db);
  return {
    queues: waiting && queuesOf(waiting, hour),
    dueRowsFailed: waiting && sum(waiting.filter(({ what }) => what === 'due-row')),
    relay: lagOf(waiting, 'fact'),
    seal: lagOf(waiting, 'seal'),
    mails: mailsOf(mails, mailHost(env)),
    backups: { last: backups[0] ?? null, days: backupDays(backups, timeZone, now) },
    disk: { databaseBytes: server?.bytes ?? null, files: await roomForFiles(env) },
    versions: {
      api: VERSION,
      postgresql: server?.version ?? null,
      schema: server ? server.schema - FIRST_SCHEMA : null,
      workerConnections: server?.workers ?? null,
      connections: server?.connections ?? null,
      connectionsMax: server?.connectionsMax ?? null,
    },
  };
}

/** What waits for an administrator, to be counted beside the menu. */
export interface Attention {
  readonly stoppedJobs: number;
  readonly sleepingRoles: number;
}

export async function attention(db: DataSource, env: Env): Promise<Attention> {
  const [row] = (await db.query(
    'SELECT count(*)::int AS stopped FROM fact_jobs WHERE failed_at IS NOT NULL AND handled_at IS NULL',
  )) as [{ stopped: number }];
  const staff = await staffCounts(db, env.REQUIRE_SECOND_FACTOR);
  return {
    stoppedJobs: row.stopped,
    sleepingRoles: Object.values(staff).reduce((sum, { all, awake }) => sum + all - awake, 0),
  };
}
