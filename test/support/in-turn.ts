import { randomInt } from 'node:crypto';
import { LONG } from './long.js';

/** Requests for each operation and role. `npm run fuzz` sends 2,000. */
export const RUNS = Number(process.env.LEPTA_FUZZ_RUNS ?? 20);
/** Other requests at each run, unless the seed of an earlier one is given. What is found becomes a test of its own: the next run sends something else. */
export const SEED = Number(process.env.LEPTA_FUZZ_SEED ?? randomInt(2 ** 31));
/** `npm run fuzz` and `npm run test:all` send everything that there is to everything that takes it. */
const ALL = RUNS > 20 || LONG;

/** How the same is sent again. */
export const AGAIN = `LEPTA_FUZZ_SEED=${SEED} LEPTA_FUZZ_RUNS=${RUNS}`;

/**
 * Hands out `count` of these, going on where it ended before, so that each of them is sent to many fields and each field gets others at the next run.
 * In the long form all of them.
 */
export function inTurn<T>(values: readonly T[], count: number): () => readonly T[] {
  if (ALL || count >= values.length) return () => values;
  let next = SEED % values.length;
  return () => Array.from({ length: count }, () => values[next++ % values.length] as T);
}
