import { isId, newId } from '#kernel';
import type { Ledger } from '#ledger';
import { record, type Tx } from '#platform';
import type { NeedColumns } from '#forms';
import { NEED_LIMITS } from '#forms';

/** A need that an imported file brings: open at once, known there by `externalId`. */
export interface ImportedNeed {
  readonly externalId: string;
  readonly organizationId: string;
  readonly columns: NeedColumns;
  /** In `columns.baseUnit`. */
  readonly required: number;
}

interface ImportDeed {
  readonly at: Date;
  /** The person in whose name the file is brought in. */
  readonly by: string;
}

/** Which of these ids there are already: brought by a file, or our own, which an export says where no file named the need. */
export async function knownNeeds(tx: Tx, externalIds: readonly string[]): Promise<Set<string>> {
  const own = externalIds.filter((id) => isId(id));
  const rows: { id: string }[] = await tx.query(
    'SELECT external_id AS id FROM needs WHERE external_id = ANY($1) UNION SELECT id::text FROM needs WHERE id = ANY($2::uuid[])',
    [externalIds, own],
  );
  return new Set(rows.map((row) => row.id));
}

/** Opens a whole batch: rows, accounts and what they ask for in three statements, and one fact. None of them may be known yet. */
export async function openImportedNeeds(
  tx: Tx,
  ledger: Ledger,
  needs: readonly ImportedNeed[],
  { at, by }: ImportDeed,
): Promise<string[]> {
  const rows = needs.map((need) => ({ id: newId(), ...need }));
  const freshUntil = new Date(at.getTime() + NEED_LIMITS.freshForMs);
  await tx.query(
    `INSERT INTO needs (id, version, organization_id, status, kind, category, item, title, description, unit, base_unit, each_amount, each_unit, min_amount, place, remote,
       starts_at, deadline, urgency, beneficiaries, beneficiary_groups, skills, cold_chain, accepts, auto_accept, via, external_id, created_by, created_at, updated_at, opened_at, fresh_until)
     SELECT id, 1, organization_id, 'open', kind, category, item, title, description, unit, base_unit, each_amount, each_unit, min_amount, place, remote,
       starts_at, deadline, urgency, beneficiaries, beneficiary_groups, skills, cold_chain, accepts, auto_accept, 'import', external_id, $2, $3, $3, $3, $4
     FROM json_populate_recordset(null::needs, $1)`,
    [JSON.stringify(rows.map(toRow)), by, at, freshUntil],
  );
  await ledger.openNeeds(
    tx,
    rows.map(({ id, organizationId, required, columns }) => ({
      needId: id,
      organizationId,
      unit: columns.baseUnit,
      item: columns.item,
      required,
    })),
    { at, by },
  );
  const needIds = rows.map((row) => row.id);
  await record(tx, 'need.imported', { needIds });
  return needIds;
}

function toRow({ id, organizationId, externalId, columns: c }: ImportedNeed & { id: string }): Record<string, unknown> {
  return {
    id,
    organization_id: organizationId,
    external_id: externalId,
    kind: c.kind,
    category: c.category,
    item: c.item,
    title: c.title,
    description: c.description,
    unit: c.unit,
    base_unit: c.baseUnit,
    each_amount: c.eachAmount,
    each_unit: c.eachUnit,
    min_amount: c.minAmount,
    place: c.place,
    remote: c.remote,
    starts_at: c.startsAt,
    deadline: c.deadline,
    urgency: c.urgency,
    beneficiaries: c.beneficiaries,
    beneficiary_groups: c.beneficiaryGroups,
    skills: c.skills,
    cold_chain: c.coldChain,
    accepts: c.accepts,
    auto_accept: c.autoAccept,
  };
}
