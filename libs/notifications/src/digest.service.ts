import { Injectable } from '@nestjs/common';
import { Catalogue } from '#catalogue';
import { Clock, derivedId, assert } from '#kernel';
import {
  addDigest,
  dropFromDigest,
  processDueRows,
  openTokens,
  sealTokens,
  standInsOf,
  type Tx,
  type MailTokens,
} from '#platform';
import { Env } from '#host';
import { DataSource } from 'typeorm';
import { digestDue, digestMail } from './digest.rules.js';
import type { StoredMail } from './letter.rules.js';
import type { Locale } from './mail-texts.rules.js';
import { overNews } from './over.queries.js';
import { timeZonesOf } from './time-zones.queries.js';

const PEOPLE = 5_000;
/** All of one age: they are walked by their ids. */
const PEOPLE_WITH_NEWS = `SELECT DISTINCT person_id AS id, timestamptz 'epoch' AS at FROM mails WHERE status = 'digest'`;
/** A person's news of one day that are looked at; nobody reads more, the list in the application has all. */
const NEWS = 1_000;

interface News extends StoredMail {
  readonly id: string;
  readonly sealed: Buffer | null;
  readonly sealedUntil: Date | null;
}

/** One mail a day for what a person does not want (or need) to hear at once. What can no longer be answered when it is written is left out. */
@Injectable()
export class Digests {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
  ) {}

  /** Writes the summaries that are due. Once for each person and day, however often and in however many processes it runs. */
  tick(): Promise<number> {
    const zones = new Map<string, string>();
    const dueFor = (personId: string): ReturnType<typeof digestDue> =>
      digestDue(this.clock.now(), zones.get(personId) ?? 'UTC');
    return processDueRows(this.source, this.clock, {
      job: 'notifications.digest',
      due: PEOPLE_WITH_NEWS,
      limit: Infinity, // whether a person's morning has come is known only once they are looked at
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
    const news: News[] = await tx.query(
      `SELECT id, kind, locale, subject, body, parts, sealed, sealed_until AS "sealedUntil" FROM mails WHERE person_id = $1 AND status = 'digest' AND created_at < $2 ORDER BY created_at, id LIMIT ${NEWS} FOR UPDATE`,
      [personId, due.before],
    );
    const [person]: { locale: Locale }[] = await tx.query('SELECT locale FROM people WHERE id = $1', [personId]);
    if (news.length === 0 || !person) return false;
    const over = await overNews(
      tx,
      news.map((one) => one.id),
    );
    const open = news.filter((one) => !over.has(one.id));
    if (open.length === 0) {
      await dropFromDigest(tx, [...over]);
      return false;
    }
    const { told, tokens, until } = this.linked(open);
    const mail = digestMail(told, person.locale);
    const sealed = until === null ? null : sealTokens(id, tokens, this.secret());
    const { subject, body, parts } = mail;
    const row = { id, personId, locale: person.locale, subject, body, parts, sealed, sealedUntil: until };
    const added = await addDigest(
      tx,
      row,
      open.map((one) => one.id),
    );
    if (!added) return false; // today's is out, and this waits for tomorrow's
    await dropFromDigest(tx, [...over]);
    return true;
  }

  /** Tokens of links move on to the summary, sealed anew. News whose links have run out are told without them. */
  private linked(news: readonly News[]): { told: StoredMail[]; tokens: MailTokens; until: Date | null } {
    const tokens: Record<string, string> = {};
    let until: Date | null = null;
    const told = news.map((mail) => {
      const theirs = mail.sealed && openTokens(mail.id, mail.sealed, this.secret());
      Object.assign(tokens, theirs);
      if (theirs && mail.sealedUntil && (until === null || mail.sealedUntil > until)) until = mail.sealedUntil;
      return theirs || standInsOf(JSON.stringify([mail.body, mail.parts])).length === 0
        ? mail
        : { ...mail, body: '', parts: null };
    });
    return { told, tokens, until };
  }

  private secret(): string {
    assert(this.env.SESSION_SECRET, 'a worker has a SESSION_SECRET');
    return this.env.SESSION_SECRET;
  }
}
