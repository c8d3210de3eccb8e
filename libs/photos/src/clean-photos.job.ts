import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan } from 'typeorm';
import { Clock } from '#kernel';
import { Files, processDueRows } from '#platform';
import { PhotoEntity } from './photo.entity.js';
import { isFileNeeded, photoIdOf, PHOTO_LIMITS } from './photo.rules.js';
import { endPhoto } from './process-photo.job.js';

const BATCH = 500;

/** Ends photos that nobody will process any more, forgets refused ones, and removes files that belong to nothing: all by age. */
@Injectable()
export class CleanPhotos {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  async tick(): Promise<void> {
    const now = this.clock.now();
    const before = (ms: number): Date => new Date(now.getTime() - ms);
    await processDueRows(this.source, this.clock, {
      job: 'photos.clean',
      due: `SELECT id, created_at AS at FROM photos WHERE status = 'waiting' AND created_at < $2`,
      params: [before(PHOTO_LIMITS.waitsForMs)],
      apply: (tx, id) => endPhoto(tx, id, { status: 'refused', reason: 'broken' }, now),
    });
    const refused = await this.source.manager.find(PhotoEntity, {
      where: { status: 'refused', processedAt: LessThan(before(PHOTO_LIMITS.refusedKeptMs)) },
      take: BATCH,
    });
    if (refused.length > 0)
      await this.source.manager.delete(PhotoEntity, { id: In(refused.map((photo) => photo.id)), status: 'refused' });
    for (const prefix of ['quarantine/', 'photos/'])
      await this.removeOrphans(prefix, before(PHOTO_LIMITS.orphanAfterMs));
  }

  private async removeOrphans(prefix: string, before: Date): Promise<void> {
    const old = (await this.files.list(prefix)).filter((file) => file.at < before);
    for (let from = 0; from < old.length; from += BATCH) {
      const keys = old.slice(from, from + BATCH).map((file) => file.key);
      const ids = [...new Set(keys.flatMap((key) => photoIdOf(key) ?? []))];
      const photos = new Map(
        (await this.source.manager.findBy(PhotoEntity, { id: In(ids) })).map((photo) => [photo.id, photo]),
      );
      for (const key of keys) {
        if (!isFileNeeded(key, photos.get(photoIdOf(key) ?? '') ?? null)) await this.files.remove(key);
      }
    }
  }
}
