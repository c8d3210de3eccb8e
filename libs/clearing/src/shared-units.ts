import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  clearUnit,
  giveOut,
  largestFirst,
  threadsFor,
  type ClearedUnit,
  type ClearOptions,
  type UnitDone,
  type UnitPairs,
} from '#engine';
import { ShareOut, type Place } from './share-out.js';

/** Numbers that the shared parts of one unit may have. A unit's own: so it is the same part whichever unit is done first. */
const NUMBERS = 100_000;

/** How units are cleared: what `clearUnit` wants, without who solves. */
export type UnitOptions = Pick<ClearOptions, 'weights' | 'equity' | 'before' | 'mode' | 'gap'>;

/** A unit to be cleared. `number` is its own in the run. */
export interface SharedUnitTask {
  readonly number: number;
  readonly pairs: UnitPairs;
  readonly options: UnitOptions;
}

/** Where a thread finds the parts of the run; null: nowhere, everything is solved in it. */
export type UnitsAt = { readonly databaseUrl: string; readonly clearingId: string } | null;

/** Clears one unit in this thread; large ones share their parts with all workers. */
export async function clearTask({ number, pairs, options }: SharedUnitTask, place: Place): Promise<UnitDone> {
  const share = new ShareOut(place, number * NUMBERS);
  const { pairs: _, ...done } = await clearUnit(pairs, {
    ...options,
    solve: (problem, how) => share.solve(problem, how),
  });
  return done;
}

/**
 * Clears all units, a thread a core, the largest first: nothing flows from one unit to another. The same plans whatever the threads.
 * @param first the number of the first unit
 */
export async function clearUnitsAcrossWorkers(
  units: readonly UnitPairs[],
  options: UnitOptions,
  place: Place,
  first: number,
): Promise<ClearedUnit[]> {
  const tasks = units.map((pairs, at): SharedUnitTask => ({ number: first + at, pairs, options }));
  const threads = threadsFor(units, availableParallelism());
  const done = new Map<number, UnitDone>();
  if (threads === 0) for (const task of largestFirst(tasks)) done.set(task.number, await clearTask(task, place));
  else await giveOut(threadsOf(threads, place), largestFirst(tasks), done);
  return tasks.map(({ number, pairs }) => ({ pairs, ...(done.get(number) as UnitDone) }));
}

function threadsOf(count: number, place: Place): Worker[] {
  const at: UnitsAt = place && { databaseUrl: place.databaseUrl, clearingId: place.clearingId };
  return Array.from(
    { length: count },
    () => new Worker(new URL('./shared-unit.worker.js', import.meta.url), { workerData: at }),
  );
}
