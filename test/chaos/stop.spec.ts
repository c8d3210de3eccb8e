import { randomUUID } from 'node:crypto';
import { startApi, type Caller } from '../support/api.js';
import { AppProcess, freePort } from '../support/app-process.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { once } from '../support/insist.js';
import { alarms, Region, until, wish } from '../support/region.js';

/** Asked to stop, whatever it does: so long at most. */
const STOP_MS = 5_000;
const SECRET = 'x'.repeat(40);

let db: TestDatabase;
let region: Region;
beforeAll(async () => {
  db = await testDatabase();
  const api = await startApi(db, { settings: { SESSION_SECRET: SECRET } });
  region = await Region.of(api, db.source);
  await api.close();
});
afterEach(async () => expect(await alarms(db.source)).toEqual([]));
afterAll(() => db.drop());

const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  db.source.query(sql, values);

async function startOne(
  settings: Record<string, string> = {},
): Promise<{ api: AppProcess; url: string; donor: Caller }> {
  const port = await freePort();
  const api = AppProcess.start('api', db.url, {
    PORT: String(port),
    SESSION_SECRET: SECRET,
    RATE_LIMIT_WRITES: '1000000',
    RATE_LIMIT_READS: '1000000',
    ...settings,
  });
  expect(await api.ready).toBe(true);
  const url = `http://127.0.0.1:${port}`;
  return { api, url, donor: region.donor.at(url) };
}

/** Its exit code; 'late' when it takes longer than it may, and then it is killed. */
async function stopped(app: AppProcess, patienceMs = STOP_MS): Promise<number | null | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => (timer = setTimeout(() => done('late'), patienceMs)));
  const code = await Promise.race([app.stop(), late]);
  clearTimeout(timer);
  if (code === 'late') app.kill();
  return code;
}

/** Everybody who writes to this table waits until the returned function is called. */
async function hold(table: string): Promise<() => Promise<void>> {
  const barrier = (await db.owner()).createQueryRunner();
  await barrier.startTransaction();
  await barrier.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  return async () => {
    await barrier.rollbackTransaction();
    await barrier.release();
  };
}

const offersOf = async (titles: readonly string[]): Promise<number> =>
  (await rows('SELECT count(*) AS n FROM offers WHERE title = ANY($1)', titles))[0]?.n as number;

test('requests that are under way when the api is asked to stop are answered, and it leaves in order', async () => {
  const { api, donor } = await startOne();
  const titles = Array.from({ length: 8 }, () => randomUUID());
  const letGo = await hold('offers');
  const sent = titles.map((title) => donor.post('/offers', wish({ title })));
  await until(
    'all of them wait in the database',
    async () =>
      (
        await rows(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'lepta-api' AND wait_event_type = 'Lock'`,
        )
      ).length === titles.length,
  );
  const gone = stopped(api);
  await until('it takes no more connections', async () => (await once(() => donor.get('/needs'))).status === 0);
  await letGo();
  expect((await Promise.all(sent)).map((answer) => answer.status)).toEqual(titles.map(() => 201));
  expect(await gone).toBe(0);
  expect(await offersOf(titles)).toBe(titles.length);
});

test('under load, with somebody before it who heeds that it is not ready: every request is answered, and what was acknowledged is there', async () => {
  const { api, url, donor } = await startOne({ SHUTDOWN_DELAY_MS: '1000' });
  let sending = true;
  const acknowledged: string[] = [];
  const odd: string[] = [];
  const load = Array.from({ length: 8 }, async () => {
    while (sending) {
      const title = randomUUID();
      const answer = await once(() => donor.post('/offers', wish({ title })));
      if (answer.status === 201) acknowledged.push(title);
      else odd.push(`${answer.status} ${answer.text}`);
      if (!sending || answer.status !== 201) continue;
      const back = await once(() => donor.post(`/offers/${answer.body.id}/withdraw`));
      if (back.status !== 200) odd.push(`${back.status} ${back.text}`);
    }
  });
  await until('the load is on', async () => acknowledged.length > 30);
  const gone = stopped(api, STOP_MS + 1_000);
  await until('it is not ready', async () => (await fetch(`${url}/api/health/ready`)).status === 503);
  sending = false;
  await Promise.all(load);
  expect(await gone).toBe(0);
  expect(odd).toEqual([]);
  expect(await offersOf(acknowledged)).toBe(acknowledged.length);
});

test('a worker that is asked to stop in the middle of its work leaves in time; the next one does the rest, and nothing twice', async () => {
  const { api, donor } = await startOne();
  const need = await region.through((who) => who.at(donor.url)).openNeed({ quantity: '9000' }, true);
  const letGo = await hold('matches');
  const first = AppProcess.start('worker', db.url);
  await first.ready;
  const busy = (): Promise<Record<string, unknown>[]> =>
    rows(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'lepta-worker' AND wait_event_type = 'Lock'`,
    );
  await until('it is at work', async () => (await busy()).length > 2);
  const code = await stopped(first); // what it does will not end: it goes with what is unfinished
  expect(code).toBe(1);
  await letGo();
  const second = AppProcess.start('worker', db.url);
  await second.ready;
  await until(
    'nothing waits',
    async () =>
      (
        await rows(
          'SELECT 1 FROM facts WHERE position IS NULL UNION ALL SELECT 1 FROM fact_jobs WHERE handled_at IS NULL',
        )
      ).length === 0,
    60_000,
  );
  expect(await stopped(second)).toBe(0);
  expect((await rows('SELECT count(*) AS n FROM matches WHERE need_id = $1', need))[0]?.n).toBeGreaterThan(0);
  expect(await rows('SELECT offer_id, need_id FROM matches GROUP BY 1, 2 HAVING count(*) > 1')).toEqual([]);
  expect(
    await rows('SELECT person_id, subject_id, template FROM notifications GROUP BY 1, 2, 3 HAVING count(*) > 1'),
  ).toEqual([]);
  expect(await stopped(api)).toBe(0);
});
