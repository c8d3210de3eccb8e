import type { Tx } from '#platform';
import type { NeedEntity } from './need.entity.js';
import { LIVE_STATUSES } from './lifecycle.rules.js';

/** An open need as a file has it. `left`: what has not arrived yet, in the base unit. */
export type ExportedNeed = Pick<
  NeedEntity,
  | 'id'
  | 'externalId'
  | 'kind'
  | 'category'
  | 'item'
  | 'title'
  | 'description'
  | 'unit'
  | 'baseUnit'
  | 'eachAmount'
  | 'eachUnit'
  | 'minAmount'
  | 'place'
  | 'remote'
  | 'skills'
  | 'startsAt'
  | 'deadline'
  | 'urgency'
  | 'beneficiaries'
  | 'beneficiaryGroups'
  | 'coldChain'
  | 'accepts'
  | 'autoAccept'
> & { readonly organization: string; readonly left: number };

/** The open needs after an id, in id order. Organizations go by the ids that files gave them, else by ours. */
export async function needsToExport(tx: Tx, after: string, limit: number): Promise<ExportedNeed[]> {
  return tx.query(
    `SELECT n.id, n.external_id AS "externalId", n.kind, n.category, n.item, n.title, n.description, n.unit, n.base_unit AS "baseUnit", n.each_amount AS "eachAmount", n.each_unit AS "eachUnit",
       n.min_amount AS "minAmount", n.place, n.remote, n.skills, n.starts_at AS "startsAt", n.deadline, n.urgency, n.beneficiaries, n.beneficiary_groups AS "beneficiaryGroups", n.cold_chain AS "coldChain", n.accepts, n.auto_accept AS "autoAccept",
       coalesce(o.external_id, o.id::text) AS organization, a.required - coalesce(a.posted_in, 0) AS left
     FROM needs n JOIN organizations o ON o.id = n.organization_id JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
     WHERE n.id > $1 AND n.status = ANY($3) AND a.required > coalesce(a.posted_in, 0) ORDER BY n.id LIMIT $2`,
    [after, limit, LIVE_STATUSES],
  );
}
