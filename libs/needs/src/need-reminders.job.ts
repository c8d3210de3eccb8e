import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, DAY_MS, derivedId, pageAddress } from '#kernel';
import { Env } from '#host';
import { processDueRows, sendMail, type Tx, type LinkToken } from '#platform';
import { dayText, reminderLetter, type RemindedNeed } from './need-mails.rules.js';
import { issueRenewalLink } from './need-renewals.service.js';
import { NeedEntity } from './need.entity.js';
import { reminderDue, REMINDERS, type NeedReminder } from './reminders.rules.js';
import { titleInMails } from '#forms';

/** Needs of an organization that one tick takes; the next tick takes the others. */
const BATCH = 200;
const EACH_MAIL = 20;

/** Needs whose organization has not been reminded of them yet: $1 is the present time, $2 the end of the time before which it should be. */
const due = (column: string, mark: string, ms: number, useful: string) =>
  ({
    column,
    mark,
    ms,
    where: `status IN ('open', 'partly_met') AND ${column} > $1 AND ${column} <= $2 AND ${mark} IS NULL AND ${useful}`,
  }) as const;
const DUE: Readonly<Record<NeedReminder, ReturnType<typeof due>>> = {
  stale: due('fresh_until', 'reminded_at', REMINDERS.staleBeforeMs, 'deadline > fresh_until'),
  deadline: due(
    'deadline',
    'deadline_reminded_at',
    REMINDERS.deadlineBeforeMs,
    `deadline > opened_at + interval '${(REMINDERS.deadlineBeforeMs + DAY_MS) / DAY_MS} days'`,
  ),
};

interface Recipient {
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

  /** Returns how many needs a person was reminded of. An organization is told of all its needs together; one that cannot be told does not keep the others from theirs. */
  async tick(): Promise<number> {
    let reminded = 0;
    for (const reminder of ['stale', 'deadline'] as const) {
      const { column, ms, where } = DUE[reminder];
      await processDueRows(this.source, this.clock, {
        job: `needs.remind-${reminder}`,
        due: `SELECT organization_id AS id, min(${column}) AS at FROM needs WHERE ${where} GROUP BY organization_id`,
        params: [new Date(this.clock.now().getTime() + ms)],
        apply: async (tx, organizationId) => {
          const told = await this.remind(tx, reminder, organizationId);
          reminded += told;
          return told > 0;
        },
      });
    }
    return reminded;
  }

  private async remind(tx: Tx, reminder: NeedReminder, organizationId: string): Promise<number> {
    const now = this.clock.now();
    const needs = (await this.due(tx, reminder, organizationId, now)).filter(
      (need) => reminderDue(need, now) === reminder,
    );
    if (needs.length === 0) return 0;
    await tx.query(`UPDATE needs SET ${DUE[reminder].mark} = $2 WHERE id = ANY($1)`, [
      needs.map((need) => need.id),
      now,
    ]);
    for (const recipient of await recipientsOf(tx, organizationId)) {
      for (let from = 0; from < needs.length; from += EACH_MAIL)
        await this.write(tx, reminder, recipient, needs.slice(from, from + EACH_MAIL), now);
    }
    return needs.length;
  }

  private async due(tx: Tx, reminder: NeedReminder, organizationId: string, now: Date): Promise<NeedEntity[]> {
    const { column, ms, where } = DUE[reminder];
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM needs WHERE ${where} AND organization_id = $3 ORDER BY ${column} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [now, new Date(now.getTime() + ms), organizationId],
    );
    return rows.length === 0
      ? []
      : tx
          .createQueryBuilder(NeedEntity, 'need')
          .whereInIds(rows.map((row) => row.id))
          .orderBy('need.number')
          .getMany();
  }

  private async write(
    tx: Tx,
    reminder: NeedReminder,
    { personId, locale }: Recipient,
    needs: readonly NeedEntity[],
    now: Date,
  ): Promise<void> {
    const told: RemindedNeed[] = [];
    const tokens: LinkToken[] = [];
    for (const need of needs) {
      const until = (reminder === 'stale' ? need.freshUntil : need.deadline) as Date;
      const token =
        reminder === 'stale'
          ? await issueRenewalLink(
              tx,
              need.id,
              personId,
              new Date(until.getTime() + REMINDERS.linkAfterMs),
              this.env.SESSION_SECRET,
            )
          : null;
      if (token) tokens.push(token);
      const path = token ? `/renew-need#${String(token)}` : `/needs/${need.id}`;
      told.push({
        number: need.number,
        title: titleInMails(this.catalogue, need, locale),
        day: dayText(until, locale, this.catalogue.place(need.place)?.timeZone ?? 'UTC'),
        url: pageAddress(this.env.PUBLIC_URL, locale, path),
      });
    }
    const letter = reminderLetter(reminder, told, locale);
    const first = needs[0] as NeedEntity;
    const id = derivedId(derivedId(first.id, `${reminder}-${now.toISOString()}`), personId);
    const subjectIn = (language: 'ru' | 'en'): string => reminderLetter(reminder, told, language).subject;
    const path = needs.length === 1 ? `/needs/${first.id}` : `/desk/${first.organizationId}`;
    const notice = { subjectType: 'need', subjectId: first.id, path, ru: subjectIn('ru'), en: subjectIn('en') };
    await sendMail(tx, {
      id,
      personId,
      template: `need.${reminder}`,
      kind: 'reminder',
      locale,
      tokens,
      ...letter,
      notice,
    });
  }
}

/** Those who may renew: owners and coordinators. */
async function recipientsOf(tx: Tx, organizationId: string): Promise<Recipient[]> {
  return tx.query(
    `SELECT DISTINCT p.id AS "personId", p.locale FROM grants g JOIN people p ON p.id = g.person_id
     WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') ORDER BY 1`,
    [organizationId],
  );
}
