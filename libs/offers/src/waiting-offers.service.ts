import { Injectable } from '@nestjs/common';
import { isModerator, type Actor } from '#identity';
import { Clock, type Fact } from '#kernel';
import { Ledger } from '#ledger';
import { announce, record, type FactJob, type Tx } from '#platform';
import { OfferEntity } from './offer.entity.js';
import { refuse } from './offers.refusals.js';
import { firstStatus } from './reviewed.rules.js';
import { watchersOf } from './walk-ins/walk-in.rules.js';

/** Offers that are in no plan yet: how they enter, by the word of a moderator or when their giver's address is confirmed. */
@Injectable()
export class WaitingOffers {
  /** Follows `person.confirmed`: what waited for it enters at once, or goes to a moderator. */
  readonly enterJob: FactJob<Fact<'person.confirmed'>> = {
    name: 'offers.enter-confirmed',
    apply: (tx, fact) => this.enter(tx, fact.payload.personId),
  };

  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /** A moderator lets it in. */
  async approve(tx: Tx, actor: Actor, offerId: string): Promise<void> {
    const offer = await this.inReview(tx, actor, offerId);
    if (offer.status === 'open') return;
    await this.move(tx, offer, 'open');
    await record(tx, 'offer.opened', { offerId });
  }

  /** A moderator does not: the offer ends, and its giver reads why. */
  async giveBack(tx: Tx, actor: Actor, offerId: string, reason: string): Promise<void> {
    const offer = await this.inReview(tx, actor, offerId, 'returned');
    if (offer.status === 'returned') return;
    offer.returnReason = reason;
    await this.move(tx, offer, 'returned');
    await this.ledger.release(tx, { offerId, at: this.clock.now(), by: actor.personId, reason: 'returned' });
  }

  private async enter(tx: Tx, personId: string): Promise<void> {
    const offers = await tx.find(OfferEntity, {
      where: { createdBy: personId, status: 'unconfirmed' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const offer of offers) {
      const status = firstStatus({ confirmed: true }, offer.reviewReasons);
      await this.move(tx, offer, status);
      await record(tx, status === 'open' ? 'offer.opened' : 'offer.submitted', { offerId: offer.id });
    }
  }

  private async inReview(
    tx: Tx,
    actor: Actor,
    offerId: string,
    already: 'open' | 'returned' = 'open',
  ): Promise<OfferEntity> {
    const offer = await tx.findOne(OfferEntity, { where: { id: offerId }, lock: { mode: 'pessimistic_write' } });
    if (!offer) return refuse('offer.not-found');
    if (!isModerator(actor)) refuse('offer.not-yours');
    if (offer.status !== 'in_review' && offer.status !== already) refuse('offer.not-in-review');
    return offer;
  }

  private async move(tx: Tx, offer: OfferEntity, status: OfferEntity['status']): Promise<void> {
    offer.status = status;
    offer.version += 1;
    offer.updatedAt = this.clock.now();
    await tx.save(offer);
    announce(tx, { event: 'offer.changed', id: offer.id, partyIds: watchersOf(offer) });
  }
}
