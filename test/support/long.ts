/** Set in `npm run chaos` and `npm run test:all`: suites that have a short and a long form tell the long one. */
export const LONG = process.env.LEPTA_LONG !== undefined;

/** How many random cases of the long form are tried: the short one tries a quarter, and others at each run. */
export const some = (count: number): number => (LONG ? count : Math.ceil(count / 4));
