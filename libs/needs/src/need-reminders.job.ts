import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, DAY_MS, derivedId } from '#kernel';
import { Env, sendMail, type Tx } from '#platform';
import { dayText, reminderLetter, type RemindedNeed } from './need-mails.rules.js';
import { issueRenewalLink } from './need-renewals.service.js';
import { NeedEntity } from './need.entity.js';
import { reminderDue, REMINDERS, type NeedReminder } from './reminders.rules.js';

/** Needs that one tick takes; the next tick takes the others. */
const BATCH = 200;
const EACH_MAIL = 20;

interface Recipient {
  readonly organizationId: string;
  readonly personId: string;
  readonly locale: 'ru' | 'en';
}

/** Tells organizations, once each time, which of their needs go stale or run out soon. */
@Injectable()
export class NeedReminders {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
  ) {}

  /** Returns how many needs somebody was reminded of. */
  async tick(): Promise<number> {
    let reminded = 0;
    for (const reminder of ['stale', 'deadline'] as const) reminded += await this.source.transaction((tx) => this.remind(tx, reminder));
    return reminded;
  }

  private async remind(tx: Tx, reminder: NeedReminder): Promise<number> {
    const now = this.clock.now();
    const needs = (await this.due(tx, reminder, now)).filter((need) => reminderDue(need, now) === reminder);
    if (needs.length === 0) return 0;
    const mark = reminder === 'stale' ? 'reminded_at' : 'deadline_reminded_at';
    await tx.query(`UPDATE needs SET ${mark} = $2 WHERE id = ANY($1)`, [needs.map((need) => need.id), now]);
    const organizations = [...new Set(needs.map((need) => need.organizationId))];
    for (const recipient of await recipientsOf(tx, organizations)) {
      const theirs = needs.filter((need) => need.organizationId === recipient.organizationId);
      for (let from = 0; from < theirs.length; from += EACH_MAIL) await this.write(tx, reminder, recipient, theirs.slice(from, from + EACH_MAIL), now);
    }
    return needs.length;
  }

  private async due(tx: Tx, reminder: NeedReminder, now: Date): Promise<NeedEntity[]> {
    const [column, mark, ms] = reminder === 'stale' ? ['fresh_until', 'reminded_at', REMINDERS.staleBeforeMs] : ['deadline', 'deadline_reminded_at', REMINDERS.deadlineBeforeMs];
    const useful = reminder === 'stale' ? 'deadline > fresh_until' : `deadline > opened_at + interval '${(REMINDERS.deadlineBeforeMs + DAY_MS) / DAY_MS} days'`;
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM needs WHERE status IN ('open', 'partly_met') AND ${column} > $1 AND ${column} <= $2 AND ${mark} IS NULL AND ${useful}
       ORDER BY ${column} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [now, new Date(now.getTime() + ms)],
    );
    return rows.length === 0 ? [] : tx.createQueryBuilder(NeedEntity, 'need').whereInIds(rows.map((row) => row.id)).orderBy('need.number').getMany();
  }

  private async write(tx: Tx, reminder: NeedReminder, { personId, locale }: Recipient, needs: readonly NeedEntity[], now: Date): Promise<void> {
    const told: RemindedNeed[] = [];
    for (const need of needs) {
      const until = (reminder === 'stale' ? need.freshUntil : need.deadline) as Date;
      const path = reminder === 'stale' ? `/renew-need#${await issueRenewalLink(tx, need.id, personId, new Date(until.getTime() + REMINDERS.linkAfterMs))}` : `/needs/${need.id}`;
      told.push({ number: need.number, title: need.title, day: dayText(until, locale, this.catalogue.place(need.place)?.timeZone ?? 'UTC'), url: `${this.env.PUBLIC_URL}${locale === 'en' ? '/en' : ''}${path}` });
    }
    const letter = reminderLetter(reminder, told, locale);
    const first = needs[0] as NeedEntity;
    const id = derivedId(derivedId(first.id, `${reminder}-${now.toISOString()}`), personId);
    const subjectIn = (language: 'ru' | 'en'): string => reminderLetter(reminder, told, language).subject;
    const path = needs.length === 1 ? `/needs/${first.id}` : `/desk/${first.organizationId}`;
    const notice = { subjectType: 'need', subjectId: first.id, path, ru: subjectIn('ru'), en: subjectIn('en') };
    await sendMail(tx, { id, personId, template: `need.${reminder}`, kind: 'reminder', locale, ...letter, notice });
  }
}

/** Those who may renew: owners and coordinators. */
async function recipientsOf(tx: Tx, organizationIds: readonly string[]): Promise<Recipient[]> {
  return tx.query(
    `SELECT DISTINCT g.object_id AS "organizationId", p.id AS "personId", p.locale FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.object_type = 'organization' AND g.object_id = ANY($1) AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') ORDER BY 1, 2`,
    [organizationIds],
  );
}
