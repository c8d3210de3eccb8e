// The api against a bare Fastify + pg handler that runs the same main statements, in turn, in one run.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { ROOT } from '../apps/cli/settings.mjs';
import { cookieOf, freePort, startProcess, withClient } from './installation.mjs';
import { fixed, quantile } from './table.mjs';

const ROUNDS = 5;
const CONNECTIONS = 16;

export async function run(installation, { seconds, profile }) {
  const url = await installation.clone('bench_http');
  const api = await startProcess('api', installation, url, { execArgv: profile ? ['--cpu-prof', `--cpu-prof-dir=${join(installation.dir, 'profile')}`] : [] });
  const peer = await startPeer(url);
  try {
    const cases = await makeCases(url);
    const rows = [];
    for (const { name, target, requests } of cases) rows.push(await compare(name, target, requests, api.url, peer.url, seconds));
    return [
      {
        name: '2-http', title: 'HTTP against a bare Fastify + pg handler', failed: rows.some((row) => row.at(-1) === 'no'),
        note: `${installation.rows} open needs and offers; ${CONNECTIONS} connections, ${ROUNDS} rounds of ${seconds} s in turn; the bare handler runs the same main statements with prepared statements, without sign-in, checks, limits, logs or headers.`,
        columns: ['request', 'ours, req/s', 'bare, req/s', 'ratio', 'target', 'p99 ours, ms', 'met'], rows,
      },
    ];
  } finally {
    await Promise.all([api.stop(), peer.stop()]);
    await installation.drop('bench_http');
  }
}

async function compare(name, target, requests, ours, bare, seconds) {
  await load(ours, requests, 2);
  await load(bare, requests, 1);
  const [mine, theirs, ratios, p99] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? [ours, bare] : [bare, ours];
    const results = new Map();
    for (const url of order) results.set(url, await load(url, requests, seconds));
    mine.push(results.get(ours).rate);
    theirs.push(results.get(bare).rate);
    ratios.push(results.get(ours).rate / results.get(bare).rate);
    p99.push(results.get(ours).p99);
  }
  const ratio = quantile(ratios, 0.5);
  return [name, fixed(quantile(mine, 0.5), 0), fixed(quantile(theirs, 0.5), 0), fixed(ratio, 2), fixed(target, 2), fixed(quantile(p99, 0.5), 0), ratio >= target ? 'yes' : 'no'];
}

async function load(url, requests, seconds) {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests });
  const bad = result.non2xx + result.errors;
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} answers of ${url}${requests[0].path} were not as expected: ${JSON.stringify(result.statusCodeStats)}`);
  return { rate: result.requests.total / result.duration, p99: result.latency.p99 };
}

async function makeCases(url) {
  return withClient(url, async (client) => {
    const { rows: needs } = await client.query(`SELECT id, kind, category, item, place, unit FROM needs ORDER BY md5(id::text) LIMIT 2000`);
    const filters = [(need) => `category=${need.category}`, (need) => `place=${need.place}`, (need) => `kind=${need.kind}`, (need) => `kind=${need.kind}&category=${need.category}`, (need) => `place=${need.place}&kind=${need.kind}`, () => ''];
    return [
      { name: 'GET /needs (20, filters)', target: 0.4, requests: needs.slice(0, 500).map((need, at) => ({ method: 'GET', path: `/api/v1/needs?limit=20&${filters[at % filters.length](need)}` })) },
      { name: 'GET /needs/{id}', target: 0.5, requests: needs.map((need) => ({ method: 'GET', path: `/api/v1/needs/${need.id}` })) },
      {
        name: 'POST /offers', target: 0.35,
        requests: needs.map((need, at) => ({ method: 'POST', path: '/api/v1/offers', headers: { 'content-type': 'application/json', cookie: cookieOf(at) }, body: JSON.stringify(offerFor(need, at)) })),
      },
    ];
  });
}

/** An offer that could meet this need. */
export function offerFor(need, at) {
  return { kind: need.kind, category: need.category, ...(need.item ? { item: need.item } : {}), quantity: String(1 + (at % 40)), unit: need.unit, place: need.place, anonymous: at % 2 === 0 };
}

async function startPeer(databaseUrl) {
  const port = await freePort();
  const child = fork(join(ROOT, 'bench', 'bare.mjs'), { env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise((done, fail) => {
    child.once('message', done);
    child.once('exit', (code) => fail(new Error(`the bare handler ended with code ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        child.removeAllListeners('exit');
        child.once('exit', done);
        child.kill('SIGTERM');
      }),
  };
}
