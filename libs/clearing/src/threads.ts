import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { Env } from '#platform';
import type { ClearingTask } from './tasks.js';

/** Said to the queue when a process stops with a task in hand: another one takes it up. */
export class ClearingInterrupted extends Error {
  override readonly name = 'ClearingInterrupted';
}

/** A run reads and writes hundreds of thousands of rows that live for a moment: with the usual 16 MiB many are carried along as if they were to stay. */
const YOUNG_MB = 96;

/** Threads for the tasks of this process: one a core, the others wait for their turn. */
@Injectable()
export class ClearingThreads {
  private readonly running = new Set<Worker>();
  private readonly waiting: (() => void)[] = [];
  private free = Math.max(2, availableParallelism()); // a run waits for its parts, so two at least
  private stopped = false;

  constructor(private readonly env: Env) {}

  /** Rejects with what the task threw, or with ClearingInterrupted. */
  async run(task: Omit<ClearingTask, 'databaseUrl'>): Promise<void> {
    if (this.free === 0) await new Promise<void>((go) => this.waiting.push(go));
    else this.free -= 1;
    try {
      await this.thread({ ...task, databaseUrl: this.env.DATABASE_URL as string });
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  /** Ends every thread at once; their transactions are rolled back, and their jobs are tried again elsewhere. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.running].map((worker) => worker.terminate()));
  }

  private thread(task: ClearingTask): Promise<void> {
    return new Promise((done, fail) => {
      if (this.stopped) return fail(new ClearingInterrupted('the process stops'));
      const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
      this.running.add(worker);
      let failure: Error | null = null;
      worker.on('error', (err) => (failure = err));
      worker.on('exit', (code) => {
        this.running.delete(worker);
        if (failure) fail(failure);
        else if (code === 0) done();
        else fail(new ClearingInterrupted(`the thread ended with ${code}`));
      });
    });
  }
}
