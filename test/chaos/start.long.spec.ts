import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { readDemo } from '#host';
import { dataSourceOptions } from '#platform';
import { runningEmbedded } from '#host';
import { Caller } from '../support/api.js';
import { freePort } from '../support/app-process.js';
import { once } from '../support/insist.js';
import { alarms, inDays, until } from '../support/region.js';

const STOP_MS = 5_000;
const dir = mkdtempSync(join(realpathSync(tmpdir()), `lepta-test-${process.pid}-`));
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

interface Installation {
  readonly url: string;
  /** SIGTERM; its exit code, or 'late'. */
  stop(): Promise<number | null | 'late'>;
}

/** `npm start` without npm, in a folder of its own. */
async function start(): Promise<Installation> {
  const port = await freePort();
  const child = spawn(process.execPath, ['apps/cli/start.mjs'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      LEPTA_DIR: dir,
      RATE_LIMIT_WRITES: '1000000',
    },
    stdio: 'ignore',
  });
  const gone = new Promise<number | null>((done) => child.once('exit', done));
  const url = `http://127.0.0.1:${port}`;
  await until(
    'it is ready',
    async () =>
      (await fetch(`${url}/api/health/ready`).catch(() => null))?.status === 200 && (await readDemo(dir)) !== null,
    120_000,
  );
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((done) => (timer = setTimeout(() => done('late'), STOP_MS)));
      const code = await Promise.race([gone, late]);
      clearTimeout(timer);
      if (code === 'late') child.kill('SIGKILL');
      return code;
    },
  };
}

async function inBooks<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource(dataSourceOptions({ url: runningEmbedded(dir)!.running, max: 2 })).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

test('the whole installation, asked to stop under load, is gone in time; started again it has everything that was acknowledged', async () => {
  const first = await start();
  const donor = new Caller(first.url);
  const { email, password } = (await readDemo(dir))!.signIns.donor;
  expect((await donor.post('/session', { email, password })).status).toBe(201);
  const acknowledged: string[] = [];
  let ended = false;
  const load = Promise.all(
    Array.from({ length: 6 }, async () => {
      while (!ended && acknowledged.length < 150) {
        const answer = await once(() =>
          donor.post('/offers', {
            kind: 'goods',
            category: 'relief-household',
            item: 'heater',
            quantity: '3',
            unit: 'pcs',
            place: 'zeya',
            radiusKm: 900,
            until: inDays(60),
          }),
        );
        if (answer.status === 201) acknowledged.push(answer.body.id);
        if (answer.status === 0) return;
      }
    }),
  );
  await until('the load is on', async () => acknowledged.length > 20);
  expect(await first.stop()).toBe(0);
  ended = true;
  await load;
  expect(runningEmbedded(dir)).toBeNull();
  const second = await start();
  try {
    await inBooks(async (source) => {
      expect(await source.query('SELECT count(*) AS n FROM offers WHERE id = ANY($1)', [acknowledged])).toEqual([
        { n: acknowledged.length },
      ]);
      await until(
        'nothing waits',
        async () =>
          (
            await source.query(
              'SELECT 1 FROM facts WHERE position IS NULL UNION ALL SELECT 1 FROM fact_jobs WHERE handled_at IS NULL AND failed_at IS NULL',
            )
          ).length === 0,
        60_000,
      );
      expect(await alarms(source)).toEqual([]);
    });
  } finally {
    expect(await second.stop()).toBe(0);
  }
}, 240_000);
