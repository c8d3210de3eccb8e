import type { Page } from '@playwright/test';
import { CLEARING_ID, lines, report, unmetUpTo } from './clearing-report.js';
import { drawnByBrowser, expect, inTurn, listen, looksFine, sentences, signIn, test } from './support.js';

const ru = sentences('ru');
const LARGE = [
  '/',
  '/en',
  '/needs',
  '/offer?kind=goods',
  '/offer?kind=money',
  '/shifts',
  '/balance',
  '/clearings',
  '/places/magdagachinsky',
  '/places/blagoveshchensk',
  '/spheres/health',
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

/** Twice as large by the browser; the largest that the panel at the foot has. */
const LOOKS = {
  'twice as large': `document.documentElement.style.fontSize = '200%'`,
  'by the panel': `document.documentElement.dataset.size = 'larger'; document.documentElement.dataset.spacing = 'wide'`,
} as const;

/** What stands out of the screen to the right and lies in no box that scrolls by itself; buttons whose words are cut. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
  const cut = [...document.querySelectorAll('button, .btn, .seg > *, .tabbar a')].filter((one) => one.clientWidth > 0 && getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1).map((one) => 'cut: ' + (one.textContent ?? '').slice(0, 40));
  if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return cut;
  const scrolls = (element) => element !== null && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.querySelectorAll('main *, header *, footer *')].filter((one) => (one.getBoundingClientRect().right > window.innerWidth + 1 || one.scrollWidth > one.clientWidth + 1) && !scrolls(one)).slice(0, 8).map((one) => one.tagName.toLowerCase() + '.' + (one.getAttribute('class') ?? '') + ': ' + (one.textContent ?? '').slice(0, 40)).concat(cut, document.documentElement.scrollWidth + ' wide');
})()`);

/** The page that is shown, in both looks, and as it was again. */
async function inLargeLetters(page: Page, named: string): Promise<string[]> {
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const found: string[] = [];
  for (const [look, wear] of Object.entries(LOOKS)) {
    await page.evaluate(wear);
    found.push(...(await tooWide(page)).map((one) => `${named} ${look}: ${one}`));
    await page.evaluate(`document.documentElement.removeAttribute('style')`);
  }
  await page.evaluate(`for (const one of ['size', 'spacing']) delete document.documentElement.dataset[one]`);
  return found;
}

test('in the largest letters nothing of these public pages is wider than a phone, and no button is cut', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const found: string[] = [];
  const [need, gift] = await needAndGift(page);
  for (const path of [...LARGE, `/needs/${need}`, `/gifts/${gift}`]) {
    await page.goto(path);
    found.push(...(await inLargeLetters(page, path)));
  }
  await page.goto('/offer?kind=money');
  const often = page.getByRole('group', { name: ru('standing:howOften') }).getByRole('button');
  await often.filter({ hasText: ru('standing:choice.weekly') }).click();
  found.push(...(await inLargeLetters(page, 'a standing gift')));
  expect(found).toEqual([]);
});

test('in the largest letters a clearing is not wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await drawnByBrowser(page);
  await page.route('**/api/v1/clearings/**', (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({
      json: pathname.endsWith('/lines') ? lines : pathname.endsWith('/unmet') ? unmetUpTo(5) : report(),
    });
  });
  await page.goto(`/clearings/${CLEARING_ID}`);
  await expect(page.locator('tr[data-line="0"]')).toBeVisible();
  await page.locator('[data-search]').scrollIntoViewIfNeeded(); // the chart comes with a reader who gets there
  expect(await inLargeLetters(page, 'a clearing')).toEqual([]);
});

/** A need of money, and the code of a gift that was promised to it. */
async function needAndGift(page: Page): Promise<[string, string]> {
  const { items } = (await (await page.request.get('/api/v1/needs?kind=money&limit=200')).json()) as {
    items: { id: string; can: string[]; balance: { open: number } }[];
  };
  const { id } = items.find(({ can, balance }) => can.includes('give') && balance.open > 200_000)!;
  const promised = await page.request.post(`/api/v1/needs/${id}/gifts`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { provider: 'bank', quantity: '1500', unit: 'rub' },
  });
  return [id, ((await promised.json()) as { code: string }).code];
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
  await page.getByRole('link', { name: 'Загрузить ещё раз' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Мой счёт' })).toBeVisible();
  await context.close();
});
