import { execFileSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { startInstallation, type Started } from './start-lepta.js';
import { enter, expect, listen, newcomer, numbers, PASSWORD, test } from './support.js';

const NEED = 'Обогреватель ветерану';
const ADMINISTRATOR = 'administrator@example.org';
const PHONE = '+7 914 000-00-17';

let started: Started;
const shared = { url: process.env.LEPTA_TEST_URL, mails: process.env.LEPTA_TEST_MAILS };
test.beforeAll(async () => {
  test.setTimeout(240_000);
  started = await startInstallation({ empty: true });
  [process.env.LEPTA_TEST_URL, process.env.LEPTA_TEST_MAILS] = [started.url, started.mails];
});
test.afterAll(async () => {
  [process.env.LEPTA_TEST_URL, process.env.LEPTA_TEST_MAILS] = [shared.url, shared.mails];
  await started.stop();
});

/** Somebody at a computer of their own. */
async function somebody(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: started.url, locale: 'ru-RU', timezoneId: 'Asia/Yakutsk' })).newPage();
  listen(page, complaints);
  return page;
}

/** Connects an app with codes: without it a role sleeps. */
async function connectSecondStep(page: Page): Promise<void> {
  await page.goto('/me/security');
  await page.getByRole('button', { name: 'Подключить' }).first().click();
  const form = page.locator('.enrolment');
  await form.getByLabel('Нынешний пароль').fill(PASSWORD);
  await form.getByRole('button', { name: 'Дальше' }).click();
  const secret = await form.locator('.secret').innerText();
  await form.getByLabel('Код из приложения').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await form.getByRole('button', { name: 'Подключить' }).click();
  await page.getByRole('button', { name: 'Коды сохранены' }).click();
}

async function appoint(administrator: Page, email: string): Promise<void> {
  await administrator.goto('/admin/people');
  await administrator.getByRole('searchbox', { name: 'Найти человека' }).fill(email);
  await administrator.getByRole('button', { name: 'Найти', exact: true }).click();
  await administrator.locator('[data-person-row] a').first().click();
  const panel = administrator.locator('[data-person]');
  await panel.getByRole('radio', { name: /^Модератор/ }).check();
  await panel.getByLabel('Почему').fill('Распоряжение администрации № 1');
  await panel.getByRole('button', { name: 'Дать роль и написать письмо' }).click();
  await expect(panel.locator('[data-role=moderator]')).toBeVisible();
}

async function register(owner: Page): Promise<void> {
  await owner.goto('/desk');
  await owner.getByRole('link', { name: 'Зарегистрировать организацию' }).click();
  await owner.getByLabel('Правовая форма').selectOption('ano');
  await owner.getByLabel('Где вы работаете').selectOption('zeya');
  await owner.getByLabel('Полное название').fill('Автономная некоммерческая организация «Тёплый порог»');
  await owner.getByLabel('Короткое название').fill('АНО «Тёплый порог»');
  for (const [label, value] of Object.entries(numbers())) await owner.getByLabel(label).fill(value);
  await owner.getByLabel('Банк', { exact: true }).fill('ДЕМО-БАНК г. Благовещенск');
  await owner.getByRole('button', { name: 'Сохранить черновик' }).click();
  await owner.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(owner.getByText('Карточка на проверке')).toBeVisible();
}

async function approve(moderator: Page, name: RegExp): Promise<void> {
  const review = moderator.getByRole('article', { name });
  await expect(async () => {
    await moderator.goto('/moderation');
    await expect(review).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await review.getByRole('button', { name: 'Одобрить' }).click();
  await review.getByRole('button', { name: 'Не ждать' }).click();
  await expect(review).toBeHidden();
}

async function ask(owner: Page): Promise<string> {
  await owner.goto('/desk');
  await owner.getByRole('link', { name: 'Контакты и пункты' }).click();
  await owner.getByLabel('Имя и роль').fill('Светлана, координатор');
  await owner.getByLabel('Телефон').fill('+7 4162 00-00-00');
  await owner.getByRole('button', { name: 'Сохранить' }).click();
  await expect(owner.getByText('Сохранено.')).toBeVisible();
  await owner.goto('/desk');
  await owner.getByRole('link', { name: 'Новая нужда' }).click();
  await owner.getByLabel('Категория').selectOption('relief-household');
  await owner.getByLabel('Какая вещь').selectOption('heater');
  await owner.getByLabel('Заголовок').fill(NEED);
  await owner.getByRole('textbox', { name: 'Зачем' }).fill('В доме плюс двенадцать, печь дымит, до ремонта месяц.');
  await owner.getByLabel('Сколько', { exact: true }).fill('1');
  await owner.getByLabel('Место').selectOption('zeya');
  await owner.getByRole('button', { name: 'Сохранить черновик' }).click();
  await owner.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  await owner.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(owner.getByText('на проверке')).toBeVisible();
  return new URL(owner.url()).pathname;
}

async function offer(donor: Page): Promise<string> {
  await donor.goto('/offer');
  await donor.getByRole('combobox', { name: 'Что отдаёте' }).fill('обогрев');
  await donor.getByRole('option', { name: /^Обогреватели/ }).click();
  await donor.getByLabel('Сколько').fill('1');
  await donor.getByLabel('Где вещи').selectOption('zeya');
  await donor.getByRole('button', { name: 'Предложить', exact: true }).click();
  await donor.waitForURL(/\/offer\/[0-9a-f-]{36}$/);
  const card = donor.locator('[data-match]', { hasText: NEED });
  await card.getByRole('button', { name: 'Да, и оставить телефон' }).click();
  await card.getByLabel('Телефон').fill(PHONE);
  await card.getByLabel('Как к вам обращаться').fill('Анна');
  await card.getByRole('button', { name: 'Сказать «да»' }).click();
  await expect(card).toHaveAttribute('data-status', 'held');
  return (await card.getAttribute('data-match')) ?? '';
}

/** Both see how to reach each other; one proposes an hour, the other moves it, the first agrees. */
async function meet(donor: Page, owner: Page, match: string): Promise<void> {
  await owner.goto(`/matches/${match}`);
  await expect(owner.getByText(PHONE)).toHaveCount(0);
  await owner.getByRole('button', { name: /^Принять/ }).click();
  await expect(owner.getByRole('link', { name: PHONE })).toBeVisible();
  await donor.goto(`/matches/${match}`);
  await expect(donor.getByRole('link', { name: /^\+7 4162/ })).toBeVisible();
  const propose = async (page: Page, day: number): Promise<void> => {
    const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
    if (await page.getByRole('button', { name: 'Предложить другое время' }).isVisible()) await page.getByRole('button', { name: 'Предложить другое время' }).click();
    await page.getByLabel('День').fill(date);
    await page.getByRole('button', { name: 'Предложить время' }).click();
    await expect(page.getByText('ждём другую сторону')).toBeVisible();
  };
  await propose(donor, 2);
  await expect(owner.getByText('ждёт вашего ответа')).toBeVisible();
  await propose(owner, 3);
  await donor.getByRole('button', { name: 'Подходит, приду' }).click();
  await expect(donor.getByText('договорились', { exact: true }).first()).toBeVisible();
}

test('a town opens: from an empty installation to the first heater that reaches a veteran', async ({ browser, complaints }) => {
  test.setTimeout(120_000);
  execFileSync(process.execPath, ['apps/cli/lepta.mjs', 'create-admin', '--email', ADMINISTRATOR, '--name', 'Ирина', '--locale', 'ru', '--password-stdin'], { input: PASSWORD, env: { ...process.env, LEPTA_DIR: started.dir } });
  const administrator = await somebody(browser, complaints);
  await enter(administrator, ADMINISTRATOR, '/me/security');
  await administrator.waitForURL((url) => url.pathname !== '/sign-in');
  await connectSecondStep(administrator);
  await administrator.goto('/admin/first-day');
  await expect(administrator.locator('[data-step=moderators]')).toHaveAttribute('data-state', 'missing');

  const moderator = await somebody(browser, complaints);
  const email = await newcomer(moderator, 'moderator', '/me/security');
  await connectSecondStep(moderator);
  await appoint(administrator, email);

  const owner = await somebody(browser, complaints);
  await newcomer(owner, 'owner', '/desk');
  await register(owner);
  await approve(moderator, /Тёплый порог/);
  const need = await ask(owner);
  await approve(moderator, new RegExp(NEED));

  const donor = await somebody(browser, complaints);
  await newcomer(donor, 'donor', '/me');
  const match = await offer(donor);
  await meet(donor, owner, match);
  const visitor = await somebody(browser, complaints);
  for (const address of [need, `/matches/${match}`]) {
    await visitor.goto(address);
    await expect(visitor.locator('main, form').first()).toBeVisible();
    await expect(visitor.getByText('914 000-00-17')).toHaveCount(0);
  }

  await donor.getByRole('button', { name: 'Передано' }).click();
  await owner.reload();
  await owner.getByRole('button', { name: 'Подтвердить получение' }).first().click();
  await owner.getByRole('button', { name: 'Подтвердить получение' }).last().click();
  await donor.goto('/me');
  await expect(donor.getByRole('heading', { name: /^Выписка за/ })).toBeVisible();
  await expect(donor.locator('main')).toContainText(/1.шт/);
  await donor.goto('/en/me');
  await expect(donor.getByRole('heading', { name: /^Statement/ })).toBeVisible();
  await visitor.goto(need);
  await expect(visitor.locator('[data-balance=received]')).toHaveText(/^1.шт$/);
});
