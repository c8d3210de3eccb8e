import { DataSource } from 'typeorm';
import { newId } from '#kernel';
import { dataSourceOptions, deadLetters, record, type FactJob, type Tx } from '#platform';
import { asOwner, type TestDatabase } from '../../support/database.js';
import { PostgresProxy } from '../../support/postgres-proxy.js';
import type { QueueStore, StoreName } from '../../support/store.js';
import { emptyStore } from './empty-store.js';
import { startWorker, until } from './jobs-story.js';

/** As many as a poison job has tries. */
const OUTAGES = 5;
/** Longer than a worker's lock on a job holds. */
const AWAY_MS = 4_000;

/** What becomes of jobs while the database, or what else is below us, is away: on whichever store. */
export function outagesOn(name: StoreName): void {
  let db: TestDatabase;
  let store: QueueStore;
  emptyStore(name, (opened) => ({ db, store } = opened));
  beforeEach(() => asOwner(db, 'TRUNCATE facts, seen CASCADE; UPDATE fact_positions SET last = 0'));

  const openNeed = (): Promise<void> => db.source.transaction((tx) => record(tx, 'need.opened', { needId: newId() }));
  const seen = async (): Promise<number> => (await db.source.query('SELECT count(*) AS n FROM seen'))[0].n;
  const raise =
    (code: string) =>
    (tx: Tx): Promise<unknown> =>
      tx.query(`DO $$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '${code}'; END $$`);

  const troubles: readonly (readonly [string, (tx: Tx) => Promise<unknown>])[] = [
    ['a session is ended by an administrator', (tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())')],
    [
      'a session is ended while it computes',
      async (tx) => {
        const [{ pid }] = await tx.query('SELECT pg_backend_pid() AS pid');
        await db.source.query('SELECT pg_terminate_backend($1)', [pid]);
        await new Promise((done) => setTimeout(done, 50));
        await tx.query('SELECT 1');
      },
    ],
    ['a full disk', raise('53100')],
    ['too many connections', raise('53300')],
  ];

  test('as many outages as a job has tries take none of them', async () => {
    const tries = new Map<string, number>();
    const hindered = troubles.map(([what, trouble], number): FactJob => ({
      name: `a.hindered-${number}`,
      apply: async (tx, fact) => {
        const now = (tries.get(what) ?? 0) + 1;
        tries.set(what, now);
        if (now <= OUTAGES) await trouble(tx);
        if (now === OUTAGES + 1) throw new Error('not yet'); // a failure of its own
        await tx.query('INSERT INTO seen VALUES ($1)', [fact.id]);
      },
    }));
    const worker = await startWorker(db, store, hindered);
    try {
      await openNeed();
      await until('all jobs', async () => (await seen()) === troubles.length, 60_000);
      expect(Object.fromEntries(tries)).toEqual(Object.fromEntries(troubles.map(([what]) => [what, OUTAGES + 2])));
      expect(await deadLetters(db.source, 10, null)).toEqual([]);
    } finally {
      await worker.stop();
    }
  });

  test('poison between two outages is still given up after five tries of its own', async () => {
    let tries = 0;
    const poison: FactJob = {
      name: 'a.poison',
      apply: async (tx) => {
        tries += 1;
        await raise(tries % 3 === 0 ? '53100' : 'P0042')(tx);
      },
    };
    const worker = await startWorker(db, store, [poison]);
    try {
      await openNeed();
      await until('the end', async () => (await deadLetters(db.source, 10, null)).length === 1, 60_000);
      expect(await deadLetters(db.source, 10, null)).toMatchObject([{ job: 'a.poison', code: 'P0042' }]);
      expect(tries).toBe(7); // 1 2 (3) 4 5 (6) 7
    } finally {
      await worker.stop();
    }
  });

  test('a database that goes away under a running job and stays away for a while: the job is done when it is back', async () => {
    const proxy = await PostgresProxy.open(db.url);
    const source = await new DataSource(dataSourceOptions({ url: proxy.url, max: 4 })).initialize();
    let begun = 0;
    let away = false;
    const work: FactJob = {
      name: 'a.work',
      apply: async (tx, fact) => {
        begun += 1;
        await until('the outage', () => away);
        await tx.query('INSERT INTO seen VALUES ($1)', [fact.id]);
      },
    };
    const worker = await startWorker({ url: proxy.url, source }, store, [work]);
    try {
      await openNeed();
      await until('it has begun', () => begun === 1);
      proxy.gate = () => 'cut';
      proxy.cutAll();
      away = true;
      await new Promise((done) => setTimeout(done, AWAY_MS));
      expect(await seen()).toBe(0);
      proxy.gate = () => 'pass';
      await until('the job', async () => (await seen()) === 1, 60_000);
      await until(
        'its mark',
        async () =>
          (await db.source.query('SELECT 1 FROM fact_jobs WHERE handled_at IS NOT NULL AND failed_at IS NULL'))
            .length === 1,
      );
    } finally {
      await worker.stop();
      await source.destroy();
      await proxy.close();
    }
  });
}
