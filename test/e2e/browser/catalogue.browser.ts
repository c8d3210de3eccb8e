import { expect, inTurn, person, test } from './support.js';

test('an administrator teaches the search a word, adds a category, retires it; the history says so', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'administrator', '/admin/catalogue');
  const stamp = String(Date.now() % 1_000_000);
  const word = `буржуечка${stamp}`;
  await expect(page.getByRole('navigation', { name: 'Сферы' }).getByRole('link').first()).toBeVisible();
  await page.getByRole('link', { name: /^Дрова, уголь/ }).click();
  const entry = page.locator('[data-entry="relief-heating"]');
  await expect(entry.getByLabel('Название')).toHaveValue(/^Дрова, уголь/);

  await page.getByRole('searchbox', { name: 'Проверить, что найдёт слово' }).fill(word);
  await expect(page.getByText(`«${word}» не находит ничего`)).toBeVisible();
  await entry.getByLabel('Синонимы: как об этом говорят люди: ещё').fill(word);
  await entry.getByRole('button', { name: 'Добавить' }).first().click();
  await expect(entry.getByText('Изменено 1 поле.')).toBeVisible();
  await entry.getByLabel('Почему').first().fill('Так ищут');
  await entry.getByRole('button', { name: 'Сохранить' }).click();
  await expect(entry.locator('[data-history]')).toContainText(`добавлено слово: ${word}.`);
  await expect(entry.locator('[data-history]')).toContainText('Так ищут');
  await expect(page.locator('[data-found="relief-heating"]')).toContainText(`по слову «${word}»`);

  await page.getByRole('button', { name: 'Новая категория' }).click();
  await page.getByLabel('Код').fill(`relief-lamps-${stamp}`);
  await page.getByLabel('Название').fill(`Лампы ${stamp}`);
  await page.getByLabel('По-английски').fill(`Lamps ${stamp}`);
  await page.getByLabel('Что считает получатель').fill('household');
  await page.locator('.cat-e').getByRole('button', { name: 'Добавить' }).click();
  const lamps = page.locator(`[data-entry="relief-lamps-${stamp}"]`);
  await expect(lamps.locator('[data-history]')).toContainText('запись добавлена');
  await lamps.getByLabel('Чем заменить').selectOption({ label: 'Мебель, посуда и бытовая техника' });
  await lamps.getByRole('button', { name: 'Вывести' }).click();
  await expect(lamps.getByRole('button', { name: 'Вернуть в употребление' })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(`Лампы ${stamp}`) })).toContainText(
    'вместо неё «Мебель, посуда и бытовая техника»',
  );
});

test('the page is whole on a phone, and others do not find it', async ({ browser, complaints }) => {
  inTurn();
  const page = await person(browser, complaints, 'administrator', '/admin/catalogue');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByLabel('Сфера', { exact: true })).toBeVisible();
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  const moderator = await person(browser, complaints, 'moderator', '/admin/catalogue');
  await expect(moderator.getByRole('heading', { name: 'Это раздел администратора' })).toBeVisible();
  await expect(moderator.locator('.cat')).toHaveCount(0);
});
