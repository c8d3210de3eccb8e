import { newId, type FactType } from '#kernel';
import { log, record, Relay, type FactTask, type Reactions, type Tx } from '#platform';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';

/** Every kind of fact is followed by nothing, but for those named. */
const reactions = (named: Partial<Record<FactType, readonly string[]>>): Reactions =>
  new Proxy(named, { get: (table, type) => table[type as FactType] ?? [] }) as Reactions;

const THREE = reactions({ 'need.opened': ['a.first', 'a.second'], 'offer.opened': ['b.only'] });

/** A queue that remembers, and can be made to fail. */
class Sink {
  readonly taken: FactTask[] = [];
  broken = false;
  async enqueue(tasks: readonly FactTask[]): Promise<void> {
    if (this.broken) throw new Error('the queue is away');
    this.taken.push(...tasks);
  }
}

let db: TestDatabase;
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these scenarios
  db = await testDatabase();
});
afterAll(() => db.drop());
beforeEach(() => asOwner(db, 'TRUNCATE facts CASCADE; UPDATE fact_positions SET last = 0'));

const open = (tx: Tx): Promise<void> => record(tx, 'need.opened', { needId: newId() });
const positions = async (): Promise<number[]> =>
  (await db.source.query('SELECT position FROM facts WHERE position IS NOT NULL ORDER BY position')).map(
    (row: { position: number }) => row.position,
  );
const rows = async (): Promise<{ job: string; handled_at: Date | null }[]> =>
  db.source.query('SELECT job, handled_at FROM fact_jobs ORDER BY fact_id, job');

test('a committed fact gets a row and a task for every job that follows it', async () => {
  const sink = new Sink();
  await db.source.transaction(open);
  expect(await new Relay(db.source, sink, THREE).pass()).toBe(1);
  expect(sink.taken.map((task) => task.job).sort()).toEqual(['a.first', 'a.second']);
  expect((await rows()).map((row) => row.job)).toEqual(['a.first', 'a.second']);
});

test('positions are gapless under concurrent commits, rollbacks and three relays at once', async () => {
  const relays = [1, 2, 3].map(() => new Relay(db.source, new Sink(), THREE));
  const writers = Array.from({ length: 60 }, (_, number) =>
    db.source
      .transaction(async (tx) => {
        await open(tx);
        await tx.query('SELECT pg_sleep($1)', [Math.random() / 50]); // commits come in another order than ids
        if (number % 3 === 0) throw new Error('changed my mind');
      })
      .catch(() => undefined),
  );
  const passes = Array.from({ length: 30 }, async (_, number) => {
    await new Promise((done) => setTimeout(done, number * 5));
    await relays[number % 3]?.pass();
  });
  await Promise.all([...writers, ...passes]);
  await relays[0]?.pass();
  expect(await positions()).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

test('a fact that commits late gets a later position than one that was relayed before it', async () => {
  const relay = new Relay(db.source, new Sink(), THREE);
  const slow = db.source.createQueryRunner();
  await slow.startTransaction();
  await open(slow.manager);
  await db.source.transaction(open);
  expect(await relay.pass()).toBe(1);
  await slow.commitTransaction();
  await slow.release();
  expect(await relay.pass()).toBe(1);
  const [late] = await db.source.query('SELECT position FROM facts ORDER BY id LIMIT 1'); // its id is the older one
  expect(late.position).toBe(2);
});

test('killed between commit and queue: the next process enqueues at once what is unhandled', async () => {
  const lost = new Sink();
  lost.broken = true;
  await db.source.transaction(open);
  await new Relay(db.source, lost, THREE).pass();
  const sink = new Sink();
  expect(await new Relay(db.source, sink, THREE).sweep(0)).toBe(2);
  expect(sink.taken).toHaveLength(2);
});

test('facts that come with others share a task of a job that takes several; the sweep puts the same ones together again', async () => {
  const [sink, again] = [new Sink(), new Sink()];
  for (let at = 0; at < 10; at++) await db.source.transaction(open);
  const several = new Set(['a.second']);
  await new Relay(db.source, sink, THREE, several).pass();
  const carriers = (tasks: readonly FactTask[], job: string): unknown[] =>
    tasks
      .filter((task) => task.job === job)
      .map(({ factId, carriedBy }) => [factId, carriedBy])
      .sort();
  const ids = carriers(sink.taken, 'a.first').map((row) => (row as string[])[0]);
  expect(carriers(sink.taken, 'a.first')).toEqual(ids.map((id) => [id, null]));
  const shared = sink.taken.filter(({ job }) => job === 'a.second').map(({ carriedBy }) => carriedBy);
  expect(shared).toEqual([...Array.from({ length: 8 }, () => shared[0]), shared[8], shared[8]]);
  expect(new Set(shared).size).toBe(2);
  await new Relay(db.source, again, THREE, several).sweep(0);
  expect(carriers(again.taken, 'a.second')).toEqual(carriers(sink.taken, 'a.second'));

  sink.taken.length = 0;
  await db.source.transaction(open);
  await new Relay(db.source, sink, THREE, several).pass();
  expect(sink.taken.map(({ carriedBy }) => carriedBy)).toEqual([null, null]); // alone it has a task of its own
});

test('the sweep leaves alone what was queued just now, what is handled, given up, or being handled', async () => {
  await db.source.transaction(open);
  await db.source.transaction(open);
  const relay = new Relay(db.source, new Sink(), THREE);
  await relay.pass();
  const sink = new Sink();
  const sweeping = new Relay(db.source, sink, THREE);
  expect(await sweeping.sweep(20_000)).toBe(0);
  await db.source.query(`UPDATE fact_jobs SET queued_at = now() - interval '30 s'`);
  const all: FactTask[] = (await db.source.query(
    'SELECT fact_id AS "factId", job, round, carried_by AS "carriedBy" FROM fact_jobs ORDER BY fact_id, job',
  )) as FactTask[];
  await db.source.query('UPDATE fact_jobs SET handled_at = now() WHERE fact_id = $1 AND job = $2', [
    all[0]?.factId,
    all[0]?.job,
  ]);
  await db.source.query('UPDATE fact_jobs SET failed_at = now() WHERE fact_id = $1 AND job = $2', [
    all[1]?.factId,
    all[1]?.job,
  ]);
  await db.source.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM fact_jobs WHERE fact_id = $1 AND job = $2 FOR UPDATE', [all[2]?.factId, all[2]?.job]);
    expect(await sweeping.sweep(20_000)).toBe(1);
  });
  expect(sink.taken).toEqual([all[3]]);
});

test('more facts than one batch are all relayed by one pass, in order', async () => {
  await db.source.query(
    `INSERT INTO facts (id, type, payload) SELECT gen_random_uuid(), 'offer.opened', '{}' FROM generate_series(1, 1203)`,
  );
  const sink = new Sink();
  expect(await new Relay(db.source, sink, THREE).pass()).toBe(1203);
  expect(sink.taken).toHaveLength(1203);
  expect(await positions()).toEqual(Array.from({ length: 1203 }, (_, index) => index + 1));
});
