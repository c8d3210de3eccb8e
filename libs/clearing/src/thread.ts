// The whole work of a clearing away from the event loop that answers people: one task, then the end.
import { parentPort, workerData } from 'node:worker_threads';
import { runTask, type ClearingTask } from './tasks.js';

await runTask(workerData as ClearingTask);
parentPort?.close();
