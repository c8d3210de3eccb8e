import type { FastifyInstance } from 'fastify';
import { log } from '#platform';
import { isInner } from './inner.js';

/** One line a request that came from outside: which route, what came of it, how long it took. No address, no query, no cookie, no id of a thing. */
export function logAccess(server: FastifyInstance): void {
  const lines = log.child({}, { redact: [] }); // every field is named here: there is nothing to hide in them
  server.addHook('onResponse', (request, reply, done) => {
    const url = request.routeOptions?.url;
    if (url?.startsWith('/api/health/') || url === '/api/metrics' || isInner(request)) return done();
    lines.info(
      {
        method: request.method,
        route: url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        request: request.id,
      },
      'request',
    );
    done();
  });
}
