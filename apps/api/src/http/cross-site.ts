import type { FastifyInstance } from 'fastify';
import { refuseHttp } from './http.refusals.js';

interface Headers {
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/**
 * Whether a browser says that another site's page sent this. Sec-Fetch-Site decides where the browser sends it, else Origin must be ours:
 * PUBLIC_URL or the host that was asked. A program that sends neither is no browser and passes.
 */
export function isCrossSite(headers: Headers, publicUrl: string): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return false;
  if (site === undefined && origin === undefined) return false;
  if (site === 'cross-site' || origin === undefined) return true;
  return origin !== new URL(publicUrl).origin && origin !== `http://${host}` && origin !== `https://${host}`;
}

/** Refuses changes that come from other sites: with SameSite=Lax cookies no token is needed beside this. */
export function refuseCrossSite(server: FastifyInstance, publicUrl: string): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { method, headers } = request;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS' && isCrossSite(headers, publicUrl))
      refuseHttp('http.cross-site');
    done();
  });
}
