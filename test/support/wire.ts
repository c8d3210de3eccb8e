import { Agent, request } from 'node:http';
import type { WireRequest } from './arbitraries.js';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

class IdleEnded extends Error {}

/** Sends requests as they are: nothing is repaired on the way, broken addresses arrive broken. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 24 });

  constructor(private readonly url: string) {}

  /** A connection that the server had closed as idle, while this was on its way, is no answer: it goes again, once, on a new one (RFC 9112, 9.3.1). */
  async send(method: string, asked: WireRequest, more: Record<string, string> = {}): Promise<WireAnswer> {
    try {
      return await this.once(method, asked, more, this.agent);
    } catch (err) {
      if (!(err instanceof IdleEnded)) throw err;
      return this.once(method, asked, more, false);
    }
  }

  private once(
    method: string,
    { path, headers, body }: WireRequest,
    more: Record<string, string>,
    agent: Agent | false,
  ): Promise<WireAnswer> {
    const { port, hostname } = new URL(this.url);
    const bytes = body === null ? null : Buffer.from(body, 'utf8');
    const all = { ...headers, ...more, ...(bytes ? { 'content-length': String(bytes.length) } : {}) };
    return new Promise((done, fail) => {
      const sent = request({ host: hostname, port, method, path, headers: all, agent }, (answer) => {
        const chunks: Buffer[] = [];
        const finish = (): void =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        if (/event-stream/.test(String(answer.headers['content-type']))) {
          finish();
          answer.destroy();
          return;
        }
        answer
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', finish)
          .on('error', fail);
      });
      sent.on('error', (err: NodeJS.ErrnoException) =>
        fail(sent.reusedSocket && err.code === 'ECONNRESET' ? new IdleEnded() : err),
      );
      sent.end(bytes ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A line for a shell that sends the same request again. `COOKIE` is that of the caller that sent it. */
export function curlLine(url: string, method: string, { path, headers, body }: WireRequest, role: string): string {
  const words = [
    'curl',
    '-sS',
    '-i',
    '-X',
    method,
    '--path-as-is',
    '--globoff',
    quoted(url + path),
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', quoted(`${name}: ${value}`)]),
  ];
  if (role !== 'visitor') words.push('-H', `"cookie: $COOKIE_OF_${role.toUpperCase()}"`);
  const line = words.join(' ');
  if (body === null) return line;
  if (body.length > 2000)
    return `${line} --data-binary @-   # a body of ${body.length} characters that begins with ${JSON.stringify(body.slice(0, 80))}`;
  return /[^\x20-\x7e]/.test(body)
    ? `printf %s ${Buffer.from(body).toString('base64')} | base64 -d | ${line} --data-binary @-`
    : `${line} --data-binary ${quoted(body)}`;
}
