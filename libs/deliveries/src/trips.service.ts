import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, HOUR_MS, newId, readContact, refuseForm } from '#kernel';
import { Carriers } from '#matching';
import { isLiveOffer, OfferEntity } from '#offers';
import { processDueRows, record, type Tx } from '#platform';
import { refuse } from './deliveries.refusals.js';
import { capacityOf, DELIVERY_LIMITS, kgOf, m3Of, timesMeet, tripErrors, type TripForm } from './forms.rules.js';
import { hoursDriven, type Carried } from './driven.rules.js';
import { ABOARD, DRIVEN, mayCarry, mayKnowLeg } from './leg-life.rules.js';
import { whyNotOrder, withLeg, withoutLeg, type Act } from './load.rules.js';
import {
  aboardOf,
  doneOf,
  lockBoth,
  lockLeg,
  lockTrip,
  readLeg,
  readLegs,
  readTrip,
  readTrips,
  writeActs,
  type LegRow,
  type TripRow,
} from './rows.queries.js';
import { tellSides } from './delivery-mails.js';
import { tell } from './tell.js';

/** So long after its end a trip that nobody ended is ended. */
const OVER_MS = 12 * HOUR_MS;

/** A driver's trips, and which legs they take. Lock order: need, offer, match, trip, leg, ledger. */
@Injectable()
export class Trips {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly carriers: Carriers,
  ) {}

  /** A trip of the driver's own offer of time. @param known the id that it is to have: where it is there already nothing is done */
  async plan(actor: Actor, offerId: string, form: TripForm, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const offer = await tx.findOneBy(OfferEntity, { id: offerId });
      if (!offer || offer.donorId !== actor.personId) return refuse('trip.not-found');
      if (offer.kind !== 'time' || offer.signUp || !isLiveOffer(offer.status)) refuse('trip.not-of-time');
      confirmedOnly(actor);
      const now = this.clock.now();
      const errors = tripErrors(this.catalogue, form, offer, now);
      if (errors.length > 0) refuseForm(errors);
      const read = readContact(form.contact);
      const contact = read.ok ? read.contact : null;
      const { grams, litres } = capacityOf(form.kg, form.m3);
      const id = known ?? newId();
      await tx.query(
        `INSERT INTO trips (id, offer_id, driver_id, status, starts_at, ends_at, route, car, driver_name, driver_phone, capacity_grams, capacity_litres, created_at)
         VALUES ($1, $2, $3, 'planned', $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING`,
        [
          id,
          offerId,
          actor.personId,
          form.from,
          form.until,
          form.route,
          form.car?.trim() || null,
          contact?.name ?? null,
          contact?.phone ?? null,
          grams,
          litres,
          now,
        ],
      );
      return id;
    });
  }

  /** One driver has it, no matter how many ask at the same moment, and no car is ever fuller than it may be. */
  async take(actor: Actor, legId: string, tripId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const seen = await readLeg(tx, legId);
      if (!mayKnowLeg(actor, seen)) refuse('leg.not-found');
      if (!mayCarry(actor, seen.parties)) refuse('leg.own');
      const [own] = await readTrips(tx, 't.id = $1 AND t.driver_id = $2', [tripId, actor.personId]);
      if (!own) return refuseForm([{ field: 'trip', code: 'form.not-in-list' }]);
      const trip = await lockTrip(tx, own.id);
      const leg = await lockLeg(tx, legId);
      if (leg.tripId === trip.id && DRIVEN.includes(leg.status)) return;
      if (leg.status !== 'asked') refuse('leg.not-now');
      confirmedOnly(actor);
      const now = this.clock.now();
      if (trip.status !== 'planned' || trip.endsAt <= now) refuse('trip.not-now');
      if (!timesMeet(leg, trip)) refuse('leg.times-apart');
      await this.addTo(tx, trip, leg, now);
      await tellSides(tx, this.catalogue, 'taken', leg, trip.driverName, now);
      tell(tx, leg, trip.driverId);
    });
  }

  /** The driver gives it up before it is loaded: others may take it. */
  async release(actor: Actor, legId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const seen = await readLeg(tx, legId);
      if (!mayKnowLeg(actor, seen)) refuse('leg.not-found');
      if (seen.driverId !== actor.personId) refuse('leg.not-yours');
      const { leg, trip } = await lockBoth(tx, legId);
      if (leg.status !== 'taken' || !trip) return refuse('leg.not-now');
      await this.drop(tx, trip, [leg]);
    });
  }

  /** @param version the trip as the driver saw it */
  async order(actor: Actor, tripId: string, version: number, wanted: readonly Act[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const trip = await this.lockOwn(tx, actor, tripId);
      if (trip.version !== version) refuse('trip.stale');
      if (trip.status !== 'planned') refuse('trip.not-now');
      const aboard = await aboardOf(tx, trip.id);
      const done = doneOf(trip.acts, aboard);
      const problem = whyNotOrder(trip.acts, done, wanted, aboard.bulks, trip);
      if (problem) refuse(problem, { kg: kgOf(trip.grams), m3: m3Of(trip.litres) });
      await writeActs(tx, trip, [...trip.acts.slice(0, done), ...wanted], aboard.bulks);
    });
  }

  /** Cancelled, its legs look for another driver; not while things are in the car. Ended, nothing is left to drive. */
  async close(actor: Actor, tripId: string, as: 'cancelled' | 'ended'): Promise<void> {
    await this.source.transaction(async (tx) => {
      const trip = await this.lockOwn(tx, actor, tripId);
      if (trip.status === as) return;
      const driven = await this.drivenOn(tx, trip.id);
      const stops = as === 'ended' ? driven.length > 0 : driven.some(({ status }) => ABOARD.includes(status));
      if (trip.status !== 'planned' || stops) refuse('trip.not-now');
      await this.closeTrip(tx, trip, driven, as);
    });
  }

  /** Trips that nobody ended, and things for which no driver was found in time. */
  async tick(): Promise<number> {
    const trips = await processDueRows(this.source, this.clock, {
      job: 'deliveries.clock',
      part: true,
      due: `SELECT t.id, t.ends_at AS at FROM trips t WHERE t.status = 'planned' AND t.ends_at < $1::timestamptz - interval '${OVER_MS} milliseconds' AND NOT EXISTS (SELECT 1 FROM delivery_legs l WHERE l.trip_id = t.id AND l.status IN ('picked_up', 'returning'))`,
      apply: async (tx, id) => {
        const trip = await lockTrip(tx, id);
        const driven = await this.drivenOn(tx, id);
        if (trip.status !== 'planned' || driven.some(({ status }) => ABOARD.includes(status))) return false;
        await this.closeTrip(tx, trip, driven, 'ended');
        return true;
      },
    });
    const legs = await processDueRows(this.source, this.clock, {
      job: 'deliveries.clock',
      part: true,
      due: `SELECT id, ends_at AS at FROM delivery_legs WHERE status IN ('waits', 'asked') AND ends_at < $1`,
      apply: async (tx, id) => {
        const leg = await lockLeg(tx, id);
        const now = this.clock.now();
        if ((leg.status !== 'waits' && leg.status !== 'asked') || leg.endsAt >= now) return false;
        await tx.query(
          `UPDATE delivery_legs SET status = 'cancelled', ended_at = $2, end_reason = 'too-late' WHERE id = $1`,
          [id, now],
        );
        tell(tx, leg);
        return true;
      },
    });
    return trips + legs;
  }

  /** Before a person is erased: what they only meant to drive looks for others. @throws trip.aboard */
  leaveAll(driverId: string): Promise<void> {
    return this.source.transaction((tx) => this.leave(tx, driverId));
  }

  /** Whether things of others are in this person's car: then they cannot leave. */
  async hasAboard(driverId: string): Promise<boolean> {
    const [row] = (await this.source.query(
      `SELECT 1 FROM trips t JOIN delivery_legs l ON l.trip_id = t.id WHERE t.driver_id = $1 AND t.status = 'planned' AND l.status = ANY($2) LIMIT 1`,
      [driverId, ABOARD],
    )) as unknown[];
    return row !== undefined;
  }

  private async leave(tx: Tx, driverId: string): Promise<void> {
    const trips: { id: string }[] = await tx.query(
      `SELECT id FROM trips WHERE driver_id = $1 AND status = 'planned' ORDER BY id`,
      [driverId],
    );
    for (const { id } of trips) {
      const trip = await lockTrip(tx, id);
      const driven = await this.drivenOn(tx, id);
      if (driven.some(({ status }) => ABOARD.includes(status))) refuse('trip.aboard');
      await this.closeTrip(tx, trip, driven, 'cancelled');
    }
  }

  private async addTo(tx: Tx, trip: TripRow, leg: LegRow, at: Date): Promise<void> {
    const aboard = await aboardOf(tx, trip.id);
    if (aboard.bulks.size >= DELIVERY_LIMITS.legs) refuse('trip.many-legs');
    const bulks = new Map([...aboard.bulks, [leg.id, leg]]);
    const stops = await stopsOf(tx, [...bulks.keys()]);
    const acts = withLeg(trip.acts, leg.id, doneOf(trip.acts, aboard), bulks, trip, ({ leg: id, act }) =>
      String(stops.get(`${id} ${act === 'unload' ? 'organization' : 'donor'}`)),
    );
    if (!acts) return refuse('trip.no-room', { kg: kgOf(trip.grams), m3: m3Of(trip.litres) });
    const code = await this.carriers.takes(tx, leg.matchId, trip.driverId, at);
    await tx.query(`UPDATE delivery_legs SET status = 'taken', trip_id = $2, code = $3, taken_at = $4 WHERE id = $1`, [
      leg.id,
      trip.id,
      code,
      at,
    ]);
    await writeActs(tx, trip, acts, bulks);
  }

  private async closeTrip(tx: Tx, trip: TripRow, driven: readonly LegRow[], as: 'cancelled' | 'ended'): Promise<void> {
    await this.drop(tx, trip, driven);
    const at = this.clock.now();
    await tx.query('UPDATE trips SET status = $2, ended_at = $3, version = version + 1 WHERE id = $1', [
      trip.id,
      as,
      at,
    ]);
    await recordHours(tx, trip, at);
  }

  /** Legs that were only taken look for another driver. The caller has locked the trip. */
  private async drop(tx: Tx, trip: TripRow, legs: readonly LegRow[]): Promise<void> {
    let acts = [...trip.acts];
    const { bulks } = await aboardOf(tx, trip.id);
    for (const leg of legs) {
      acts = withoutLeg(acts, leg.id);
      await this.carriers.leaves(tx, leg.matchId);
      await tx.query(
        `UPDATE delivery_legs SET status = 'asked', trip_id = NULL, code = NULL, taken_at = NULL WHERE id = $1`,
        [leg.id],
      );
      await tellSides(tx, this.catalogue, 'released', leg, trip.driverName, this.clock.now());
      tell(tx, leg);
    }
    if (legs.length > 0) await writeActs(tx, trip, acts, bulks);
  }

  private async drivenOn(tx: Tx, tripId: string): Promise<LegRow[]> {
    await tx.query('SELECT 1 FROM delivery_legs WHERE trip_id = $1 ORDER BY id FOR UPDATE', [tripId]);
    return readLegs(tx, `l.trip_id = $1 AND l.status IN ('taken', 'picked_up', 'returning') ORDER BY l.id`, [tripId]);
  }

  private async lockOwn(tx: Tx, actor: Actor, tripId: string): Promise<TripRow> {
    if ((await readTrip(tx, tripId)).driverId !== actor.personId) refuse('trip.not-found');
    return lockTrip(tx, tripId);
  }
}

/** Where each end of each leg is: two ends at one address are one stop. */
async function stopsOf(tx: Tx, legIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { key: string; stop: string }[] = await tx.query(
    `SELECT a.leg_id || ' ' || a.side AS key, CASE WHEN a.side = 'donor' THEN l.from_place ELSE l.to_place END || ' ' || lower(a.address) AS stop
     FROM delivery_addresses a JOIN delivery_legs l ON l.id = a.leg_id WHERE a.leg_id = ANY($1)`,
    [legIds],
  );
  return new Map(rows.map(({ key, stop }) => [key, stop]));
}

/** Whose things were in the car is asked for the hours, also where the trip was called off after some were. */
async function recordHours(tx: Tx, trip: TripRow, at: Date): Promise<void> {
  const carried: Carried[] = await tx.query(
    `SELECT n.organization_id AS "organizationId", l.picked_up_at AS "pickedUpAt" FROM delivery_legs l JOIN matches m ON m.id = l.match_id JOIN needs n ON n.id = m.need_id
     WHERE l.trip_id = $1 AND l.picked_up_at IS NOT NULL ORDER BY l.picked_up_at, l.id`,
    [trip.id],
  );
  const hours = hoursDriven(trip, carried, at).map(({ from, until, ...one }) => ({
    ...one,
    from: from.toISOString(),
    until: until.toISOString(),
  }));
  if (hours.length > 0) await record(tx, 'trip.ended', { tripId: trip.id, driverId: trip.driverId, hours });
}
