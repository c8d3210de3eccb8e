import { JobQueue } from '#platform';
import { startApi, type TestApi } from '../support/api.js';
import { AppProcess, freePort } from '../support/app-process.js';
import { asOwner, testDatabase, type TestDatabase } from '../support/database.js';
import { alarms, heaters, ok, Region, until } from '../support/region.js';
import { openStore, wipeStore, testOnceOf, type QueueStore, type StoreName } from '../support/store.js';
import { ticks, uncalled } from '../support/worker-ticks.js';

/** Everything that was lost with the queue is back after so long. */
const BACK_MS = 60_000;
/** More than a worker does at once. */
const OFFERS = 20;

/** What happens to the queue, on whichever store: emptied under a working worker, and given a job that always fails. */
export function queueOn(name: StoreName): void {
  let db: TestDatabase;
  let store: QueueStore;
  let api: TestApi;
  let region: Region;
  let worker: AppProcess;
  let queue: JobQueue;
  let port: number;
  beforeAll(async () => {
    [db, store] = [await testDatabase(), await openStore(name)];
    api = await startApi(db);
    port = await freePort();
    worker = start();
    region = await Region.of(api, db.source);
    queue = await JobQueue.open({ databaseUrl: db.url, redisUrl: store.redisUrl });
    expect(await worker.ready).toBe(true);
  });
  afterEach(async () => expect(await alarms(db.source)).toEqual([]));
  afterAll(async () => {
    await queue.close();
    await worker.stop();
    await api.close();
    await db.drop();
    await store.drop();
  });

  const start = (): AppProcess =>
    AppProcess.start('worker', db.url, {
      WORKER_METRICS_PORT: String(port),
      ...(store.redisUrl ? { REDIS_URL: store.redisUrl } : {}),
    });
  const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    db.source.query(sql, values);
  const nothingWaits = (ms?: number): Promise<true> =>
    until(
      'nothing waits',
      async () =>
        (
          await rows(
            'SELECT 1 FROM facts WHERE position IS NULL UNION ALL SELECT 1 FROM fact_jobs WHERE handled_at IS NULL AND failed_at IS NULL',
          )
        ).length === 0,
      ms,
    ) as Promise<true>;

  test('wiped under a working worker, every unhandled fact and every job of the clock is back within a minute, and nothing is done twice', async () => {
    const need = await region.openNeed({ quantity: '5000' }, true);
    await nothingWaits();
    await until('the clock has called all its jobs', async () => (await uncalled(port, new Map())).length === 0);
    const offers: string[] = [];
    const barrier = (await db.owner()).createQueryRunner();
    await barrier.startTransaction();
    await barrier.query('LOCK TABLE matches IN EXCLUSIVE MODE'); // some jobs begin and wait there, the others wait in the queue
    for (let number = 0; number < OFFERS; number += 1) offers.push(await region.postOffer({ quantity: '3' }));
    await until(
      'all of them are on their way',
      async () => (await rows(`SELECT 1 FROM fact_jobs WHERE job = 'matching.propose-for-offer'`)).length === OFFERS,
    );
    await wipeStore(db, store, queue);
    const before = await ticks(port);
    await barrier.rollbackTransaction();
    await barrier.release();
    await Promise.all([
      nothingWaits(BACK_MS),
      until(
        'the clock has called all its jobs again',
        async () => (await uncalled(port, before)).length === 0,
        BACK_MS,
      ),
    ]);
    expect(
      (await rows('SELECT offer_id FROM matches WHERE need_id = $1 ORDER BY 1', need)).map((row) => row.offer_id),
    ).toEqual([...offers].sort());
    expect(
      await rows(`SELECT payload FROM facts WHERE type = 'match.proposed' GROUP BY payload HAVING count(*) > 1`),
    ).toEqual([]);
    expect(
      await rows('SELECT person_id, subject_id FROM notifications GROUP BY 1, 2, template HAVING count(*) > 1'),
    ).toEqual([]);
  }, 240_000);

  test('killed with several offers in its hands: another worker takes each by itself, and all are proposed', async () => {
    const need = await region.openNeed({ quantity: '5000' }, true);
    await nothingWaits();
    const barrier = (await db.owner()).createQueryRunner();
    await barrier.startTransaction();
    await barrier.query('LOCK TABLE matches IN EXCLUSIVE MODE');
    const relay = db.source.createQueryRunner();
    await relay.startTransaction();
    await relay.query('SELECT last FROM fact_positions FOR UPDATE'); // the relay waits, and takes all of them at once
    const offers = await Promise.all(Array.from({ length: OFFERS }, () => region.postOffer({ quantity: '3' })));
    await relay.rollbackTransaction();
    await relay.release();
    const carried = (): Promise<unknown[]> =>
      rows(
        `SELECT 1 FROM fact_jobs JOIN facts f ON f.id = fact_id WHERE job = 'matching.propose-for-offer' AND carried_by IS NOT NULL AND payload ->> 'offerId' = ANY($1)`,
        offers,
      );
    await until(
      'the worker writes for several',
      async () =>
        (
          await rows(
            `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO matches%'`,
          )
        ).length > 0,
    );
    expect(await carried()).toHaveLength(OFFERS);
    worker.kill();
    await worker.gone;
    worker = start();
    expect(await worker.ready).toBe(true);
    await barrier.rollbackTransaction(); // and the database gives back what the dead one had locked
    await barrier.release();
    await nothingWaits(BACK_MS);
    expect((await carried()).length).toBeLessThan(OFFERS);
    expect(
      (
        await rows('SELECT offer_id FROM matches WHERE need_id = $1 AND offer_id = ANY($2) ORDER BY 1', need, offers)
      ).map((row) => row.offer_id),
    ).toEqual([...offers].sort());
    expect(
      await rows(
        `SELECT payload FROM facts WHERE type = 'match.proposed' AND payload ->> 'offerId' = ANY($1) GROUP BY payload HAVING count(*) > 1`,
        offers,
      ),
    ).toEqual([]);
  }, 240_000);

  testOnceOf(name)(
    'poison is tried five times, then an administrator sees it, and takes it up again when its cause is gone',
    async () => {
      const administrator = await api.person('administrator');
      await asOwner(db, 'CREATE SEQUENCE poison_tries');
      await asOwner(
        db,
        `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM nextval('poison_tries'); RAISE EXCEPTION 'secret words' USING ERRCODE = 'P0042'; END $$`,
      );
      await asOwner(db, 'CREATE TRIGGER poison BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION poison()');
      const need = ok(await region.coordinator.post('/needs', heaters(region.organization)), 201).body.id as string;
      ok(await region.coordinator.post(`/needs/${need}/submit`));
      const given = await until(
        'it is given up',
        async () =>
          ok(await administrator.get('/admin/jobs')).body.items[0] as
            { job: string; code: string; can: string[]; fact: { id: string } } | undefined,
      );
      expect(given).toMatchObject({ job: 'moderation.open-need-review', code: 'P0042', can: ['retry', 'discard'] });
      expect(await asOwner(db, 'SELECT last_value AS n FROM poison_tries')).toEqual([{ n: 5 }]);
      await region.postOffer({ quantity: '3' });
      await nothingWaits(); // nobody else is held up
      const again = `/admin/jobs/${given.fact.id}/${given.job}/retry`;
      const retries = process.env.LEPTA_LONG ? 3 : 1;
      for (let retry = 2; retry <= retries; retry += 1) {
        ok(await administrator.post(again));
        await until(
          'it is given up once more',
          async () => ok(await administrator.get('/admin/jobs')).body.items.length === 1,
          BACK_MS,
        );
        expect(await asOwner(db, 'SELECT last_value AS n FROM poison_tries')).toEqual([{ n: 5 * retry }]);
      }
      await asOwner(db, 'DROP TRIGGER poison ON reviews');
      ok(await administrator.post(again));
      await nothingWaits(BACK_MS);
      expect(ok(await administrator.get('/admin/jobs')).body.items).toEqual([]);
      expect(await rows('SELECT status FROM reviews WHERE subject_id = $1', need)).toEqual([{ status: 'open' }]);
      expect(await rows(`SELECT action FROM audit_log WHERE action = 'job.retry'`)).toHaveLength(retries);
      expect((await administrator.post(again)).body).toMatchObject({ status: 409, code: 'job.not-given-up' });
    },
    240_000,
  );
}
