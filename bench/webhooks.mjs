// Events of Stripe, signed and each another one: 500 a second, and as fast as they go, against a bare handler that proves the signature and writes the same row.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { DATA, freePort, lib, processorOf, say, startPeer, startProcess, withClient } from './installation.mjs';
import { fixed, quantile } from './table.mjs';

const RATE = 500;
const LIMIT_MS = 100;
const CONNECTIONS = 16;
const ROUNDS = 3;
const SECRET = 'whsec_ofthebench';
const PATH = '/api/v1/webhooks/stripe';

export const WITHOUT_INSTALLATION = true;

export async function run(_installation, { seconds }) {
  const dir = join(DATA, 'webhooks');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const { startEmbedded } = await lib('host');
  const { prepareDatabase } = await lib('platform');
  const database = await startEmbedded({ dir });
  const stripe = await quietStripe();
  try {
    await prepareDatabase(database.urls, { redisUrl: null });
    await (await lib('catalogue-store')).seedCatalogue(database.url);
    const url = database.urls.running;
    const ours = await startProcess('api', { dir }, url, { settings: stripe.settings });
    const bare = await startPeer(url, { STRIPE_WEBHOOK_SECRET: SECRET });
    try {
      return [await compare(url, ours, bare, seconds)];
    } finally {
      await Promise.all([ours.stop(), bare.stop()]);
    }
  } finally {
    stripe.close();
    await database.stop();
  }
}

async function compare(url, ours, bare, seconds) {
  for (const side of [ours, bare]) await load(side, 2);
  const at = loadavg()[0];
  const steady = { ours: [], bare: [] };
  const full = { ours: [], bare: [] };
  const before = await stored(url);
  let sent = 0;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, side] of Object.entries({ ours, bare })) {
      steady[name].push(await load(side, seconds, RATE));
      full[name].push(await load(side, seconds));
      sent += steady[name].at(-1).answered + full[name].at(-1).answered;
    }
  const kept = (await stored(url)) - before;
  const median = (results, what) =>
    quantile(
      results.map((result) => result[what]),
      0.5,
    );
  const ratio = quantile(
    full.ours.map(({ rate }, round) => rate / full.bare[round].rate),
    0.5,
  );
  // The sender stops in the middle of a few requests, which are stored and not counted as answered.
  const sound = kept >= sent && kept - sent <= CONNECTIONS * ROUNDS * 8;
  const met = sound && median(steady.ours, 'p99') < LIMIT_MS && median(steady.ours, 'rate') > RATE * 0.98;
  const row = (name, results, more) => [
    name,
    fixed(median(results, 'rate'), 0),
    fixed(median(results, 'p50')),
    fixed(median(results, 'p99')),
    fixed(median(results, 'processor'), 2),
    ...more,
  ];
  return {
    name: '10-webhooks',
    title: 'Events of Stripe stored and answered',
    failed: !met,
    note: `${CONNECTIONS} connections, ${ROUNDS} rounds of ${seconds} s in turn; the median round. The ratio of ours to the bare handler as fast as it goes is ${fixed(ratio, 2)}. ${kept} events stored, ${sent} answered. Load of the machine when it began: ${fixed(at)}.`,
    columns: ['events', 'a second', 'median, ms', 'p99, ms', 'processor ms', 'target', 'met'],
    rows: [
      row(`${RATE} a second, ours`, steady.ours, [`p99 < ${LIMIT_MS}`, met ? 'yes' : 'no']),
      row(`${RATE} a second, bare`, steady.bare, ['', '']),
      row('as fast as it goes, ours', full.ours, ['', '']),
      row('as fast as it goes, bare', full.bare, ['', '']),
    ],
  };
}

const stored = (url) =>
  withClient(url, async (client) => Number((await client.query('SELECT count(*) AS n FROM card_events')).rows[0].n));

async function load({ url, pid }, seconds, overallRate) {
  const before = processorOf(pid);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(overallRate ? { overallRate } : {}),
    requests: [{ method: 'POST', path: PATH, setupRequest: (request) => ({ ...request, ...signed() }) }],
  });
  const bad = result.non2xx + result.errors;
  if (bad > 0)
    throw new Error(
      `${bad} of ${result.requests.total} events were refused: ${JSON.stringify(result.statusCodeStats)}`,
    );
  return {
    answered: result.requests.total,
    rate: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    processor: ((processorOf(pid) - before) * 1000) / result.requests.total,
  };
}

/** An event that nobody had before, as Stripe signs it. */
function signed() {
  const id = createHash('sha256').update(randomUUID()).digest('hex').slice(0, 24);
  const created = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    id: `evt_${id}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created,
    livemode: true,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'payment_intent.succeeded',
    data: {
      object: {
        id: `pi_${id}`,
        object: 'payment_intent',
        amount: 150_000,
        amount_received: 150_000,
        currency: 'rub',
        created,
        status: 'succeeded',
        description: 'Проверка',
        metadata: { gift: id, code: 'ABCD-EFGH' },
        payment_method_types: ['card'],
        transfer_group: id,
        statement_descriptor: 'x'.repeat(1_200), // as long as an event of Stripe is
      },
    },
  });
  const signature = createHmac('sha256', SECRET).update(`${created}.${body}`).digest('hex');
  return { body, headers: { 'content-type': 'application/json', 'stripe-signature': `t=${created},v1=${signature}` } };
}

/** Something that knows the key: the api asks for its balance when it starts, and for nothing else here. */
async function quietStripe() {
  const port = await freePort();
  const server = createServer((_request, reply) => {
    reply.writeHead(200, { 'content-type': 'application/json' });
    reply.end('{"object":"balance","available":[],"pending":[],"livemode":true}');
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  say('storing events of Stripe');
  return {
    settings: {
      STRIPE_SECRET_KEY: 'sk_live_ofthebench',
      STRIPE_PUBLISHABLE_KEY: 'pk_live_ofthebench',
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_API_URL: `http://127.0.0.1:${port}`,
      OUTBOUND_ALLOW: '127.0.0.1',
    },
    close: () => server.close(),
  };
}
