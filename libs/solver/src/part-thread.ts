import { parentPort } from 'node:worker_threads';
import type { PartOptions } from './piece-solver.js';
import type { Problem } from './problem.js';
import { FlowSolver } from './relaxed.js';
import { solvePart, type RepairedPlan } from './minima.js';

/** What a thread is asked, one at a time; it answers with a RepairedPlan. */
export interface Errand {
  readonly problem: Problem;
  readonly options: PartOptions;
}

const solver = new FlowSolver();

parentPort?.on('message', ({ problem, options }: Errand) => {
  const plan: RepairedPlan = finish(solvePart(problem, solver, options));
  parentPort?.postMessage(plan, [plan.flow.buffer, plan.price.buffer] as ArrayBuffer[]);
});

function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
