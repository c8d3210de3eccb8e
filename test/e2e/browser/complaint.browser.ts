import { expect, openCase, person, test } from './support.js';

test('a visitor complains about the page that was read, without an account; a moderator finds the case', async ({
  page,
  browser,
  complaints,
}) => {
  await page.goto('/how');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Пожаловаться' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Пожаловаться' })).toBeVisible();
  await expect(page.getByLabel('На какую страницу жалуетесь')).toHaveValue('/how');
  await page.getByLabel('Просят перевести на карту или телефон').check();
  await page.getByLabel('Расскажите, что видели').fill('После перевода попросили прислать ещё на карту.');
  await page.reload();
  await expect(page.getByLabel('Расскажите, что видели')).toHaveValue(/прислать ещё на карту/); // nothing typed is lost
  await expect(page.getByLabel('Просят перевести на карту или телефон')).toBeChecked();
  await page.getByRole('button', { name: 'Отправить жалобу' }).click();
  await expect(page.locator('[data-complaint-taken]').filter({ hasText: /Жалоба №\s\d+ принята/ })).toBeFocused();
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  await expect(await openCase(moderator, 'попросили прислать ещё на карту')).toContainText('Слова жалобы');
});
