import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Env } from '#host';
import type { Ended } from './process.js';
import type { ClearingTask } from './tasks.js';

/** Said to the queue when a process stops with a task in hand: another one takes it up. */
export class ClearingInterrupted extends Error {
  override readonly name = 'ClearingInterrupted';
}

/**
 * A run reads and writes hundreds of thousands of rows that live for a moment: with the usual 16 MiB many are carried along as if they were to stay. And it ends
 * soon: it does not collect as eagerly as the worker, which is to stay small.
 */
const MEMORY = ['--max-semi-space-size=64', '--heap-growing-percent=100'];

/**
 * The tasks of this worker, each in a process of its own: one a core, the others wait for their turn. Not in threads of this one: Linux shares processors
 * between sessions, and in one session a clearing would use up what the worker's other jobs, for which people wait, are given.
 */
@Injectable()
export class ClearingProcesses {
  private readonly running = new Set<ChildProcess>();
  private readonly waiting: (() => void)[] = [];
  private free = Math.max(2, availableParallelism()); // a run waits for its parts, so two at least
  private stopped = false;

  constructor(private readonly env: Env) {}

  /** Rejects with what the task threw, or with ClearingInterrupted. */
  async run(task: Omit<ClearingTask, 'databaseUrl'>): Promise<void> {
    if (this.free === 0) await new Promise<void>((go) => this.waiting.push(go));
    else this.free -= 1;
    try {
      await this.process({ ...task, databaseUrl: this.env.sessionUrl as string });
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  /** Ends all of them at once; their transactions are rolled back, and their jobs are tried again elsewhere. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(
      [...this.running].map((child) => new Promise((gone) => child.once('exit', gone).kill('SIGKILL'))),
    );
  }

  private process(task: ClearingTask): Promise<void> {
    return new Promise((done, fail) => {
      if (this.stopped) return fail(new ClearingInterrupted('the process stops'));
      const child = fork(fileURLToPath(new URL('./process.js', import.meta.url)), {
        detached: true,
        execArgv: [...process.execArgv, ...MEMORY],
      });
      this.running.add(child);
      let ended: Ended | null = null;
      child.on('message', (message: Ended) => (ended = message));
      child.once('error', (err) => {
        this.running.delete(child); // one that could not be begun does not end either
        fail(err);
      });
      child.once('exit', (code, signal) => {
        this.running.delete(child);
        if (ended?.failure) fail(Object.assign(new Error(), ended.failure));
        else if (ended) done();
        else fail(new ClearingInterrupted(`the process ended with ${code ?? signal}`));
      });
      child.send(task, (err) => err && child.kill('SIGKILL'));
    });
  }
}
