// A clearing of everything while people go on: how long it takes, what they notice of it, and whether anything is promised twice.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  cookieOf,
  freePort,
  lib,
  PEOPLE,
  processorOf,
  processorOfChildren,
  processorOfDatabase,
  startProcess,
  withClient,
} from './installation.mjs';
import { offerFor } from './http.mjs';
import { fixed, quantile } from './table.mjs';

/** Reads a second that are always made: at rest, in the clearing, in the rush. */
const READS = 40;
/** Offers of the rush, spread evenly: a tenth of what there is, so many a second. */
const SHARE = 10;
const RATE = 10_000 / 60;
/** Of so many offers, one has a donor who says yes to the first proposal at once: each of the people in their turn, so that few reach the limit of what one may hold. */
const EAGER = 10;
const isEager = (at) => at % EAGER === Math.floor(at / PEOPLE) % EAGER;
/** When their page asks again (apps/web, proposals.tsx), and how long a donor looks at it. */
const askAfter = (ageMs) => Math.min(20_000, Math.max(3_000, ageMs / 2));
const LOOKS_MS = 120_000;
const PATIENCE_MS = 900_000;

export async function run(installation, { seconds }) {
  const url = await installation.clone('bench_rush');
  // What an import leaves to be proposed at leisure is no part of a day: the clearing proposes all of it.
  await withClient(url, (client) => client.query('TRUNCATE proposal_backlog'));
  const settings = { CLEARING_TIMES: 'never', WORKER_METRICS_PORT: String(await freePort()) };
  const api = await startProcess('api', installation, url, { settings });
  const worker = await startProcess('worker', installation, url, { settings });
  try {
    const house = {
      installation,
      url,
      api: api.url,
      workerMetrics: `http://127.0.0.1:${settings.WORKER_METRICS_PORT}`,
      pids: { api: api.pid, worker: worker.pid, 'who asks': process.pid },
    };
    const needs = await withClient(
      url,
      async (client) =>
        (
          await client.query(
            'SELECT id, kind, category, item, place, unit FROM needs ORDER BY md5(id::text) LIMIT 2000',
          )
        ).rows,
    );
    await rushOf(house, needs, EAGER, 2);
    const [offers, rushSeconds] = [Math.round(installation.rows / SHARE), installation.rows / SHARE / RATE]; // warm: statements are prepared, the index of the worker is loaded
    await quiet(url);
    await paced(READS, 2, (at) => read(house, needs, at));
    const rest = await paced(READS, Math.max(20, seconds), (at) => read(house, needs, at));
    const clearing = await during(house, needs, null);
    const rush = await during(house, needs, () => rushOf(house, needs, offers, rushSeconds));
    const alarms = await booksOf(url);
    const table = rowsOf(installation.rows, rest, clearing, rush, alarms, { offers, rushSeconds });
    return [
      {
        name: '8-rush',
        title: `A clearing of ${installation.rows} needs and ${installation.rows} offers, alone and in a rush`,
        failed: table.some((row) => row.at(-1) === 'no'),
        note: `${READS} reads a second in all three stretches, api, worker, database and whoever asks on one machine. In the rush ${offers} offers were to be posted in ${fixed(rushSeconds, 0)} s, every ${EAGER}th donor says yes to the best proposal as soon as their page shows one: it asks after 3 s, then after half of the time that has passed, 20 s at most, for ${LOOKS_MS / 60_000} minutes.`,
        columns: ['what', 'measured', 'target', 'met'],
        rows: table,
      },
    ];
  } finally {
    await Promise.all([api.stop(), worker.stop()]);
    await installation.drop('bench_rush');
  }
}

function rowsOf(count, rest, clearing, rush, alarms, { offers, rushSeconds }) {
  const p99 = ({ times }) => quantile(times, 0.99);
  const { report } = clearing;
  const ratio = p99(clearing.reads) / p99(rest);
  const whole = count === 100_000;
  const row = (what, measured, target = '', met = null) => [
    what,
    measured,
    target,
    met === null ? '' : met ? 'yes' : 'no',
  ];
  const ms = (value) => `${fixed(value)} ms`;
  return [
    row(
      'snapshot to proposals written',
      `${fixed(clearing.seconds)} s`,
      whole ? '< 60 s' : '',
      whole ? clearing.seconds < 60 : null,
    ),
    row(
      'reading, index, pairs, solving, writing',
      ['read', 'index', 'pairs', 'solve', 'write'].map((step) => `${fixed(report.seconds[step])}`).join(' + ') + ' s',
    ),
    row('proposals written', `${report.matches}, ${fixed(report.matches / report.seconds.write, 0)} a second`),
    row('reads at rest, p99', ms(p99(rest))),
    row(
      'reads in the clearing, p99 (median)',
      `${ms(p99(clearing.reads))} (${ms(quantile(clearing.reads.times, 0.5))}), × ${fixed(ratio)}`,
      '≤ × 2',
      ratio <= 2,
    ),
    row(
      'event loop delay in the clearing, p99: api, worker',
      `${ms(clearing.loops.api)}, ${ms(clearing.loops.worker)}`,
      '< 50 ms',
      Math.max(clearing.loops.api, clearing.loops.worker) < 50,
    ),
    row(
      'rush: offers posted',
      `${rush.rush.posted} in ${fixed(rush.rush.seconds)} s, ${fixed(rush.rush.posted / rush.rush.seconds, 0)} a second`,
      `${offers} in ${fixed(rushSeconds, 0)} s`,
      rush.rush.posted === offers && rush.rush.seconds < rushSeconds * 1.05,
    ),
    row(
      'rush: POST /offers, median and p99',
      `${ms(quantile(rush.rush.times, 0.5))}, ${ms(quantile(rush.rush.times, 0.99))}`,
    ),
    row(
      'rush: processors at work',
      rush.rush.processor.map(([who, processors]) => `${who} ${fixed(processors, 2)}`).join(', '),
    ),
    row('rush: reads, p99', ms(p99(rush.reads))),
    row(
      'rush: event loop delay, p99: api, worker',
      `${ms(rush.loops.api)}, ${ms(rush.loops.worker)}`,
      '< 50 ms',
      Math.max(rush.loops.api, rush.loops.worker) < 50,
    ),
    row(
      'rush: the clearing beside it',
      `${fixed(rush.seconds)} s, ${rush.report.matches} lines, ${rush.overtaken} overtaken or lowered`,
    ),
    row(
      'rush: said yes',
      [
        `${rush.rush.accepted} held`,
        ...Object.entries(rush.rush.refused).map(([code, times]) => `${times} ${code}`),
        `${rush.rush.none} without a proposal in time`,
      ].join(', '),
    ),
    row(
      'answers that were no answers (5xx, broken)',
      String(rest.failed + clearing.reads.failed + rush.reads.failed + rush.rush.failed),
      '0',
      rest.failed + clearing.reads.failed + rush.reads.failed + rush.rush.failed === 0,
    ),
    row(
      'more promised or planned than there was, books wrong',
      alarms.length === 0 ? 'nothing' : alarms.join('; '),
      'nothing',
      alarms.length === 0,
    ),
  ];
}

/** A clearing from its beginning to its end, reads beside it, and whatever else. */
async function during(house, needs, more) {
  await loopsOf(house); // begins anew with every reading
  const { Clearings } = await lib('clearing');
  const { Clock } = await lib('kernel');
  const source = await sourceOf(house.url);
  try {
    const id = await new Clearings(source, new Clock()).start(null, {});
    const began = performance.now();
    let ended = false;
    const done = (async () => {
      for (;;) {
        const [run] = await source.query('SELECT status, report, failure FROM clearings WHERE id = $1', [id]);
        if (run.status === 'failed') throw new Error(`The clearing failed: ${run.failure}`);
        if (run.status === 'done') return { report: run.report, seconds: (performance.now() - began) / 1000 };
        if (performance.now() - began > PATIENCE_MS) throw new Error('The clearing does not end');
        await sleep(200);
      }
    })().finally(() => (ended = true));
    const [finished, reads, rush] = await Promise.all([
      done,
      paced(
        READS,
        () => ended,
        (at) => read(house, needs, at),
      ),
      more?.(),
    ]);
    const loops = await loopsOf(house);
    const [{ overtaken }] = await source.query(
      `SELECT count(*)::int AS overtaken FROM clearing_lines WHERE clearing_id = $1 AND outcome IN ('overtaken', 'lowered')`,
      [id],
    );
    return { ...finished, reads, rush, loops, overtaken };
  } finally {
    await source.destroy();
  }
}

/** Calls so many times a second, whatever the answers take; until the seconds are over, or until it says so. */
async function paced(rate, until, call) {
  const began = performance.now();
  const over = typeof until === 'number' ? () => performance.now() - began > until * 1000 : until;
  const [times, running] = [[], new Set()];
  let failed = 0;
  for (let at = 0; !over(); at += 1) {
    await sleep(Math.max(0, began + (at * 1000) / rate - performance.now()));
    const sent = performance.now();
    const one = call(at)
      .then(
        (good) => (good ? times.push(performance.now() - sent) : (failed += 1)),
        () => (failed += 1),
      )
      .finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
  return { times, failed };
}

async function read({ api }, needs, at) {
  const need = needs[at % needs.length];
  return (
    (await ask(`${api}/api/v1/needs${at % 2 === 0 ? `/${need.id}` : `?limit=20&category=${need.category}`}`)).status ===
    200
  );
}

/** Offers at a steady rate, as many at once as it takes to keep it and no more than a browser farm would; some donors say yes at once. */
async function rushOf(house, needs, offers, seconds) {
  const { api } = house;
  const [began, processor] = [performance.now(), await processorsOf(house)];
  const counts = { posted: 0, accepted: 0, refused: {}, none: 0, failed: 0 };
  const [times, eager] = [[], []];
  let next = 0;
  const donor = async () => {
    for (let at = next++; at < offers; at = next++) {
      await sleep(Math.max(0, began + (at * seconds * 1000) / offers - performance.now()));
      const sent = performance.now();
      const answer = await post(`${api}/api/v1/offers`, at, offerFor(needs[at % needs.length], at));
      if (answer?.status === 422)
        throw new Error(`The benchmark's own form is refused: ${JSON.stringify(answer.body.errors ?? answer.body)}`);
      if (answer?.status !== 201) {
        counts.failed += 1;
        continue;
      }
      times.push(performance.now() - sent);
      counts.posted += 1;
      if (isEager(at)) eager.push(sayYes(api, at, answer.body.id, counts));
    }
  };
  await Promise.all(Array.from({ length: 64 }, donor));
  const [took, after] = [(performance.now() - began) / 1000, await processorsOf(house)];
  await Promise.all(eager);
  return {
    ...counts,
    times,
    seconds: took,
    processor: Object.entries(after).map(([who, seconds]) => [who, (seconds - processor[who]) / took]),
  };
}

/** Seconds of processor time that each has had. */
async function processorsOf({ pids, url }) {
  return {
    ...Object.fromEntries(Object.entries(pids).map(([who, pid]) => [who, processorOf(pid)])),
    clearing: processorOfChildren(pids.worker),
    database: await processorOfDatabase(url),
  };
}

async function sayYes(api, at, offerId, counts) {
  const began = performance.now();
  for (let age = 0; age < LOOKS_MS; age = performance.now() - began) {
    await sleep(askAfter(age));
    // A connection that was idle may be closed in the very moment in which it is used again: a browser asks once more.
    const answer = await ask(`${api}/api/v1/matches?offer=${offerId}`, { headers: { cookie: cookieOf(at) } }).catch(
      () => null,
    );
    const [match] = answer?.status === 200 ? JSON.parse(answer.text).items : [];
    if (!match) continue;
    const said = await post(`${api}/api/v1/matches/${match.id}/accept`, at, {});
    if (said?.status === 200) counts.accepted += 1;
    else if (said?.status === 409) counts.refused[said.body.code] = (counts.refused[said.body.code] ?? 0) + 1;
    else counts.failed += 1;
    return;
  }
  counts.none += 1;
}

/** Null where there was no answer. */
async function post(address, at, body) {
  try {
    const { status, text } = await ask(
      address,
      { method: 'POST', headers: { 'content-type': 'application/json', cookie: cookieOf(at) } },
      JSON.stringify(body),
    );
    return { status, body: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Browsers keep their connections; Node's fetch would cost the asking process twice as much of the machine on which all of them are measured. */
const browsers = new Agent({ keepAlive: true });

function ask(address, options = {}, body = '') {
  return new Promise((done, fail) => {
    const sent = request(address, { agent: browsers, ...options }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer
        .once('error', fail)
        .once('end', () => done({ status: answer.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    sent.once('error', fail).end(body);
  });
}

/** The 99th percentile of the event loop's delay since it was last asked for, in milliseconds. */
async function loopsOf({ api, workerMetrics }) {
  const one = async (url) =>
    Number(
      /^nodejs_eventloop_lag_p99_seconds(?:\{[^}]*\})? (\S+)/m.exec(
        await (await fetch(`${url}/api/metrics`)).text(),
      )?.[1],
    ) * 1000;
  return { api: await one(api), worker: await one(workerMetrics) };
}

/** Waits until the worker has done what follows from what was done. */
async function quiet(url) {
  await withClient(url, async (client) => {
    for (;;) {
      const { rows } = await client.query(
        'SELECT 1 FROM facts WHERE position IS NULL UNION ALL SELECT 1 FROM fact_jobs WHERE handled_at IS NULL AND failed_at IS NULL LIMIT 1',
      );
      if (rows.length === 0) return;
      await sleep(250);
    }
  });
}

async function sourceOf(url) {
  const [{ DataSource }, { dataSourceOptions }] = [await import('typeorm'), await lib('platform')];
  return new DataSource(dataSourceOptions({ url, max: 2 })).initialize();
}

/** Everything that must always be true, asked of what came of it. */
async function booksOf(url) {
  const [{ verifyLedger }, { matchingChecks }, { clearingChecks }] = [
    await lib('ledger'),
    await lib('matching'),
    await lib('clearing'),
  ];
  const source = await sourceOf(url);
  try {
    return (await verifyLedger(source, { more: [...matchingChecks, ...clearingChecks] })).alarms;
  } finally {
    await source.destroy();
  }
}
