import { expect, inTurn, looksFine, newcomer, signIns, test } from './support.js';

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

test('a visitor who wants to follow, or to take a place in a shift, reads why to sign in and comes back to that very button', async ({
  page,
}) => {
  const back = async (): Promise<void> => {
    await page.getByLabel('Почта').fill(signIns().volunteer.email);
    await page.getByLabel('Пароль').fill(signIns().volunteer.password);
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
  };
  await page.goto('/places/zeya');
  await page.getByRole('link', { name: 'Следить', exact: true }).click();
  await expect(page.getByText(/Чтобы следить за\sновыми нуждами, войдите/)).toBeVisible();
  await looksFine(page, 'sign-in-why');
  await back();
  await expect(page).toHaveURL(/\/places\/zeya#follow$/);
  await expect(page.getByRole('button', { name: 'Следить', exact: true })).toBeFocused();
  await page.getByRole('banner').getByRole('button', { name: 'Выйти' }).click();

  const { items } = (await (await page.request.get('/api/v1/shifts?limit=50')).json()) as {
    items: { id: string; free: number }[];
  };
  await page.goto(`/shifts/${items.find(({ free }) => free > 0)!.id}`);
  await page.getByRole('link', { name: 'Войти и записаться' }).click();
  await expect(page.getByText(/Чтобы записаться на\sсмену, войдите/)).toBeVisible();
  await back();
  await expect(page).toHaveURL(/\/shifts\/[-\w]+#sign-up$/);
  await expect(page.locator('#sign-up')).toBeFocused();
});
