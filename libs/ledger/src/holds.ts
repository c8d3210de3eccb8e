import type { Tx } from '#platform';
import { postIdOf, voidIdOf } from './accounts.rules.js';
import { refuseLedger } from './ledger.refusals.js';
import {
  checkAmount,
  findTransfer,
  lockAccounts,
  transferOf,
  writeTransfer,
  type EntryContext,
  type Outcome,
} from './postings.js';
import type { Transfer } from './transfer.entity.js';

/** The hold itself never changes, so it is read without a lock; what ended it is read under the lock of its accounts. */
export async function readHold(tx: Tx, holdId: string): Promise<Transfer> {
  const hold = await findTransfer(tx, holdId);
  if (!hold || hold.phase !== 'held') return refuseLedger('ledger.no-such-hold', { id: holdId });
  return hold;
}

/** How much of a hold was posted and voided so far: nothing, or exactly all of it. */
export async function endedBy(tx: Tx, holdId: string): Promise<{ posted: number; voided: number }> {
  const rows: { phase: 'post' | 'void'; amount: number }[] = await tx.query(
    'SELECT phase, amount FROM transfers WHERE resolves = $1',
    [holdId],
  );
  const of = (phase: string) => rows.find((row) => row.phase === phase)?.amount ?? 0;
  return { posted: of('post'), voided: of('void') };
}

/** Posts what arrived and voids the rest, so that both are together the hold; their ids are derived from it. */
export async function endHold(
  tx: Tx,
  hold: Transfer,
  end: { arrived: number; reason: string | null } & EntryContext,
): Promise<Outcome> {
  const same = { ...hold, resolves: hold.id, at: end.at, by: end.by };
  if (end.arrived > 0)
    await writeTransfer(
      tx,
      transferOf({ ...same, id: postIdOf(hold.id), phase: 'post', amount: end.arrived, reason: null }),
    );
  const rest = hold.amount - end.arrived;
  if (rest > 0)
    await writeTransfer(
      tx,
      transferOf({ ...same, id: voidIdOf(hold.id), phase: 'void', amount: rest, reason: end.reason }),
    );
  return 'made';
}

export async function postHold(
  tx: Tx,
  context: { holdId: string; amount: number; reason?: string } & EntryContext,
): Promise<Outcome> {
  if (context.amount === 0) return voidHold(tx, context);
  checkAmount(context.amount);
  const hold = await readHold(tx, context.holdId);
  if (context.amount > hold.amount) refuseLedger('ledger.more-than-held', { held: hold.amount, unit: hold.unit });
  await lockAccounts(tx, [hold.debit, hold.credit]);
  const before = await endedBy(tx, hold.id);
  if (before.posted === context.amount) return 'already-there';
  if (before.posted > 0) refuseLedger('ledger.same-id-other-content', { id: hold.id });
  if (before.voided > 0) refuseLedger('ledger.hold-is-over', {});
  return endHold(tx, hold, { arrived: context.amount, reason: context.reason ?? null, at: context.at, by: context.by });
}

export async function voidHold(tx: Tx, context: { holdId: string; reason?: string } & EntryContext): Promise<Outcome> {
  const hold = await readHold(tx, context.holdId);
  await lockAccounts(tx, [hold.debit, hold.credit]);
  const before = await endedBy(tx, hold.id);
  if (before.posted > 0) refuseLedger('ledger.hold-is-over', {});
  if (before.voided === hold.amount) return 'already-there';
  return endHold(tx, hold, { arrived: 0, reason: context.reason ?? null, at: context.at, by: context.by });
}
