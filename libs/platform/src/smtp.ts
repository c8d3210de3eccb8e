import type { createTransport, Transporter } from 'nodemailer';

export interface Letter {
  /** With angle brackets; the same at every delivery of one mail. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly date: Date;
  /** An entry that mail programs put into the reader's calendar. */
  readonly calendar?: { readonly method: string; readonly text: string };
  readonly pictures?: readonly LetterPicture[];
}

/** A picture that the HTML names by `cid:`. */
export interface LetterPicture {
  readonly cid: string;
  readonly png: Uint8Array;
}

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, `smtps://…:465`; options of nodemailer can follow as a query. */
  readonly url: string;
  readonly from: string;
  /** For one mail, from connecting to the server's last word. */
  readonly timeoutMs?: number;
}

/** What a server's answer means for a mail: it can never arrive (`never`), or may later. `text` is the server's own, for administrators. */
export interface SmtpFault {
  readonly verdict: 'never' | 'later';
  readonly code: string;
  readonly text: string;
}

const CONNECTIONS = 4;
const TIMEOUT_MS = 60_000;
/** Steps that concern this mail alone. A 5xx before them is about us or the server: another try may find that mended. */
const OF_THE_MAIL = new Set(['RCPT TO', 'DATA', 'BDAT']);

/**
 * The only way by which mail leaves: a small pool of connections to the configured server. TLS is required as soon as there is a password to
 * lose; nothing in a letter makes it read files or addresses; nothing of the talk is logged.
 */
export class Smtp {
  private transport: Promise<Transporter> | null = null;
  private readonly timeoutMs: number;
  private readonly ended = new AbortController();

  constructor(private readonly options: SmtpOptions) {
    this.timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** nodemailer comes with the first letter: the api, which sends none, stays small. */
  private async open(): Promise<Transporter> {
    const { createTransport: create } = await import('nodemailer');
    const { username } = new URL(this.options.url);
    return create({
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: 100,
      maxRequeues: 0, // tries are counted in the outbox, not here
      requireTLS: username !== '',
      connectionTimeout: Math.min(10_000, this.timeoutMs),
      greetingTimeout: Math.min(10_000, this.timeoutMs),
      dnsTimeout: Math.min(10_000, this.timeoutMs),
      socketTimeout: Math.min(30_000, this.timeoutMs),
      tls: { minVersion: 'TLSv1.2' },
      disableFileAccess: true,
      disableUrlAccess: true,
      url: this.options.url, // last: what its query says counts
    } as Parameters<typeof createTransport>[0]);
  }

  /** Resolves once the server has taken the letter (250). Throws what nodemailer throws; `smtpFault` reads it. */
  async send(letter: Letter): Promise<void> {
    const signal = AbortSignal.any([AbortSignal.timeout(this.timeoutMs), this.ended.signal]);
    const transport = await (this.transport ??= this.open());
    const { calendar, pictures = [], ...text } = letter;
    const icalEvent = calendar && { method: calendar.method, filename: 'lepta.ics', content: calendar.text };
    await transport.sendMail({
      from: this.options.from,
      ...text,
      icalEvent,
      attachments: pictures.map(({ cid, png }) => ({
        cid,
        filename: `${cid}.png`,
        content: Buffer.from(png),
        contentType: 'image/png',
        contentDisposition: 'inline',
      })),
      headers: { ...letter.headers },
      signal,
    } as Parameters<Transporter['sendMail']>[0]);
  }

  /** Lets go of the server; whatever is under way ends as "later". */
  close(): void {
    this.ended.abort();
    this.transport?.then(
      (transport) => transport.close(),
      () => undefined,
    );
  }
}

/** Reads what sending threw. Pure. */
export function smtpFault(err: unknown): SmtpFault {
  const { code, responseCode, command, response, message } = err as {
    code?: string;
    responseCode?: number;
    command?: string;
    response?: string;
    message?: string;
  };
  const refused = typeof responseCode === 'number' && responseCode >= 500 && OF_THE_MAIL.has(command ?? '');
  const unfit =
    responseCode === undefined && (code === 'EMESSAGE' || (code === 'EENVELOPE' && /recipient/i.test(message ?? '')));
  const never = refused || unfit;
  return {
    verdict: never ? 'never' : 'later',
    code: String(responseCode ?? code ?? 'unknown').slice(0, 40),
    text: (response ?? message ?? '').replace(/\s+/g, ' ').slice(0, 300),
  };
}
