// The api against a bare Fastify + pg handler that runs the same main statements, in turn, in one run.
import { join } from 'node:path';
import autocannon from 'autocannon';
import { cookieOf, processorOf, startPeer, startProcess, withClient } from './installation.mjs';
import { fixed, quantile } from './table.mjs';

const ROUNDS = 5;
const CONNECTIONS = 16;
const PAGE = 'GET /needs/{id} as a page';

export async function run(installation, { seconds, profile, case: only }) {
  const url = await installation.clone('bench_http');
  const api = await startProcess('api', installation, url, {
    execArgv: profile ? ['--cpu-prof', `--cpu-prof-dir=${join(installation.dir, 'profile')}`] : [],
  });
  const peer = await startPeer(url, { LEPTA_BENCH_PAGES: api.url });
  try {
    const cases = (await makeCases(url)).filter(({ name }) => name.includes(only));
    await comparePages(api, peer, cases);
    const rows = [];
    for (const { name, target, requests } of cases)
      rows.push(await compare(name, target, requests, api, peer, seconds));
    return [
      {
        name: '2-http',
        title: 'HTTP against a bare Fastify + pg handler',
        failed: rows.some((row) => row.at(-1) === 'no'),
        note: `${installation.rows} open needs and offers; ${CONNECTIONS} connections, ${ROUNDS} rounds of ${seconds} s in turn; the bare handler runs the same main statements with prepared statements, without sign-in, checks, limits, logs or headers; a page by the web's own drawing over answers that it has kept.`,
        columns: [
          'request',
          'ours, req/s',
          'bare, req/s',
          'ratio',
          'target',
          'p99 ours, ms',
          'processor ms, ours',
          'bare',
          'met',
        ],
        rows,
      },
    ];
  } finally {
    await Promise.all([api.stop(), peer.stop()]);
    await installation.drop('bench_http');
  }
}

/** Both sides draw every page once, which is when the bare handler learns what stands on it; it has to be the same page. */
async function comparePages(ours, bare, cases) {
  const page = async ({ url }, path) => {
    const html = await (await fetch(url + path)).text();
    return html.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ''); // each form has a key of its own
  };
  for (const { path } of cases.find(({ name }) => name === PAGE)?.requests ?? []) {
    const [one, other] = [await page(ours, path), await page(bare, path)];
    if (one !== other) throw new Error(`${path} is another page of the bare handler`);
  }
}

async function compare(name, target, requests, ours, bare, seconds) {
  await load(ours, requests, 2);
  await load(bare, requests, 1);
  const results = new Map([
    [ours, []],
    [bare, []],
  ]);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of round % 2 === 0 ? [ours, bare] : [bare, ours])
      results.get(side).push(await load(side, requests, seconds));
  const median = (side, what) =>
    quantile(
      results.get(side).map((result) => result[what]),
      0.5,
    );
  const ratio = quantile(
    results.get(ours).map((result, round) => result.rate / results.get(bare)[round].rate),
    0.5,
  );
  return [
    name,
    fixed(median(ours, 'rate'), 0),
    fixed(median(bare, 'rate'), 0),
    fixed(ratio, 2),
    fixed(target, 2),
    fixed(median(ours, 'p99'), 0),
    fixed(median(ours, 'processor'), 2),
    fixed(median(bare, 'processor'), 2),
    ratio >= target ? 'yes' : 'no',
  ];
}

async function load({ url, pid }, requests, seconds) {
  const before = processorOf(pid);
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests });
  const bad = result.non2xx + result.errors;
  if (bad > 0)
    throw new Error(
      `${bad} of ${result.requests.total} answers of ${url}${requests[0].path} were not as expected: ${JSON.stringify(result.statusCodeStats)}`,
    );
  return {
    rate: result.requests.total / result.duration,
    p99: result.latency.p99,
    processor: ((processorOf(pid) - before) * 1000) / result.requests.total,
  };
}

async function makeCases(url) {
  return withClient(url, async (client) => {
    const { rows: needs } = await client.query(
      `SELECT id, kind, category, item, place, unit FROM needs ORDER BY md5(id::text) LIMIT 2000`,
    );
    const filters = [
      (need) => `category=${need.category}`,
      (need) => `place=${need.place}`,
      (need) => `kind=${need.kind}`,
      (need) => `kind=${need.kind}&category=${need.category}`,
      (need) => `place=${need.place}&kind=${need.kind}`,
      () => '',
    ];
    return [
      {
        name: 'GET /needs (20, filters)',
        target: 0.4,
        requests: needs
          .slice(0, 500)
          .map((need, at) => ({ method: 'GET', path: `/api/v1/needs?limit=20&${filters[at % filters.length](need)}` })),
      },
      {
        name: 'GET /needs/{id}',
        target: 0.5,
        requests: needs.map((need) => ({ method: 'GET', path: `/api/v1/needs/${need.id}` })),
      },
      {
        name: PAGE,
        target: 0.3,
        requests: needs.slice(0, 100).map((need) => ({ method: 'GET', path: `/needs/${need.id}` })),
      },
      {
        name: 'POST /offers',
        target: 0.35,
        requests: needs.map((need, at) => ({
          method: 'POST',
          path: '/api/v1/offers',
          headers: { 'content-type': 'application/json', cookie: cookieOf(at) },
          body: JSON.stringify(offerFor(need, at)),
        })),
      },
    ];
  });
}

/** Food and medicine must say how they keep; other goods may. */
const KEEPS = { bestBefore: new Date(Date.now() + 365 * 86_400_000).toISOString(), coldChain: false };

/** An offer that could meet this need, of no less money than is taken. */
export function offerFor(need, at) {
  return {
    kind: need.kind,
    category: need.category,
    ...(need.item ? { item: need.item } : {}),
    quantity: String((1 + (at % 40)) * (need.kind === 'money' ? 100 : 1)),
    unit: need.unit,
    place: need.place,
    anonymous: at % 2 === 0,
    ...(need.kind === 'goods' ? KEEPS : {}),
  };
}
