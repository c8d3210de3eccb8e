import { decideNow, expect, openCase, person, test } from './support.js';

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

test('a complaint about a need by its number is about that need; beside the decision stands what it does, and that the page stays', async ({
  page,
  browser,
  complaints,
}) => {
  const { items } = (await (await page.request.get('/api/v1/needs?limit=1')).json()) as {
    items: { number: number }[];
  };
  const words = `Похоже на рекламу ${Date.now().toString(36)}`;
  const about = `/needs/${items[0]!.number}`;
  const sent = await page.request.post('/api/v1/complaints', {
    data: { about, kind: 'rude', text: words, email: 'seen@example.org' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(sent.status()).toBe(201);
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const review = await openCase(moderator, words, 'complaint');
  const link = review.locator('[data-page-about] a');
  await expect(link).toHaveAttribute('href', about);
  await expect(link).not.toContainText('/needs/');
  await expect(review.locator('ol')).not.toContainText('/needs/');
  await expect(review.locator('[data-page-stays]')).toContainText('Сама страница останется как есть');
  await expect(review.locator('[data-letter=approve]')).toContainText(
    'Сама страница от\u00a0этого решения не\u00a0меняется',
  );
  await expect(review).not.toContainText('обжаловать');
  await review.getByRole('button', { name: 'Жалоба верна' }).click();
  await expect(moderator.locator('[data-undo]')).toContainText('Жалоба верна');
  await decideNow(moderator);
  await moderator.goto('/moderation/mine');
  await expect(moderator.locator('[data-decision]').first()).toContainText('Жалоба верна');
});
