import { setTimeout as sleep } from 'node:timers/promises';
import type { FactType } from '#kernel';
import type { DataSource } from 'typeorm';
import { CHANNELS } from './facts.js';
import { TAKE_UP } from './dead-letters.js';
import type { FactTask } from './queue-tasks.js';
import type { Listener } from './listener.js';
import { log } from './log.js';

/** Facts that one transaction takes. */
const BATCH = 500;
/** A safety net only: NOTIFY wakes the relay. */
const SWEEP_EVERY_MS = 5_000;
/** In a rush, when several facts come with each other, they are taken together so often: what comes in between waits for the next time. */
const PACE_MS = 100;
/** Facts of one kind that one task of the queue carries at most: a job on all of them still takes a fraction of a second. */
const TOGETHER = 8;
/** A task that nobody has handled for so long was lost by the queue (wiped, or a process died before it was added). */
const LOST_AFTER_MS = 20_000;

export type Reactions = Readonly<Record<FactType, readonly string[]>>;

/** What the relay needs of the queue: adding a task twice must leave one. */
export interface TaskSink {
  /** @param again they should have been done long ago: what the queue keeps of them as given up is forgotten first */
  enqueue(tasks: readonly FactTask[], again?: boolean): Promise<void>;
}

/**
 * Carries committed facts to the queue. Every fact gets the next position (gapless, one relay at a time by the row lock on
 * `fact_positions`) and a `fact_jobs` row for each job that must follow, in one transaction; only then the queue hears of it.
 */
export class Relay {
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private paused = false;
  /** The queue did not take the last tasks: do not wait until they count as lost. */
  private refused = false;
  private unhear: (() => void) | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly sink: TaskSink,
    private readonly reactions: Reactions,
    /** Jobs that take several facts at once (`applyAll`). */
    private readonly together: ReadonlySet<string> = new Set(),
  ) {}

  /** Starts to listen. Whatever an earlier process left undone is enqueued at once. */
  async start(listener: Listener): Promise<void> {
    this.unhear = await listener.on(CHANNELS.facts, {
      heard: (payload) => (payload === TAKE_UP ? this.takeUp() : this.wake()),
      missed: () => this.wake(),
    });
    await this.sweep(0);
    this.wake();
    this.timer = setInterval(() => {
      this.wake();
      this.takeUp();
    }, SWEEP_EVERY_MS);
  }

  /** Rests (facts stay where they are) until `resume`. */
  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.unhear?.();
    await this.running;
  }

  /** Asks for a run; a call during a run makes one more follow, so nothing committed before the call is missed. */
  wake(): void {
    if (this.stopped || this.paused) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.paced().finally(() => {
      this.running = null;
      if (this.again) this.wake();
    });
  }

  /** One fact at a time is carried on at once; where there are more, the next ones are given time to come together. */
  private async paced(): Promise<void> {
    const began = performance.now();
    if ((await this.run()) > 1) await sleep(Math.max(0, PACE_MS - (performance.now() - began)));
  }

  /** Relays everything that is committed now. Returns how many facts it took. */
  async pass(): Promise<number> {
    let total = 0;
    for (;;) {
      const { facts, tasks } = await this.place();
      await this.enqueue(tasks);
      total += facts;
      if (facts < BATCH) return total;
    }
  }

  /** Enqueues again what has been waiting unhandled for longer than this. Returns how many tasks. */
  async sweep(olderThanMs: number): Promise<number> {
    let total = 0;
    const [{ before }] = (await this.source.query(`SELECT now() - $1 * interval '1 ms' AS before`, [olderThanMs])) as [
      { before: Date },
    ]; // one clock: the database's
    for (;;) {
      // SKIP LOCKED: a row that a job holds right now is being handled.
      const [rows] = (await this.source.query(
        `UPDATE fact_jobs SET queued_at = now() FROM (
           SELECT fact_id, job FROM fact_jobs WHERE handled_at IS NULL AND failed_at IS NULL AND queued_at <= $1
           ORDER BY queued_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) lost
         WHERE fact_jobs.fact_id = lost.fact_id AND fact_jobs.job = lost.job RETURNING fact_jobs.fact_id AS "factId", fact_jobs.job, fact_jobs.round, fact_jobs.carried_by AS "carriedBy"`,
        [before],
      )) as [FactTask[], number];
      if (rows.length > 0 && !(await this.enqueue(rows, true))) return total;
      total += rows.length;
      if (rows.length < BATCH) return total;
    }
  }

  private takeUp(): void {
    if (this.paused || this.stopped) return;
    this.sweep(this.refused ? 0 : LOST_AFTER_MS).catch((err: unknown) =>
      log.warn({ err }, 'the sweep of lost jobs failed'),
    );
  }

  private async run(): Promise<number> {
    this.again = false;
    try {
      return await this.pass();
    } catch (err) {
      log.warn({ err }, 'the relay failed; the next fact or poll wakes it again');
      return 0;
    }
  }

  /** One batch: positions and fact_jobs rows, in one transaction. */
  private place(): Promise<{ facts: number; tasks: FactTask[] }> {
    return this.source.transaction(async (tx) => {
      const [{ last }] = (await tx.query('SELECT last FROM fact_positions FOR UPDATE')) as [{ last: number }];
      const [facts] = (await tx.query(
        `UPDATE facts SET position = numbered.position FROM (
           SELECT id, $1::bigint + row_number() OVER (ORDER BY id) AS position FROM (
             SELECT id FROM facts WHERE position IS NULL ORDER BY id LIMIT ${BATCH}) fresh) numbered
         WHERE facts.id = numbered.id RETURNING facts.id, facts.type`,
        [last],
      )) as [{ id: string; type: FactType }[], number];
      if (facts.length === 0) return { facts: 0, tasks: [] };
      await tx.query('UPDATE fact_positions SET last = last + $1', [facts.length]);
      const tasks = this.carried(
        facts.flatMap((fact) => this.reactionsTo(fact.type).map((job) => ({ factId: fact.id, job, round: 0 }))),
      );
      await tx.query(
        'INSERT INTO fact_jobs (fact_id, job, carried_by) SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING',
        [tasks.map((task) => task.factId), tasks.map((task) => task.job), tasks.map((task) => task.carriedBy)],
      );
      return { facts: facts.length, tasks };
    });
  }

  /** Says which task carries each fact. It is written down: what the sweep adds again must be what the queue has, or it would be there twice. */
  private carried(tasks: readonly Omit<FactTask, 'carriedBy'>[]): FactTask[] {
    const alone = tasks.filter(({ job }) => !this.together.has(job)).map((task) => ({ ...task, carriedBy: null }));
    const grouped = [...this.together].flatMap((name) => {
      const group = tasks.filter(({ job }) => job === name);
      return group.map((task, at) => {
        const first = at - (at % TOGETHER);
        return { ...task, carriedBy: group.length - first > 1 ? (group[first]?.factId ?? null) : null };
      });
    });
    return [...alone, ...grouped];
  }

  private reactionsTo(type: FactType): readonly string[] {
    const jobs = this.reactions[type];
    if (!jobs) log.error({ type }, 'a fact of an unknown kind: nothing follows it');
    return jobs ?? [];
  }

  private async enqueue(tasks: readonly FactTask[], again = false): Promise<boolean> {
    if (tasks.length === 0) return true;
    try {
      await this.sink.enqueue(tasks, again);
      this.refused = false;
      return true;
    } catch (err) {
      this.refused = true; // the rows stand in fact_jobs: the sweep brings them
      log.warn({ err, tasks: tasks.length }, 'the queue did not take its tasks');
      return false;
    }
  }
}
