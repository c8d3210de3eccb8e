import { Worker } from 'node:worker_threads';
import type { ScanWorld } from '../index/scan.js';
import type { PairTables } from '../index/pair-sum.js';
import type { SideColumns } from '../index/side-columns.js';
import type { FoundList } from './pair-list.js';
import { Spots } from './spots.js';
import { joinUnit, walkUnit, type Lookers, type UnitPairs, type UnitRows } from './unit-pairs.js';

/** Half of a unit's pairs: what one side finds. */
export interface PairTask {
  readonly unit: number;
  readonly lookers: Lookers;
}

/** What a thread is given; columns are shared, the rest is copied. */
export interface PairWork {
  readonly offers: SideColumns;
  readonly needs: SideColumns;
  readonly exclusions: readonly (readonly [string, string, number])[];
  readonly weights: PairTables['weights'];
  readonly points: PairTables['points'];
  readonly now: number;
  readonly units: readonly UnitRows[];
  readonly tasks: readonly PairTask[];
}

export type FoundPairs = PairTask & FoundList;

/** Where the work is done. */
export interface PairThreads {
  /** Worker threads. */
  readonly workers: number;
  /** Whether this thread works too, and answers nothing meanwhile. */
  readonly here: boolean;
}

/** Below this many rows a thread costs more than it brings. */
const WORTH_ROWS = 20_000;

/** The pairs of all units. The same whatever the threads. */
export async function pairsOfUnits(
  world: ScanWorld,
  now: number,
  units: readonly UnitRows[],
  textOf: (code: number) => string,
  threads: PairThreads,
): Promise<UnitPairs[]> {
  const rows = units.reduce((sum, { offers, needs }) => sum + offers.length + needs.length, 0);
  const workers = import.meta.url.endsWith('.ts') || (threads.here && rows < WORTH_ROWS) ? 0 : threads.workers; // sources are not what a worker can load
  const shares = shareOut(units, workers + (threads.here || workers === 0 ? 1 : 0));
  const there = shares.slice(0, workers).map((tasks) => inThread(world, now, units, tasks));
  const spots = new Spots(world.points);
  const here = (shares[workers] ?? []).map((task) => foundIn(world, spots, now, units, task));
  const found = [...here, ...(await Promise.all(there)).flat()];
  return units.map((unit, at) => {
    const by = (lookers: Lookers): FoundPairs =>
      found.find((part) => part.unit === at && part.lookers === lookers) as FoundPairs;
    return joinUnit(world, unit, { offers: by('offers'), needs: by('needs') }, textOf);
  });
}

/** Does one task. */
export function foundIn(
  world: PairTables,
  spots: Spots,
  now: number,
  units: readonly UnitRows[],
  { unit, lookers }: PairTask,
): FoundPairs {
  const { length, offers, needs, sums } = walkUnit(world, spots, now, units[unit] as UnitRows, lookers);
  return { unit, lookers, length, offers, needs, sums };
}

/** Largest first, each to the task with the fewest rows so far. */
function shareOut(units: readonly UnitRows[], count: number): PairTask[][] {
  const tasks = units.flatMap(({ offers, needs }, unit) => [
    { unit, lookers: 'offers' as const, rows: offers.length },
    { unit, lookers: 'needs' as const, rows: needs.length },
  ]);
  const shares: { tasks: PairTask[]; rows: number }[] = Array.from({ length: count }, () => ({ tasks: [], rows: 0 }));
  for (const { rows, ...task } of tasks.sort((a, b) => b.rows - a.rows)) {
    const least = shares.reduce((a, b) => (b.rows < a.rows ? b : a));
    least.tasks.push(task);
    least.rows += rows;
  }
  return shares.map((share) => share.tasks);
}

async function inThread(
  world: ScanWorld,
  now: number,
  units: readonly UnitRows[],
  tasks: readonly PairTask[],
): Promise<FoundPairs[]> {
  const work: PairWork = {
    offers: world.offers.shared(),
    needs: world.needs.shared(),
    exclusions: [...world.exclusions.all()],
    weights: world.weights,
    points: world.points,
    now,
    units,
    tasks,
  };
  const worker = new Worker(new URL('./pairs.worker.js', import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The thread that looked for pairs ended with ${code}`)));
  });
}
