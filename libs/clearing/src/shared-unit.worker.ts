// A thread of `clearUnitsAcrossWorkers`: clears the units that it is given, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import type { Place } from './share-out.js';
import { withSource } from './source.js';
import { clearTask, type UnitsAt, type SharedUnitTask } from './shared-units.js';

const at = workerData as UnitsAt;

const work = (place: Place): Promise<void> =>
  new Promise((_, fail) => {
    parentPort?.on('message', (task: SharedUnitTask) => {
      clearTask(task, place).then((unit) => parentPort?.postMessage({ number: task.number, unit }), fail);
    });
  });

if (at === null) await work(null);
else await withSource(at.databaseUrl, (source) => work({ source, ...at }));
