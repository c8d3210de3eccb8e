// `npm run fuzz`: the long form of what `npm test` sends. Each run begins with a seed of its own, which it prints.
//   npm run fuzz                          2,000 requests for each operation and role; every odd text and heavy body for each field
//   npm run fuzz -- --runs 500 --seed 7   so many, and those of an earlier run
//   npm run fuzz -- --only /offers        operations with this in their name
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../apps/cli/build.mjs';
import { ROOT } from '../apps/cli/settings.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const env = {
  ...process.env,
  LEPTA_FUZZ_RUNS: values.runs,
  ...(values.seed ? { LEPTA_FUZZ_SEED: values.seed } : {}),
  ...(values.only ? { LEPTA_FUZZ_ONLY: values.only } : {}),
};
const args = [
  join(ROOT, 'test/jest.mjs'),
  '--selectProjects',
  'integration',
  '--testPathPatterns',
  'e2e/doors/(fuzz-|heavy|nasty)',
];
await ensureBuilt((line) => process.stdout.write(`${line}\n`)); // what is asked is the api as it is installed
spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env }).once(
  'close',
  (code) => (process.exitCode = code ?? 1),
);
