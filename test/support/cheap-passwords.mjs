// Loaded before our code (--import): passwords are kept and checked as ever, but with the least work that argon2 does. At the cost that people get
// (25 ms and 19 MiB each) it took a sixth of the tests' processor time. What they get: test/integration/identity/password-cost.spec.ts.
import { createRequire } from 'node:module';

const argon2 = createRequire(import.meta.url)('@node-rs/argon2'); // before anybody imports its names
const { hash, verify } = argon2;
const LEAST = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const checked = [];
let made = 0;

argon2.hash = (password, cost, ...more) => {
  made += 1;
  return hash(password, { ...cost, ...LEAST }, ...more);
};
argon2.verify = (hashed, ...more) => {
  checked.push(hashed.split('$').slice(1, 4).join(' '));
  return verify(hashed, ...more);
};

/** The work of the checks since this was asked before, one word each: algorithm, version and cost. */
export const checksSince = () => checked.splice(0);

/** How many passwords were hashed to be kept since this was asked before. */
export const hashesSince = () => {
  const since = made;
  made = 0;
  return since;
};
