import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { assert, Clock, derivedId } from '#kernel';
import { audit, openTokens, retryMail, sendMail, type MailKind, type Tx } from '#platform';
import { Env } from '#host';
import { DataSource } from 'typeorm';
import { letterContent, plainBody, type MailParts, type StoredMail } from './letter.rules.js';
import { revealedMail } from './reveal-mail.rules.js';
import { whyNotRevealed } from './reveal.rules.js';
import type { Locale } from './mail-texts.rules.js';
import { hiddenMail, openedMail } from './mail-tokens.js';
import { refuse } from './notifications.refusals.js';

export const MAIL_STATUSES = ['new', 'ready', 'digest', 'in_digest', 'off', 'sent', 'failed'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** A mail as an administrator reads it. */
export interface OutboxMail {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly template: string;
  readonly kind: MailKind;
  readonly locale: Locale;
  readonly subject: string;
  readonly body: string;
  readonly status: MailStatus;
  readonly tries: number;
  readonly nextTryAt: string | null;
  readonly failedReason: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly can: readonly ('retry' | 'reveal')[];
}

interface Row extends Omit<OutboxMail, 'person' | 'can'>, LinkState {
  readonly parts: MailParts | null;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** What decides about the links of a mail. */
interface LinkState {
  /** Whether it ever had tokens. */
  readonly hadTokens: boolean;
  /** Whether they are kept and have not run out. */
  readonly linked: boolean;
  readonly ofStaff: boolean;
}

const linkState = (
  now: string,
): string => `m.sealed_until IS NOT NULL AS "hadTokens", (m.sealed IS NOT NULL AND m.sealed_until > ${now}) AS linked,
  EXISTS (SELECT 1 FROM grants g WHERE g.person_id = m.person_id AND g.object_type IN ('platform', 'place') AND g.revoked_at IS NULL) AS "ofStaff"`;

/** The whole outbox, as the audit log names it. */
const WHOLE = '00000000-0000-0000-0000-000000000000';

export interface OutboxFilter {
  readonly limit: number;
  /** The last mail of the page before. */
  readonly after: readonly [at: string, id: string] | null;
  readonly person: string | null;
  readonly status: MailStatus | null;
}

/** Every mail, sent or not, its tokens hidden. Who read which of them stands in the audit log. */
@Injectable()
export class Outbox {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Newest first. */
  async page(actor: Actor, filter: OutboxFilter): Promise<OutboxMail[]> {
    return this.source.transaction(async (tx) => {
      const mails = await this.read(tx, filter);
      const { person, status } = filter;
      await audit(tx, {
        personId: actor.personId,
        action: 'mail.list',
        subjectType: person === null ? 'outbox' : 'person',
        subjectId: person ?? WHOLE,
        data: { status, mailIds: mails.map((mail) => mail.id) },
      });
      return mails;
    });
  }

  private async read(tx: Tx, { limit, after, person, status }: OutboxFilter): Promise<OutboxMail[]> {
    const conditions = [
      ...(after ? ['(m.created_at, m.id) < ($2::timestamptz, $3::uuid)'] : ['$2::text IS NULL AND $3::text IS NULL']),
      person ? 'm.person_id = $4::uuid' : '$4::text IS NULL',
      status ? 'm.status = $5' : '$5::text IS NULL',
    ];
    const rows: Row[] = await tx.query(
      `SELECT m.id, m.person_id AS "personId", p.name, coalesce(m.address, p.email) AS email, m.template, m.kind, m.locale, m.subject, m.body, m.parts, m.status, m.tries, m.failed_reason AS "failedReason",
         to_json(CASE WHEN m.status = 'ready' THEN m.next_try_at END) #>> '{}' AS "nextTryAt", to_json(m.created_at) #>> '{}' AS "createdAt", to_json(m.sent_at) #>> '{}' AS "sentAt", ${linkState('$6')}
       FROM mails m JOIN people p ON p.id = m.person_id WHERE ${conditions.join(' AND ')} ORDER BY m.created_at DESC, m.id DESC LIMIT $1`,
      [limit, after?.[0] ?? null, after?.[1] ?? null, person, status, this.clock.now()],
    );
    return rows.map((row) => this.shown(row));
  }

  private shown({ personId, name, email, parts, hadTokens, linked, ofStaff, ...mail }: Row): OutboxMail {
    const can = [
      ...(mail.status === 'failed' && (!hadTokens || linked) ? (['retry'] as const) : []),
      ...(whyNotRevealed({ template: mail.template, linked, ofStaff, delivered: this.delivered }) === null
        ? (['reveal'] as const)
        : []),
    ];
    const { subject, ...hidden } = hiddenMail({ ...mail, parts });
    return { ...mail, subject, body: this.text(hidden, subject), person: { id: personId, name, email }, can };
  }

  private text(mail: Omit<StoredMail, 'subject'>, subject: string): string {
    return plainBody(letterContent({ ...mail, subject }, this.env.PUBLIC_URL, null));
  }

  private get delivered(): boolean {
    return this.env.SMTP_URL !== null;
  }

  /**
   * The text of one mail with its links, for an administrator who hands them over where no server does. It stands in the audit log, and the person
   * is told, by mail and in the application.
   */
  async reveal(actor: Actor, id: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const [mail]: (StoredMail & LinkState & { personId: string; template: string; sealed: Buffer | null })[] =
        await tx.query(
          `SELECT m.person_id AS "personId", m.template, m.kind, m.locale, m.subject, m.body, m.parts, m.sealed, ${linkState('$2')} FROM mails m WHERE m.id = $1 FOR UPDATE OF m`,
          [id, this.clock.now()],
        );
      if (!mail) return refuse('mail.not-found');
      const { template, linked, ofStaff } = mail;
      const whyNot = whyNotRevealed({ template, linked, ofStaff, delivered: this.delivered });
      if (whyNot) return refuse(whyNot);
      assert(this.env.SESSION_SECRET, 'the api has a SESSION_SECRET');
      const tokens = mail.sealed && openTokens(id, mail.sealed, this.env.SESSION_SECRET);
      if (!tokens) return refuse('mail.no-link'); // sealed with the secret of before
      await audit(tx, {
        personId: actor.personId,
        action: 'mail.reveal',
        subjectType: 'mail',
        subjectId: id,
        data: { personId: mail.personId, template },
      });
      await sendMail(tx, {
        id: derivedId(id, `revealed ${actor.personId}`),
        personId: mail.personId,
        ...revealedMail(mail.locale, mail.subject, id),
      });
      const { subject, ...rest } = openedMail(mail, tokens);
      return this.text(rest, subject);
    });
  }

  /** Sends a failed mail once more, as if it were new from now on. */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [mail]: { status: MailStatus; gone: boolean }[] = await tx.query(
        'SELECT status, sealed_until IS NOT NULL AND sealed IS NULL AS gone FROM mails WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!mail) return refuse('mail.not-found');
      if (mail.status === 'ready') return;
      if (mail.status !== 'failed') return refuse('mail.not-failed');
      if (mail.gone) return refuse('mail.link-gone');
      await retryMail(tx, id, this.clock.now());
      await audit(tx, { personId: actor.personId, action: 'mail.retry', subjectType: 'mail', subjectId: id });
    });
  }
}
