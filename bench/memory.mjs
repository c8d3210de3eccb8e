// Resident memory of api and worker at rest, in load, and with a thousand open event streams.
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { cookieOf, startProcess, withClient } from './installation.mjs';
import { offerFor } from './http.mjs';
import { listen } from './latency.mjs';
import { fixed } from './table.mjs';

const STREAMS = 1_000;
const LOAD_SECONDS = 20;

export async function run(installation, { seconds }) {
  const url = await installation.clone('bench_memory');
  const [api, worker] = [await startProcess('api', installation, url), await startProcess('worker', installation, url)];
  const streams = [];
  try {
    const needs = await withClient(
      url,
      async (client) =>
        (
          await client.query(
            'SELECT id, kind, category, item, place, unit FROM needs ORDER BY md5(id::text) LIMIT 1000',
          )
        ).rows,
    );
    await sleep(5_000);
    const rest = api.rss();
    const loaded = await withIndex(api, worker, needs[0]);
    const opened = await openStreams(api.url, streams);
    const withStreams = api.rss();
    const peak = await most([api, worker], () =>
      autocannon({ url: api.url, connections: 16, duration: Math.max(seconds, LOAD_SECONDS), requests: mixed(needs) }),
    );
    const workerLimit = 250 + installation.rows / 1024;
    const table = [
      ['api at rest', rest, 160],
      [`api with ${opened} open event streams`, withStreams, 250],
      ['api in load, streams open (most)', peak[0], 250],
      [`worker with ${installation.rows} open needs in its index`, loaded, workerLimit],
      ['worker in load (most)', peak[1], workerLimit],
    ].map(([what, mebibytes, limit]) => [what, fixed(mebibytes, 0), fixed(limit, 0), mebibytes < limit ? 'yes' : 'no']);
    return [
      {
        name: '4-memory',
        title: 'Memory',
        failed: opened < STREAMS || table.some((row) => row.at(-1) === 'no'),
        note: 'VmRSS of the process.',
        columns: ['process', 'MiB', 'target', 'met'],
        rows: table,
      },
    ];
  } finally {
    for (const stream of streams) stream.close();
    await Promise.all([api.stop(), worker.stop()]);
    await installation.drop('bench_memory');
  }
}

/** Half reads of lists, half of single needs, and now and then an offer, of everybody in turn: nobody may have many open at once. */
export function mixed(needs) {
  let turn = 0;
  const bySomebody = (request) => ({ ...request, headers: { ...request.headers, cookie: cookieOf((turn += 1)) } });
  return needs.flatMap((need, at) => [
    { method: 'GET', path: `/api/v1/needs?limit=20&category=${need.category}` },
    { method: 'GET', path: `/api/v1/needs/${need.id}` },
    ...(at % 50 === 0
      ? [
          {
            method: 'POST',
            path: '/api/v1/offers',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(offerFor(need, at)),
            setupRequest: bySomebody,
          },
        ]
      : []),
  ]);
}

async function post(url, need, at) {
  const answer = await fetch(`${url}/api/v1/offers`, {
    method: 'POST',
    headers: { cookie: cookieOf(at), 'content-type': 'application/json' },
    body: JSON.stringify(offerFor(need, at)),
  });
  if (answer.status !== 201) throw new Error(`POST /offers: ${answer.status}`);
}

/** One offer makes the worker load its index. @returns mebibytes that it holds afterwards */
export async function withIndex(api, worker, need) {
  await post(api.url, need, 0);
  return settled(worker);
}

/** Waits until the memory of a process stands still. */
async function settled(process) {
  let before = 0;
  for (let calm = 0; calm < 3;) {
    await sleep(2_000);
    const now = process.rss();
    calm = Math.abs(now - before) < 4 ? calm + 1 : 0;
    before = now;
  }
  return before;
}

async function openStreams(url, streams) {
  for (let at = 0; at < STREAMS; at += 50)
    streams.push(...(await Promise.all(Array.from({ length: 50 }, (_, more) => listen(url, cookieOf(at + more))))));
  return streams.length;
}

/** The most that each process held while the work went on. */
export async function most(processes, work) {
  const peaks = processes.map(() => 0);
  const look = setInterval(
    () => processes.forEach((process, at) => (peaks[at] = Math.max(peaks[at], process.rss()))),
    250,
  );
  try {
    await work();
  } finally {
    clearInterval(look);
  }
  return peaks;
}
