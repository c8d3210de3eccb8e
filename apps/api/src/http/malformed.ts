import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { log } from '#platform';
import { Refusal } from '#kernel';
import { addressFault, isHostSaid } from './addresses.rules.js';
import { sendProblem } from './problem.filter.js';
import { problemOf, PROBLEM_TYPE, worded } from './problem.js';

/** Refuses what cannot be meant, before anything looks at it: addresses that are not UTF-8 or climb, and requests that do not say for whom they are. */
export function refuseMalformed(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { url = '', httpVersion, rawHeaders } = request.raw;
    const fault = addressFault(url);
    if (fault !== null) throw new Refusal(fault);
    if (!isHostSaid(httpVersion, rawHeaders)) throw new Refusal('http.bad-headers');
    done();
  });
  server.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) =>
    refuseRaw(response.socket, 'http.unmet-expectation'),
  );
  server.server.on('connect', (_request: IncomingMessage, socket: Duplex) => refuseRaw(socket, 'http.bad-request')); // this is no proxy
}

/** The router could not even read the address, or it has a part that is longer than any of ours. */
export function noSuchAddress(error: { readonly code?: string }, request: FastifyRequest, reply: FastifyReply): void {
  request.actor ??= null;
  void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff'); // no hook runs for it
  void sendProblem(
    reply,
    problemOf(new Refusal(error.code === 'FST_ERR_BAD_URL' ? 'http.bad-address' : 'http.not-found'), request),
  );
}

const CODES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'http.too-slow',
  HPE_HEADER_OVERFLOW: 'http.headers-too-large',
};

/** What Node itself could not read as HTTP. A client that has left already gets nothing. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  refuseRaw(socket, CODES[error.code ?? ''] ?? 'http.bad-headers');
}

/** A problem as every other, without the machinery that would make an answer of it: there is no request. The connection ends with it. */
function refuseRaw(socket: Duplex | null, code: string): void {
  if (!socket?.writable) return void socket?.destroy();
  const id = randomUUID();
  const problem = worded(new Refusal(code), 'ru', id);
  const body = JSON.stringify(problem);
  log.debug({ code, status: problem.status, request: id }, 'refused');
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${id}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
