import { MailRouting, MailSender } from '#notifications';
import { newId, SetClock } from '#kernel';
import { Env } from '#host';
import { sendMail, Smtp, type Mail } from '#platform';
import { testDatabase, type TestDatabase } from '../../support/database.js';

export const SECRET = 'a secret of a test that is long enough';
export const PUBLIC_URL = 'https://lepta.example';

/** A database with people and mails; a clock that can be moved beside the database's own. */
export async function openMails() {
  const db: TestDatabase = await testDatabase();
  const { source } = db;
  const clock = new SetClock(new Date());
  const env = new Env({ PUBLIC_URL, SESSION_SECRET: SECRET });
  const routing = new MailRouting(source, clock);
  let people = 0;
  return {
    db,
    source,
    clock,
    env,
    routing,
    sender: (url: string, timeoutMs?: number, by = routing): MailSender =>
      new MailSender(source, clock, env, by, new Smtp({ url, from: 'no-reply@lepta.example', timeoutMs })),
    async person(options: { confirmed?: boolean; locale?: 'ru' | 'en' } = {}): Promise<{ id: string; email: string }> {
      const id = newId();
      people += 1;
      const email = `reader${people}@example.org`;
      await source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person')`, [id]);
      await source.query(
        `INSERT INTO people (id, email, email_confirmed_at, password_hash, name, locale) VALUES ($1, $2, $3, '-', 'Анна', $4)`,
        [id, email, options.confirmed === false ? null : clock.now(), options.locale ?? 'ru'],
      );
      return { id, email };
    },
    async write(personId: string, changes: Partial<Mail> = {}): Promise<string> {
      const id = newId();
      await source.transaction((tx) =>
        sendMail(tx, {
          id,
          personId,
          template: 'test',
          locale: 'ru',
          subject: 'Письмо',
          body: 'Текст письма.',
          kind: 'match',
          ...changes,
        }),
      );
      return id;
    },
    /** Moves a mail back in time. */
    age: (id: string, ms: number): Promise<unknown> =>
      source.query(`UPDATE mails SET created_at = created_at - $2 * interval '1 ms' WHERE id = $1`, [id, ms]),
    async status(id: string): Promise<string> {
      return (
        ((await source.query('SELECT status FROM mails WHERE id = $1', [id])) as { status: string }[])[0]?.status ?? ''
      );
    },
    async row(id: string): Promise<{
      status: string;
      tries: number;
      failed_reason: string | null;
      next_try_at: Date | null;
      sent_at: Date | null;
    }> {
      return ((await source.query('SELECT * FROM mails WHERE id = $1', [id])) as never[])[0] as never;
    },
    choose: (personId: string, kind: string, choice: string): Promise<unknown> =>
      source.query(
        `INSERT INTO notification_choices VALUES ($1, $2, $3, now()) ON CONFLICT (person_id, kind) DO UPDATE SET choice = excluded.choice`,
        [personId, kind, choice],
      ),
  };
}

export type MailDesk = Awaited<ReturnType<typeof openMails>>;
