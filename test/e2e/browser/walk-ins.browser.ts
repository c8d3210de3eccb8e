import { expect, looksFine, person, test } from './support.js';

test('somebody comes to the desk, an offer is made in their name, and they are erased when they ask', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const mark = String.fromCharCode(
    ...[...String(Date.now() % 1_000_000)].map((digit) => 'а'.charCodeAt(0) + Number(digit)),
  ); // names are written in letters
  const staff = await person(browser, complaints, 'coordinator', '/desk');
  await staff.getByRole('link', { name: 'Вклады пришедших' }).click();
  await staff.getByLabel('Имя и фамилия').fill(`Аполлинария Одуванчикова${mark}`);
  await staff.getByLabel('Телефон').fill('позвоните');
  await staff.getByRole('button', { name: 'Записать и внести вклад' }).click();
  await expect(staff.getByText(/не похоже на телефон|не телефон/i).first()).toBeVisible();
  await staff.getByLabel('Телефон').fill('+7 914 000-00-17');
  await looksFine(staff, 'walk-ins');
  await staff.getByRole('button', { name: 'Записать и внести вклад' }).click();

  await expect(staff.getByRole('heading', { name: 'Вклад от имени пришедшего' })).toBeVisible();
  await expect(staff.getByText(new RegExp(`Даёт\\sАполлинария Одуванчикова${mark}`))).toBeVisible();
  await looksFine(staff, 'walk-in-offer');
  await staff.getByRole('combobox', { name: 'Что отдаёте' }).fill('обогрев');
  await staff.getByRole('option', { name: /^Обогреватели/ }).click();
  await staff.getByLabel('Сколько', { exact: true }).fill('4');
  await staff.getByLabel('Где вещи').selectOption('zeya');
  await staff.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(staff).toHaveURL(/\/offer\/[0-9a-f-]{36}$/);
  const offer = `[data-offer="${new URL(staff.url()).pathname.split('/').at(-1)}"]`;
  await expect(staff.locator('[data-balance=pledged]')).toContainText('4');

  await staff.goto('/desk');
  await staff.getByRole('link', { name: 'Вклады пришедших' }).click();
  await expect(staff.locator(offer)).toHaveCount(1);
  await staff.getByLabel('Найти по имени').fill(`одуванчикова${mark}`);
  const line = staff.locator('[data-walk-in]');
  await expect(line).toHaveCount(1);
  await line.getByRole('button', { name: 'Как связаться' }).click();
  await expect(line.locator('[data-contact]')).toContainText('000-00-17');
  await line.getByRole('button', { name: 'Удалить', exact: true }).click();
  await line.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(line).toHaveCount(0);
  await expect(staff.locator(offer)).toHaveCount(1); // what it was stays, without a name

  await staff.goto('/en/desk');
  await staff.getByRole('link', { name: 'Offers of people who come by' }).click();
  await expect(staff.getByRole('heading', { name: 'Who came by' })).toBeVisible();
});
