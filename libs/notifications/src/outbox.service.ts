import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { audit, Env, type MailKind } from '#platform';
import { DataSource } from 'typeorm';
import { letterContent, plainBody, type MailParts } from './letter.rules.js';
import type { Locale } from './mail-texts.rules.js';
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
  readonly can: readonly 'retry'[];
}

interface Row extends Omit<OutboxMail, 'person' | 'can'> {
  readonly parts: MailParts | null;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

export interface OutboxFilter {
  readonly limit: number;
  /** The last mail of the page before. */
  readonly after: readonly [at: string, id: string] | null;
  readonly person: string | null;
  readonly status: MailStatus | null;
}

/** Every mail, sent or not. */
@Injectable()
export class Outbox {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Newest first. */
  async page({ limit, after, person, status }: OutboxFilter): Promise<OutboxMail[]> {
    const conditions = [
      ...(after ? ['(m.created_at, m.id) < ($2::timestamptz, $3::uuid)'] : ['$2::text IS NULL AND $3::text IS NULL']),
      person ? 'm.person_id = $4::uuid' : '$4::text IS NULL',
      status ? 'm.status = $5' : '$5::text IS NULL',
    ];
    const rows: Row[] = await this.source.query(
      `SELECT m.id, m.person_id AS "personId", p.name, coalesce(m.address, p.email) AS email, m.template, m.kind, m.locale, m.subject, m.body, m.parts, m.status, m.tries, m.failed_reason AS "failedReason",
         to_json(CASE WHEN m.status = 'ready' THEN m.next_try_at END) #>> '{}' AS "nextTryAt", to_json(m.created_at) #>> '{}' AS "createdAt", to_json(m.sent_at) #>> '{}' AS "sentAt"
       FROM mails m JOIN people p ON p.id = m.person_id WHERE ${conditions.join(' AND ')} ORDER BY m.created_at DESC, m.id DESC LIMIT $1`,
      [limit, after?.[0] ?? null, after?.[1] ?? null, person, status],
    );
    return rows.map(({ personId, name, email, parts, ...mail }) => ({ ...mail, body: plainBody(letterContent({ ...mail, parts }, this.env.PUBLIC_URL, null)), person: { id: personId, name, email }, can: mail.status === 'failed' ? ['retry'] : [] }));
  }

  /** Sends a failed mail once more, as if it were new from now on. */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [mail]: { status: MailStatus }[] = await tx.query('SELECT status FROM mails WHERE id = $1 FOR UPDATE', [id]);
      if (!mail) return refuse('mail.not-found');
      if (mail.status === 'ready') return;
      if (mail.status !== 'failed') return refuse('mail.not-failed');
      await tx.query(`UPDATE mails SET status = 'ready', tries = 0, next_try_at = $2, failed_reason = NULL WHERE id = $1`, [id, this.clock.now()]);
      await audit(tx, { personId: actor.personId, action: 'mail.retry', subjectType: 'mail', subjectId: id });
    });
  }
}
