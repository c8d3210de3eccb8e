import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { newId, refuseForm } from '#kernel';
import type { Ledger } from '#ledger';
import { showPhotos } from '#photos';
import { announce, record, type Tx } from '#platform';
import { rewriteUnseen } from './edit-draft.rules.js';
import { editOpen, mergeEdits, type OpenEdit } from './edit-open.rules.js';
import type { NeedChanges } from './edit.rules.js';
import { isLive, statusByBalance, type NeedStatus } from './lifecycle.rules.js';
import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';
import { refuse } from './needs.refusals.js';
import { reportDueAfter } from './report.rules.js';

/** What an edit works on: a locked need, and who edits it. */
export interface EditDesk {
  readonly tx: Tx;
  readonly need: NeedEntity;
  readonly actor: Actor;
  readonly now: Date;
  readonly catalogue: Catalogue;
  readonly ledger: Ledger;
}

/** Nobody outside has seen it: everything that may change changes at once. */
export async function rewriteUnseenNeed(desk: EditDesk, changes: NeedChanges): Promise<void> {
  const { tx, need, now, catalogue, ledger } = desk;
  const { required } = await ledger.lockNeed(tx, need.id);
  const read = rewriteUnseen(catalogue, need, required, changes, now);
  if (!read.ok) return refuseForm(read.errors);
  if (read.required !== required) await changeRequired(desk, read.required);
  Object.assign(need, read.columns);
  await saveChanged(desk);
}

/** The public sees it: part of the edit shows at once, part waits for a moderator. */
export async function editOpenNeed(desk: EditDesk, changes: NeedChanges): Promise<void> {
  const { tx, need, now, catalogue, ledger } = desk;
  const balance = await ledger.lockNeed(tx, need.id);
  const edit = editOpen(catalogue, need, balance.required, changes, now);
  if (!edit.ok) return refuseForm(edit.errors);
  const { required, ...columns } = edit.atOnce;
  if (required !== undefined) {
    await changeRequired(desk, required);
    moveTo(need, statusByBalance({ ...balance, required }), now);
  }
  Object.assign(need, columns);
  if (columns.deadline !== undefined) need.deadlineRemindedAt = null;
  const takenBack = await keepForReview(desk, edit);
  await saveChanged(desk);
  if (takenBack || Object.keys(edit.atOnce).length > 0) await record(tx, 'need.changed', { needId: need.id });
}

/**
 * At most one edit waits; a newer one takes its place with both their changes, so that nobody approves words that were never shown.
 * Returns true when the editor took everything back that was waiting.
 */
async function keepForReview({ tx, need, actor, now }: EditDesk, edit: OpenEdit): Promise<boolean> {
  if (Object.keys(edit.reviewed).length === 0 && edit.settled.length === 0) return false;
  const waiting = await tx.findOneBy(NeedEditEntity, { needId: need.id, status: 'submitted' });
  const merged = mergeEdits(waiting?.changes ?? {}, edit);
  if (waiting && JSON.stringify(merged) === JSON.stringify(waiting.changes)) return false; // a repeated click
  if (waiting) await supersedeEdits(tx, need.id);
  if (!merged) return waiting !== null;
  const editId = newId();
  await tx.insert(NeedEditEntity, {
    id: editId,
    needId: need.id,
    changes: merged,
    status: 'submitted',
    by: actor.personId,
    at: now,
  });
  await record(tx, 'need.edit-submitted', { needId: need.id, editId });
  return false;
}

/** Edits that nobody will read any more. */
export async function supersedeEdits(tx: Tx, needId: string): Promise<void> {
  await tx.update(NeedEditEntity, { needId, status: 'submitted' }, { status: 'superseded' });
}

/** Locks need and edit, in this order. @throws need.edit-not-found */
export async function lockEdit(tx: Tx, editId: string): Promise<{ need: NeedEntity; edit: NeedEditEntity }> {
  const found = await tx.findOneBy(NeedEditEntity, { id: editId });
  if (!found) return refuse('need.edit-not-found');
  const lock = { mode: 'pessimistic_write' } as const;
  const need = await tx.findOneOrFail(NeedEntity, { where: { id: found.needId }, lock });
  const edit = await tx.findOneOrFail(NeedEditEntity, { where: { id: editId }, lock });
  return { need, edit };
}

/** The approved edit becomes what everybody sees. */
export async function applyEdit(desk: EditDesk, edit: NeedEditEntity): Promise<void> {
  const { tx, need, ledger } = desk;
  if (!isLive(need.status) && need.status !== 'met' && need.status !== 'expired') refuse('need.edit-not-open');
  const { required, photos, ...columns } = edit.changes;
  if (required !== undefined) {
    const balance = await ledger.lockNeed(tx, need.id);
    await changeRequired(desk, required);
    if (need.status !== 'expired') moveTo(need, statusByBalance({ ...balance, required }), desk.now);
  }
  Object.assign(need, columns);
  if (photos) await showPhotos(tx, need.id, desk.now, photos);
  edit.status = 'applied';
  await tx.save(edit);
  await saveChanged(desk);
  await record(tx, 'need.changed', { needId: need.id });
}

function moveTo(need: NeedEntity, status: NeedStatus, now: Date): void {
  Object.assign(need, { reportDueAt: reportDueAfter(need, status, now), status });
}

async function changeRequired({ tx, need, actor, now, ledger }: EditDesk, required: number): Promise<void> {
  await ledger.changeRequired(tx, { needId: need.id, required, at: now, by: actor.personId });
}

async function saveChanged({ tx, need, now }: EditDesk): Promise<void> {
  need.version += 1;
  need.updatedAt = now;
  await tx.save(need);
  announce(tx, { event: 'need.changed', id: need.id, partyIds: [need.organizationId] });
}
