import { newId, type FactPayloads, type FactType } from '#kernel';
import type { Tx } from './tx.js';
import { notifyAfter } from './notices.js';
import { ask } from './prepared.js';

/** NOTIFY channels; payloads carry ids only. */
export const CHANNELS = { facts: 'lepta_facts', events: 'lepta_events' } as const;

/** Writes a fact in the transaction of the change it tells of, and wakes the relay once that has committed. */
export async function record<T extends FactType>(tx: Tx, type: T, payload: FactPayloads[T]): Promise<void> {
  await tx.query('INSERT INTO facts (id, type, payload) VALUES ($1, $2, $3)', [newId(), type, payload]);
  notifyAfter(tx, CHANNELS.facts, '');
}

/** Tells browsers that listen (all processes, once this has committed). Ids only. */
export function announce(tx: Tx, ...events: readonly LiveEvent[]): void {
  for (const event of events) notifyAfter(tx, CHANNELS.events, JSON.stringify(event));
}

/** What a browser may hear: a name, the thing, and the parties whom it concerns (nobody else is told). */
export interface LiveEvent {
  readonly event: 'offer.proposals' | 'need.proposals' | 'match.changed' | 'need.changed' | 'offer.changed' | 'notifications.new';
  readonly id: string;
  readonly partyIds: readonly string[];
}

/**
 * Marks (fact, job) as handled in the job's own transaction. Returns false when that was done before: then the job changes nothing.
 * The row lock makes two deliveries of one job wait for each other.
 */
export async function handled(tx: Tx, factId: string, job: string): Promise<boolean> {
  const rows = await ask(
    tx,
    `INSERT INTO fact_jobs (fact_id, job, handled_at) VALUES ($1, $2, now())
     ON CONFLICT (fact_id, job) DO UPDATE SET handled_at = now() WHERE fact_jobs.handled_at IS NULL
     RETURNING 1 AS first`,
    [factId, job],
  );
  return rows.length > 0;
}
