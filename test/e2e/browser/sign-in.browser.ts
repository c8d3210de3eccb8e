import {
  agree,
  enter,
  expect,
  inTurn,
  linkIn,
  newcomer,
  PASSWORD,
  register,
  signIn,
  signIns,
  test,
} from './support.js';

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
    await agree(page);
    await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
    const outcome = page.locator('[data-registered]');
    await expect(outcome).toContainText(`Мы написали на ${email}`);
    await expect(outcome).toBeFocused();
    await expect(outcome).toBeInViewport();
  }
});

test('before the mail is opened nobody gets in, and the page says what to do; the link opened elsewhere asks for a password, which is the one that counts', async ({
  page,
  browser,
}) => {
  const email = await register(page, 'phone');
  await enter(page, email, '/me');
  await expect(page.getByText('Только что зарегистрировались?')).toBeVisible();
  const phone = await (await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, locale: 'ru-RU' })).newPage();
  const link = await linkIn(email, '/confirm-email');
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Это моя почта' }).click();
  await expect(phone.getByText('Действовать будет только он')).toBeVisible();
  await phone.getByLabel('Пароль для входа').fill('вишнёвый пирог на семерых');
  await phone.getByRole('button', { name: 'Это моя почта' }).click();
  await expect(phone.locator('[data-link-done]')).toContainText('Адрес подтверждён');
  await enter(page, email, '/me');
  await expect(page.getByRole('alert')).toBeVisible(); // the password of the form is not the one
  await page.getByLabel('Пароль').fill('вишнёвый пирог на семерых');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page).toHaveURL(/\/me$/);
  await phone.goto(link);
  await phone.reload();
  await phone.getByRole('button', { name: 'Это моя почта' }).click();
  await expect(phone.getByText('Если адрес уже подтверждён, просто войдите')).toBeVisible();
  await phone.context().close();
});

test('another address is confirmed by whoever is signed in; elsewhere the page leads to the sign-in and back', async ({
  page,
  browser,
}) => {
  const email = await newcomer(page, 'moving');
  const next = `moved-${email}`;
  const address = page.locator('#address');
  await address.getByRole('button', { name: 'Изменить: Почта' }).click();
  await address.getByLabel('Новая почта').fill(next);
  await address.getByLabel('Пароль').fill(PASSWORD);
  await address.getByRole('button', { name: 'Прислать письмо' }).click();
  const elsewhere = await (
    await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, locale: 'ru-RU' })
  ).newPage();
  await elsewhere.goto(await linkIn(next, '/confirm-email-change'));
  await elsewhere.getByRole('button', { name: 'Это моя новая почта' }).click();
  await expect(elsewhere.getByRole('alert')).toContainText('Войдите в ту учётную запись');
  await elsewhere.getByRole('link', { name: 'Войти и подтвердить' }).click();
  await elsewhere.getByLabel('Почта').fill(email);
  await elsewhere.getByLabel('Пароль').fill(PASSWORD);
  await elsewhere.getByRole('button', { name: 'Войти', exact: true }).click();
  await elsewhere.getByRole('button', { name: 'Это моя новая почта' }).click();
  await expect(elsewhere.getByRole('main').getByText('Почта изменена')).toBeVisible();
  await elsewhere.context().close();
});

test('a confirmation link without a code says what to do', async ({ page }) => {
  inTurn();
  await page.goto('/confirm');
  await expect(page.getByText('В ссылке нет кода')).toBeVisible();
});
