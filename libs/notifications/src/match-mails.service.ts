import { Injectable } from '@nestjs/common';
import { Clock, derivedId, type Fact, type FactType } from '#kernel';
import { Env } from '#host';
import { sendMail, type FactJob, type Tx } from '#platform';
import { Catalogue, formatAmount } from '#catalogue';
import { arrivedInMatches, type Arrived } from '#ledger';
import { HandOvers, MatchExpiryService } from '#matching';
import { StandingMails } from '#payments';
import { isPrivateCategory, districtOf, titleInMails } from '#forms';
import { matchMailAction } from './mail-actions.rules.js';
import {
  matchMailText,
  type MatchMailParams,
  momentText,
  reasonText,
  windowText,
  type Locale,
  type MatchMail,
} from './mail-texts.rules.js';
import { isOfMeeting, kindOf, LETTERS, reminderOf, type Letter, type Side } from './match-mails.rules.js';
import { MeetingWords, type Meeting } from './meeting-words.js';

interface MatchRow extends Meeting, Partial<Arrived> {
  readonly id: string;
  readonly status: string;
  readonly firstYes: Side | null;
  readonly endedBy: string | null;
  readonly held: boolean;
  readonly decided: boolean;
  readonly amount: number;
  readonly unit: string;
  readonly deadline: Date | null;
  readonly reason: string | null;
  readonly offerId: string;
  readonly needId: string;
  readonly kind: MatchMailParams['kind'];
  readonly title: string;
  readonly category: string;
  readonly place: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly donorPersonId: string;
}

interface Recipient {
  readonly personId: string;
  readonly locale: Locale;
}

/** Mails about matches: into the outbox, in the transaction of the job, once for each fact and person. */
@Injectable()
export class MatchMails {
  readonly job: FactJob = { name: 'notifications.match-mails', apply: (tx, fact) => this.tell(tx, fact) };
  private readonly meetings: MeetingWords;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly ends: MatchExpiryService,
    private readonly handOvers: HandOvers,
    clock: Clock,
    env: Env,
    private readonly standing: StandingMails,
  ) {
    this.meetings = new MeetingWords(catalogue, clock, env);
  }

  private async tell(tx: Tx, fact: Fact): Promise<void> {
    const letters = LETTERS[fact.type as FactType];
    const { matchId, sequence } = fact.payload as { matchId?: string; sequence?: number };
    if (!letters || !matchId) return;
    const row = (await this.rows(tx, [matchId]))[0];
    const match = row && fact.type === 'match.confirmed' ? { ...row, ...(await this.came(tx, matchId)) } : row;
    if (!match || (sequence !== undefined && match.handOver?.sequence !== sequence)) return; // moved or ended since: that has a fact of its own
    await this.write(tx, match, letters(match), fact.id);
  }

  /** Reminds the silent side a day before a deadline, once for each wait. */
  remind(): Promise<number> {
    return this.ends.remindDue(async (tx, { id }) => {
      for (const match of await this.rows(tx, [id])) {
        await this.write(
          tx,
          match,
          reminderOf(match),
          derivedId(match.id, `${match.status}-${match.deadline?.toISOString() ?? ''}`),
        );
      }
    });
  }

  /** Reminds both sides the day before they meet, once for each agreed time. */
  remindHandOvers(): Promise<number> {
    return this.handOvers.remindDue(async (tx, id, sequence) => {
      for (const match of await this.rows(tx, [id])) {
        await this.write(
          tx,
          match,
          [
            { to: 'donor', mail: 'remind-meeting' },
            { to: 'organization', mail: 'remind-meeting' },
          ],
          derivedId(match.id, `hand-over-${sequence}`),
        );
      }
    });
  }

  private async write(tx: Tx, match: MatchRow, letters: readonly Letter[], cause: string): Promise<void> {
    for (const { to, mail } of letters) {
      const path = isOfMeeting(mail)
        ? `/matches/${match.id}`
        : to === 'donor'
          ? `/offer/${match.offerId}`
          : `/desk/${match.organizationId}`;
      const texts = { ru: this.text(match, mail, 'ru'), en: this.text(match, mail, 'en') };
      for (const { personId, locale } of await this.recipients(tx, match, to)) {
        const { subject, body } = texts[locale];
        const meeting = await this.meetings.of(tx, match, mail, { personId, side: to, locale });
        const manage = to === 'donor' ? await this.standing.ofMatch(tx, match.id, locale) : {};
        await sendMail(tx, {
          id: derivedId(cause, `${mail}-${personId}`),
          personId,
          template: `match.${mail}`,
          locale,
          kind: kindOf(mail),
          subject,
          body: [body, ...meeting.paragraphs].join('\n\n'),
          ...manage,
          tokens: [...meeting.sealed, ...(manage.tokens ?? [])],
          ...(meeting.calendar ? { calendar: meeting.calendar } : {}),
          action: {
            url: mail === 'confirmed' && to === 'donor' && match.arrived ? '/me/statement' : path,
            label: matchMailAction(
              mail === 'confirmed' && !(to === 'donor' && match.arrived) ? 'cancelled' : mail,
              locale,
              match.kind,
            ),
          },
          notice: { subjectType: 'match', subjectId: match.id, path, ru: texts.ru.subject, en: texts.en.subject },
        });
      }
    }
  }

  private text(match: MatchRow, mail: MatchMail, locale: Locale): { subject: string; body: string } {
    const place = this.catalogue.place(
      isPrivateCategory(this.catalogue, match.category) ? districtOf(this.catalogue, match.place) : match.place,
    );
    const timeZone = place?.timeZone ?? 'UTC';
    const town = (locale === 'ru' ? place?.centreRu : place?.centreEn) ?? place?.code ?? '';
    const { handOver } = match;
    const said = (amount = 0): string =>
      amount === 0 ? 'none' : formatAmount(amount, match.unit, locale, this.catalogue);
    return matchMailText(mail, locale, {
      amount: formatAmount(match.amount, match.unit, locale, this.catalogue),
      kind: match.kind,
      title: titleInMails(this.catalogue, match, locale),
      organization: match.organization,
      deadline: momentText(match.deadline, locale, timeZone, town),
      reason: reasonText(match.reason, locale),
      window: handOver ? windowText(new Date(handOver.from), new Date(handOver.until), locale, timeZone, town) : '',
      where: handOver && !handOver.place ? 'open' : 'said',
      by: mail === 'confirmed' ? (match.endedBy ?? '') : (match.handOverBy ?? ''),
      arrived: said(match.arrived),
      lost: said(match.lost),
    });
  }

  private async came(tx: Tx, matchId: string): Promise<Arrived> {
    return (await arrivedInMatches(tx, [matchId])).get(matchId) ?? { arrived: 0, lost: 0 };
  }

  private async recipients(tx: Tx, match: MatchRow, to: Side): Promise<Recipient[]> {
    if (to === 'donor')
      return tx.query(`SELECT id AS "personId", locale FROM people WHERE id = $1`, [match.donorPersonId]);
    return tx.query(
      `SELECT DISTINCT p.id AS "personId", p.locale FROM grants g JOIN people p ON p.id = g.person_id
       WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') ORDER BY p.id LIMIT 50`,
      [match.organizationId],
    );
  }

  /** Of sign-ups for shifts the shift tells its own. */
  private async rows(tx: Tx, ids: readonly string[]): Promise<MatchRow[]> {
    if (ids.length === 0) return [];
    return tx.query(
      `SELECT m.id, m.status, m.first_yes AS "firstYes", m.ended_by AS "endedBy", m.held_at IS NOT NULL AS held, m.decided IS NOT NULL AS decided, m.amount, m.unit, m.deadline, m.reason,
              m.offer_id AS "offerId", m.need_id AS "needId", n.kind, n.title, n.category, n.place, n.organization_id AS "organizationId", org.short_name AS organization, o.created_by AS "donorPersonId",
              h.proposed_by AS "handOverBy",
              CASE WHEN h.match_id IS NOT NULL THEN json_build_object('sequence', h.sequence, 'from', h.starts_at, 'until', h.ends_at, 'place', h.place, 'note', h.note, 'changedAt', coalesce(h.cancelled_at, h.agreed_at, h.proposed_at)) END AS "handOver"
       FROM matches m JOIN needs n ON n.id = m.need_id JOIN offers o ON o.id = m.offer_id JOIN organizations org ON org.id = n.organization_id LEFT JOIN hand_overs h ON h.match_id = m.id
       WHERE m.id = ANY($1) AND NOT m.sign_up ORDER BY m.id`,
      [ids],
    );
  }
}
