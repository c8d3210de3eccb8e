import type { FastifyInstance, RouteOptions } from 'fastify';
import findMyWay from 'find-my-way';
import { refuseHttp } from './http.refusals.js';

/** Every path of the pages, and of nothing else: what lies below /api has its own addresses. */
const PAGES = '/*';

/** Which methods each path has, from here on; `hidden` ones are not there to the caller. Call it before the first route is made. */
export function noteMethods(
  server: FastifyInstance,
  hidden: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }: RouteOptions) => {
    const path = url.replace(/(?<=.)\/$/, ''); // the same to the router
    if (hidden.includes(path)) return;
    const methods = paths.get(path) ?? new Set(['OPTIONS']);
    for (const one of [method].flat()) methods.add(one);
    paths.set(path, methods);
  });
  return paths;
}

/**
 * A path that is there answers every method (RFC 9110): OPTIONS with those that it has, the others 405 with the same list in Allow, before anybody
 * is asked to sign in and before a body is read. An address with a name of its own (`/needs/duplicates`) is never read as an id of something.
 */
export function answerEveryMethod(
  server: FastifyInstance,
  paths: ReadonlyMap<string, ReadonlySet<string>>,
  maxParamLength: number,
): void {
  let methodsOf: ((url: string) => ReadonlySet<string> | null) | undefined;
  server.addHook('onRequest', (request, reply, done) => {
    const methods = (methodsOf ??= reader(paths, maxParamLength))(request.url); // all routes are made before the first request
    if (methods === null || (methods.has(request.method) && request.method !== 'OPTIONS')) return done();
    reply.header('allow', [...methods].sort().join(', '));
    if (request.method !== 'OPTIONS') refuseHttp('http.method-not-allowed');
    void reply.status(204).send();
  });
}

/** Reads addresses as the server's own router does, whatever their method. */
function reader(
  paths: ReadonlyMap<string, ReadonlySet<string>>,
  maxParamLength: number,
): (url: string) => ReadonlySet<string> | null {
  const router = findMyWay({ maxParamLength, ignoreTrailingSlash: true });
  for (const [path, methods] of paths) router.on('GET', path, () => undefined, { path, methods });
  return (url) => {
    const found = router.find('GET', url)?.store as { path: string; methods: ReadonlySet<string> } | undefined;
    return !found || (found.path === PAGES && /^\/api(?![^/?#])/.test(url)) ? null : found.methods;
  };
}
