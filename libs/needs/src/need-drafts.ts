import type { Actor } from '#identity';
import type { Ledger } from '#ledger';
import { standingOf, type OrganizationStanding } from '#organizations';
import type { Tx } from '#platform';
import type { NeedColumns } from '#forms';
import { NeedEntity } from './need.entity.js';
import { refuse } from './needs.refusals.js';

export interface NewDraft {
  /** Of the need that will be. */
  readonly id: string;
  readonly actor: Actor;
  readonly organizationId: string;
  readonly columns: NeedColumns;
  /** In `columns.baseUnit`. */
  readonly required: number;
  readonly now: Date;
}

/** The organization that a draft is to be of, as it is now. @throws need.organization-not-ready, need.organization-gives */
export async function askerOf(tx: Tx, organizationId: string): Promise<OrganizationStanding> {
  const asker = await standingOf(tx, organizationId);
  if (!asker || !['draft', 'submitted', 'verified'].includes(asker.status))
    return refuse('need.organization-not-ready');
  if (asker.onlyGives) refuse('need.organization-gives');
  return asker;
}

/** Writes a draft with its account in the ledger, and returns its id. */
export async function insertDraft(
  tx: Tx,
  ledger: Ledger,
  { id, actor, organizationId, columns, required, now }: NewDraft,
): Promise<string> {
  const need = tx.create(NeedEntity, {
    ...columns,
    id,
    version: 1,
    organizationId,
    status: 'draft',
    returnReason: null,
    suggestedText: null,
    via: actor.via,
    externalId: null,
    createdBy: actor.personId,
    createdAt: now,
    updatedAt: now,
    openedAt: null,
    freshUntil: null,
    remindedAt: null,
    deadlineRemindedAt: null,
    reportDueAt: null,
    hasPhotos: false,
  });
  await tx.insert(NeedEntity, need);
  await ledger.openNeed(tx, {
    needId: id,
    organizationId,
    unit: columns.baseUnit,
    item: columns.item,
    required,
    at: now,
    by: actor.personId,
  });
  return id;
}
