// The whole work of a clearing away from the event loop that answers people: one task, then the end.
import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { runTask, type ClearingTask } from './tasks.js';

/** Niceness of a clearing: a tenth of the processor time of people's requests, a third of that of the worker's other jobs. Much more, and a busy machine would never end one. */
const BEHIND_JOBS = 10;
// Linux alone gives a priority to a thread, and the threads that it starts have it too; elsewhere it would be the whole worker's.
if (process.platform === 'linux') setPriority(Math.max(getPriority(), BEHIND_JOBS));

await runTask(workerData as ClearingTask);
parentPort?.close();
