import { Injectable } from '@nestjs/common';
import { derivedId, type Fact, type FactType } from '#kernel';
import { sendMail, type FactJob, type Tx } from '#platform';
import { Catalogue, formatAmount } from '#catalogue';
import { MatchExpiryService } from '#matching';
import { isPrivateCategory, districtOf, titleInMails } from '#needs';
import { matchMailAction, matchMailText, momentText, type Locale, type MatchMail } from './mail-texts.rules.js';
import { kindOf, LETTERS, reminderOf, type Letter, type Side } from './match-mails.rules.js';

interface MatchRow {
  readonly id: string;
  readonly status: string;
  readonly firstYes: Side | null;
  readonly endedBy: string | null;
  readonly held: boolean;
  readonly amount: number;
  readonly unit: string;
  readonly deadline: Date | null;
  readonly reason: string | null;
  readonly offerId: string;
  readonly needId: string;
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

  constructor(
    private readonly catalogue: Catalogue,
    private readonly ends: MatchExpiryService,
  ) {}

  private async tell(tx: Tx, fact: Fact): Promise<void> {
    const letters = LETTERS[fact.type as FactType];
    const { matchId } = fact.payload as { matchId?: string };
    if (!letters || !matchId) return;
    const match = (await this.rows(tx, [matchId]))[0];
    if (match) await this.write(tx, match, letters(match), fact.id);
  }

  /** Reminds the silent side a day before a deadline, once for each wait. */
  remind(): Promise<number> {
    return this.ends.remindDue(async (tx, { id }) => {
      for (const match of await this.rows(tx, [id])) {
        await this.write(tx, match, reminderOf(match), derivedId(match.id, `${match.status}-${match.deadline?.toISOString() ?? ''}`));
      }
    });
  }

  private async write(tx: Tx, match: MatchRow, letters: readonly Letter[], cause: string): Promise<void> {
    for (const { to, mail } of letters) {
      const path = to === 'donor' ? `/offer/${match.offerId}` : `/desk/${match.organizationId}`;
      const texts = { ru: this.text(match, mail, 'ru'), en: this.text(match, mail, 'en') };
      for (const { personId, locale } of await this.recipients(tx, match, to)) {
        await sendMail(tx, {
          id: derivedId(cause, `${mail}-${personId}`), personId, template: `match.${mail}`, locale, kind: kindOf(mail), ...texts[locale],
          action: { url: mail === 'confirmed' ? '/me' : path, label: matchMailAction(mail, locale) },
          notice: { subjectType: 'match', subjectId: match.id, path, ru: texts.ru.subject, en: texts.en.subject },
        });
      }
    }
  }

  private text(match: MatchRow, mail: MatchMail, locale: Locale): { subject: string; body: string } {
    const place = this.catalogue.place(isPrivateCategory(this.catalogue, match.category) ? districtOf(this.catalogue, match.place) : match.place);
    return matchMailText(mail, locale, {
      amount: formatAmount(match.amount, match.unit, locale, this.catalogue),
      title: titleInMails(this.catalogue, match, locale),
      organization: match.organization,
      deadline: momentText(match.deadline, locale, place?.timeZone ?? 'UTC', (locale === 'ru' ? place?.centreRu : place?.centreEn) ?? place?.code ?? ''),
      reason: match.reason ?? '',
    });
  }

  private async recipients(tx: Tx, match: MatchRow, to: Side): Promise<Recipient[]> {
    if (to === 'donor') return tx.query(`SELECT id AS "personId", locale FROM people WHERE id = $1`, [match.donorPersonId]);
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
      `SELECT m.id, m.status, m.first_yes AS "firstYes", m.ended_by AS "endedBy", m.held_at IS NOT NULL AS held, m.amount, m.unit, m.deadline, m.reason,
              m.offer_id AS "offerId", m.need_id AS "needId", n.title, n.category, n.place, n.organization_id AS "organizationId", org.short_name AS organization, o.created_by AS "donorPersonId"
       FROM matches m JOIN needs n ON n.id = m.need_id JOIN offers o ON o.id = m.offer_id JOIN organizations org ON org.id = n.organization_id
       WHERE m.id = ANY($1) AND NOT m.sign_up ORDER BY m.id`,
      [ids],
    );
  }
}
