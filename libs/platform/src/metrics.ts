import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { readInTime } from './in-time.js';
import { poolOf } from './pool.js';

/** What libs count in this process; api and worker show it together with what is theirs. */
export const processMetrics = new Registry();

export const proposalsWritten = new Counter({
  name: 'lepta_proposals_total',
  help: 'Proposals written by this process',
  registers: [processMetrics],
});

export const jobSeconds = new Histogram({
  name: 'lepta_job_seconds',
  help: 'How long jobs took in this process, tries that failed included',
  labelNames: ['job', 'outcome'] as const,
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
  registers: [processMetrics],
});

/** Not let in: wrong passwords, codes, passkeys, keys. Who and from where stands in the log, under pseudonyms. */
export const accessRefused = new Counter({
  name: 'lepta_access_refused_total',
  help: 'Proofs of identity that did not fit, by what was to be proved',
  labelNames: ['what'] as const,
  registers: [processMetrics],
});

export const limitsReached = new Counter({
  name: 'lepta_limits_reached_total',
  help: 'Requests refused because too much was tried, by limit',
  labelNames: ['limit'] as const,
  registers: [processMetrics],
});

let started = false;

/** Memory, processor, event loop delay and garbage collection of this process. Called by its main file, once. */
export function watchProcess(): void {
  if (started) return;
  started = true;
  collectDefaultMetrics({ register: processMetrics });
}

/** Runs a job and notes how long it took and how it ended. */
export async function timed<T>(job: string, run: () => Promise<T>): Promise<T> {
  const end = jobSeconds.startTimer({ job });
  try {
    const result = await run();
    end({ outcome: 'done' });
    return result;
  } catch (err) {
    end({ outcome: 'failed' });
    throw err;
  }
}

const KEPT_MS = 2_000;

// One row a measure: whatever waits, how much and how long the oldest of it has waited, in seconds. Each has a partial index.
const WAITING = `
  SELECT 'job' AS what, j.job AS label, count(*)::float8 AS amount, extract(epoch FROM now() - min(f.at))::float8 AS seconds
    FROM fact_jobs j JOIN facts f ON f.id = j.fact_id WHERE j.handled_at IS NULL AND j.failed_at IS NULL GROUP BY j.job
  UNION ALL SELECT 'given-up', j.job, count(*), extract(epoch FROM now() - min(j.failed_at)) FROM fact_jobs j WHERE j.failed_at IS NOT NULL AND j.handled_at IS NULL GROUP BY j.job
  UNION ALL SELECT 'due-row', job, count(*), 0 FROM due_row_failures GROUP BY job
  UNION ALL SELECT 'fact', '', count(*), coalesce(extract(epoch FROM now() - min(at)), 0) FROM facts WHERE position IS NULL
  UNION ALL SELECT 'seal', '', (SELECT count(*) FROM unsealed),
    coalesce((SELECT extract(epoch FROM now() - t.at) FROM unsealed u JOIN transfers t ON t.id = u.transfer ORDER BY u.written LIMIT 1), 0)
  UNION ALL SELECT 'backup', '', 1, extract(epoch FROM now() - (value->>'at')::timestamptz) FROM settings WHERE key = 'backup.last'`;

export interface WaitingRow {
  readonly what: 'job' | 'given-up' | 'due-row' | 'fact' | 'seal' | 'backup';
  readonly label: string;
  readonly amount: number;
  readonly seconds: number;
}

/** Null where the database needs too long to tell. */
export const readWaiting = (source: DataSource): Promise<WaitingRow[] | null> =>
  readInTime<WaitingRow>(source, 'what waits', WAITING);

/** What the database knows about the whole installation, read when metrics are asked for and not more often than every two seconds. */
export class DatabaseMetrics {
  readonly registry = new Registry();
  private readonly up = this.gauge('lepta_database_up', '1 while the database answers this process');
  private readonly pool = this.gauge(
    'lepta_database_connections',
    'Connections of this process: in all, idle, and requests that wait for one',
    ['state'],
  );
  private readonly jobs = this.gauge('lepta_jobs_waiting', 'Jobs that follow a fact and are not done', ['job']);
  private readonly jobAge = this.gauge('lepta_jobs_oldest_seconds', 'Age of the oldest fact whose job is not done', [
    'job',
  ]);
  private readonly givenUp = this.gauge(
    'lepta_jobs_given_up',
    'Jobs that were given up and wait for an administrator',
    ['job'],
  );
  private readonly dueRows = this.gauge(
    'lepta_due_rows_failed',
    'Due rows that a job of the clock could not process and tries again',
    ['job'],
  );
  private readonly facts = this.gauge('lepta_relay_waiting', 'Facts that the relay has not numbered');
  private readonly relayLag = this.gauge(
    'lepta_relay_lag_seconds',
    'Age of the oldest fact that the relay has not numbered',
  );
  private readonly unsealed = this.gauge('lepta_ledger_unsealed', 'Transfers without a seal');
  private readonly sealLag = this.gauge('lepta_ledger_seal_lag_seconds', 'Age of the oldest transfer without a seal');
  private readonly backupAge = this.gauge(
    'lepta_backup_age_seconds',
    'Age of the newest backup; -1: none was ever made',
  );
  private reading: Promise<void> | null = null;
  private readAt = -Infinity;

  constructor(private readonly source: DataSource) {}

  async read(): Promise<void> {
    const { totalCount, idleCount, waitingCount } = poolOf(this.source);
    this.pool.set({ state: 'all' }, totalCount);
    this.pool.set({ state: 'idle' }, idleCount);
    this.pool.set({ state: 'wanted' }, waitingCount);
    if (performance.now() - this.readAt < KEPT_MS) return;
    this.reading ??= this.ask().finally(() => (this.reading = null));
    await this.reading;
  }

  private async ask(): Promise<void> {
    const rows = await readWaiting(this.source).catch(() => null);
    this.readAt = performance.now();
    this.up.set(rows ? 1 : 0);
    for (const gauge of [this.jobs, this.jobAge, this.givenUp, this.dueRows]) gauge.reset();
    if (rows) this.backupAge.set(-1);
    for (const { what, label, amount, seconds } of rows ?? []) {
      if (what === 'job') {
        this.jobs.set({ job: label }, amount);
        this.jobAge.set({ job: label }, seconds);
      } else if (what === 'given-up') this.givenUp.set({ job: label }, amount);
      else if (what === 'due-row') this.dueRows.set({ job: label }, amount);
      else if (what === 'fact') {
        this.facts.set(amount);
        this.relayLag.set(seconds);
      } else if (what === 'backup') this.backupAge.set(seconds);
      else {
        this.unsealed.set(amount);
        this.sealLag.set(seconds);
      }
    }
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}

/** One page of text for Prometheus. */
export async function metricsPage(registries: readonly Registry[]): Promise<{ type: string; text: string }> {
  const all = Registry.merge([...registries]);
  return { type: all.contentType, text: await all.metrics() };
}
