import { refuseAccount } from '#identity';
import type { PersonWords, Tx } from '#platform';

/** What sign-ups keep about a person who is erased: the words go, and the calendar's address; hours stay as the books have them. Queues were left before. */
export async function forgetSignUps(tx: Tx, { personId }: PersonWords): Promise<void> {
  const running: unknown[] = await tx.query(
    `SELECT 1 FROM sign_ups WHERE person_id = $1 AND status IN ('waiting', 'signed_up', 'checked_in') LIMIT 1`,
    [personId],
  );
  if (running.length > 0) refuseAccount('identity.erasure-raced');
  await tx.query(
    'UPDATE sign_ups SET objection = NULL, minutes_reason = NULL WHERE person_id = $1 AND (objection IS NOT NULL OR minutes_reason IS NOT NULL)',
    [personId],
  );
  await tx.query(`DELETE FROM trip_hours WHERE driver_id = $1 AND status = 'proposed'`, [personId]);
  await tx.query('UPDATE trip_hours SET reason = NULL WHERE driver_id = $1 AND reason IS NOT NULL', [personId]);
  await tx.query('DELETE FROM guardian_consents WHERE sign_up_id IN (SELECT id FROM sign_ups WHERE person_id = $1)', [
    personId,
  ]);
  await tx.query('DELETE FROM shift_asks WHERE person_id = $1', [personId]);
  await tx.query('DELETE FROM shift_wishes WHERE person_id = $1', [personId]);
  await tx.query('DELETE FROM calendar_feeds WHERE person_id = $1', [personId]);
}
