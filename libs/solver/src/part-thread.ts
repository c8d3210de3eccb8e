import { parentPort } from 'node:worker_threads';
import type { PartLayout } from './part-layout.js';
import { planOfPart, type PartPlan } from './part-plan.js';
import { Parts } from './parts.js';
import type { PartOptions } from './piece-solver.js';
import type { Problem } from './problem.js';
import { FlowSolver } from './relaxed.js';

/** What the threads of a solve are told, all the same: arrays are shared. */
export interface Job {
  readonly problem: Problem;
  readonly layout: PartLayout;
  readonly options: PartOptions;
  /** Parts in the order in which they are taken, and how many have been. */
  readonly order: Int32Array;
  readonly taken: Int32Array;
}

/** What a thread answers, as often as it has something; with `last` it has nothing to do. */
export interface Plans {
  readonly plans: readonly PartPlan[];
  readonly last: boolean;
}

/** Arcs in use that are sent home together: a message costs as much as a small part. */
const TOGETHER = 20_000;

parentPort?.on('message', ({ problem, layout, options, order, taken }: Job) => {
  const parts = new Parts(problem, layout),
    solver = new FlowSolver();
  let plans: PartPlan[] = [],
    used = 0;
  const send = (last: boolean): void => {
    const told: Plans = { plans, last };
    parentPort?.postMessage(
      told,
      plans.flatMap(({ arcs, amounts, price }) => [arcs.buffer, amounts.buffer, price.buffer]) as ArrayBuffer[],
    );
    plans = [];
    used = 0;
  };
  for (let at = Atomics.add(taken, 0, 1); at < order.length; at = Atomics.add(taken, 0, 1)) {
    const plan = finish(planOfPart(parts, order[at]!, solver, options));
    plans.push(plan);
    used += plan.arcs.length;
    if (used >= TOGETHER) send(false);
  }
  send(true);
});

function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
