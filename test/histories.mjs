// `npm run histories`: random histories of money, by bank and by card, and of shifts, each with processes that die; the shortest one that breaks a sentence of the books is told.
//   npm run histories                               1,000 of each
//   npm run histories -- --runs 5000 --only card    so many of one of them (bank, card, time)
//   npm run histories -- --seed 7 --path 12:0       those of an earlier run, from its output
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../apps/cli/settings.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    only: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
});
const SUITES = { bank: 'payments/histories', card: 'payments/card-histories', time: 'volunteering/histories' };
const suites = values.only ? [SUITES[values.only]] : Object.values(SUITES);
if (suites.includes(undefined) || !(Number(values.runs) > 0)) {
  process.stderr.write(`--runs is a number, --only one of ${Object.keys(SUITES).join(', ')}\n`);
  process.exit(2);
}
const env = {
  ...process.env,
  LEPTA_HISTORIES: values.runs,
  ...(values.seed ? { LEPTA_HISTORIES_SEED: values.seed } : {}),
  ...(values.path ? { LEPTA_HISTORIES_PATH: values.path } : {}),
};
const args = [join(ROOT, 'test/jest.mjs'), '--selectProjects', 'integration', '--testPathPatterns', suites.join('|')];
spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env }).once(
  'close',
  (code) => (process.exitCode = code ?? 1),
);
