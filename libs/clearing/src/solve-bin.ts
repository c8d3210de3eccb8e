import { solveNow } from '#solver';
import type { Bin, BinPlan } from './parts.queries.js';

/** Solves a bin here and now; each plan is verified before it leaves the solver. */
export function solveBin({ problems }: Bin): BinPlan {
  return { plans: problems.map(({ problem, options }) => solveNow(problem, options)) };
}
