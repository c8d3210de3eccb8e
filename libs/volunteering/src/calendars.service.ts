import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, DAY_MS, pageAddress } from '#kernel';
import { titleInMails } from '#forms';
import { Env } from '#host';
import { tokenHash } from '#platform';
import { calendarOf, type CalendarShift } from './calendar.rules.js';
import type { SignUpStatus } from './sign-up-life.rules.js';
import { momentText } from './shift-mails.rules.js';
import { refuse } from './volunteering.refusals.js';

type Locale = 'ru' | 'en';

interface Row {
  readonly id: string;
  readonly shiftId: string;
  readonly personId: string;
  readonly status: SignUpStatus;
  readonly version: number;
  readonly updatedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly anyTime: boolean;
  readonly place: string;
  readonly meet: string;
  readonly gear: string | null;
  readonly risks: string | null;
  readonly title: string;
  readonly category: string;
  readonly organization: string;
}

const ROWS = `SELECT u.id, u.shift_id AS "shiftId", u.person_id AS "personId", u.status, s.version, greatest(s.updated_at, u.signed_up_at) AS "updatedAt", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime", s.place, s.meet, s.gear, s.risks, n.title, n.category, g.short_name AS organization
  FROM sign_ups u JOIN shifts s ON s.id = u.shift_id JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id`;
/** What is longer ago than this leaves the feed. */
const BACK_MS = 90 * DAY_MS;
const FEED_MAX = 500;

/** Shifts in people's own calendars: one as a file, all of them at a secret address of which only the hash is kept. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
  ) {}

  /** One shift of the caller's own. @throws sign-up.not-found */
  async ofSignUp(actor: Actor, signUpId: string, locale: Locale): Promise<string> {
    const [row] = (await this.source.query(`${ROWS} WHERE u.id = $1 AND u.person_id = $2`, [
      signUpId,
      actor.personId,
    ])) as Row[];
    if (!row) return refuse('sign-up.not-found');
    return calendarOf([this.entry(row, locale)], nameOf(locale));
  }

  /** A new address; the one before answers no more. */
  async issue(personId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.source.query(
      'INSERT INTO calendar_feeds (person_id, token_hash, created_at) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at',
      [personId, tokenHash(token), this.clock.now()],
    );
    return `${this.env.PUBLIC_URL}/api/v1/calendars/${token}/shifts.ics`;
  }

  async revoke(personId: string): Promise<void> {
    await this.source.query('DELETE FROM calendar_feeds WHERE person_id = $1', [personId]);
  }

  /** Since when the caller's calendar has an address; null: it has none. */
  async since(personId: string): Promise<Date | null> {
    const [row] = (await this.source.query('SELECT created_at AS at FROM calendar_feeds WHERE person_id = $1', [
      personId,
    ])) as { at: Date }[];
    return row?.at ?? null;
  }

  /** @throws calendar.not-found */
  async feed(token: string): Promise<string> {
    const [owner] = (await this.source.query(
      'SELECT f.person_id AS "personId", p.locale FROM calendar_feeds f JOIN people p ON p.id = f.person_id WHERE f.token_hash = $1',
      [tokenHash(token)],
    )) as { personId: string; locale: Locale }[];
    if (!owner) return refuse('calendar.not-found');
    const rows: Row[] = await this.source.query(
      `${ROWS} WHERE u.person_id = $1 AND u.starts_at > $2 AND u.status IN ('signed_up', 'waiting', 'checked_in', 'confirmed') ORDER BY u.starts_at, u.id LIMIT ${FEED_MAX}`,
      [owner.personId, new Date(this.clock.now().getTime() - BACK_MS)],
    );
    return calendarOf(
      rows.map((row) => this.entry(row, owner.locale)),
      nameOf(owner.locale),
    );
  }

  private entry(row: Row, locale: Locale): CalendarShift {
    const place = this.catalogue.place(row.place);
    const centre = (locale === 'ru' ? place?.centreRu : place?.centreEn) ?? row.place;
    const placed = ['signed_up', 'checked_in', 'confirmed'].includes(row.status);
    const said = (ru: string, en: string, text: string | null): string =>
      text ? `${locale === 'ru' ? ru : en}: ${text}` : '';
    return {
      id: row.id,
      version: row.version,
      changedAt: row.updatedAt,
      status: placed ? 'signed-up' : row.status === 'waiting' ? 'waiting' : 'cancelled',
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      anyTime: row.anyTime,
      timeZone: place?.timeZone ?? 'UTC',
      title: (row.anyTime ? TO_DO[locale] : '') + titleInMails(this.catalogue, row, locale),
      place: placed ? `${centre}, ${row.meet}` : centre,
      text: [
        row.organization,
        row.anyTime ? untilText(row.endsAt, locale, place?.timeZone ?? 'UTC') : '',
        said('С собой', 'Bring', row.gear),
        said('О чём предупредить', 'Mind', row.risks),
      ]
        .filter(Boolean)
        .join('\n'),
      url: pageAddress(this.env.PUBLIC_URL, locale, `/shifts/${row.shiftId}`),
    };
  }
}

const nameOf = (locale: Locale): string => (locale === 'ru' ? 'Лепта: мои смены' : 'Lepta: my shifts');
/** Of work without an hour. */
const TO_DO = { ru: 'Сделать: ', en: 'To do: ' } as const;
const untilText = (until: Date, locale: Locale, timeZone: string): string =>
  `${locale === 'ru' ? 'В любое время до' : 'At any time until'} ${momentText(until, locale, timeZone)}`;
