import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { splitParts, type Problem, type SolveOptions } from '#solver';
import { BIN_PAIRS, binsOf } from './bins.rules.js';
import { putBins, putPlan, readPlan, unsolved, waitingBin, type Bin, type SolvedPart } from './parts.queries.js';
import { solveBin } from './solve-bin.js';

/** How often a run looks whether others have finished what it is waiting for. */
const LOOK_MS = 50;

/** What the parts of a problem came to, put together again. */
export interface Shared {
  readonly flow: Float64Array;
  readonly price: Float64Array;
  readonly flowObjective: bigint;
}

/**
 * Solves the problems of one run, sharing large ones with all workers: bins of connected parts lie in the database, a fact calls for each, and
 * the run itself solves from the other end while it waits. Whoever dies, its bins are solved by another; a run that is taken up again finds
 * the plans of its earlier life.
 */
export class ShareOut {
  private next = 0;

  constructor(
    private readonly source: DataSource,
    private readonly clearingId: string,
  ) {}

  async solve(problem: Problem, options: Pick<SolveOptions, 'mode' | 'gap'>): Promise<Shared> {
    const parts = splitParts(problem);
    const bins = binsOf(parts.sizes);
    const whole = { flow: new Float64Array(problem.col.length), price: parts.startPrices() };
    let flowObjective = 0n;
    const place = (bin: readonly number[], plans: readonly SolvedPart[]): void => {
      for (const [at, part] of bin.entries()) {
        const plan = plans[at] as SolvedPart;
        parts.place(part, plan, whole);
        flowObjective += plan.flowObjective;
      }
    };
    const asked = (bin: readonly number[]): Bin => ({ problems: bin.map((part) => parts.part(part)), mode: options.mode ?? 'exact', gap: options.gap ?? 0 });
    if (problem.col.length <= BIN_PAIRS || bins.length < 2) {
      for (const bin of bins) place(bin, solveBin(asked(bin)).plans);
    } else {
      for (const [at, plans] of (await this.together(bins.map(asked))).entries()) place(bins[at] as number[], plans);
    }
    return { ...whole, flowObjective };
  }

  private async together(bins: readonly Bin[]): Promise<readonly (readonly SolvedPart[])[]> {
    const first = this.next;
    this.next += bins.length;
    await putBins(this.source, this.clearingId, first, bins);
    for (let left = await unsolved(this.source, this.clearingId, first); left.length > 0; left = await unsolved(this.source, this.clearingId, first)) {
      // Others begin with the largest; the smallest are what this one can finish before them.
      const bin = await waitingBin(this.source, this.clearingId, left.at(-1) as number);
      if (bin && left.length > 1) await putPlan(this.source, this.clearingId, left.at(-1) as number, solveBin(bin));
      else if (bin && !(await this.comes(left[0] as number))) await putPlan(this.source, this.clearingId, left[0] as number, solveBin(bin));
    }
    const plans: (readonly SolvedPart[])[] = [];
    for (let at = 0; at < bins.length; at++) plans.push(((await readPlan(this.source, this.clearingId, first + at)) ?? { plans: [] }).plans);
    return plans;
  }

  /** The last bin is most likely in somebody's hands: waits as long as solving it would take here, and no longer. */
  private async comes(part: number): Promise<boolean> {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      await sleep(LOOK_MS);
      if ((await readPlan(this.source, this.clearingId, part)) !== null) return true;
    }
    return false;
  }
}

const PATIENCE_MS = 2_000;
