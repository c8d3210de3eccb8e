import { Secret, TOTP } from 'otpauth';
import { enter, expect, newcomer, PASSWORD, test } from './support.js';

test('a second step: connected by a first code, asked for at sign-in, passed by a code that was kept', async ({
  page,
}) => {
  const email = await newcomer(page, 'second');
  await page.getByRole('button', { name: 'Подключить' }).click();
  const form = page.locator('.enrolment');
  await form.getByLabel('Нынешний пароль').fill(PASSWORD);
  await form.getByRole('button', { name: 'Дальше' }).click();
  await expect(form.getByAltText('QR-код для приложения')).toBeVisible();
  expect(
    await form
      .getByAltText('QR-код для приложения')
      .evaluate<number, { naturalWidth: number }>((image) => image.naturalWidth),
  ).toBeGreaterThan(0); // the policy lets it show
  const secret = await form.locator('.secret').innerText();
  await form.getByLabel('Код из приложения').fill('000000');
  await form.getByRole('button', { name: 'Подключить' }).click();
  await expect(form.locator('.error')).toBeVisible();
  await form.getByLabel('Код из приложения').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await form.getByRole('button', { name: 'Подключить' }).click();
  await expect(page.locator('.codes .code').first()).toBeVisible();
  const codes = await page.locator('.codes .code').allInnerTexts();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  await page.getByRole('button', { name: 'Коды сохранены' }).click();
  await expect(page.getByText(/^подключено /)).toBeVisible();

  await page.getByRole('banner').getByRole('button', { name: 'Выйти' }).click();
  await enter(page, email, '/me');
  await expect(page.getByRole('heading', { level: 1, name: 'Второй шаг' })).toBeVisible();
  await page.getByLabel('Код из приложения').fill('123456');
  await page.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/[а-я]{3}/);
  await page.getByRole('button', { name: 'Ввести код восстановления' }).click();
  await page.getByLabel('Код восстановления').fill(codes[0]!);
  await page.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(page).toHaveURL(/\/me$/);
});

test('who has not confirmed the address reads why nothing was connected, and what to do', async ({ page }) => {
  await newcomer(page, 'early');
  const problem = {
    type: 'urn:lepta:problem:person.unconfirmed',
    title: 'Так сейчас нельзя',
    status: 409,
    code: 'person.unconfirmed',
    detail: 'Сначала подтвердите почту: мы отправили вам новое письмо, откройте ссылку из него.',
  };
  await page.route('**/api/v1/me/totp', (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await page.getByRole('button', { name: 'Подключить' }).click();
  const form = page.locator('.enrolment');
  await form.getByLabel('Нынешний пароль').fill(PASSWORD);
  await form.getByRole('button', { name: 'Дальше' }).click();
  await expect(form.getByRole('alert')).toContainText(problem.detail);
  await expect(form.getByRole('alert')).toContainText('Письма нет? Посмотрите в спаме.');
});

test('password, address and sessions are changed by their owner alone', async ({ page, browser }) => {
  const email = await newcomer(page, 'owner');
  const elsewhere = await (
    await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, locale: 'ru-RU' })
  ).newPage();
  await enter(elsewhere, email);
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Вход и данные' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Выйти там' })).toHaveCount(1);

  const password = page.locator('#password');
  await expect(password.locator('form')).toHaveCount(0); // a page of settings, not of forms
  await password.getByRole('button', { name: 'Изменить: Пароль' }).click();
  await password.getByLabel('Нынешний пароль').fill('не тот пароль');
  await password.getByLabel('Новый пароль').fill('вишнёвый пирог на семерых');
  await password.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(password.getByLabel('Нынешний пароль')).toBeFocused();
  await password.getByLabel('Нынешний пароль').fill(PASSWORD);
  await password.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(password.getByText('Пароль изменён')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Выйти там' })).toHaveCount(0); // the others are out
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Сначала войдите' })).toBeVisible();

  const address = page.locator('#address');
  await address.getByRole('button', { name: 'Изменить: Почта' }).click();
  await expect(password.locator('form')).toHaveCount(0); // one at a time
  await address.getByLabel('Новая почта').fill(`new-${email}`);
  await address.getByLabel('Пароль').fill('вишнёвый пирог на семерых');
  await address.getByRole('button', { name: 'Прислать письмо' }).click();
  await expect(address.getByText('Письмо ушло на')).toBeVisible();
  await elsewhere.context().close();
});

test('consents are seen with their wording and day; what is a free choice is taken back and given again', async ({
  page,
}) => {
  await newcomer(page, 'consents', '/needs');
  await page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/consent-texts')).json()) as {
      items: { purpose: string; version: string }[];
    };
    const { purpose, version } = items.find((one) => one.purpose === 'news')!;
    await fetch('/api/v1/me/consents', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ purpose, version }),
    });
  });
  await page.goto('/me/security');
  const required = page.locator('[data-consent=personal-data]');
  await expect(required).toContainText('без него нет учётной записи');
  await expect(required.getByRole('button')).toHaveCount(0);
  const news = page.locator('[data-consent=news]');
  await news.getByRole('button', { name: /^Отозвать/ }).click();
  await expect(news).toContainText(/отозвано/);
  await news.getByRole('button', { name: /^Дать снова/ }).click();
  await expect(news).toHaveCount(2);
  await expect(news.first()).toContainText('дано');
  await expect(news.last().getByRole('button')).toHaveCount(0); // only the newest is given again
});

test('who has erased the account is told so in its place', async ({ page }) => {
  await newcomer(page, 'erased');
  await page.goto('/me/security');
  const erasing = page.getByRole('region', { name: 'Удалить меня' });
  await erasing.getByRole('button', { name: 'Удалить учётную запись' }).click();
  await erasing.getByLabel('Нынешний пароль').fill(PASSWORD);
  await erasing.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Учётная запись удалена' })).toBeVisible();
  await expect(page.locator('[data-erased]')).toBeFocused();
  expect((await page.request.get('/api/v1/session')).status()).toBe(401);
  await page.locator('[data-erased]').getByRole('link', { name: 'На главную' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('before an account is erased its page says what goes and what stays; the menu leads through the own room', async ({
  page,
}) => {
  await newcomer(page, 'erasing');
  const match = '00000000-0000-7000-8000-00000000000c';
  await page.route('**/api/v1/me/erasure', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({
          json: {
            count: 1,
            promised: [{ id: match, text: '12 шт', need: { id: match, title: 'Обогреватели' } }],
            obstacles: [
              { code: 'identity.matches-under-way', count: 1, organization: null },
              { code: 'identity.only-owner', count: null, organization: 'АНО «Проверка»' },
              { code: 'trip.aboard', count: null, organization: null },
            ],
          },
        })
      : route.continue(),
  );
  await page.reload();
  const erasing = page.getByRole('region', { name: 'Удалить меня' });
  await expect(erasing).toContainText(/1\sпередача ещё не\sподтверждена/);
  await expect(erasing.locator(`[data-in-the-way="${match}"] a`)).toHaveAttribute('href', `/matches/${match}`);
  await expect(erasing.locator('[data-obstacle="identity.only-owner"]')).toContainText('АНО «Проверка»');
  await expect(erasing.locator('[data-obstacle="trip.aboard"] a')).toHaveAttribute('href', '/me/trips');
  await expect(erasing).toContainText('Сотрём сразу');
  await expect(erasing).toContainText('Останется без имени');
  await expect(erasing.locator('form')).toHaveCount(0);
  await erasing.getByRole('button', { name: 'Удалить учётную запись' }).click();
  await expect(erasing.getByLabel('Нынешний пароль')).toBeVisible();
  const menu = page.getByRole('navigation', { name: 'Мой счёт' });
  await expect(menu.locator('[aria-current]')).toHaveText(['Вход и данные']);
  await menu.getByRole('link', { name: 'Уведомления' }).click();
  await expect(page).toHaveURL(/\/me\/notifications/);
});

test('a forgotten password is asked for without telling who is registered; a used or broken link says so', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Забыли пароль' }).click();
  await expect(page.getByRole('button', { name: 'Прислать ссылку' })).toBeVisible(); // both pages have a field of this name, and the address changes before the page does
  await page.getByLabel('Почта').fill('nobody@example.org');
  await page.getByRole('button', { name: 'Прислать ссылку' }).click();
  await expect(page.getByText('письмо уже идёт')).toBeVisible();
  await page.goto('/reset-password#not-a-token');
  await page.getByLabel('Новый пароль').fill(PASSWORD);
  await page.getByRole('button', { name: 'Сохранить пароль' }).click();
  await expect(page.getByRole('alert')).toContainText(/[а-я]{3}/);
  await expect(page.getByRole('link', { name: 'Прислать новую ссылку' })).toBeVisible();
  for (const address of ['/confirm-email-change', '/undo-email-change', '/unsubscribe']) {
    await page.goto(address);
    await expect(page.getByText('В ссылке нет кода')).toBeVisible();
  }
  await page.goto('/unsubscribe/not-a-token');
  await expect(page.getByRole('alert')).toContainText(/[а-я]{3}/);
});

test('mails are chosen kind by kind, and the choice stays', async ({ page }) => {
  await newcomer(page, 'mails');
  await page.goto('/me/notifications');
  await expect(page.getByText('Пока ничего')).toBeVisible();
  await expect(page.getByLabel('Напоминания')).toHaveValue('at-once');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
  await page.getByLabel('Напоминания').selectOption('off');
  await saved;
  await page.reload();
  await expect(page.getByLabel('Напоминания')).toHaveValue('off');
});

test('a changed wording of the consent that the law requires is asked for wherever its reader is', async ({ page }) => {
  await newcomer(page, 'consent', '/needs');
  let agreed = false;
  await page.route('**/api/v1/session', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      json: {
        ...((await answer.json()) as object),
        consentsAsked: agreed ? [] : [{ purpose: 'personal-data', version: 'next' }],
      },
    });
  });
  await page.route('**/api/v1/consent-texts', (route) =>
    route.fulfill({
      json: {
        items: [{ purpose: 'personal-data', version: 'next', text: 'Новая редакция согласия.' }],
        nextCursor: null,
      },
    }),
  );
  await page.route('**/api/v1/me/consents', async (route) => {
    agreed = (route.request().postDataJSON() as { version: string }).version === 'next';
    await route.fulfill({ status: 201, json: {} });
  });
  await page.goto('/needs');
  const asked = page.getByRole('region', { name: 'Изменился текст согласия на обработку данных' });
  await expect(asked).toContainText('Новая редакция согласия.');
  await asked.getByRole('button', { name: 'Согласиться' }).click();
  await expect(asked).toHaveCount(0);
  expect(agreed).toBe(true);
});
