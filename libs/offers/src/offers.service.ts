import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { DonorsService } from '#donors';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, newId, Refusal, refuseForm } from '#kernel';
import { Ledger, type Db, type OfferBalance } from '#ledger';
import { announce, record, type Tx } from '#platform';
import { Env } from '#host';
import { mayGiveFor, mayManageOffer, maySeeOffer } from './access.rules.js';
import {
  checkIds,
  idsIn,
  missingStorage,
  readOffer,
  readOfferChanges,
  type OfferChanges,
  type OfferForm,
} from '#forms';
import { givingOf, knownAmong, lockGivers, organizationOfWalkIn, type Giver, type Givers } from './givers.queries.js';
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
import { OfferOpening } from './opening.service.js';
import { reviewReasons } from './reviewed.rules.js';
import { smallestMoney } from './smallest.rules.js';
import { watchersOf } from './walk-ins/walk-in.rules.js';

/** The verbs of an offer. Those without `tx` stand alone; those with it take part in another's transaction. Lock order: who gives, then offer, then ledger. */
@Injectable()
export class OffersService {
  private readonly opening: OfferOpening;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    donors: DonorsService,
    private readonly env: Env,
  ) {
    this.opening = new OfferOpening(source, clock, ledger, donors);
  }

  /**
   * Puts an offer on the table and returns its id. Any signed-in person; in an organization's name its owner or coordinator.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async post(actor: Actor, form: OfferForm, known?: string): Promise<string> {
    const id = known ?? newId();
    try {
      const offer = await this.read(actor, form, id);
      await this.checkSmallest(this.source.manager, actor, offer.columns, offer.amount);
      await this.opening.post(offer);
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

  /** Asks back how much somebody will give again and again. @throws offer.confirm-amount */
  checkRepeated(
    tx: Tx,
    giver: Actor,
    onBehalfOf: string | null,
    { unit, amount, amountConfirmed = false }: { unit: string; amount: number; amountConfirmed?: boolean | undefined },
  ): Promise<void> {
    return this.opening.checkRepeated(
      tx,
      { giver, onBehalfOf },
      { unit, amount, amountConfirmed, amountText: this.text(giver, amount, unit) },
    );
  }

  /** What is below the least amount of money is refused at its field, with that amount. @throws offer.below-smallest */
  async checkSmallest(
    db: Db,
    giver: Pick<Actor, 'locale'>,
    { kind, baseUnit, only }: Pick<OfferEntity, 'kind' | 'baseUnit' | 'only'>,
    amount: number,
  ): Promise<void> {
    const setting = this.env.SMALLEST_MONEY_OFFER;
    if (kind !== 'money' || amount >= setting) return;
    const balances = [...(await this.ledger.needBalances(db, idsIn(only)))].filter(([, { unit }]) => unit === baseUnit);
    const least = smallestMoney(setting, only, new Map(balances.map(([id, { open }]) => [id, open])));
    if (amount < least)
      refuseForm([
        { field: 'quantity', code: 'offer.below-smallest', params: { minText: this.text(giver, least, baseUnit) } },
      ]);
  }

  /**
   * Changes the named fields. A larger quantity is pledged on top, of a smaller one the difference is released; it cannot fall below what is
   * held or given (422).
   * @param version the version that the editor saw; another one means somebody was faster (412)
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
      await checkNamed(tx, read.columns, changes);
      const pledge = read.pledge ?? stands;
      if (pledge !== stands || !isDeepStrictEqual(read.columns.only, offer.only))
        await this.checkSmallest(tx, actor, { ...offer, ...read.columns }, pledge);
      if (read.pledge !== null && read.pledge > stands)
        await this.opening.checkRaised(tx, givers, {
          offer,
          amount: read.pledge,
          before: stands,
          amountConfirmed: changes.amountConfirmed ?? false,
          amountText: this.text(actor, read.pledge, offer.baseUnit),
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

  /** Locks who gives an offer, which never changes: whoever erases a person locks them and then forgets the words of their offers. @throws offer.not-found */
  private async lockGiversOf(tx: Tx, actor: Actor, offerId: string): Promise<Givers> {
    const offer = await tx.findOneBy(OfferEntity, { id: offerId });
    if (!offer || !maySeeOffer(actor, offer)) return refuse('offer.not-found');
    return lockGivers(tx, [givingOf(offer)], true);
  }

  /** Locks it for somebody who writes: the offers of others do not exist. */
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

  private async read(giver: Actor, form: OfferForm, id: string): Promise<NewOffer> {
    const inNameOf = await this.inNameOf(giver, form.onBehalfOf ?? null);
    const read = readOffer(this.catalogue, form, this.clock.now());
    const errors = read.ok ? missingStorage(this.catalogue, read.columns) : read.errors;
    if (!read.ok || errors.length > 0) return refuseForm(errors) as never;
    return {
      id,
      giver,
      ...inNameOf,
      columns: read.columns,
      amount: read.amount,
      anonymous: form.anonymous ?? null,
      standingOfferId: null,
      reasons: reviewReasons(this.catalogue, read.columns),
      amountConfirmed: form.amountConfirmed ?? false,
      amountText: this.text(giver, read.amount, read.columns.baseUnit),
    };
  }

  /** An organization of the giver's, or somebody who came by to one of theirs. @throws offer.not-yours-to-give-for */
  private async inNameOf(
    giver: Actor,
    named: string | null,
  ): Promise<{ onBehalfOf: string | null; walkIn: string | null }> {
    if (named === null || mayGiveFor(giver, named)) return { onBehalfOf: named, walkIn: null };
    const organizationId = await organizationOfWalkIn(this.source, named);
    if (organizationId === null || !mayGiveFor(giver, organizationId)) return refuse('offer.not-yours-to-give-for');
    confirmedOnly(giver);
    return { onBehalfOf: organizationId, walkIn: named };
  }

  private text(actor: Pick<Actor, 'locale'>, amount: number, unit: string): string {
    return formatAmount(amount, unit, actor.locale, this.catalogue);
  }

  private async changePledge(
    tx: Tx,
    actor: Actor,
    offer: OfferEntity,
    difference: number,
    balance: OfferBalance,
  ): Promise<void> {
    const deed = { offerId: offer.id, at: this.clock.now(), by: actor.personId };
    if (-difference > balance.available) refuseForm([{ field: 'quantity', code: 'offer.below-use' }]);
    if (difference > 0) await this.ledger.raise(tx, { id: newId(), amount: difference, ...deed });
    if (difference < 0) await this.ledger.release(tx, { amount: -difference, reason: 'lowered', ...deed });
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
  { prefers, only }: Pick<OfferEntity, 'prefers' | 'only'>,
  changes: OfferChanges,
): Promise<void> {
  const named = { prefers: changes.prefers === undefined ? [] : prefers, only: changes.only === undefined ? [] : only };
  checkIds(named, await knownAmong(tx, [named]));
}
