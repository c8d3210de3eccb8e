import type { PersonWords, Tx } from '#platform';

/** What bookings keep about a person who is erased: the words go. What was to come was given back before. */
export async function forgetBookings(tx: Tx, { personId }: PersonWords): Promise<void> {
  await tx.query(
    'UPDATE bookings SET purpose = NULL, reason = NULL WHERE person_id = $1 AND (purpose IS NOT NULL OR reason IS NOT NULL)',
    [personId],
  );
}
