import { newId } from '#kernel';
import { JobQueue, log, record, type FactJob } from '#platform';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { openStore, type QueueStore } from '../../support/store.js';
import { TcpProxy } from '../../support/tcp-proxy.js';
import { startWorker, until } from './jobs-story.js';

/** A Redis that takes connections and says nothing, and one that refuses them: the worker goes on by itself when it is back. */
const SILENCE_MS = 1_500;
const BACK_MS = 45_000;

let db: TestDatabase;
let store: QueueStore;
let proxy: TcpProxy;
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these scenarios
  [db, store] = [await testDatabase(), await openStore('Redis')];
  proxy = await TcpProxy.open(store.redisUrl as string);
  await asOwner(db, 'CREATE TABLE seen (fact_id uuid); GRANT ALL ON seen TO PUBLIC');
});
afterAll(async () => {
  await proxy.close();
  await store.drop();
  await db.drop();
});
beforeEach(() => asOwner(db, 'TRUNCATE facts, seen CASCADE; UPDATE fact_positions SET last = 0'));

const openNeed = (): Promise<void> => db.source.transaction((tx) => record(tx, 'need.opened', { needId: newId() }));
const seen = async (): Promise<number> => (await db.source.query('SELECT count(*) AS n FROM seen'))[0].n;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const write: FactJob = {
  name: 'a.write',
  apply: async (tx, fact) => void (await tx.query('INSERT INTO seen VALUES ($1)', [fact.id])),
};

test.each([
  ['hangs', () => proxy.hang()],
  ['refuses connections and cuts those that there are', () => proxy.refuse()],
])(
  'while Redis %s facts are kept; when it is back relay and worker go on, and each is handled once',
  async (_what, trouble) => {
    let ticks = 0;
    const clock = { name: 'a.tick', tick: async () => void (ticks += 1) };
    const worker = await startWorker(db, { redisUrl: proxy.url }, [write], [clock], undefined, SILENCE_MS);
    try {
      await worker.queue.schedule({ 'a.tick': { everyMs: 500 } });
      await openNeed();
      await until('all is well', async () => (await seen()) === 1 && ticks > 0);
      trouble();
      await pause(100); // what was on its way has arrived
      for (let number = 0; number < 5; number += 1) await openNeed();
      await until('the queue does not answer', () => !worker.queue.answers(), 3 * SILENCE_MS + 5_000);
      expect(await seen()).toBe(1);
      proxy.pass();
      await until('the queue answers', () => worker.queue.answers(), BACK_MS);
      await until('all jobs', async () => (await seen()) === 6, BACK_MS);
      const before = ticks;
      await until('the clock ticks', () => ticks > before, BACK_MS);
      await openNeed();
      await until('the next job', async () => (await seen()) === 7, BACK_MS);
      expect(await db.source.query('SELECT 1 FROM seen GROUP BY fact_id HAVING count(*) > 1')).toEqual([]);
      expect(
        await db.source.query('SELECT 1 FROM fact_jobs WHERE failed_at IS NOT NULL OR handled_at IS NULL'),
      ).toEqual([]);
      await worker.queue.schedule({});
    } finally {
      await worker.stop();
    }
  },
  180_000,
);

test('a process that starts while Redis hangs waits for it, and a queue that nobody answers can still be closed', async () => {
  proxy.hang();
  const queue = await JobQueue.open({ databaseUrl: db.url, redisUrl: proxy.url, silenceMs: SILENCE_MS });
  const taken = queue.enqueue([{ factId: newId(), job: 'a.write', round: 0 }]).then(() => 'taken');
  expect(await Promise.race([taken, pause(2 * SILENCE_MS).then(() => 'waiting')])).toBe('waiting');
  proxy.pass();
  expect(await taken).toBe('taken');
  await queue.wipe();
  await queue.close();
});
