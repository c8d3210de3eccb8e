import { solveNow } from '#solver';
import type { Bin, BinPlan } from './parts.queries.js';

/** Solves a bin here and now; each plan is verified before it leaves the solver. */
export function solveBin({ problems, mode, gap }: Bin): BinPlan {
  return {
    plans: problems.map((problem) => {
      const { flow, price, flowObjective } = solveNow(problem, { mode, gap });
      return { flow, price, flowObjective };
    }),
  };
}
