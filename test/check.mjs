// npm run check: types, lint, format, rows and doors, style. Every part runs, so that one look shows everything that is wrong.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const AT_ONCE = 2;
const node = process.execPath;
const parts = [
  ['lint', [node, 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']],
  ['types', [node, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit']],
  ['types of the web', [node, 'node_modules/typescript/bin/tsc', '-p', 'apps/web/tsconfig.json', '--noEmit']],
  [
    'format (npm run format mends it)',
    [node, 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ],
  [
    'rows and doors',
    [
      node,
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      'libs',
      'apps',
      'migrations',
      'test',
      '--output-type',
      'err',
    ],
  ],
  ['description of the API', [node, 'test/api-description.mjs']],
  ['style', [node, 'test/jest.mjs', '--selectProjects', 'style']],
];

if (!existsSync('node_modules')) {
  console.error('node_modules is missing: run npm install first.');
  process.exit(1);
}

/** Says what it found when it has ended, so that two at once do not speak into each other. */
function run(name, [command, ...args]) {
  const start = Date.now();
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const words = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => words.push(chunk));
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(words));
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      done(code === 0 ? [] : [name]);
    });
  });
}

const failed = [];
const queue = parts.values();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const [name, command] of queue) failed.push(...(await run(name, command)));
  }),
);
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
