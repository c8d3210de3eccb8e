import { newId } from '#kernel';
import type { Actor } from '#identity';
import { hidePhotosOfReport, PhotoEntity, showPhotosByIds } from '#photos';
import { announce, type Tx } from '#platform';
import type { NeedEntity } from '#needs';
import { In } from 'typeorm';
import { ReportEntity } from './report.entity.js';
import { waits } from './report.rules.js';
import { refuse } from './reports.refusals.js';

/** The version that is being written, and the last one that was published. */
export interface Versions {
  readonly open: ReportEntity | null;
  readonly last: ReportEntity | null;
  /** Grows with the words and the life of any of them: the ETag. */
  readonly revision: number;
}

export function versionsIn(all: readonly ReportEntity[]): Versions {
  const published = all.filter((one) => one.status === 'published').sort((a, b) => b.version - a.version);
  return {
    open: all.find((one) => one.status !== 'published') ?? null,
    last: published[0] ?? null,
    revision: 1 + all.reduce((sum, one) => sum + one.revision, 0),
  };
}

/** Versions of one need; the writer has locked the need. */
export async function versionsOf(tx: Tx, needId: string): Promise<Versions> {
  return versionsIn(await tx.findBy(ReportEntity, { needId }));
}

/** The version that may be written: the one that is there, or the next one, which begins with the words and photos of the last. @throws report.waits */
export async function openVersion(tx: Tx, need: NeedEntity, actor: Actor, now: Date): Promise<ReportEntity> {
  const { open, last } = await versionsOf(tx, need.id);
  if (open) return open;
  if (waits(last)) refuse('report.waits');
  return tx.create(ReportEntity, {
    id: newId(),
    needId: need.id,
    version: (last?.version ?? 0) + 1,
    revision: 0,
    status: 'draft',
    title: last?.title ?? '',
    outcome: last?.outcome ?? '',
    limits: last?.limits ?? '',
    photoIds: last?.photoIds ?? [],
    writtenBy: actor.personId,
    writtenAt: now,
    publishedBy: null,
    publishedAt: null,
    received: null,
    needStatus: null,
    dueAt: null,
    shownAt: null,
    returnReason: null,
    toldAt: null,
    toldUpTo: null,
  });
}

/** Writes it down, one revision later. @param changed false for photos: they are no matter between two who write the words */
export async function saveVersion(tx: Tx, need: NeedEntity, version: ReportEntity, changed = true): Promise<void> {
  if (changed) version.revision += 1;
  await tx.save(ReportEntity, version);
  announce(tx, { event: 'need.changed', id: need.id, partyIds: [need.organizationId] });
}

/** Locks nothing itself: the need is locked. */
export async function waitingPhotos(tx: Tx, { photoIds }: ReportEntity): Promise<number> {
  return photoIds.length === 0 ? 0 : tx.countBy(PhotoEntity, { id: In(photoIds), status: 'waiting' });
}

/** Everybody who may read the words sees its photos from now on. */
export async function showPhotosOf(tx: Tx, { photoIds }: ReportEntity, at: Date): Promise<void> {
  await showPhotosByIds(tx, photoIds, at);
}

/** The photos that only this version has shown are hidden again. */
export async function hidePhotosOf(tx: Tx, { id }: ReportEntity): Promise<void> {
  await hidePhotosOfReport(tx, id);
}
