import { randomBytes } from 'node:crypto';
import { newId } from '#kernel';
import { audit, forgetTraces, record, type Tx } from '#platform';
import { dropSecondFactors, endSessions } from './access.queries.js';
import { PersonEntity } from './person.entity.js';

/** What stands where a name was. */
const ERASED_NAME = '—';

/** argon2id of nothing that anybody has: no password opens an erased row. From `hashPassword`, made before the transaction. */
interface Nobody {
  readonly passwordHash: string;
}

/**
 * Empties a person's row, which must be locked: what the books refer to stays and names nobody. Roles end, consents are withdrawn (they hold no
 * text), everything to sign in with is deleted. Returns the ids of the sessions that ended.
 */
export async function emptyPerson(tx: Tx, personId: string, nobody: Nobody, at: Date): Promise<string[]> {
  const ended = await endSessions(tx, personId);
  await dropSecondFactors(tx, personId);
  for (const table of ['registrations', 'password_reset_requests']) await tx.query(`DELETE FROM ${table} WHERE email = (SELECT email FROM people WHERE id = $1)`, [personId]);
  for (const table of ['api_keys', 'email_confirmations', 'password_resets', 'email_changes', 'passkey_challenges', 'known_devices']) {
    await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
  }
  await tx.query('UPDATE grants SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [personId, at]);
  await tx.query('UPDATE consents SET withdrawn_at = $2 WHERE person_id = $1 AND withdrawn_at IS NULL', [personId, at]);
  await tx.update(PersonEntity, { id: personId }, { email: `${newId()}.${randomBytes(6).toString('hex')}@erased.invalid`, emailConfirmedAt: null, name: ERASED_NAME, passwordHash: nobody.passwordHash, erasedAt: at });
  await forgetTraces(tx, personId);
  await audit(tx, { personId, action: 'identity.erased', subjectType: 'person', subjectId: personId });
  await record(tx, 'person.erased', { personId });
  return ended;
}

/** Locks a person who has not been erased meanwhile: whoever writes in their name waits for an erasure that is under way. */
export async function lockLivingPerson(tx: Tx, personId: string, mode: 'SHARE' | 'UPDATE'): Promise<boolean> {
  const rows = (await tx.query(`SELECT 1 FROM people WHERE id = $1 AND erased_at IS NULL FOR ${mode}`, [personId])) as unknown[];
  return rows.length > 0;
}
