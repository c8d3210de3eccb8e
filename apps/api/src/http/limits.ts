import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { networkOf, type AccessWatch } from '#identity';
import { refuseHttp } from './http.refusals.js';

export interface RateLimits {
  /** Requests a minute from one network, in each process. */
  readonly reads: number;
  readonly writes: number;
}

/** All events of Stripe come from a few networks, hundreds a second after a bad hour; a sender that cannot sign one is turned away before anything is read. */
const SIGNED = '/api/v1/webhooks/stripe';

/** Holds back clients that ask far more than people and ordinary programs do. Health is not counted. */
export async function limitRates(server: FastifyInstance, limits: RateLimits, watch: AccessWatch): Promise<void> {
  await server.register(rateLimit, { global: false });
  const of = (kind: string, max: number) =>
    server.createRateLimit({ max, timeWindow: 60_000, keyGenerator: (request) => `${kind} ${networkOf(request.ip)}` });
  const reads = of('read', limits.reads);
  const writes = of('write', limits.writes);
  server.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/health/') || request.url === SIGNED) return;
    const result = await (request.method === 'GET' || request.method === 'HEAD' ? reads : writes)(request);
    if (result.isAllowed || !result.isExceeded) return;
    watch.limited('requests', { address: networkOf(request.ip) });
    refuseHttp('http.too-many-requests', { seconds: Math.max(1, result.ttlInSeconds) });
  });
}
