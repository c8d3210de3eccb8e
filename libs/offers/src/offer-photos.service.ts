import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#identity';
import { Refusal, type Fact } from '#kernel';
import { dropPhotosOf, findPhoto, PhotosService, refusePhoto, PhotoEntity } from '#photos';
import { announce, type FactJob, type Tx } from '#platform';
import { mayManageOffer, maySeeOffer } from './access.rules.js';
import { isLiveOffer, isWaitingOffer } from './lifecycle.rules.js';
import { OfferEntity } from './offer.entity.js';
import { refuse } from './offers.refusals.js';
import { watchersOf } from './walk-ins/walk-in.rules.js';

/** Photos of an offer: added, removed and put in order while it waits or is live; seen by its own side, by those who may receive it, and by moderators. */
@Injectable()
export class OfferPhotos {
  /** Follows `photo.processed`. */
  readonly job: FactJob = {
    name: 'offers.photo-processed',
    apply: (tx, fact) => this.processed(tx, (fact as Fact<'photo.processed'>).payload.photoId),
  };

  /** Follows `person.erased`: what a person showed of their things, or of their home, goes after their words. */
  readonly forgetJob: FactJob = {
    name: 'offers.forget-photos',
    call: (fact) => this.forget((fact as Fact<'person.erased'>).payload.personId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly photos: PhotosService,
  ) {}

  /**
   * Takes a file and returns the photo's id. It is `waiting` until the worker has opened it.
   * @param alt what it shows, in words
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async add(actor: Actor, offerId: string, bytes: Uint8Array, alt: string | null, known?: string): Promise<string> {
    await this.editable(this.source.manager, actor, offerId);
    if (
      known !== undefined &&
      (await this.source.manager.existsBy(PhotoEntity, { id: known, offerId, createdBy: actor.personId }))
    )
      return known;
    await this.photos.checkRoom(this.source.manager, { offerId });
    const raw = await this.photos.store(bytes, known);
    try {
      await this.source.transaction(async (tx) => {
        const offer = await this.editable(tx, actor, offerId, true);
        await this.photos.add(tx, { offerId }, raw, { alt, by: actor.personId });
        await tx.update(OfferEntity, { id: offerId }, { hasPhotos: true });
        await tell(tx, offer);
      });
    } catch (err) {
      if (err instanceof Refusal) await this.photos.discard(raw.id); // after anything else it may have been committed: the cleaner knows
      throw err;
    }
    return raw.id;
  }

  async remove(actor: Actor, offerId: string, photoId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const offer = await this.editable(tx, actor, offerId, true);
      await this.photos.remove(tx, { offerId }, photoId);
      await tell(tx, offer);
    });
    await this.photos.discard(photoId);
  }

  async order(actor: Actor, offerId: string, ids: readonly string[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const offer = await this.editable(tx, actor, offerId, true);
      await this.photos.order(tx, { offerId }, ids);
      await tell(tx, offer);
    });
  }

  /** @param mayReceive asked only where it decides: whether this reader's organization has a match with the offer. @throws photo.not-found */
  async checkAudience(
    actor: Actor | null,
    photo: PhotoEntity,
    mayReceive: (offerId: string) => Promise<boolean>,
  ): Promise<void> {
    const offer = await this.source.manager.findOneByOrFail(OfferEntity, { id: photo.offerId as string });
    if (maySeeOffer(actor, offer) || (actor !== null && (await mayReceive(offer.id)))) return;
    refusePhoto('photo.not-found');
  }

  private async processed(tx: Tx, photoId: string): Promise<void> {
    const photo = await findPhoto(tx, photoId);
    if (!photo?.offerId) return;
    await tell(tx, await tx.findOneByOrFail(OfferEntity, { id: photo.offerId }));
  }

  /** From now on nobody sees them; files that a crash leaves behind belong to nothing and are cleaned up by their age. */
  private async forget(donorId: string): Promise<void> {
    const offers: { id: string }[] = await this.source.query('SELECT id FROM offers WHERE donor_id = $1', [donorId]);
    await this.photos.removeFiles(
      await dropPhotosOf(
        this.source,
        'offer',
        offers.map(({ id }) => id),
      ),
    );
  }

  private async editable(tx: EntityManager, actor: Actor, offerId: string, lock = false): Promise<OfferEntity> {
    const offer = await tx.findOne(OfferEntity, {
      where: { id: offerId },
      ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    if (!offer || !maySeeOffer(actor, offer)) return refuse('offer.not-found');
    if (!mayManageOffer(actor, offer)) refuse('offer.not-yours');
    if (!isLiveOffer(offer.status) && !isWaitingOffer(offer.status)) refuse('offer.not-editable');
    return offer;
  }
}

async function tell(tx: Tx, offer: OfferEntity): Promise<void> {
  announce(tx, { event: 'offer.changed', id: offer.id, partyIds: watchersOf(offer) });
}
