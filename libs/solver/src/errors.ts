/** The problem itself is wrong: a length, a range, an order. The message names the place. */
export class SolverInputError extends Error {
  override readonly name = 'SolverInputError';
}

/** A plan breaks the problem's limits, or its sums do not add up. From `verify`: never the caller's fault when the plan is the solver's. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}
