import type { Fact, FactType } from '#kernel';
import type { DataSource } from 'typeorm';
import { handled } from './facts.js';
import type { ClockJob, FactJob } from './job.js';
import type { Processors } from './job-queue.js';
import { factsOf, type QueuedTask } from './queue-tasks.js';
import { failureCode } from './dead-letters.js';
import { log } from './log.js';
import { timed } from './metrics.js';
import { preparedQuery, pipeline, forceGenericPlan } from './prepared.js';

export interface JobRegistry {
  readonly facts: ReadonlyMap<string, FactJob>;
  readonly clock: ReadonlyMap<string, ClockJob>;
}

/** Runs what the queue hands out. */
export class JobRunner implements Processors {
  private readonly ticking = new Set<string>();

  constructor(
    private readonly source: DataSource,
    private readonly jobs: JobRegistry,
  ) {
    for (const [name, job] of jobs.facts) {
      if (job.name !== name) throw new Error(`Job ${name} calls itself ${job.name}`);
      if ([job.apply, job.applyAll, job.call].filter(Boolean).length !== 1)
        throw new Error(`Job ${name} must either change our database (apply or applyAll) or call the world (call)`);
    }
    for (const [name, job] of jobs.clock)
      if (job.name !== name) throw new Error(`Job ${name} calls itself ${job.name}`);
  }

  /** Jobs that take several facts at once. */
  get together(): ReadonlySet<string> {
    return new Set([...this.jobs.facts.values()].filter((job) => job.applyAll).map(({ name }) => name));
  }

  /** A second delivery changes nothing. Throws what the job throws: the queue tries again. */
  async fact(task: QueuedTask, isLast: (failure: unknown) => boolean): Promise<void> {
    const job = this.jobs.facts.get(task.job);
    try {
      if (!job) throw new Error(`No job is called ${task.job}`);
      const facts = await this.load(factsOf(task));
      const [fact] = facts;
      if (!fact) return; // forgotten by age: long handled
      await timed(job.name, () => (job.call ? this.call(job, fact) : this.apply(job, facts))); // only jobs with `applyAll` get several
    } catch (err) {
      if (!task.carries && isLast(err)) await this.markFailed(task, err); // before the queue notes it, so that a kill between the two cannot hide it
      throw err;
    }
  }

  async splitBatch(task: QueuedTask): Promise<void> {
    await this.source.query(
      'UPDATE fact_jobs SET carried_by = NULL WHERE fact_id = ANY($1) AND job = $2 AND handled_at IS NULL',
      [factsOf(task), task.job],
    );
  }

  async gaveUp(task: QueuedTask, reason: Error): Promise<void> {
    await this.markFailed(task, reason);
  }

  /** A tick that comes while the last one still runs here is dropped: the next one comes anyway. */
  async clock(name: string): Promise<void> {
    const job = this.jobs.clock.get(name);
    if (!job) return log.warn({ job: name }, 'the clock asks for a job that does not exist any more');
    if (this.ticking.has(name)) return;
    this.ticking.add(name);
    try {
      await timed(name, () => job.tick());
    } finally {
      this.ticking.delete(name);
    }
  }

  private load(factIds: readonly string[]): Promise<Fact[]> {
    return preparedQuery<Fact<FactType>>(
      this.source,
      `SELECT id, type, payload, at, position FROM facts WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')}) ORDER BY position`,
      [factIds],
    );
  }

  /**
   * Does not wait for the disk: a crash of the database takes the work back together with its mark, and the relay hands the fact out again. PostgreSQL
   * lets transactions that notify commit one at a time, so those of people would wait for the disk of each of these.
   */
  private async apply(job: FactJob, facts: readonly Fact[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [, first] = await pipeline(
        tx.query('SET LOCAL synchronous_commit = off'),
        handled(
          tx,
          facts.map(({ id }) => id),
          job.name,
        ),
      );
      const fresh = facts.filter(({ id }) => first.has(id));
      if (fresh.length > 0) await job.applyAll?.(tx, fresh);
      for (const fact of fresh) await job.apply?.(tx, fact);
    });
  }

  /** The world is called at least once: a process that dies between the call and the mark calls again. */
  private async call(job: FactJob, fact: Fact): Promise<void> {
    const done = (await this.source.query(
      'SELECT 1 FROM fact_jobs WHERE fact_id = $1 AND job = $2 AND handled_at IS NOT NULL',
      [fact.id, job.name],
    )) as unknown[];
    if (done.length > 0) return;
    await job.call?.(fact);
    await this.source.transaction((tx) => handled(tx, [fact.id], job.name));
  }

  /** The first mark of a failure stays: what the queue says later knows less, and what it says of an earlier round is old. */
  private async markFailed(task: QueuedTask, reason: unknown): Promise<void> {
    await this.source.query(
      'UPDATE fact_jobs SET failed_at = now(), failed_code = $3 WHERE fact_id = ANY($1) AND job = $2 AND round = $4 AND handled_at IS NULL AND failed_at IS NULL',
      [factsOf(task), task.job, failureCode(reason), task.round],
    );
  }
}
