import type { Browser, Page } from '@playwright/test';
import {
  decideNow,
  expect,
  hasOutcome,
  newcomer,
  numbers,
  openCase,
  person,
  type Role,
  signIns,
  test,
} from './support.js';
import { paperPdf } from '../../factories/papers.js';

const PDF = paperPdf();

/** Registers an organization through the form and sends it for review. Answers its id. */
async function submitted(page: Page, name: string): Promise<string> {
  await newcomer(page, 'owner', '/desk/new');
  await page.getByLabel('Правовая форма').selectOption('ano');
  await page.getByLabel('Где вы работаете').selectOption('zeya');
  await page.getByLabel('Полное название').fill(`Автономная некоммерческая организация «${name}»`);
  await page.getByLabel('Короткое название').fill(`АНО «${name}»`);
  for (const [label, value] of Object.entries(numbers())) await page.getByLabel(label).fill(value);
  await page.getByLabel('Банк', { exact: true }).fill('ДЕМО-БАНК г. Благовещенск');
  await page.getByRole('button', { name: 'Сохранить черновик' }).click();
  await expect(page).toHaveURL(/\/record$/);
  const id = /desk\/([^/]+)\/record/.exec(page.url())![1]!;
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.locator('[data-record-status=submitted]')).toBeVisible();
  return id;
}

/** A moderator's yes to what is about this organization, by the button of the queue. */
async function approve(browser: Browser, complaints: string[], role: Role, title: string, kind: string): Promise<void> {
  const page = await person(browser, complaints, role, '/moderation');
  const review = await openCase(page, title, kind);
  await review.getByRole('button', { name: /^Одобрить/ }).click();
  await decideNow(page);
  await expect(review.getByRole('button', { name: /^Одобрить/ })).toHaveCount(0);
  await page.context().close();
}

test('papers are attached, opened, accepted or refused by a moderator, and removed', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const id = await submitted(page, 'Проверка бумаг');
  await page.goto(`/desk/${id}/documents`);
  await expect(page.getByRole('heading', { name: 'Документов пока нет' })).toBeVisible();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'устав.txt', mimeType: 'application/pdf', buffer: Buffer.from('просто слова') });
  await page.getByLabel('Как назвать').fill('Устав 2026 года');
  await page.getByRole('button', { name: 'Приложить', exact: true }).click();
  await expect(page.locator('#paper-file')).toContainText('PDF');
  await page.locator('input[type=file]').setInputFiles({ name: 'устав.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page.getByRole('button', { name: 'Приложить', exact: true }).click();
  const paper = page.locator('[data-paper]');
  await expect(paper).toContainText('Устав 2026 года');
  await expect(page.locator('[data-paper-sent]')).toBeFocused();
  await expect(paper).toHaveAttribute('data-status', 'ready');
  expect(
    (await page.request.get((await paper.getByRole('link').getAttribute('href'))!)).headers()['content-type'],
  ).toBe('application/pdf');

  const moderator = await person(browser, complaints, 'moderator', `/organizations/${id}`);
  await moderator.getByRole('button', { name: 'Отклонить' }).click();
  await moderator.getByLabel(/Чего не.хватает/).fill('Нет печати.');
  await moderator.locator('[data-paper] form').getByRole('button', { name: 'Отклонить' }).click();
  await expect(moderator.locator('[data-paper]')).toHaveAttribute('data-status', 'refused');
  await page.reload();
  await expect(page.getByText('Нет печати.')).toBeVisible();
  await paper.getByRole('button', { name: 'Убрать' }).click();
  await paper.locator('.prop-part').getByRole('button', { name: 'Убрать' }).click();
  await expect(page.getByRole('heading', { name: 'Документов пока нет' })).toBeVisible();
});

test('a bank account changes by two approvals and a day, and an owner can still say no', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const name = `Смена счёта ${Date.now() % 10_000}`;
  const id = await submitted(page, name);
  await approve(browser, complaints, 'moderator', name, 'organization');
  await page.goto(`/desk/${id}/account`);
  await expect(page.getByRole('heading', { name: 'Сменить счёт' })).toBeVisible();
  await page.getByLabel('БИК').fill('041012999');
  await page.getByLabel('Расчётный счёт').fill('40703810900000000002');
  await page.getByLabel('Банк', { exact: true }).fill('ДЕМО-БАНК г. Благовещенск');
  await page.getByLabel('Корреспондентский счёт').fill('30101810600000000999');
  await page.getByRole('button', { name: 'Отправить двум модераторам' }).click();
  await expect(page.getByLabel('Расчётный счёт')).toHaveAttribute('aria-invalid', 'true'); // the key does not fit the BIK
  await expect(page.getByLabel('Расчётный счёт')).toBeFocused();
  await page.getByLabel('Расчётный счёт').fill(await fitting(page, id));
  await page.getByRole('button', { name: 'Отправить двум модераторам' }).click();
  await hasOutcome(page, '[data-account-change=submitted]');
  const change = page.locator('[data-account-change]');
  await expect(change).toContainText('Ждёт двух подписей модераторов');
  await expect(change).toContainText(/не.закрывайте прежний счёт/);
  await approve(browser, complaints, 'moderator', name, 'account_change');
  await approve(browser, complaints, 'moderator2', name, 'account_change');
  await page.reload();
  await expect(change).toContainText('Обе подписи есть');
  await page.getByRole('button', { name: 'Отменить новый счёт' }).click();
  await page.getByRole('button', { name: 'Да, отменить' }).click();
  await expect(page.locator('[data-account-now]')).toBeFocused();
  await expect(page.locator('[data-change]')).toHaveAttribute('data-status', 'cancelled');
  await expect(page.getByRole('heading', { name: 'Сменить счёт' })).toBeVisible();
});

test('a coordinator reads who changes the account and how to ask them, and is sent nowhere in a circle', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.getByRole('link', { name: 'Банковский счёт' }).first().click();
  const main = page.locator('main');
  await expect(main.getByText('Кого попросить')).toBeVisible();
  await expect(main.getByText('Вера Домова')).toBeVisible();
  await expect(main.getByRole('link', { name: signIns().owner.email })).toHaveAttribute(
    'href',
    `mailto:${signIns().owner.email}`,
  );
  await expect(main.getByRole('link', { name: 'Открыть карточку' })).toHaveCount(0);
});

/** A number of the same bank whose key is right: the key is the ninth digit, and only one of ten fits. */
async function fitting(page: Page, id: string): Promise<string> {
  const now = await page.evaluate(
    async (org) =>
      ((await (await fetch(`/api/v1/organizations/${org}`)).json()) as { account: { number: string } }).account.number,
    id,
  );
  const weights = [7, 1, 3];
  const digits = (key: number): string => `999${now.slice(0, 8)}${key}${'00000000007'}`;
  const key = [...Array(10).keys()].find(
    (one) => [...digits(one)].reduce((sum, digit, at) => sum + ((Number(digit) * weights[at % 3]!) % 10), 0) % 10 === 0,
  )!;
  return digits(key).slice(3);
}

test('an official sees which groups wait for a word, and nobody else is asked', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'donor', '/me');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: /ждёт вашего слова/ })).toHaveCount(0);
  await page.goto('/vouches');
  await expect(page.getByRole('heading', { name: 'Никто не ждёт' })).toBeVisible();
  const group = {
    id: '00000000-0000-7000-8000-000000000001',
    status: 'submitted',
    name: 'ТОС «Заречный»',
    shortName: 'ТОС «Заречный»',
    formName: 'Территориальное общественное самоуправление',
    place: 'zeya',
    submittedAt: '2026-11-20T03:00:00Z',
    can: ['vouch', 'decline'],
  };
  await page.route('**/api/v1/organizations?toVouch=true', async (route) =>
    route.fulfill({ json: { items: [group], nextCursor: null } }),
  );
  await page.goto('/me');
  await page.getByRole('link', { name: '1 группа ждёт вашего слова' }).click();
  await expect(page.locator('[data-group]')).toContainText('ТОС «Заречный»');
  await expect(page.getByRole('link', { name: 'Ответить: ТОС «Заречный»' })).toHaveAttribute(
    'href',
    `/organizations/${group.id}`,
  );
});
