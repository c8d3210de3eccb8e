import http from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export type OutboundFault = 'address' | 'not-allowed' | 'timeout' | 'too-large' | 'redirects' | 'unreachable';

/** A call that was not made or did not end well. The message names no address: addresses can hold secrets. */
export class OutboundError extends Error {
  constructor(
    readonly fault: OutboundFault,
    options?: ErrorOptions,
  ) {
    super(`outbound call: ${fault}`, options);
  }
}

export interface OutboundRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** For the whole call, redirects included. */
  readonly timeoutMs?: number;
  /** Of the answer. */
  readonly maxBytes?: number;
  /** 0 where a redirect is an answer like any other. */
  readonly maxRedirects?: number;
  readonly signal?: AbortSignal;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export const OUTBOUND_LIMITS = { timeoutMs: 10_000, maxBytes: 1_048_576, maxRedirects: 3 } as const;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Headers that only the host they were meant for may see. */
const SECRETS = new Set(['authorization', 'cookie', 'proxy-authorization']);

interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}

/**
 * Every HTTP call to an address that a user chose (webhooks, feeds, files). Private, loopback and special addresses are refused when the
 * connection is made, so a name that resolves to one and a redirect to one are refused too.
 */
export class Outbound {
  private readonly http: RequestFilteringHttpAgent;
  private readonly https: RequestFilteringHttpsAgent;

  /** @param allow private addresses or networks that may be reached all the same (OUTBOUND_ALLOW) */
  constructor(allow: readonly string[] = []) {
    const filter = { allowIPAddressList: [...allow], maxSockets: 20 };
    this.http = new RequestFilteringHttpAgent(filter);
    this.https = new RequestFilteringHttpsAgent({ ...filter, minVersion: 'TLSv1.2' });
  }

  static of(env: { readonly OUTBOUND_ALLOW: string | null }): Outbound {
    return new Outbound((env.OUTBOUND_ALLOW ?? '').split(',').flatMap((part) => part.trim() || []));
  }

  /** Answers of any status are answers. Throws OutboundError. */
  async call(address: string, request: OutboundRequest = {}): Promise<OutboundAnswer> {
    const { timeoutMs, maxBytes, maxRedirects } = { ...OUTBOUND_LIMITS, ...request };
    const time = AbortSignal.timeout(timeoutMs);
    const signal = request.signal ? AbortSignal.any([time, request.signal]) : time;
    let hop: Hop = {
      url: checked(address),
      method: request.method ?? 'GET',
      headers: { 'user-agent': 'Lepta', ...lowered(request.headers ?? {}) },
      body: request.body,
    };
    for (let redirects = 0; ; redirects += 1) {
      const answer = await this.hop(hop, signal, maxBytes);
      const location = answer.headers.location;
      if (maxRedirects === 0 || !REDIRECTS.has(answer.status) || location === undefined) return answer;
      if (redirects >= maxRedirects) throw new OutboundError('redirects');
      hop = next(hop, answer.status, location);
    }
  }

  private hop({ url, method, headers, body }: Hop, signal: AbortSignal, maxBytes: number): Promise<OutboundAnswer> {
    return new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const fail = (err: Error): void =>
        reject(err instanceof OutboundError ? err : new OutboundError(faultOf(err, signal), { cause: err }));
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const request = (secure ? https : http).request(
        url,
        {
          method,
          headers: { ...headers, ...length },
          agent: secure ? this.https : this.http,
          signal,
          maxHeaderSize: 16_384,
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          answer.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            chunks.push(chunk);
            if (bytes > maxBytes) request.destroy(new OutboundError('too-large'));
          });
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
          answer.on('error', fail);
          answer.on(
            'close',
            () => !answer.complete && fail(new OutboundError(bytes > maxBytes ? 'too-large' : 'unreachable')),
          );
        },
      );
      request.on('error', fail);
      request.end(body);
    });
  }
}

function checked(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new OutboundError('address');
  const url = new URL(address, base?.href);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '')
    throw new OutboundError('address');
  return url;
}

/** What follows a redirect: never from https to http, nothing secret to another host, and a body only where the status keeps the method. */
function next(hop: Hop, status: number, location: string): Hop {
  const url = checked(location, hop.url);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') throw new OutboundError('redirects');
  const headers =
    url.origin === hop.url.origin
      ? hop.headers
      : Object.fromEntries(Object.entries(hop.headers).filter(([name]) => !SECRETS.has(name)));
  const keeps = status === 307 || status === 308 || hop.method === 'GET' || hop.method === 'HEAD';
  return { url, headers, method: keeps ? hop.method : 'GET', body: keeps ? hop.body : undefined };
}

function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function faultOf(err: Error, signal: AbortSignal): OutboundFault {
  if (signal.aborted) return 'timeout';
  return / is not allowed\. /.test(err.message) ? 'not-allowed' : 'unreachable';
}
