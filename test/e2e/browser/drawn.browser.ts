import { publicRoutes } from '../../../apps/web/build/sizes.mjs';
import { expect, listen, test } from './support.js';

/** Every public page by its route, at one address or more; clearings and shifts where there are any. */
async function addresses(): Promise<Record<string, readonly string[]>> {
  const read = async <T>(path: string): Promise<T> => (await (await fetch(`${process.env.LEPTA_TEST_URL}/api/v1${path}`)).json()) as T;
  const { items: [need] } = await read<{ items: { id: string; organization: { id: string } }[] }>('/needs?limit=1');
  const { items: [time] } = await read<{ items: { id: string }[] }>('/needs?limit=1&kind=time');
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
    '/balance': ['/balance', '/balance?kind=time'],
    '/places/$code': ['/places/zeya'],
    '/spheres/$code': ['/spheres/relief'],
    '/how': ['/how'],
    '/rules': ['/rules'],
    '/privacy': ['/privacy'],
  };
}

test('without a script one finds a need, reads who asks, and pages on', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
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

test('a browser takes every public page over as it is, also where its clock is another', async ({ browser, complaints }) => {
  test.setTimeout(240_000);
  const pages = await addresses();
  expect(Object.keys(pages).sort()).toEqual(await publicRoutes());
  const inRussian = [...Object.values(pages).flat(), '/no/such/page'];
  const paths = [...inRussian, ...inRussian.map((path) => `/en${path === '/' ? '' : path}`)];
  for (const timezoneId of ['Asia/Yakutsk', 'America/New_York']) {
    const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, timezoneId });
    for (const path of paths) {
      const page = await context.newPage();
      listen(page, complaints);
      const drawn = await (await page.request.get(path)).text();
      expect(drawn, path).toContain('id="drawn"');
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect.poll(() => page.evaluate('Object.keys(document.getElementById("app")).some((key) => key.startsWith("__reactContainer"))'), path).toBe(true);
      expect(complaints, `${path} in ${timezoneId}`).toEqual([]);
      expect(await page.locator('main').innerText(), path).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/);
      await page.close();
    }
    await context.close();
  }
});

test('a page that was drawn goes on as any other: words are searched, the next page of a list comes without a load', async ({ page }) => {
  await page.goto('/needs');
  await expect(page.locator('svg.plate > *').first()).toBeAttached(); // taken over
  await page.evaluate('window.same = true');
  await page.getByRole('link', { name: 'Показать ещё' }).click();
  await expect.poll(() => page.locator('article[data-need]').count()).toBeGreaterThan(20);
  await page.getByRole('link', { name: 'Лепта, на главную' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Каждая лепта доходит/);
  expect(await page.evaluate('window.same')).toBe(true);
});
