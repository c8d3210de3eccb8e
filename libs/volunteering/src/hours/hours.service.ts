import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock } from '#kernel';
import { newCode, periodOf, readCode } from '#ledger';
import { districtOf, isPrivateCategory, titleOfCategory } from '#forms';
import { ownMinutes } from '../group.rules.js';
import { refuse } from '../volunteering.refusals.js';
import {
  digestOfHours,
  HOURS_LIMIT,
  sumHours,
  type ConfirmedShift,
  type HoursOfOrganization,
  type HoursSums,
} from './hours.rules.js';

type Locale = 'ru' | 'en';

export interface HoursWish {
  /** Days, inclusive; without them the year so far up to its end. */
  readonly from?: string;
  readonly to?: string;
}

/** Confirmed hours of a period, the newest first, with the code by which anybody can check them. */
export interface Hours extends HoursSums {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly items: readonly ConfirmedShift[];
  readonly verificationCode: string;
}

/** What the public page behind a code says. It names no volunteer: the holder of the paper compares the figures. */
export interface HoursCheck {
  readonly code: string;
  /** `matches`: the hours are still confirmed as the certificate says. */
  readonly status: 'matches' | 'changed';
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly issuedAt: Date;
  /** True when hours of the period were confirmed after the certificate was issued. */
  readonly newerHours: boolean;
  /** Zero and empty once they have changed. */
  readonly shifts: number;
  readonly minutes: number;
  readonly organizations: readonly Pick<HoursOfOrganization, 'name' | 'shifts' | 'minutes'>[];
}

interface Row extends Omit<ConfirmedShift, 'what' | 'sphere'> {
  readonly title: string;
  readonly category: string;
  readonly people: number;
}
interface Kept {
  readonly code: string;
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly digest: Buffer;
  readonly issuedAt: Date;
}

/** By the index of a person's sign-ups: begins on a day of the period, and is confirmed. */
const CONFIRMED = `SELECT u.id AS "signUp", to_char(u.starts_at AT TIME ZONE $4, 'YYYY-MM-DD') AS day, n.title, n.category, n.skills, s.place, n.organization_id AS organization, g.short_name AS name, g.inn, u.minutes, u.people, u.confirmed_at AS "confirmedAt"
  FROM sign_ups u JOIN shifts s ON s.id = u.shift_id JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id
  WHERE u.person_id = $1 AND u.status = 'confirmed' AND u.starts_at >= ($2::date)::timestamp AT TIME ZONE $4 AND u.starts_at < ($3::date + 1)::timestamp AT TIME ZONE $4
  ORDER BY u.starts_at DESC, u.id DESC LIMIT $5`;

/** Hours that organizations confirmed, and certificates of them. The code is kept with a digest, not with the hours. */
@Injectable()
export class HoursService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** The same hours again give the same code. @throws hours.too-many */
  async issue(personId: string, wish: HoursWish, locale: Locale): Promise<Hours> {
    const { timeZone } = this.catalogue;
    const now = this.clock.now();
    const { from, to } = periodOf({ ...wish, timeZone }, now);
    const items = await this.confirmed(personId, from, to, timeZone, locale);
    const what = [personId, from, to, timeZone, digestOfHours(items)];
    // Not before the newest of the hours, which may have been confirmed since the clock was read: the check takes what was confirmed until then for what the paper says.
    const issuedAt = new Date(Math.max(now.getTime(), ...items.map(({ confirmedAt }) => confirmedAt.getTime())));
    await this.source.query(
      `INSERT INTO hours_certificates (person_id, from_day, to_day, time_zone, digest, code, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (person_id, from_day, to_day, time_zone, digest) DO NOTHING`,
      [...what, newCode(), issuedAt],
    );
    // A question of its own: it sees the row also where another request has just written it.
    const [row] = (await this.source.query(
      'SELECT code FROM hours_certificates WHERE (person_id, from_day, to_day, time_zone, digest) = ($1, $2::date, $3::date, $4, $5)',
      what,
    )) as [{ code: string }];
    return { from, to, timeZone, items, verificationCode: row.code, ...sumHours(items) };
  }

  /** Do the hours still stand? Open to everybody who has the code. Unknown and mistyped codes answer alike. @throws hours.not-found */
  async check(text: string): Promise<HoursCheck> {
    const code = readCode(text);
    const [kept]: Kept[] =
      code === null
        ? []
        : await this.source.query(
            `SELECT code, person_id AS "personId", from_day::text AS from, to_day::text AS to, time_zone AS "timeZone", digest, issued_at AS "issuedAt" FROM hours_certificates WHERE code = $1`,
            [code],
          );
    if (!kept) return refuse('hours.not-found');
    const { personId, digest, ...shown } = kept;
    const today = await this.confirmed(personId, kept.from, kept.to, kept.timeZone, 'ru');
    const then = today.filter(({ confirmedAt }) => confirmedAt <= kept.issuedAt);
    const matches = digestOfHours(then).equals(digest);
    const { shifts, minutes, organizations } = sumHours(matches ? then : []);
    return {
      ...shown,
      status: matches ? 'matches' : 'changed',
      newerHours: today.length > then.length,
      shifts,
      minutes,
      organizations: organizations.map(({ name, shifts: of, minutes: worked }) => ({
        name,
        shifts: of,
        minutes: worked,
      })),
    };
  }

  private async confirmed(
    personId: string,
    from: string,
    to: string,
    timeZone: string,
    locale: Locale,
  ): Promise<ConfirmedShift[]> {
    const rows: Row[] = await this.source.query(CONFIRMED, [personId, from, to, timeZone, HOURS_LIMIT + 1]);
    if (rows.length > HOURS_LIMIT) refuse('hours.too-many', { max: HOURS_LIMIT });
    return rows.map(({ title, category, place, people, ...row }) => {
      const hidden = isPrivateCategory(this.catalogue, category);
      return {
        ...row,
        minutes: ownMinutes(row.minutes, { people }),
        sphere: this.catalogue.category(category)?.sphere ?? category,
        what: hidden ? titleOfCategory(this.catalogue, category, locale) : title,
        place: hidden ? districtOf(this.catalogue, place) : place,
      };
    });
  }
}
