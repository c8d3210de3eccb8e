import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { listen } from '../door.js';
import { bodyOf, part, readForm, text, type Form } from './form.js';
import * as shapes from './shapes.js';
import type { Thing } from './shapes.js';
import { StripeRefusal, StripeWorld } from './world.js';

const VERSION = '2026-10-28.endive';
export const STRIPE_KEYS = {
  STRIPE_SECRET_KEY: 'sk_live_ofthefake',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_ofthefake',
  STRIPE_WEBHOOK_SECRET: 'whsec_ofthefake',
} as const;

/** What a webhook endpoint gets. */
export interface SignedEvent {
  readonly id: string;
  readonly payload: string;
  readonly signature: string;
}

export interface FakeStripe {
  /** Settings by which an installation asks this one. */
  readonly settings: Readonly<Record<string, string>>;
  readonly world: StripeWorld;
  /** Every call that changed something, by its key: how often it came. */
  readonly keys: ReadonlyMap<string, number>;
  /** As Stripe signs it, now; the same event can be signed again, late, or never sent. */
  sign(event: Thing, secret?: string): SignedEvent;
  /** From now on nothing is answered; or everything again. */
  away(is: boolean): void;
  /** The next call that changes something does so, and its answer is lost. */
  loseNextAnswer(): void;
  /** Says of each call, before it does something and before it is answered, whether the caller is still there to hear more; null: nobody looks. */
  watch(stays: ((call: string, moment: 'before' | 'after') => boolean) | null): void;
  close(): Promise<void>;
}

interface Kept {
  readonly hash: string;
  answer: { status: number; body: unknown } | null;
}

/**
 * As much of Stripe as gifts need, with its rules: keys, the pinned version, idempotency (same key and parameters: same answer; other parameters: refused; at the same time: 409), unknown
 * addresses 404. The caller that calls without an own idempotency key is refused, which Stripe does not do.
 */
export async function fakeStripe(now: () => Date = () => new Date()): Promise<FakeStripe> {
  const world = new StripeWorld(VERSION, now);
  const kept = new Map<string, Kept>();
  const keys = new Map<string, number>();
  let isAway = false;
  let loses = false;
  let stays: Parameters<FakeStripe['watch']>[0] = null;
  const server = createServer((request, reply) => {
    void (async () => {
      if (isAway) return request.socket.destroy();
      const call = `${request.method} ${(request.url ?? '').replace(/\?.*$/, '').replace(/\/[a-z]+_3Q\d+/g, '/:id')}`;
      if (stays?.(call, 'before') === false) return request.socket.destroy();
      const { status, body, headers = {} } = await answer(world, kept, keys, request);
      if (stays?.(call, 'after') === false) return request.socket.destroy();
      if (loses && request.method === 'POST') {
        loses = false;
        return request.socket.destroy();
      }
      return send(reply, status, body, headers);
    })();
  });
  await listen(server);
  const stripe = new Stripe(STRIPE_KEYS.STRIPE_SECRET_KEY);
  return {
    settings: {
      ...STRIPE_KEYS,
      STRIPE_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      OUTBOUND_ALLOW: '127.0.0.1',
    },
    world,
    keys,
    sign(event, secret = STRIPE_KEYS.STRIPE_WEBHOOK_SECRET) {
      const payload = JSON.stringify(event);
      const timestamp = Math.floor(now().getTime() / 1_000);
      return {
        id: event.id,
        payload,
        signature: stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }),
      };
    },
    away: (is) => void (isAway = is),
    loseNextAnswer: () => void (loses = true),
    watch: (by) => void (stays = by),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

const refusal = (status: number, code: string, type = 'invalid_request_error', more: object = {}): Answered => ({
  status,
  body: { error: { type, code, message: code, doc_url: `https://stripe.com/docs/error-codes/${code}`, ...more } },
});

async function answer(
  world: StripeWorld,
  kept: Map<string, Kept>,
  keys: Map<string, number>,
  request: IncomingMessage,
): Promise<Answered> {
  const body = await bodyOf(request);
  const { headers, method = 'GET' } = request;
  if (headers.authorization !== `Bearer ${STRIPE_KEYS.STRIPE_SECRET_KEY}`) return refusal(401, 'api_key_invalid');
  if (headers['stripe-version'] !== VERSION) return refusal(400, 'version_not_pinned');
  const url = new URL(request.url ?? '/', 'http://stripe');
  const account = [headers['stripe-account']].flat()[0] ?? null;
  const act = (): Answered => {
    try {
      return {
        status: 200,
        body: route(world, method, url, readForm(method === 'GET' ? url.search.slice(1) : body), account),
      };
    } catch (error) {
      if (error instanceof StripeRefusal) return refusal(error.status, error.code, error.type, error.more);
      throw error;
    }
  };
  if (method === 'GET') return act();
  const key = [headers['idempotency-key']].flat()[0] ?? '';
  if (key === '' || key.startsWith('stripe-node-retry')) return refusal(400, 'no_idempotency_key');
  keys.set(key, (keys.get(key) ?? 0) + 1);
  const hash = `${method} ${url.pathname} ${account ?? ''} ${body}`;
  const before = kept.get(key);
  if (before && before.hash !== hash) return refusal(400, 'idempotency_key_in_use', 'idempotency_error');
  if (before)
    return before.answer
      ? { ...before.answer, headers: { 'idempotent-replayed': 'true' } }
      : refusal(409, 'idempotency_key_in_use', 'idempotency_error');
  const mine: Kept = { hash, answer: null };
  kept.set(key, mine);
  const made = act();
  mine.answer = { status: made.status, body: structuredClone(made.body) };
  return made;
}

function send(reply: ServerResponse, status: number, body: unknown, headers: Record<string, string>): void {
  reply.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_fake', ...headers });
  reply.end(JSON.stringify(body));
}

type Params = { readonly form: Form; readonly id: string; readonly account: string | null };
type Route = readonly [string, RegExp, (world: StripeWorld, params: Params) => unknown];

const list = (things: readonly Thing[], form: Form): object => {
  const limit = Number(text(form, 'limit') || '10');
  const since = Number(text(part(form, 'created'), 'gte') || '0');
  const found = things.filter(({ created }) => (created as number) >= since);
  const from =
    text(form, 'starting_after') === '' ? 0 : found.findIndex(({ id }) => id === text(form, 'starting_after')) + 1;
  return { object: 'list', data: found.slice(from, from + limit), has_more: found.length > from + limit, url: '/v1' };
};

/** `expand` of the paths that are asked for here. */
function expanded(world: StripeWorld, intent: Thing, form: Form): Thing {
  if (form['expand'] === undefined || intent['latest_charge'] === null) return intent;
  const charge = world.get(intent['latest_charge'] as string);
  const [balance, transfer] = [charge['balance_transaction'] as string, charge['transfer'] as string];
  return {
    ...intent,
    latest_charge: { ...charge, balance_transaction: world.get(balance), transfer: world.get(transfer) },
  };
}

const ROUTES: readonly Route[] = [
  ['GET', /^\/v1\/balance$/, () => ({ object: 'balance', available: [], pending: [], livemode: true })],
  [
    'POST',
    /^\/v1\/accounts$/,
    (world, { form }) =>
      world.put(
        shapes.account(world.id('acct'), {
          country: text(form, 'country') || 'KZ',
          created: world.seconds,
          metadata: part(form, 'metadata'),
        }),
      ),
  ],
  ['GET', /^\/v1\/accounts\/([^/]+)$/, (world, { id }) => world.get(id)],
  [
    'POST',
    /^\/v1\/account_links$/,
    (world, { form }) => ({
      object: 'account_link',
      created: world.seconds,
      expires_at: world.seconds + 300,
      url: `https://connect.stripe.com/setup/e/${world.get(text(form, 'account')).id}/${world.id('l')}`,
    }),
  ],
  [
    'POST',
    /^\/v1\/payment_intents$/,
    (world, { form }) => {
      const account = text(part(form, 'transfer_data'), 'destination');
      if (world.get(account)['charges_enabled'] !== true) throw new StripeRefusal(400, 'account_invalid');
      const intent = world.put(
        shapes.paymentIntent(world.id('pi'), {
          amount: Number(text(form, 'amount')),
          currency: text(form, 'currency'),
          created: world.seconds,
          account,
          description: text(form, 'description'),
          metadata: part(form, 'metadata'),
          group: text(form, 'transfer_group'),
        }),
      );
      world.tell('payment_intent.created', intent);
      return intent;
    },
  ],
  [
    'POST',
    /^\/v1\/customers$/,
    (world, { form }) =>
      world.put(shapes.customer(world.id('cus'), { created: world.seconds, metadata: part(form, 'metadata') })),
  ],
  ['DELETE', /^\/v1\/customers\/([^/]+)$/, (world, { id }) => world.forget(id)],
  [
    'POST',
    /^\/v1\/setup_intents$/,
    (world, { form }) => {
      const customer = world.get(text(form, 'customer')).id;
      const setup = world.put(
        shapes.setupIntent(world.id('seti'), { created: world.seconds, customer, metadata: part(form, 'metadata') }),
      );
      world.tell('setup_intent.created', setup);
      return setup;
    },
  ],
  [
    'GET',
    /^\/v1\/setup_intents\/([^/]+)$/,
    (world, { id }) => {
      const setup = world.get(id);
      const method = setup['payment_method'] as string | null;
      return { ...setup, payment_method: method === null ? null : world.get(method) };
    },
  ],
  ['GET', /^\/v1\/payment_methods\/([^/]+)$/, (world, { id }) => world.get(id)],
  [
    'POST',
    /^\/v1\/payment_intents\/([^/]+)$/,
    (world, { id, form }) => Object.assign(world.get(id), { customer: world.get(text(form, 'customer')).id }),
  ],
  [
    'POST',
    /^\/v1\/payment_intents\/([^/]+)\/confirm$/,
    (world, { id, form }) => world.charge(id, text(form, 'payment_method')),
  ],
  ['GET', /^\/v1\/payment_intents$/, (world, { form }) => list(world.all('payment_intent'), form)],
  ['GET', /^\/v1\/payment_intents\/([^/]+)$/, (world, { id, form }) => expanded(world, world.get(id), form)],
  ['POST', /^\/v1\/payment_intents\/([^/]+)\/cancel$/, (world, { id }) => world.cancel(id)],
  [
    'POST',
    /^\/v1\/refunds$/,
    (world, { form }) =>
      world.refund(
        text(form, 'payment_intent'),
        text(form, 'amount') === '' ? null : Number(text(form, 'amount')),
        part(form, 'metadata'),
        text(form, 'reverse_transfer') === 'true',
      ),
  ],
  [
    'GET',
    /^\/v1\/refunds$/,
    (world, { form }) =>
      list(
        world.all('refund').filter((one) => one['payment_intent'] === text(form, 'payment_intent')),
        form,
      ),
  ],
  [
    'GET',
    /^\/v1\/disputes$/,
    (world, { form }) =>
      list(
        world.all('dispute').filter((one) => one['payment_intent'] === text(form, 'payment_intent')),
        form,
      ),
  ],
  [
    'POST',
    /^\/v1\/transfers\/([^/]+)\/reversals$/,
    (world, { id, form }) => world.reverse(id, Number(text(form, 'amount')), part(form, 'metadata')),
  ],
  [
    'POST',
    /^\/v1\/transfers$/,
    (world, { form }) =>
      world.put(
        shapes.transfer(world.id('tr'), {
          amount: Number(text(form, 'amount')),
          currency: text(form, 'currency'),
          created: world.seconds,
          destination: text(form, 'destination'),
          group: text(form, 'transfer_group') || null,
          metadata: part(form, 'metadata'),
        }),
      ),
  ],
  [
    'GET',
    /^\/v1\/transfers$/,
    (world, { form }) =>
      list(
        world.all('transfer').filter((one) => one['transfer_group'] === text(form, 'transfer_group')),
        form,
      ),
  ],
  [
    'GET',
    /^\/v1\/payouts$/,
    (world, { form, account }) =>
      list(
        world.all('payout').filter((one) => one['of'] === account),
        form,
      ),
  ],
  ['GET', /^\/v1\/payouts\/([^/]+)$/, (world, { id }) => world.get(id)],
];

function route(world: StripeWorld, method: string, url: URL, form: Form, account: string | null): unknown {
  for (const [verb, shape, act] of ROUTES) {
    const found = verb === method ? shape.exec(url.pathname) : null;
    if (found) return act(world, { form, id: found[1] ?? '', account });
  }
  throw new StripeRefusal(404, 'url_invalid');
}
