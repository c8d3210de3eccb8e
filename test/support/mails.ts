import { openTokens, withTokens } from '#platform';
import type { DataSource } from 'typeorm';

/** SESSION_SECRET of processes in tests that have no other. */
export const TEST_SECRET = 'the session secret of every test process';

export interface ReadMail {
  readonly id: string;
  readonly template: string;
  readonly personId: string;
  readonly address: string | null;
  readonly subject: string;
  /** With the tokens of its links, as long as they are kept. */
  readonly body: string;
  /** Body, action and sections. */
  readonly whole: string;
}

/** Mails as their readers get them, the oldest first. @param where about `m` (mails) and `p` (people) */
export async function readMails(
  source: Pick<DataSource, 'query'>,
  where = 'true',
  params: readonly unknown[] = [],
  secret = TEST_SECRET,
): Promise<ReadMail[]> {
  const rows: (ReadMail & { sealed: Buffer | null })[] = await source.query(
    `SELECT m.id, m.template, m.person_id AS "personId", m.address, m.subject, m.body, m.body || coalesce(m.parts::text, '') AS whole, m.sealed
     FROM mails m JOIN people p ON p.id = m.person_id WHERE ${where} ORDER BY m.created_at, m.id`,
    [...params],
  );
  return rows.map(({ sealed, ...mail }) => {
    const tokens = sealed === null ? {} : openTokens(mail.id, sealed, secret);
    if (tokens === null) throw new Error('a mail was sealed with another secret');
    return { ...mail, body: withTokens(mail.body, tokens), whole: withTokens(mail.whole, tokens) };
  });
}
