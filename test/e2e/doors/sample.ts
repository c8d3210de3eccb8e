import { createHash, randomInt } from 'node:crypto';
import { LONG } from '../../support/long.js';
import { ROLES, type Role } from './cast.js';

/** Every role before every door: `npm run test:all`, and runs about some doors only. */
export const EVERYBODY =
  LONG || ['LEPTA_MATRIX', 'LEPTA_MATRIX_ONLY', 'LEPTA_MATRIX_OUT'].some((name) => process.env[name]);
/** Other roles at each run, unless the seed of an earlier one is given. */
export const SEED = Number(process.env.LEPTA_MATRIX_SEED ?? randomInt(2 ** 31));

/** Who knows nothing of what others do: an account, and nothing that this is about. */
const OUTSIDERS: readonly Role[] = ['person', 'giver', 'foreign'];

export function saySample(): void {
  if (!EVERYBODY)
    process.stderr.write(
      `doors with some of the roles; the same again: LEPTA_MATRIX_SEED=${SEED}, all of them: LEPTA_MATRIX=all\n`,
    );
}

/** The same one of them for the same `what` and seed, whatever is asked before. */
export function oneOf<T>(among: readonly T[], what: string): T {
  const number = createHash('sha256').update(`${SEED} ${what}`).digest().readUInt32BE(0);
  return among[number % among.length] as T;
}

/** One of each sort; all of them with `EVERYBODY`. */
export function oneOfEach<T>(among: readonly T[], sortOf: (one: T) => unknown, what: string): readonly T[] {
  if (EVERYBODY) return among;
  return [...new Set(among.map(sortOf))].map((sort) =>
    oneOf(
      among.filter((one) => sortOf(one) === sort),
      `${what} ${String(sort)}`,
    ),
  );
}

/** Nobody, an outsider, and one for each sort of answer: the person who is allowed is among them, and each way to be refused. */
export function someOf(sortOf: (role: Role) => unknown, what: string): readonly Role[] {
  const chosen = new Set<Role>(['visitor', oneOf(OUTSIDERS, what), ...oneOfEach(ROLES, sortOf, what)]);
  return ROLES.filter((role) => chosen.has(role));
}
