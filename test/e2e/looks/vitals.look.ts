import { expect, test, type Browser } from '@playwright/test';
import { publicAddresses, workOutClearing } from './addresses.js';

// npm run vitals: what a phone four times as slow as this machine, on slow 4G, sees of each public page when it is opened for the first time.

/** What the pages are held to: the largest thing is there, nothing jumps, nothing holds the hand. */
const MOST = { paint: 2_000, shift: 0.05, task: 200 };
/** What counts as a failure. In CI other programs may share the machine: times are measured and said there, only what jumps fails. */
const FAILS: readonly string[] = process.env.CI ? ['shift'] : ['paint', 'shift', 'task'];
const TIMES_SLOWER = 4;
/** As Lighthouse has slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_600 * 1_024) / 8,
  uploadThroughput: (750 * 1_024) / 8,
};
/** So long nothing may be asked for before the page stands still. */
const STILL_MS = 1_500;
const TRIES = Number(process.env.LEPTA_LOOK_TRIES ?? 3);

interface Seen {
  paint: number;
  shift: number;
  task: number;
  shifted: string[];
  painted: string;
}

/** Runs in the page before anything else. */
const WATCH = `
  window.seen = { paint: 0, shift: 0, task: 0, shifted: [], painted: '' };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  const named = (node) => node && node.nodeType === 1 ? node.tagName.toLowerCase() + '.' + String(node.className) : '';
  watch('largest-contentful-paint', (entry) => { seen.paint = entry.startTime; seen.painted = named(entry.element); });
  watch('longtask', (entry) => { seen.task = Math.max(seen.task, entry.duration); });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) { seen.shift += entry.value; entry.sources.forEach(({ node }) => seen.shifted.push(entry.value.toFixed(3) + ' ' + named(node))); } });
`;

async function look(browser: Browser, address: string): Promise<Seen> {
  const context = await browser.newContext({
    baseURL: process.env.LEPTA_TEST_URL,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', SLOW_4G);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  await page.addInitScript(WATCH);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(STILL_MS);
  const seen = await page.evaluate<Seen>('window.seen');
  await context.close();
  return seen;
}

const middle = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test('what a slow phone sees of each public page', async ({ browser }) => {
  const only = process.env.LEPTA_LOOK_AT?.split(',');
  const lines: string[] = [];
  let over = 0;
  await workOutClearing(browser);
  await look(browser, '/'); // the server has drawn its first page
  for (const [route, address] of await publicAddresses()) {
    if (only && !only.includes(route)) continue;
    const tries: Seen[] = [];
    for (let at = 0; at < (only ? 1 : TRIES); at += 1) tries.push(await look(browser, address));
    const [paint, shift, task] = (['paint', 'shift', 'task'] as const).map((what) =>
      middle(tries.map((one) => one[what])),
    ) as [number, number, number];
    const faults = [paint > MOST.paint && 'paint', shift > MOST.shift && 'shift', task > MOST.task && 'task'].filter(
      Boolean,
    );
    over += faults.filter((what) => FAILS.includes(String(what))).length;
    lines.push(
      `| ${route} | ${(paint / 1_000).toFixed(2)} s | ${shift.toFixed(3)} | ${Math.round(task)} ms | ${faults.join(', ') || 'kept'} |`,
    );
    if (faults.length > 0 && process.env.LEPTA_TEST_TELL)
      lines.push(`  ${JSON.stringify({ painted: tries[0]?.painted, shifted: tries[0]?.shifted.slice(0, 12) })}`);
  }
  process.stdout.write(
    `\n| page | largest paint (< ${MOST.paint / 1_000} s) | layout shift (< ${MOST.shift}) | longest task (< ${MOST.task} ms) | |\n| --- | ---: | ---: | ---: | --- |\n${lines.join('\n')}\n${over} over\n`,
  );
  expect(over).toBe(0);
});
