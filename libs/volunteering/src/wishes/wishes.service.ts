import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, DAY_MS, refuseForm } from '#kernel';
import type { ShiftView } from '../shift.view.js';
import { ShiftsQueries } from '../shifts.queries.js';
import { suitedShifts } from './suited.queries.js';
import { wishErrors, type ShiftWish } from './wishes.rules.js';

type Locale = 'ru' | 'en';

/** A wish as its person reads it. */
export interface OwnWish extends ShiftWish {
  /** A mail a week about new shifts. */
  readonly told: boolean;
}

/** A mail about shifts comes so often at most. */
export const TELL_EVERY_MS = 7 * DAY_MS;
const SHOWN = 20;

/** What volunteers wish for, and the shifts that suit them. */
@Injectable()
export class WishesService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly shifts: ShiftsQueries,
  ) {}

  /** Null: they have said nothing. */
  async of(personId: string): Promise<OwnWish | null> {
    const [row] = (await this.source.query(
      'SELECT place, radius_km AS "radiusKm", remote, skills, windows, tell_at IS NOT NULL AS told FROM shift_wishes WHERE person_id = $1',
      [personId],
    )) as OwnWish[];
    return row ?? null;
  }

  /** The first mail tells of what is planned from now on: what is there already stands on the page. */
  async save(personId: string, { told, ...wish }: OwnWish): Promise<void> {
    const errors = wishErrors(this.catalogue, wish);
    if (errors.length > 0) refuseForm(errors);
    const now = this.clock.now();
    await this.source.query(
      `INSERT INTO shift_wishes (person_id, place, radius_km, remote, skills, windows, tell_at, told_until, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
       ON CONFLICT (person_id) DO UPDATE SET place = excluded.place, radius_km = excluded.radius_km, remote = excluded.remote, skills = excluded.skills, windows = excluded.windows,
         tell_at = CASE WHEN excluded.tell_at IS NULL THEN NULL ELSE coalesce(shift_wishes.tell_at, excluded.tell_at) END, updated_at = excluded.updated_at`,
      [
        personId,
        wish.place,
        wish.radiusKm,
        wish.remote,
        wish.skills,
        JSON.stringify(wish.windows),
        told ? new Date(now.getTime() + TELL_EVERY_MS) : null,
        now,
      ],
    );
  }

  async forget(personId: string): Promise<void> {
    await this.source.query('DELETE FROM shift_wishes WHERE person_id = $1', [personId]);
  }

  /** Those that suit, the soonest first; none where nothing was wished for. */
  async suited(actor: Actor, locale: Locale): Promise<ShiftView[]> {
    const wish = await this.of(actor.personId);
    if (!wish) return [];
    const found = await suitedShifts(this.source, this.catalogue, { personId: actor.personId, wish }, this.clock.now());
    return this.shifts.byIds(
      actor,
      found.slice(0, SHOWN).map(({ id }) => id),
      locale,
    );
  }
}
