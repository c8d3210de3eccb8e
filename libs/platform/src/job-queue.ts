import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, JobsOptions, Queue, Worker, WorkerOptions } from 'bullmq';
import { Clock } from '#kernel';
import { log } from './log.js';
import { isOutage, pauseAfter } from './outage.rules.js';
import { QUEUES } from './queue-schema.js';
import { listened, postgresStore, redisStore, type Bull, type QueueStore } from './queue-stores.js';
import { factsOf, taskIdOf, tasksOf, type FactTask, type QueuedTask } from './queue-tasks.js';

const { facts: FACTS, long: LONG, clock: CLOCK } = QUEUES;

/**
 * Jobs at a time in one process. Everyday ones take milliseconds and processor time: more of them at once would only take it from people's
 * requests. Long ones wait more than they work (for threads, and for other processes), and stand in no other job's way.
 */
const AT_ONCE = { facts: 3, long: 6, clock: 4 };

/** A killed worker's job is taken over after lock + check: about four seconds. */
const LOCK_MS = 3_000;
const STALLED_CHECK_MS = 1_500;
/** How often a job may lose its process before it counts as the one that kills it. */
const STALLS = 5;
export const TRIES = 5;
/** How far a job of the clock may be off its time before it is set again. */
const OFF_TIME_MS = 30_000;
const FIRST_BACKOFF_MS = 250;
/** Any number: jobs without one go first. */
const BEHIND = 10;
/** So many are added one by one: on PostgreSQL BullMQ makes two tables for a bulk, which take as long as seventeen tasks. */
const FEW = 16;
/** How often a store that is away itself is asked to let a job rest. */
const STORE_RETRY_MS = 250;

export interface Schedule {
  readonly [job: string]: { readonly everyMs: number };
}

export interface Processors {
  /** @param isLast whether a try that ends with this failure is the last one */
  fact(task: QueuedTask, isLast: (failure: unknown) => boolean): Promise<void>;
  clock(job: string): Promise<void>;
  /** A task of several facts failed, or its process died: from now on each fact has its own. */
  splitBatch(task: QueuedTask): Promise<void>;
  /** A task that will not be tried again. */
  gaveUp(task: QueuedTask, reason: Error): Promise<void>;
}

/**
 * BullMQ, on PostgreSQL or (with a Redis address) on Redis: one code path. The facts table is the truth, the queue only carries ids;
 * if it is wiped, the relay's sweep fills it again.
 */
export class JobQueue {
  private readonly workers: Worker[] = [];
  private closing = false;

  private constructor(
    private readonly bull: Bull,
    private readonly store: QueueStore,
    private readonly facts: Queue<QueuedTask>,
    private readonly long: Queue<QueuedTask>,
    private readonly clock: Queue,
    private readonly kinds: { readonly behind: ReadonlySet<string>; readonly long: ReadonlySet<string> },
  ) {}

  /**
   * @param options.silenceMs as in DbOptions
   * @param options.behind jobs that wait until no other is waiting
   * @param options.long jobs that take seconds or minutes: they have a queue of their own
   */
  static async open(options: {
    databaseUrl: string;
    redisUrl: string | null;
    connections?: number;
    silenceMs?: number;
    behind?: ReadonlySet<string>;
    long?: ReadonlySet<string>;
  }): Promise<JobQueue> {
    const {
      databaseUrl,
      redisUrl,
      connections = 12,
      silenceMs = 35_000,
      behind = new Set<string>(),
      long = new Set<string>(),
    } = options;
    const bull = await import('bullmq'); // not in the api, which never touches the queue: its memory
    const store = redisUrl
      ? await redisStore(redisUrl, silenceMs)
      : await postgresStore(bull, databaseUrl, connections, silenceMs);
    const make = <T>(name: string): Queue<T> =>
      listened(new bull.Queue(name, { connection: store.connection }, store.backend as never)) as never;
    return new JobQueue(bull, store, make<QueuedTask>(FACTS), make<QueuedTask>(LONG), make(CLOCK), { behind, long });
  }

  /** Adds tasks; one that is already there (waiting, running or given up) is left alone. `again`: one that was given up begins anew. */
  async enqueue(facts: readonly FactTask[], again = false): Promise<void> {
    const tasks = tasksOf(facts);
    for (const task of again ? tasks : []) {
      const kept = await this.queueOf(task.job).getJob(taskIdOf(task));
      if (kept && (await kept.isFailed())) await kept.remove();
    }
    const isLong = (task: QueuedTask): boolean => this.kinds.long.has(task.job);
    await this.add(
      this.facts,
      tasks.filter((task) => !isLong(task)),
    );
    await this.add(this.long, tasks.filter(isLong));
  }

  private queueOf(job: string): Queue<QueuedTask> {
    return this.kinds.long.has(job) ? this.long : this.facts;
  }

  private async add(queue: Queue<QueuedTask>, tasks: readonly QueuedTask[]): Promise<void> {
    const jobs = tasks.map((task) => ({ name: task.job, data: task, opts: this.optionsOf(task) }));
    if (jobs.length > FEW) await queue.addBulk(jobs);
    else await Promise.all(jobs.map(({ name, data, opts }) => queue.add(name, data, opts)));
  }

  private optionsOf(task: QueuedTask): JobsOptions {
    return {
      jobId: taskIdOf(task),
      ...(this.kinds.behind.has(task.job) && { priority: BEHIND }),
      attempts: TRIES,
      backoff: { type: 'exponential', delay: FIRST_BACKOFF_MS },
      removeOnComplete: true,
      removeOnFail: { age: 30 * 86_400, count: 10_000 },
    };
  }

  /** Makes the clock's table of jobs exactly this one. Jobs that are on time already are left alone. */
  async schedule(table: Schedule): Promise<void> {
    const present = new Map((await this.clock.getJobSchedulers()).map((entry) => [entry.key, entry.every]));
    for (const [job, { everyMs }] of Object.entries(table)) {
      if (present.get(job) === everyMs && (await this.hasNext(job, everyMs))) continue;
      await this.clock.removeJobScheduler(job); // its next time would be kept
      await this.clock.upsertJobScheduler(
        job,
        { every: everyMs },
        { name: job, opts: { removeOnComplete: true, removeOnFail: { count: 100 } } },
      );
    }
    for (const job of present.keys()) if (!(job in table)) await this.clock.removeJobScheduler(job);
  }

  /** Starts working. Throws nothing later: errors of the store are logged, jobs are tried again. */
  async work(processors: Processors, { facts, long, clock: ofClock } = AT_ONCE): Promise<void> {
    const shared = {
      connection: this.store.connection,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: STALLS,
      runRetryDelay: 1_000,
    };
    for (const [name, concurrency] of [
      [FACTS, facts],
      [LONG, long],
    ] as const) {
      const worker = this.worker<QueuedTask>(name, (job, token) => this.attempt(processors, job, token), {
        ...shared,
        concurrency,
      });
      worker.on('failed', (job, reason) => this.failed(processors, job, reason));
    }
    const clock = this.worker(CLOCK, (job) => processors.clock(job.name), { ...shared, concurrency: ofClock });
    clock.on('failed', (job, reason) => log.error({ err: reason, job: job?.name }, 'a job of the clock failed'));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  private failed(processors: Processors, job: Job<QueuedTask> | undefined, reason: Error): void {
    if (!job) return;
    if (!job.finishedOn && job.attemptsMade < TRIES)
      return log.warn(
        { err: reason, job: job.data.job, factId: job.data.factId, tries: job.attemptsMade },
        'a job failed and is tried again',
      );
    log.error(
      { err: reason, job: job.data.job, factId: job.data.factId, tries: job.attemptsMade },
      'a job was given up',
    );
    processors
      .gaveUp(job.data, reason)
      .catch((err: unknown) => log.error({ err }, 'a given up job could not be marked'));
  }

  /** Takes nothing more from the queue until `resume`; what is running goes on to its end. */
  async pause(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.pause()));
  }

  async resume(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.resume()));
  }

  /** Whether the store of the queue answers. */
  answers(): boolean {
    return this.store.answers();
  }

  /** Waits for what is running, then closes. To be called before the database stops. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([this.facts.close(), this.long.close(), this.clock.close()]);
    await this.store.close();
  }

  /** Empties all queues, schedules included: what losing the queue's store looks like. */
  async wipe(): Promise<void> {
    await this.facts.obliterate({ force: true });
    await this.long.obliterate({ force: true });
    for (const { key } of await this.clock.getJobSchedulers()) await this.clock.removeJobScheduler(key);
    await this.clock.obliterate({ force: true });
  }

  /** One try. A failure of what is below us takes none of the job's tries: it rests and comes again. */
  private async attempt(processors: Processors, job: Job<QueuedTask>, token: string | undefined): Promise<void> {
    if (job.data.carries && job.stalledCounter > 0) return this.splitBatch(processors, job.data);
    const rested = job.attemptsStarted - 1 - job.attemptsMade; // starts that were no tries: in an outage, or of a process that died
    try {
      await processors.fact(
        job.data,
        (failure) => pauseAfter(failure, rested) === null && job.attemptsMade + 1 >= TRIES,
      );
    } catch (err) {
      const pauseMs = pauseAfter(err, rested);
      if (pauseMs === null && job.data.carries) return this.splitBatch(processors, job.data, err);
      if (pauseMs === null) throw err;
      log.warn(
        { err, job: job.data.job, factId: job.data.factId, rested, pauseMs },
        'a job was stopped by an outage and rests',
      );
      await this.rest(job, token, pauseMs);
      throw new this.bull.DelayedError(); // says to BullMQ that the job has been put elsewhere
    }
  }

  /** What one of several facts spoils is tried for each by itself, five times, so none suffers from another. */
  private async splitBatch(processors: Processors, task: QueuedTask, reason?: unknown): Promise<void> {
    log.warn(
      { err: reason, job: task.job, factIds: factsOf(task) },
      'a job on several facts did not end and is done for each by itself',
    );
    await processors.splitBatch(task); // first: whatever is lost from here on, the sweep finds each by itself
    await this.enqueue(factsOf(task).map((factId) => ({ factId, job: task.job, round: task.round })));
  }

  /** With the store away as well, the job stays where it is until it can be moved; a worker that stops meanwhile leaves it to those that take over what is stalled. */
  private async rest(job: Job<QueuedTask>, token: string | undefined, pauseMs: number): Promise<void> {
    while (!this.closing) {
      try {
        return await job.moveToDelayed(new Clock().now().getTime() + pauseMs, token);
      } catch (err) {
        if (!isOutage(err))
          return log.warn(
            { err, job: job.data.job, factId: job.data.factId },
            'a job could not be let rest: another worker has it',
          );
        await sleep(STORE_RETRY_MS);
      }
    }
  }

  private worker<T>(
    name: string,
    run: (job: Job<T>, token?: string) => Promise<void>,
    options: WorkerOptions,
  ): Worker<T> {
    const worker = listened(new this.bull.Worker<T>(name, run, options, this.store.backend as never));
    this.workers.push(worker as Worker);
    return worker;
  }

  /** Not long overdue, and not further away than one turn: a clock that was set back would let the job rest until the old time has come again. */
  private async hasNext(job: string, everyMs: number): Promise<boolean> {
    const next = (await this.clock.getJobScheduler(job))?.next;
    const now = new Clock().now().getTime();
    return next !== undefined && next > now - OFF_TIME_MS && next < now + everyMs + OFF_TIME_MS;
  }
}
