// Jest with what Node needs to run TypeScript by itself: node test/jest.mjs --selectProjects rules --testPathPatterns libs/ledger
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../apps/cli/settings.mjs';

const before = ['typescript', 'cheap-passwords'].flatMap((name) => [
  '--import',
  pathToFileURL(join(ROOT, `test/support/${name}.mjs`)).href,
]);
/** A spec file asks most of its code a few times: V8 of Node 20 optimizes it long before that pays. Newer ones optimize in cheaper steps first, and do not know this option. */
const ONE_STEP = Number(process.versions.v8.split('.')[0]) < 12;
const LAZY = ONE_STEP ? ['--interrupt-budget=500000'] : [];
const FLAGS = ['--conditions=source', ...before, '--disable-warning=ExperimentalWarning', ...LAZY];

const maps = mkdtempSync(join(tmpdir(), 'lepta-maps-')); // see plain-node.mjs: its processes are ended, so they cannot tidy up
const env = { ...process.env, LEPTA_TEST_MAPS: maps };
// The long form is said here: what setupFiles of that project set stays in Jest's own environment, and the modules are Node's.
if (/(^| )--selectProjects[ =]chaos( |$)/.test(process.argv.join(' '))) env.LEPTA_LONG = '1';

spawn(process.execPath, [...FLAGS, join(ROOT, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env,
}).once('close', (code) => {
  rmSync(maps, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
