import { Worker } from 'node:worker_threads';
import type { Job, Plans } from './part-thread.js';
import type { PartPlan } from './part-plan.js';
import type { Parts } from './parts.js';
import type { PartOptions } from './piece-solver.js';

/** Threads that have nothing to do stay for the next solve, warm, and do not keep the process alive. */
const idle: Worker[] = [];

/** Solves all parts in so many threads at most; a free thread takes the next. Rejects with what a thread threw, or with the signal's reason; then the threads are gone. */
export async function solveInThreads(
  parts: Parts,
  options: PartOptions,
  threads: number,
  signal: AbortSignal | undefined,
  take: (plan: PartPlan) => void,
): Promise<void> {
  if (parts.count === 0) return;
  const job: Job = {
    ...shared({ problem: parts.problem, layout: parts.layout, options }),
    order: shared(Int32Array.from(parts.bySize())),
    taken: shared(new Int32Array(1)),
  };
  const crew = Array.from(
    { length: Math.min(threads, parts.count) },
    () => idle.pop() ?? new Worker(new URL('./part-thread.js', import.meta.url)),
  );
  try {
    await Promise.all(crew.map((worker) => work(worker, job, signal, take)));
  } catch (err) {
    await Promise.all(crew.map((worker) => worker.terminate()));
    throw err;
  }
  for (const worker of crew) {
    worker.unref();
    idle.push(worker);
  }
}

function work(
  worker: Worker,
  job: Job,
  signal: AbortSignal | undefined,
  take: (plan: PartPlan) => void,
): Promise<void> {
  worker.ref();
  return new Promise((done, failed) => {
    const end = (act: () => void): void => {
      worker.off('message', answered).off('error', broken).off('exit', gone);
      signal?.removeEventListener('abort', stop);
      act();
    };
    const answered = ({ plans, last }: Plans): void => {
      plans.forEach(take);
      if (last) end(done);
    };
    const broken = (err: unknown): void => end(() => failed(err));
    const gone = (code: number): void => end(() => failed(new Error(`A thread of the solver ended with code ${code}`)));
    const stop = (): void => end(() => failed(signal?.reason));
    worker.on('message', answered).on('error', broken).on('exit', gone);
    signal?.addEventListener('abort', stop);
    worker.postMessage(job);
  });
}

/** The same with every array in memory that threads share. */
function shared<T>(value: T): T {
  if (value instanceof Int32Array || value instanceof Float64Array) {
    const copy = new (value.constructor as typeof Int32Array)(new SharedArrayBuffer(value.byteLength));
    copy.set(value as Int32Array);
    return copy as T;
  }
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shared(inner)])) as T;
}
