import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from '../support/api.js';
import { AppProcess, freePort } from '../support/app-process.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { alarms, ok, Region, until } from '../support/region.js';
import { openStore, type QueueStore, type StoreName } from '../support/store.js';
import { ticks, uncalled } from '../support/worker-ticks.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SECRET = 'x'.repeat(40);
/** The preload that lets the clock of a process be moved while it runs. */
const MOVABLE = new URL('../support/movable-clock.mjs', import.meta.url).href;
/** Jobs that are called at least once in so long; the clock may have lost its thread when it is moved, and finds it again. */
const BACK_MS = 60_000;
const FREQUENT = ['ledger.seal', 'matching.lapse', 'matching.backlog', 'notifications.send'];

/** The clock of api and worker, moved while they run; that of the database goes on as it was. */
export function clockOn(name: StoreName): void {
  const dir = mkdtempSync(join(tmpdir(), 'lepta-clock-'));
  const clock = join(dir, 'clock');
  const move = (ms: number): void => writeFileSync(clock, String(ms));
  let db: TestDatabase;
  let store: QueueStore;
  let region: Region;
  let apps: AppProcess[];
  let metricsPort: number;
  beforeAll(async () => {
    move(0);
    [db, store] = [await testDatabase(), await openStore(name)];
    const door = await startApi(db, { settings: { SESSION_SECRET: SECRET } });
    const made = await Region.of(door, db.source);
    await door.close();
    const [port, metrics] = [await freePort(), await freePort()];
    metricsPort = metrics;
    const settings = {
      SESSION_SECRET: SECRET,
      LEPTA_TEST_CLOCK: clock,
      PORT: String(port),
      ...(store.redisUrl ? { REDIS_URL: store.redisUrl } : {}),
    };
    apps = [
      AppProcess.start('api', db.url, settings, [MOVABLE]),
      AppProcess.start('worker', db.url, { ...settings, WORKER_METRICS_PORT: String(metricsPort) }, [MOVABLE]),
    ];
    expect(await Promise.all(apps.map((app) => app.ready))).toEqual([true, true]);
    region = made.through((who) => who.at(`http://127.0.0.1:${port}`));
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()));
    await db.drop();
    await store.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    db.source.query(sql, values);
  const proposal = (offer: string): Promise<string> =>
    until(
      'the proposal',
      async () => (await rows('SELECT id FROM matches WHERE offer_id = $1', offer))[0]?.id as string | undefined,
      BACK_MS,
    );
  const statusOf = async (match: string): Promise<string> =>
    ok(await region.donor.get(`/matches/${match}`)).body.status;

  /** Everything of an ordinary day works: people are signed in, an offer is met, the clock calls, the books are sealed. */
  async function ordinaryDay(): Promise<void> {
    const before = await ticks(metricsPort);
    ok(await region.donor.get('/session'));
    const offer = await region.postOffer({ quantity: '1' });
    const match = await proposal(offer);
    ok(await region.donor.post(`/matches/${match}/accept`));
    ok(await region.donor.post(`/matches/${match}/cancel`));
    await until('the clock calls', async () => (await uncalled(metricsPort, before, FREQUENT)).length === 0, BACK_MS);
    await until('the books are sealed', async () => (await rows('SELECT 1 FROM unsealed')).length === 0, BACK_MS);
    ok(await region.donor.post(`/offers/${offer}/withdraw`));
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
    expect(await rows('SELECT job FROM fact_jobs WHERE failed_at IS NOT NULL')).toEqual([]);
    expect(await alarms(db.source)).toEqual([]);
  }

  test('hours and days, to and fro: nothing is lost, nothing comes twice, and the clock goes on calling', async () => {
    await region.openNeed({ quantity: '500' }, true);
    const held = await proposal(await region.postOffer({ quantity: '7' }));
    ok(await region.donor.post(`/matches/${held}/accept`));
    await ordinaryDay();
    for (const hours of process.env.LEPTA_LONG ? [3, -3, 26, -26, 1, -1] : [3]) {
      move(hours * HOUR_MS);
      await ordinaryDay();
      expect(await statusOf(held)).toBe('held'); // its three days are not over
    }
    move(4 * DAY_MS);
    await until('the silence has its end', async () => (await statusOf(held)) === 'expired', BACK_MS);
    await ordinaryDay();
    for (const hours of process.env.LEPTA_LONG ? [0, 100, -100, 0] : [-3]) {
      move(hours * HOUR_MS);
      await ordinaryDay();
    }
    expect(await statusOf(held)).toBe('expired');
    expect(await rows(`SELECT payload->>'matchId' AS id FROM facts WHERE type = 'match.expired'`)).toEqual([
      { id: held },
    ]);
    expect(await rows(`SELECT amount FROM transfers WHERE phase = 'void' AND subject_id = $1`, held)).toEqual([
      { amount: 7 },
    ]);
    expect(
      await rows(
        `SELECT person_id FROM notifications WHERE template LIKE 'match.%' GROUP BY person_id, subject_id, template HAVING count(*) > 1`,
      ),
    ).toEqual([]);
  }, 900_000);
}
