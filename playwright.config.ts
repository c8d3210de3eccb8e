import { randomInt } from 'node:crypto';
import { defineConfig } from '@playwright/test';
import { useInstallation } from './test/e2e/browser/installations.js';

/** Which look each page has in this run, and in which language stories are told (test/e2e/browser/looks.ts). */
process.env.LEPTA_LOOKS_SEED ??= String(randomInt(2 ** 31));

useInstallation(Number(process.env.TEST_PARALLEL_INDEX ?? 0));

/**
 * Browser tests run against a really started installation with the demo region; the global setup starts one for each worker,
 * on a free port with a folder of its own. Files end in `.browser.ts`, so that Jest leaves them alone.
 */
export default defineConfig({
  testDir: 'test/e2e/browser',
  testMatch: '**/*.browser.ts',
  outputDir: 'test-results/browser',
  globalSetup: './test/e2e/browser/start-lepta.ts',
  workers: Number(process.env.LEPTA_TEST_BROWSERS ?? 1), // each with an installation of its own; test/run.mjs says two
  retries: process.env.CI ? 1 : 0, // one that passes only the second time is listed as flaky, and to be mended
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.LEPTA_TEST_URL,
    locale: 'ru-RU',
    timezoneId: 'Asia/Yakutsk',
    serviceWorkers: 'block', // what a worker asks for goes past the tests that stand between page and API; offline.browser.ts lets it in
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.LEPTA_TEST_CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu'], // nothing of ours draws in three dimensions, and a graphics card that is only pretended takes a tenth more of the machine
    },
  },
});
