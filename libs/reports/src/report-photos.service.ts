import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, Refusal, type Fact } from '#kernel';
import { isInsider, maySee, NeedEntity, NeedsService, readsWords, type PhotoAudience } from '#needs';
import { isPrivateCategory } from '#forms';
import { dropPhotoOfReport, PhotoEntity, type PaperPhoto, PHOTO_LIMITS, PhotosService, refusePhoto } from '#photos';
import { announce, type FactJob, type Tx } from '#platform';
import { ReportEntity } from './report.entity.js';
import type { ReportText } from './reports.queries.js';
import { recallUntil } from './report.rules.js';
import { openVersion, saveVersion } from './report-versions.js';

/** Photos of a report: added and removed while a version is written. A correction keeps those of the version before, and may leave some out. */
@Injectable()
export class ReportPhotos {
  /** Follows `photo.processed`. */
  readonly job: FactJob = {
    name: 'reports.photo-processed',
    apply: (tx, fact) => this.processed(tx, (fact as Fact<'photo.processed'>).payload.photoId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly needs: NeedsService,
    private readonly photos: PhotosService,
  ) {}

  /**
   * Takes a file and returns the photo's id. It is `waiting` until the worker has opened it.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async add(actor: Actor, needId: string, bytes: Uint8Array, alt: string | null, known?: string): Promise<string> {
    if (
      known !== undefined &&
      (await this.source.manager.existsBy(PhotoEntity, { id: known, createdBy: actor.personId }))
    )
      return known;
    await this.source.transaction((tx) => this.roomIn(tx, actor, needId)); // before the file is kept; asked again below, where it holds
    const raw = await this.photos.store(bytes, known);
    try {
      await this.source.transaction(async (tx) => {
        const { need, version } = await this.roomIn(tx, actor, needId);
        version.photoIds = [...version.photoIds, raw.id];
        await saveVersion(tx, need, version, false);
        await this.photos.add(tx, { reportId: version.id }, raw, { alt, by: actor.personId });
      });
    } catch (err) {
      if (err instanceof Refusal) await this.photos.discard(raw.id); // after anything else it may have been committed: the cleaner knows
      throw err;
    }
    return raw.id;
  }

  /** Leaves it out. Where it came with this version it is gone; the versions before keep theirs. */
  async remove(actor: Actor, needId: string, photoId: string): Promise<void> {
    const own = await this.source.transaction(async (tx) => {
      const need = await this.needs.lockForReport(tx, actor, needId);
      const version = await openVersion(tx, need, actor, this.clock.now());
      if (!version.photoIds.includes(photoId)) refusePhoto('photo.not-found');
      version.photoIds = version.photoIds.filter((id) => id !== photoId);
      await saveVersion(tx, need, version, false);
      return dropPhotoOfReport(tx, photoId, version.id);
    });
    if (own) await this.photos.discard(photoId);
  }

  /** Those of a version that are ready, in its order, for its paper; permission to read the version covers them. */
  async onPaper(photos: ReportText['photos']): Promise<PaperPhoto[]> {
    const pictures: PaperPhoto[] = [];
    for (const photo of photos) {
      const picture = await this.photos.onPaper(photo);
      if (picture) pictures.push(picture);
    }
    return pictures;
  }

  /** Whether this reader may look at the photo. Until nobody can take the report back any more, no cache on the way keeps it. @param isParty asked only where it decides. @throws photo.not-found */
  async audience(
    actor: Actor | null,
    photo: PhotoEntity,
    isParty: (needId: string) => Promise<boolean>,
  ): Promise<PhotoAudience> {
    const report = await this.source.manager.findOneByOrFail(ReportEntity, { id: photo.reportId as string });
    const need = await this.source.manager.findOneByOrFail(NeedEntity, { id: report.needId });
    if (!maySee(actor, need)) return refusePhoto('photo.not-found');
    const inPrivate = isPrivateCategory(this.catalogue, need.category);
    if (photo.shownAt !== null && !inPrivate)
      return report.publishedAt !== null && this.clock.now() >= recallUntil(report.publishedAt)
        ? 'everybody'
        : 'parties';
    if (isInsider(actor, need)) return 'insiders';
    if (photo.shownAt !== null && readsWords(actor, need, inPrivate, await isParty(need.id))) return 'parties';
    return refusePhoto('photo.not-found');
  }

  private async roomIn(tx: Tx, actor: Actor, needId: string): Promise<{ need: NeedEntity; version: ReportEntity }> {
    const need = await this.needs.lockForReport(tx, actor, needId);
    const version = await openVersion(tx, need, actor, this.clock.now());
    const [{ count }] = (await tx.query(
      `SELECT count(*)::int AS count FROM photos WHERE id = ANY($1) AND status <> 'refused'`,
      [version.photoIds],
    )) as [{ count: number }];
    if (count >= PHOTO_LIMITS.each) refusePhoto('photo.too-many', { limit: PHOTO_LIMITS.each });
    return { need, version };
  }

  private async processed(tx: Tx, photoId: string): Promise<void> {
    const [row] = (await tx.query(
      'SELECT n.id, n.organization_id AS "organizationId" FROM photos p JOIN need_reports r ON r.id = p.report_id JOIN needs n ON n.id = r.need_id WHERE p.id = $1',
      [photoId],
    )) as { id: string; organizationId: string }[];
    if (row) announce(tx, { event: 'need.changed', id: row.id, partyIds: [row.organizationId] });
  }
}
