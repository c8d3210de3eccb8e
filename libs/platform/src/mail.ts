import type { Tx } from './db.js';

export interface Mail {
  /** Derived from what caused it (`derivedId`), so that writing it twice leaves one. */
  readonly id: string;
  readonly personId: string;
  /** Where it goes when that is not the person's present address: to a new one that is to be confirmed, or to the old one. */
  readonly address?: string;
  readonly template: string;
  readonly locale: 'ru' | 'en';
  readonly subject: string;
  readonly body: string;
}

/** Puts a mail into the outbox, in the transaction of what it tells of. A second write of the same id changes nothing. */
export async function sendMail(tx: Tx, mail: Mail): Promise<void> {
  await tx.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, address) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
    [mail.id, mail.personId, mail.template, mail.locale, mail.subject, mail.body, mail.address ?? null],
  );
}
