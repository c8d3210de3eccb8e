import { Refusal } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Tx } from './tx.js';
import { CHANNELS } from './facts.js';

/** Said on the channel of facts: a job is to be taken up again, so look at once. */
export const TAKE_UP = 'take-up';

export interface DeadLetter {
  readonly factId: string;
  readonly job: string;
  readonly factType: string;
  /** ISO times. */
  readonly factAt: string;
  readonly failedAt: string;
  /** What kind of failure the last try ended with: a refusal's code, PostgreSQL's, or the name of the error. Never its words. */
  readonly code: string | null;
}

export interface DeadLetterCursor {
  readonly failedAt: string;
  readonly factId: string;
  readonly job: string;
}

/** Jobs that nobody tries any more, newest first. `after` is the last one of the page before. */
export async function deadLetters(
  db: DataSource | Tx,
  limit: number,
  after: DeadLetterCursor | null,
): Promise<DeadLetter[]> {
  return db.query(
    `SELECT j.fact_id AS "factId", j.job, f.type AS "factType", to_json(f.at) #>> '{}' AS "factAt", to_json(j.failed_at) #>> '{}' AS "failedAt", j.failed_code AS code
     FROM fact_jobs j JOIN facts f ON f.id = j.fact_id
     WHERE j.failed_at IS NOT NULL AND j.handled_at IS NULL AND ($2::timestamptz IS NULL OR (j.failed_at, j.fact_id, j.job) < ($2, $3::uuid, $4::text))
     ORDER BY j.failed_at DESC, j.fact_id DESC, j.job DESC LIMIT $1`,
    [limit, after?.failedAt ?? null, after?.factId ?? null, after?.job ?? null],
  );
}

/** Locks a job; null where it can be taken up or discarded. */
async function lockGivenUp(tx: Tx, factId: string, job: string): Promise<'unknown' | 'not-given-up' | null> {
  const [row] = (await tx.query(
    'SELECT failed_at, handled_at FROM fact_jobs WHERE fact_id = $1 AND job = $2 FOR UPDATE',
    [factId, job],
  )) as { failed_at: Date | null; handled_at: Date | null }[];
  if (!row) return 'unknown';
  return !row.failed_at || row.handled_at ? 'not-given-up' : null;
}

/** Gives a job five more tries, from now. Returns whether there is such a job, and whether it had been given up. */
export async function retryDeadLetter(
  tx: Tx,
  factId: string,
  job: string,
): Promise<'unknown' | 'not-given-up' | 'taken-up'> {
  const wrong = await lockGivenUp(tx, factId, job);
  if (wrong) return wrong;
  // Waiting since for ever: the relay takes it for one that the queue has lost.
  await tx.query(
    `UPDATE fact_jobs SET failed_at = NULL, failed_code = NULL, queued_at = '-infinity', round = round + 1, carried_by = NULL WHERE fact_id = $1 AND job = $2`,
    [factId, job],
  );
  await tx.query('SELECT pg_notify($1, $2)', [CHANNELS.facts, TAKE_UP]);
  return 'taken-up';
}

/** Settles a job that nobody is going to do: it leaves the list, keeps when and how it failed, and goes with its fact. Nothing that it was to do is done. */
export async function discardDeadLetter(
  tx: Tx,
  factId: string,
  job: string,
): Promise<'unknown' | 'not-given-up' | 'discarded'> {
  const wrong = await lockGivenUp(tx, factId, job);
  if (wrong) return wrong;
  await tx.query('UPDATE fact_jobs SET handled_at = now() WHERE fact_id = $1 AND job = $2', [factId, job]);
  return 'discarded';
}

/** A code for a list that people read: nothing that a person wrote can be in it. */
export function failureCode(err: unknown): string {
  if (err instanceof Refusal) return err.code;
  const failure = ((err as { driverError?: unknown } | null)?.driverError ?? err) as {
    code?: unknown;
    constraint?: unknown;
    name?: unknown;
  } | null;
  const parts = [failure?.code, failure?.constraint].filter(
    (part): part is string => typeof part === 'string' && /^[\w.-]{1,60}$/.test(part),
  );
  if (parts.length > 0) return parts.join(' ');
  const name = failure?.name;
  return typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error';
}
