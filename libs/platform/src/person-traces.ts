import type { Fact } from '#kernel';
import type { Tx } from './tx.js';
import type { FactJob } from './job.js';

/** Deletes what the platform keeps about one person beside the nouns: mails of the outbox, notices, answers to repeated requests. The audit log has ids only and stays. */
export async function forgetTraces(tx: Tx, personId: string): Promise<void> {
  for (const table of ['mails', 'notifications'])
    await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  await tx.query('DELETE FROM idempotency_keys WHERE caller = $1', [`person:${personId}`]);
}

/** By what a person is found among the things of others. */
export interface PersonWords {
  readonly personId: string;
  /** Their own id, and those of what they offered and promised. */
  readonly ids: readonly string[];
  /** E-mail addresses that were proved to be theirs: anybody can type another's. */
  readonly addresses: readonly string[];
  /** Names of more than one word. People choose them freely, so they are looked for only in what is about this person. */
  readonly names: readonly string[];
}

/** What a lib forgets of a person among the things of others, in the transaction that empties their row. */
export type Forget = (tx: Tx, words: PersonWords) => Promise<void>;

/**
 * Mails to their addresses that stand under another person, and answers to others' repeated requests that are about them: such a request is still
 * known as done, only what it said is gone. One that was refused changed nothing and is forgotten whole.
 */
export async function forgetAmongOthers(tx: Tx, { ids, addresses }: PersonWords): Promise<void> {
  await tx.query('DELETE FROM mails WHERE address = ANY($1)', [addresses]);
  // What they shared lies sealed beside mails about their matches until those have left.
  await tx.query(
    `UPDATE mails SET sealed = NULL, next_try_at = NULL, failed_reason = CASE WHEN status IN ('new', 'ready') THEN 'link-expired' ELSE failed_reason END, status = CASE WHEN status IN ('new', 'ready') THEN 'failed' ELSE status END
    WHERE sealed IS NOT NULL AND id IN (SELECT id FROM notifications WHERE subject_type = 'match' AND subject_id = ANY($1::uuid[]))`,
    [ids],
  );
  const about = `answer IS NOT NULL AND (EXISTS (SELECT 1 FROM unnest($2::text[]) AS a(address) WHERE strpos(lower(answer::text), a.address) > 0)
    OR EXISTS (SELECT 1 FROM regexp_matches(answer::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') AS u(found) WHERE u.found[1] = ANY($1::text[])))`;
  // Found and locked in one order, so that two erasures at once wait for each other.
  const rows = (await tx.query(
    `SELECT caller, key, status >= 400 AS refused FROM idempotency_keys WHERE ${about} ORDER BY caller, key FOR UPDATE`,
    [ids, addresses],
  )) as { caller: string; key: string; refused: boolean }[];
  for (const refused of [true, false]) {
    const theirs = rows.filter((row) => row.refused === refused);
    const deed = refused ? 'DELETE FROM idempotency_keys' : 'UPDATE idempotency_keys SET answer = NULL';
    await tx.query(`${deed} WHERE (caller, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`, [
      theirs.map((row) => row.caller),
      theirs.map((row) => row.key),
    ]);
  }
}

/** A pattern of PostgreSQL that finds these words in a text; null: there is none to find. */
export function patternOf(words: readonly string[]): string | null {
  const patterns = words.map((word) => word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return patterns.length === 0 ? null : patterns.join('|');
}

/** Follows `person.erased`, once more: a job that ran beside the erasure may have written to a person who was still there when it looked. */
export const forgetTracesJob: FactJob<Fact<'person.erased'>> = {
  name: 'platform.forget-traces',
  apply: (tx, fact) => forgetTraces(tx, fact.payload.personId),
};
