import { refuseAccount } from '#identity';
import type { PersonWords, Tx } from '#platform';

/** What deliveries keep about a person who is erased: words and addresses go. Trips that were only planned were left before. */
export async function forgetDeliveries(tx: Tx, { personId }: PersonWords): Promise<void> {
  const running: unknown[] = await tx.query(`SELECT 1 FROM trips WHERE driver_id = $1 AND status = 'planned' LIMIT 1`, [
    personId,
  ]);
  if (running.length > 0) refuseAccount('identity.erasure-raced');
  await tx.query('UPDATE trips SET car = NULL, driver_name = NULL, driver_phone = NULL WHERE driver_id = $1', [
    personId,
  ]);
  await tx.query('DELETE FROM delivery_addresses WHERE given_by = $1', [personId]);
}
