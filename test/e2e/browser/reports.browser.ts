import sharp from 'sharp';
import { decideNow, expect, looksFine, openCase, person, test } from './support.js';

test('a report is collected from the books, finished by three lines and a photo, read by a moderator, and stands on the page of the need', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(240_000);
  const title = `В домах тепло до весны ${Date.now().toString(36)}`;
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const panel = coordinator.getByRole('region', { name: 'Ждут отчёта' });
  const owed = panel.locator('[data-state="none"], [data-state="overdue"]').getByRole('link').first();
  const deadlines = coordinator.getByRole('region', { name: 'Сроки' }).locator('[data-deadline="report"]');
  await expect(deadlines.getByRole('link').first()).toHaveAttribute('href', (await owed.getAttribute('href')) ?? '');
  await owed.click();
  await expect(coordinator).toHaveURL(/\/reports\//);
  const need = /reports\/([\w-]+)/.exec(coordinator.url())![1]!;
  const received = await coordinator.locator('[data-report="received"]').innerText();
  await expect(coordinator.locator('[data-report="summed"]')).toHaveText(received);
  await expect(coordinator.locator('[data-check="sums"]')).toHaveAttribute('data-ok', 'true');
  await expect(coordinator.locator('[data-check=photos-ready]')).toHaveCount(0); // of none nothing is said
  const publish = coordinator.getByRole('button', { name: /^Опубликовать/ });
  await expect(publish).toBeDisabled();
  await coordinator.getByRole('button', { name: 'Взять предложенный' }).click();
  await coordinator.getByLabel('Заголовок отчёта').fill(title);
  await coordinator.getByLabel('Что изменилось у людей').fill('Всё, что пришло, уже в деле.\nСпасибо каждому.');
  await coordinator.getByLabel('Чего не удалось').fill('В двух домах слабая проводка.');
  await coordinator.reload();
  await expect(coordinator.getByLabel('Чего не удалось')).toHaveValue('В двух домах слабая проводка.');
  await coordinator.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(coordinator.locator('[data-report-saved]')).toBeFocused();
  await expect(coordinator.getByLabel('Заголовок отчёта')).toHaveValue(title);

  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a57' } })
    .jpeg()
    .toBuffer();
  const editor = coordinator.locator('.photo-editor');
  await editor.locator('input[type=file]').setInputFiles({ name: 'дом.jpg', mimeType: 'image/jpeg', buffer: picture });
  await expect(coordinator.locator('[data-check=photos-ready]')).toContainText(/не\sдобавлена/); // published now it would be lost
  await expect(publish).toBeDisabled();
  await editor.getByLabel('Что на ней').fill('Печь в доме');
  await editor.getByRole('button', { name: 'Добавить' }).click();
  await expect(editor.getByRole('img', { name: 'Печь в доме' })).toBeVisible({ timeout: 30_000 });
  await coordinator.getByRole('button', { name: 'Как увидят' }).click();
  await expect(coordinator.locator('[data-report-preview]')).toContainText('В двух домах слабая проводка.');
  await looksFine(coordinator, 'report');
  await publish.click();
  await expect(coordinator.locator('[data-report-out]')).toBeFocused();
  await expect(coordinator.getByText(/Отозвать можно до/)).toBeVisible();
  const state = coordinator.locator('[data-report-state]'); // it is out: one state, no fields, no checks of before
  await expect(state).toHaveText('читает модератор');
  await expect(coordinator.getByRole('textbox')).toHaveCount(0);
  await expect(coordinator.getByRole('main').getByText(/^опубликован$/)).toHaveCount(0);
  await expect(coordinator.locator('[data-check]')).toHaveCount(0);
  await expect(coordinator.getByRole('heading', { name: title })).toBeVisible();
  await looksFine(coordinator, 'report-out');
  await coordinator.getByRole('link', { name: /^Год в\sцифрах/ }).click();
  const year = coordinator.getByRole('region', { name: /^Выписка за/ });
  await expect(year.locator('[data-row="total"]')).toContainText(/\d/);
  await looksFine(coordinator, 'reports of an organization');
  const table = await coordinator.request.get(
    (await year.getByRole('link', { name: 'XLSX' }).getAttribute('href')) ?? '',
  );
  expect([table.status(), (await table.body()).toString('latin1', 0, 2)]).toEqual([200, 'PK']);

  await page.goto(`/needs/${need}`);
  await expect(page.getByText('Её слова и\u00a0фотографии читает модератор')).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const review = await openCase(moderator, title);
  await review.getByRole('button', { name: /^Одобрить/ }).click();
  await decideNow(moderator);
  await expect(review.getByRole('button', { name: /^Одобрить/ })).toHaveCount(0);

  const plain = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, javaScriptEnabled: false });
  const drawn = await plain.newPage();
  await drawn.goto(`/needs/${need}`);
  await expect(drawn.getByRole('heading', { name: title })).toBeVisible();
  await expect(drawn.getByText('Спасибо каждому.')).toBeVisible();
  await expect(drawn.getByText(`Пришло ${received}`)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('img', { name: 'Печь в доме' })).toBeVisible();
  await looksFine(page, 'need-reported');

  await coordinator.goto(`/desk`);
  await coordinator.getByText(/^Опубликован/).click();
  await coordinator.locator(`[data-report-of="${need}"]`).getByRole('link').first().click();
  await expect(state).toHaveText('опубликован');
  await expect(coordinator.getByText('Слова и\u00a0фотографии читает модератор')).toHaveCount(0);
  await coordinator.getByRole('button', { name: 'Написать поправку' }).click();
  await expect(coordinator.getByLabel('Заголовок отчёта')).toHaveValue(title); // goes on from what was said
  await coordinator.goto('/desk');
  await coordinator.getByText(/^Опубликован/).click();
  await expect(coordinator.locator(`[data-report-of="${need}"]`)).toHaveAttribute('data-state', 'published');
  await expect(coordinator.getByRole('region', { name: 'Сроки' })).toBeVisible();
  await expect(deadlines.locator(`a[href$="/reports/${need}"]`)).toHaveCount(0);
});
