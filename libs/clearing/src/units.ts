import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { clearUnit, type ClearedUnit, type ClearOptions, type UnitPairs } from '#matching';
import { ShareOut, type Place } from './share-out.js';

/** Below so many pairs in all, threads cost more than they bring. */
const WORTH_PAIRS = 50_000;
/** Numbers that the shared parts of one unit may have. A unit's own: so it is the same part whichever unit is done first. */
const NUMBERS = 100_000;

/** How units are cleared: what `clearUnit` wants, without who solves. */
export type UnitOptions = Pick<ClearOptions, 'weights' | 'equity' | 'before' | 'mode' | 'gap'>;

/** A unit to be cleared. `number` is its own in the run. */
export interface UnitTask {
  readonly number: number;
  readonly pairs: UnitPairs;
  readonly options: UnitOptions;
}

/** Where a thread finds the parts of the run; null: nowhere, everything is solved in it. */
export type UnitsAt = { readonly databaseUrl: string; readonly clearingId: string } | null;

export type UnitDone = Omit<ClearedUnit, 'pairs'>;

/** Clears one unit in this thread; large ones share their parts with all workers. */
export async function clearTask({ number, pairs, options }: UnitTask, place: Place): Promise<UnitDone> {
  const share = new ShareOut(place, number * NUMBERS);
  const { pairs: _, ...done } = await clearUnit(pairs, { ...options, solve: (problem, how) => share.solve(problem, how) });
  return done;
}

/**
 * Clears all units, a thread a core, the largest first: nothing flows from one unit to another. The same plans whatever the threads.
 * @param first the number of the first unit
 */
export async function clearUnits(units: readonly UnitPairs[], options: UnitOptions, place: Place, first: number): Promise<ClearedUnit[]> {
  const tasks = units.map((pairs, at): UnitTask => ({ number: first + at, pairs, options }));
  const worth = units.length > 1 && units.reduce((sum, { col }) => sum + col.length, 0) > WORTH_PAIRS;
  const threads = import.meta.url.endsWith('.ts') || !worth ? 0 : Math.min(availableParallelism(), units.length); // sources are not what a worker can load
  const done = new Map<number, UnitDone>();
  const waiting = [...tasks].sort((a, b) => b.pairs.col.length - a.pairs.col.length || a.number - b.number);
  if (threads < 2) for (const task of waiting) done.set(task.number, await clearTask(task, place));
  else await inThreads(threads, place, waiting, done);
  return tasks.map(({ number, pairs }) => ({ pairs, ...(done.get(number) as UnitDone) }));
}

async function inThreads(threads: number, place: Place, waiting: UnitTask[], done: Map<number, UnitDone>): Promise<void> {
  const at: UnitsAt = place && { databaseUrl: place.databaseUrl, clearingId: place.clearingId };
  const workers = Array.from({ length: threads }, () => new Worker(new URL('./unit.worker.js', import.meta.url), { workerData: at }));
  try {
    await Promise.all(workers.map((worker) => serve(worker, waiting, done)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives a thread one unit after the other until none is left. Rejects with what the thread threw. */
function serve(worker: Worker, waiting: UnitTask[], done: Map<number, UnitDone>): Promise<void> {
  return new Promise((ended, fail) => {
    const next = (): void => {
      const task = waiting.shift();
      if (task) worker.postMessage(task);
      else ended();
    };
    worker.on('message', ({ number, unit }: { number: number; unit: UnitDone }) => {
      done.set(number, unit);
      next();
    });
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The thread that cleared a unit ended with ${code}`)));
    next();
  });
}
