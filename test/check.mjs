// npm run check: types, lint, rows and doors, style. Every part runs, so that one look shows everything that is wrong.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const node = process.execPath;
const parts = [
  ['types', [node, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit']],
  ['types of the web', [node, 'node_modules/typescript/bin/tsc', '-p', 'apps/web/tsconfig.json', '--noEmit']],
  ['lint', [node, 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']],
  ['rows and doors', [node, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'libs', 'apps', 'migrations', 'test', '--output-type', 'err']],
  ['style', [node, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--selectProjects', 'style']],
];

if (!existsSync('node_modules')) {
  console.error('node_modules is missing: run npm install first.');
  process.exit(1);
}
const failed = [];
for (const [name, [command, ...args]] of parts) {
  const start = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
