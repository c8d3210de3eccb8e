import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { Clock, dateFormat, derivedId } from '#kernel';
import { NeedEntity } from '#needs';
import { titleInMails } from '#forms';
import { OrganizationEntity } from '#organizations';
import { processDueRows, sendMail, type Tx } from '#platform';
import { reminderLetter, remindersDue, REMINDERS_MOST } from './gift-reminder.rules.js';
import { mailedQr } from './gift-qr.js';
import type { GiftEntity } from './gift.entity.js';
import { lockGift } from './gifts.service.js';
import { StandingMails } from './standing-mails.service.js';

type Locale = 'ru' | 'en';

/** Reminds people of money that they promised and that is not seen, with the payment code itself. A visitor left an address for papers, if any, and is not written to. */
@Injectable()
export class GiftReminders {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly standing: StandingMails,
  ) {}

  /** Returns how many were reminded. */
  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'payments.remind-gifts',
      due: `SELECT id, created_at AS at FROM gifts WHERE status = 'promised' AND provider = 'bank' AND person_id IS NOT NULL AND reminders < ${REMINDERS_MOST}
        AND ((reminders = 0 AND created_at <= $1::timestamptz - interval '3 days') OR deadline <= $1::timestamptz + interval '2 days') AND deadline > $1`,
      apply: (tx, id) => this.remind(tx, id),
    });
  }

  private async remind(tx: Tx, id: string): Promise<boolean> {
    const gift = await lockGift(tx, id);
    const due = remindersDue(gift, this.clock.now());
    if (gift.status !== 'promised' || gift.personId === null || due <= gift.reminders) return false;
    await tx.query('UPDATE gifts SET reminders = $2 WHERE id = $1', [id, due]);
    const [person]: { locale: Locale }[] = await tx.query(
      'SELECT locale FROM people WHERE id = $1 AND erased_at IS NULL AND email_confirmed_at IS NOT NULL',
      [gift.personId],
    );
    if (person) await this.write(tx, gift, { id: gift.personId, locale: person.locale }, due);
    return true;
  }

  private async write(
    tx: Tx,
    gift: GiftEntity,
    { id: personId, locale }: { readonly id: string; readonly locale: Locale },
    due: number,
  ): Promise<void> {
    const need = await tx.findOneByOrFail(NeedEntity, { id: gift.needId });
    const { shortName: organization } = await tx.findOneByOrFail(OrganizationEntity, { id: gift.organizationId });
    const letter = (language: Locale) =>
      reminderLetter(
        {
          amount: formatAmount(gift.amount, gift.unit, language, this.catalogue),
          title: titleInMails(this.catalogue, need, language),
          organization,
          code: gift.code,
          until: this.dayOf(gift.deadline, language),
          last: due === REMINDERS_MOST,
        },
        language,
      );
    const { subject, body, button, alt } = letter(locale);
    const path = `/gifts/${gift.code}`;
    await sendMail(tx, {
      id: derivedId(gift.id, `reminder-${due}`),
      personId,
      template: 'gift.reminder',
      kind: 'reminder',
      locale,
      subject,
      body,
      action: { url: path, label: button },
      pictures: mailedQr(gift, alt),
      ...(await this.standing.manage(tx, gift.standingOfferId, locale)),
      notice: {
        subjectType: 'gift',
        subjectId: gift.id,
        path,
        ru: letter('ru').subject,
        en: letter('en').subject,
      },
    });
  }

  private dayOf(at: Date, locale: Locale): string {
    return dateFormat(locale, {
      timeZone: this.catalogue.timeZone,
      day: 'numeric',
      month: 'long',
    }).format(at);
  }
}
