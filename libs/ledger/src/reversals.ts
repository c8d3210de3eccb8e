import type { Tx } from '#platform';
import { leftToGive } from './accounts.rules.js';
import { refuseLedger } from './ledger.refusals.js';
import {
  checkAmount,
  findTransfer,
  isRepeat,
  lockAccounts,
  transferOf,
  writeTransfer,
  type EntryContext,
  type Outcome,
} from './postings.js';

/**
 * A reversal goes the way of its transfer back (stored as kind `mirror`: the seals contain that word). It never raises what was pledged: taking a delivery back makes the part available again,
 * taking a pledge back lowers the pledge.
 */
export async function reverse(
  tx: Tx,
  reversal: { id: string; transferId: string; reason: string; amount?: number } & EntryContext,
): Promise<Outcome> {
  const taken = await findTransfer(tx, reversal.transferId);
  if (!taken) return refuseLedger('ledger.no-such-transfer');
  if (taken.phase === 'held' || taken.phase === 'void' || taken.kind === 'mirror') refuseLedger('ledger.not-to-mirror');
  const accounts = await lockAccounts(tx, [taken.debit, taken.credit]);
  const [sum]: { reversed: number }[] = await tx.query(
    'SELECT coalesce(sum(amount), 0)::bigint AS reversed FROM transfers WHERE mirrors = $1 AND id <> $2',
    [taken.id, reversal.id],
  );
  const left = taken.amount - (sum?.reversed ?? 0);
  const amount = reversal.amount ?? (await findTransfer(tx, reversal.id))?.amount ?? left;
  const written = transferOf({
    id: reversal.id,
    debit: taken.credit,
    credit: taken.debit,
    amount,
    unit: taken.unit,
    item: taken.item,
    kind: 'mirror',
    mirrors: taken.id,
    subjectType: 'correction',
    subjectId: taken.id,
    reason: reversal.reason,
    at: reversal.at,
    by: reversal.by,
  });
  if (await isRepeat(tx, written)) return 'already-there';
  if (amount > left || left === 0) refuseLedger('ledger.mirror-too-much', { left, unit: taken.unit });
  checkAmount(amount);
  const giver = accounts.get(taken.credit); // gives it back: only what it still has
  if (giver && leftToGive(giver) < amount)
    refuseLedger('ledger.not-enough-left', { left: leftToGive(giver), unit: taken.unit });
  return writeTransfer(tx, written);
}
