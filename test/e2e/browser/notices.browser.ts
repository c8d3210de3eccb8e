import { Secret, TOTP } from 'otpauth';
import { expect, inTurn, looksFine, newcomer, PASSWORD, person, signIn, test } from './support.js';

test('what happened to the account is told in the list: unread until it is read, by days, and by the filter in the address', async ({
  page,
}) => {
  await newcomer(page, 'told');
  await page.getByRole('button', { name: 'Подключить' }).click();
  const form = page.locator('.enrolment');
  await form.getByLabel('Нынешний пароль').fill(PASSWORD);
  await form.getByRole('button', { name: 'Дальше' }).click();
  const secret = await form.locator('.secret').innerText();
  await form.getByLabel('Код из приложения').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await form.getByRole('button', { name: 'Подключить' }).click();
  await expect(page.locator('.codes .code').first()).toBeVisible();

  await page.goto('/me/notifications');
  await expect(page.getByRole('region', { name: 'Ждёт вас' })).toContainText(/ничто не\sждёт/);
  const today = page.getByRole('region', { name: 'Сегодня' });
  const line = today.getByRole('listitem').filter({ hasText: 'Второй фактор подключён' });
  await expect(line).toContainText('Новое:');
  await page.getByRole('link', { name: 'Непрочитанные' }).click();
  await expect(page).toHaveURL(/show=unread/);
  await line.getByRole('button', { name: 'Отметить прочитанным' }).click();
  await expect(page.getByText('Всё прочитано')).toBeVisible();
  await page.goBack();
  await expect(line).not.toContainText('Новое:');
  await line.getByRole('link').click();
  await expect(page).toHaveURL(/\/me\/security/);
});

test('what waits stands over the news, and the list goes on where it was', async ({ browser, complaints, page }) => {
  inTurn();
  const coordinator = await person(browser, complaints, 'coordinator', '/me/notifications');
  await expect(
    coordinator.getByRole('region', { name: 'Ждёт вас' }).getByRole('link', { name: /жд[ёу]т ответа/ }),
  ).toBeVisible();
  await coordinator
    .getByRole('region', { name: 'Ждёт вас' })
    .getByRole('link', { name: /жд[ёу]т ответа/ })
    .first()
    .click();
  await expect(coordinator).toHaveURL(/\/desk\/.+\/offers/);

  const told = (from: number, next: string | null) => ({
    items: Array.from({ length: 30 }, (_, at) => ({
      id: `00000000-0000-7000-8000-0000000${String(from + at).padStart(5, '0')}`,
      kind: 'match',
      template: 'match.asked',
      subject: { type: 'match', id: 'x' },
      path: '/me',
      text: `Новость ${from + at}`,
      createdAt: new Date(Date.now() - (from + at) * 3_600_000).toISOString(),
      readAt: null,
    })),
    nextCursor: next,
  });
  await signIn(page, 'donor', '/me');
  await page.route('**/api/v1/notifications?*', (route) =>
    route.fulfill({ json: route.request().url().includes('cursor=') ? told(30, null) : told(0, 'more') }),
  );
  await page.goto('/me/notifications');
  await expect(page.getByRole('link', { name: /Новость 0$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Показать ещё' }).click();
  await expect(page.getByRole('link', { name: /Новость 59$/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Новость 0$/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Вчера' })).toBeVisible();
  await looksFine(page, 'notices');
});
