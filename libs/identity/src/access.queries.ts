import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { PersonEntity } from './person.entity.js';

/** Ends a person's sessions, half-open ones too, except one that may stay. Returns the ids of those that ended. */
export async function endSessions(
  db: Tx | DataSource,
  personId: string,
  except: string | null = null,
): Promise<string[]> {
  const [rows] = (await db.query(
    `DELETE FROM sessions WHERE (sess ->> 'personId' = $1 OR sess ->> 'pendingPersonId' = $1) AND sid IS DISTINCT FROM $2 RETURNING sid`,
    [personId, except],
  )) as [{ sid: string }[], number];
  return rows.map((row) => row.sid);
}

/**
 * Writes down that a session was used and when it ends now. An UPDATE, where the session plugin would upsert: a request that runs while its person signs out does
 * not bring the session back.
 */
export async function renewSession(source: DataSource, sid: string, now: Date, expires: Date): Promise<void> {
  await source.query(
    `UPDATE sessions SET expire = $2, sess = (sess::jsonb || jsonb_build_object('renewedAt', $3::bigint, 'cookie', (sess::jsonb -> 'cookie') || jsonb_build_object('expires', $4::text)))::json
     WHERE sid = $1`,
    [sid, expires, now.getTime(), expires.toISOString()],
  );
}

/**
 * Ends sessions because what signs in has changed, those too that are just being opened with the old password: they are of an older version.
 * One session may stay. Returns the ids of those that ended.
 */
export async function renewAccess(tx: Tx, personId: string, except: string | null = null): Promise<string[]> {
  const [rows] = (await tx.query(
    'UPDATE people SET access_version = access_version + 1 WHERE id = $1 RETURNING access_version AS version',
    [personId],
  )) as [{ version: number }[], number];
  const ended = await endSessions(tx, personId, except);
  if (except !== null) {
    await tx.query(
      `UPDATE sessions SET sess = (sess::jsonb || jsonb_build_object('accessVersion', $3::int))::json WHERE sid = $1 AND sess ->> 'personId' = $2`,
      [except, personId, rows[0]?.version],
    );
  }
  return ended;
}

export async function endKeys(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx.query('UPDATE api_keys SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [personId, at]);
}

/** Takes away every second factor; those made since a moment, where one is given. Codes go with the last of them. */
export async function dropSecondFactors(tx: Tx, personId: string, since: Date | null = null): Promise<void> {
  await tx.query('DELETE FROM totp_secrets WHERE person_id = $1 AND ($2::timestamptz IS NULL OR created_at >= $2)', [
    personId,
    since,
  ]);
  await tx.query('DELETE FROM passkeys WHERE person_id = $1 AND ($2::timestamptz IS NULL OR created_at >= $2)', [
    personId,
    since,
  ]);
  await dropUselessCodes(tx, personId);
}

/**
 * Takes an account away from the person who had it before its address was confirmed: sessions, keys, changes of address under way and links of mails end; of second factors
 * and known devices those go that are older than the first confirmation, all of them where there was none. Codes on paper have no date: they go with the first factor that does.
 * The password is the caller's to set.
 */
export async function dropWhatCameBefore(
  tx: Tx,
  person: Pick<PersonEntity, 'id' | 'emailConfirmedAt'>,
  at: Date,
): Promise<void> {
  const { id, emailConfirmedAt } = person;
  await renewAccess(tx, id);
  await endKeys(tx, id, at);
  await tx.query(
    'UPDATE email_changes SET ended_at = $2 WHERE person_id = $1 AND confirmed_at IS NULL AND ended_at IS NULL',
    [id, at],
  );
  for (const table of ['password_resets', 'email_confirmations', 'passkey_challenges'])
    await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [id]);
  await tx.query('DELETE FROM known_devices WHERE person_id = $1 AND ($2::timestamptz IS NULL OR first_seen_at < $2)', [
    id,
    emailConfirmedAt,
  ]);
  const [gone] = (await tx.query(
    `WITH codes AS (DELETE FROM totp_secrets WHERE person_id = $1 AND ($2::timestamptz IS NULL OR created_at < $2) RETURNING 1),
          keys AS (DELETE FROM passkeys WHERE person_id = $1 AND ($2::timestamptz IS NULL OR created_at < $2) RETURNING 1)
     SELECT (SELECT count(*) FROM codes) + (SELECT count(*) FROM keys) AS factors`,
    [id, emailConfirmedAt],
  )) as [{ factors: number }];
  if (gone.factors > 0 || emailConfirmedAt === null)
    await tx.query('DELETE FROM recovery_codes WHERE person_id = $1', [id]);
}

/** Recovery codes stand in for a factor: without one they are nothing. */
export async function dropUselessCodes(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `DELETE FROM recovery_codes WHERE person_id = $1
       AND NOT EXISTS (SELECT 1 FROM totp_secrets WHERE person_id = $1 AND confirmed_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM passkeys WHERE person_id = $1)`,
    [personId],
  );
}
