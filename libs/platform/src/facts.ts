import { newId, type FactPayloads, type FactType } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Tx } from './tx.js';
import { isWithoutEvents, notifyAfter } from './notices.js';
import { preparedQuery } from './prepared.js';

/** NOTIFY channels; payloads carry ids only. */
export const CHANNELS = { facts: 'lepta_facts', events: 'lepta_events' } as const;

/** Writes facts in the transaction of the change they tell of, and wakes the relay once that has committed. */
export async function record<T extends FactType>(
  tx: Tx,
  type: T,
  ...payloads: readonly FactPayloads[T][]
): Promise<void> {
  if (payloads.length === 0 || isWithoutEvents(tx)) return;
  const rows = [type, payloads.map(() => newId()), payloads.map((payload) => JSON.stringify(payload))];
  await preparedQuery(
    tx,
    'INSERT INTO facts (id, type, payload) SELECT f.id, $1, f.payload FROM unnest($2::uuid[], $3::jsonb[]) AS f(id, payload)',
    rows,
  );
  notifyAfter(tx, CHANNELS.facts, '');
}

/** Tells browsers that listen (all processes, once this has committed). Ids only. */
export function announce(tx: Tx, ...events: readonly LiveEvent[]): void {
  for (const event of events) notifyAfter(tx, CHANNELS.events, JSON.stringify(event));
}

/** What a browser may hear: a name, the thing, and the parties whom it concerns (nobody else is told). */
export interface LiveEvent {
  readonly event:
    | 'offer.proposals'
    | 'need.proposals'
    | 'match.changed'
    | 'match.message'
    | 'need.changed'
    | 'offer.changed'
    | 'notifications.new';
  readonly id: string;
  readonly partyIds: readonly string[];
}

/**
 * Marks (fact, job) as handled in the job's own transaction. Returns those facts for which that was not done before: for the others the job changes
 * nothing. The row locks, taken in one order, make two deliveries of one job wait for each other.
 */
export async function handled(tx: Tx, factIds: readonly string[], job: string): Promise<ReadonlySet<string>> {
  const rows = await preparedQuery<{ id: string }>(
    tx,
    `INSERT INTO fact_jobs (fact_id, job, handled_at) SELECT id, $2, now() FROM unnest($1::uuid[]) AS f(id) ORDER BY id
     ON CONFLICT (fact_id, job) DO UPDATE SET handled_at = now() WHERE fact_jobs.handled_at IS NULL
     RETURNING fact_id AS id`,
    [factIds, job],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether a job is still to come for a fact that names this thing: one that no queue has heard of yet, or one that has not been handled. */
export async function awaitsJob(
  db: Tx | DataSource,
  job: string,
  field: 'offerId' | 'needId',
  id: string,
): Promise<boolean> {
  const [row]: { awaited: boolean }[] = await db.query(
    `SELECT EXISTS (SELECT 1 FROM facts WHERE position IS NULL AND payload ->> $2 = $3)
       OR EXISTS (SELECT 1 FROM fact_jobs j JOIN facts f ON f.id = j.fact_id WHERE j.handled_at IS NULL AND j.failed_at IS NULL AND j.job = $1 AND f.payload ->> $2 = $3) AS awaited`,
    [job, field, id],
  );
  return row?.awaited ?? false;
}
