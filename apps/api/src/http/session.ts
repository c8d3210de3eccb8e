import cookie from '@fastify/cookie';
import session from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, onSendHookHandler } from 'fastify';
import type { DataSource } from 'typeorm';
import { Clock, DAY_MS, MINUTE_MS } from '#kernel';
import { actorOf, deviceLabel, refuseIdentity, renewSession, withoutPlatformRoles, type SignedIn } from '#identity';
import { log, poolOf } from '#platform';
import type { Cookies } from './cookies.js';
import type { ApiRequest } from './request.js';
import type { SignIn } from './sign-in.js';

/** A session ends two weeks after it was last used, and after ninety days in any case. Its row goes when it has ended. */
export const SESSION_IDLE_MS = 14 * DAY_MS;
export const SESSION_MAX_MS = 90 * DAY_MS;
/** How often a used session is written down anew: not at every request. */
export const SESSION_RENEW_MS = 5 * MINUTE_MS;
/** How long the second step of a sign-in may take. */
export const HALF_OPEN_MS = 10 * MINUTE_MS;

/** Cookie sessions in PostgreSQL. The id in the cookie is signed. */
export async function keepSessions(
  server: FastifyInstance,
  source: DataSource,
  cookies: Cookies,
  secret: string,
): Promise<void> {
  await server.register(cookie);
  const Store = connectPgSimple(session) as new (options: object) => session.SessionStore;
  keepOf(server, cookies.session.name, {
    secret,
    cookieName: cookies.session.name,
    // `secure` is set below: the plugin would want to see TLS itself, which ends at the proxy.
    cookie: { ...cookies.session.options, secure: false, maxAge: SESSION_IDLE_MS },
    store: new Store({
      pool: poolOf(source),
      tableName: 'sessions',
      pruneSessionInterval: false,
      errorLog: (...words: unknown[]) => log.error({ words }, 'session store'),
    }),
    saveUninitialized: false,
    rolling: false,
  });
  if (cookies.secure) secureCookies(server);
}

/**
 * The plugin, but not for a visitor who only reads: nothing is ever written into such a session, and to make, sign and hash one costs more than to
 * read a need; nor for pages and files, which are the same for everybody. It answers to a session without an id with nothing, as where its cookie's
 * path does not reach.
 */
function keepOf(server: FastifyInstance, name: string, options: session.FastifySessionOptions): void {
  const isNobodys = (request: FastifyRequest) =>
    !request.url.startsWith('/api/') ||
    ((request.method === 'GET' || request.method === 'HEAD') && request.cookies[name] === undefined);
  const addHook = (moment: 'onRequest' | 'onSend', hook: onRequestHookHandler | onSendHookHandler): FastifyInstance => {
    if (moment === 'onSend') return server.addHook(moment, hook as onSendHookHandler);
    return server.addHook(moment, function (request, reply, done) {
      if (!isNobodys(request)) return (hook as onRequestHookHandler).call(this, request, reply, done);
      request.session = {} as ApiRequest['session'];
      done();
    });
  };
  session(Object.create(server, { addHook: { value: addHook } }) as FastifyInstance, options, (err) => {
    if (err) throw err;
  });
}

function secureCookies(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply) => {
    const lines = [reply.getHeader('set-cookie') ?? []].flat().map(String);
    if (lines.length === 0) return;
    reply.removeHeader('set-cookie');
    reply.header(
      'set-cookie',
      lines.map((line) => (/;\s*secure/i.test(line) ? line : `${line}; Secure`)),
    );
  });
}

/**
 * Finds out who asks, once per request: by the bearer key of a program, else by the session. One indexed query beside the session's own.
 * A key that is not valid is refused at once: a client that sends one does not mean to be a visitor.
 */
export function identify(
  server: FastifyInstance,
  source: DataSource,
  signIn: SignIn,
  { cookies, clock, secondFactorRequired }: { cookies: Cookies; clock: Clock; secondFactorRequired: boolean },
): void {
  const find = async (request: ApiRequest, reply: FastifyReply): Promise<void> => {
    if (request.headers.authorization !== undefined) {
      const found = await signIn.byKey(request, reply);
      if (!found) return refuseIdentity('identity.bad-key');
      request.actor = found.actor;
      request.apiKeyId = found.keyId;
      if (secondFactorRequired && !found.secondFactor) letRolesSleep(request);
      return;
    }
    const { personId, accessVersion, signedInAt, secondFactorAt } = request.session;
    if (!personId || clock.now().getTime() - (signedInAt ?? 0) >= SESSION_MAX_MS) return;
    request.actor = await actorOf(source, personId, 'web', clock.now(), accessVersion ?? 0);
    if (secondFactorRequired && secondFactorAt === undefined) letRolesSleep(request);
    if (request.actor) await renew(request, reply, source, cookies, clock.now());
  };
  server.addHook('onRequest', (request, reply, done) => {
    const isVisitor =
      request.headers.authorization === undefined && request.cookies[cookies.session.name] === undefined;
    if (isVisitor || !request.url.startsWith('/api/v1')) done();
    else find(request, reply).then(() => done(), done);
  });
}

function letRolesSleep(request: ApiRequest): void {
  if (!request.actor?.platform.length) return;
  request.actor = withoutPlatformRoles(request.actor);
  request.rolesSleep = true;
}

/**
 * Writes down that a session is used, at most once in five minutes, and sends its cookie again.
 */
async function renew(
  request: ApiRequest,
  reply: FastifyReply,
  source: DataSource,
  cookies: Cookies,
  now: Date,
): Promise<void> {
  if (now.getTime() - (request.session.renewedAt ?? 0) < SESSION_RENEW_MS) return;
  const expires = new Date(now.getTime() + SESSION_IDLE_MS);
  await renewSession(source, request.session.sessionId, now, expires);
  cookies.keepSession(reply, request.session.sessionId, expires);
}

/** Starts a session under a new id, whatever was there before (session fixation). */
export async function startSession(
  request: ApiRequest,
  { personId, accessVersion }: SignedIn,
  now: Date,
  secondFactor = false,
): Promise<void> {
  await request.session.regenerate();
  request.session.personId = personId;
  request.session.accessVersion = accessVersion;
  request.session.signedInAt = now.getTime();
  request.session.renewedAt = now.getTime();
  request.session.device = deviceLabel(request.headers['user-agent']);
  if (secondFactor) request.session.secondFactorAt = now.getTime();
}

/** Half a session: it knows whose password was right, and nobody is signed in. */
export async function openHalf(request: ApiRequest, { personId, accessVersion }: SignedIn, now: Date): Promise<void> {
  await request.session.regenerate();
  request.session.pendingPersonId = personId;
  request.session.accessVersion = accessVersion;
  request.session.pendingUntil = now.getTime() + HALF_OPEN_MS;
}

/** Whose second step is awaited; null when there is none, or it took too long. */
export function awaited(request: ApiRequest, now: Date): SignedIn | null {
  const { pendingPersonId, pendingUntil, accessVersion } = request.session;
  return pendingPersonId && now.getTime() < (pendingUntil ?? 0)
    ? { personId: pendingPersonId, accessVersion: accessVersion ?? 0 }
    : null;
}
