import type { Tx } from './db.js';

/** Deletes what the platform keeps about one person beside the nouns: mails of the outbox, answers to repeated requests. The audit log has ids only and stays. */
export async function forgetTraces(tx: Tx, personId: string): Promise<void> {
  await tx.query('DELETE FROM mails WHERE person_id = $1', [personId]);
  await tx.query('DELETE FROM idempotency_keys WHERE caller = $1', [`person:${personId}`]);
}
