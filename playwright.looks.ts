import { defineConfig } from '@playwright/test';
import browser from './playwright.config.js';

/**
 * What looks at the pages of a really started demo installation and writes down what it saw, asked for by name: `npm run vitals`, `npm run screens`. Nobody waits for it in the tests.
 */
export default defineConfig({
  ...browser,
  testDir: 'test/e2e/looks',
  testMatch: '**/*.look.ts',
  outputDir: 'test-results/looks',
  retries: 0,
  timeout: 600_000,
  reporter: 'line',
});
