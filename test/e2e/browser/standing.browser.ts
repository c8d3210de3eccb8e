import { expect, looksFine, newcomer, test } from './support.js';

const DAYS_AHEAD = 40;
const ahead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const fifth = `${ahead(DAYS_AHEAD).slice(0, 7)}-05`;

test('somebody gives every month to a sphere, pauses, changes the amount, looks at what became of it, and stops', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await newcomer(page, 'regular', '/me');
  await expect(page.getByRole('heading', { name: 'Регулярных вкладов нет' })).toBeVisible();
  await page.getByRole('link', { name: 'Давать регулярно' }).click();
  await expect(page.getByRole('button', { name: 'Каждый месяц', pressed: true })).toBeVisible();
  await page.getByRole('group', { name: 'Вид помощи' }).getByRole('button', { name: 'Деньги' }).click();
  await page.getByRole('combobox', { name: 'На что' }).fill('Помощь в трудной');
  await page
    .getByRole('option', { name: /Помощь в трудной ситуации/ })
    .first()
    .click();
  await page.getByLabel('Сколько').fill('5 000');
  await page.getByLabel('Первый день').fill('2001-01-05');
  await page.evaluate(`document.querySelector('form[aria-label="Вклад"]').noValidate = true`); // as in a browser that does not check
  await page.getByRole('button', { name: 'Давать регулярно' }).click();
  await expect(page.getByLabel('Первый день')).toBeFocused();
  await expect(page.getByText(/Первая дата.*сегодня или позже/)).toBeVisible();
  await page.getByLabel('Первый день').fill(fifth);
  await expect(page.getByRole('status').getByText(/Каждый\sмесяц 5-го\sчисла, первый\sраз 5\s/)).toBeVisible();
  await looksFine(page, 'form');
  await page.getByRole('button', { name: 'Давать регулярно' }).click();
  await page.waitForURL(/\/standing\//);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Помощь в\sтрудной ситуации, 5.000.₽/);
  await expect(page.getByText(/Каждый\sмесяц 5-го\sчисла, следующий\sраз 5\s/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Пока ни разу не открывалось' })).toBeVisible();
  await page.getByRole('button', { name: 'Пауза' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Пауза: новые вклады не открываются.')).toBeVisible();
  await looksFine(page, 'paused');
  await expect(page.getByRole('button', { name: 'Продолжить' })).toBeFocused(); // the way back is where one is
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Пауза' })).toBeVisible();

  await page.getByRole('link', { name: 'Изменить' }).click();
  await page.getByLabel('Сколько', { exact: true }).fill('0');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(/Количество должно быть больше нуля/)).toBeVisible();
  await page.getByLabel('Сколько', { exact: true }).fill('600 000'); // unusual: the server asks whether it is meant
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('alert').getByText(/600\s000/)).toBeVisible();
  await looksFine(page, 'edit-asked');
  await page.getByRole('alert').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.waitForURL(/\/standing\/[^/]+$/);
  await expect(page.locator('dl').getByText(/600\s000\s₽/)).toBeVisible();
  await page.getByRole('link', { name: 'Изменить' }).click();
  await page.getByLabel('Сколько', { exact: true }).fill('7 000');
  await page.getByLabel('Как часто').selectOption('yearly');
  await looksFine(page, 'edit');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.waitForURL(/\/standing\/[^/]+$/);
  await expect(page.locator('dl').getByText(/7\s000\s₽/)).toBeVisible();
  await expect(page.getByText(/Каждый\sгод 5\s/)).toBeVisible();

  const balance = {
    pledged: 500_000,
    available: 120_000,
    reserved: 80_000,
    delivered: 300_000,
    released: 0,
    unit: 'kopeck',
  };
  await page.route('**/api/v1/standing-offers/*/dates*', (route) =>
    route.fulfill({
      json: {
        nextCursor: null,
        items: [
          {
            day: '2026-11-05',
            at: '2026-11-05T00:00:20Z',
            offer: { id: '01a20d62-ef48-71a5-b197-2ca3ebae8fd5', status: 'partly_used', balance },
            skipped: null,
            sentence: null,
          },
          {
            day: '2026-10-05',
            at: '2026-10-05T00:00:20Z',
            offer: null,
            skipped: 'too-many-open',
            sentence:
              'У вас было слишком много открытых вкладов. Отзовите те, что больше не нужны: следующая дата откроется.',
          },
        ],
      },
    }),
  );
  await page.reload();
  await expect(page.locator('[data-date="2026-11-05"]').getByRole('link')).toHaveAttribute(
    'href',
    '/offer/01a20d62-ef48-71a5-b197-2ca3ebae8fd5',
  );
  await expect(page.locator('[data-date="2026-10-05"]')).toContainText('пропущено');
  await looksFine(page, 'dates');

  await page.getByRole('link', { name: 'Все мои вклады' }).click();
  const line = page.locator('[data-standing]');
  await expect(line).toContainText(/7\s000\s₽/);
  await looksFine(page, 'account');
  await line.getByRole('link').click();
  await page.getByRole('button', { name: 'Прекратить' }).click();
  await page.getByRole('button', { name: 'Прекратить насовсем' }).click();
  await expect(page.getByText(/Завершено: новых вкладов не\sбудет/)).toBeVisible();
  await page.getByRole('link', { name: 'Все мои вклады' }).click();
  await expect(line).toHaveCount(0);
  await page.getByText('Завершённые').click();
  await expect(line).toHaveCount(1);

  const address = await line.getByRole('link').getAttribute('href');
  await page.goto(`/en${address}`);
  await expect(page.getByText('Ended: there will be no new offers.')).toBeVisible();
  await page.goto('/en/offer?repeat=weekly&kind=money');
  await expect(page.getByText(/Every week on \w+day, for the first time on/)).toBeVisible();
});
