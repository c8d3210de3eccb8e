import type { Page } from '@playwright/test';
import { CLEARING_ID, lines, report, trial, TRIAL_ID, unmetUpTo, weights } from './clearing-report.js';
import { drawnByBrowser, expect, inTurn, looksFine, person, test } from './support.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');

/** Answers what the API would; `runs` says how often the trial is still running. */
async function answer(page: Page, runs = { left: 1 }): Promise<object[]> {
  const sent: object[] = [];
  await drawnByBrowser(page);
  await page.route('**/api/v1/clearings**', async (route) => {
    const url = new URL(route.request().url());
    if (route.request().method() === 'POST') {
      sent.push(route.request().postDataJSON() as object);
      return route.fulfill({ status: 202, json: { id: TRIAL_ID, status: 'running' } });
    }
    if (url.pathname.endsWith('/lines')) return route.fulfill({ json: lines });
    if (url.pathname.endsWith('/unmet'))
      return route.fulfill({ json: unmetUpTo(Number(url.searchParams.get('limit'))) });
    if (url.pathname.endsWith(TRIAL_ID))
      return route.fulfill({
        json:
          runs.left-- > 0
            ? trial({ status: 'running', fairness: null, compared: null, byPlace: [], byUnit: [] })
            : trial(),
      });
    if (url.pathname.endsWith(CLEARING_ID)) return route.fulfill({ json: report() });
    return route.fulfill({ json: { items: [report()], nextCursor: null } });
  });
  await page.route('**/api/v1/weights**', async (route) => {
    const changes = new URL(route.request().url()).pathname.endsWith('/changes');
    if (route.request().method() !== 'POST')
      return route.fulfill({ json: changes ? { needsSignature: false, waiting: null } : weights });
    sent.push(route.request().postDataJSON() as object);
    return route.fulfill({ status: 201, json: { version: weights.items[0], change: null } });
  });
  return sent;
}

test('a clearing is read from the list: what was found and proved, who gets what share, what was proposed, who goes without', async ({
  page,
}) => {
  await answer(page);
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Клиринги' }).click();
  await page.getByRole('link', { name: /Клиринг №.412/ }).click();
  await expect(page).toHaveURL(new RegExp(`/clearings/${CLEARING_ID}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Клиринг №.412/);
  expect(plain(await page.locator('.lead').innerText())).toMatch(
    /24 ноября, 03:00 всё открытое сошлось в одном расчёте: 1 879 вкладов и 327 нужд\. Предложено 884 передачи\. .* не больше чем на 0,058%/,
  );
  await expect(page.getByText('9 007 199 254 740 993 001').first()).toBeHidden(); // points say nothing to most readers
  await page.getByText('Все единицы таблицей').click();
  await expect(page.getByText('9 007 199 254 740 993 001').first()).toBeVisible(); // larger than 2^53, to the last digit
  await expect(page.locator('[data-kind=time]')).toContainText('0, точный ответ');
  await expect(page.locator('[data-kind=goods]')).toHaveCount(0);
  const moved = page.getByRole('region', { name: 'Кому стало ровнее' });
  await expect(moved.locator('.only-wide .dots-before')).toHaveCount(2);
  await moved.getByText('Таблицей', { exact: true }).click();
  expect(plain(await moved.getByRole('row', { name: /^Селемджинский/ }).innerText())).toMatch(/29% 41%/);
  await expect(page.getByText('0,74 стало 0,79')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Как искали, деньги' })).toBeVisible();
  await expect(
    page.getByRole('img', {
      name: /За.15.200 шагов найденное выросло, а.доказанная граница опустилась; между ними осталось: 0,058%/,
    }),
  ).toBeVisible();
  const who = page.getByRole('region', { name: 'Кому сколько досталось' });
  await expect(who.locator('.only-wide .dots-now')).toHaveCount(3);
  await expect(who.locator('.only-wide .dots-before')).toHaveCount(0);
  await who.getByText('Таблицей', { exact: true }).click();
  expect(plain(await who.getByRole('row', { name: /^Селемджинский/ }).innerText())).toMatch(/41%/);
  await page.getByLabel('Единица').selectOption({ label: 'Время' });
  await expect(who.locator('.only-wide .dots-now')).toHaveCount(1);
  await expect(page.getByText('0,81 стало 0,88')).toHaveCount(2); // of the plan without equity and with it, of what has arrived before and after
  await expect(page.locator('tr[data-line="0"]')).toContainText('Дрова на зиму');
  await expect(page.locator('tr[data-line="0"] .two')).toContainText('срочность');
  await expect(page.locator('tr[data-line="1"]')).toContainText('уже не подходит');
  const without = page.locator('.unmet-list');
  await expect(without.locator('> li')).toHaveCount(12);
  await page.locator('section', { has: without }).last().getByRole('button', { name: 'Показать ещё' }).click();
  await expect(without.locator('> li')).toHaveCount(15);
  await expect(without).toBeFocused();
  await expect(page.getByText('слишком далеко для дарителей').first()).toBeVisible();
  await page.getByText('Почему нет', { exact: true }).first().click();
  await expect(page.getByRole('list', { name: 'Как отсеивались вклады' }).getByRole('listitem')).toHaveCount(3); // the conditions at which a giver fell away, to the one that left nothing
  await expect(page.getByRole('link', { name: 'plan.csv' })).toHaveAttribute(
    'href',
    `/api/v1/clearings/${CLEARING_ID}/plan.csv`,
  );
  await expect(page.getByRole('link', { name: 'report.json' })).toHaveAttribute(
    'href',
    `/api/v1/clearings/${CLEARING_ID}`,
  );
  await expect(page.getByRole('button', { name: 'Запустить клиринг' })).toHaveCount(0);
});

test('an administrator tries other weights, sees who would gain and lose, and puts them in force with a reason', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'administrator', '/');
  const sent = await answer(page);
  await page.goto('/admin/weights');
  const equity = page.getByLabel('Справедливость');
  await expect(equity).toHaveValue('12');
  await expect(page.getByRole('button', { name: 'Посчитать' })).toBeDisabled();
  await equity.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Сумма 105, а нужна 100.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Посчитать' })).toBeDisabled();
  await page.getByLabel('Назначение').fill('20');
  await page.getByRole('button', { name: 'Посчитать' }).click();
  await expect(page.getByText('0,88 стало 0,92')).toBeVisible();
  expect(sent[0]).toMatchObject({ dryRun: true, weights: { equity: 170_000, purpose: 200_000 } });
  await expect(page.locator('.only-wide .dots-before')).toHaveCount(3);
  await expect(page.locator('.only-wide .dots-less')).toHaveCount(1); // Blagoveshchensk gives way
  await page.getByLabel('Зачем меняем').fill('Дальние сёла ждут дольше');
  await page.getByRole('button', { name: 'Ввести новые веса' }).click();
  await expect(page.getByLabel('Зачем меняем')).toHaveValue('');
  await expect(page.locator('[data-said=published]')).toBeFocused();
  expect(sent[1]).toMatchObject({ basedOn: 1, reason: 'Дальние сёла ждут дольше', weights: { equity: 170_000 } });
});

test('weights of another administrator are put on the sliders, and returned with words or signed', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'administrator', '/');
  await answer(page);
  const [today] = weights.items;
  const change = {
    id: TRIAL_ID,
    weights: { ...today!.weights, equity: 170_000, purpose: 200_000 },
    basedOn: 1,
    reason: 'Дальние сёла ждут дольше',
    at: '2026-11-24T01:00:00Z',
    by: { id: TRIAL_ID, name: 'Татьяна Ли' },
    can: ['sign', 'refuse'],
  };
  const returned = { id: TRIAL_ID, weights: change.weights, at: change.at, by: 'Олег Замков', why: 'Спросите совет' };
  const said: object[] = [];
  let waits = true;
  await page.route('**/api/v1/weights/changes**', async (route) => {
    if (route.request().method() === 'GET')
      return route.fulfill({
        json: { needsSignature: true, waiting: waits ? change : null, returned: waits ? null : returned },
      });
    said.push(route.request().postDataJSON() as object);
    waits = false;
    return route.fulfill({ json: { version: null } });
  });
  await page.goto('/admin/weights');
  const panel = page.getByRole('region', { name: 'Ждут второй подписи' });
  await expect(panel).toContainText('Татьяна Ли');
  await expect(panel).toContainText('Дальние сёла ждут дольше');
  await expect(page.getByRole('button', { name: 'На вторую подпись' })).toBeDisabled();
  await panel.getByRole('button', { name: 'Поставить на ползунки' }).click();
  await expect(page.getByLabel('Справедливость')).toHaveValue('17');
  await looksFine(page, 'weights that wait');
  await panel.getByRole('button', { name: 'Вернуть' }).click();
  await page.getByLabel('Почему возвращаете').fill('Сначала посмотрим месяц');
  await panel.getByRole('button', { name: 'Вернуть' }).click();
  await expect(page.locator('#main').getByText('Возвращено.')).toBeVisible();
  await expect(panel).toHaveCount(0);
  await expect(page.locator('#main')).toContainText(/Ваши веса не.подписаны: Олег Замков.*Почему: Спросите совет/);
  waits = true;
  await page.reload();
  await panel.getByRole('button', { name: 'Подписать' }).click();
  await expect(page.locator('#main').getByText(/^Подписано/)).toBeVisible();
  expect(said).toEqual([{ outcome: 'refuse', reason: 'Сначала посмотрим месяц' }, { outcome: 'sign' }]);
});

test('a run that goes on, and one that failed, say so', async ({ page }) => {
  inTurn();
  let status = 'running';
  await drawnByBrowser(page);
  await page.route('**/api/v1/clearings/**', async (route) =>
    route.fulfill({
      json: report({
        status,
        failure: status === 'failed' ? 'ECONNREFUSED' : null,
        offers: null,
        needs: null,
        matches: null,
        gap: null,
        fairness: null,
        seconds: null,
        byUnit: [],
        byPlace: [],
      }),
    }),
  );
  await page.goto(`/clearings/${CLEARING_ID}`);
  await expect(page.getByText('Расчёт идёт.')).toBeVisible();
  status = 'failed';
  await expect(page.getByText('ECONNREFUSED')).toBeVisible(); // the page asks again by itself
});

test('clearings and weights pass axe in light and dark at both widths', async ({ browser, complaints }) => {
  inTurn();
  test.setTimeout(120_000);
  const page = await person(browser, complaints, 'administrator', '/');
  await answer(page, { left: 0 });
  for (const address of ['/clearings', `/clearings/${TRIAL_ID}`, '/admin/weights']) {
    await page.goto(address);
    await expect(page.locator('h1')).toHaveCount(1);
    if (address.startsWith('/clearings/')) await page.locator('[data-search]').scrollIntoViewIfNeeded(); // it comes with a reader who gets there
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await looksFine(page, address);
  }
});
