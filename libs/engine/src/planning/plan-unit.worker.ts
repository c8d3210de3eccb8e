// A thread of `clearUnits`: clears the units that it is given, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { clearUnit, type ClearOptions } from './clear-unit.js';
import type { UnitTask } from './unit-threads.js';

parentPort?.on('message', ({ number, pairs }: UnitTask) => {
  void clearUnit(pairs, workerData as ClearOptions).then(({ pairs: _, ...unit }) =>
    parentPort?.postMessage({ number, unit }),
  ); // one that fails ends the thread, and is thrown where it was asked for
});
