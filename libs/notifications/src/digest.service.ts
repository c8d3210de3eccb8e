import { Injectable } from '@nestjs/common';
import { Catalogue } from '#catalogue';
import { Clock, derivedId } from '#kernel';
import { processDueRows, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import { digestDue, digestMail } from './digest.rules.js';
import type { StoredMail } from './letter.rules.js';
import type { Locale } from './mail-texts.rules.js';
import { timeZonesOf } from './time-zones.queries.js';

const PEOPLE = 5_000;
/** All of one age: they are walked by their ids. */
const PEOPLE_WITH_NEWS = `SELECT DISTINCT person_id AS id, timestamptz 'epoch' AS at FROM mails WHERE status = 'digest'`;
/** A person's news of one day that are looked at; nobody reads more, the list in the application has all. */
const NEWS = 1_000;

/** One mail a day for what a person does not want (or need) to hear at once. */
@Injectable()
export class Digests {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** Writes the summaries that are due. Once for each person and day, however often and in however many processes it runs. */
  tick(): Promise<number> {
    const zones = new Map<string, string>();
    const dueFor = (personId: string): ReturnType<typeof digestDue> => digestDue(this.clock.now(), zones.get(personId) ?? 'UTC');
    return processDueRows(this.source, this.clock, {
      job: 'notifications.digest',
      due: PEOPLE_WITH_NEWS,
      limit: Infinity, // whether somebody's morning has come is known only once they are looked at
      page: PEOPLE,
      ready: async (personIds) => {
        for (const [id, zone] of await timeZonesOf(this.source, personIds, this.catalogue)) zones.set(id, zone);
        return personIds.filter((id) => dueFor(id) !== null);
      },
      apply: async (tx, personId) => {
        const due = dueFor(personId);
        return due !== null && this.write(tx, personId, due);
      },
    });
  }

  private async write(tx: Tx, personId: string, due: { date: string; before: Date }): Promise<boolean> {
    const id = derivedId(personId, `digest ${due.date}`);
    const news: (StoredMail & { id: string })[] = await tx.query(
      `SELECT id, kind, locale, subject, body, parts FROM mails WHERE person_id = $1 AND status = 'digest' AND created_at < $2 ORDER BY created_at, id LIMIT ${NEWS} FOR UPDATE`,
      [personId, due.before],
    );
    const [person]: { locale: Locale }[] = await tx.query('SELECT locale FROM people WHERE id = $1', [personId]);
    if (news.length === 0 || !person) return false;
    const mail = digestMail(news, person.locale);
    const written: unknown[] = await tx.query(
      `INSERT INTO mails (id, person_id, template, locale, subject, body, kind, parts) VALUES ($1, $2, 'digest', $3, $4, $5, 'digest', $6) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, personId, person.locale, mail.subject, mail.body, mail.parts],
    );
    if (written.length === 0) return false; // today's is out: this waits for tomorrow's
    await tx.query(`UPDATE mails SET status = 'in_digest', digest_id = $2 WHERE id = ANY($1)`, [news.map((one) => one.id), id]);
    return true;
  }
}
