import type { DataSource } from 'typeorm';
import { lostByCarriers } from '#ledger';
import type { MatchSide } from '#matching';
import type { Tx } from '#platform';
import { isDone, type LegParties, type LegStatus, type TripStatus } from './leg-life.rules.js';
import { peakOf, type Act, type Bulk } from './load.rules.js';
import { refuse } from './deliveries.refusals.js';

type Db = Tx | DataSource;

export interface TripRow {
  readonly id: string;
  readonly version: number;
  readonly offerId: string;
  readonly driverId: string;
  readonly status: TripStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly route: readonly string[];
  readonly car: string | null;
  readonly driverName: string | null;
  readonly driverPhone: string | null;
  readonly grams: number;
  readonly litres: number;
  readonly acts: readonly Act[];
  readonly endedAt: Date | null;
}

export interface LegRow {
  readonly id: string;
  readonly matchId: string;
  readonly status: LegStatus;
  readonly askedBy: MatchSide;
  readonly grams: number;
  readonly litres: number;
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly tripId: string | null;
  readonly code: string | null;
  readonly askedAt: Date;
  readonly takenAt: Date | null;
  readonly pickedUpAt: Date | null;
  readonly entryId: string | null;
  /** On the way and where it arrived, as the books have it: only one delivery of a match is ever loaded. */
  readonly lost: number;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly driverId: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly item: string | null;
  readonly offerCategory: string | null;
  readonly needId: string;
  readonly needTitle: string;
  readonly category: string;
  readonly organizationName: string;
  readonly parties: LegParties;
}

const TRIP = `SELECT t.id, t.version, t.offer_id AS "offerId", t.driver_id AS "driverId", t.status, t.starts_at AS "startsAt", t.ends_at AS "endsAt", t.route, t.car, t.driver_name AS "driverName", t.driver_phone AS "driverPhone",
    t.capacity_grams AS grams, t.capacity_litres AS litres, t.acts, t.ended_at AS "endedAt" FROM trips t`;
const LEG = `SELECT l.id, l.match_id AS "matchId", l.status, l.asked_by AS "askedBy", l.grams, l.litres, l.from_place AS "fromPlace", l.to_place AS "toPlace", l.starts_at AS "startsAt", l.ends_at AS "endsAt", l.trip_id AS "tripId", l.code,
    l.asked_at AS "askedAt", l.taken_at AS "takenAt", l.picked_up_at AS "pickedUpAt", l.entry_id AS "entryId", l.ended_at AS "endedAt", l.end_reason AS "endReason", t.driver_id AS "driverId",
    m.amount, m.unit, o.item, o.category AS "offerCategory", n.id AS "needId", n.title AS "needTitle", n.category, g.short_name AS "organizationName",
    json_build_object('donorId', o.donor_id, 'onBehalfOf', o.on_behalf_of, 'organizationId', n.organization_id) AS parties
  FROM delivery_legs l JOIN matches m ON m.id = l.match_id JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id JOIN organizations g ON g.id = n.organization_id LEFT JOIN trips t ON t.id = l.trip_id`;

/** @param more after WHERE */
export async function readLegs(db: Db, more: string, params: readonly unknown[]): Promise<LegRow[]> {
  const legs: Omit<LegRow, 'lost'>[] = await db.query(`${LEG} WHERE ${more}`, [...params]);
  const loaded = legs.filter(({ pickedUpAt }) => pickedUpAt !== null);
  const lost = await lostByCarriers(
    db,
    loaded.map(({ matchId }) => matchId),
  );
  return legs.map((leg) => ({ ...leg, lost: leg.pickedUpAt === null ? 0 : (lost.get(leg.matchId) ?? 0) }));
}

export async function readLeg(db: Db, id: string): Promise<LegRow> {
  const [leg] = await readLegs(db, 'l.id = $1', [id]);
  return leg ?? refuse('leg.not-found');
}

/** The leg of a match that has not ended, else the last one. */
export async function legOfMatch(db: Db, matchId: string): Promise<LegRow | null> {
  const [leg] = await readLegs(
    db,
    'l.match_id = $1 ORDER BY l.ended_at IS NOT NULL, l.asked_at DESC, l.id DESC LIMIT 1',
    [matchId],
  );
  return leg ?? null;
}

export async function lockLeg(tx: Tx, id: string): Promise<LegRow> {
  await tx.query('SELECT 1 FROM delivery_legs WHERE id = $1 FOR UPDATE', [id]);
  return readLeg(tx, id);
}

export const readTrips = (db: Db, more: string, params: readonly unknown[]): Promise<TripRow[]> =>
  db.query(`${TRIP} WHERE ${more}`, [...params]);

export async function readTrip(db: Db, id: string): Promise<TripRow> {
  const [trip] = await readTrips(db, 't.id = $1', [id]);
  return trip ?? refuse('trip.not-found');
}

export async function lockTrip(tx: Tx, id: string): Promise<TripRow> {
  await tx.query('SELECT 1 FROM trips WHERE id = $1 FOR UPDATE', [id]);
  return readTrip(tx, id);
}

/** A trip and then its leg, in the order in which everybody locks them; the trip that the leg is on now. */
export async function lockBoth(tx: Tx, legId: string): Promise<{ leg: LegRow; trip: TripRow | null }> {
  const { tripId } = await readLeg(tx, legId);
  const trip = tripId === null ? null : await lockTrip(tx, tripId);
  const leg = await lockLeg(tx, legId);
  if (leg.tripId !== tripId) refuse('leg.not-now'); // another driver took it, or this one gave it up, at the same moment
  return { leg, trip };
}

/** What a trip carries, of the acts that stand in it. */
export interface Aboard {
  readonly bulks: ReadonlyMap<string, Bulk>;
  readonly statuses: ReadonlyMap<string, LegStatus>;
}

export async function aboardOf(db: Db, tripId: string): Promise<Aboard> {
  const legs: { id: string; grams: number; litres: number; status: LegStatus }[] = await db.query(
    'SELECT id, grams, litres, status FROM delivery_legs WHERE trip_id = $1',
    [tripId],
  );
  return {
    bulks: new Map(legs.map(({ id, grams, litres }) => [id, { grams, litres }])),
    statuses: new Map(legs.map(({ id, status }) => [id, status])),
  };
}

/** How many acts at the beginning stay where they are: up to the last one that is done. */
export function doneOf(acts: readonly Act[], { statuses }: Pick<Aboard, 'statuses'>): number {
  return acts.findLastIndex(({ leg, act }) => isDone(act, statuses.get(leg) ?? 'taken')) + 1;
}

/** Writes the acts with what the car carries where it is fullest: the database refuses more than it holds. */
export async function writeActs(
  tx: Tx,
  trip: Pick<TripRow, 'id'>,
  acts: readonly Act[],
  bulks: ReadonlyMap<string, Bulk>,
): Promise<void> {
  const peak = peakOf(acts, bulks);
  await tx.query('UPDATE trips SET acts = $2, peak_grams = $3, peak_litres = $4, version = version + 1 WHERE id = $1', [
    trip.id,
    JSON.stringify(acts),
    peak.grams,
    peak.litres,
  ]);
}
