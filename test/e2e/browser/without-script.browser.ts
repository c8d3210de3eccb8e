import { expect, inTurn, linkIn, looksFine, openCase, PASSWORD, person, test, proposal, signIns } from './support.js';

test('without a script a visitor finds a need, pages on, reads, gives by QR code, offers without an account and complains', async ({
  browser,
  complaints,
}) => {
  const context = await browser.newContext({
    baseURL: process.env.LEPTA_TEST_URL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();

  await page.goto('/');
  await expect(page.getByRole('button', { name: /^(300\s₽|Другая|Меню)$/ })).toHaveCount(0); // only a script could move them
  await page.goto('/needs?view=map');
  await expect(page.locator('article[data-need]').first()).toBeVisible();
  await page.getByLabel('Сначала').selectOption('deadline');
  await page.getByLabel('Кому').selectOption('large-families');
  await page.getByRole('button', { name: 'Найти', exact: true }).click();
  await expect(page).toHaveURL(/[?&]sort=deadline/);
  await expect(page).toHaveURL(/[?&]group=large-families/);
  await page.goto('/needs?kind=money');
  const first = page.locator('article[data-need]').first();
  const named = await first.getAttribute('data-need');
  await page.getByRole('link', { name: 'Показать ещё' }).click();
  await expect(page.locator(`article[data-need="${named}"]`)).toHaveCount(0);
  const { items } = (await (await page.request.get('/api/v1/needs?kind=money&limit=200')).json()) as {
    items: { id: string; can: string[] }[];
  };
  const need = items.find(({ can }) => can.includes('give'))!.id;
  await page.goto(`/needs/${need}`);
  await expect(page.locator('[data-balance=required]')).toHaveText(/\d/);

  await page.getByLabel('Сумма').fill('много');
  await page.getByRole('button', { name: 'Перевести по QR-коду' }).click();
  await expect(page.getByLabel('Сумма')).toHaveValue('много');
  await expect(page.getByLabel('Сумма')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Сумма')).toBeFocused();
  await page.getByLabel('Сумма').fill('150,50');
  await page.getByLabel(/^Почта/).fill('giver@example.org');
  await page.getByRole('button', { name: 'Перевести по QR-коду' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Осталось перевести');
  await expect(page.getByAltText(/Платёжный QR-код/)).toBeVisible();

  const email = `bez-skripta-${Date.now().toString(36)}@example.org`;
  await page.goto('/offer');
  await page.getByRole('link', { name: 'Вещи', exact: true }).first().click();
  await page.getByRole('combobox', { name: 'Что отдаёте' }).fill('Самодельный обогреватель');
  await page.getByLabel('Категория').selectOption('relief-household');
  await page.getByLabel('Сколько', { exact: true }).fill('три');
  await page.getByLabel('Где вещи').selectOption('zeya');
  await page.getByLabel('Почта').fill(email);
  await page.getByLabel('Как вас зовут').fill('Вера');
  for (const box of await page.locator('input[name=consents]').all()) await box.check();
  await page.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(page.getByLabel('Сколько', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('combobox', { name: 'Что отдаёте' })).toHaveValue('Самодельный обогреватель');
  await expect(page.getByLabel('Почта')).toHaveValue(email);
  await page.getByLabel('Сколько', { exact: true }).fill('3');
  await page.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(page.getByText('Осталось открыть ссылку из письма')).toBeVisible();
  const link = await linkIn(email, '/confirm-email');
  await page.goto(link);
  await page.getByLabel('Ссылка, которую вы получили').fill('https://lepta.example/confirm-email#нет-такой');
  await page.getByRole('button', { name: 'Это моя почта' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Ссылка, которую вы получили').fill(`https://lepta.example${link}`);
  await page.getByRole('button', { name: 'Это моя почта' }).click();
  await page.getByLabel('Пароль для входа').fill(PASSWORD);
  await page.getByRole('button', { name: 'Это моя почта' }).click();
  await expect(page.getByText('Адрес подтверждён')).toBeVisible();

  await page.goto('/sign-in');
  await page.getByLabel('Почта').fill(email);
  await page.getByLabel('Пароль').fill('не тот пароль');
  await page.getByRole('button', { name: 'Войти', exact: true, disabled: false }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Почта')).toHaveValue(email);
  await page.getByLabel('Пароль').fill(PASSWORD);
  await page.getByRole('button', { name: 'Войти', exact: true, disabled: false }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Моё на одной странице' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Предложения по вашим вкладам' })).toBeVisible();
  await expect(page.locator('[data-sum=goods]')).toBeVisible();
  expect((await page.locator('[data-sum=goods]').boundingBox())!.width).toBeGreaterThan(250); // three beside each other had a letter or two a line
  await page.goto('/me');
  await expect(page.getByRole('link', { name: 'Мой счёт без скрипта' })).toBeInViewport();
  await page.getByRole('link', { name: 'Мой счёт без скрипта' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Моё на одной странице' })).toBeVisible();
  await page.goto('/sign-in');
  await page.getByRole('main').getByRole('link', { name: 'Мой счёт', exact: true }).click();
  await page.getByRole('main').getByRole('button', { name: 'Выйти' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/confirm-email');

  await page.getByRole('contentinfo').getByRole('link', { name: 'Пожаловаться' }).click();
  await expect(page.getByLabel('На какую страницу жалуетесь')).toHaveValue('/confirm-email');
  await page.getByLabel('Куда ответить').fill('не почта');
  await page.getByRole('button', { name: 'Отправить жалобу' }).click(); // nothing but a wrong address is said yet: all of it is told at once
  await expect(page.getByRole('radiogroup')).toHaveAccessibleDescription('Заполните это поле.');
  await expect(page.getByLabel('Расскажите, что видели')).toHaveAccessibleDescription(
    /^Напишите хотя бы несколько слов/,
  );
  await expect(page.getByLabel('Куда ответить')).toHaveAccessibleDescription(/не похоже на адрес/);
  await page.getByLabel('Куда ответить').fill('');
  await page.getByLabel('На какую страницу жалуетесь').fill('');
  await page.getByRole('button', { name: 'Отправить жалобу' }).click();
  await expect(page.getByLabel('На какую страницу жалуетесь')).toHaveAccessibleDescription(/^Заполните это поле/);
  await page.getByLabel('На какую страницу жалуетесь').fill('/confirm-email');
  await page.getByLabel('Грубость, давление, реклама').check();
  await page.getByLabel('Расскажите, что видели').fill(`Грубое слово ${email}`);
  await page.getByRole('button', { name: 'Отправить жалобу' }).click();
  await expect(page.getByText(/Жалоба №\s\d+ принята/)).toBeVisible();
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  await expect(await openCase(moderator, `Грубое слово ${email}`)).toContainText('Слова жалобы');
  await context.close();
});

test('without a script a coordinator signs in, sees what waits at the desk, and accepts what a donor gives', async ({
  browser,
  complaints,
}) => {
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const id = await proposal(coordinator, moderator, donor, '5');
  expect((await donor.request.post(`/api/v1/matches/${id}/accept`, { data: {} })).status()).toBe(200);

  const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Почта').fill(signIns().coordinator.email);
  await page.getByLabel('Пароль').fill(signIns().coordinator.password);
  await page.getByRole('button', { name: 'Войти', exact: true, disabled: false }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Моё на одной странице' })).toBeVisible();
  const match = page.locator(`[data-match="${id}"]`);
  await expect(match).toHaveAttribute('data-status', 'held');
  await match.getByRole('button', { name: 'Да, подходит' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Ваше «да» записано' })).toBeVisible();
  await expect(match).toHaveAttribute('data-status', 'accepted');
  await context.close();
});

test('what was typed before the script took the form of an offer over is kept, and it looks fine', async ({ page }) => {
  inTurn();
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((go) => setTimeout(go, 1_500));
    await route.continue();
  });
  await page.goto('/offer?kind=goods');
  await page.getByRole('combobox', { name: 'Что отдаёте' }).fill('Тёплые одеяла');
  await page.getByLabel('Сколько', { exact: true }).fill('12');
  await expect(page.getByRole('button', { name: 'Деньги' })).toBeVisible(); // taken over
  await expect(page.getByRole('combobox', { name: 'Что отдаёте' })).toHaveValue('Тёплые одеяла');
  await expect(page.getByLabel('Сколько', { exact: true })).toHaveValue('12');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Деньги' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Что отдаёте' })).toHaveValue('Тёплые одеяла');
  await page.unrouteAll({ behavior: 'wait' });
  await looksFine(page, 'offer-plain');
});
