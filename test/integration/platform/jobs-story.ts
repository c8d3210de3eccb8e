import { newId, type FactType } from '#kernel';
import {
  deadLetters,
  JobQueue,
  JobRunner,
  Listener,
  record,
  Relay,
  retryDeadLetter,
  type ClockJob,
  type FactJob,
  type FactTask,
  type Reactions,
} from '#platform';
import { asOwner, type TestDatabase } from '../../support/database.js';
import { wipeStore, type QueueStore, type StoreName } from '../../support/store.js';
import { emptyStore } from './empty-store.js';

export const reactions = (named: Partial<Record<FactType, readonly string[]>>): Reactions =>
  new Proxy(named, { get: (table, type) => table[type as FactType] ?? [] }) as Reactions;

/** One worker as the application runs it. `ended` hears of every try, and whether it was marked as the last one. */
export async function startWorker(
  db: Pick<TestDatabase, 'url' | 'source'>,
  store: Pick<QueueStore, 'redisUrl'>,
  facts: readonly FactJob[],
  clock: readonly ClockJob[] = [],
  ended: (task: FactTask, last: boolean) => Promise<void> = async () => undefined,
  silenceMs?: number,
): Promise<{ queue: JobQueue; relay: Relay; stop(): Promise<void> }> {
  const queue = await JobQueue.open({ databaseUrl: db.url, redisUrl: store.redisUrl, silenceMs });
  const runner = new JobRunner(db.source, {
    facts: new Map(facts.map((job) => [job.name, job])),
    clock: new Map(clock.map((job) => [job.name, job])),
  });
  const relay = new Relay(
    db.source,
    queue,
    reactions({ 'need.opened': facts.map((job) => job.name) }),
    runner.together,
  );
  const listener = new Listener(db.url);
  await queue.work({
    fact: (task, isLast) => {
      let last = false;
      return runner.fact(task, (failure) => (last = isLast(failure))).finally(() => ended(task, last));
    },
    clock: (job) => runner.clock(job),
    splitBatch: (task) => runner.splitBatch(task),
    gaveUp: (task, reason) => runner.gaveUp(task, reason),
  });
  await relay.start(listener);
  return {
    queue,
    relay,
    async stop() {
      await relay.stop();
      await queue.close();
      await listener.close();
    },
  };
}

export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 60_000): Promise<number> {
  const started = Date.now();
  while (!(await holds())) {
    if (Date.now() - started > ms) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 5));
  }
  return Date.now() - started;
}

/** What must hold of facts, queue and worker, on whichever store. */
export function jobsOn(name: StoreName): void {
  let db: TestDatabase;
  let store: QueueStore;
  emptyStore(name, (opened) => ({ db, store } = opened));
  beforeEach(() => asOwner(db, 'TRUNCATE facts, seen CASCADE; UPDATE fact_positions SET last = 0'));

  const openNeed = (): Promise<void> => db.source.transaction((tx) => record(tx, 'need.opened', { needId: newId() }));
  const seen = async (): Promise<number> => (await db.source.query('SELECT count(*) AS n FROM seen'))[0].n;
  const write: FactJob = {
    name: 'a.write',
    apply: async (tx, fact) => void (await tx.query('INSERT INTO seen VALUES ($1)', [fact.id])),
  };

  test('jobs that stand behind are done when no other waits, in whatever order they came', async () => {
    const queue = await JobQueue.open({ databaseUrl: db.url, redisUrl: store.redisUrl, behind: new Set(['later']) });
    try {
      const done: string[] = [];
      const tasks = (job: string, count: number): FactTask[] =>
        Array.from({ length: count }, () => ({ factId: newId(), job, round: 0 }));
      await queue.enqueue(tasks('later', 6));
      await queue.enqueue(tasks('sooner', 4));
      await queue.work(
        {
          fact: async ({ job }) => void done.push(job),
          clock: async () => undefined,
          splitBatch: async () => undefined,
          gaveUp: async () => undefined,
        },
        { facts: 1, long: 1, clock: 1 },
      );
      await until('all are done', () => done.length === 10);
      expect(done).toEqual([...Array.from({ length: 4 }, () => 'sooner'), ...Array.from({ length: 6 }, () => 'later')]);
    } finally {
      await queue.close();
    }
  });

  test('long jobs, however many, hold up no everyday one', async () => {
    const queue = await JobQueue.open({ databaseUrl: db.url, redisUrl: store.redisUrl, long: new Set(['long']) });
    try {
      const done: string[] = [];
      let release = (): void => undefined;
      const held = new Promise<void>((go) => (release = go));
      const tasks = (job: string, count: number): FactTask[] =>
        Array.from({ length: count }, () => ({ factId: newId(), job, round: 0 }));
      await queue.enqueue([...tasks('long', 20), ...tasks('everyday', 5)]);
      await queue.work({
        fact: async ({ job }) => void (job === 'long' && (await held), done.push(job)),
        clock: async () => undefined,
        splitBatch: async () => undefined,
        gaveUp: async () => undefined,
      });
      await until('the everyday ones are done', () => done.length === 5);
      expect(new Set(done)).toEqual(new Set(['everyday']));
      release();
      await until('all are done', () => done.length === 25);
    } finally {
      await queue.close();
    }
  });

  test('a commit wakes the relay: most jobs are done long before its next sweep', async () => {
    const worker = await startWorker(db, store, [write]);
    try {
      await openNeed();
      await until('the first job', async () => (await seen()) === 1);
      const times: number[] = [];
      for (let round = 2; round <= 21; round += 1) {
        await openNeed();
        times.push(await until('the job', async () => (await seen()) === round));
      }
      times.sort((a, b) => a - b);
      expect(times[10]).toBeLessThan(2_000);
    } finally {
      await worker.stop();
    }
  });

  test('delivered twice, also at once, a job changes the database once', async () => {
    await openNeed();
    const runner = new JobRunner(db.source, { facts: new Map([[write.name, write]]), clock: new Map() });
    await new Relay(db.source, { enqueue: async () => undefined }, reactions({ 'need.opened': ['a.write'] })).pass();
    const [fact] = await db.source.query('SELECT id FROM facts');
    const task = { factId: fact.id, job: 'a.write', round: 0 };
    await Promise.all([1, 2, 3].map(() => runner.fact(task, () => false)));
    await runner.fact(task, () => false);
    expect(await seen()).toBe(1);
  });

  test('two workers share the work and each fact is handled once', async () => {
    const [one, two] = [await startWorker(db, store, [write]), await startWorker(db, store, [write])];
    try {
      for (let number = 0; number < 50; number += 1) await openNeed();
      await until('all jobs', async () => (await seen()) >= 50);
      await new Promise((done) => setTimeout(done, 200));
      expect(await db.source.query('SELECT fact_id FROM seen GROUP BY 1 HAVING count(*) > 1')).toEqual([]);
      expect(await seen()).toBe(50);
    } finally {
      await one.stop();
      await two.stop();
    }
  });

  test('a job that fails for a while succeeds by itself; its failed tries leave nothing behind', async () => {
    let tries = 0;
    const shaky: FactJob = {
      name: 'a.shaky',
      apply: async (tx, fact) => {
        await tx.query('INSERT INTO seen VALUES ($1)', [fact.id]);
        tries += 1;
        if (tries < 3) throw new Error('not yet');
      },
    };
    const worker = await startWorker(db, store, [shaky]);
    try {
      await openNeed();
      await until('the third try', async () => (await seen()) === 1);
      expect(tries).toBe(3);
    } finally {
      await worker.stop();
    }
  });

  test('poison is tried five times, then stays given up and is not brought back by the sweep', async () => {
    let tries = 0;
    const poison: FactJob = {
      name: 'a.poison',
      call: async () => {
        tries += 1;
        throw new Error('never');
      },
    };
    const worker = await startWorker(db, store, [poison, write]);
    try {
      await openNeed();
      await until(
        'the end',
        async () =>
          (await db.source.query(`SELECT 1 FROM fact_jobs WHERE job = 'a.poison' AND failed_at IS NOT NULL`)).length ===
          1,
      );
      await worker.relay.sweep(0);
      await new Promise((done) => setTimeout(done, 300));
      expect(tries).toBe(5);
      expect(await seen()).toBe(1); // the other job of the same fact was not held up
    } finally {
      await worker.stop();
    }
  });

  test('a wiped queue is filled again from the facts', async () => {
    let open = false;
    const waits: FactJob = {
      name: 'a.waits',
      apply: async (tx, fact) => {
        if (!open) throw new Error('still closed');
        await tx.query('INSERT INTO seen VALUES ($1)', [fact.id]);
      },
    };
    const worker = await startWorker(db, store, [waits]);
    try {
      await openNeed();
      await until('its first failure', async () => (await db.source.query('SELECT 1 FROM fact_jobs')).length === 1);
      await wipeStore(db, store, worker.queue);
      open = true;
      await worker.relay.sweep(0);
      await until('the job', async () => (await seen()) === 1);
    } finally {
      await worker.stop();
    }
  });

  test('the clock calls its jobs again and again, and no job twice at once', async () => {
    let running = 0;
    let most = 0;
    let ticks = 0;
    const slow: ClockJob = {
      name: 'a.tick',
      tick: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((done) => setTimeout(done, 450));
        running -= 1;
        ticks += 1;
      },
    };
    const worker = await startWorker(db, store, [], [slow]);
    try {
      await worker.queue.schedule({ 'a.tick': { everyMs: 200 } });
      await worker.queue.schedule({ 'a.tick': { everyMs: 200 } }); // a second process at its boot
      await until('three ticks', () => ticks >= 3);
      expect(most).toBe(1);
      await worker.queue.schedule({});
      await until('silence', () => running === 0);
      const before = ticks;
      await new Promise((done) => setTimeout(done, 700));
      expect(ticks).toBeLessThanOrEqual(before + 1);
    } finally {
      await worker.stop();
    }
  });

  test('a job that was given up is taken up again by the word of an administrator', async () => {
    let healed = false;
    const ill: FactJob = {
      name: 'a.ill',
      call: async () => {
        if (!healed) throw Object.assign(new Error('card 4111 1111 is no secret'), { code: 'P0042' });
      },
    };
    const worker = await startWorker(db, store, [ill]);
    try {
      await openNeed();
      await until('the end', async () => (await deadLetters(db.source, 10, null)).length === 1);
      const [job] = await deadLetters(db.source, 10, null);
      expect(job).toMatchObject({ job: 'a.ill', factType: 'need.opened', code: 'P0042' });
      healed = true;
      expect(await db.source.transaction((tx) => retryDeadLetter(tx, job!.factId, 'a.ill'))).toBe('taken-up');
      await until(
        'the job',
        async () =>
          (await db.source.query(`SELECT 1 FROM fact_jobs WHERE handled_at IS NOT NULL AND failed_at IS NULL`))
            .length === 1,
      );
      expect(await db.source.transaction((tx) => retryDeadLetter(tx, job!.factId, 'a.ill'))).toBe('not-given-up');
      expect(await db.source.transaction((tx) => retryDeadLetter(tx, newId(), 'a.ill'))).toBe('unknown');
    } finally {
      await worker.stop();
    }
  });

  test('an administrator quicker than the queue: the end of the old round does not end the new one', async () => {
    let healed = false;
    const tasks: FactTask[] = [];
    const ill: FactJob = {
      name: 'a.ill',
      call: async () => {
        if (!healed) throw new Error('not yet');
      },
    };
    // Between the mark of the last try and the queue's own note of it.
    const worker = await startWorker(db, store, [ill], [], async (task, last) => {
      tasks.push(task);
      if (!last) return;
      healed = true;
      expect(await db.source.transaction((tx) => retryDeadLetter(tx, task.factId, task.job))).toBe('taken-up');
      await until('the new round', () => tasks.some(({ round }) => round === 1));
    });
    try {
      await openNeed();
      await until(
        'the job',
        async () =>
          (
            await db.source.query(
              `SELECT 1 FROM fact_jobs WHERE handled_at IS NOT NULL AND failed_at IS NULL AND round = 1`,
            )
          ).length === 1,
      );
      await until('the end of the old round', () => tasks.length === 6);
      await new Promise((done) => setTimeout(done, 300));
      expect(await deadLetters(db.source, 10, null)).toEqual([]);
    } finally {
      await worker.stop();
    }
  });

  test('held, neither queue nor relay moves anything; let go, all of it is done', async () => {
    const worker = await startWorker(db, store, [write]);
    try {
      worker.relay.pause();
      await worker.queue.pause();
      await openNeed();
      await new Promise((done) => setTimeout(done, 400));
      expect(await seen()).toBe(0);
      await worker.queue.resume();
      worker.relay.resume();
      await until('the job', async () => (await seen()) === 1);
    } finally {
      await worker.stop();
    }
  });
}
