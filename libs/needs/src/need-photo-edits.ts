import { newId } from '#kernel';
import type { PhotoEntity } from '#photos';
import { record, type Tx } from '#platform';
import { supersedeEdits } from './need-edits.js';
import { NeedEditEntity, type ReviewedChanges } from './need-edit.entity.js';
import type { NeedEntity } from './need.entity.js';

/** A new photo of a need that the public sees waits for a moderator, together with whatever else of it waits. The need is locked. */
export async function keepPhotoForReview(tx: Tx, need: NeedEntity, photo: PhotoEntity, now: Date): Promise<void> {
  const waiting = await tx.findOneBy(NeedEditEntity, { needId: need.id, status: 'submitted' });
  const before = waiting?.changes.photos ?? [];
  if (before.includes(photo.id)) return;
  await replace(tx, need, { ...waiting?.changes, photos: [...before, photo.id] }, photo.createdBy, now);
}

/** A photo that was removed needs no moderator any more. */
export async function dropPhotoFromReview(tx: Tx, need: NeedEntity, photoId: string, now: Date): Promise<void> {
  const waiting = await tx.findOneBy(NeedEditEntity, { needId: need.id, status: 'submitted' });
  if (!waiting?.changes.photos?.includes(photoId)) return;
  const { photos, ...others } = waiting.changes;
  const left = photos.filter((id) => id !== photoId);
  await replace(tx, need, left.length > 0 ? { ...others, photos: left } : others, waiting.by, now);
}

/** One edit at most waits; nobody approves what was not shown to them, so each change makes a new one. */
async function replace(tx: Tx, need: NeedEntity, changes: ReviewedChanges, by: string, now: Date): Promise<void> {
  await supersedeEdits(tx, need.id);
  if (Object.keys(changes).length === 0) return record(tx, 'need.changed', { needId: need.id });
  const editId = newId();
  await tx.insert(NeedEditEntity, { id: editId, needId: need.id, changes, status: 'submitted', by, at: now });
  await record(tx, 'need.edit-submitted', { needId: need.id, editId });
}
