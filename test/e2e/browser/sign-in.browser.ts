import { expect, signIn, signIns, test } from './support.js';

test('a wrong password is refused in a sentence, the right one leads back to where one came from', async ({ page }) => {
  await page.goto('/me');
  await page.getByRole('main').getByRole('link', { name: 'Войти' }).click();
  await expect(page).toHaveURL(/next=%2Fme/);
  await page.getByLabel('Почта').fill(signIns().volunteer.email);
  await page.getByLabel('Пароль').fill('not the password');
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByRole('alert')).toContainText(/[а-я]{3}/);
  await page.getByLabel('Пароль').fill(signIns().volunteer.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Мой счёт' })).toBeVisible();
});

test('an address of another site is never followed after sign-in', async ({ page }) => {
  await signIn(page, 'volunteer', '//example.org/');
  expect(new URL(page.url()).origin).toBe(new URL(process.env.LEPTA_TEST_URL!).origin);
});

test('who leaves is a visitor again, also after a reload', async ({ page }) => {
  await signIn(page, 'volunteer', '/me');
  await page.getByRole('button', { name: 'Выйти' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Войти' })).toBeVisible();
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1, name: 'Сначала войдите' })).toBeVisible();
});

test('registration answers the same way for a new and for a known address', async ({ page }) => {
  for (const email of [`new-${Date.now()}@example.org`, signIns().donor.email]) {
    await page.goto('/join');
    await page.getByLabel('Как вас зовут').fill('Вера');
    await page.getByLabel('Почта').fill(email);
    await page.getByLabel('Пароль').fill('сливовый пирог на семерых');
    for (const box of await page.getByRole('checkbox').all()) if ((await box.getAttribute('required')) !== null) await box.check();
    await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
    await expect(page.getByText(`Мы написали на ${email}`)).toBeVisible();
  }
});

test('a confirmation link without a code says what to do', async ({ page }) => {
  await page.goto('/confirm');
  await expect(page.getByText('В ссылке нет кода')).toBeVisible();
});
