import type { Fact } from '#kernel';
import type { Tx } from './tx.js';
import type { FactJob } from './job.js';

/** Deletes what the platform keeps about one person beside the nouns: mails of the outbox, notifications and what was chosen for them, answers to repeated requests. The audit log has ids only and stays. */
export async function forgetTraces(tx: Tx, personId: string): Promise<void> {
  for (const table of ['mails', 'notifications', 'notification_choices', 'told_proposals']) await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  await tx.query('DELETE FROM idempotency_keys WHERE caller = $1', [`person:${personId}`]);
}

/** Follows `person.erased`, once more: a job that ran beside the erasure may have written to somebody who was still there when it looked. */
export const forgetTracesJob: FactJob<Fact<'person.erased'>> = { name: 'platform.forget-traces', apply: (tx, fact) => forgetTraces(tx, fact.payload.personId) };
