import { expect, inTurn, listen, person, test } from './support.js';
import { ask, newVolunteer } from './time-need.js';

const JOB = {
  job: 'matching.propose-for-need',
  fact: { id: '00000000-0000-7000-8000-00000000000a', type: 'need.opened', at: '2026-11-24T01:00:00Z' },
  status: 'failed',
  failedAt: '2026-11-24T02:00:00Z',
  code: '23505 matches_once',
  can: ['retry', 'discard'],
};

test('an administrator takes a job up again, and the list says that none is left', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'administrator', '/');
  let taken = '';
  await page.route('**/api/v1/admin/jobs?**', async (route) =>
    route.fulfill({ json: { items: taken ? [] : [JOB], nextCursor: null } }),
  );
  await page.route('**/api/v1/admin/jobs/*/*/retry', async (route) => {
    taken = new URL(route.request().url()).pathname;
    await route.fulfill({ json: { job: JOB.job, factId: JOB.fact.id, status: 'waiting' } });
  });
  await page.getByRole('navigation', { name: 'Основная' }).getByRole('link', { name: 'Управление' }).click();
  await page.waitForURL('**/admin/health'); // how the installation is, before what has stopped in it
  await page.goto('/admin/jobs');
  await expect(page.locator('[data-job]')).toContainText('23505 matches_once');
  await expect(page.getByText('1 работа остановлена')).toBeVisible();
  await page.getByRole('button', { name: 'Взять снова: matching.propose-for-need' }).click();
  await expect(page.getByRole('heading', { name: 'Остановленных работ нет' })).toBeVisible();
  expect(taken).toBe(`/api/v1/admin/jobs/${JOB.fact.id}/${JOB.job}/retry`);
});

test('a job that nobody is going to do is discarded with a reason', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'administrator', '/');
  let said: unknown = null;
  await page.route('**/api/v1/admin/jobs?**', async (route) =>
    route.fulfill({ json: { items: said ? [] : [JOB], nextCursor: null } }),
  );
  await page.route('**/api/v1/admin/jobs/*/*/discard', async (route) => {
    said = route.request().postDataJSON();
    await route.fulfill({ json: { job: JOB.job, factId: JOB.fact.id, status: 'discarded' } });
  });
  await page.goto('/admin/jobs');
  await page.getByRole('button', { name: 'Не выполнять: matching.propose-for-need' }).click();
  await page.getByLabel('Почему её не надо выполнять').fill('Нужда закрыта');
  await page.getByRole('button', { name: 'Снять с учёта' }).click();
  await expect(page.getByRole('heading', { name: 'Остановленных работ нет' })).toBeVisible();
  expect(said).toEqual({ reason: 'Нужда закрыта' });
});

test('rows that the worker could not process in time stand below, with the next try', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'administrator', '/');
  const row = {
    job: 'matching.lapse',
    rowId: '00000000-0000-7000-8000-00000000000b',
    tries: 5,
    code: '23514 matches_check',
    firstFailedAt: '2026-11-24T01:00:00Z',
    failedAt: '2026-11-24T02:00:00Z',
    nextTryAt: '2026-11-24T02:16:00Z',
  };
  await page.route('**/api/v1/admin/due-rows?**', (route) =>
    route.fulfill({ json: { items: [row], nextCursor: null } }),
  );
  await page.goto('/admin/jobs');
  await expect(page.getByRole('heading', { name: '1 строка не обработана в срок' })).toBeVisible();
  await expect(page.locator('[data-due-row]')).toContainText('23514 matches_check');
  await expect(page.locator('[data-due-row]')).toContainText('5 неудач, последняя 24 ноября');
});

test('every mail is read with its text, chosen by its state and its reader; the choice lives in the address', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'administrator', '/admin/mails');
  await expect(page.locator('[data-mail]').first()).toBeVisible();
  await page.locator('[data-mail] summary').first().click();
  await expect(page.locator('[data-mail] details[open] .pre')).toContainText(/[А-Яа-я]{3}/);
  await page
    .locator('[data-mail] details[open]')
    .getByRole('link', { name: /^Только письма: / })
    .click();
  await expect(page).toHaveURL(/person=/);
  await page.goto('/admin/mails');
  await page.getByLabel('Состояние').selectOption({ label: 'не ушло' });
  await expect(page).toHaveURL(/status=failed/);
  await expect(page.getByRole('heading', { name: 'Писем нет' })).toBeVisible();
});

test('the link of a mail is hidden until an administrator asks for it', async ({ browser, complaints, request }) => {
  const email = `mail-${Date.now()}@example.org`;
  const registered = await request.post('/api/v1/people', {
    data: {
      email,
      password: 'сливовый пирог 7',
      name: 'Читательница',
      locale: 'ru',
      consents: [{ purpose: 'personal-data', version: '2026-01' }],
    },
  });
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
    await route.fulfill({
      response: answer,
      json: { ...list, items: list.items.map((item) => ({ ...item, can: ['reveal'] })) },
    });
  });
  await page.route('**/api/v1/mails/*/reveal', (route) =>
    route.fulfill({ json: { body: 'https://lepta.example/confirm-email#shown-for-this-test' } }),
  );
  await page.reload();
  await mail.locator('summary').click();
  await mail.getByRole('button', { name: 'Показать ссылку' }).click();
  await expect(mail.locator('.pre')).toContainText('confirm-email#shown-for-this-test');
});

test('moderators read the log of decisions, also about one thing; whoever may not enter a room is told why and where to go', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'moderator', '/moderation');
  await page.getByRole('link', { name: 'Журнал', exact: true }).click();
  await expect(page.locator('tr[data-action]').first()).toBeVisible();
  await page
    .getByRole('link', { name: /^Только записи/ })
    .first()
    .click();
  await expect(page).toHaveURL(/subjectId=/);
  const cells = page.locator('tr[data-action] td:nth-child(4)');
  await expect.poll(async () => new Set(await cells.allInnerTexts()).size).toBe(1);
  for (const address of ['/admin', '/admin/mails']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Это раздел администратора');
    await expect(page.locator('[data-not-for-you]')).toContainText('вы модератор');
  }
  await page.locator('[data-not-for-you]').getByRole('link', { name: 'Модерация' }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  const donor = await person(browser, complaints, 'donor', '/admin/audit');
  await expect(donor.locator('[data-not-for-you]')).toContainText('такой роли нет');
});

test('the page on health says the numbers that there are, and of the others why they are not measured', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'administrator', '/admin');
  await expect(page).toHaveURL(/\/admin\/health$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Состояние');
  const panel = (name: string) => page.locator('section.panel', { has: page.getByRole('heading', { level: 2, name }) });
  await expect(panel('Что запущено')).toContainText(/Сервер\s*\d+\.\d+\.\d+/);
  await expect(panel('Что запущено')).toContainText(/Исполнитель работ\s*работает/);
  await expect(panel('Резервные копии')).toContainText('не измеряется');
  await expect(panel('Диск')).toContainText('База занимает');
});

test('the menu counts what waits for an administrator; on a phone it opens, and closes with Escape', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'administrator', '/');
  await page.route('**/api/v1/admin/attention', (route) =>
    route.fulfill({ json: { stoppedJobs: 3, sleepingRoles: 1, weightsToSign: 1 } }),
  );
  await page.goto('/admin/health');
  const menu = page.getByRole('navigation', { name: 'Разделы управления' });
  await expect(menu.getByRole('link', { name: /Работы.*3 остановлены/ })).toBeVisible();
  await expect(menu.getByRole('link', { name: /Люди.*1 роль спит|Роли.*1 роль спит/ })).toBeVisible();
  await expect(menu.getByRole('link', { name: /Веса.*ждут вашей подписи/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(menu.getByRole('link', { name: /Работы/ })).toBeHidden();
  const toggle = menu.getByRole('button', { name: /Состояние/ });
  await toggle.click();
  await expect(menu.getByRole('link', { name: /Работы/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('link', { name: /Работы/ })).toBeHidden();
  await expect(toggle).toBeFocused();
  await toggle.click();
  await menu.getByRole('link', { name: 'Состояние' }).press('Enter'); // where one is already
  await expect(menu.getByRole('link', { name: /Работы/ })).toBeHidden();
  await expect(toggle).toBeFocused();
  await toggle.click();
  await menu.getByRole('link', { name: /Журнал/ }).click();
  await expect(page).toHaveURL(/\/admin\/audit$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Журнал решений');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a role is given with a reason and taken back in place; the log has both', async ({ browser, complaints }) => {
  const volunteer = await newVolunteer(browser, complaints); // nobody has given them a role before
  const { person: known } = await ask<{ person: { email: string } }>(volunteer, 'GET', '/session');
  const page = await person(browser, complaints, 'administrator', '/admin/people');
  await page.getByRole('searchbox', { name: 'Найти человека' }).fill(known.email);
  await page.getByRole('button', { name: 'Найти', exact: true }).click();
  await page.locator('[data-person-row]').filter({ hasText: known.email }).getByRole('link').click();
  const panel = page.locator('[data-person]');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await panel.getByRole('radio', { name: /Представитель власти/ }).check();
  await panel.getByLabel('Место').selectOption({ label: 'Зея' });
  await panel.getByLabel('Почему').fill('Письмо администрации № 118');
  await panel.getByRole('button', { name: 'Дать роль и написать письмо' }).click();
  await expect(panel.locator('[data-role=official]')).toContainText('Зея');
  await expect(panel.locator('[data-role=official]')).toContainText('«Письмо администрации № 118»');
  await panel.getByRole('button', { name: 'Снять…' }).click();
  await expect(panel.getByRole('button', { name: 'Снять роль' })).toBeDisabled();
  await panel.getByLabel('Почему снимаем').fill('Сменился');
  await panel.getByRole('button', { name: 'Снять роль' }).click();
  await expect(panel.getByText('Ролей нет.')).toBeVisible();
  await expect(panel.getByText('«Сменился»')).toBeVisible();
  await expect(panel.getByText(/дал\(а\) .+: «Письмо администрации № 118»/)).toBeVisible(); // who gave it, and why, stays beside who took it
  await panel.getByRole('link', { name: 'Все записи о человеке в журнале' }).click();
  await expect(page.locator('tr[data-action="identity.revoked"]')).toContainText('Сменился');
});

test('who asks by letter is written down, erased by its number, and the list keeps no name', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const volunteer = await newVolunteer(browser, complaints);
  const { person: known } = await ask<{ person: { email: string } }>(volunteer, 'GET', '/session');
  const page = await person(browser, complaints, 'administrator', '/admin/requests');
  await page.getByRole('link', { name: 'Записать запрос' }).click();
  await page.getByRole('searchbox', { name: 'Найти человека' }).fill(known.email);
  await page.getByRole('button', { name: 'Найти', exact: true }).click();
  await page.locator('[data-found] a').click();
  await page.getByLabel('Ваши заметки').fill('Подпись сверена');
  await page.getByRole('button', { name: 'Записать и написать человеку' }).click();
  const panel = page.locator('[data-request]');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel).toContainText(known.email);
  await expect(panel.getByText('осталось 10 рабочих дней')).toBeVisible();
  await panel.getByRole('button', { name: 'Удалить данные…' }).click();
  await expect(panel.getByRole('button', { name: 'Удалить навсегда' })).toBeDisabled();
  await panel.getByLabel('Основание').fill(`Письмо с адреса ${known.email}`);
  await panel.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(panel.getByText(/эта запись остаётся в\s+журнале навсегда/)).toBeVisible();
  await panel.getByLabel('Основание').fill('Письмо вх. № 118');
  await panel.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(panel).toHaveAttribute('data-request', 'done');
  await expect(panel.getByText(/ваша учётная запись и\s+ваши персональные данные удалены/)).toBeVisible();
  await page.getByRole('button', { name: 'Удалено' }).click();
  const row = page.locator('[data-request-row]').first();
  await expect(row).toContainText('данные удалены');
  await expect(row).not.toContainText('Вера');
  expect((await volunteer.request.get('/api/v1/session')).status()).toBe(401);
});

test('every step of the first day that is not done has a link, a button, a command or a setting beside it', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'administrator', '/');
  const step = (code: string, group: string, outside: string | null = null, state = 'missing') => ({
    code,
    group,
    state,
    required: true,
    name: code,
    says: 'Не сделано.',
    outside: outside === null ? null : { write: outside, documentation: 'docs/operations.md' },
  });
  const steps = [
    step('administrators', 'opening'),
    step('moderators', 'opening'),
    step('mail', 'opening', 'SMTP_URL=smtp://…'),
    step('operator', 'opening'),
    step('backup', 'keeping', 'lepta backup'),
    step('address', 'keeping', 'PUBLIC_URL=https://…', 'failed'),
    step('places', 'region', 'lepta seed --region DIR'),
    step('catalogue', 'region', 'lepta seed'),
    step('texts', 'region', null, 'waits'),
  ];
  await page.route('**/api/v1/admin/first-day', (route) =>
    route.fulfill({ json: { ready: false, steps, abilities: [] } }),
  );
  await page.goto('/admin/first-day');
  await expect(page.locator('[data-step]')).toHaveCount(steps.length);
  for (const { code, outside } of steps) {
    const line = page.locator(`[data-step=${code}]`);
    expect([code, await line.locator('.do a, .do button, [data-outside]').count()]).not.toEqual([code, 0]);
    if (outside)
      await expect(line.locator('[data-outside]')).toHaveText(`${outside.write} — как это делают: docs/operations.md`);
  }
  await expect(page.locator('[data-step=mail] button')).toHaveCount(0);
  await page.locator('[data-step=catalogue]').getByRole('link').click();
  await expect(page).toHaveURL(/\/admin\/catalogue$/);
});

test('the first day: the operator is said, the texts are published, and everybody reads both', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'administrator', '/admin/first-day');
  await expect(page.locator('[data-step=texts]')).toHaveAttribute('data-state', /waits|missing|done/);
  await page.getByRole('button', { name: 'Отправить пробное' }).click();
  await expect(page.locator('[data-test-mail="250"]')).toContainText(/принял\sписьмо/);
  await expect(page.locator('[data-step=mail]')).toHaveAttribute('data-state', 'done');
  const operator = page.locator('[data-step=operator]');
  if (!(await operator.getByLabel('Название').isVisible()))
    await operator.getByRole('button', { name: /Заполнить|Изменить/ }).click();
  await operator.getByLabel('Название').fill('Администрация города Заречный');
  await operator.getByLabel('ИНН').fill('7707083894');
  await operator.getByLabel('Адрес', { exact: true }).fill('Заречный, ул. Мира, 1');
  await operator.getByLabel('Почта для связи').fill('lepta@example.org');
  await operator.getByRole('button', { name: 'Сохранить' }).click();
  await expect(operator.getByLabel('ИНН')).toHaveAccessibleDescription(/контрольная цифра не сходится/);
  await operator.getByLabel('ИНН').fill('7707083893');
  await operator.getByRole('button', { name: 'Сохранить' }).click();
  await expect(operator).toHaveAttribute('data-state', 'done');
  const texts = page.locator('[data-step=texts]');
  await expect(texts).toHaveAttribute('data-state', /missing|done/);
  if ((await texts.getAttribute('data-state')) === 'missing') {
    const toggle = texts.getByRole('button', { name: 'Прочитать и опубликовать' });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click(); // the step that is next opens by itself
    await texts.locator('[data-draft=privacy] summary').click();
    await expect(texts.locator('[data-draft=privacy]')).toContainText('Администрация города Заречный');
    await texts.getByRole('button', { name: /^Опубликовать/ }).click();
    await expect(texts).toHaveAttribute('data-state', 'done');
  }
  await page.goto('/admin/texts');
  const privacy = page.locator('[data-text=privacy]');
  await privacy.getByRole('button', { name: 'Править' }).click();
  await privacy.getByRole('button', { name: 'Опубликовать новую редакцию' }).click();
  await expect(privacy.getByText('опубликован', { exact: true })).toBeVisible();
  const visitor = await (await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL })).newPage();
  listen(visitor, complaints);
  await visitor.goto('/');
  await expect(visitor.locator('footer')).toContainText('Администрация города Заречный');
  await visitor.locator('footer').getByRole('link', { name: 'Политика обработки данных' }).click();
  await expect(visitor.getByRole('heading', { name: 'Кто отвечает за ваши данные' })).toBeVisible();
});
