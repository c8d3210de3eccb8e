import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FastifyInstance } from 'fastify';
import { Catalogue } from '#catalogue';
import { AccessWatch } from '#identity';
import { Clock } from '#kernel';
import { Env } from '#host';
import { NestLog, PauseWatch } from '#platform';
import { EventStreams } from '../platform/events/event-streams.js';
import { AnswerTimes } from './answer-times.js';
import { logAccess } from './access-log.js';
import { BODY_LIMIT, readJsonBodies } from './body.js';
import { serveCards } from './cards.js';
import { Cookies } from './cookies.js';
import { DrawnPages } from './drawn-pages.js';
import { refuseCrossSite } from './cross-site.js';
import { tellInner } from './inner.js';
import { limitRates } from './limits.js';
import { measure, METRICS } from './metrics.js';
import { noSuchAddress, refuseMalformed, refuseUnreadable } from './malformed.js';
import { describeApi } from './openapi.js';
import { answerEveryMethod, noteMethods } from './methods.js';
import { refuseOverload } from './overload.js';
import { refuseWhilePaused } from './paused.js';
import { sendSecurityHeaders } from './security-headers.js';
import { identify, keepSessions } from './session.js';
import { SignIn } from './sign-in.js';
import { sendSmaller } from './smaller.js';
import { readUploads } from './uploads.js';
import { guideMachines } from './sitemap.js';
import { serveWeb } from './web.js';

/** Longest part of an address that stands for a name or an id. */
const PARAM_LIMIT = 200;

export interface ServerOptions {
  readonly env: Env;
  readonly webFolder: string;
}

/** What an address begins with; health is of no version. */
export function nameAddresses(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['api/health/live', 'api/health/ready'] });
}

/** The whole HTTP server, not yet listening. Hooks run in the order in which they stand here. */
export async function createServer(
  module: Type<unknown> | DynamicModule,
  { env, webFolder }: ServerOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    trustProxy: env.TRUST_PROXY ?? false,
    genReqId: () => randomUUID(), // nothing is ordered by it
    requestIdHeader: false,
    logger: false,
    skipMiddie: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: PARAM_LIMIT, ignoreTrailingSlash: true },
    http: { requireHostHeader: false }, // asked for by us, with words
    frameworkErrors: noSuchAddress,
    clientErrorHandler: refuseUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new NestLog(),
    abortOnError: false,
  });
  nameAddresses(app);
  const server = adapter.getInstance();
  const source = app.get(DataSource);
  server
    .decorateRequest('actor', null)
    .decorateRequest('apiKeyId', null)
    .decorateRequest('bodyProblem', null)
    .decorateRequest('creates', null)
    .decorateRequest('rolesSleep', false);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store'); // whatever may be kept says so itself
    done();
  });
  const paths = noteMethods(server, [METRICS]);
  endConnectionsAtClose(server);
  tellInner(server);
  logAccess(server);
  measure(
    server,
    { token: env.METRICS_TOKEN, publicUrl: env.PUBLIC_URL },
    { source, streams: () => app.get(EventStreams).count, answers: app.get(AnswerTimes) },
  );
  await refuseOverload(server, env.MAX_EVENT_LOOP_DELAY_MS);
  await sendSecurityHeaders(server, env.PUBLIC_URL, env.STRIPE_SECRET_KEY !== null);
  await sendSmaller(server);
  await limitRates(server, { reads: env.RATE_LIMIT_READS, writes: env.RATE_LIMIT_WRITES }, app.get(AccessWatch));
  refuseMalformed(server);
  refuseCrossSite(server, env.PUBLIC_URL);
  refuseWhilePaused(server, app.get(PauseWatch));
  answerEveryMethod(server, paths, PARAM_LIMIT);
  const cookies = app.get(Cookies);
  await keepSessions(server, source, cookies, env.SESSION_SECRET as string);
  identify(server, source, app.get(SignIn), {
    cookies,
    clock: app.get(Clock),
    secondFactorRequired: env.REQUIRE_SECOND_FACTOR,
  });
  readJsonBodies(server);
  await readUploads(server);
  const pages = new DrawnPages(server, webFolder, env.PUBLIC_URL, cookies.session.name);
  guideMachines(server, env.PUBLIC_URL, source, app.get(Catalogue));
  serveCards(server, pages, app.get(Catalogue), env.PUBLIC_URL);
  await serveWeb(server, webFolder, pages);
  describeApi(app);
  return app;
}

/**
 * Answers that are still under way when the server closes end their connection; a kept one would hold the process for as long as it idles. One on
 * which nothing has come yet (browsers open them ahead) is not idle to Node, which would wait for its first request until that is late.
 */
function endConnectionsAtClose(server: FastifyInstance): void {
  let closing = false;
  const connections = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.addHook('preClose', async () => {
    closing = true;
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
}
