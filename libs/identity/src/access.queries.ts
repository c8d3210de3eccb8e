import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';

/** Ends a person's sessions, half-open ones too, except one that may stay. Returns the ids of those that ended. */
export async function endSessions(db: Tx | DataSource, personId: string, except: string | null = null): Promise<string[]> {
  const [rows] = (await db.query(
    `DELETE FROM sessions WHERE (sess ->> 'personId' = $1 OR sess ->> 'pendingPersonId' = $1) AND sid IS DISTINCT FROM $2 RETURNING sid`,
    [personId, except],
  )) as [{ sid: string }[], number];
  return rows.map((row) => row.sid);
}

export async function endKeys(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx.query('UPDATE api_keys SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [personId, at]);
}

/** Takes away every second factor; those made since a moment, where one is given. Codes go with the last of them. */
export async function dropSecondFactors(tx: Tx, personId: string, since: Date | null = null): Promise<void> {
  await tx.query('DELETE FROM totp_secrets WHERE person_id = $1 AND ($2::timestamptz IS NULL OR created_at >= $2)', [personId, since]);
  await tx.query('DELETE FROM passkeys WHERE person_id = $1 AND ($2::timestamptz IS NULL OR created_at >= $2)', [personId, since]);
  await dropUselessCodes(tx, personId);
}

/** Recovery codes stand in for a factor: without one they are nothing. */
export async function dropUselessCodes(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `DELETE FROM recovery_codes WHERE person_id = $1
       AND NOT EXISTS (SELECT 1 FROM totp_secrets WHERE person_id = $1 AND confirmed_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM passkeys WHERE person_id = $1)`,
    [personId],
  );
}
