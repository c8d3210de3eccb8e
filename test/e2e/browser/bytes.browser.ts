import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';
import { publicAddresses } from '../looks/addresses.js';
import { takenOver } from './quiet.js';
import { expect, inTurn, test } from './support.js';

const KB = 1024;
/** Bytes over the wire that a first page may cost (the design's budgets; JSON is ours). */
const MOST = { script: 130 * KB, stylesheet: 15 * KB, document: 30 * KB, font: 150 * KB, fetch: 40 * KB };
const ALTOGETHER = 345 * KB;

/** What the first load of a page asks for, by the kind of resource. */
async function firstLoad(
  page: Page,
  address: string,
): Promise<{ bytes: Record<string, number>; calls: string[]; all: number }> {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.evaluate('document.fonts.ready');
  await page.waitForLoadState('networkidle');
  const bytes: Record<string, number> = {};
  for (const request of requests)
    bytes[request.resourceType()] = (bytes[request.resourceType()] ?? 0) + (await request.sizes()).responseBodySize;
  const calls = requests
    .filter((request) => request.resourceType() === 'fetch')
    .map((request) => new URL(request.url()).pathname + new URL(request.url()).search);
  return { bytes, calls, all: Object.values(bytes).reduce((sum, part) => sum + part, 0) };
}

for (const [name, address] of [
  ['Russian', '/'],
  ['English', '/en'],
  ['list', '/needs'],
] as const) {
  test(`the first load of the ${name} page keeps its budget`, async ({ page }) => {
    const { bytes, all } = await firstLoad(page, address);
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify({ ...bytes, all }) });
    if (process.env.LEPTA_TEST_TELL) process.stdout.write(`${address} ${JSON.stringify({ ...bytes, all })}\n`);
    for (const [kind, most] of Object.entries(MOST))
      expect(bytes[kind], `${kind} of ${JSON.stringify(bytes)}`).toBeLessThanOrEqual(most);
    expect(all).toBeLessThanOrEqual(ALTOGETHER);
    expect(bytes.script).toBeGreaterThan(10 * KB); // it was measured at all
  });
}

test('the first page asks for each thing once, and for none that the server has drawn', async ({ page }) => {
  inTurn();
  const { calls } = await firstLoad(page, '/');
  expect(new Set(calls).size).toBe(calls.length);
  expect(calls.filter((call) => call.startsWith('/api/v1/needs'))).toEqual([]); // the server has drawn them
  expect(calls.length).toBeLessThanOrEqual(8);
});

const BUILT = join(import.meta.dirname, '../../../dist/web');
const sizeOf = (file: string): number => gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length;

/** Beside what each page names in its head (test/e2e/http/drawn.spec.ts): also what its parts ask for by themselves. */
test('no public page loads more scripts on a phone than it may before it is scrolled', async ({ browser }) => {
  const over: string[] = [];
  const addresses = await publicAddresses();
  expect(addresses.size).toBeGreaterThan(10);
  for (const address of addresses.values()) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(`${process.env.LEPTA_TEST_URL}${address}`, { waitUntil: 'networkidle' });
    await takenOver(page);
    await page.waitForLoadState('networkidle');
    const bytes = [...scripts].reduce((sum, file) => sum + sizeOf(file), 0);
    expect(bytes).toBeGreaterThan(100 * KB); // it was counted at all
    if (process.env.LEPTA_TEST_TELL) process.stdout.write(`${address} ${(bytes / KB).toFixed(1)} KB\n`);
    if (bytes > MOST.script) over.push(`${address}: ${bytes}`);
    await context.close();
  }
  expect(over).toEqual([]);
});
