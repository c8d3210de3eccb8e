// `npm test`: every suite on the embedded PostgreSQL, then the browser; at the end one line that adds everything up.
//   npm test -- ledger         only what has "ledger" in its path
//   npm test -- --no-browser   without the browser
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../apps/cli/build.mjs';
import { ensureInstalled } from '../apps/cli/install.mjs';
import { fail, ROOT } from '../apps/cli/settings.mjs';
import { redisThere } from './support/redis-server.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const patterns = process.argv.slice(2).filter((arg) => arg !== '--no-browser');
const withBrowser = !process.argv.includes('--no-browser');
const wanted = (path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern));
const results = mkdtempSync(join(tmpdir(), 'lepta-results-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Suites that need a Redis or Valkey server are named *.redis.spec.ts. */
const NEEDS_REDIS = /\.redis\.spec\.ts$/;

function run(script, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
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
  const suites = readdirSync(join(ROOT, 'test'), { recursive: true }).filter((path) => NEEDS_REDIS.test(path) && wanted(path)).length;
  say(`Skipped: ${suites} suites that need Redis or Valkey, which this machine does not have. To run them: apt-get install redis-server (or valkey-server), or set REDIS_URL`);
  if (process.env.CI === 'true') total.failed += suites;
  else total.skipped += suites;
  return [NEEDS_REDIS.source];
}

async function runJest() {
  const file = join(results, 'jest.json');
  const ignored = ['/node_modules/', ...withoutRedis()].flatMap((pattern) => ['--testPathIgnorePatterns', pattern]);
  const chosen = patterns.flatMap((pattern) => ['--testPathPatterns', pattern]);
  const code = await run('test/jest.mjs', ['--selectProjects', 'rules', 'integration', ...ignored, ...chosen, '--passWithNoTests', '--json', '--outputFile', file]);
  const report = readResults('jest.json');
  count('Jest', code, report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0));
}

async function runBrowser() {
  const config = ['playwright.config.ts', 'test/e2e/browser/playwright.config.ts', 'test/browser/playwright.config.ts'].find((path) => existsSync(join(ROOT, path)));
  if (!config || !(patterns.length === 0 || patterns.some((pattern) => 'browser'.includes(pattern)))) return;
  const code = await run('node_modules/@playwright/test/cli.js', ['test', '--config', config, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'browser.json') });
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
await runJest();
if (withBrowser) await runBrowser();
rmSync(results, { recursive: true, force: true });
say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} suites skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
