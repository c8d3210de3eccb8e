import type { Page } from '@playwright/test';
import { drawnByBrowser, expect, inTurn, listen, looksFine, sentences, signIn, test } from './support.js';

const ru = sentences('ru');
const LARGE = [
  '/',
  '/en',
  '/offer?kind=goods',
  '/shifts',
  '/balance',
  '/clearings',
  '/how',
  '/rules',
  '/complaint',
  '/v',
  '/v/abc',
  '/sign-in',
  '/join',
  '/forgot-password',
  '/invitation',
  '/nothing',
  '/me',
];

/** What stands out of the screen to the right and lies in no box that scrolls by itself. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
  if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
  const scrolls = (element) => element !== null && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.querySelectorAll('main *, header *, footer *')].filter((one) => (one.getBoundingClientRect().right > window.innerWidth + 1 || one.scrollWidth > one.clientWidth + 1) && !scrolls(one)).slice(0, 8).map((one) => one.tagName.toLowerCase() + '.' + (one.getAttribute('class') ?? '') + ': ' + (one.textContent ?? '').slice(0, 40)).concat(document.documentElement.scrollWidth + ' wide');
})()`);

test('with text twice as large nothing of these public pages is wider than a phone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const found: string[] = [];
  for (const path of [...LARGE, `/needs/${await firstNeed(page)}`]) {
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    found.push(...(await tooWide(page)).map((one) => `${path} ${one}`));
  }
  expect(found).toEqual([]);
});

async function firstNeed(page: Page): Promise<string> {
  await page.goto('/how');
  return page.evaluate(
    async () => ((await (await fetch('/api/v1/needs?limit=1')).json()) as { items: { id: string }[] }).items[0]!.id,
  );
}

test('size, contrast and spacing are chosen at the foot of every page, and stay', async ({ page }) => {
  inTurn();
  await page.goto('/how');
  await page.getByText(ru('app:look.title')).click();
  const size = (): Promise<number> => page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)');
  const before = await size();
  await page.getByRole('button', { name: ru('app:look.size.larger') }).click();
  await page.getByRole('button', { name: ru('app:look.contrast.more') }).click();
  await page.getByRole('button', { name: ru('app:look.spacing.wide') }).click();
  expect(await size()).toBeGreaterThan(before * 1.3);
  await page.goto('/v');
  expect(await size()).toBeGreaterThan(before * 1.3);
  await looksFine(page, 'with another look');
  await page.getByText(ru('app:look.title')).click();
  await expect(page.getByRole('button', { name: ru('app:look.size.larger') })).toHaveAttribute('aria-pressed', 'true');
  await page
    .getByRole('group', { name: ru('app:look.size.title') })
    .getByRole('button', { name: ru('app:look.size.usual') })
    .click();
  expect(await size()).toBe(before);
});

test('what is not there says so and helps to find it, also without a script', async ({ page }) => {
  inTurn();
  await page.goto('/nothing');
  await page.getByRole('searchbox').fill('обогреватели');
  await page.getByRole('button', { name: ru('app:notFound.find') }).click();
  await expect(page).toHaveURL(/\/needs\?q=/);
  await expect(page.getByRole('heading', { level: 1, name: 'Что нужно' })).toBeVisible();
});

test('a server that does not answer is said in full, and the page comes when it answers again', async ({ browser }) => {
  inTurn();
  const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL });
  const page = await context.newPage();
  listen(page, []); // every answer below is an error, which the console says too
  await signIn(page, 'donor', '/me');
  await expect(page.getByRole('heading', { level: 1, name: 'Мой счёт' })).toBeVisible();
  await drawnByBrowser(page);
  await page.route('**/api/v1/session', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ status: 503, json: { code: 'http.busy', title: 'x' } })
      : route.fallback(),
  );
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /Лепта не\sотвечает/ })).toBeVisible({ timeout: 20_000 });
  await looksFine(page, 'server down');
  await page.unroute('**/api/v1/session');
  await page.getByRole('button', { name: ru('app:noAnswer.again') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Мой счёт' })).toBeVisible();
  await context.close();
});

test('a page whose files do not come says so, and comes at a press', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, serviceWorkers: 'block' });
  const page = await context.newPage();
  listen(page, []); // a file that does not come is an error of the console
  await signIn(page, 'donor', '/me');
  await page.route('**/assets/all-words-*', (route) => route.abort());
  await page.goto('/me');
  await expect(page.getByRole('alert')).toContainText('связь прервалась');
  await page.unroute('**/assets/all-words-*');
  await page.getByRole('button', { name: 'Загрузить ещё раз' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Мой счёт' })).toBeVisible();
  await context.close();
});
