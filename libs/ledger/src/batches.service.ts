import { derivedId } from '#kernel';
import type { Tx } from '#platform';
import { needAccountId } from './accounts.rules.js';
import { checkAmount, type EntryContext } from './postings.service.js';

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
