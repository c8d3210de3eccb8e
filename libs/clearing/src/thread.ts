// The whole work of a clearing away from the event loop that answers people: one task, then the end.
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { runTask, type ClearingTask } from './tasks.js';

// People who wait come first: the api and the jobs of this worker. Linux alone gives a priority to a thread, and its threads have it from it; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

await runTask(workerData as ClearingTask);
parentPort?.close();
