import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { confirmedOnly, lockLivingPerson, type Actor } from '#identity';
import { Clock, derivedId } from '#kernel';
import { titleInMails } from '#forms';
import { sendMail, type Tx } from '#platform';
import { minutesOf } from '../shift-form.rules.js';
import { LETTER_KINDS, shiftLetter, whenText } from '../shift-mails.rules.js';
import { isOpenToOthers } from '../shift-life.rules.js';
import { refuse } from '../volunteering.refusals.js';
import { CandidatesQueries } from './candidates.queries.js';
import { ASKS } from './cover.rules.js';
import { shiftToCover, type ShiftToCover } from './shift-to-cover.js';

/** Asks people to take a shift: a mail, and nothing is promised by it. */
@Injectable()
export class AsksService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly candidates: CandidatesQueries,
  ) {}

  /** Once for a shift and person; said again it changes nothing. Nobody is asked more than three times a week, by all organizations together. */
  async ask(actor: Actor, shiftId: string, personId: string): Promise<void> {
    const listed = await this.candidates.of(actor, shiftId);
    confirmedOnly(actor);
    await this.source.transaction(async (tx) => {
      // Asks of one person wait for each other, and for nobody who signs up meanwhile.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('asks of ' || $1, 0))`, [personId]);
      if (!(await lockLivingPerson(tx, personId, 'SHARE'))) refuse('ask.not-a-candidate');
      const shift = await shiftToCover(tx, shiftId);
      if (!shift) return refuse('shift.not-found');
      const at = this.clock.now();
      const asked: { shiftId: string }[] = await tx.query(
        'SELECT shift_id AS "shiftId" FROM shift_asks WHERE person_id = $1 AND (asked_at > $2 OR shift_id = $3)',
        [personId, new Date(at.getTime() - ASKS.withinMs), shiftId],
      );
      if (asked.some((one) => one.shiftId === shiftId)) return;
      if (!isOpenToOthers({ ...shift, agreedFirst: false, papersMissing: false }, at)) refuse('ask.not-now');
      if (!listed.some(({ person }) => person === personId)) refuse('ask.not-a-candidate');
      if (asked.length >= ASKS.max) refuse('ask.too-often');
      await tx.query('INSERT INTO shift_asks (shift_id, person_id, asked_by, asked_at) VALUES ($1, $2, $3, $4)', [
        shiftId,
        personId,
        actor.personId,
        at,
      ]);
      await this.write(tx, shift, personId);
    });
  }

  private async write(tx: Tx, shift: ShiftToCover, personId: string): Promise<void> {
    const [{ locale }]: [{ locale: 'ru' | 'en' }] = await tx.query('SELECT locale FROM people WHERE id = $1', [
      personId,
    ]);
    const texts = { ru: this.letter(shift, 'ru'), en: this.letter(shift, 'en') };
    const { subject, body, button } = texts[locale];
    const path = `/shifts/${shift.id}`;
    await sendMail(tx, {
      id: derivedId(shift.id, `asked-${personId}`),
      personId,
      template: 'shift.asked',
      locale,
      kind: LETTER_KINDS.asked,
      subject,
      body,
      action: { url: path, label: button },
      notice: { subjectType: 'shift', subjectId: shift.id, path, ru: texts.ru.subject, en: texts.en.subject },
    });
  }

  private letter(shift: ShiftToCover, locale: 'ru' | 'en'): ReturnType<typeof shiftLetter> {
    const place = this.catalogue.place(shift.place);
    const centre = (locale === 'ru' ? place?.centreRu : place?.centreEn) ?? shift.place;
    const none = { meet: '', risks: '', gear: '', covered: '', until: '', reason: '', count: 0 };
    return shiftLetter(
      'asked',
      {
        ...none,
        title: titleInMails(this.catalogue, shift, locale),
        organization: shift.organization,
        where: centre,
        when: whenText(shift, locale, place?.timeZone ?? 'UTC', centre),
        hours: formatAmount(minutesOf(shift), 'minute', locale, this.catalogue),
      },
      locale,
    );
  }
}
