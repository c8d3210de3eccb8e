import { assert, derivedId } from '#kernel';
import type { Tx } from '#platform';
import { needAccountId, postIdOf } from './accounts.rules.js';
import { checkAmount, lockAccounts, type EntryContext } from './postings.js';

export interface BatchedNeed {
  readonly needId: string;
  readonly organizationId: string;
  readonly unit: string;
  readonly item: string | null;
  readonly required: number;
}

/** Many new needs at once: their accounts and what they ask for in two statements. */
export async function openNeeds(tx: Tx, needs: readonly BatchedNeed[], { at, by }: EntryContext): Promise<void> {
  for (const need of needs) checkAmount(need.required);
  const rows = JSON.stringify(
    needs.map((need) => ({ ...need, account: needAccountId(need.needId), opened: derivedId(need.needId, 'opened') })),
  );
  await tx.query(
    `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item, required, posted_in, posted_back, posted_out, held_in, held_out)
     SELECT r.account, 'need', 'need', r."needId", r."organizationId", r.unit, r.item, 0, 0, 0, 0, 0, 0
     FROM json_to_recordset($1) AS r(account uuid, "needId" uuid, "organizationId" uuid, unit text, item text)`,
    [rows],
  );
  await tx.query(
    `INSERT INTO required_changes (id, account, before, after, at, by)
     SELECT r.opened, r.account, 0, r.required, $2, $3 FROM json_to_recordset($1) AS r(opened uuid, account uuid, required bigint)`,
    [rows, at, by],
  );
}

/**
 * Many holds arrived, each as a whole: their posts in one statement, their accounts locked before in the order of everybody. A hold that was ended before ends the transaction:
 * the caller has locked what says that it was not.
 */
export async function postHolds(tx: Tx, holdIds: readonly string[], { at, by }: EntryContext): Promise<void> {
  if (holdIds.length === 0) return;
  const accounts: { id: string }[] = await tx.query(
    'SELECT DISTINCT unnest(ARRAY[debit, credit]) AS id FROM transfers WHERE id = ANY($1)',
    [holdIds],
  );
  await lockAccounts(
    tx,
    accounts.map(({ id }) => id),
  );
  const written: unknown[] = await tx.query(
    `INSERT INTO transfers (id, debit, credit, amount, unit, item, kind, phase, resolves, subject_type, subject_id, at, by)
     SELECT p.id, h.debit, h.credit, h.amount, h.unit, h.item, h.kind, 'post', h.id, h.subject_type, h.subject_id, $3, $4
     FROM unnest($1::uuid[], $2::uuid[]) AS p(id, hold) JOIN transfers h ON h.id = p.hold AND h.phase = 'held' RETURNING id`,
    [holdIds.map(postIdOf), holdIds, at, by],
  );
  assert(written.length === holdIds.length, `${holdIds.length - written.length} of the holds are none`);
}
