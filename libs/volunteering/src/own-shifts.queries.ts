import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { districtOf, isPrivateCategory } from '#forms';
import { Env } from '#host';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { checksFor } from './papers-seen.js';
import { SHIFT_LIMITS as LIMITS } from './limits.rules.js';
import { isInTheWay, worstClash, type ShiftOnTheWay } from './rest/way.rules.js';
import { AT, SHIFTS, SIGN_UPS, UNASKED, type ShiftCursor } from './shift-rows.js';
import {
  shiftView,
  type OtherShift,
  type ShiftClash,
  type ShiftRow,
  type ShiftView,
  type ShiftViewAround,
} from './shift.view.js';
import { signUpView, type SignUpRow, type SignUpView } from './sign-up.view.js';

/** A volunteer's sign-up with its shift. */
export type MyShift = SignUpView & { readonly at: ShiftView };

/** It is not over, or waits for their word that it is done. */
const TO_COME = `(u.ends_at > $2 OR (u.status = 'signed_up' AND u.starts_at = u.ends_at))`;
/** Nobody has more shifts near those of one page. */
const NEAR_MAX = 200;

type Own = readonly [SignUpRow, ShiftRow];

/** Reads of a volunteer's own shifts, and of what stands in their way. */
@Injectable()
export class OwnShiftsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
  ) {}

  /** What is to come, the soonest first and with what stands in its way, or what was, the last first. */
  async mine(
    actor: Actor,
    past: boolean,
    limit: number,
    after: ShiftCursor | null,
    locale: 'ru' | 'en',
  ): Promise<{ items: MyShift[]; next: ShiftCursor | null }> {
    const [sign, order] = past ? ['<', 'DESC'] : ['>', 'ASC'];
    const now = this.clock.now();
    const rows: (SignUpRow & { cursor: string })[] = await this.source.query(
      `SELECT page.*, ${AT('page."startsAt"')} AS cursor FROM (${SIGN_UPS} WHERE u.person_id = $1 AND ${UNASKED} AND ${past ? 'NOT ' : ''}${TO_COME} AND ($3::timestamptz IS NULL OR (u.starts_at, u.id) ${sign} ($3, $4::uuid))
       ORDER BY u.starts_at ${order}, u.id ${order} LIMIT $5) page ORDER BY "startsAt" ${order}, id ${order}`,
      [actor.personId, now, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const shown = await this.withShifts(rows.slice(0, limit));
    const around = { catalogue: this.catalogue, locale, now, publicUrl: this.env.PUBLIC_URL };
    const views = await this.views(actor, shown, around);
    const waiting = shown.flatMap(([row, shift]) => (isInTheWay(row.status, row.endsAt, now) ? [shift] : []));
    const clashes = past ? new Map<string, ShiftClash>() : await this.clashes(actor, waiting, around);
    const last = rows.slice(0, limit).at(-1);
    return {
      items: views.map((view) => ({ ...view, at: { ...view.at, clash: clashes.get(view.shift) ?? null } })),
      next: rows.length > limit && last ? [last.cursor, last.id] : null,
    };
  }

  /** A shift as this reader sees it, with what stands in the way of it if they are in it, or could sign up: not at the time of another one. */
  async withClash(actor: Actor, row: ShiftRow, view: ShiftView, around: ShiftViewAround): Promise<ShiftView> {
    const own = view.signUp !== null && isInTheWay(view.signUp.status, row.endsAt, around.now);
    if (!own && !view.can.includes('sign-up')) return view;
    const clash = (await this.clashes(actor, [row], around)).get(row.id) ?? null;
    return {
      ...view,
      clash,
      can: clash?.why === 'same-time' ? view.can.filter((verb) => verb !== 'sign-up') : view.can,
    };
  }

  /** By shift; two questions, however many there are. */
  private async clashes(
    actor: Actor,
    shifts: readonly ShiftRow[],
    around: ShiftViewAround,
  ): Promise<Map<string, ShiftClash>> {
    if (shifts.length === 0) return new Map();
    const rows: SignUpRow[] = await this.source.query(
      `${SIGN_UPS} WHERE u.person_id = $1 AND u.status IN ('signed_up', 'waiting', 'checked_in') AND ${UNASKED} AND u.ends_at > $2 AND u.ends_at >= $3 AND u.starts_at <= $4 ORDER BY u.starts_at, u.id LIMIT ${NEAR_MAX}`,
      [
        actor.personId,
        around.now,
        new Date(Math.min(...shifts.map(({ startsAt }) => startsAt.getTime())) - LIMITS.restWithinMs),
        new Date(Math.max(...shifts.map(({ endsAt }) => endsAt.getTime())) + LIMITS.restWithinMs),
      ],
    );
    const near = await this.withShifts(rows);
    const onTheWay = near.map(([row, shift]) => ({ ...this.onTheWay(shift), row }));
    const found = shifts.flatMap((shift) => {
      const clash = worstClash(
        this.onTheWay(shift),
        onTheWay.filter(({ row }) => row.shiftId !== shift.id),
      );
      return clash ? [{ shift, clash }] : [];
    });
    if (found.length === 0) return new Map();
    const views = await this.views(
      actor,
      near.filter(([row]) => found.some(({ clash }) => clash.other.row.id === row.id)),
      around,
    );
    return new Map(
      found.flatMap(({ shift, clash: { why, km, other } }) => {
        const view = views.find(({ id }) => id === other.row.id);
        return view ? [[shift.id, { why, km, with: otherOf(view) }] as const] : [];
      }),
    );
  }

  /** Where needs keep their words for the parties, the distance tells no more than the district. */
  private onTheWay({ startsAt, endsAt, anyTime, remote, place, category }: ShiftRow): ShiftOnTheWay {
    const code = isPrivateCategory(this.catalogue, category) ? districtOf(this.catalogue, place) : place;
    const found = remote ? undefined : this.catalogue.place(code);
    return { startsAt, endsAt, anyTime, centre: found ? { lat: found.lat, lon: found.lon } : null };
  }

  private async withShifts(rows: readonly SignUpRow[]): Promise<Own[]> {
    const shifts: ShiftRow[] =
      rows.length === 0
        ? []
        : await this.source.query(`${SHIFTS} WHERE s.id = ANY($1)`, [rows.map(({ shiftId }) => shiftId)]);
    const byId = new Map(shifts.map((shift) => [shift.id, shift]));
    return rows.flatMap((row) => {
      const shift = byId.get(row.shiftId);
      return shift ? [[row, shift] as const] : [];
    });
  }

  private async views(actor: Actor, own: readonly Own[], around: ShiftViewAround): Promise<MyShift[]> {
    const checks = await checksFor(
      this.source,
      this.catalogue,
      actor,
      own.map(([, shift]) => shift),
    );
    return own.map(([row, shift]) => ({
      ...signUpView(row, actor, checks, around),
      at: shiftView(shift, row, actor, checks, around),
    }));
  }
}

const otherOf = ({ id, shift, late, can, at }: MyShift): OtherShift => ({
  signUp: id,
  shift,
  late,
  can: can.filter((verb) => verb === 'cancel'),
  title: at.need.title,
  from: at.from,
  until: at.until,
  text: at.text,
});
