import { Injectable } from '@nestjs/common';
import { assert, Clock, derivedId } from '#kernel';
import { DonorsService, type DonorParty } from '#donors';
import { Ledger } from '#ledger';
import { isLive, NeedEntity, NeedsService } from '#needs';
import { insertOffers, OffersService, watchersOf } from '#offers';
import { announce, type Tx } from '#platform';
import { IN_TIME, lockPromiseRoom } from './promises.queries.js';
import { mayPromise } from './promises.rules.js';
import { readWeightVersion } from './scoring-context.queries.js';
import { seeTogether } from './gift-arrivals.js';
import { giftMatchOf, giftOfferOf, type GiftOffer } from './gift-rows.js';
import { MatchEntity } from './match.entity.js';
import { refuse } from './match-life.refusals.js';
import { HOLDING_STATUSES } from './match-life.rules.js';
import {
  afterLedger,
  endMatch,
  findMatch,
  holdIdOf,
  holdOf,
  lockMatch,
  moveMatch,
  partiesOf,
  type LockedMatch,
  type StepContext,
} from './match-steps.js';

export interface GiftMatch {
  readonly offerId: string;
  readonly matchId: string;
}

/**
 * A gift is an offer made by the gift, and a match of it with its need, agreed from the beginning: the need's yes is given beforehand. The offer is never proposed elsewhere and
 * ends with its match, whichever side ends it. All verbs take the caller's transaction; the need is locked first. Ids are derived from the gift: what is repeated is the same transfer.
 */
@Injectable()
export class GiftMatches {
  constructor(
    private readonly clock: Clock,
    private readonly donors: DonorsService,
    readonly ledger: Ledger,
    readonly needs: NeedsService,
    readonly offers: OffersService,
  ) {}

  /** Locks the need and says how much it may still be promised. @throws where it takes nothing now */
  async lockOpenNeed(tx: Tx, needId: string): Promise<{ need: NeedEntity; required: number; open: number }> {
    const need = await this.needs.lock(tx, needId);
    if (!isLive(need.status) || need.deadline <= this.clock.now()) refuse('match.need-not-open');
    const { required, open } = await this.ledger.lockNeed(tx, needId);
    return { need, required, open };
  }

  /** Whether this person may promise so much more: as for every yes of a donor. Their promises are locked to the end of the transaction. */
  async mayHold(tx: Tx, personId: string, unit: string, amount: number): Promise<boolean> {
    return mayPromise(await lockPromiseRoom(tx, personId, unit), amount);
  }

  /** Not yet seen: the part is held for it, without a deadline of the match; the gift has its own. The need is locked by the caller and has room. */
  async hold(tx: Tx, gift: GiftOffer): Promise<GiftMatch> {
    const locked = await this.open(tx, gift, 'accepted');
    const { match, offer, need } = locked;
    await this.ledger.hold(tx, {
      id: holdIdOf(match.id),
      offerId: offer.id,
      needId: need.id,
      matchId: match.id,
      amount: gift.amount,
      at: this.clock.now(),
      by: gift.by,
    });
    this.tell(tx, locked);
    return { offerId: offer.id, matchId: match.id };
  }

  /** The money is there, and nothing was held for it. What the need has no room for is surplus of its organization. */
  async bookUnheld(tx: Tx, gift: GiftOffer): Promise<GiftMatch> {
    await this.needs.lock(tx, gift.needId);
    const locked = await this.open(tx, gift, 'delivered');
    await this.arrive(this.context(tx, gift.by), locked, gift.giftId, gift.amount);
    return { offerId: locked.offer.id, matchId: locked.match.id };
  }

  /** The money is there, and nobody knows whose or what for: it is put aside as surplus of the organization, without a purpose. The party that it is of must exist. @param key what the ids of its entries come from */
  async bookNobodys(
    tx: Tx,
    {
      id,
      key,
      ...money
    }: {
      readonly id: string;
      readonly key: string;
      readonly organizationId: string;
      readonly donorId: string;
      readonly amount: number;
      readonly unit: string;
      readonly baseUnit: string;
      readonly by: string | null;
    },
  ): Promise<void> {
    const at = this.clock.now();
    const { donorId, amount, baseUnit, by } = money;
    const giver: DonorParty = { partyId: donorId, kind: 'person', displayName: '' };
    await this.donors.ensure(tx, giver);
    const offer = giftOfferOf(
      { giftId: key, needId: id, giver, by: null, amount, anonymous: true, until: at },
      money,
      at,
    );
    await insertOffers(tx, [offer]);
    await this.ledger.openOffers(tx, [{ offerId: offer.id, donorId, unit: baseUnit, item: null, amount, at, by }]);
    await this.ledger.surplus(tx, {
      id: derivedId(key, 'surplus'),
      offerId: offer.id,
      organizationId: money.organizationId,
      purpose: '',
      amount,
      subject: { type: 'gift', id },
      at,
      by,
    });
    await this.offers.updateStatus(tx, offer.id, await this.ledger.lockOffer(tx, offer.id));
  }

  /**
   * The money of a gift with a match is there. What was held is posted as far as it came, the rest of it is released; what came beyond it, or after the match ended, is pledged
   * anew and goes where there is room. False where the money was confirmed before, by hand: then nothing is booked.
   * @param amount what came, in the need's base unit @param by who saw it
   */
  async seen(tx: Tx, matchId: string, giftId: string, amount: number, by: string | null): Promise<boolean> {
    const locked = await lockMatch(tx, await findMatch(tx, matchId));
    const { match, offer } = locked;
    const context = this.context(tx, by);
    if (match.status === 'confirmed') return false;
    const held = HOLDING_STATUSES.includes(match.status);
    assert(
      held || match.status === 'expired' || match.status === 'cancelled',
      `match ${match.id} of a gift is ${match.status}`,
    );
    const posted = held ? Math.min(amount, match.amount) : 0;
    if (held) await this.ledger.post(tx, { holdId: holdOf(match), amount: posted, at: context.at, by });
    const more = amount - posted;
    if (more > 0)
      await this.ledger.raise(tx, {
        id: derivedId(giftId, 'more'),
        offerId: offer.id,
        amount: more,
        at: context.at,
        by,
      });
    await this.arrive(context, locked, giftId, more);
    return true;
  }

  /** As `seen`, for many gifts whose money came just as it is held. Returns the matches that have it now; the others are seen one by one. */
  seenTogether(tx: Tx, matchIds: readonly string[], by: string | null): Promise<ReadonlySet<string>> {
    return seeTogether(this, tx, matchIds, { at: this.clock.now(), by });
  }

  /** Money of a gift that had left again is back: pledged anew, it goes where there is room. The match stays as it is. @param key what the ids of its entries come from */
  async cameAgain(tx: Tx, matchId: string, key: string, amount: number): Promise<void> {
    const locked = await lockMatch(tx, await findMatch(tx, matchId));
    const context = this.context(tx, null);
    const { at } = context;
    await this.ledger.raise(tx, { id: derivedId(key, 'more'), offerId: locked.offer.id, amount, at, by: null });
    await this.putWhereRoom(context, locked, key, amount);
    await afterLedger(this, context, locked);
  }

  /** The money was not seen in time: what was held is given back, and the offer ends. False where the match has ended otherwise: that says what became of the gift. */
  async lapse(tx: Tx, matchId: string): Promise<boolean> {
    const locked = await lockMatch(tx, await findMatch(tx, matchId));
    if (locked.match.status !== 'accepted' && locked.match.status !== 'delivered') return false;
    await endMatch(this, this.context(tx, null), locked, 'expired', { endedBy: 'clock', reason: 'not-seen' });
    return true;
  }

  /** Its giver takes it back in time: no promise is broken by that. False where the match has ended otherwise, or has come. */
  async takeBack(tx: Tx, matchId: string, by: string): Promise<boolean> {
    const locked = await lockMatch(tx, await findMatch(tx, matchId));
    if (locked.match.status !== 'accepted') return false;
    await endMatch(this, this.context(tx, by), locked, 'cancelled', { endedBy: 'donor', reason: IN_TIME });
    return true;
  }

  private async arrive(context: StepContext, locked: LockedMatch, giftId: string, amount: number): Promise<void> {
    await this.putWhereRoom(context, locked, giftId, amount);
    await moveMatch(context, locked, 'confirmed', { confirmedAt: context.at, endedBy: null, reason: null });
    await afterLedger(this, context, locked);
  }

  /** Posts what has come: to the need as far as it has room, the rest to its organization's surplus. The offer has it available; need, offer and match are locked. */
  private async putWhereRoom(context: StepContext, locked: LockedMatch, key: string, amount: number): Promise<void> {
    const { tx, at, by } = context;
    const { match, need, offer } = locked;
    const { open } = await this.ledger.lockNeed(tx, need.id);
    const taken = isLive(need.status) ? Math.min(amount, open) : 0; // 0 also where all that came was held
    if (taken > 0)
      await this.ledger.deliver(tx, {
        id: derivedId(key, 'delivery'),
        offerId: offer.id,
        needId: need.id,
        matchId: match.id,
        amount: taken,
        at,
        by,
      });
    if (amount > taken) {
      await this.ledger.surplus(tx, {
        id: derivedId(key, 'surplus'),
        offerId: offer.id,
        organizationId: need.organizationId,
        purpose: need.category,
        amount: amount - taken,
        matchId: match.id,
        at,
        by,
      });
    }
  }

  private async open(tx: Tx, gift: GiftOffer, status: 'accepted' | 'delivered'): Promise<LockedMatch> {
    const need = await tx.findOneByOrFail(NeedEntity, { id: gift.needId });
    const at = this.clock.now();
    await this.donors.ensure(tx, gift.giver);
    const offer = giftOfferOf(gift, need, at);
    await insertOffers(tx, [offer]);
    await this.ledger.openOffers(tx, [
      {
        offerId: offer.id,
        donorId: offer.donorId,
        unit: offer.baseUnit,
        item: null,
        amount: gift.amount,
        at,
        by: gift.by,
      },
    ]);
    const { version } = await readWeightVersion(tx);
    const match = tx.create(MatchEntity, giftMatchOf(gift, offer, { status, weightsVersion: version, at }));
    await tx.insert(MatchEntity, match);
    return { match, need, offer, parties: partiesOf(offer, need) };
  }

  private tell(tx: Tx, { match, need, parties }: LockedMatch): void {
    announce(
      tx,
      { event: 'match.changed', id: match.id, partyIds: [...watchersOf(parties), parties.organizationId] },
      { event: 'need.changed', id: need.id, partyIds: [need.organizationId] },
    );
  }

  private context(tx: Tx, by: string | null): StepContext {
    return { tx, at: this.clock.now(), by };
  }
}
