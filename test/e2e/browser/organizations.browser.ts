import type { Page } from '@playwright/test';
import { drawnByBrowser, expect, inTurn, person, test } from './support.js';

const ownOrganization = (page: Page): Promise<string> =>
  page.evaluate(
    async () =>
      ((await (await fetch('/api/v1/session')).json()) as { memberships: { organization: { id: string } }[] })
        .memberships[0]!.organization.id,
  );

test('on a phone every need of the desk is read whole: nothing scrolls sideways', async ({ browser, complaints }) => {
  inTurn();
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.setViewportSize({ width: 390, height: 800 });
  const needs = page.getByRole('group', { name: 'Нужды' });
  await expect(needs.locator('[data-need]').first()).toBeVisible();
  expect(
    await page.evaluate<number>("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.table-scroll'))"),
  ).toBeLessThanOrEqual(0);
  await expect(async () => {
    await needs.locator('[data-need] .due-cell').first().scrollIntoViewIfNeeded(); // what stands above may still be coming
    for (const cell of ['.first-cell', '.bar-cell .bar', '.due-cell'])
      await expect(needs.locator('[data-need]').first().locator(cell)).toBeInViewport({ ratio: 0, timeout: 500 });
  }).toPass();
  const title = (await needs.locator('.first-cell').first().boundingBox())!;
  const bar = (await needs.locator('.bar-cell .bar').first().boundingBox())!;
  expect(bar.y).toBeGreaterThanOrEqual(title.y + title.height); // the bar stands under the title
});

test('a coordinator reads the record of a verified organization, and why it does not change', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.getByRole('link', { name: 'Карточка организации' }).click();
  await expect(page).toHaveURL(/\/record$/);
  await expect(page.getByText('Карточка проверена, поэтому слова')).toBeVisible();
  await expect(page.getByText('2899000017')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Уровень доверия \d из.3/ })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Путь' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Рабочее место');
});

test('everybody sees what an organization asks for and how it is checked', async ({ page, browser, complaints }) => {
  const own = await ownOrganization(await person(browser, complaints, 'coordinator', '/desk'));
  await page.goto('/needs');
  const need = await page.evaluate(
    async (id) =>
      (
        (await (await fetch(`/api/v1/needs?limit=1&organization=${id}`)).json()) as {
          items: { id: string; title: string }[];
        }
      ).items[0]!,
    own,
  );
  await page.goto(`/needs/${need.id}`);
  await page.getByRole('region', { name: 'Кто просит' }).getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/organizations/${own}`));
  await expect(page.getByRole('heading', { name: 'Чем подтверждено' })).toBeVisible();
  await expect(page.locator(`article[data-need="${need.id}"]`)).toBeVisible();
  await page.goto('/organizations/00000000-0000-7000-8000-000000000000');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет');
});

test('the foot says that organizations are invented, as this region is a demo', async ({ page }) => {
  inTurn();
  await page.goto('/needs');
  await expect(page.getByText('Пример наполнения')).toBeVisible();
  await drawnByBrowser(page);
  await page.route('**/api/v1/installation', async (route) =>
    route.fulfill({ json: { region: null, demo: false, paused: true } }),
  );
  await page.goto('/needs');
  await expect(page.getByText('Данные восстановлены из копии')).toBeVisible();
  await expect(page.getByText('Пример наполнения')).toHaveCount(0);
});
