import { derivedId, newId } from '#kernel';
import type { Tx } from '#platform';
import type { Account } from './account.entity.js';
import { needAccountId, needBalanceOf } from './accounts.rules.js';
import { refuseLedger } from './ledger.refusals.js';
import { checkAmount, lockAccount, openAccount, type EntryContext, type Outcome } from './postings.js';

/** A need as the ledger begins to count it: `required` in `unit`. */
export interface CountedNeed {
  readonly needId: string;
  readonly organizationId: string;
  readonly unit: string;
  readonly item: string | null;
  readonly required: number;
  readonly at?: Date;
  readonly by?: string | null;
}

export async function openNeed(tx: Tx, need: CountedNeed): Promise<Outcome> {
  checkAmount(need.required);
  const id = await openAccount(tx, {
    kind: 'need',
    holderType: 'need',
    holderId: need.needId,
    partyId: need.organizationId,
    unit: need.unit,
    item: need.item,
  });
  const account = await lockAccount(tx, id);
  const same = account.unit === need.unit && account.item === need.item && account.partyId === need.organizationId;
  const opened = derivedId(need.needId, 'opened');
  const [before]: { after: number }[] = await tx.query('SELECT after FROM required_changes WHERE id = $1', [opened]);
  if (!same || (before && before.after !== need.required))
    refuseLedger('ledger.same-id-other-content', { id: need.needId });
  if (before) return 'already-there';
  await writeRequired(tx, opened, account, { required: need.required, at: need.at, by: need.by });
  return 'made';
}

export async function changeRequired(
  tx: Tx,
  change: { needId: string; required: number; reason?: string } & EntryContext,
): Promise<Outcome> {
  checkAmount(change.required);
  const account = await lockAccount(tx, needAccountId(change.needId));
  const { required, received, reserved, unit } = needBalanceOf(account);
  if (required === change.required) return 'already-there';
  const used = received + reserved;
  if (change.required < used) refuseLedger('ledger.required-below-use', { used, unit });
  await writeRequired(tx, newId(), account, change);
  return 'made';
}

async function writeRequired(
  tx: Tx,
  id: string,
  account: Account,
  change: { required: number; reason?: string; at?: Date; by?: string | null },
): Promise<void> {
  await tx.query(
    'INSERT INTO required_changes (id, account, before, after, reason, at, by) VALUES ($1, $2, $3, $4, $5, coalesce($6, now()), $7)',
    [id, account.id, account.required, change.required, change.reason ?? null, change.at ?? null, change.by ?? null],
  );
}
