import { randomBytes } from 'node:crypto';
import { newId } from '#kernel';
import { audit, forgetTraces, record, type PersonWords, type Tx } from '#platform';
import { dropSecondFactors, endSessions } from './access.queries.js';
import { closeRequests } from './erasure-requests.queries.js';
import { PersonEntity } from './person.entity.js';

/** What stands where a name was. */
const ERASED_NAME = '—';

/** How an account ends. */
export interface PersonEnd {
  /** argon2id of nothing that anybody has: no password opens an erased row. From `hashPassword`, made before the transaction. */
  readonly passwordHash: string;
  /** An administrator who was asked by letter, with what stays in the audit log; null: themselves. */
  readonly by: { readonly personId: string; readonly reason: string } | null;
  /** The day that it is in the region. */
  readonly today: string;
}

/**
 * By what a person is found among the things of others, read before the row is emptied.
 * @param others names under which they were shown elsewhere, and ids of what is theirs
 */
export async function wordsOf(
  tx: Tx,
  personId: string,
  others: Pick<PersonWords, 'names' | 'ids'>,
): Promise<PersonWords> {
  const person = await tx.findOneByOrFail(PersonEntity, { id: personId });
  const changes = (await tx.query(
    'SELECT old_email AS old, new_email AS new, undo_hash IS NOT NULL AS proved FROM email_changes WHERE person_id = $1 AND confirmed_at IS NOT NULL',
    [personId],
  )) as { old: string; new: string; proved: boolean }[];
  const addresses = [
    ...(person.emailConfirmedAt ? [person.email] : []),
    ...changes.flatMap((change) => (change.proved ? [change.old, change.new] : [change.new])),
  ];
  return {
    personId,
    ids: [personId, ...others.ids],
    addresses: [...new Set(addresses)],
    names: searchable([person.name, ...others.names]),
  };
}

/** Names by which a person can be found among the words of others, each once: one of a single word would be found wherever that word stands. */
export function searchable(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()).filter((name) => /\S\s+\S/.test(name)))];
}

/**
 * Empties a person's row, which must be locked: what the books refer to stays and names nobody. Roles end, consents are withdrawn (they hold no
 * text), everything to sign in with is deleted, what they asked for is done. Returns the ids of the sessions that ended.
 */
export async function emptyPerson(tx: Tx, personId: string, end: PersonEnd, at: Date): Promise<string[]> {
  const ended = await endSessions(tx, personId);
  await dropSecondFactors(tx, personId);
  for (const table of ['registrations', 'password_reset_requests'])
    await tx.query(`DELETE FROM ${table} WHERE email = (SELECT email FROM people WHERE id = $1)`, [personId]);
  for (const table of [
    'api_keys',
    'email_confirmations',
    'password_resets',
    'email_changes',
    'passkey_challenges',
    'known_devices',
  ]) {
    await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  }
  await tx.query('UPDATE grants SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [personId, at]);
  await tx.query(
    `UPDATE grants SET reason = CASE WHEN reason IS NOT NULL THEN '—' END, revoke_reason = CASE WHEN revoke_reason IS NOT NULL THEN '—' END WHERE person_id = $1`,
    [personId],
  );
  await tx.query('UPDATE consents SET withdrawn_at = $2 WHERE person_id = $1 AND withdrawn_at IS NULL', [personId, at]);
  await tx.update(
    PersonEntity,
    { id: personId },
    {
      email: `${newId()}.${randomBytes(6).toString('hex')}@erased.invalid`,
      emailConfirmedAt: null,
      name: ERASED_NAME,
      passwordHash: end.passwordHash,
      erasedAt: at,
    },
  );
  await forgetTraces(tx, personId);
  const { by, today } = end;
  const request = await closeRequests(tx, personId, { administrator: by?.personId ?? null, today }, at);
  await audit(tx, {
    personId: by?.personId ?? personId,
    action: 'identity.erased',
    subjectType: 'person',
    subjectId: personId,
    ...(by && { reason: by.reason, data: { request } }),
  });
  await record(tx, 'person.erased', { personId });
  return ended;
}

/** Locks a person who has not been erased meanwhile: the person who writes in their name waits for an erasure that is under way. */
export async function lockLivingPerson(
  tx: Tx,
  personId: string,
  mode: 'SHARE' | 'NO KEY UPDATE' | 'UPDATE',
): Promise<boolean> {
  const rows = (await tx.query(`SELECT 1 FROM people WHERE id = $1 AND erased_at IS NULL FOR ${mode}`, [
    personId,
  ])) as unknown[];
  return rows.length > 0;
}
