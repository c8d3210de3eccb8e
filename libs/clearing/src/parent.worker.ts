// Ends this process when the worker that began it has died: another worker takes its task up, and two must not be at it.
import { workerData } from 'node:worker_threads';

const LOOK_MS = 250;

setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}, LOOK_MS);
