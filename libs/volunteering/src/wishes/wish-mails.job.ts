import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, derivedId, pageAddress } from '#kernel';
import { titleInMails } from '#forms';
import { Env } from '#host';
import { processDueRows, sendMail, type Tx } from '#platform';
import { LETTER_KINDS, shiftLetter, whenText } from '../shift-mails.rules.js';
import { suitedShifts } from './suited.queries.js';
import { TELL_EVERY_MS } from './wishes.service.js';
import type { ShiftWish } from './wishes.rules.js';

interface Row extends ShiftWish {
  readonly tellAt: Date | null;
  readonly toldUntil: Date;
  readonly locale: 'ru' | 'en';
}
interface Told {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly anyTime: boolean;
  readonly place: string;
  readonly title: string;
  readonly category: string;
  readonly organization: string;
}

const SHOWN = 5;

/** Tells volunteers of new shifts that suit them, once a week; nothing where there are none. */
@Injectable()
export class WishMails {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
  ) {}

  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.propose-shifts',
      due: 'SELECT person_id AS id, tell_at AS at FROM shift_wishes WHERE tell_at <= $1',
      apply: (tx, id) => this.tell(tx, id),
    });
  }

  private async tell(tx: Tx, personId: string): Promise<boolean> {
    const now = this.clock.now();
    const [row] = (await tx.query(
      `SELECT w.place, w.radius_km AS "radiusKm", w.remote, w.skills, w.windows, w.tell_at AS "tellAt", w.told_until AS "toldUntil", p.locale
       FROM shift_wishes w JOIN people p ON p.id = w.person_id WHERE w.person_id = $1 FOR UPDATE OF w`,
      [personId],
    )) as Row[];
    if (!row || row.tellAt === null || row.tellAt > now) return false;
    const suited = await suitedShifts(tx, this.catalogue, { personId, wish: row }, now);
    const fresh = suited.filter(({ createdAt }) => createdAt > row.toldUntil).slice(0, SHOWN);
    await tx.query('UPDATE shift_wishes SET tell_at = $2, told_until = $3 WHERE person_id = $1', [
      personId,
      new Date(now.getTime() + TELL_EVERY_MS),
      now,
    ]);
    if (fresh.length > 0)
      await this.write(
        tx,
        personId,
        row,
        fresh.map(({ id }) => id),
        now,
      );
    return fresh.length > 0;
  }

  private async write(tx: Tx, personId: string, { locale }: Row, ids: readonly string[], now: Date): Promise<void> {
    const shifts: Told[] = await tx.query(
      `SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime", s.place, n.title, n.category, g.short_name AS organization
       FROM shifts s JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id WHERE s.id = ANY($1) ORDER BY s.starts_at, s.id`,
      [ids],
    );
    const none = { meet: '', risks: '', gear: '', covered: '', until: '', reason: '', hours: '', where: '', when: '' };
    const news = { ...none, title: '', organization: '', count: shifts.length };
    const texts = { ru: shiftLetter('proposed', news, 'ru'), en: shiftLetter('proposed', news, 'en') };
    const { subject, body, button } = texts[locale];
    await sendMail(tx, {
      id: derivedId(personId, `shifts-proposed-${now.toISOString()}`),
      personId,
      template: 'shift.proposed',
      locale,
      kind: LETTER_KINDS.proposed,
      subject,
      body,
      sections: [
        { title: locale === 'ru' ? 'Смены' : 'Shifts', items: shifts.map((shift) => this.item(shift, locale)) },
      ],
      action: { url: '/shifts', label: button },
      notice: {
        subjectType: 'shift',
        subjectId: shifts[0]?.id ?? personId,
        path: '/shifts',
        ru: texts.ru.subject,
        en: texts.en.subject,
      },
    });
  }

  private item(shift: Told, locale: 'ru' | 'en'): { text: string; url: string } {
    const place = this.catalogue.place(shift.place);
    const centre = (locale === 'ru' ? place?.centreRu : place?.centreEn) ?? shift.place;
    const when = whenText(shift, locale, place?.timeZone ?? 'UTC', centre);
    return {
      text: `${titleInMails(this.catalogue, shift, locale)}: ${when}, ${shift.organization}`,
      url: pageAddress(this.env.PUBLIC_URL, locale, `/shifts/${shift.id}`),
    };
  }
}
