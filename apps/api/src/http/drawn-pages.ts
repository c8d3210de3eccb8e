import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { log } from '#platform';
import { PLAIN_MARK, type Cookies } from './cookies.js';
import { refuseHttp } from './http.refusals.js';
import { askInside } from './inner.js';

/** What the web's own build for the server exports (apps/web/src/server/entry.ts); nothing else of the web is known here. */
interface WebServer {
  openPages(template: string, manifest: unknown): Promise<(visit: Visit) => Promise<Drawn | null>>;
}
interface Answered {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}
type Headers = Readonly<Record<string, string>>;
/** What is asked for beside reading: a method and its JSON. */
interface Deed {
  readonly method: string;
  readonly body: string;
}
type Send = (address: string, headers: Headers, deed?: Deed) => Promise<Answered>;
interface Visit {
  readonly url: string;
  readonly origin: string;
  readonly send: Send;
  /** The same for a signed-in person without a script: pages that are theirs are drawn from it. */
  readonly own?: Send;
  /** The form that was sent to the page, as browsers send it without a script. */
  readonly form?: string;
}
/** A whole page, or where it is. `styleDigest`: of the one sheet that it has in its head; `own`: it belongs to one signed-in person. */
type Drawn =
  | { readonly moved: string }
  | { readonly status: number; readonly html: string; readonly styleDigest: string | null; readonly own?: boolean };

/** Beside the folder with the web's files. */
const SERVER_FOLDER = '../web-server';
/** Says that the browser may be signed in (the web sets it): its page is not that of a visitor. It opens nothing. */
const SIGNED_IN = 'lepta-signed-in';
/** A person who signed in without a script is known so long without coming again; the session itself ends when it ends. */
const PLAIN_SECONDS = 14 * 86_400;
/** Answers of the API that are kept here until their ETag changes; each is as large as a list of the catalogue. */
const KEPT_MOST = 200;

/**
 * Draws public pages for visitors, by the web's own code and by the answers of the API as that visitor would get them: asked in this process, under
 * the visitor's address, without any cookie. So a page holds nothing that the API does not tell everybody, and counts as what it asks.
 */
export class DrawnPages {
  private opened: Promise<(visit: Visit) => Promise<Drawn | null>> | null = null;
  /** Of which build that is. */
  private build: number | undefined;
  private readonly kept = new Map<string, { readonly etag: string; readonly value: unknown }>();

  constructor(
    private readonly server: FastifyInstance,
    private readonly webFolder: string,
    private readonly origin: string,
    private readonly cookies: Cookies,
  ) {}

  /** Null where a browser draws the page itself: for a person who may be signed in with a script, for pages that are not drawn, and where drawing failed. */
  async draw(request: FastifyRequest, reply: FastifyReply): Promise<Drawn | null> {
    if (request.cookies[SIGNED_IN] !== undefined) return null;
    const own = this.ownOf(request, reply);
    if (!own && request.cookies[this.cookies.session.name] !== undefined) return null;
    const file = this.file();
    if (!this.opened && !existsSync(file)) return null;
    try {
      return await (
        await this.drawer(file)
      )({
        url: request.url,
        origin: this.origin,
        send: (address, headers) => this.ask(request, address, headers),
        own,
      });
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      log.error(
        { err: { type: name, message, stack }, request: request.id },
        'a page could not be drawn: the browser draws it',
      );
      return null;
    }
  }

  /**
   * Takes the plain form of a page: the web says what it asks of the API, which is asked in this process for the client that sent it, cookie included; that no other site
   * sent it was asked before. Answers where that leads, or the page again with what was refused; null where the page has no form.
   */
  async take(request: FastifyRequest, reply: FastifyReply, form: string): Promise<Drawn | null> {
    const file = this.file();
    if (!this.opened && !existsSync(file)) return refuseHttp('http.unavailable');
    return (await this.drawer(file))({
      url: request.url,
      origin: this.origin,
      form,
      own: this.ownOf(request, reply),
      send: (address, headers, deed) =>
        deed ? this.do(request, reply, address, headers, deed) : this.ask(request, address, headers),
    });
  }

  /** What is asked and done for a signed-in person without a script: with their cookie, and kept nowhere. */
  private ownOf(request: FastifyRequest, reply: FastifyReply): Send | undefined {
    const { cookies } = request;
    if (cookies[PLAIN_MARK] === undefined || cookies[this.cookies.session.name] === undefined) return undefined;
    return (address, headers, deed) => this.do(request, reply, address, headers, deed);
  }

  private file(): string {
    return join(resolve(this.webFolder, SERVER_FOLDER), 'pages.js');
  }

  /** Files of a build have names of their own and go with it: where a newer one has taken its place, that one draws, as its files are those which browsers are given. */
  private drawer(file: string): Promise<(visit: Visit) => Promise<Drawn | null>> {
    const build = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? this.build;
    if (this.opened && build !== this.build) {
      log.warn(
        {},
        'the pages were built anew beside this process: the new ones are drawn; restart it to have its answers of the same build',
      );
      this.opened = null;
    }
    this.build = build;
    return (this.opened ??= this.open(file).catch((error: unknown) => {
      this.opened = null;
      throw error;
    }));
  }

  /** A build that could not be opened, because it was being written, is opened again for the next page. */
  private async open(file: string): Promise<(visit: Visit) => Promise<Drawn | null>> {
    const { openPages } = (await import(`${pathToFileURL(file).href}?${statSync(file).mtimeMs}`)) as WebServer; // by the same name Node would repeat its first failure
    return openPages(
      readFileSync(join(this.webFolder, 'index.html'), 'utf8'),
      JSON.parse(readFileSync(join(this.webFolder, '.vite', 'manifest.json'), 'utf8')),
    );
  }

  /** What the API answers to this visitor. */
  async ask(request: FastifyRequest, url: string, headers: Headers): Promise<Answered> {
    const id = `${headers['accept-language'] ?? ''} ${url}`;
    const known = this.kept.get(id);
    const answer = await askInside(this.server, {
      method: 'GET',
      url,
      ...from(request, { ...headers, ...(known ? { 'if-none-match': known.etag } : {}) }),
    });
    const { statusCode: status } = answer;
    const said = answer.headers as SaidHeaders;
    const value: unknown = status === 304 && known ? known.value : status === 204 ? undefined : answer.json();
    if (status === 200 && typeof said.etag === 'string' && /^public\b/.test(String(said['cache-control'])))
      this.keep(id, said.etag, value);
    return answered(status === 304 ? 200 : status, said, value);
  }

  /** What the API answers to what they do, or to what they alone may read. Cookies that it sets are theirs. */
  private async do(
    request: FastifyRequest,
    reply: FastifyReply,
    url: string,
    headers: Headers,
    deed?: Deed,
  ): Promise<Answered> {
    const { cookie, 'user-agent': agent } = request.headers;
    const answer = await askInside(this.server, {
      method: (deed?.method ?? 'GET') as 'POST',
      url,
      ...(deed ? { payload: deed.body } : {}),
      ...from(request, {
        ...headers,
        ...(cookie === undefined ? {} : { cookie }),
        ...(agent === undefined ? {} : { 'user-agent': agent }),
      }),
    });
    this.keepCookies(reply, deed, answer.headers['set-cookie']);
    return answered(
      answer.statusCode,
      answer.headers as SaidHeaders,
      answer.statusCode === 204 ? undefined : answer.json(),
    );
  }

  /** A sign-in of a form without a script leaves its mark; signing out takes it away. */
  private keepCookies(reply: FastifyReply, deed: Deed | undefined, set: string | string[] | undefined): void {
    const lines = [set ?? []].flat();
    for (const line of lines) reply.header('set-cookie', line);
    if (deed && lines.some((line) => line.startsWith(`${this.cookies.session.name}=`)))
      this.cookies.keepPlain(reply, deed.method === 'DELETE' ? 0 : PLAIN_SECONDS);
  }

  private keep(id: string, etag: string, value: unknown): void {
    this.kept.delete(id); // it takes the place of the one before, as the newest
    const oldest = this.kept.size >= KEPT_MOST ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(id, { etag, value });
  }
}

type SaidHeaders = Readonly<Record<string, string | number | string[] | undefined>>;

/** A request of the client that sent this one. */
function from(
  request: FastifyRequest,
  headers: Headers,
): { remoteAddress: string | undefined; headers: Record<string, string | string[]> } {
  const forwarded = request.headers['x-forwarded-for'];
  return {
    remoteAddress: request.socket.remoteAddress,
    headers: { ...headers, ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) },
  };
}

function answered(status: number, said: SaidHeaders, value: unknown): Answered {
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name) => (said[name] === undefined ? null : String(said[name])) },
    json: () => Promise.resolve(value),
  };
}

/** Sends a page. The policy of the site stands, and names the digest of the page's one sheet. */
export function sendDrawn(reply: FastifyReply, drawn: Drawn): FastifyReply {
  reply.header('vary', 'Cookie');
  if ('moved' in drawn) return reply.redirect(drawn.moved, 303);
  if (drawn.styleDigest !== null)
    reply.header(
      'content-security-policy',
      String(reply.getHeader('content-security-policy')).replace(
        "style-src 'self'",
        `style-src 'self' 'sha256-${drawn.styleDigest}'`,
      ),
    );
  return reply
    .status(drawn.status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', drawn.own ? 'no-store' : 'no-cache')
    .send(drawn.html);
}
