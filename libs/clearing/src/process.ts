// The whole work of a clearing in a process of its own: one task, then the end.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { lowerPriority } from '#platform';
import { runTask, type ClearingTask } from './tasks.js';

/** What is said at the end. Of a failure: what tells an outage from a fault of ours; an Error itself would come without its code. */
export interface Ended {
  readonly failure: {
    readonly name: string;
    readonly message: string;
    readonly stack?: string;
    readonly code?: string;
    readonly constraint?: string;
  } | null;
}

/** Niceness of a clearing: a tenth of the processor time of people's requests, a third of that of the worker's other jobs. Much more, and a busy machine would never end one. */
const BEHIND_JOBS = 10;
/** While it holds a moment of the database open: as the worker's other jobs, which get slower the longer that lasts. */
const BESIDE_JOBS = 2;

lowerPriority(BESIDE_JOBS);
// While this thread is deep in a plan it hears nothing: another one looks whether the worker still lives.
new Worker(new URL('./parent.worker.js', import.meta.url), { workerData: process.ppid }).unref();
const [task] = (await once(process, 'message')) as [ClearingTask];
if (task.part !== undefined) lowerPriority(BEHIND_JOBS);
const ended = runTask(task, undefined, () => lowerPriority(BEHIND_JOBS));
process.send?.({ failure: await ended.then(() => null, toldOf) } satisfies Ended, () => process.exit(0));

function toldOf(err: unknown): Ended['failure'] {
  if (!(err instanceof Error)) return { name: 'Error', message: String(err) };
  const { name, message, stack, driverError, ...own } = err as Error & {
    code?: string;
    constraint?: string;
    driverError?: { code?: string; constraint?: string };
  };
  const { code, constraint } = driverError ?? own;
  return { name, message, stack, code, constraint };
}
