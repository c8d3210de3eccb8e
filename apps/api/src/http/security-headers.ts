import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * A strict Content-Security-Policy: only our own files, no inline script. The page of the API description needs inline styles, nothing else does.
 * What only makes sense behind TLS is sent only where PUBLIC_URL is https; otherwise it would break plain-http demonstrations in a local network.
 */
export async function sendSecurityHeaders(server: FastifyInstance, publicUrl: string): Promise<void> {
  const https = new URL(publicUrl).protocol === 'https:';
  await server.register(helmet, {
    global: false, // it would work out the same headers for every request anew
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (request) => (request.url?.startsWith('/api/docs') ? "'unsafe-inline'" : "'self'")],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: https ? { policy: 'same-origin' } : false,
    originAgentCluster: https,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    frameguard: { action: 'deny' },
  });  const known = new Map<boolean, [string, string][]>();
  server.addHook('onRequest', (request, reply, done) => {
    const documents = request.url.startsWith('/api/docs');
    const headers = known.get(documents);
    if (headers) {
      for (const [name, value] of headers) reply.raw.setHeader(name, value);
      return done();
    }
    const before = new Set(reply.raw.getHeaderNames());
    void reply.helmet(); // at once: nothing in it waits
    known.set(documents, reply.raw.getHeaderNames().filter((name) => !before.has(name)).map((name) => [name, String(reply.raw.getHeader(name))]));
    done();
  });
}
