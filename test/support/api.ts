import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Clock, newId } from '#kernel';
import { hashPassword, IdentityService, type NewGrant } from '#identity';
import { Env } from '#host';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createServer } from '../../apps/api/src/http/server.js';
import type { TestDatabase } from './database.js';
import { TEST_SECRET } from './mails.js';
import { runIdentityJobs } from './identity-jobs.js';
import { handOver } from './inside.js';

/** What came back, as it was read: the test itself looks at what is in it. */
type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly headers: Headers;
}

/** What a caller reads of an answer. */
type Sent = Pick<Response, 'status' | 'headers' | 'text'>;
type Send = (
  url: string,
  request: { method: string; headers: Record<string, string>; body: string | FormData | undefined },
) => Promise<Sent>;

const overTheWire: Send = (url, request) => fetch(url, { ...request, redirect: 'manual' });

/** The same without a socket, as far as that goes. */
const handedTo =
  (app: NestFastifyApplication): Send =>
  async (url, request) => {
    const { host, pathname, search } = new URL(url);
    const form = request.body instanceof FormData ? new Response(request.body) : null;
    const payload = form ? Buffer.from(await form.arrayBuffer()) : ((request.body as string | undefined) ?? null);
    const type = form?.headers.get('content-type');
    const answer = await handOver(
      app,
      request.method,
      pathname + search,
      { host, ...request.headers, ...(type ? { 'content-type': type } : {}) },
      payload,
    );
    if (!answer) return overTheWire(url, request);
    const said = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
    );
    return { status: answer.status, headers: new Headers(said), text: async () => answer.text };
  };

/** One browser or program: keeps its cookies. `post` sends an Idempotency-Key of its own unless the headers have one (or say null). */
export class Caller {
  private readonly jar = new Map<string, string>();
  personId = '';

  constructor(
    readonly url: string,
    private readonly fixed: Record<string, string> = {},
    /** Runs before an answer is handed out. */
    private readonly settle: (path: string) => Promise<void> = async () => undefined,
    private readonly send: Send = overTheWire,
  ) {}

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The same person before another door of the same installation. */
  at(url: string): Caller {
    const other = new Caller(url, this.credentials, this.settle);
    other.personId = this.personId;
    return other;
  }

  /** The headers that say who this is, for requests that are sent in another way. */
  get credentials(): Record<string, string> {
    return { ...this.fixed, ...(this.cookie ? { cookie: this.cookie } : {}) };
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | null> = {},
  ): Promise<Answer> {
    const all: Record<string, string | null> = {
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...this.fixed,
      ...headers,
    };
    const sent = Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
    const address = path.startsWith('/api/') ? path : `/api/v1${path}`;
    const answer = await this.send(this.url + address, {
      method,
      headers: sent,
      body:
        body === undefined
          ? undefined
          : typeof body === 'string' || body instanceof FormData
            ? body
            : JSON.stringify(body),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^\s*([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (name && /expires=Thu, 01 Jan 1970/i.test(line)) this.jar.delete(name);
      else if (name) this.jar.set(name, value ?? '');
    }
    const text = await answer.text();
    if (method === 'POST') await this.settle(path);
    return {
      status: answer.status,
      body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined,
      text,
      headers: answer.headers,
    };
  }

  get(path: string, headers?: Record<string, string | null>): Promise<Answer> {
    return this.call('GET', path, undefined, headers);
  }
  post(path: string, body: unknown = {}, headers?: Record<string, string | null>): Promise<Answer> {
    return this.call('POST', path, body, headers);
  }
  patch(path: string, body: unknown, headers?: Record<string, string | null>): Promise<Answer> {
    return this.call('PATCH', path, body, headers);
  }
  delete(path: string, headers?: Record<string, string | null>): Promise<Answer> {
    return this.call('DELETE', path, undefined, headers);
  }
}

export interface TestApi {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly inject: NestFastifyApplication['inject'];
  /** A person who is not signed in. */
  visitor(headers?: Record<string, string>): Caller;
  /** A program with an API key. */
  program(secret: string): Caller;
  /** A person who has an account and a session, and whose address was never confirmed. */
  unconfirmed(email?: string): Promise<Caller>;
  /** Makes a person with these roles (`moderator`, `administrator`, or `[organizationId, role]`) and signs them in. */
  person(
    ...roles: ('moderator' | 'administrator' | [organizationId: string, role: 'owner' | 'coordinator' | 'accountant'])[]
  ): Promise<Caller>;
  signIn(email: string, password: string, headers?: Record<string, string>): Promise<Caller>;
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly clock?: Clock;
  readonly settings?: Record<string, string>;
  readonly webFolder?: string;
  /** Controllers that only a test has. */
  readonly modules?: Type<unknown>[];
  /** False: mails about accounts wait for a worker (or for `runIdentityJobs`). */
  readonly worker?: boolean;
  /** True: callers hand their requests to the application without a socket. For suites that ask thousands of times and look at answers, not at connections. */
  readonly inside?: boolean;
}

/** Where a job answers: registration, resets, changes of address, and whatever is refused before an address is confirmed. */
const ASKS_FOR_A_MAIL =
  /\/(people|visitor-offers|password-resets|me\/(email|totp|totp\/confirm|passkeys.*|recovery-codes)|api-keys|organizations|invitations\/accept)$/;

/** What a form of registration has to agree to. */
export const AGREED = [{ purpose: 'personal-data', version: '2026-01' }];
export const TEST_PASSWORD = 'проверка 2026 лепта';
let passwordHash: Promise<string> | undefined;

/** The whole API in this process, on a test's own database, listening on a port that was free. */
export async function startApi(db: Pick<TestDatabase, 'url'>, options: ApiOptions = {}): Promise<TestApi> {
  const filesFolder = join(tmpdir(), `lepta-test-files-${randomBytes(6).toString('hex')}`);
  const env = new Env({
    FILES_DIR: filesFolder,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: db.url,
    SESSION_SECRET: TEST_SECRET,
    RATE_LIMIT_READS: '1000000',
    RATE_LIMIT_WRITES: '1000000',
    MAX_EVENT_LOOP_DELAY_MS: '0',
    ...options.settings, // a crowded machine is no finding
  });
  const app = await createServer(ApiModule.of(env, options.clock, options.modules), {
    env,
    webFolder: options.webFolder ?? tmpdir(),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const identity = app.get(IdentityService);
  /** There is no worker here: its mails about accounts are written before the answer is handed to the test. */
  const settle = (path: string): Promise<void> =>
    options.worker === false || !ASKS_FOR_A_MAIL.test(path) ? Promise.resolve() : runIdentityJobs(app);

  const send = options.inside ? handedTo(app) : overTheWire;

  async function signIn(email: string, password: string, headers?: Record<string, string>): Promise<Caller> {
    const caller = new Caller(url, headers, settle, send);
    const answer = await caller.post('/session', { email, password });
    if (answer.status !== 201) throw new Error(`sign-in: ${answer.status} ${answer.text}`);
    caller.personId = answer.body.person.id;
    return caller;
  }

  async function unconfirmed(email = `u${newId().replaceAll('-', '')}@example.org`): Promise<Caller> {
    const hash = await (passwordHash ??= hashPassword(TEST_PASSWORD));
    await app
      .get(DataSource)
      .transaction((tx) =>
        identity.createPerson(tx, { email, passwordHash: hash, name: 'Проверка', locale: 'ru', emailConfirmed: false }),
      );
    return signIn(email, TEST_PASSWORD);
  }

  return {
    url,
    app,
    unconfirmed,
    inject: app.inject.bind(app) as NestFastifyApplication['inject'],
    visitor: (headers) => new Caller(url, headers, settle, send),
    program: (secret) => new Caller(url, { authorization: `Bearer ${secret}` }, settle, send),
    signIn,
    async person(...roles) {
      const id = newId();
      const email = `p${id.replaceAll('-', '')}@example.org`;
      const hash = await (passwordHash ??= hashPassword(TEST_PASSWORD));
      await app.get(DataSource).transaction(async (tx) => {
        await identity.createPerson(tx, {
          id,
          email,
          passwordHash: hash,
          name: 'Проверка',
          locale: 'ru',
          emailConfirmed: true,
        });
        for (const role of roles) await identity.grant(tx, grantOf(id, role));
      });
      return signIn(email, TEST_PASSWORD);
    },
    async close() {
      await app.close();
      rmSync(filesFolder, { recursive: true, force: true });
    },
  };
}

function grantOf(personId: string, role: Parameters<TestApi['person']>[number]): NewGrant {
  return typeof role === 'string'
    ? { personId, role, objectType: 'platform', objectId: null, by: null }
    : { personId, role: role[1], objectType: 'organization', objectId: role[0], by: null };
}
