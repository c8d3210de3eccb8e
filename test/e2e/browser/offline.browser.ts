import type { Page } from '@playwright/test';
import { expect, inTurn, looksFine, person, signIn, test } from './support.js';
import { ask, openNeed } from './time-need.js';
import { wired } from './wire.js';

test.use({ serviceWorkers: 'allow' });

/** All answers of the API that the browser keeps, by their addresses. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
  const found = [];
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) if (url.includes('/api/')) found.push(url);
  return found;
})()`);
const keptPaths = (page: Page): Promise<string[]> => kept(page).then((all) => all.map((url) => new URL(url).pathname));

/** Signed in on a page of their own room, whose answers the worker keeps. */
async function keeping(page: Page): Promise<void> {
  await signIn(page, 'donor', '/me/statement');
  await expect(page.getByRole('heading', { level: 1, name: 'Выписка' })).toBeVisible();
  await expect
    .poll(() => keptPaths(page), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['/api/v1/session', '/api/v1/me/statement']));
}

/** Opens an address, and once more where the page before was still loading something without a connection and took the load away. */
async function open(page: Page, path: string): Promise<void> {
  await expect(async () => void (await page.goto(path, { timeout: 10_000 }))).toPass({ timeout: 40_000 });
}

const NOTHING_KEPT = /Сначала войдите|Этой страницы нет без связи|Лепта не\sотвечает/;
const KEPT = /(Нет связи|не\sотвечает)\. Показываем то, что было в\s\d\d:\d\d/;

test('without a connection the last seen page opens and says of which hour it is; with one it is new again; whoever leaves leaves nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const wire = await wired(browser);
  const page = await wire.context.newPage();
  await keeping(page);
  const sum = await page.locator('[data-sum=money] .acct-n').innerText();
  await wire.cut();
  await page.reload();
  await expect(page.getByText(KEPT)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Выписка' })).toBeVisible();
  await expect(page.locator('[data-sum=money] .acct-n')).toHaveText(sum);
  await looksFine(page, 'offline');

  await open(page, '/me/papers');
  await expect(page.getByText(/Этой страницы нет без связи|ещё не\sоткрывали|не\sотвечает$/).first()).toBeVisible({
    timeout: 20_000,
  });
  await open(page, '/me/statement');
  await expect(page.getByText(KEPT)).toBeVisible();
  await wire.mend();
  await expect(page.getByText(KEPT)).toHaveCount(0, { timeout: 30_000 });

  await page.getByRole('banner').getByRole('button', { name: 'Выйти' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Войти' })).toBeVisible();
  expect(
    (await keptPaths(page)).filter((path) => /\/(me|offers|matches|notifications|session|gifts)\b/.test(path)),
  ).toEqual([]);
  await wire.cut();
  await open(page, '/me/statement');
  // Which of the two depends on whether the worker kept the empty session before it forgot everything.
  await expect(page.getByRole('heading', { level: 1, name: NOTHING_KEPT })).toBeVisible();
  await expect(page.getByText(sum, { exact: true })).toHaveCount(0);
  await wire.close();
});

test('who signs out without a connection is told that the session goes on, and what was kept is gone all the same', async ({
  browser,
}) => {
  const wire = await wired(browser);
  const page = await wire.context.newPage();
  await keeping(page);
  await wire.cut();
  await page.getByRole('banner').getByRole('button', { name: 'Выйти' }).click();
  await expect(page.getByRole('alert')).toContainText(/Выйти не\sполучилось: нет связи/);
  expect(await keptPaths(page)).toEqual([]);
  await page.reload();
  await expect(
    page.getByRole('heading', { level: 1, name: /Этой страницы нет без связи|Лепта не\sотвечает/ }),
  ).toBeVisible({ timeout: 20_000 });
  await wire.close();
});

test('words of others and what guards the account are kept nowhere', async ({ page }) => {
  await keeping(page);
  await page.goto('/me/security');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/me/notifications');
  await expect.poll(() => keptPaths(page)).toContain('/api/v1/notifications');
  await page.evaluate(() =>
    Promise.all(
      [
        '/organizations/00000000-0000-7000-8000-00000000000c/answers',
        '/matches?organization=00000000-0000-7000-8000-00000000000c',
        '/offers?onBehalfOf=00000000-0000-7000-8000-00000000000c',
        '/me/consents',
        '/reviews',
        '/offers',
      ].map((path) => fetch(`/api/v1${path}`, { headers: { accept: 'application/json' } })),
    ).then(() => undefined),
  );
  await expect.poll(() => keptPaths(page)).toContain('/api/v1/offers');
  const paths = await keptPaths(page);
  for (const path of ['/api/v1/me/sessions', '/api/v1/me/second-factors', '/api/v1/me/consents', '/api/v1/reviews'])
    expect(paths).not.toContain(path);
  expect((await kept(page)).filter((url) => /organization|onBehalfOf/.test(url))).toEqual([]);
});

test('the ticket of a shift opens at the place without a connection, also where nobody has opened it before', async ({
  browser,
  complaints,
}) => {
  const [coordinator, moderator, donor] = [
    await person(browser, complaints, 'coordinator'),
    await person(browser, complaints, 'moderator'),
    await person(browser, complaints, 'donor'),
  ];
  const from = Math.ceil(Date.now() / 60_000) * 60_000 + 9_000_000;
  const shift = await ask<{ id: string }>(
    coordinator,
    'POST',
    `/needs/${await openNeed(coordinator, moderator)}/shifts`,
    {
      from: new Date(from).toISOString(),
      until: new Date(from + 1_800_000).toISOString(),
      capacity: 1,
      meet: 'Клуб, вход со двора',
    },
  );
  await ask(donor, 'POST', `/shifts/${shift.id}/sign-ups`, {});
  const wire = await wired(browser);
  const page = await wire.context.newPage();
  await signIn(page, 'donor', '/me/shifts');
  await expect.poll(() => keptPaths(page), { timeout: 30_000 }).toContain(`/api/v1/shifts/${shift.id}`);
  await wire.cut();
  await open(page, `/me/shifts/${shift.id}`);
  await expect(page.getByRole('img', { name: /QR\sбилета/ })).toBeVisible();
  await expect(page.getByText('Клуб, вход со двора')).toBeVisible();
  await wire.close();
});

test('a newer version is offered, and taken only by a press', async ({ page }) => {
  inTurn();
  await keeping(page);
  await page.evaluate(`navigator.serviceWorker.register('/sw.js?newer').then(() => undefined)`);
  await expect(page.getByText('Вышла новая версия Лепты.')).toBeVisible();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Обновить' }).click()]);
  await expect(page.getByRole('heading', { level: 1, name: 'Выписка' })).toBeVisible();
  expect(await page.evaluate(`navigator.serviceWorker.controller?.scriptURL.endsWith('/sw.js?newer')`)).toBe(true);
});

test('it can be installed: a manifest for each language, icons of the sizes that it names', async ({
  page,
  request,
}) => {
  inTurn();
  for (const [address, manifest] of [
    ['/', '/manifest.webmanifest'],
    ['/en', '/manifest.en.webmanifest'],
  ] as const) {
    await page.goto(address);
    expect(await page.locator('link[rel=manifest]').getAttribute('href')).toBe(manifest);
    const answer = await request.get(manifest);
    expect(answer.headers()['content-type']).toContain('application/manifest+json');
    const { icons } = (await answer.json()) as { icons: { src: string; sizes: string; purpose: string }[] };
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes } of icons)
      expect(
        await page.evaluate(
          `fetch('${src}').then((found) => found.blob()).then((blob) => createImageBitmap(blob)).then(({ width, height }) => width + 'x' + height)`,
        ),
      ).toBe(sizes);
  }
});
