import { startApi, type TestApi } from '../support/api.js';
import { AppProcess, freePort } from '../support/app-process.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { PostgresProxy, type Gate } from '../support/postgres-proxy.js';
import { alarms, Region, until } from '../support/region.js';

/** The network between a worker (its queue in PostgreSQL) and the database. Whatever it did, the worker goes on by itself when it is back. */
const SILENCE_MS = 1_500;
const BACK_MS = 60_000;

let db: TestDatabase;
let proxy: PostgresProxy;
let api: TestApi;
let region: Region;
let worker: AppProcess;
let health: string;
beforeAll(async () => {
  db = await testDatabase();
  proxy = await PostgresProxy.open(db.url);
  api = await startApi(db);
  region = await Region.of(api, db.source);
  const port = await freePort();
  health = `http://127.0.0.1:${port}/api/health`;
  worker = AppProcess.start('worker', proxy.url, {
    DATABASE_SILENCE_MS: String(SILENCE_MS),
    WORKER_METRICS_PORT: String(port),
  });
  expect(await worker.ready).toBe(true);
  await region.openNeed({ quantity: '5000' }, true);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
  await proxy.close();
  await db.drop();
});

const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  db.source.query(sql, values);
const proposed = async (offer: string): Promise<boolean> =>
  (await rows('SELECT 1 FROM matches WHERE offer_id = $1', offer)).length === 1;
const ready = async (): Promise<number> => (await fetch(`${health}/ready`)).status;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const troubles: readonly (readonly [string, Gate, 'silent' | 'slow'])[] = [
  ['hangs', () => 'hang', 'silent'],
  ['is cut at every message', () => 'cut', 'silent'],
  ['trickles', () => 'trickle', 'slow'],
];

test.each(troubles)(
  'a network that %s stops nothing for ever',
  async (_name, gate, kind) => {
    const before = await region.postOffer({ quantity: '2' });
    await until('all is well', () => proposed(before), BACK_MS);
    proxy.gate = gate;
    const during = await region.postOffer({ quantity: '2' });
    if (kind === 'silent') {
      await until('it is not ready', async () => (await ready()) === 503);
      await pause(process.env.LEPTA_LONG ? 30_000 : 2 * SILENCE_MS);
      expect((await fetch(`${health}/live`)).status).toBe(200);
    } else await until('the proposal, slowly', () => proposed(during), BACK_MS);
    proxy.gate = () => 'pass';
    await until('it is ready', async () => (await ready()) === 200);
    const after = await region.postOffer({ quantity: '2' });
    for (const offer of [during, after]) await until('the proposal', () => proposed(offer), BACK_MS);
    await until(
      'nothing waits',
      async () =>
        (
          await rows(
            'SELECT 1 FROM facts WHERE position IS NULL UNION ALL SELECT 1 FROM fact_jobs WHERE handled_at IS NULL',
          )
        ).length === 0,
      BACK_MS,
    );
    expect(
      await rows('SELECT person_id FROM notifications GROUP BY person_id, subject_id, template HAVING count(*) > 1'),
    ).toEqual([]);
    expect(worker.alive).toBe(true);
    expect(await alarms(db.source)).toEqual([]);
  },
  200_000,
);
