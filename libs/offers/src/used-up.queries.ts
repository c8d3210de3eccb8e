import { assert } from '#kernel';
import type { OfferBalance } from '#ledger';
import type { Tx } from '#platform';
import { oneMatchOfferStatus } from './lifecycle.rules.js';

/** Offers for one match each that have given all of it: as `OffersService.updateStatus` for each, in one statement. They are open, and locked by the caller. */
export async function useUpOffers(tx: Tx, balances: ReadonlyMap<string, OfferBalance>, at: Date): Promise<void> {
  for (const [id, balance] of balances)
    assert(
      balance.available === 0 && oneMatchOfferStatus(balance) === 'used_up',
      `offer ${id} has not given all that it had`,
    );
  await tx.query(`UPDATE offers SET status = 'used_up', updated_at = $2 WHERE id = ANY($1)`, [
    [...balances.keys()],
    at,
  ]);
}
