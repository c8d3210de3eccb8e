import type { Page } from '@playwright/test';
import { publicRoutes } from '../../../apps/web/build/sizes.mjs';
import { EVERY_LOOK, SEED } from './looks.js';
import { follow, hasTakenOver, quiet, takenOver } from './quiet.js';
import { expect, inTurn, listen, test } from './support.js';

/** Every public page by its route, at one address or more; clearings and shifts where there are any. */
async function addresses(): Promise<Record<string, readonly string[]>> {
  const read = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${process.env.LEPTA_TEST_URL}/api/v1${path}`)).json()) as T;
  const {
    items: [need],
  } = await read<{ items: { id: string; organization: { id: string } }[] }>('/needs?limit=1');
  const {
    items: [time],
  } = await read<{ items: { id: string }[] }>('/needs?limit=1&kind=time');
  const { items: clearings } = await read<{ items: { id: string }[] }>('/clearings?limit=1');
  const { items: shifts } = await read<{ items: { id: string }[] }>('/shifts?limit=1');
  return {
    '/': ['/'],
    '/needs': ['/needs', '/needs?kind=goods&place=zeya'],
    '/needs/$id': [`/needs/${need!.id}`, `/needs/${time!.id}`],
    '/organizations/$id': [`/organizations/${need!.organization.id}`],
    '/clearings': ['/clearings'],
    '/clearings/$id': clearings.map(({ id }) => `/clearings/${id}`),
    '/shifts': ['/shifts'],
    '/shifts/$id': shifts.map(({ id }) => `/shifts/${id}`),
    '/v': ['/v'],
    '/v/$code': ['/v/ABCD'],
    '/hours/$code': ['/hours/ABCD'],
    '/gift-papers/$code': ['/gift-papers/ABCD'],
    '/organizations/$id/donation-terms': [`/organizations/${need!.organization.id}/donation-terms`],
    '/balance': ['/balance', '/balance?kind=time'],
    '/places/$code': ['/places/zeya'],
    '/spheres/$code': ['/spheres/relief'],
    '/how': ['/how'],
    '/complaint': ['/complaint', '/complaint?about=%2Fneeds'],
    '/rules': ['/rules'],
    '/privacy': ['/privacy'],
  };
}

test('without a script one finds a need, reads who asks, and pages on', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: process.env.LEPTA_TEST_URL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Каждая лепта доходит/);
  await page.getByRole('navigation', { name: 'Меню' }).getByRole('link', { name: 'Что нужно' }).click();
  const first = await page.locator('article[data-need]').first().getAttribute('data-need');
  await page.getByRole('link', { name: 'Показать ещё' }).click();
  await expect(page.locator('article[data-need]')).not.toHaveCount(0);
  await expect(page.locator(`article[data-need="${first}"]`)).toHaveCount(0);
  await page.goto('/needs');
  await page.getByRole('button', { name: 'Время' }).click();
  await expect(page).toHaveURL(/kind=time/);
  await expect(page.locator('.rowcard .k-goods')).toHaveCount(0);
  await page.getByLabel('Место', { exact: true }).selectOption('blagoveshchensk');
  await page.getByRole('search').getByRole('button', { name: 'Найти' }).click();
  await expect(page).toHaveURL(/place=blagoveshchensk/);
  await page.goto('/needs');
  await page.locator('article[data-need] h2 a').first().click();
  await expect(page.locator('[data-balance=required]')).toHaveText(/\d/);
  await page.locator('.who-name a').click();
  await expect(page.getByRole('heading', { name: 'Чем подтверждено' })).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});

test('a browser takes every public page over as it is, where its clock is another', async ({ browser, complaints }) => {
  test.setTimeout(240_000);
  const pages = await addresses();
  expect(Object.keys(pages).sort()).toEqual(await publicRoutes());
  const inRussian = [...Object.values(pages).flat(), '/no/such/page'];
  const inEnglish = inRussian.map((path) => `/en${path === '/' ? '' : path}`);
  // Each page in one language, every other page in the other one; with every look in both.
  const paths = [inRussian, inEnglish].flatMap((all, at) =>
    EVERY_LOOK ? all : all.filter((_, page) => (page + SEED) % 2 === at),
  );
  const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, timezoneId: 'America/New_York' });
  const queue = paths.values();
  const visit = async (): Promise<void> => {
    for (const path of queue) {
      const page = await context.newPage();
      listen(page, complaints);
      follow(page);
      const drawn = await (await page.goto(path))!.text();
      expect(drawn, path).toContain('id="drawn"');
      expect(drawn, path).toMatch(/<html [^>]*data-first-view/);
      await takenOver(page);
      await expect(page.locator('html'), path).not.toHaveAttribute('data-first-view'); // from now on heights are true
      await quiet(page);
      expect(complaints, path).toEqual([]);
      expect(await page.locator('main').innerText(), path).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/);
      await page.close();
    }
  };
  await Promise.all([visit(), visit()]); // of two cores
  await context.close();
});

test('a page that was drawn goes on as any other: words are searched, the next page of a list comes without a load', async ({
  page,
}) => {
  inTurn();
  await page.goto('/needs');
  await expect(page.locator('svg.plate > *').first()).toBeAttached(); // taken over
  await page.evaluate('window.same = true');
  await page.getByRole('link', { name: 'Показать ещё' }).click();
  await expect.poll(() => page.locator('article[data-need]').count()).toBeGreaterThan(20);
  await page.getByRole('link', { name: 'Лепта, на главную' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Каждая лепта доходит/);
  expect(await page.evaluate('window.same')).toBe(true);
});

/** Opens a page whose scripts come only when the answer is called. */
async function openEarly(page: Page, path: string): Promise<() => void> {
  let letThrough: () => void = () => undefined;
  const later = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await later;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return letThrough;
}

test('what is typed and chosen before the scripts are there is not lost', async ({ page }) => {
  const takeOver = await openEarly(page, '/needs');
  const words = page.getByRole('search').getByRole('textbox');
  await page.getByLabel('Место', { exact: true }).selectOption('zeya');
  await page.getByLabel('Кому').selectOption('large-families');
  await words.fill('печи');
  takeOver();
  await expect(page).toHaveURL(/place=zeya/); // heard when the page is taken over
  await expect(page).toHaveURL(/group=large-families/);
  await expect(words).toHaveValue('печи');
  await page.getByRole('search').getByRole('button', { name: 'Найти' }).click();
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByLabel('Место', { exact: true })).toHaveValue('zeya');
});

test('what is chosen before the scripts are there narrows the open balance', async ({ page }) => {
  const takeOver = await openEarly(page, '/balance?kind=goods');
  await page.getByLabel('Место', { exact: true }).selectOption('zeya');
  takeOver();
  await expect(page).toHaveURL(/kind=goods.*place=zeya/);
});

test('a code and a sum typed before the scripts are there are what is sent', async ({ page }) => {
  const ask = await openEarly(page, '/v');
  const code = page.getByRole('search').getByRole('textbox');
  await code.fill('ABCD');
  ask();
  await takenOver(page);
  await page.getByRole('search').getByRole('button').click();
  await expect(page).toHaveURL(/\/v\/ABCD$/);
  await expect(code).toHaveValue('ABCD');

  const desk = (await (await page.request.get('/api/v1/needs?kind=money&limit=100')).json()) as {
    items: { id: string; can: string[] }[];
  };
  const give = await openEarly(page, `/needs/${desk.items.find(({ can }) => can.includes('give'))!.id}`);
  const sum = page.locator('form:has(button[aria-pressed]) input[inputmode=decimal]').first();
  await sum.fill('123');
  give();
  await takenOver(page);
  const pay = page.getByRole('button', { name: 'Перевести по QR-коду' });
  await hasTakenOver(pay);
  await pay.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('123');
});

test('a page of the list that does not come is said, and what was there stays', async ({ page }) => {
  inTurn();
  await page.goto('/needs');
  await expect(page.locator('svg.plate > *').first()).toBeAttached(); // taken over
  const before = await page.locator('article[data-need]').count();
  await page.route('**/api/v1/needs?*cursor=*', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 422, code: 'form.invalid', detail: 'Страница не читается.' }),
    }),
  );
  await page.getByRole('link', { name: 'Показать ещё' }).click();
  await expect(page.getByRole('alert')).toContainText('Страница не читается.');
  expect(await page.locator('article[data-need]').count()).toBe(before);
  await page.unroute('**/api/v1/needs?*cursor=*');
  await page.getByRole('link', { name: 'Показать ещё' }).click();
  await expect.poll(() => page.locator('article[data-need]').count()).toBeGreaterThan(before);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

/** Presses the link of the foot that leads there as soon as scripts have taken it over, sooner than any hand. */
const PRESS_AT_ONCE = `
  const watch = setInterval(() => {
    const link = document.querySelector('footer a[href="/how"]');
    if (!link || !Object.keys(link).some((key) => key.startsWith('__reactProps'))) return;
    clearInterval(watch);
    if (location.pathname !== '/how') link.click();
  }, 1);
`;

test('a link around a page can be followed while the page is still being taken over', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const { '/needs/$id': needs = [], '/organizations/$id': organizations = [] } = await addresses();
  for (const path of [
    '/',
    '/needs',
    ...needs,
    ...organizations,
    '/shifts',
    '/balance',
    '/complaint',
    '/no/such/page',
  ]) {
    const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL });
    const page = await context.newPage();
    listen(page, complaints);
    const wire = await context.newCDPSession(page);
    await wire.send('Emulation.setCPUThrottlingRate', { rate: 6 }); // a slow phone: there is time between the two
    await page.addInitScript(PRESS_AT_ONCE);
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/how$/);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('Как это устроено');
    expect(complaints, path).toEqual([]);
    await context.close();
  }
});

test('a page that its reader has scrolled before its script came stays where it is', async ({ page }) => {
  let go: () => void = () => undefined;
  const held = new Promise<void>((done) => (go = done));
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate('document.readyState')).toBe('interactive'); // all of it is there, but for the scripts
  await expect
    .poll(() => page.evaluate('[...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet)'))
    .toBe(true); // no earlier is anything where it is going to stand
  const link = page.getByRole('main').getByRole('link', { name: 'Как это устроено' });
  await link.scrollIntoViewIfNeeded();
  // Other letters, other heights: `ready` alone is true before the first of them is asked for.
  await page.evaluate(
    'Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => undefined)',
  );
  await link.scrollIntoViewIfNeeded();
  const place = (): Promise<number> => link.boundingBox().then((box) => Math.round(box?.y ?? Infinity));
  const before = await place();
  expect(await page.evaluate<number>('window.scrollY')).toBeGreaterThan(0);
  go();
  await takenOver(page);
  await page.waitForLoadState('networkidle');
  expect(await place()).toBe(before);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Как это устроено');
  expect(await page.evaluate<number>('window.scrollY')).toBe(0);
});
