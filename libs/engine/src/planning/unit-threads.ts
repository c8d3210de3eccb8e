import { Worker } from 'node:worker_threads';
import { clearUnit, type ClearedUnit, type ClearOptions } from './clear-unit.js';
import type { UnitPairs } from './unit-pairs.js';

/** Below so many pairs in all, threads cost more than they bring. */
const WORTH_PAIRS = 50_000;
/** While this thread works on a large part, a thread beside it must have something to go on with. */
const AHEAD = 2;

/** What comes back from a thread: the pairs are here. */
export type UnitDone = Omit<ClearedUnit, 'pairs'>;

/** What a thread is asked: to clear one unit, by its number among all. */
export interface UnitTask {
  readonly number: number;
  readonly pairs: UnitPairs;
}

export interface UnitThreads {
  readonly threads: number;
  /** Told of each unit that this thread takes, when its turn has come. */
  readonly tell?: (unit: UnitPairs) => void;
}

/**
 * Clears all units, one in each thread, of which this is one: it answers nothing meanwhile. Nothing flows from one unit to another, so the plans
 * are the same whatever the threads. @throws as `clearUnit`
 */
export async function clearUnits(
  units: readonly UnitPairs[],
  options: Pick<ClearOptions, 'weights' | 'equity' | 'before' | 'mode' | 'gap'>,
  { threads, tell }: UnitThreads,
): Promise<ClearedUnit[]> {
  const waiting = largestFirst(units.map((pairs, number) => ({ number, pairs })));
  const done = new Map<number, UnitDone>();
  const here = async (first: UnitTask | undefined): Promise<void> => {
    for (let task = first; task; task = waiting.shift()) {
      tell?.(task.pairs);
      done.set(task.number, await clearUnit(task.pairs, options));
    }
  };
  const largest = waiting.shift();
  const others = Math.max(0, threadsFor(units, threads) - 1);
  const workers = Array.from(
    { length: others },
    () =>
      new Worker(new URL('./plan-unit.worker.js', import.meta.url), {
        workerData: options,
        resourceLimits: { maxYoungGenerationSizeMb: 16 },
      }),
  );
  const there = giveOut(workers, waiting, done, AHEAD); // first, since this thread says nothing more once it works
  await Promise.all([here(largest), there]);
  return units.map((pairs, number) => ({ ...(done.get(number) as UnitDone), pairs }));
}

/** How many threads are worth it; 0: this one does it. Sources are not what a thread can load. */
export function threadsFor(units: readonly UnitPairs[], most: number): number {
  const worth = units.reduce((sum, { col }) => sum + col.length, 0) > WORTH_PAIRS;
  const threads = import.meta.url.endsWith('.ts') || !worth ? 0 : Math.min(most, units.length);
  return threads < 2 ? 0 : threads;
}

export function largestFirst<T extends UnitTask>(tasks: readonly T[]): T[] {
  return [...tasks].sort((a, b) => b.pairs.col.length - a.pairs.col.length || a.number - b.number);
}

/**
 * Gives whichever thread is free the next task until none is left; then the threads end. Rejects with what a thread threw.
 * @param waiting taken from its beginning
 * @param ahead how many tasks a thread has: more than one where this thread may be too busy to give it another
 */
export async function giveOut<T extends UnitTask>(
  workers: readonly Worker[],
  waiting: T[],
  done: Map<number, UnitDone>,
  ahead = 1,
): Promise<void> {
  try {
    await Promise.all(workers.map((worker) => serve(worker, waiting, done, ahead)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function serve<T extends UnitTask>(
  worker: Worker,
  waiting: T[],
  done: Map<number, UnitDone>,
  ahead: number,
): Promise<void> {
  return new Promise((ended, fail) => {
    let given = 0;
    const next = (): void => {
      for (; given < ahead && waiting.length > 0; given++) worker.postMessage(waiting.shift());
      if (given === 0) ended();
    };
    worker.on('message', ({ number, unit }: { number: number; unit: UnitDone }) => {
      done.set(number, unit);
      given -= 1;
      next();
    });
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The thread that cleared a unit ended with ${code}`)));
    next();
  });
}
