import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock, newId, type Locale } from '#kernel';
import { audit, Smtp, smtpFault } from '#platform';
import { Env } from '#host';
import { refuseInstallation } from './installation.refusals.js';
import { mailHost, mailSettings, writeSetting } from './settings.queries.js';

export interface TestMailResult {
  readonly ok: boolean;
  readonly host: string;
  /** What the server said, `250` where it took the mail. */
  readonly code: string;
  readonly text: string;
}

/** A person waits for the answer. */
const TIMEOUT_MS = 15_000;

const WORDS: Readonly<Record<Locale, { readonly subject: string; readonly text: string }>> = {
  ru: {
    subject: 'Пробное письмо',
    text: 'Здравствуйте.\n\nЭто пробное письмо: почта работает. Делать ничего не нужно.\n',
  },
  en: { subject: 'Test mail', text: 'Hello.\n\nThis is a test mail: mail works. There is nothing you need to do.\n' },
};

/** Really sends a mail, past the outbox, to the caller and to nobody else: its answer is the server's own. */
@Injectable()
export class TestMails {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** @throws installation.no-mail-server */
  async send(actor: Actor): Promise<TestMailResult> {
    const host = mailHost(this.env);
    if (host === null || this.env.SMTP_URL === null) return refuseInstallation('installation.no-mail-server');
    const [to] = (await this.source.query('SELECT email, locale FROM people WHERE id = $1', [actor.personId])) as {
      email: string;
      locale: Locale;
    }[];
    const result = { host, ...(await this.attempt(this.env.SMTP_URL, to?.email ?? '', to?.locale ?? 'ru')) };
    await this.source.transaction(async (tx) => {
      const { ok, code, text } = result;
      await writeSetting(
        tx,
        'installation.test-mail',
        { at: this.clock.now().toISOString(), ok, code, text, settings: mailSettings(this.env) },
        actor.personId,
      );
      await audit(tx, {
        personId: actor.personId,
        action: 'installation.test-mail',
        subjectType: 'installation',
        subjectId: 'mail',
        data: { ok, code },
      });
    });
    return result;
  }

  /** No transaction is open while the server is spoken to. */
  private async attempt(url: string, to: string, locale: Locale): Promise<Omit<TestMailResult, 'host'>> {
    const { hostname } = new URL(this.env.PUBLIC_URL);
    const smtp = new Smtp({ url, from: this.env.mailSender, timeoutMs: TIMEOUT_MS });
    const { subject, text } = WORDS[locale];
    try {
      const html = text
        .trim()
        .split('\n\n')
        .map((part) => `<p>${part}</p>`)
        .join('');
      await smtp.send({
        messageId: `<${newId()}@${hostname}>`,
        to,
        subject,
        text,
        html,
        headers: {},
        date: this.clock.now(),
      });
      return { ok: true, code: '250', text: '' };
    } catch (err) {
      const { code, text: said } = smtpFault(err);
      return { ok: false, code, text: said.replaceAll(to, '…') };
    } finally {
      smtp.close();
    }
  }
}
