// Offer posted → proposals readable over HTTP, as a browser does it: POST, wait for the event of the stream, GET. On both queue stores.
import { request } from 'node:http';
import { cookieOf, startProcess, startRedis, withClient } from './installation.mjs';
import { offerFor } from './http.mjs';
import { fixed, quantile } from './table.mjs';

const OFFERS = 200;
const WARM = 20;
const PATIENCE_MS = 180_000;

export async function run(installation) {
  const rows = [];
  rows.push(await measure(installation, 'PostgreSQL', ''));
  const redis = await startRedis();
  if (redis) {
    try {
      rows.push(await measure(installation, 'Redis', redis.url));
    } finally {
      await redis.stop();
    }
  } else process.stderr.write('No Redis here (REDIS_URL, redis-server or valkey-server): that store is left out\n');
  return [
    {
      name: '3-latency',
      title: 'Offer posted → proposals readable over HTTP',
      failed: rows.some((row) => row.at(-1) === 'no'),
      note: `${installation.rows} open needs and offers in the index; ${OFFERS} offers one after the other; from the POST to the answer of GET /matches that has proposals, the event stream says when to ask.`,
      columns: ['queue store', 'median, ms', 'p99, ms', 'most, ms', 'targets', 'met'],
      rows,
    },
  ];
}

async function measure(installation, store, redisUrl) {
  const url = await installation.clone('bench_latency');
  const api = await startProcess('api', installation, url, { redisUrl });
  const worker = await startProcess('worker', installation, url, { redisUrl });
  try {
    const needs = await withClient(
      url,
      async (client) =>
        (
          await client.query(
            `SELECT kind, category, item, place, unit FROM needs WHERE base_unit IS NOT NULL ORDER BY md5(id::text) LIMIT $1`,
            [OFFERS + WARM],
          )
        ).rows,
    );
    const times = [];
    for (const [at, need] of needs.entries()) {
      const took = await once(api.url, cookieOf(at), offerFor({ ...need, place: null }, at));
      if (at >= WARM) times.push(took);
    }
    const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    return [
      store,
      fixed(median, 0),
      fixed(p99, 0),
      fixed(Math.max(...times), 0),
      '150, 500',
      median < 150 && p99 < 500 ? 'yes' : 'no',
    ];
  } finally {
    await Promise.all([api.stop(), worker.stop()]);
    await installation.drop('bench_latency');
  }
}

async function once(url, cookie, offer) {
  const stream = await listen(url, cookie);
  try {
    const { place, ...body } = offer;
    const began = performance.now();
    const posted = await fetch(`${url}/api/v1/offers`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(place ? offer : body),
    });
    if (posted.status !== 201) throw new Error(`POST /offers: ${posted.status} ${await posted.text()}`);
    const { id } = await posted.json();
    for (;;) {
      const answer = await fetch(`${url}/api/v1/matches?offer=${id}`, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(`GET /matches: ${answer.status}`);
      if ((await answer.json()).items.length > 0) return performance.now() - began;
      const heard = await stream.next('offer.proposals', id, PATIENCE_MS - (performance.now() - began));
      if (!heard) throw new Error(`No proposals within ${PATIENCE_MS / 1000} s for ${JSON.stringify(offer)}`);
    }
  } finally {
    stream.close();
  }
}

/** An event stream. `next` resolves when an event of this name and thing has come (also before it was asked), false when it does not come in time. */
export function listen(url, cookie) {
  return new Promise((opened, failed) => {
    const heard = [];
    let waiting = null;
    const outgoing = request(
      `${url}/api/v1/events`,
      { headers: { cookie, accept: 'text/event-stream' }, agent: false },
      (answer) => {
        if (answer.statusCode !== 200) return failed(new Error(`GET /events: ${answer.statusCode}`));
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('error', () => {});
        answer.on('data', (text) => {
          const blocks = (rest + text).split('\n\n');
          rest = blocks.pop();
          heard.push(...blocks);
          waiting?.();
        });
        opened({
          async next(event, id, ms) {
            const until = performance.now() + ms;
            while (performance.now() < until) {
              const at = heard.findIndex((block) => block.includes(`event: ${event}\n`) && block.includes(id));
              if (at >= 0) return heard.splice(at, 1).length > 0;
              await new Promise((done) => {
                const timer = setTimeout(done, Math.max(1, until - performance.now()));
                waiting = () => (clearTimeout(timer), done());
              });
            }
            return false;
          },
          close: () => outgoing.destroy(),
        });
      },
    );
    outgoing.on('error', failed);
    outgoing.end();
  });
}
