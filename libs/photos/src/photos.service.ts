import { fileTypeFromBuffer } from 'file-type';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Clock, newId, refuseForm } from '#kernel';
import { Files, log, record, type Tx } from '#platform';
import { PhotoEntity } from './photo.entity.js';
import { asJpeg } from './photo-encoder.js';
import { isSameSet, photoKey, PHOTO_SIZES, PHOTO_TYPES, rawKey, roomFor, type PhotoOf } from './photo.rules.js';
import { refusePhoto } from './photo.refusals.js';

/** A file that has arrived and is not yet anybody's. */
export interface StoredRaw {
  readonly id: string;
  readonly type: string;
  readonly bytes: number;
}

/** A photo as a paper takes it: a small JPEG, and what its owner says of it. */
export interface PaperPhoto {
  readonly bytes: Uint8Array;
  readonly caption: string | null;
}

/** The verbs of a photo. Who may use them is for its need, offer or message to say, which is locked before `add`, `remove` and `order`. */
@Injectable()
export class PhotosService {
  constructor(
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  /** Looks at what a file is by its first bytes, whatever its name says, and puts it aside, unopened. Outside of transactions. */
  async store(bytes: Uint8Array, id: string = newId()): Promise<StoredRaw> {
    const type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
    if (!(PHOTO_TYPES as readonly string[]).includes(type)) refuseForm([{ field: 'file', code: 'photo.not-a-photo' }]);
    await this.files.put(rawKey(id), bytes, type);
    return { id, type, bytes: bytes.length };
  }

  /** Takes back what `store` put aside, when nobody wants it after all. */
  async discard(photoId: string): Promise<void> {
    await this.removeFiles([photoId]);
  }

  /** Refuses when there is no room for one more; the limit holds where the need or offer is locked. */
  async checkRoom(tx: Tx, of: PhotoOf): Promise<void> {
    const there = await tx.countBy(PhotoEntity, { ...of, status: Not('refused') });
    if (there >= roomFor(of)) refusePhoto('photo.too-many', { limit: roomFor(of) });
  }

  /** The last of its need or offer; the worker opens it. */
  async add(
    tx: Tx,
    of: PhotoOf,
    raw: StoredRaw,
    said: { readonly alt: string | null; readonly by: string; readonly signature?: boolean },
  ): Promise<void> {
    await this.checkRoom(tx, of);
    const last = await tx.maximum(PhotoEntity, 'position', of);
    await tx.insert(PhotoEntity, {
      id: raw.id,
      needId: null,
      offerId: null,
      messageId: null,
      reportId: null,
      matchId: null,
      ...of,
      position: (last ?? 0) + 1,
      status: 'waiting',
      reason: null,
      alt: said.alt?.trim() ? said.alt.trim() : null,
      type: raw.type,
      bytes: raw.bytes,
      signature: said.signature ?? false,
      width: null,
      height: null,
      shownAt: null,
      createdBy: said.by,
      createdAt: this.clock.now(),
      processedAt: null,
    });
    await record(tx, 'photo.uploaded', { photoId: raw.id });
  }

  /** Removes it from its need or offer; its files go by `discard` once that has committed. @throws photo.not-found */
  async remove(tx: Tx, of: PhotoOf, photoId: string): Promise<void> {
    const { affected } = await tx.delete(PhotoEntity, { id: photoId, ...of });
    if (!affected) refusePhoto('photo.not-found');
  }

  /** One photo for a paper; null until it is ready, and where its file is gone. Who may read the paper is for its caller to say. */
  async onPaper({ id, status, alt }: Pick<PhotoEntity, 'id' | 'status' | 'alt'>): Promise<PaperPhoto | null> {
    const file = status === 'ready' ? await this.files.get(photoKey(id, 480)) : null;
    return file && { bytes: await asJpeg(file.bytes), caption: alt };
  }

  /** @param ids all of them, each once */
  async order(tx: Tx, of: PhotoOf, ids: readonly string[]): Promise<void> {
    const there = await tx.find(PhotoEntity, { where: of, select: { id: true } });
    if (
      !isSameSet(
        there.map((photo) => photo.id),
        ids,
      )
    )
      refuseForm([{ field: 'ids', code: 'photo.order-incomplete' }]);
    for (const [at, id] of ids.entries()) await tx.update(PhotoEntity, { id }, { position: at + 1 });
  }

  /** Best effort: what stays behind belongs to nothing and is cleaned up by its age. */
  async removeFiles(photoIds: readonly string[]): Promise<void> {
    for (const id of photoIds) {
      for (const key of [rawKey(id), ...PHOTO_SIZES.map((size) => photoKey(id, size))]) {
        await this.files.remove(key).catch((err: unknown) => log.warn({ err }, 'a file could not be removed'));
      }
    }
  }
}

/** Marks a need's photos as seen by a moderator. @param ids absent: all that are ready */
export async function showPhotos(tx: Tx, needId: string, at: Date, ids?: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE photos SET shown_at = $2 WHERE need_id = $1 AND status = 'ready' AND shown_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY($3))`,
    [needId, at, ids ?? null],
  );
}

/** Photos that a moderator has said no to. */
export async function refusePhotos(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(
    PhotoEntity,
    { id: In([...ids]), status: 'ready' },
    { status: 'refused', reason: 'not-approved', width: null, height: null, shownAt: null, processedAt: at },
  );
}
