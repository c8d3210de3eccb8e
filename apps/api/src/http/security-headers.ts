import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';

/** Where cards are taken, the script of Stripe draws its fields in frames of its own and asks its own servers; elsewhere nothing of it may be here. */
const STRIPE = {
  script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  connect: ['https://api.stripe.com'],
} as const;

/**
 * A strict Content-Security-Policy: only our own files, no inline script. The page of the API description needs inline styles, nothing else does.
 * What only makes sense behind TLS is sent only where PUBLIC_URL is https; otherwise it would break plain-http demonstrations in a local network.
 */
export async function sendSecurityHeaders(
  server: FastifyInstance,
  publicUrl: string,
  takesCards: boolean,
): Promise<void> {
  const https = new URL(publicUrl).protocol === 'https:';
  const [documents, others] = [
    await headersOf(https, "'unsafe-inline'", false),
    await headersOf(https, "'self'", takesCards),
  ];
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/api/docs') ? documents : others);
    done();
  });
}

/** The headers as helmet makes them, asked for once: it would work out the same ones for every request anew. */
async function headersOf(https: boolean, styles: string, cards: boolean): Promise<Record<string, string>> {
  const asked = Fastify();
  await asked.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...(cards ? STRIPE.script : [])],
        ...(cards ? { frameSrc: [...STRIPE.frame] } : {}),
        styleSrc: [...new Set(["'self'", styles])],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(cards ? STRIPE.connect : [])],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
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
  });
  let headers: Record<string, string> = {};
  asked.get('/', async (_request, reply) => {
    headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
    return '';
  });
  await asked.inject('/');
  await asked.close();
  return headers;
}
