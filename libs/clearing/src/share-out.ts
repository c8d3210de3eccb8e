import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import {
  joinSearches,
  solveNow,
  splitParts,
  verify,
  type Plan,
  type Problem,
  type SolveOptions,
  type SolveStats,
} from '#solver';
import { binsOf, SHARED_PAIRS } from './bins.js';
import { putBins, putPlan, readPlan, unsolved, waitingBin, type Bin, type SolvedPart } from './parts.queries.js';
import { solveBin } from './solve-bin.js';

/** How often a run looks whether others have finished what it is waiting for. */
const LOOK_MS = 50;
/** How long it waits for the last bin before it solves it too. */
const PATIENCE_MS = 2_000;

/** Where the bins of a run lie; null: everything is solved here. */
export type Place = { readonly source: DataSource; readonly databaseUrl: string; readonly clearingId: string } | null;

/**
 * Solves the problems of one run, sharing large ones with all workers: bins of connected parts lie in the database, a fact calls for each, and
 * the run itself solves from the other end while it waits. The bins of a worker that dies are solved by another; a run that is taken up again finds
 * the plans of its earlier life. Who solved what cannot be seen in the plan.
 */
export class ShareOut {
  /** @param next the number of its first bin */
  constructor(
    private readonly place: Place,
    private next = 0,
  ) {}

  /** As `solve` of the solver. */
  async solve(problem: Problem, options: SolveOptions): Promise<Plan> {
    const parts = splitParts(problem);
    if (parts.count === 0) return solveNow(problem, options);
    const bins = binsOf(parts.sizes);
    const asked = (part: number): Bin['problems'][number] => ({
      problem: parts.part(part),
      options: {
        mode: options.mode,
        gap: options.gap,
        trace: options.trace,
        ...(options.warm && { warm: parts.warmOf(part, options.warm) }),
      },
    });
    const whole = { flow: new Float64Array(problem.col.length), price: new Float64Array(problem.demand.length) };
    const plans: Plan[] = [];
    const put = (bin: readonly number[], solved: readonly SolvedPart[]): void => {
      for (const [at, part] of bin.entries()) {
        const plan = solved[at] as SolvedPart;
        parts.place(part, plan, whole);
        plans.push(plan);
      }
    };
    if (this.place === null || problem.col.length <= SHARED_PAIRS || bins.length < 2) {
      for (const bin of bins) put(bin, solveBin({ problems: bin.map(asked) }).plans);
    } else {
      const solved = await this.together(
        this.place,
        bins.map((bin) => ({ problems: bin.map(asked) })),
      );
      for (const [at, bin] of bins.entries()) put(bin, solved[at] as readonly SolvedPart[]);
    }
    const { objective, upperBound: byPrices, gap: all } = verify(problem, whole);
    const excluded = plans.reduce((sum, plan) => sum + plan.excluded, 0n),
      upperBound = byPrices - excluded;
    const gap = upperBound === 0n ? 0 : Number(((upperBound - objective) * 10n ** 15n) / upperBound) / 1e15;
    return {
      ...whole,
      objective,
      upperBound,
      gap,
      excluded,
      flowGap: Math.min(all, flowGapOf(plans)),
      stats: sumOf(plans.map(({ stats }) => stats)),
      search: options.trace ? joinSearches(plans.map(({ search }) => search)) : [],
    };
  }

  private async together(
    { source, clearingId }: NonNullable<Place>,
    bins: readonly Bin[],
  ): Promise<readonly (readonly SolvedPart[])[]> {
    const first = this.next;
    this.next += bins.length;
    await putBins(source, clearingId, first, bins);
    for (
      let left = await unsolved(source, clearingId, first);
      left.length > 0;
      left = await unsolved(source, clearingId, first)
    ) {
      // Others begin with the largest; the smallest is what this one can finish before them.
      const smallest = left.at(-1) as number;
      if (left.length === 1 && (await this.comes(source, clearingId, smallest))) continue;
      const bin = await waitingBin(source, clearingId, smallest);
      if (bin) await putPlan(source, clearingId, smallest, solveBin(bin));
    }
    const plans: (readonly SolvedPart[])[] = [];
    for (let at = 0; at < bins.length; at++) {
      const plan = await readPlan(source, clearingId, first + at);
      if (!plan) throw new Error(`Part ${first + at} of the clearing ${clearingId} is gone`);
      plans.push(plan.plans);
    }
    return plans;
  }

  /** The last bin is most likely in the hands of another worker. */
  private async comes(source: DataSource, clearingId: string, part: number): Promise<boolean> {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      if ((await readPlan(source, clearingId, part)) !== null) return true;
      await sleep(LOOK_MS);
    }
    return false;
  }
}

/** Each part's own gap, by what the part is worth. */
function flowGapOf(plans: readonly Plan[]): number {
  const bound = plans.reduce((sum, { upperBound }) => sum + Number(upperBound), 0);
  return bound === 0
    ? 0
    : plans.reduce((sum, { upperBound, flowGap }) => sum + Number(upperBound) * flowGap, 0) / bound;
}

function sumOf(all: readonly SolveStats[]): SolveStats {
  const [first, ...others] = all;
  const sum = { ...(first as SolveStats) };
  for (const stats of others) for (const key of Object.keys(stats) as (keyof SolveStats)[]) sum[key] += stats[key];
  return sum;
}
