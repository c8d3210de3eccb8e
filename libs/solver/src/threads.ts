import { Worker } from 'node:worker_threads';
import type { RepairedPlan } from './minima.js';
import type { Errand } from './part-thread.js';
import type { PartOptions } from './piece-solver.js';
import type { Problem } from './problem.js';

/** Threads that have nothing to do stay for the next solve, warm, and do not keep the process alive. */
const idle: Worker[] = [];

/** One thread of a solve. */
export class PartThread {
  private readonly worker: Worker;

  constructor() {
    this.worker = idle.pop() ?? new Worker(new URL('./part-thread.js', import.meta.url));
    this.worker.ref();
  }

  /** Solves a part, whose arrays go to the thread. Rejects with what the thread threw, or with the signal's reason; then the thread is gone. */
  solve(problem: Problem, options: PartOptions, signal: AbortSignal | undefined): Promise<RepairedPlan> {
    const { worker } = this;
    return new Promise((done, failed) => {
      const settle = (act: () => void): void => {
        worker.off('message', answered).off('error', broken).off('exit', gone);
        signal?.removeEventListener('abort', stop);
        act();
      };
      const answered = (plan: RepairedPlan): void => settle(() => done(plan));
      const broken = (err: unknown): void => settle(() => failed(err));
      const gone = (code: number): void => settle(() => failed(new Error(`A thread of the solver ended with code ${code}`)));
      const stop = (): void => settle(() => failed(signal?.reason));
      worker.on('message', answered).on('error', broken).on('exit', gone);
      signal?.addEventListener('abort', stop);
      const errand: Errand = { problem, options };
      worker.postMessage(errand, [problem.supply.buffer, problem.demand.buffer, problem.start.buffer, problem.col.buffer, problem.weight.buffer] as ArrayBuffer[]);
    });
  }

  /** Its work is done: it may be used again. */
  rest(): void {
    this.worker.unref();
    idle.push(this.worker);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
