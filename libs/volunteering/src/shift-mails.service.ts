import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { Clock, derivedId, HOUR_MS, type Fact } from '#kernel';
import { titleInMails } from '#forms';
import { processDueRows, sendMail, type FactJob, type Tx } from '#platform';
import { SHIFT_LIMITS } from './limits.rules.js';
import { minutesOf } from './shift-form.rules.js';
import { END_WORDS, LETTER_KINDS, momentText, shiftLetter, whenText, type ShiftLetter } from './shift-mails.rules.js';
import { IN_PLACE, type EndReason, type SignUpStatus } from './sign-up-life.rules.js';

interface Row {
  readonly id: string;
  readonly shiftId: string;
  readonly personId: string;
  readonly locale: 'ru' | 'en';
  readonly matchId: string | null;
  readonly status: SignUpStatus;
  readonly proposed: boolean;
  readonly offeredUntil: Date | null;
  readonly minutes: number | null;
  readonly minutesReason: string | null;
  readonly claimed: number | null;
  readonly lateMinutes: number | null;
  readonly endedReason: EndReason | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly anyTime: boolean;
  readonly place: string;
  readonly meet: string;
  readonly risks: string | null;
  readonly gear: string | null;
  readonly covered: string | null;
  readonly reason: string | null;
  readonly checkedIn: number;
  readonly needId: string;
  readonly title: string;
  readonly category: string;
  readonly organizationId: string;
  readonly organization: string;
}

interface Recipient {
  readonly personId: string;
  readonly locale: 'ru' | 'en';
}

const ROWS = `SELECT u.id, u.shift_id AS "shiftId", u.person_id AS "personId", p.locale, u.match_id AS "matchId", u.status, u.proposed_by IS NOT NULL AS proposed, u.offered_until AS "offeredUntil", u.minutes, u.minutes_reason AS "minutesReason", u.claimed, u.late_minutes AS "lateMinutes", u.ended_reason AS "endedReason",
    s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime", s.place, s.meet, s.risks, s.gear, s.covered, s.reason, (SELECT count(*)::int FROM sign_ups c WHERE c.shift_id = s.id AND c.status = 'checked_in') AS "checkedIn",
    n.id AS "needId", n.title, n.category, n.organization_id AS "organizationId", g.short_name AS organization
  FROM sign_ups u JOIN shifts s ON s.id = u.shift_id JOIN people p ON p.id = u.person_id JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id`;

type ShiftFact = Fact<'shift.changed' | 'shift.cancelled'>;
type SignUpFact = Fact<'sign-up.made' | 'sign-up.offered' | 'sign-up.ended' | 'sign-up.confirmed' | 'sign-up.late'>;

/** Leads to the page, which signs in first: a file asked for without a session would answer a phone with a line of JSON. */
const calendarSection = (locale: 'ru' | 'en', url: string) =>
  locale === 'ru'
    ? { title: 'В календарь', items: [{ text: 'Файл для календаря есть на странице смены', url }] }
    : { title: 'For your calendar', items: [{ text: 'The page of the shift has a file for the calendar', url }] };

/** Mails about shifts: into the outbox, in the transaction of the job, once for each fact and person. They say how things stand when they are written. */
@Injectable()
export class ShiftMails {
  readonly shift: FactJob<ShiftFact> = {
    name: 'volunteering.shift-mails',
    apply: (tx, fact) => this.tellAll(tx, fact),
  };
  readonly signUp: FactJob<SignUpFact> = {
    name: 'volunteering.sign-up-mails',
    apply: (tx, fact) => this.tellOne(tx, fact),
  };
  readonly objection: FactJob<Fact<'match.objected'>> = {
    name: 'volunteering.objection-mails',
    apply: (tx, fact) =>
      this.tellOrganization(tx, 'objected-organization', `u.match_id = $1`, [fact.payload.matchId], fact.id),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** Reminds of shifts a day and two hours before (of work without an hour a day before its moment), once each, asks at that moment whether it is done, asks those who forgot to check out, and organizations for hours that wait. */
  async remind(): Promise<number> {
    const day = await this.remindBefore('day', 24, 'day_reminded_at');
    const hours = await this.remindBefore('hours', 2, 'hours_reminded_at');
    return day + hours + (await this.askIfDone()) + (await this.askWhenLeft()) + (await this.ask());
  }

  private async tellAll(tx: Tx, fact: ShiftFact): Promise<void> {
    const cancelled = fact.type === 'shift.cancelled';
    const which = cancelled ? `u.ended_reason = 'shift-cancelled'` : `u.status IN ('signed_up', 'waiting')`;
    const rows: Row[] = await tx.query(`${ROWS} WHERE u.shift_id = $1 AND ${which} ORDER BY u.id`, [
      fact.payload.shiftId,
    ]);
    for (const row of rows) await this.write(tx, row, row, cancelled ? 'cancelled' : 'changed', fact.id);
  }

  private async tellOne(tx: Tx, fact: SignUpFact): Promise<void> {
    const { signUpId } = fact.payload;
    const [row] = (await tx.query(`${ROWS} WHERE u.id = $1`, [signUpId])) as Row[];
    if (!row) return;
    // By the place and not by the fact: who waited, and had the place before this was written, hears of it once.
    if (fact.type === 'sign-up.made' && row.status === 'signed_up')
      await this.write(tx, row, row, 'signed-up', row.matchId ?? fact.id);
    if (fact.type === 'sign-up.made' && row.status === 'waiting' && row.offeredUntil === null)
      await this.write(tx, row, row, 'waiting', fact.id);
    if (fact.type === 'sign-up.offered' && row.offeredUntil !== null)
      await this.write(tx, row, row, row.proposed ? 'place-proposed' : 'offered', fact.id);
    if (fact.type === 'sign-up.confirmed' && row.status === 'confirmed')
      await this.write(tx, row, row, 'confirmed', fact.id);
    if (fact.type === 'sign-up.late')
      await this.tellOrganization(tx, 'coming-late-organization', 'u.id = $1', [signUpId], fact.id);
    if (fact.type !== 'sign-up.ended' || row.endedReason === null) return;
    const unasked = row.proposed && row.matchId === null; // what the volunteer never asked for ends without a word
    if (row.endedReason in END_WORDS && !unasked) await this.write(tx, row, row, 'ended', fact.id);
    if (row.endedReason === 'late')
      await this.tellOrganization(tx, 'late-organization', 'u.id = $1', [signUpId], fact.id);
  }

  private async tellOrganization(
    tx: Tx,
    letter: ShiftLetter,
    where: string,
    params: unknown[],
    cause: string,
  ): Promise<void> {
    const [row] = (await tx.query(`${ROWS} WHERE ${where} LIMIT 1`, params)) as Row[];
    if (!row) return;
    const people: Recipient[] = await tx.query(
      `SELECT DISTINCT p.id AS "personId", p.locale FROM grants g JOIN people p ON p.id = g.person_id
       WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') ORDER BY p.id LIMIT 50`,
      [row.organizationId],
    );
    for (const person of people) await this.write(tx, row, person, letter, cause);
  }

  /** Volunteers who signed up later than that have just read it all. */
  private remindBefore(letter: 'day' | 'hours', hours: number, mark: string): Promise<number> {
    const due = `status = 'signed_up' AND hours_reminded_at IS NULL AND ${mark} IS NULL AND starts_at > $1 AND starts_at <= $2 AND signed_up_at < starts_at - interval '${hours} hours'${letter === 'hours' ? ' AND starts_at < ends_at' : ''}`;
    const before = new Date(this.clock.now().getTime() + hours * HOUR_MS);
    return processDueRows(this.source, this.clock, {
      job: `volunteering.remind-${letter}`,
      due: `SELECT id, starts_at AS at FROM sign_ups WHERE ${due}`,
      params: [before],
      apply: async (tx, id) => {
        const [, marked] = (await tx.query(`UPDATE sign_ups SET ${mark} = $1 WHERE id = $3 AND ${due}`, [
          this.clock.now(),
          before,
          id,
        ])) as [unknown, number];
        const [row] = marked === 0 ? [] : ((await tx.query(`${ROWS} WHERE u.id = $1`, [id])) as Row[]);
        if (row) {
          const cause = derivedId(id, `${letter}-${row.startsAt.toISOString()}`);
          await this.write(tx, row, row, row.anyTime ? 'task-day' : letter, cause);
        }
        return marked > 0;
      },
    });
  }

  /** Those who have a place in work without an hour, and have not said that it is done. */
  private askIfDone(): Promise<number> {
    const due = `status = 'signed_up' AND starts_at = ends_at AND due_asked_at IS NULL AND ends_at <= $1`;
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.ask-if-done',
      due: `SELECT id, ends_at AS at FROM sign_ups WHERE ${due}`,
      apply: async (tx, id) => {
        const now = this.clock.now();
        const sql = `UPDATE sign_ups SET due_asked_at = $1 WHERE id = $2 AND ${due}`;
        const [, marked] = (await tx.query(sql, [now, id])) as [unknown, number];
        const [row] = marked === 0 ? [] : ((await tx.query(`${ROWS} WHERE u.id = $1`, [id])) as Row[]);
        if (row) await this.write(tx, row, row, 'task-due', derivedId(id, `due-${row.endsAt.toISOString()}`));
        return marked > 0;
      },
    });
  }

  /** Those who checked in themselves, and said nothing when they left; not where the hours are confirmed already. */
  private askWhenLeft(): Promise<number> {
    const ended = new Date(this.clock.now().getTime() - SHIFT_LIMITS.askLeftMs);
    const due = `status = 'checked_in' AND checked_in_by <> 'organization' AND left_at IS NULL AND left_asked_at IS NULL AND ends_at <= $2 AND checked_in_at <= $2`;
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.ask-when-left',
      due: `SELECT id, ends_at AS at FROM sign_ups WHERE ${due}`,
      params: [ended],
      apply: async (tx, id) => {
        const [, marked] = (await tx.query(`UPDATE sign_ups SET left_asked_at = $1 WHERE id = $3 AND ${due}`, [
          this.clock.now(),
          ended,
          id,
        ])) as [unknown, number];
        const [row] = marked === 0 ? [] : ((await tx.query(`${ROWS} WHERE u.id = $1`, [id])) as Row[]);
        if (row) await this.write(tx, row, row, 'left', derivedId(id, 'left'));
        return marked > 0;
      },
    });
  }

  private ask(): Promise<number> {
    const ended = new Date(this.clock.now().getTime() - SHIFT_LIMITS.askMs);
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.ask-for-hours',
      due: `SELECT shift_id AS id, min(ends_at) AS at FROM sign_ups WHERE status = 'checked_in' AND asked_at IS NULL AND ends_at <= $2 GROUP BY shift_id`,
      params: [ended],
      apply: async (tx, shiftId) => {
        const [, marked] = (await tx.query(
          `UPDATE sign_ups SET asked_at = $2 WHERE shift_id = $1 AND status = 'checked_in' AND asked_at IS NULL AND ends_at <= $3`,
          [shiftId, this.clock.now(), ended],
        )) as [unknown, number];
        if (marked > 0)
          await this.tellOrganization(
            tx,
            'ask-organization',
            `u.shift_id = $1 AND u.status = 'checked_in'`,
            [shiftId],
            derivedId(shiftId, `ask-${this.clock.now().toISOString()}`),
          );
        return marked > 0;
      },
    });
  }

  private async write(tx: Tx, row: Row, to: Recipient, letter: ShiftLetter, cause: string): Promise<void> {
    const texts = { ru: this.letter(row, letter, 'ru'), en: this.letter(row, letter, 'en') };
    const { subject, body, button } = texts[to.locale];
    const path = letter.endsWith('-organization')
      ? `/desk/${row.organizationId}/shifts/${row.shiftId}`
      : letter === 'cancelled'
        ? '/shifts'
        : letter === 'confirmed'
          ? '/me'
          : letter === 'changed'
            ? `/shifts/${row.shiftId}`
            : '/me/shifts';
    const calendar = ['signed-up', 'changed', 'day', 'task-day'].includes(letter) && row.status === 'signed_up';
    await sendMail(tx, {
      id: derivedId(cause, `${letter}-${to.personId}-${row.id}`),
      personId: to.personId,
      template: `shift.${letter}`,
      locale: to.locale,
      kind: LETTER_KINDS[letter],
      subject,
      body,
      action: { url: path, label: button },
      ...(calendar ? { sections: [calendarSection(to.locale, `/shifts/${row.shiftId}`)] } : {}),
      notice: { subjectType: 'shift', subjectId: row.shiftId, path, ru: texts.ru.subject, en: texts.en.subject },
    });
  }

  private letter(row: Row, letter: ShiftLetter, locale: 'ru' | 'en'): ReturnType<typeof shiftLetter> {
    const place = this.catalogue.place(row.place);
    const zone = place?.timeZone ?? 'UTC';
    const centre = (locale === 'ru' ? place?.centreRu : place?.centreEn) ?? row.place;
    const hours = (minutes: number): string => formatAmount(minutes, 'minute', locale, this.catalogue);
    const reasons: Partial<Record<ShiftLetter, string | null | undefined>> = {
      cancelled: row.reason,
      confirmed: row.minutesReason,
      ended: row.endedReason && END_WORDS[row.endedReason]?.[locale],
    };
    return shiftLetter(
      letter,
      {
        title: titleInMails(this.catalogue, row, locale),
        organization: row.organization,
        when: whenText(row, locale, zone, centre),
        where: centre,
        meet: IN_PLACE.includes(row.status) ? row.meet : '',
        risks: row.risks ?? '',
        gear: row.gear ?? '',
        covered: row.covered ?? '',
        until: row.offeredUntil ? momentText(row.offeredUntil, locale, zone) : '',
        hours: hours(letter === 'objected-organization' ? (row.claimed ?? 0) : (row.minutes ?? minutesOf(row))),
        reason: reasons[letter] ?? '',
        count: letter === 'coming-late-organization' ? (row.lateMinutes ?? 0) : row.checkedIn,
      },
      locale,
    );
  }
}
