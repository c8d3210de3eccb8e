import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#identity';
import { Clock, Refusal, type Fact } from '#kernel';
import { findPhoto, PhotosService, refusePhoto, PhotoEntity } from '#photos';
import { announce, type FactJob, type Tx } from '#platform';
import { organizationSummaries } from '#organizations';
import { Catalogue } from '#catalogue';
import { isInsider, mayManage, maySee, readsWords } from './access.rules.js';
import { isLive, UNSEEN_STATUSES, type NeedStatus } from './lifecycle.rules.js';
import { dropPhotoFromReview, keepPhotoForReview } from './need-photo-edits.js';
import { NeedEntity } from './need.entity.js';
import { refuse } from './needs.refusals.js';
import { isPrivateCategory } from '#forms';

/** Who may look at a photo: everybody (and every cache on the way), the need's own people and moderators, or a donor for as long as they are a party. */
export type PhotoAudience = 'everybody' | 'insiders' | 'parties';

/** Statuses in which a photo that has become ready asks a moderator first. */
const ASKS_FIRST: readonly NeedStatus[] = ['open', 'partly_met', 'met', 'expired'];

/** Photos of a need. They may be added, removed and put in order where the need may be edited; of a published need a new one shows after review. */
@Injectable()
export class NeedPhotos {
  /** Follows `photo.processed`. */
  readonly job: FactJob = {
    name: 'needs.photo-processed',
    apply: (tx, fact) => this.processed(tx, (fact as Fact<'photo.processed'>).payload.photoId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly photos: PhotosService,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * Takes a file and returns the photo's id. It is `waiting` until the worker has opened it.
   * @param alt what it shows, in words
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async add(actor: Actor, needId: string, bytes: Uint8Array, alt: string | null, known?: string): Promise<string> {
    await this.editable(this.source.manager, actor, needId);
    if (
      known !== undefined &&
      (await this.source.manager.existsBy(PhotoEntity, { id: known, needId, createdBy: actor.personId }))
    )
      return known;
    await this.photos.checkRoom(this.source.manager, { needId });
    const raw = await this.photos.store(bytes, known);
    try {
      await this.source.transaction(async (tx) => {
        const need = await this.editable(tx, actor, needId, true);
        await this.photos.add(tx, { needId }, raw, { alt, by: actor.personId });
        await tx.update(NeedEntity, { id: needId }, { hasPhotos: true });
        await tell(tx, need);
      });
    } catch (err) {
      if (err instanceof Refusal) await this.photos.discard(raw.id); // after anything else it may have been committed: the cleaner knows
      throw err;
    }
    return raw.id;
  }

  /** Removes it for everybody, at once. */
  async remove(actor: Actor, needId: string, photoId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const need = await this.editable(tx, actor, needId, true);
      await this.photos.remove(tx, { needId }, photoId);
      await dropPhotoFromReview(tx, need, photoId, this.clock.now());
      await tell(tx, need);
    });
    await this.photos.discard(photoId);
  }

  async order(actor: Actor, needId: string, ids: readonly string[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const need = await this.editable(tx, actor, needId, true);
      await this.photos.order(tx, { needId }, ids);
      await tell(tx, need);
    });
  }

  /** Whether this reader may look at the photo. @param isParty asked only where it decides. @throws photo.not-found */
  async audience(
    actor: Actor | null,
    photo: PhotoEntity,
    isParty: (needId: string) => Promise<boolean>,
  ): Promise<PhotoAudience> {
    const need = await this.source.manager.findOneByOrFail(NeedEntity, { id: photo.needId as string });
    if (!maySee(actor, need)) return refusePhoto('photo.not-found');
    const inPrivate = isPrivateCategory(this.catalogue, need.category);
    if (photo.shownAt !== null && !inPrivate) return 'everybody';
    if (isInsider(actor, need)) return 'insiders';
    if (photo.shownAt !== null && readsWords(actor, need, inPrivate, await isParty(need.id))) return 'parties';
    return refusePhoto('photo.not-found');
  }

  private async processed(tx: Tx, photoId: string): Promise<void> {
    const found = await findPhoto(tx, photoId);
    if (!found?.needId) return;
    const need = await tx.findOneOrFail(NeedEntity, {
      where: { id: found.needId },
      lock: { mode: 'pessimistic_write' },
    });
    const photo = await findPhoto(tx, photoId); // as it is now that its need is locked
    if (photo?.status === 'ready' && photo.shownAt === null && ASKS_FIRST.includes(need.status))
      await keepPhotoForReview(tx, need, photo, this.clock.now());
    await tell(tx, need);
  }

  private async editable(tx: EntityManager, actor: Actor, needId: string, lock = false): Promise<NeedEntity> {
    const need = await tx.findOne(NeedEntity, {
      where: { id: needId },
      ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    if (!need || !maySee(actor, need)) return refuse('need.not-found');
    if (!mayManage(actor, need)) refuse('need.not-yours');
    if (!UNSEEN_STATUSES.includes(need.status) && !isLive(need.status)) refuse('need.not-editable');
    if ((await organizationSummaries(tx, [need.organizationId])).get(need.organizationId)?.status === 'suspended')
      refuse('need.organization-not-ready');
    return need;
  }
}

async function tell(tx: Tx, need: NeedEntity): Promise<void> {
  announce(tx, { event: 'need.changed', id: need.id, partyIds: [need.organizationId] });
}
