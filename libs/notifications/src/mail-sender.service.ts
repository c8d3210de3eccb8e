import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { assert, Clock, MINUTE_MS, pageAddress } from '#kernel';
import {
  claimMails,
  dropRunOutTokens,
  dropStaleMails,
  log,
  noteFailed,
  noteRetry,
  noteSent,
  openTokens,
  Smtp,
  smtpFault,
  type Letter,
} from '#platform';
import { Env } from '#host';
import { DataSource } from 'typeorm';
import { htmlLetter } from './layout.js';
import { qrPictures } from './qr-pictures.js';
import { letterContent, plainText, type StoredMail } from './letter.rules.js';
import { MailRouting } from './mail-routing.service.js';
import { openedMail } from './mail-tokens.js';
import { nextTry } from './retry.rules.js';
import { MAIL_LIFE_MS } from './route.rules.js';
import { unsubscribeToken } from './unsubscribe.rules.js';

/** Mails that one process takes at a time. */
const BATCH = 12;
/** Who takes a mail has it alone for so long; a process that dies gives it back by that. Longer than a batch can take. */
const LEASE_MS = 5 * MINUTE_MS;
/** A tick ends after this, so that a stop never waits for a long queue; the next one goes on. */
const TICK_MS = 20_000;
/** A server that takes nothing is left alone until the next tick. */
const FAULTS_IN_A_ROW = BATCH;

interface Claimed extends StoredMail {
  readonly id: string;
  readonly personId: string;
  readonly email: string | null;
  readonly tries: number;
  readonly createdAt: Date;
  /** Tokens of its links. */
  readonly sealed: Buffer | null;
}

/**
 * Sends what is ready, when SMTP_URL is set. At least once: a process that dies, or a line that breaks, between the server's "250" and our note of
 * it makes the mail go out again, under the same Message-ID, by which programs know it as one. No mail is lost: it ends as sent, or as failed with a reason.
 * The tokens of its links are erased with that end, in the same statement, and when they have run out in any case.
 */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly routing: MailRouting,
    /** null: nothing is sent, the outbox keeps it. */
    @Inject(Smtp) private readonly smtp: Smtp | null,
  ) {}

  /** Routes new mails and sends ready ones. Returns how many were sent. */
  async tick(): Promise<number> {
    await this.routing.tick();
    // Links that have run out open nothing, and a mail that has not left by then would only mislead.
    await dropRunOutTokens(this.source, this.clock.now());
    if (!this.smtp) return 0;
    // What nobody has tried to send for days (there was no server) says nothing any more: a server set up today must not send last month's mails.
    await dropStaleMails(this.source, new Date(this.clock.now().getTime() - MAIL_LIFE_MS));
    const until = this.clock.now().getTime() + TICK_MS;
    let sent = 0;
    for (let faults = 0; !this.stopping && faults < FAULTS_IN_A_ROW && this.clock.now().getTime() < until;) {
      const mails = (await claimMails(this.source, BATCH, this.clock.now(), LEASE_MS)) as Claimed[];
      if (mails.length === 0) break;
      const done = (await Promise.all(mails.map((mail) => this.send(mail)))).filter(Boolean).length;
      sent += done;
      faults = done > 0 ? 0 : faults + mails.length;
    }
    return sent;
  }

  /** No further mail is taken; what is under way is given up and comes again. To be called before the queue waits for its jobs. */
  stop(): void {
    this.stopping = true;
    this.smtp?.close();
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  /** No transaction is open while the server is spoken to. */
  private async send(mail: Claimed): Promise<boolean> {
    if (mail.email === null || mail.email.endsWith('.invalid')) return this.failed(mail, 'no-address');
    try {
      const letter = await this.letter(mail, mail.email);
      if (!letter) return await this.failed(mail, 'other-secret');
      await this.smtp?.send(letter);
    } catch (err) {
      await this.refused(mail, err);
      return false;
    }
    await this.noted(mail);
    return true;
  }

  /** Null: its tokens were sealed with another SESSION_SECRET. */
  private async letter(mail: Claimed, to: string): Promise<Letter | null> {
    const { PUBLIC_URL, SESSION_SECRET } = this.env;
    assert(SESSION_SECRET, 'a worker that sends mails has a SESSION_SECRET');
    const tokens = mail.sealed === null ? {} : openTokens(mail.id, mail.sealed, SESSION_SECRET);
    if (tokens === null) return null;
    const token = unsubscribeToken(mail, SESSION_SECRET);
    const opened = openedMail(mail, tokens);
    const content = letterContent(opened, PUBLIC_URL, pageAddress(PUBLIC_URL, mail.locale, `/unsubscribe#${token}`));
    const unsubscribe = content.footer.unsubscribe && {
      'List-Unsubscribe': `<${PUBLIC_URL}/api/v1/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    return {
      messageId: `<${mail.id}@${new URL(PUBLIC_URL).hostname}>`,
      to,
      subject: content.subject,
      text: plainText(content),
      html: htmlLetter(content),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': mail.locale,
        ...unsubscribe,
      },
      date: mail.createdAt,
      ...(opened.parts?.calendar ? { calendar: opened.parts.calendar } : {}),
      pictures: await qrPictures(opened.parts?.pictures ?? []),
    };
  }

  /** A second try of the note is cheaper than a second mail. */
  private async noted(mail: Claimed): Promise<void> {
    const note = (): Promise<void> => noteSent(this.source, mail.id, this.clock.now());
    for (const wait of [200, 1_000, 3_000]) {
      try {
        return await note();
      } catch (err) {
        log.warn({ err, mailId: mail.id }, 'a sent mail could not be noted as sent');
        await new Promise((done) => setTimeout(done, wait));
      }
    }
    await note();
  }

  private async refused(mail: Claimed, err: unknown): Promise<void> {
    const { verdict, code, text } = smtpFault(err);
    // The server's words can hold the address: the log gets its code only.
    if (this.stopping) return void (await this.again(mail, this.clock.now(), 'stopped while sending'));
    const next = verdict === 'later' ? nextTry(mail.tries, mail.createdAt, this.clock.now()) : null;
    log[next ? 'info' : 'warn'](
      { mailId: mail.id, code, tries: mail.tries, again: next },
      next ? 'a mail was not taken and is tried again' : 'a mail cannot be delivered',
    );
    if (next) await this.again(mail, next, `${code}: ${text}`);
    else await this.failed(mail, `${verdict === 'later' ? 'given up after ' : ''}${code}: ${text}`);
  }

  private async again(mail: Claimed, at: Date, reason: string): Promise<void> {
    await noteRetry(this.source, mail, at, reason);
  }

  private async failed(mail: Claimed, reason: string): Promise<false> {
    await noteFailed(this.source, mail, reason);
    return false;
  }
}
