// Half of what the installation can do, for a long time: memory must not grow. By name only: npm run bench -- soak --minutes 30
import autocannon from 'autocannon';
import { startProcess, withClient } from './installation.mjs';
import { mixed, most, withIndex } from './memory.mjs';
import { fixed } from './table.mjs';

const STEPS = 10;
/** MiB between the first and the last third that are weather, not growth. */
const WEATHER = 25;

export async function run(installation, { minutes }) {
  const url = await installation.clone('bench_soak');
  const [api, worker] = [await startProcess('api', installation, url), await startProcess('worker', installation, url)];
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
    // What it can do is asked when it is warm: a worker that loads its index and seals what was imported takes half of the machine.
    await withIndex(api, worker, needs[0]);
    await autocannon({ url: api.url, connections: 16, duration: 15, requests: mixed(needs) });
    const full = await autocannon({ url: api.url, connections: 16, duration: 15, requests: mixed(needs) });
    const rate = Math.max(16, Math.floor(full.requests.average / 2));
    const rows = [];
    for (let step = 1; step <= STEPS; step += 1) {
      let result;
      const [apiMost, workerMost] = await most([api, worker], async () => {
        result = await autocannon({
          url: api.url,
          connections: 16,
          overallRate: rate,
          duration: Math.max(1, Math.round((minutes * 60) / STEPS)),
          requests: mixed(needs),
        });
      });
      rows.push([
        fixed((minutes * step) / STEPS, 1),
        fixed(result.requests.average, 0),
        fixed(result.latency.p99, 0),
        String(result.non2xx + result.errors),
        fixed(api.rss(), 0),
        fixed(apiMost, 0),
        fixed(worker.rss(), 0),
        fixed(workerMost, 0),
      ]);
      process.stderr.write(`soak ${step}/${STEPS}: ${rows.at(-1).join(' ')}\n`);
    }
    const third = Math.ceil(STEPS / 3);
    const mean = (some, column) => some.reduce((sum, row) => sum + Number(row[column]), 0) / some.length;
    const growth = [5, 7].map((column) => mean(rows.slice(-third), column) - mean(rows.slice(1, 1 + third), column));
    return [
      {
        name: '5-soak',
        title: `${minutes} minutes at half load`,
        failed: growth.some((more) => more > WEATHER),
        note: `Half load: ${rate} requests a second. From the first third (after one step) to the last the api grew by ${fixed(growth[0], 0)} MiB, the worker by ${fixed(growth[1], 0)} MiB; more than ${WEATHER} counts as growth.`,
        columns: ['minute', 'req/s', 'p99, ms', 'not 2xx', 'api, MiB', 'most', 'worker, MiB', 'most'],
        rows,
      },
    ];
  } finally {
    await Promise.all([api.stop(), worker.stop()]);
    await installation.drop('bench_soak');
  }
}
