import { derivedId } from '#kernel';
import type { Tx } from '#platform';
import { accountIdOf, needAccountId, offerAccountId, pledgeIdOf } from './accounts.rules.js';
import { checkAmount, type Deed } from './postings.service.js';

export interface BatchedOffer {
  readonly offerId: string;
  readonly donorId: string;
  readonly unit: string;
  readonly item: string | null;
  readonly amount: number;
}

export interface BatchedNeed {
  readonly needId: string;
  readonly organizationId: string;
  readonly unit: string;
  readonly item: string | null;
  readonly required: number;
}

/** Many new offers at once: their accounts and pledges in three statements. The database applies and limits each as if it came alone. */
export async function openOffers(tx: Tx, offers: readonly BatchedOffer[], { at, by }: Deed): Promise<void> {
  for (const offer of offers) checkAmount(offer.amount);
  const rows = offers.map(({ offerId, donorId, unit, item, amount }) => ({
    offerId, donorId, unit, item, amount,
    account: offerAccountId(offerId), promises: accountIdOf({ kind: 'promises', holderId: donorId, unit, item }), pledge: pledgeIdOf(offerId),
  }));
  const promises = [...new Map(rows.map((row) => [row.promises, row])).values()].sort((a, b) => (a.promises < b.promises ? -1 : 1));
  await tx.query(
    `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item)
     SELECT r.promises, 'promises', 'party', r."donorId", r."donorId", r.unit, r.item FROM json_to_recordset($1) AS r(promises uuid, "donorId" uuid, unit text, item text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(promises)],
  );
  const all = JSON.stringify(rows);
  await tx.query(
    `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item, posted_in, posted_back, posted_out, held_in, held_out)
     SELECT r.account, 'offer', 'offer', r."offerId", r."donorId", r.unit, r.item, 0, 0, 0, 0, 0
     FROM json_to_recordset($1) AS r(account uuid, "offerId" uuid, "donorId" uuid, unit text, item text)`,
    [all],
  );
  await tx.query(
    `INSERT INTO transfers (id, debit, credit, amount, unit, item, kind, phase, subject_type, subject_id, at, by)
     SELECT r.pledge, r.promises, r.account, r.amount, r.unit, r.item, 'pledge', 'posted', 'offer', r."offerId", $2, $3
     FROM json_to_recordset($1) AS r(pledge uuid, promises uuid, account uuid, amount bigint, unit text, item text, "offerId" uuid)`,
    [all, at, by],
  );
}

/** Many new needs at once: their accounts and what they ask for in two statements. */
export async function openNeeds(tx: Tx, needs: readonly BatchedNeed[], { at, by }: Deed): Promise<void> {
  for (const need of needs) checkAmount(need.required);
  const rows = JSON.stringify(needs.map((need) => ({ ...need, account: needAccountId(need.needId), opened: derivedId(need.needId, 'opened') })));
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
