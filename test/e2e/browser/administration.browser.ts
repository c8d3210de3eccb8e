import { expect, person, test } from './support.js';

const JOB = { job: 'matching.propose-for-need', fact: { id: '00000000-0000-7000-8000-00000000000a', type: 'need.opened', at: '2026-11-24T01:00:00Z' }, status: 'failed', failedAt: '2026-11-24T02:00:00Z', code: '23505 matches_once', can: ['retry'] };

test('an administrator takes a job up again, and the list says that none is left', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'administrator', '/');
  let taken = '';
  await page.route('**/api/v1/admin/jobs?**', async (route) => route.fulfill({ json: { items: taken ? [] : [JOB], nextCursor: null } }));
  await page.route('**/api/v1/admin/jobs/*/*/retry', async (route) => {
    taken = new URL(route.request().url()).pathname;
    await route.fulfill({ json: { job: JOB.job, factId: JOB.fact.id, status: 'waiting' } });
  });
  await page.getByRole('navigation', { name: 'Основная' }).getByRole('link', { name: 'Управление' }).click();
  await expect(page.locator('[data-job]')).toContainText('23505 matches_once');
  await expect(page.getByText('1 работа остановлена')).toBeVisible();
  await page.getByRole('button', { name: 'Взять снова: matching.propose-for-need' }).click();
  await expect(page.getByRole('heading', { name: 'Остановленных работ нет' })).toBeVisible();
  expect(taken).toBe(`/api/v1/admin/jobs/${JOB.fact.id}/${JOB.job}/retry`);
});

test('rows that the worker could not process in time stand below, with the next try', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'administrator', '/');
  const row = { job: 'matching.lapse', rowId: '00000000-0000-7000-8000-00000000000b', tries: 5, code: '23514 matches_check', firstFailedAt: '2026-11-24T01:00:00Z', failedAt: '2026-11-24T02:00:00Z', nextTryAt: '2026-11-24T02:16:00Z' };
  await page.route('**/api/v1/admin/due-rows?**', (route) => route.fulfill({ json: { items: [row], nextCursor: null } }));
  await page.goto('/admin/jobs');
  await expect(page.getByRole('heading', { name: '1 строка не обработана в срок' })).toBeVisible();
  await expect(page.locator('[data-due-row]')).toContainText('23514 matches_check');
  await expect(page.locator('[data-due-row]')).toContainText('5 неудач, последняя 24 ноября');
});

test('every mail is read with its text, chosen by its state and its reader; the choice lives in the address', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'administrator', '/admin/mails');
  await expect(page.locator('[data-mail]').first()).toBeVisible();
  await page.locator('[data-mail] summary').first().click();
  await expect(page.locator('[data-mail] details[open] .pre')).toContainText(/[А-Яа-я]{3}/);
  await page.locator('[data-mail] details[open]').getByRole('link', { name: /^Только письма для/ }).click();
  await expect(page).toHaveURL(/person=/);
  await page.goto('/admin/mails');
  await page.getByLabel('Состояние').selectOption({ label: 'не ушло' });
  await expect(page).toHaveURL(/status=failed/);
  await expect(page.getByRole('heading', { name: 'Писем нет' })).toBeVisible();
});

test('the link of a mail is hidden until an administrator asks for it', async ({ browser, complaints, request }) => {
  const email = `mail-${Date.now()}@example.org`;
  const registered = await request.post('/api/v1/people', { data: { email, password: 'сливовый пирог 7', name: 'Читательница', locale: 'ru', consents: [{ purpose: 'personal-data', version: '2026-01' }] } });
  expect(registered.status()).toBe(201);
  const page = await person(browser, complaints, 'administrator', '/admin/mails');
  const mail = page.locator('[data-mail]', { hasText: email });
  await mail.locator('summary').click();
  await expect(mail.locator('.pre')).toContainText('/confirm-email#••••••');
  await expect(mail.getByRole('button', { name: 'Показать ссылку' })).toHaveCount(0); // a mail server delivers here: nobody has to

  // As where no server sends mails; what the api does then is told in http/tokens.spec.ts.
  await page.route('**/api/v1/mails?*', async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as { items: { can: string[] }[] };
    await route.fulfill({ response: answer, json: { ...list, items: list.items.map((item) => ({ ...item, can: ['reveal'] })) } });
  });
  await page.route('**/api/v1/mails/*/reveal', (route) => route.fulfill({ json: { body: 'https://lepta.example/confirm-email#shown-for-this-test' } }));
  await page.reload();
  await mail.locator('summary').click();
  await mail.getByRole('button', { name: 'Показать ссылку' }).click();
  await expect(mail.locator('.pre')).toContainText('confirm-email#shown-for-this-test');
});

test('moderators read the log of decisions, also about one thing; others do not find these rooms', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'moderator', '/moderation');
  await page.getByRole('link', { name: 'Журнал решений' }).click();
  await expect(page.locator('tr[data-action]').first()).toBeVisible();
  await page.getByRole('link', { name: /^Только записи/ }).first().click();
  await expect(page).toHaveURL(/subjectId=/);
  const cells = await page.locator('tr[data-action] td:nth-child(4)').allInnerTexts();
  expect(new Set(cells).size).toBe(1);
  await page.goto('/admin/mails');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет');
  const donor = await person(browser, complaints, 'donor', '/admin/audit');
  await expect(donor.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет');
});
