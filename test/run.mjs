// `npm test`: every suite on the embedded PostgreSQL, then the browser; at the end one line that adds everything up.
//   npm test -- ledger         only what has "ledger" in its path
//   npm test -- --no-browser   without the browser
//   npm test -- --also-on=PATH some of the rules, and ledger and queue, once more on another Node, while the browser leaves a core idle
//   npm run test:all           everything that npm test takes a part of, its long forms and every look of the pages
//   npm test -- --and=PATH     then a program of the shell, while the browser still leaves it idle; one that ends badly is one failure
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../apps/cli/build.mjs';
import { ensureInstalled } from '../apps/cli/install.mjs';
import { fail, ROOT } from '../apps/cli/settings.mjs';
import { redisThere } from './support/redis-server.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const [ALSO_ON, AND] = ['--also-on=', '--and='];
const patterns = process.argv
  .slice(2)
  .filter((arg) => arg !== '--no-browser' && arg !== '--all' && !arg.startsWith(ALSO_ON) && !arg.startsWith(AND));
const option = (name) => process.argv.find((arg) => arg.startsWith(name))?.slice(name.length);
const [otherNode, program] = [option(ALSO_ON), option(AND)];
const withBrowser = !process.argv.includes('--no-browser');
const all = process.argv.includes('--all');
if (all) Object.assign(process.env, { LEPTA_LONG: '1', LEPTA_LOOKS: 'all' }); // read by test/support/long.ts and test/e2e/browser/looks.ts
const wanted = (path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern));
const results = mkdtempSync(join(tmpdir(), 'lepta-results-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** What runs on every supported version of Node: what depends most on Node itself (ledger, queue), and the rules of the apps and of one lib in three, of others at the next run; with --all those of each lib. The rest is seen on the first. */
function onEveryNode() {
  const libs = readdirSync(join(ROOT, 'libs'));
  const first = randomInt(3);
  const chosen = libs.filter((name, at) => all || name === 'ledger' || at % 3 === first);
  return [
    `libs/(${chosen.join('|')})/`,
    'apps/',
    'test/integration/ledger/',
    'test/integration/platform/(jobs|together|outages|relay|facts|due-rows)',
  ];
}

/** Suites that need a Redis or Valkey server are named *.redis.spec.ts. */
const NEEDS_REDIS = /\.redis\.spec\.ts$/;

/** @param words where those go that are not said at once */
function run(script, args, { node = process.execPath, env = {}, words } = {}) {
  return new Promise((done) => {
    const child = spawn(node, [join(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: words ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    for (const stream of words ? [child.stdout, child.stderr] : []) stream.on('data', (chunk) => words.push(chunk));
    child.once('error', (err) => {
      say(`${node}: ${err.message}`);
      done(1);
    });
    child.once('close', (code, signal) => done(signal ? 1 : code));
  });
}

function readResults(name) {
  const file = join(results, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Adds up what a runner reports. A runner that ends badly without naming a failed test is one failure. */
function count(runner, code, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (code !== 0 && failed === 0) {
    say(`${runner} ended with code ${code} although no test failed`);
    total.failed += 1;
  }
}

/** Patterns of suites that cannot run on this machine. With CI=true a server that is missing for a suite is a failure. */
function withoutRedis() {
  if (redisThere()) return [];
  const suites = readdirSync(join(ROOT, 'test'), { recursive: true }).filter(
    (path) => NEEDS_REDIS.test(path) && wanted(path),
  ).length;
  say(
    `Skipped: ${suites} suites that need Redis or Valkey, which this machine does not have. To run them: apt-get install redis-server (or valkey-server), or set REDIS_URL`,
  );
  if (process.env.CI === 'true') total.failed += suites;
  else total.skipped += suites;
  return [NEEDS_REDIS.source];
}

async function runJest(name, chosen, how) {
  const file = join(results, `${name}.json`);
  const ignored = ['/node_modules/', ...unable].flatMap((pattern) => ['--testPathIgnorePatterns', pattern]);
  const only = chosen.flatMap((pattern) => ['--testPathPatterns', pattern]);
  const code = await run(
    'test/jest.mjs',
    [
      '--selectProjects',
      'rules',
      'integration',
      ...(all ? ['chaos'] : []),
      ...ignored,
      ...only,
      '--passWithNoTests',
      '--json',
      '--outputFile',
      file,
    ],
    how,
  );
  const report = readResults(`${name}.json`);
  count(
    name,
    code,
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0),
  );
}

/** What is said of it stands together, not between the words of the browser. */
async function besideBrowser() {
  const words = [];
  if (otherNode) await runJest('Jest on the other Node', onEveryNode(), { node: otherNode, words });
  if (program && (await run(program, [], { node: 'bash', words })) !== 0) {
    words.push(Buffer.from(`${program} ended badly\n`));
    total.failed += 1;
  }
  process.stdout.write(Buffer.concat(words));
}

async function runBrowser() {
  const config = [
    'playwright.config.ts',
    'test/e2e/browser/playwright.config.ts',
    'test/browser/playwright.config.ts',
  ].find((path) => existsSync(join(ROOT, path)));
  if (!config || !(patterns.length === 0 || patterns.some((pattern) => 'browser'.includes(pattern)))) return;
  const code = await run('node_modules/@playwright/test/cli.js', ['test', '--config', config, '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'browser.json'), LEPTA_TEST_BROWSERS: '2' },
  });
  const stats = readResults('browser.json')?.stats;
  if (stats?.flaky > 0) say(`${stats.flaky} browser tests passed only the second time`);
  count('Playwright', code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0);
}

await ensureInstalled(say);
try {
  await ensureBuilt(say);
} catch (err) {
  fail(`The build failed: ${err.message}`);
}
const unable = withoutRedis();
await runJest('Jest', patterns);
await Promise.all([withBrowser && runBrowser(), besideBrowser()]);
rmSync(results, { recursive: true, force: true });
say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} suites skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
