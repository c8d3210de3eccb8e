import type { FastifyInstance } from 'fastify';
import { refusePlatform, type PauseWatch } from '#platform';

/** Signing in and out stays possible: an administrator who looks at what was restored must be able to. */
const SIGN_IN = /^\/api\/v1\/session(\/|\?|$)/;

/** After a restore nothing is changed until it was confirmed (`lepta resume`). */
export function refuseWhilePaused(server: FastifyInstance, pause: PauseWatch): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const reads = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
    if (!reads && pause.paused && !SIGN_IN.test(request.url)) refusePlatform('platform.paused');
    done();
  });
}
