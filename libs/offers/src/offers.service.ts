import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { DonorsService } from '#donors';
import { refuseIdentity, type Actor, type PersonEntity } from '#identity';
import { assert, Clock, newId, refuseForm } from '#kernel';
import { Ledger, type OfferBalance } from '#ledger';
import { OrganizationEntity, organizationSummaries } from '#organizations';
import { announce, ask, record, together, unseen, type Tx } from '#platform';
import { mayGiveFor, mayManageOffer, maySeeOffer } from './access.rules.js';
import { insertOffer } from './offer-row.queries.js';
import { organizationsIn, readOffer, readOfferChanges, type OfferChanges, type OfferColumns, type OfferForm } from './form.rules.js';
import { canMoveOffer, isLiveOffer, offerStatusByBalance, type OfferStatus } from './lifecycle.rules.js';
import { OFFER_LIMITS } from './limits.rules.js';
import { OfferEntity } from './offer.entity.js';
import { refuse } from './offers.refusals.js';

/** In whose hand an offer is written. */
export type Giver = Pick<Actor, 'personId' | 'via'>;

/** An offer that has been read and not yet written. */
export interface NewOffer {
  readonly id: string;
  readonly onBehalfOf: string | null;
  readonly columns: OfferColumns;
  /** In `columns.baseUnit`. */
  readonly amount: number;
  /** Null: as the donor has said for all their giving. */
  readonly anonymous: boolean | null;
  readonly standingOfferId: string | null;
}

/** The verbs of an offer. Those without `tx` stand alone; those with it take part in another's transaction. Lock order: offer, then ledger. */
@Injectable()
export class OffersService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly donors: DonorsService,
  ) {}

  /**
   * Puts an offer on the table and returns its id. Any signed-in person; in an organization's name its owner or coordinator.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async post(actor: Actor, form: OfferForm, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      if (known !== undefined && (await tx.existsBy(OfferEntity, { id: known, createdBy: actor.personId }))) return known;
      const id = known ?? newId();
      const onBehalfOf = form.onBehalfOf ?? null;
      if (onBehalfOf !== null && !mayGiveFor(actor, onBehalfOf)) refuse('offer.not-yours-to-give-for');
      const read = readOffer(this.catalogue, form, this.clock.now());
      if (!read.ok) return refuseForm(read.errors) as never;
      const { columns, amount } = read;
      await this.open(tx, actor, { id, onBehalfOf, columns, amount, anonymous: form.anonymous ?? null, standingOfferId: null });
      return id;
    });
  }

  /**
   * Opens an offer that has been read, in the caller's transaction: the one way in which an offer of the house comes to be, for a form that was just sent and
   * for a date of a standing offer. Whether the giver may give in that name is the caller's to ask.
   */
  async open(tx: Tx, giver: Giver, { columns, amount, onBehalfOf, ...offer }: NewOffer): Promise<void> {
    const at = this.clock.now();
    await checkPreferred(tx, columns.prefers);
    const person = await lockGiver(tx, giver);
    const [wish] = await together(this.wishOf(tx, person, giver, onBehalfOf), checkRoom(tx, giver));
    const donorId = onBehalfOf ?? giver.personId;
    const { baseUnit: unit, item } = columns;
    const inserted = insertOffer(tx, {
      ...columns,
      id: offer.id,
      version: 1,
      donorId,
      onBehalfOf,
      status: 'open',
      anonymous: offer.anonymous ?? wish,
      via: giver.via,
      externalId: null,
      createdBy: giver.personId,
      createdAt: at,
      updatedAt: at,
      hasPhotos: false,
      standingOfferId: offer.standingOfferId,
    });
    const pledged = this.ledger.openOffer(tx, { offerId: offer.id, donorId, unit, item, amount, at, by: giver.personId });
    await together(inserted, pledged, record(tx, 'offer.opened', { offerId: offer.id }));
  }

  /**
   * Changes the named fields. A larger quantity is pledged on top, of a smaller one the difference is released; it cannot fall below what is
   * held or given (422).
   * @param version the version that the editor saw; another one means somebody was faster (412)
   */
  async edit(actor: Actor, offerId: string, version: number, changes: OfferChanges): Promise<void> {
    await this.source.transaction(async (tx) => {
      const offer = await this.lockFor(tx, actor, offerId);
      if (offer.version !== version) refuse('offer.stale');
      if (!isLiveOffer(offer.status)) refuse('offer.not-editable');
      const now = this.clock.now();
      const balance = await this.ledger.lockOffer(tx, offerId);
      const stands = balance.pledged - balance.released;
      const read = readOfferChanges(this.catalogue, offer, stands, changes, now);
      if (!read.ok) return refuseForm(read.errors);
      await checkPreferred(tx, read.columns.prefers);
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
    if (!canMoveOffer(offer.status, 'withdrawn')) refuse('offer.not-withdrawable');
    await this.end(tx, offer, 'withdrawn', actor.personId);
    await record(tx, 'offer.withdrawn', { offerId });
  }

  /** The clock's verb. Returns false when the offer was prolonged or ended meanwhile. */
  async expire(tx: Tx, offerId: string): Promise<boolean> {
    const offer = await this.lock(tx, offerId);
    if (!isLiveOffer(offer.status) || offer.until > this.clock.now()) return false;
    await this.end(tx, offer, 'expired', null);
    await record(tx, 'offer.expired', { offerId });
    return true;
  }

  /** Brings the status in line with the balance after a post or a void; what comes back to an ended offer is released. */
  async settle(tx: Tx, offerId: string, balance: OfferBalance): Promise<OfferStatus> {
    const offer = await this.lock(tx, offerId);
    if (offer.status === 'withdrawn' || offer.status === 'expired') {
      if (balance.available > 0) await this.ledger.release(tx, { offerId, at: this.clock.now(), by: null, reason: offer.status });
      return offer.status;
    }
    const status = offerStatusByBalance(balance);
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

  /** Locks it for somebody who writes: the offers of others do not exist. */
  private async lockFor(tx: Tx, actor: Actor, offerId: string): Promise<OfferEntity> {
    const offer = await this.lock(tx, offerId);
    if (!maySeeOffer(actor, offer)) refuse('offer.not-found');
    if (!mayManageOffer(actor, offer)) refuse('offer.not-yours');
    return offer;
  }

  /** Makes the giver a donor and says whether their offers hide the name unless said otherwise. @throws where the giver is erased or the organization suspended */
  async donorsWish(tx: Tx, giver: Giver, onBehalfOf: string | null): Promise<boolean> {
    return this.wishOf(tx, await lockGiver(tx, giver), giver, onBehalfOf);
  }

  private async wishOf(tx: Tx, { name, erasedAt }: GiverRow, giver: Giver, onBehalfOf: string | null): Promise<boolean> {
    if (onBehalfOf === null) {
      if (erasedAt !== null) refuseIdentity('identity.sign-in-first');
      return this.donors.wishOf(tx, giver.personId, () => Promise.resolve({ kind: 'person', displayName: name }));
    }
    const { shortName, inn, status } = await tx.findOneByOrFail(OrganizationEntity, { id: onBehalfOf });
    if (status === 'suspended') refuse('offer.organization-suspended');
    return this.donors.wishOf(tx, onBehalfOf, async () => ({ kind: 'company', displayName: shortName, inn }));
  }

  private async changePledge(tx: Tx, actor: Actor, offer: OfferEntity, difference: number, balance: OfferBalance): Promise<void> {
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
    announce(tx, { event: 'offer.changed', id: offer.id, partyIds: [offer.donorId] });
  }
}

type GiverRow = Pick<PersonEntity, 'name' | 'erasedAt'>;

/** An erasure under way is waited for. One person's posts wait for each other, so that their limit holds for two at once too. */
async function lockGiver(tx: Tx, { personId }: Giver): Promise<GiverRow> {
  const [row] = await ask<GiverRow>(tx, 'SELECT name, erased_at AS "erasedAt" FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  assert(row, `no person ${personId}`);
  return row;
}

async function checkRoom(tx: Tx, { personId }: Giver): Promise<void> {
  const [{ open }] = (await ask(tx, `SELECT count(*) AS open FROM offers WHERE created_by = ${unseen('$1', 'uuid')} AND status IN ('open', 'partly_used')`, [personId])) as [{ open: number }];
  if (open >= OFFER_LIMITS.openAtOnce) refuse('offer.too-many-open', { limit: OFFER_LIMITS.openAtOnce });
}

/** That the organizations which are preferred exist. */
export async function checkPreferred(tx: Tx, prefers: readonly string[]): Promise<void> {
  const named = organizationsIn(prefers);
  if (named.length === 0) return;
  const known = await organizationSummaries(tx, named);
  const missing = prefers.findIndex((code) => named.includes(code) && !known.has(code));
  if (missing >= 0) refuseForm([{ field: `prefers.${missing}`, code: 'form.not-in-list' }]);
}
