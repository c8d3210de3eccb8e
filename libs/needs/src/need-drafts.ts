import type { Actor } from '#identity';
import type { Ledger } from '#ledger';
import type { Tx } from '#platform';
import type { NeedColumns } from './form.rules.js';
import { NeedEntity } from './need.entity.js';

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

/** Writes a draft with its account in the ledger, and returns its id. */
export async function insertDraft(tx: Tx, ledger: Ledger, { id, actor, organizationId, columns, required, now }: NewDraft): Promise<string> {
  const need = tx.create(NeedEntity, {
    ...columns,
    id,
    version: 1,
    organizationId,
    status: 'draft',
    returnReason: null,
    via: actor.via,
    externalId: null,
    createdBy: actor.personId,
    createdAt: now,
    updatedAt: now,
    openedAt: null,
    freshUntil: null,
    remindedAt: null,
    deadlineRemindedAt: null,
    hasPhotos: false,
  });
  await tx.insert(NeedEntity, need);
  await ledger.openNeed(tx, { needId: id, organizationId, unit: columns.baseUnit, item: columns.item, required, at: now, by: actor.personId });
  return id;
}
