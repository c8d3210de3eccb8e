import { expect, type Locator, type Page, type Request } from '@playwright/test';

/** For so long nothing may have begun or ended. */
const QUIET_MS = 100;
const WITHIN_MS = 15_000;

interface Traffic {
  readonly open: Set<Request>;
  moved: number;
}
const traffics = new WeakMap<Page, Traffic>();

/** The stream of events stays open for as long as the person is signed in. */
const ends = (request: Request): boolean => !request.url().endsWith('/api/v1/events');

/** Follows what this page asks for, from now on: to be called before its first load. */
export function follow(page: Page): Traffic {
  const known = traffics.get(page);
  if (known) return known;
  const traffic: Traffic = { open: new Set(), moved: performance.now() };
  traffics.set(page, traffic);
  page.on('request', (request) => {
    traffic.moved = performance.now();
    if (ends(request)) traffic.open.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => {
      traffic.moved = performance.now();
      traffic.open.delete(request);
    });
  return traffic;
}

/** Nothing is being read any more. Playwright's "networkidle" waits half a second at each page, and never comes where a stream is open. */
export async function quiet(page: Page): Promise<void> {
  const traffic = follow(page);
  const began = performance.now();
  while (traffic.open.size > 0 || performance.now() - traffic.moved < QUIET_MS) {
    if (performance.now() - began > WITHIN_MS)
      throw new Error(`still being read: ${[...traffic.open].map((request) => request.url()).join(', ')}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const TAKEN_OVER = 'Object.keys(document.getElementById("app")).some((key) => key.startsWith("__reactContainer"))';

/** The page was drawn by the server, and its scripts have taken it over. (`waitForFunction` would need `eval`, which the page forbids.) */
export async function takenOver(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(TAKEN_OVER), { intervals: [20, 50, 100] }).toBe(true);
}

/** The scripts have taken over this element too: of a drawn page some parts come in tasks of their own. */
export async function hasTakenOver(element: Locator): Promise<void> {
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))))
    .toBe(true);
}
