import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { Files, record, type FactJob, type Tx } from '#platform';
import { encodePhoto } from './photo-encoder.js';
import { PhotoEntity } from './photo.entity.js';
import { photoKey, rawKey, type PhotoReason } from './photo.rules.js';
import { PhotosService } from './photos.service.js';

/** Opens what was sent, away from the api: re-encodes it or refuses it, and removes the file as it was sent. Harmless when repeated. */
@Injectable()
export class ProcessPhoto {
  readonly job: FactJob = {
    name: 'photos.process',
    call: (fact) => this.process((fact.payload as { photoId: string }).photoId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly photos: PhotosService,
  ) {}

  async process(photoId: string): Promise<void> {
    const photo = await this.source.manager.findOneBy(PhotoEntity, { id: photoId });
    if (photo?.status === 'waiting') {
      const raw = await this.files.get(rawKey(photoId));
      const encoded = raw ? await encodePhoto(raw.bytes) : ({ ok: false, reason: 'broken' } as const);
      if (encoded.ok) {
        for (const [size, bytes] of encoded.sizes) await this.files.put(photoKey(photoId, size), bytes, 'image/webp');
        const kept = await this.end(photoId, { status: 'ready', width: encoded.width, height: encoded.height });
        if (!kept) await this.photos.removeFiles([photoId]); // removed by its owner meanwhile
      } else {
        await this.end(photoId, { status: 'refused', reason: encoded.reason });
      }
    }
    await this.files.remove(rawKey(photoId));
  }

  /** Returns false when the photo is gone or was processed before. */
  private async end(
    photoId: string,
    outcome: { status: 'ready'; width: number; height: number } | { status: 'refused'; reason: PhotoReason },
  ): Promise<boolean> {
    return this.source.transaction((tx) => endPhoto(tx, photoId, outcome, this.clock.now()));
  }
}

export async function endPhoto(
  tx: Tx,
  photoId: string,
  outcome: { status: 'ready'; width: number; height: number } | { status: 'refused'; reason: PhotoReason },
  at: Date,
): Promise<boolean> {
  const { affected } = await tx.update(
    PhotoEntity,
    { id: photoId, status: 'waiting' },
    { ...outcome, processedAt: at },
  );
  if (affected) await record(tx, 'photo.processed', { photoId });
  return affected === 1;
}
