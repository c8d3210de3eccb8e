import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the server does with a mail: takes it, asks to come later, refuses the reader or the text for good, never answers, keeps it and breaks the line. */
export type Verdict = 'take' | 'grey' | 'no-reader' | 'no-text' | 'hang' | 'keep-and-drop';

/** A mail server in this process that keeps what it took and answers as a test wants. */
export class FakeSmtp {
  readonly taken: { to: string; mail: ParsedMail }[] = [];
  /** Asked for every recipient, with how often that address was tried before. */
  verdict: (to: string, before: number) => Verdict = () => 'take';
  /** Told of each mail that was taken. */
  heard: (to: string, mail: ParsedMail) => void = () => undefined;
  /** Mails that it has read to the end and does not answer. */
  hung = 0;
  private readonly tries = new Map<string, number>();
  private readonly now = new Map<string, Verdict>();
  private readonly server: SMTPServer;

  constructor(private readonly account?: { user: string; pass: string }) {
    this.server = new SMTPServer({
      authOptional: account === undefined,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onAuth: (auth, _session, done) =>
        auth.username === account?.user && auth.password === account?.pass
          ? done(null, { user: 1 })
          : done(answer(535, `no such account ${auth.username}`)),
      onRcptTo: (address, session, done) => {
        const before = this.tries.get(address.address) ?? 0;
        this.tries.set(address.address, before + 1);
        const verdict = this.verdict(address.address, before);
        this.now.set(session.id, verdict);
        if (verdict === 'grey') return done(answer(450, `<${address.address}> greylisted, come later`));
        if (verdict === 'no-reader') return done(answer(550, `<${address.address}> unknown`));
        done();
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.took(Buffer.concat(chunks), session, done));
      },
    });
    this.server.on('error', () => undefined); // broken lines are part of these scenarios
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', () => done()));
    const { port } = this.server.server.address() as AddressInfo;
    return this.account
      ? `smtp://${this.account.user}:${this.account.pass}@127.0.0.1:${port}?requireTLS=false`
      : `smtp://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    for (const connection of this.lines()) connection._socket.destroy();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  to(address: string): ParsedMail[] {
    return this.taken.flatMap((one) => (one.to === address ? [one.mail] : []));
  }

  private async took(raw: Buffer, session: SMTPServerSession, done: (err?: Error | null) => void): Promise<void> {
    const verdict = this.now.get(session.id) ?? 'take';
    if (verdict === 'hang') {
      this.hung += 1;
      return;
    }
    if (verdict === 'no-text') return done(answer(554, 'content refused'));
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const mail = await simpleParser(raw);
    this.taken.push({ to, mail });
    this.heard(to, mail);
    if (verdict === 'take') return done();
    for (const connection of this.lines()) if (connection.session.id === session.id) connection._socket.destroy();
  }

  private lines(): { session: { id: string }; _socket: { destroy(): void } }[] {
    return [
      ...(this.server as unknown as { connections: Set<{ session: { id: string }; _socket: { destroy(): void } }> })
        .connections,
    ];
  }
}

function answer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
