import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, derivedId, refuseForm, type SaidContact } from '#kernel';
import type { Tx } from '#platform';
import { confirmedOnly, isModerator, type Actor } from '#identity';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import { wholePart } from '#engine';
import { Ledger } from '#ledger';
import { givesYesBeforehand, NeedsService } from '#needs';
import { OffersService } from '#offers';
import type { MatchSide } from './match.entity.js';
import { ALREADY, CANCELLED_MS, DECLINE_REASONS, divideHold, hasRoom, largestPart, MATCH_STEPS, mayKnowMatch, NOT_NOW_MS, NOT_OF_A_GIFT, partsBeside, rolesFor, rolesOf, sidesOf, smallestPart, VERB_ROLES, type Arrival, type DeclineReason, type MatchVerb, type Room } from './match-life.rules.js';
import { afterLedger, bookExtra, endMatch, findMatch, holdIdOf, holdOf, inOrder, lockMatch, moveMatch, otherSide, roomOf, settleObjection, type LockedMatch, type StepContext } from './match-steps.js';
import { refuseUnfit } from './match-fit.js';
import { refuse } from './match-life.refusals.js';
import { bankReceiptOf } from './meeting/bank-receipt.js';
import type { SaidReceipt } from './meeting/bank-receipt.rules.js';
import { shareBeforehand, shareContact } from './meeting/shared-contacts.js';
import { isVerified, verifiedOnly } from './organization-ready.js';
import { lockPromiseRoom } from './promises.queries.js';
import { mayPromise, tooMuchHeld, type PromiseRoom } from './promises.rules.js';

/** A part of a match as a person says it: a decimal in the unit of the offer or need, or in their base unit. */
export interface QuantityInput {
  readonly quantity?: string;
  readonly unit?: string;
}

/** What a side says with its yes. */
export interface AcceptInput extends QuantityInput {
  readonly contact?: SaidContact;
}

export interface ArrivalInput extends QuantityInput, SaidReceipt {
  readonly lost?: string;
  readonly extra?: string;
}

type Step = (context: StepContext, locked: LockedMatch) => Promise<void>;

/** The verbs of a match. Each opens its own transaction; a repeated one finds its effect done and changes nothing. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    readonly ledger: Ledger,
    readonly needs: NeedsService,
    readonly offers: OffersService,
  ) {}

  /** proposed -> held (or accepted, where the need's yes was given beforehand) -> accepted. */
  async accept(actor: Actor, matchId: string, said: AcceptInput = {}): Promise<void> {
    await this.step(actor, matchId, 'accept', async (context, locked) => {
      const asked = said.quantity === undefined ? undefined : this.amountOf(locked, said.quantity, said.unit, 'quantity');
      await refuseUnfit(context.tx, this.catalogue, locked.offer, locked.need, context.at);
      await shareContact(actor, context, locked, this.sideThatSays(actor, locked), said.contact);
      if (locked.match.status === 'proposed') await this.firstYes(actor, context, locked, asked);
      else await this.secondYes(actor, context, locked, asked);
    }, async (_context, locked) => {
      if (said.quantity !== undefined && this.amountOf(locked, said.quantity, said.unit, 'quantity') !== locked.match.amount) this.refuseOtherAmount(actor, locked);
    });
  }

  async decline(actor: Actor, matchId: string, reason: string): Promise<void> {
    if (!(DECLINE_REASONS as readonly string[]).includes(reason)) refuseForm([{ field: 'reason', code: 'match.decline-reason' }]);
    await this.step(actor, matchId, 'decline', async (context, locked) => {
      const notBefore = (reason as DeclineReason) === 'not-now' ? new Date(context.at.getTime() + NOT_NOW_MS) : null;
      await endMatch(this, context, locked, 'declined', { reason, endedBy: sidesOf(actor, locked.parties)[0] ?? null, notBefore });
    });
  }

  async deliver(actor: Actor, matchId: string): Promise<void> {
    await this.step(actor, matchId, 'deliver', (context, locked) => moveMatch(context, locked, 'delivered', { deliveredAt: context.at }));
  }

  /** The organization says what arrived: that is posted, `lost` goes to losses, the rest is available again, `extra` is booked on top. */
  async confirm(actor: Actor, matchId: string, said: ArrivalInput = {}): Promise<void> {
    await this.step(actor, matchId, 'confirm', (context, locked) => this.receive(actor, context, locked, said), (context, locked) => this.receivedAlike(actor, context, locked, said));
  }

  async cancel(actor: Actor, matchId: string, reason?: string): Promise<void> {
    await this.step(actor, matchId, 'cancel', async (context, locked) => {
      const side = sidesOf(actor, locked.parties)[0];
      const notBefore = side === undefined ? null : new Date(context.at.getTime() + CANCELLED_MS);
      await endMatch(this, context, locked, 'cancelled', { reason: reason ?? null, endedBy: side ?? 'moderator', notBefore });
    });
  }

  async dispute(actor: Actor, matchId: string, reason?: string): Promise<void> {
    if (!reason?.trim()) refuseForm([{ field: 'reason', code: 'match.reason-needed' }]);
    await this.step(actor, matchId, 'dispute', (context, locked) => moveMatch(context, locked, 'disputed', { reason: reason ?? null, disputedBy: sidesOf(actor, locked.parties)[0] ?? null }));
  }

  /** A moderator's word on a disputed or silent match, in the transaction of the decision. Of an objection `confirm` leaves what was confirmed, `cancel` books what the volunteer says. */
  async decide(tx: Tx, actor: Actor, matchId: string, outcome: 'confirm' | 'cancel'): Promise<void> {
    const locked = await lockMatch(tx, await findMatch(tx, matchId));
    const objected = locked.match.objectedAt !== null;
    if (!objected && ALREADY[outcome].includes(locked.match.status)) return;
    if (!isModerator(actor) || sidesOf(actor, locked.parties).length > 0) refuse('match.not-yours');
    const context = inOrder({ tx, at: this.clock.now(), by: actor.personId }, locked.match);
    if (objected) return settleObjection(this, context, locked, { upheld: outcome === 'cancel' });
    if (!['delivered', 'disputed'].includes(locked.match.status)) refuse('match.not-now');
    if (outcome === 'confirm') await this.receive(actor, context, locked, {});
    else await endMatch(this, context, locked, 'cancelled', { endedBy: 'moderator', reason: 'moderator' });
  }

  /** Existence, permission, then state under lock; the change itself is the caller's, and so is what a verb that had its effect before says to being used again. */
  private async step(actor: Actor, matchId: string, verb: MatchVerb, change: Step, again?: Step): Promise<void> {
    await this.source.transaction(async (tx) => {
      const found = await findMatch(tx, matchId);
      if (!mayKnowMatch(actor, found.parties)) refuse('match.not-found');
      if (!rolesOf(actor, found.parties, found.match).some((role) => rolesFor(VERB_ROLES[verb], verb, found.need.kind).includes(role))) refuse('match.not-yours');
      if (verb === 'accept') confirmedOnly(actor);
      if (found.match.signUp) refuse('match.of-a-shift');
      if (found.offer.gift && NOT_OF_A_GIFT.includes(verb)) refuse('match.of-a-gift');
      const locked = await lockMatch(tx, found);
      const roles = rolesOf(actor, locked.parties, locked.match);
      const context = inOrder({ tx, at: this.clock.now(), by: actor.personId }, locked.match);
      const allowed = rolesFor(MATCH_STEPS[locked.match.status][verb], verb, locked.need.kind).some((role) => roles.includes(role));
      if (!allowed && (ALREADY[verb].includes(locked.match.status) || (verb === 'accept' && roles.includes('answered')))) return again?.(context, locked);
      if (!allowed) refuse('match.not-now', { status: locked.match.status });
      await change(context, locked);
    });
  }

  private async firstYes(actor: Actor, context: StepContext, locked: LockedMatch, asked: number | undefined): Promise<void> {
    const { match, need, offer } = locked;
    const room = await this.room(context, locked);
    if (!room.needOpen) refuse('match.need-not-open');
    if (!room.offerOpen) refuse('match.offer-not-open');
    const left = Math.min(room.available, room.open);
    if (!hasRoom(room)) refuse('match.nothing-left', { left, unit: match.unit });
    const largest = largestPart(room);
    if (asked !== undefined && asked > left) refuse('match.less-left', { left: largest, unit: match.unit, leftText: this.text(largest, match.unit, actor) });
    if (asked !== undefined) this.refuseBrokenBox(actor, room, asked, match.unit);
    const smallest = smallestPart(room);
    const side = this.sideThatSays(actor, locked);
    if (side === 'organization') await verifiedOnly(context.tx, need.organizationId);
    const promised = side === 'donor' ? await this.promises(actor, context, locked, asked ?? smallest) : null;
    const amount = asked ?? largestPart(room, Math.min(match.amount, promised?.amount ?? Infinity));
    if (amount < smallest) refuse('match.below-minimum', { minimum: smallest, minText: this.text(smallest, match.unit, actor) });

    const hold = holdIdOf(match.id);
    await this.ledger.hold(context.tx, { id: hold, offerId: offer.id, needId: need.id, matchId: match.id, amount, at: context.at, by: context.by });
    // Nobody's yes binds an organization that is still being checked: a donor's is kept until somebody of theirs may say it.
    const both = side === 'donor' && givesYesBeforehand(this.catalogue, need) && (await isVerified(context.tx, need.organizationId));
    if (both) await shareBeforehand(context, locked);
    await moveMatch(context, locked, both ? 'accepted' : 'held', { amount, hold, firstYes: side, heldAt: context.at, ...(both ? { acceptedAt: context.at } : {}) });
  }

  private async secondYes(actor: Actor, context: StepContext, locked: LockedMatch, asked: number | undefined): Promise<void> {
    const { match, need, offer } = locked;
    const room = await this.room(context, locked);
    if (!room.needOpen) refuse('match.need-not-open');
    if (this.sideThatSays(actor, locked) === 'donor') await this.promises(actor, context, locked, asked ?? match.amount);
    else await verifiedOnly(context.tx, need.organizationId);
    if (asked !== undefined && asked > match.amount) this.refuseOtherAmount(actor, locked);
    // What is held comes back first, and the smaller part is taken of all that is there then.
    if (asked !== undefined && asked < match.amount) this.refuseBrokenBox(actor, { ...room, available: room.available + match.amount, open: match.amount }, asked, match.unit);
    const changes = { acceptedAt: context.at };
    if (asked === undefined || asked === match.amount) return moveMatch(context, locked, 'accepted', changes);
    // Less than was held: the old hold is given back and a smaller one taken, in this one transaction.
    await this.ledger.voidHold(context.tx, { holdId: holdOf(match), reason: 'lowered', at: context.at, by: context.by });
    const hold = derivedId(match.id, `hold-${asked}`);
    await this.ledger.hold(context.tx, { id: hold, offerId: offer.id, needId: need.id, matchId: match.id, amount: asked, at: context.at, by: context.by });
    await moveMatch(context, locked, 'accepted', { ...changes, amount: asked, hold });
  }

  private async receive(actor: Actor, context: StepContext, locked: LockedMatch, said: ArrivalInput): Promise<void> {
    const { match, need, offer } = locked;
    const { tx, at, by } = context;
    const division = this.divided(locked, said);
    if (!division.ok) return refuse(division.code, { held: match.amount, heldText: this.text(match.amount, match.unit, actor) });

    const { arrived, lost, extra } = division;
    const bank = bankReceiptOf(this.catalogue, need, said, arrived + extra > 0 && rolesOf(actor, locked.parties, match).includes('treasurer'), at);
    if (arrived > 0) await this.ledger.post(tx, { holdId: holdOf(match), amount: arrived, at, by });
    else await this.ledger.voidHold(tx, { holdId: holdOf(match), reason: 'nothing arrived', at, by });
    if (lost > 0) await this.ledger.lose(tx, { id: derivedId(match.id, 'lost'), offerId: offer.id, holderId: need.organizationId, amount: lost, matchId: match.id, reason: 'lost on the way', at, by });
    if (extra > 0) await bookExtra(this.ledger, context, locked, extra);
    await moveMatch(context, locked, 'confirmed', { confirmedAt: at, bankDate: bank?.date ?? null, bankNumber: bank?.number ?? null });
    await afterLedger(this, context, locked);
  }

  private divided(locked: LockedMatch, said: ArrivalInput): Arrival {
    const { amount } = locked.match;
    const part = (text: string | undefined, field: string, absent: number): number =>
      text === undefined ? absent : /^0+([.,]0+)?$/.test(text.trim()) ? 0 : this.amountOf(locked, text, said.unit, field);
    return divideHold(amount, part(said.quantity, 'quantity', amount - part(said.lost, 'lost', 0)), part(said.lost, 'lost', 0), part(said.extra, 'extra', 0));
  }

  /** A receipt that was confirmed before stands as the books have it: the same word again changes nothing, another one is refused. */
  private async receivedAlike(actor: Actor, { tx }: StepContext, locked: LockedMatch, said: ArrivalInput): Promise<void> {
    const { match } = locked;
    const now = this.divided(locked, said);
    const before = await this.ledger.arrivalOf(tx, { holdId: holdOf(match), lostId: derivedId(match.id, 'lost'), extraId: derivedId(match.id, 'extra') });
    const bank = bankReceiptOf(this.catalogue, locked.need, said, false, this.clock.now());
    const otherBank = bank !== null && (bank.date !== match.bankDate || bank.number !== match.bankNumber);
    if (!otherBank && now.ok && now.arrived === before.arrived && now.lost === before.lost && now.extra === before.extra) return;
    refuse('match.confirmed-otherwise', { ...before, unit: match.unit, arrivedText: this.text(before.arrived + before.extra, match.unit, actor) });
  }

  /** @throws match.not-whole where boxes would have to be opened for it, and the next parts that are whole */
  private refuseBrokenBox(actor: Actor, room: Room, asked: number, unit: string): void {
    if (wholePart(asked, room.available, room.step) === asked) return;
    const { below, above } = partsBeside(room, asked);
    const said = (amount: number | null): string => (amount === null ? '' : this.text(amount, unit, actor));
    refuse('match.not-whole', { step: room.step, below, above, unit, stepText: said(room.step), belowText: said(below), aboveText: said(above), next: below === null ? (above === null ? 'none' : 'above') : above === null ? 'below' : 'both' });
  }

  private refuseOtherAmount(actor: Actor, { match }: LockedMatch): never {
    return refuse('match.amount-changed', { held: match.amount, heldText: this.text(match.amount, match.unit, actor) });
  }

  private async room(context: StepContext, { offer, need }: LockedMatch): Promise<Room> {
    const open = await this.ledger.lockNeed(context.tx, need.id);
    const available = await this.ledger.lockOffer(context.tx, offer.id);
    return roomOf(offer, need, available.available, open.open, context.at);
  }

  /** Refuses what is more than this giver may promise at once; locks their promises. */
  private async promises(actor: Actor, { tx }: StepContext, { offer, match }: LockedMatch, amount: number): Promise<PromiseRoom> {
    const room = await lockPromiseRoom(tx, offer.donorId, match.unit);
    if (mayPromise(room, amount)) return room;
    return refuse('match.holding-too-much', tooMuchHeld(room, match.unit, (some) => this.text(some, match.unit, actor)));
  }

  private sideThatSays(actor: Actor, locked: LockedMatch): MatchSide {
    const sides = sidesOf(actor, locked.parties);
    if (locked.match.status === 'held' && locked.match.firstYes) return otherSide(locked.match.firstYes);
    return sides[0] ?? refuse('match.not-yours');
  }

  private amountOf({ offer, need }: LockedMatch, quantity: string, unit: string | undefined, field: string): number {
    const thing = unit === undefined || unit === offer.unit ? offer : need;
    const measured = measureAs(this.catalogue, thing, quantity, unit ?? offer.unit);
    if (measured.ok) return measured.amount;
    refuseForm(measured.errors.map((error) => ({ ...error, field })));
    return 0;
  }

  private text(amount: number, unit: string, actor: Actor): string {
    return formatAmount(amount, unit, actor.locale, this.catalogue);
  }
}
