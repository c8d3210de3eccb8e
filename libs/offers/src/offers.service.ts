import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { DonorsService } from '#donors';
import { type Actor } from '#identity';
import { Clock, newId, Refusal, refuseForm } from '#kernel';
import { Ledger, type OfferBalance } from '#ledger';
import { announce, record, type Tx } from '#platform';
import { Env } from '#host';
import { mayManageOffer, maySeeOffer } from './access.rules.js';
import { checkIds, readOfferChanges, type OfferChanges, type OfferForm } from '#forms';
import { givingOf, knownAmong, lockGivers, type Giver, type Givers } from './givers.queries.js';
import {
  canMoveOffer,
  hasEndedOffer,
  isForOneMatch,
  isLiveOffer,
  isWaitingOffer,
  offerRunsOutAt,
  offerStatusByBalance,
  oneMatchOfferStatus,
  type OfferStatus,
} from './lifecycle.rules.js';
import { OfferEntity } from './offer.entity.js';
import { refuse } from './offers.refusals.js';
import type { Asked, NewOffer } from './new-offer.js';
import { OfferOpening } from './offer-opening.js';
import { OfferReading } from './offer-reading.js';
import { reviewReasons } from './reviewed.rules.js';

import { watchersOf } from './walk-ins/walk-in.rules.js';

/** The verbs of an offer. Those without `tx` stand alone; those with it take part in another's transaction. Lock order: who gives, then offer, then ledger. */
@Injectable()
export class OffersService {
  private readonly opening: OfferOpening;
  readonly reading: OfferReading;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    donors: DonorsService,
    env: Env,
  ) {
    this.opening = new OfferOpening(source, clock, ledger, donors);
    this.reading = new OfferReading(source, clock, catalogue, ledger, env);
  }

  /**
   * Puts an offer on the table and returns its id. Any signed-in person; in an organization's name its owner or coordinator.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async publish(actor: Actor, form: OfferForm, known?: string): Promise<string> {
    const id = known ?? newId();
    try {
      const offer = await this.reading.read(actor, form, id);
      await this.reading.checkSmallest(this.source.manager, actor, offer.columns, offer.amount);
      await this.opening.openAmongOthers(offer);
    } catch (err) {
      // It may have been allowed when it was opened, and its end may have come since.
      const isThere =
        err instanceof Refusal &&
        known !== undefined &&
        (await this.source.manager.existsBy(OfferEntity, { id, createdBy: actor.personId }));
      if (!isThere) throw err;
    }
    return id;
  }

  /**
   * Opens an offer that has been read, in the caller's transaction, as for a date of a standing offer. Whether the giver may give in that name is the
   * caller's to ask.
   */
  open(tx: Tx, offer: Omit<NewOffer, keyof Asked>): Promise<void> {
    return this.opening.open(tx, {
      ...offer,
      reasons: reviewReasons(this.catalogue, offer.columns),
      amountConfirmed: true,
      amountText: '',
    }); // asked when it was set up, or for nobody to answer
  }

  /** Asks back how much a person will give again and again. @throws offer.confirm-amount */
  checkRepeated(
    tx: Tx,
    giver: Actor,
    onBehalfOf: string | null,
    { unit, amount, amountConfirmed = false }: { unit: string; amount: number; amountConfirmed?: boolean | undefined },
  ): Promise<void> {
    return this.opening.checkRepeated(
      tx,
      { giver, onBehalfOf },
      { unit, amount, amountConfirmed, amountText: this.reading.text(giver, amount, unit) },
    );
  }

  /**
   * Changes the named fields. A larger quantity is pledged on top, of a smaller one the difference is released; it cannot fall below what is
   * held or given (422).
   * @param version the version that the editor saw; another one means that it was changed since (412)
   */
  async edit(actor: Actor, offerId: string, version: number, changes: OfferChanges): Promise<void> {
    await this.source.transaction(async (tx) => {
      const givers = await this.lockGiversOf(tx, actor, offerId);
      const offer = await this.lockFor(tx, actor, offerId);
      if (offer.version !== version) refuse('offer.stale');
      refuseForOneMatch(offer);
      if (!isLiveOffer(offer.status)) refuse(isWaitingOffer(offer.status) ? 'offer.waiting' : 'offer.not-editable');
      const now = this.clock.now();
      const balance = await this.ledger.lockOffer(tx, offerId);
      const stands = balance.pledged - balance.released;
      const read = readOfferChanges(this.catalogue, offer, stands, changes, now);
      if (!read.ok) return refuseForm(read.errors);
      await checkNamed(tx, { ...offer, ...read.columns }, changes);
      const pledge = read.pledge ?? stands;
      if (pledge !== stands || !isDeepStrictEqual(read.columns.only, offer.only))
        await this.reading.checkSmallest(tx, actor, { ...offer, ...read.columns }, pledge);
      if (read.pledge !== null && read.pledge > stands)
        await this.opening.checkRaised(tx, givers, {
          offer,
          amount: read.pledge,
          before: stands,
          amountConfirmed: changes.amountConfirmed ?? false,
          amountText: this.reading.text(actor, read.pledge, offer.baseUnit),
        });
      if (read.pledge !== null) await this.changePledge(tx, actor, offer, read.pledge - stands, balance);
      Object.assign(offer, read.columns, changes.anonymous === undefined ? {} : { anonymous: changes.anonymous });
      await this.save(tx, offer);
      await record(tx, 'offer.changed', { offerId });
    });
  }

  /** Takes the offer back: what is available is released, what is held stays until it is cancelled or arrives. */
  async withdraw(tx: Tx, actor: Actor, offerId: string): Promise<void> {
    const offer = await this.lockFor(tx, actor, offerId);
    if (offer.status === 'withdrawn') return;
    refuseForOneMatch(offer);
    if (!canMoveOffer(offer.status, 'withdrawn')) refuse('offer.not-withdrawable');
    await this.end(tx, offer, 'withdrawn', actor.personId);
    await record(tx, 'offer.withdrawn', { offerId });
  }

  /** The clock's verb. Returns false when the offer was prolonged or ended meanwhile. */
  async expire(tx: Tx, offerId: string): Promise<boolean> {
    const offer = await this.lock(tx, offerId);
    const runsOutAt = offerRunsOutAt(offer);
    if (runsOutAt === null || runsOutAt > this.clock.now()) return false;
    offer.neverConfirmed = offer.status === 'unconfirmed';
    await this.end(tx, offer, 'expired', null);
    await record(tx, 'offer.expired', { offerId });
    return true;
  }

  /** Brings the status in line with the balance after a post or a void; what comes back to an ended offer is released. */
  async updateStatus(tx: Tx, offerId: string, balance: OfferBalance): Promise<OfferStatus> {
    const offer = await this.lock(tx, offerId);
    if (hasEndedOffer(offer.status)) {
      if (balance.available > 0)
        await this.ledger.release(tx, { offerId, at: this.clock.now(), by: null, reason: offer.status });
      return offer.status;
    }
    const forOneMatch = isForOneMatch(offer);
    if (forOneMatch && balance.available > 0)
      await this.ledger.release(tx, {
        offerId,
        at: this.clock.now(),
        by: null,
        reason: offer.signUp ? 'sign-up' : 'gift',
      });
    const status = forOneMatch ? oneMatchOfferStatus(balance) : offerStatusByBalance(balance);
    if (status !== offer.status && canMoveOffer(offer.status, status)) {
      offer.status = status;
      await this.save(tx, offer, false);
    }
    return offer.status;
  }

  /** Forgets the words of a donor who is erased; what was given stays. */
  async forgetWords(tx: Tx, donorId: string): Promise<void> {
    await tx.update(OfferEntity, { donorId }, { title: null, description: null, anonymous: true });
  }

  /** Locks the row. @throws offer.not-found */
  async lock(tx: Tx, offerId: string): Promise<OfferEntity> {
    const offer = await tx.findOne(OfferEntity, { where: { id: offerId }, lock: { mode: 'pessimistic_write' } });
    return offer ?? refuse('offer.not-found');
  }

  /** Locks who gives an offer, which never changes: the person who erases a person locks them and then forgets the words of their offers. @throws offer.not-found */
  private async lockGiversOf(tx: Tx, actor: Actor, offerId: string): Promise<Givers> {
    const offer = await tx.findOneBy(OfferEntity, { id: offerId });
    if (!offer || !maySeeOffer(actor, offer)) return refuse('offer.not-found');
    return lockGivers(tx, [givingOf(offer)], true);
  }

  /** Locks it for the caller's change: the offers of others do not exist. */
  private async lockFor(tx: Tx, actor: Actor, offerId: string): Promise<OfferEntity> {
    const offer = await this.lock(tx, offerId);
    if (!maySeeOffer(actor, offer)) refuse('offer.not-found');
    if (!mayManageOffer(actor, offer)) refuse('offer.not-yours');
    return offer;
  }

  /** Makes the giver a donor and says whether their offers hide the name unless said otherwise. @throws where the giver is erased or the organization suspended */
  donorsWish(tx: Tx, giver: Giver, onBehalfOf: string | null): Promise<boolean> {
    return this.opening.donorsWish(tx, { giver, onBehalfOf });
  }

  private async changePledge(
    tx: Tx,
    actor: Actor,
    offer: OfferEntity,
    difference: number,
    balance: OfferBalance,
  ): Promise<void> {
    const context = { offerId: offer.id, at: this.clock.now(), by: actor.personId };
    if (-difference > balance.available) refuseForm([{ field: 'quantity', code: 'offer.below-use' }]);
    if (difference > 0) await this.ledger.raise(tx, { id: newId(), amount: difference, ...context });
    if (difference < 0) await this.ledger.release(tx, { amount: -difference, reason: 'lowered', ...context });
    offer.status = offerStatusByBalance({ ...balance, available: balance.available + difference });
  }

  private async end(tx: Tx, offer: OfferEntity, status: 'withdrawn' | 'expired', by: string | null): Promise<void> {
    offer.status = status;
    await this.save(tx, offer);
    await this.ledger.release(tx, { offerId: offer.id, at: this.clock.now(), by, reason: status });
  }

  /** @param newVersion false where nothing that an editor sees has changed: then their edit is still welcome */
  private async save(tx: Tx, offer: OfferEntity, newVersion = true): Promise<void> {
    offer.updatedAt = this.clock.now();
    if (newVersion) offer.version += 1;
    await tx.save(offer);
    announce(tx, { event: 'offer.changed', id: offer.id, partyIds: watchersOf(offer) });
  }
}

/** What was made for one match is changed where it was made. */
function refuseForOneMatch(offer: OfferEntity): void {
  if (offer.signUp) refuse('offer.of-a-sign-up');
  if (offer.gift) refuse('offer.of-a-gift');
}

/** What an edit names must be there; what stays may have ended meanwhile. */
async function checkNamed(
  tx: Tx,
  { prefers, only, item, attributes }: Pick<OfferEntity, 'prefers' | 'only' | 'item' | 'attributes'>,
  changes: OfferChanges,
): Promise<void> {
  const named = {
    prefers: changes.prefers === undefined ? [] : prefers,
    only: changes.only === undefined ? [] : only,
    item,
    attributes,
  };
  checkIds(named, await knownAmong(tx, [named]));
}
