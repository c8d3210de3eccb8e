import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, DAY_MS, newId, refuseForm } from '#kernel';
import { Carriers, mayKnowMatch, readMeeting, refuseMatch, sidesOf, type LockedMatch, type MatchSide } from '#matching';
import type { Tx } from '#platform';
import { refuse } from './deliveries.refusals.js';
import { bulkOf, endErrors, legErrors, type LegForm } from './forms.rules.js';
import { BEFORE_LOADING } from './leg-life.rules.js';
import { withoutLeg } from './load.rules.js';
import { aboardOf, legOfMatch, lockBoth, lockLeg, readLeg, writeActs } from './rows.queries.js';
import { tell } from './tell.js';

/** How long things wait for a driver where nobody says until when. */
const WAITS_MS = 14 * DAY_MS;

/** A side that can neither bring nor fetch asks for a driver; each side says where its own end of the way is. */
@Injectable()
export class Asking {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly carriers: Carriers,
  ) {}

  /**
   * Asks for a leg, or says one's own end of the one that is asked for. Drivers see it once both ends are known; where the giver asks, the first point of the organization is its end.
   * @param as where a person stands on both sides
   * @returns the id of the leg
   */
  async ask(actor: Actor, matchId: string, form: LegForm, as?: MatchSide, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const found = await this.carriers.find(tx, matchId);
      if (!mayKnowMatch(actor, found.parties)) refuseMatch('match.not-found');
      const locked = await this.carriers.lock(tx, found);
      const sides = sidesOf(actor, locked.parties);
      const side = sides.find((one) => one === as) ?? sides[0] ?? refuseMatch('match.not-yours');
      confirmedOnly(actor);
      const last = await legOfMatch(tx, matchId);
      if (last && last.endedAt === null) return this.addEnd(tx, actor, last.id, side, form);
      if (locked.need.kind !== 'goods' || locked.match.status !== 'accepted') refuse('leg.only-agreed-things');
      return this.begin(tx, actor, locked, side, form, known ?? newId());
    });
  }

  /** Before anything is loaded a side does without a driver after all. */
  async cancel(actor: Actor, legId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const known = await readLeg(tx, legId);
      if (!mayKnowMatch(actor, known.parties)) refuse(known.status === 'asked' ? 'leg.not-yours' : 'leg.not-found');
      if (sidesOf(actor, known.parties).length === 0) refuse('leg.not-yours');
      const { leg, trip } = await lockBoth(tx, legId);
      if (leg.status === 'cancelled') return;
      if (!BEFORE_LOADING.includes(leg.status)) refuse('leg.not-now');
      if (trip) {
        await writeActs(tx, trip, withoutLeg(trip.acts, leg.id), (await aboardOf(tx, trip.id)).bulks);
        await this.carriers.leaves(tx, leg.matchId);
      }
      await tx.query(
        `UPDATE delivery_legs SET status = 'cancelled', ended_at = $2, end_reason = 'not-needed' WHERE id = $1`,
        [leg.id, this.clock.now()],
      );
      tell(tx, leg);
    });
  }

  private async begin(
    tx: Tx,
    actor: Actor,
    { match, offer, need, parties }: LockedMatch,
    side: MatchSide,
    form: LegForm,
    id: string,
  ): Promise<string> {
    const now = this.clock.now();
    const errors = legErrors(this.catalogue, form, now);
    if (errors.length > 0) refuseForm(errors);
    const from = form.from ?? now;
    const until = form.until ?? new Date(Math.max(from.getTime() + DAY_MS, now.getTime() + WAITS_MS));
    const { grams, litres } = bulkOf(form.kg ?? 0, form.m3 ?? 0);
    const places = { donor: offer.place ?? need.place, organization: need.place };
    if (form.place) places[side] = form.place;
    await tx.query(
      `INSERT INTO delivery_legs (id, match_id, status, asked_by, grams, litres, from_place, to_place, starts_at, ends_at, asked_at) VALUES ($1, $2, 'waits', $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, match.id, side, grams, litres, places.donor, places.organization, from, until, now],
    );
    await this.write(tx, id, side, form, actor.personId);
    if (side === 'donor') {
      const point = (await readMeeting(tx, match.id, side, now))?.points[0];
      if (point) await this.write(tx, id, 'organization', { address: `${point.name}, ${point.address}` }, null);
    }
    await this.open(tx, id);
    tell(tx, { ...(await readLeg(tx, id)), parties });
    return id;
  }

  private async addEnd(tx: Tx, actor: Actor, legId: string, side: MatchSide, form: LegForm): Promise<string> {
    const leg = await lockLeg(tx, legId);
    if (leg.status !== 'waits' && leg.status !== 'asked') refuse('leg.not-now');
    const errors = endErrors(this.catalogue, form);
    if (errors.length > 0) refuseForm(errors);
    await this.write(tx, legId, side, form, actor.personId);
    if (form.place)
      await tx.query(`UPDATE delivery_legs SET ${side === 'donor' ? 'from_place' : 'to_place'} = $2 WHERE id = $1`, [
        legId,
        form.place,
      ]);
    await this.open(tx, legId);
    tell(tx, leg);
    return legId;
  }

  private async write(
    tx: Tx,
    legId: string,
    side: MatchSide,
    { address, note }: LegForm,
    givenBy: string | null,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO delivery_addresses (leg_id, side, address, note, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (leg_id, side) DO UPDATE SET address = $3, note = $4, given_by = $5, given_at = $6`,
      [legId, side, address?.trim(), note?.trim() || null, givenBy, this.clock.now()],
    );
  }

  /** Drivers see it from the moment at which both ends are known. */
  private async open(tx: Tx, legId: string): Promise<void> {
    await tx.query(
      `UPDATE delivery_legs SET status = 'asked' WHERE id = $1 AND status = 'waits' AND (SELECT count(*) FROM delivery_addresses WHERE leg_id = $1) = 2`,
      [legId],
    );
  }
}
