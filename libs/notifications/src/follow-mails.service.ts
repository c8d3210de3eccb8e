import { Injectable } from '@nestjs/common';
import { Catalogue } from '#catalogue';
import { Clock, derivedId } from '#kernel';
import { privateCategories } from '#needs';
import { processDueRows, sendMail, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import { followMail, type FollowNews } from './follow-mail.rules.js';
import { followPath, followTimes, type FollowSubject } from './follows.rules.js';
import type { Locale } from './mail-texts.rules.js';

/** Titles that are read for a mail, which names fewer. */
const TITLES = 5;

/** Needs of these places or categories ($1) that opened after $2 and by $3 and take help; none of a private category ($4). */
export const followNewsSql = (
  subject: FollowSubject,
): string => `SELECT title, count(*) OVER ()::integer AS count FROM needs
  WHERE ${subject === 'place' ? 'place' : 'category'} = ANY($1::text[]) AND opened_at IS NOT NULL AND opened_at > $2 AND opened_at <= $3 AND status IN ('open', 'partly_met') AND category <> ALL($4::text[])
  ORDER BY opened_at DESC, id LIMIT ${TITLES}`;

interface DueFollow {
  readonly personId: string;
  readonly locale: Locale;
  readonly subject: FollowSubject;
  readonly code: string;
  readonly toldUntil: Date;
}

/** Tells those who follow a place or sphere what has opened there: once a week at most, and nothing where nothing has. */
@Injectable()
export class FollowMails {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'notifications.follows',
      due: 'SELECT id, next_at AS at FROM follows WHERE next_at <= $1',
      apply: (tx, id) => this.tell(tx, id),
    });
  }

  private async tell(tx: Tx, id: string): Promise<boolean> {
    const now = this.clock.now();
    const [follow]: DueFollow[] = await tx.query(
      `SELECT f.person_id AS "personId", p.locale, f.subject, f.code, f.told_until AS "toldUntil" FROM follows f JOIN people p ON p.id = f.person_id
       WHERE f.id = $1 AND f.next_at <= $2 FOR UPDATE OF f`,
      [id, now],
    );
    if (!follow) return false;
    const needs: { title: string; count: number }[] = await tx.query(followNewsSql(follow.subject), [
      this.keysOf(follow),
      follow.toldUntil,
      now,
      privateCategories(this.catalogue),
    ]);
    const count = needs[0]?.count ?? 0;
    if (count > 0) await this.write(tx, id, follow, { count, titles: needs.map(({ title }) => title) });
    const { toldUntil, nextAt } = followTimes(follow.toldUntil, count, now);
    await tx.query('UPDATE follows SET told_until = $2, next_at = $3 WHERE id = $1', [id, toldUntil, nextAt]);
    return true;
  }

  private async write(
    tx: Tx,
    id: string,
    follow: DueFollow,
    news: Pick<FollowNews, 'count' | 'titles'>,
  ): Promise<void> {
    const { personId, locale, subject, code, toldUntil } = follow;
    const text = (language: Locale): ReturnType<typeof followMail> =>
      followMail({ subject, name: this.nameOf(follow, language), ...news }, language);
    const path = followPath(subject, code);
    const { subject: line, body, button } = text(locale);
    await sendMail(tx, {
      id: derivedId(id, `follow ${toldUntil.toISOString()}`),
      personId,
      template: `follow.${subject}`,
      locale,
      kind: 'following',
      subject: line,
      body,
      action: { url: path, label: button },
      notice: { subjectType: 'follow', subjectId: id, path, ru: text('ru').subject, en: text('en').subject },
    });
  }

  private nameOf({ subject, code }: DueFollow, locale: Locale): string {
    const entry = subject === 'place' ? this.catalogue.place(code) : this.catalogue.sphere(code);
    return (locale === 'ru' ? entry?.nameRu : entry?.nameEn) ?? code;
  }

  /** Retired categories too: their needs may still be open. */
  private keysOf({ subject, code }: DueFollow): readonly string[] {
    return subject === 'place'
      ? this.catalogue.placesWithin(code)
      : this.catalogue.everyCategory.filter(({ sphere }) => sphere === code).map((category) => category.code);
  }
}
