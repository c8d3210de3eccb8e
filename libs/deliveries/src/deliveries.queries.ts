import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { isMember, type Actor, type Locale } from '#identity';
import { Clock, distanceKm } from '#kernel';
import { keepLook, mayKnowMatch, readMeeting, refuseMatch, type MatchSide } from '#matching';
import { refuse } from './deliveries.refusals.js';
import { contactsFor, DRIVEN, mayKnowLeg } from './leg-life.rules.js';
import { legView, tripView, type Addresses, type LegAround, type LegView, type TripView } from './leg.view.js';
import {
  aboardOf,
  doneOf,
  legOfMatch,
  readLeg,
  readLegs,
  readTrip,
  readTrips,
  type Aboard,
  type LegRow,
  type TripRow,
} from './rows.queries.js';

/** A page of deliveries; more are never under way at once for one reader. */
const LISTED = 50;

export interface TripCursor {
  readonly items: readonly TripView[];
  readonly next: readonly [at: string, id: string] | null;
}

/** Reads of deliveries. Addresses and contacts are read by those alone who need them, as long as they do; a driver who reads a contact is written down. */
@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws leg.not-found */
  async leg(actor: Actor, legId: string, locale: Locale): Promise<LegView> {
    const leg = await readLeg(this.source, legId);
    if (!mayKnowLeg(actor, leg)) refuse('leg.not-found');
    return this.view(actor, leg, locale);
  }

  /** The delivery of a match; null: nobody asked for one. @throws match.not-found */
  async ofMatch(actor: Actor, matchId: string, locale: Locale): Promise<LegView | null> {
    const [match] = (await this.source.query(
      `SELECT json_build_object('donorId', o.donor_id, 'onBehalfOf', o.on_behalf_of, 'organizationId', n.organization_id) AS parties FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id WHERE m.id = $1`,
      [matchId],
    )) as { parties: LegRow['parties'] }[];
    if (!match || !mayKnowMatch(actor, match.parties)) refuseMatch('match.not-found');
    const leg = await legOfMatch(this.source, matchId);
    return leg && this.view(actor, leg, locale);
  }

  /** What looks for a driver, what lies nearest to a place first. */
  async asked(actor: Actor, near: string | undefined, locale: Locale): Promise<LegView[]> {
    const legs = await readLegs(
      this.source,
      `l.status = 'asked' AND l.ends_at > $1 ORDER BY l.ends_at, l.id LIMIT $2`,
      [this.clock.now(), LISTED],
    );
    const from = near === undefined ? undefined : this.catalogue.place(near);
    const far = ({ fromPlace }: LegRow): number => {
      const place = this.catalogue.place(fromPlace);
      return from && place ? distanceKm(from, place) : 0;
    };
    const sorted = from ? legs.toSorted((a, b) => far(a) - far(b)) : legs;
    return Promise.all(sorted.map((leg) => this.view(actor, leg, locale)));
  }

  /** Where the things of an organization are: what is under way, then what was last. @throws leg.not-yours */
  async ofOrganization(actor: Actor, organizationId: string, locale: Locale): Promise<LegView[]> {
    if (!isMember(actor, organizationId, ['owner', 'coordinator'])) refuse('leg.not-yours');
    const legs = await readLegs(
      this.source,
      'n.organization_id = $1 ORDER BY l.ended_at IS NOT NULL, l.ended_at DESC, l.ends_at, l.id LIMIT $2',
      [organizationId, LISTED],
    );
    return Promise.all(legs.map((leg) => this.view(actor, leg, locale)));
  }

  /** The driver's own, what is to come first. */
  async trips(
    actor: Actor,
    limit: number,
    after: readonly [at: string, id: string] | null,
    locale: Locale,
  ): Promise<TripCursor> {
    const rows = await readTrips(
      this.source,
      't.driver_id = $1 AND ($2::timestamptz IS NULL OR (t.starts_at, t.id) < ($2, $3::uuid)) ORDER BY t.starts_at DESC, t.id DESC LIMIT $4',
      [actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const items = await Promise.all(rows.slice(0, limit).map((trip) => this.tripOf(actor, trip, locale)));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items, next: last ? [last.startsAt.toISOString(), last.id] : null };
  }

  /** To its driver. @throws trip.not-found */
  async trip(actor: Actor, tripId: string, locale: Locale): Promise<TripView> {
    const trip = await readTrip(this.source, tripId);
    if (trip.driverId !== actor.personId) refuse('trip.not-found');
    return this.tripOf(actor, trip, locale);
  }

  private async tripOf(actor: Actor, trip: TripRow, locale: Locale): Promise<TripView> {
    const whole = { ...trip, ...(await aboardOf(this.source, trip.id)) };
    const legs = await readLegs(this.source, 'l.trip_id = $1 ORDER BY l.taken_at, l.id', [trip.id]);
    const views: LegView[] = [];
    for (const leg of legs) views.push(await this.view(actor, leg, locale, whole));
    return tripView(whole, views, doneOf(trip.acts, whole), this.catalogue);
  }

  private async view(actor: Actor, leg: LegRow, locale: Locale, known?: TripRow & Aboard): Promise<LegView> {
    const trip = known ?? (leg.tripId === null ? null : await this.wholeTrip(leg.tripId));
    const rows: ({ side: MatchSide } & Addresses)[] = await this.source.query(
      'SELECT side, address, note FROM delivery_addresses WHERE leg_id = $1',
      [leg.id],
    );
    const around: LegAround = {
      catalogue: this.catalogue,
      locale,
      ends: new Map(rows.map(({ side, ...end }) => [side, end])),
      contacts: leg.driverId === actor.personId ? await this.contacts(actor, leg) : new Map(),
      trip,
      drives: leg.status === 'asked' && (await this.drives(actor)),
    };
    return legView(actor, leg, around);
  }

  private async drives(actor: Actor): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      `SELECT 1 FROM trips WHERE driver_id = $1 AND status = 'planned' AND ends_at > $2 LIMIT 1`,
      [actor.personId, this.clock.now()],
    );
    return rows.length > 0;
  }

  private async wholeTrip(id: string): Promise<TripRow & Aboard> {
    return { ...(await readTrip(this.source, id)), ...(await aboardOf(this.source, id)) };
  }

  /** How each end is reached, of what its side shared with the other one. */
  private async contacts(actor: Actor, leg: LegRow): Promise<LegAround['contacts']> {
    const found = new Map<MatchSide, { name: string | null; phone: string | null }>();
    if (!DRIVEN.includes(leg.status)) return found;
    const now = this.clock.now();
    for (const side of contactsFor(leg.status)) {
      const own = (await readMeeting(this.source, leg.matchId, side, now))?.own;
      if (!own) continue;
      found.set(side, { name: own.name, phone: own.phone });
      if (own.phone)
        await this.source.transaction((tx) =>
          keepLook(
            tx,
            {
              matchId: leg.matchId,
              readerId: actor.personId,
              readerSide: 'carrier',
              ownerId: own.givenBy,
              by: 'page',
            },
            now,
          ),
        );
    }
    return found;
  }
}
