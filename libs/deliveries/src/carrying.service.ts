import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount, measureAs } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, refuseForm, type Fact } from '#kernel';
import { Carriers, doneAt, refuseHandOver, sidesOf, type LockedMatch, type LostReason } from '#matching';
import type { FactJob, Tx } from '#platform';
import { refuse } from './deliveries.refusals.js';
import { kgOf, m3Of } from './forms.rules.js';
import { ABOARD, BEFORE_LOADING, isOfReceiver, mayKnowLeg, type TurnBackReason } from './leg-life.rules.js';
import { fits, loadedNow, peakOf, turnedBack, withoutLeg } from './load.rules.js';
import { aboardOf, lockBoth, readLeg, readLegs, writeActs, type LegRow, type TripRow } from './rows.queries.js';
import { tellSides } from './delivery-mails.js';
import { tell } from './tell.js';

/** What a driver enters where they load; how much is said as people write it, in the unit of the offer or need. */
export interface SaidPickUp {
  /** Made by the phone: the same entry sent again is the same. */
  readonly id: string;
  readonly code: string;
  readonly at?: Date;
  readonly quantity?: string;
  readonly unit?: string;
}

export interface SaidLoss {
  readonly id: string;
  readonly reason: LostReason;
  readonly quantity?: string;
  readonly unit?: string;
}

interface Locked {
  readonly match: LockedMatch;
  readonly leg: LegRow;
  readonly trip: TripRow;
}

/** What happens to things in a car: loaded by the code of their giver, lost, brought back. They are unloaded by the word of the organization, with the code of their driver. */
@Injectable()
export class Carrying {
  /** Follows the end of a match, no matter who said it. */
  readonly followJob: FactJob<Fact<'match.confirmed' | 'match.cancelled' | 'match.expired'>> = {
    name: 'deliveries.follow-match',
    apply: (tx, fact) => this.follow(tx, fact.payload.matchId, fact.type === 'match.confirmed'),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly carriers: Carriers,
  ) {}

  /** The giver hands over to the driver: by the giver's code, also sent later. Sent again under its id it changes nothing. */
  async pickUp(actor: Actor, legId: string, said: SaidPickUp): Promise<void> {
    const seen = await this.ofDriver(actor, legId);
    const found = await this.carriers.find(this.source.manager, seen.matchId);
    if (seen.entryId !== said.id && seen.status === 'taken' && found.match.status !== 'confirmed')
      await this.carriers.tryCode(found, said.code, 'giver');
    await this.source.transaction(async (tx) => {
      const { match, leg, trip } = await this.lock(tx, found, legId);
      if (leg.entryId === said.id) return;
      const [other] = (await tx.query('SELECT 1 FROM delivery_legs WHERE entry_id = $1', [said.id])) as unknown[];
      if (other) refuse('leg.same-id');
      const now = this.clock.now();
      const time = doneAt(said.at ?? null, now, leg.takenAt ?? now);
      if (!time.ok) return refuseHandOver(time.code);
      const loaded = (status: string, endedAt: Date | null): Promise<unknown> =>
        tx.query(
          'UPDATE delivery_legs SET status = $2, entry_id = $3, picked_up_at = $4, ended_at = $5, end_reason = NULL WHERE id = $1',
          [leg.id, status, said.id, time.at, endedAt],
        );
      // The organization's word came before the driver's: both were without a connection.
      const arrived = match.match.status === 'confirmed' && (leg.status === 'taken' || leg.endReason === 'met');
      if (arrived) {
        await loaded('delivered', leg.endedAt ?? now);
        return tell(tx, leg);
      }
      if (leg.status !== 'taken') refuse('leg.not-now');
      await this.makeRoom(tx, trip, leg);
      await this.carriers.pickedUp(
        { tx, at: now, by: actor.personId },
        match,
        said.id,
        this.amount(actor, match, said, match.match.amount),
      );
      await loaded('picked_up', null);
      tell(tx, leg);
    });
  }

  /** Lost on the way, all or in part: at once an entry of its own, in the account of the person who carried it. */
  async lose(actor: Actor, legId: string, said: SaidLoss): Promise<void> {
    const seen = await this.ofDriver(actor, legId);
    const found = await this.carriers.find(this.source.manager, seen.matchId);
    await this.source.transaction(async (tx) => {
      const { match, leg } = await this.lock(tx, found, legId);
      const [before] = (await tx.query('SELECT leg_id AS leg FROM delivery_losses WHERE id = $1', [said.id])) as {
        leg: string;
      }[];
      if (before) return before.leg === leg.id ? undefined : refuse('leg.same-id');
      if (!ABOARD.includes(leg.status)) refuse('leg.not-now');
      const now = this.clock.now();
      const amount = this.amount(actor, match, said, match.match.amount);
      const all = amount === match.match.amount;
      await tx.query('INSERT INTO delivery_losses (id, leg_id, reason, at) VALUES ($1, $2, $3, $4)', [
        said.id,
        leg.id,
        said.reason,
        now,
      ]);
      await this.carriers.lost({ tx, at: now, by: actor.personId }, match, {
        id: said.id,
        amount,
        reason: said.reason,
        carrierId: actor.personId,
      });
      if (all) await tx.query(`UPDATE delivery_legs SET status = 'lost', ended_at = $2 WHERE id = $1`, [leg.id, now]);
      tell(tx, leg);
    });
  }

  /** Nobody took it: the driver brings it back to who gave it. */
  async turnBack(actor: Actor, legId: string, reason: TurnBackReason): Promise<void> {
    const seen = await this.ofDriver(actor, legId);
    await this.source.transaction(async (tx) => {
      const { leg, trip } = await lockBoth(tx, seen.id);
      if (leg.status === 'returning') return;
      if (leg.status !== 'picked_up' || !trip) return refuse('leg.not-now');
      const { bulks } = await aboardOf(tx, trip.id);
      await writeActs(tx, trip, turnedBack(trip.acts, leg.id, bulks, trip), bulks);
      await tx.query(`UPDATE delivery_legs SET status = 'returning', end_reason = $2 WHERE id = $1`, [leg.id, reason]);
      await tellSides(tx, this.catalogue, 'returning', leg, trip.driverName, this.clock.now());
      tell(tx, leg);
    });
  }

  /** The giver has the things again, by the driver's code: the match is over, and they are available as before. */
  async takeBack(actor: Actor, legId: string, code: string): Promise<void> {
    const seen = await readLeg(this.source, legId);
    if (!mayKnowLeg(actor, seen)) refuse('leg.not-found');
    if (!sidesOf(actor, seen.parties).includes('donor')) refuse('leg.not-yours');
    if (seen.status === 'returned') return;
    if (seen.status !== 'returning') refuse('leg.not-now');
    const found = await this.carriers.find(this.source.manager, seen.matchId);
    await this.carriers.tryCode(found, code, 'carrier');
    await this.source.transaction(async (tx) => {
      const { match, leg } = await this.lock(tx, found, legId);
      if (leg.status === 'returned') return;
      if (leg.status !== 'returning') refuse('leg.not-now');
      const now = this.clock.now();
      const reason = leg.endReason ?? 'other';
      await this.carriers.givenBack({ tx, at: now, by: actor.personId }, match, isOfReceiver(reason), reason);
      await tx.query(`UPDATE delivery_legs SET status = 'returned', ended_at = $2 WHERE id = $1`, [leg.id, now]);
      tell(tx, leg);
    });
  }

  private async ofDriver(actor: Actor, legId: string): Promise<LegRow> {
    const leg = await readLeg(this.source, legId);
    if (!mayKnowLeg(actor, leg)) refuse('leg.not-found');
    if (leg.driverId !== actor.personId) refuse('leg.not-yours');
    return leg;
  }

  private async lock(tx: Tx, found: LockedMatch, legId: string): Promise<Locked> {
    const match = await this.carriers.lock(tx, found);
    const { leg, trip } = await lockBoth(tx, legId);
    return { match, leg, trip: trip ?? refuse('leg.not-now') };
  }

  /** Loaded earlier than planned: only where the car holds it beside what is in it. */
  private async makeRoom(tx: Tx, trip: TripRow, leg: LegRow): Promise<void> {
    const { bulks, statuses } = await aboardOf(tx, trip.id);
    const acts = loadedNow(trip.acts, leg.id, (id) => !BEFORE_LOADING.includes(statuses.get(id) ?? 'taken'));
    if (!fits(peakOf(acts, bulks), trip)) refuse('trip.no-room', { kg: kgOf(trip.grams), m3: m3Of(trip.litres) });
    await writeActs(tx, trip, acts, bulks);
  }

  private amount(
    actor: Actor,
    { match, offer, need }: LockedMatch,
    { quantity, unit }: { readonly quantity?: string; readonly unit?: string },
    all: number,
  ): number {
    if (quantity === undefined) return all;
    const side = unit === undefined || unit === offer.unit ? offer : need;
    const measured = measureAs(this.catalogue, side, quantity, unit ?? offer.unit);
    if (!measured.ok) return refuseForm(measured.errors.map((error) => ({ ...error, field: 'quantity' }))) as never;
    if (measured.amount < 1 || measured.amount > all)
      refuse('leg.amount', { heldText: formatAmount(all, match.unit, actor.locale, this.catalogue) });
    return measured.amount;
  }

  /** What others decide about the match: received, or over. */
  private async follow(tx: Tx, matchId: string, received: boolean): Promise<void> {
    const [live] = await readLegs(tx, 'l.match_id = $1 AND l.ended_at IS NULL', [matchId]);
    if (!live) return;
    const { leg, trip } = await lockBoth(tx, live.id);
    if (leg.endedAt !== null) return;
    const aboard = ABOARD.includes(leg.status);
    if (!aboard && trip) await writeActs(tx, trip, withoutLeg(trip.acts, leg.id), (await aboardOf(tx, trip.id)).bulks);
    await tx.query('UPDATE delivery_legs SET status = $2, ended_at = $3, end_reason = $4 WHERE id = $1', [
      leg.id,
      received && aboard ? 'delivered' : 'cancelled',
      this.clock.now(),
      received ? (aboard ? leg.endReason : 'met') : 'match-over',
    ]);
    tell(tx, leg);
  }
}
