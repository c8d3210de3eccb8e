import { Injectable } from '@nestjs/common';
import { Clock, derivedId, typograph, type Fact } from '#kernel';
import { sendMail, type FactJob, type Tx } from '#platform';
import { Catalogue } from '#catalogue';
import { takeMessageToTell } from '#messages';
import { titleInMails } from '#forms';
import type { Locale } from './mail-texts.rules.js';
import { messageMailText } from './message-mail.rules.js';
import type { Side } from './match-mails.rules.js';

interface MatchRow {
  readonly title: string;
  readonly category: string;
  readonly organization: string;
  readonly organizationId: string;
  readonly offerId: string;
}

/** Mails about messages of a match: to those of the other side who have not read them, once in some hours for each match, and never what was said. */
@Injectable()
export class MessageMails {
  readonly job: FactJob<Fact<'message.sent'>> = {
    name: 'notifications.message-mails',
    apply: (tx, fact) => this.tell(tx, fact),
  };

  constructor(
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  private async tell(tx: Tx, { payload: { messageId } }: Fact<'message.sent'>): Promise<void> {
    const message = await takeMessageToTell(
      tx,
      messageId,
      (matchId, side) => peopleOf(tx, matchId, side),
      this.clock.now(),
    );
    if (!message || message.personIds.length === 0) return;
    const { matchId, from } = message;
    const [match] = (await tx.query(
      `SELECT n.title, n.category, n.organization_id AS "organizationId", g.short_name AS organization, m.offer_id AS "offerId"
       FROM matches m JOIN needs n ON n.id = m.need_id JOIN organizations g ON g.id = n.organization_id WHERE m.id = $1`,
      [matchId],
    )) as [MatchRow];
    const path = `/matches/${matchId}`;
    const written = (locale: Locale): { subject: string; body: string } =>
      messageMailText(from, locale, {
        title: titleInMails(this.catalogue, match, locale),
        organization: match.organization,
      });
    const texts = { ru: written('ru'), en: written('en') };
    const people = (await tx.query('SELECT id, locale FROM people WHERE id = ANY($1) ORDER BY id', [
      message.personIds,
    ])) as { id: string; locale: Locale }[];
    for (const { id, locale } of people) {
      await sendMail(tx, {
        id: derivedId(messageId, `told-${id}`),
        personId: id,
        template: 'match.message',
        locale,
        kind: 'match',
        subject: typographed(texts[locale].subject, locale),
        body: typographed(texts[locale].body, locale),
        action: { url: path, label: locale === 'ru' ? 'Открыть переписку' : 'Open the messages' },
        notice: {
          subjectType: 'match',
          subjectId: matchId,
          path,
          ru: typograph(texts.ru.subject),
          en: texts.en.subject,
        },
      });
    }
  }
}

const typographed = (text: string, locale: Locale): string => (locale === 'ru' ? typograph(text) : text);

async function peopleOf(tx: Tx, matchId: string, side: Side): Promise<string[]> {
  const sql =
    side === 'donor'
      ? 'SELECT o.created_by AS id FROM matches m JOIN offers o ON o.id = m.offer_id WHERE m.id = $1'
      : `SELECT DISTINCT g.person_id AS id FROM matches m JOIN needs n ON n.id = m.need_id JOIN grants g ON g.object_type = 'organization' AND g.object_id = n.organization_id::text
         AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') WHERE m.id = $1 ORDER BY 1 LIMIT 50`;
  return ((await tx.query(sql, [matchId])) as { id: string }[]).map((row) => row.id);
}
