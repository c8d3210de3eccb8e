import { expect, inTurn, looksFine, newcomer, test } from './support.js';

test('who is signed in follows a municipality from its page, finds it among the notices, and stops there', async ({
  page,
  complaints,
}) => {
  inTurn();
  await newcomer(page, 'follower', '/places/zeya');
  const ask = page.getByRole('button', { name: 'Следить', exact: true });
  await ask.click();
  await expect(page.locator('.follow-said')).toContainText(/Вы\sследите/);
  await expect(ask).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Не следить' })).toBeVisible();
  await page.goto('/me/notifications');
  const follows = page.getByRole('region', { name: 'За чем вы следите' });
  await expect(follows.getByRole('link')).toHaveText(['Зея']);
  await looksFine(page, 'follows');
  await follows.getByRole('button', { name: /Не\sследить:\sЗея/ }).click();
  await expect(follows.getByText(/Пока\sни\sза\sчем/)).toBeVisible();
  await expect(follows.getByRole('heading')).toBeFocused();
  await page.goto('/places/zeya');
  await expect(ask).toBeVisible();
  expect(complaints).toEqual([]);
});
