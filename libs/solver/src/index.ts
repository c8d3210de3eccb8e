export {
  MAX_SOLVER_AMOUNT,
  MAX_WEIGHT,
  type Plan,
  type Problem,
  type Segments,
  type SolveOptions,
  type SolveStats,
} from './problem.js';
export { joinSearches, type SearchPoint } from './search.js';
export type { PartSize } from './part-layout.js';
export { splitParts } from './parts.js';
export { solve, solveNow } from './solve.js';
export { wholePart, wholeSteps } from './steps.js';
export { verify } from './verify.js';
