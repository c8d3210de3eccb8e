import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { isModerator, type Actor } from '#identity';
import { Clock, isDay, refuseForm } from '#kernel';
import { weekOf } from '#matching';
import { isPublic, maySee, NeedEntity } from '#needs';
import { Env } from '#host';
import { OwnShiftsQueries } from './own-shifts.queries.js';
import { checksFor, NO_CHECKS } from './papers-seen.js';
import { mayListShifts, mayRun, rolesIn } from './access.rules.js';
import { AT, SHIFTS, SIGN_UPS, UNASKED, type ShiftCursor } from './shift-rows.js';
import { shiftView, type ShiftRow, type ShiftView, type ShiftViewAround } from './shift.view.js';
import { signUpView, type ListedSignUp, type SignUpRow, type SignUpView } from './sign-up.view.js';
import { upcomingWhere, type ShiftFilters } from './upcoming.js';
import { refuse } from './volunteering.refusals.js';

type Locale = 'ru' | 'en';

export interface ShiftPage {
  readonly items: ShiftView[];
  readonly next: ShiftCursor | null;
}

/** A week of an organization, as its calendar shows it. */
export interface ShiftsOfWeek {
  readonly monday: string;
  readonly timeZone: string;
  readonly items: readonly ShiftView[];
}

/** As many as a calendar of one week can show. */
const WEEK_MAX = 300;

/** Something is still to be done: it is not over ($2), or hours wait for a word. */
const UNDER_WAY = `(s.status = 'planned' AND (s.ends_at > $2 OR EXISTS (SELECT 1 FROM sign_ups u WHERE u.shift_id = s.id AND u.status = 'checked_in')))`;
/** Who has not said yes to a proposal has not said who they are. */
const PROPOSED_TO = { ru: 'Предложено добровольцу', en: 'Proposed to a volunteer' } as const;

/** Reads of shifts and sign-ups: a few queries a page, however long it is. */
@Injectable()
export class ShiftsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
    private readonly own: OwnShiftsQueries,
  ) {}

  /** @throws shift.not-found also where the need is hidden from the reader */
  async byId(actor: Actor | null, shiftId: string, locale: Locale): Promise<ShiftView> {
    const [row] = (await this.source.query(`${SHIFTS} WHERE s.id = $1`, [shiftId])) as ShiftRow[];
    if (!row || !(await this.sees(actor, row.needId))) return refuse('shift.not-found');
    const around = { ...this.around(locale), withQr: true };
    const [view] = await this.views(actor, [row], around);
    if (!view) return refuse('shift.not-found');
    return actor ? this.own.withClash(actor, row, view, around) : view;
  }

  /** These shifts, in this order; what is not there any more is left out. */
  async byIds(actor: Actor | null, ids: readonly string[], locale: Locale): Promise<ShiftView[]> {
    const rows: ShiftRow[] = ids.length === 0 ? [] : await this.source.query(`${SHIFTS} WHERE s.id = ANY($1)`, [ids]);
    const inOrder = ids.flatMap((id) => rows.filter((row) => row.id === id));
    return this.views(actor, inOrder, this.around(locale));
  }

  /** What is to come, of needs that take help now; the soonest first. */
  async upcoming(
    actor: Actor | null,
    filters: ShiftFilters,
    limit: number,
    after: ShiftCursor | null,
    locale: Locale,
  ): Promise<ShiftPage> {
    if (filters.day !== undefined && !isDay(filters.day)) refuseForm([{ field: 'day', code: 'form.not-a-date' }]);
    const { where, params } = upcomingWhere(this.catalogue, filters, this.clock.now());
    const $ = (value: unknown): string => `$${params.push(value)}`;
    const later = after ? `AND (s.starts_at, s.id) > (${$(after[0])}::timestamptz, ${$(after[1])}::uuid)` : '';
    const rows: (ShiftRow & { at: string })[] = await this.source.query(
      `SELECT page.*, ${AT('page."startsAt"')} AS at FROM (${SHIFTS} WHERE ${where} ${later} ORDER BY s.starts_at, s.id LIMIT ${$(limit + 1)}) page ORDER BY "startsAt", id`,
      params,
    );
    return this.page(actor, rows, limit, locale);
  }

  /**
   * What is not over, the soonest first, or what is over or was cancelled, the last first; without `when` all of it. What was cancelled is shown to the organization.
   * @throws shift.not-found
   */
  async ofNeed(
    actor: Actor | null,
    needId: string,
    when: 'to-come' | 'past' | undefined,
    limit: number,
    after: ShiftCursor | null,
    locale: Locale,
  ): Promise<ShiftPage> {
    const need = await this.source.manager.findOneBy(NeedEntity, { id: needId });
    if (!need || !maySee(actor, need)) return refuse('shift.not-found');
    const shown = mayRun(actor, need.organizationId) ? 'true' : `s.status = 'planned'`;
    const over =
      when === undefined ? 'true' : `${when === 'past' ? '' : 'NOT '}(s.ends_at <= $5 OR s.status = 'cancelled')`;
    const [sign, order] = when === 'past' ? ['<', 'DESC'] : ['>', 'ASC'];
    const rows: (ShiftRow & { at: string })[] = await this.source.query(
      `SELECT page.*, ${AT('page."startsAt"')} AS at FROM (${SHIFTS} WHERE s.need_id = $1 AND ${shown} AND ${over} AND ($2::timestamptz IS NULL OR (s.starts_at, s.id) ${sign} ($2, $3::uuid)) ORDER BY s.starts_at ${order}, s.id ${order} LIMIT $4) page ORDER BY "startsAt" ${order}, id ${order}`,
      [needId, after?.[0] ?? null, after?.[1] ?? null, limit + 1, ...(when === undefined ? [] : [this.clock.now()])],
    );
    return this.page(actor, rows, limit, locale);
  }

  /** An organization's own: what is to come or has hours to confirm, the soonest first; or everything else, the last first. @throws shift.not-yours */
  async ofOrganization(
    actor: Actor,
    organizationId: string,
    past: boolean,
    limit: number,
    after: ShiftCursor | null,
    locale: Locale,
  ): Promise<ShiftPage> {
    if (!mayListShifts(actor, organizationId)) refuse('shift.not-yours');
    const [sign, order] = past ? ['<', 'DESC'] : ['>', 'ASC'];
    const rows: (ShiftRow & { at: string })[] = await this.source.query(
      `SELECT page.*, ${AT('page."startsAt"')} AS at FROM (${SHIFTS} WHERE n.organization_id = $1 AND ${past ? 'NOT ' : ''}${UNDER_WAY} ${after ? `AND (s.starts_at, s.id) ${sign} ($4::timestamptz, $5::uuid)` : ''}
       ORDER BY s.starts_at ${order}, s.id ${order} LIMIT $3) page ORDER BY "startsAt" ${order}, id ${order}`,
      [organizationId, this.clock.now(), limit + 1, ...(after ?? [])],
    );
    return this.page(actor, rows, limit, locale);
  }

  /** All shifts of an organization that begin in the week in which the day lies, cancelled ones too, on the calendar of the installation. @throws shift.not-yours */
  async ofWeek(actor: Actor, organizationId: string, day: string | null, locale: Locale): Promise<ShiftsOfWeek> {
    if (!mayListShifts(actor, organizationId)) refuse('shift.not-yours');
    if (day !== null && !isDay(day)) refuseForm([{ field: 'day', code: 'form.not-a-date' }]);
    const { timeZone } = this.catalogue;
    const { monday, from, until } = weekOf(day, timeZone, this.clock.now());
    const rows: ShiftRow[] = await this.source.query(
      `${SHIFTS} WHERE n.organization_id = $1 AND n.kind = 'time' AND s.starts_at < $3 AND s.starts_at >= $2 ORDER BY s.starts_at, s.id LIMIT ${WEEK_MAX}`,
      [organizationId, from, until],
    );
    return { monday, timeZone, items: await this.views(actor, rows, this.around(locale)) };
  }

  /** Everybody who signed up, in the order in which they came: for those who run the shift. */
  async signUpsOf(
    actor: Actor,
    shiftId: string,
    limit: number,
    after: number | null,
    locale: Locale,
  ): Promise<{ items: ListedSignUp[]; next: number | null }> {
    const [shift] = (await this.source.query(
      `SELECT need_id AS "needId", n.organization_id AS "organizationId" FROM shifts s JOIN needs n ON n.id = s.need_id WHERE s.id = $1`,
      [shiftId],
    )) as { needId: string; organizationId: string }[];
    if (!shift || !(await this.sees(actor, shift.needId))) return refuse('shift.not-found');
    if (!mayRun(actor, shift.organizationId)) refuse('shift.not-yours');
    const rows: (SignUpRow & { name: string })[] = await this.source.query(
      `SELECT page.*, p.name FROM (${SIGN_UPS} WHERE u.shift_id = $1 AND ${UNASKED} AND u.number > $2 ORDER BY u.number LIMIT $3) page JOIN people p ON p.id = page."personId" ORDER BY page.number`,
      [shiftId, after ?? 0, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => ({
      ...signUpView(row, actor, NO_CHECKS, this.around(locale)),
      name: row.proposedBy !== null && row.status === 'waiting' ? PROPOSED_TO[locale] : row.name,
    }));
    return { items, next: rows.length > limit ? (rows[limit - 1]?.number ?? null) : null };
  }

  /** One sign-up, to its volunteer and to those who run the shift. @throws sign-up.not-found */
  async signUp(actor: Actor, signUpId: string, locale: Locale): Promise<SignUpView> {
    const [row] = (await this.source.query(`${SIGN_UPS} WHERE u.id = $1`, [signUpId])) as SignUpRow[];
    if (!row || rolesIn(actor, row).length === 0) return refuse('sign-up.not-found');
    return signUpView(row, actor, await checksFor(this.source, this.catalogue, actor, [row]), this.around(locale));
  }

  private async page(
    actor: Actor | null,
    rows: readonly (ShiftRow & { at: string })[],
    limit: number,
    locale: Locale,
  ): Promise<ShiftPage> {
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views(actor, shown, this.around(locale)),
      next: rows.length > limit && last ? [last.at, last.id] : null,
    };
  }

  private async views(actor: Actor | null, rows: readonly ShiftRow[], around: ShiftViewAround): Promise<ShiftView[]> {
    const own: SignUpRow[] =
      actor === null || rows.length === 0
        ? []
        : await this.source.query(
            `SELECT DISTINCT ON (own."shiftId") own.* FROM (${SIGN_UPS} WHERE u.person_id = $1 AND u.shift_id = ANY($2)) own ORDER BY own."shiftId", own.number DESC`,
            [actor.personId, rows.map(({ id }) => id)],
          );
    const checks = await checksFor(this.source, this.catalogue, actor, rows);
    return rows.map((row) =>
      shiftView(row, own.find(({ shiftId }) => shiftId === row.id) ?? null, actor, checks, around),
    );
  }

  /** Those who may see the need, and volunteers who have signed up. */
  private async sees(actor: Actor | null, needId: string): Promise<boolean> {
    const need = await this.source.manager.findOneBy(NeedEntity, { id: needId });
    return need !== null && (isPublic(need) || isModerator(actor) || maySee(actor, need));
  }

  private around(locale: Locale): ShiftViewAround {
    return { catalogue: this.catalogue, locale, now: this.clock.now(), publicUrl: this.env.PUBLIC_URL };
  }
}
