import type { Locator, Page } from '@playwright/test';
import { jpeg } from '../../factories/pictures.js';
import { hasTakenOver } from './quiet.js';
import { decideNow, expect, hasOutcome, inTurn, openCase, person, signIns, test } from './support.js';

const TITLE = `Обогреватели в школу ${Date.now().toString(36)}`;

/** The coordinator drafts a need at the desk and submits it. Answers its address. */
async function askForHeaters(coordinator: Page): Promise<string> {
  await coordinator.getByRole('link', { name: 'Новая нужда' }).click();
  await coordinator.getByLabel('Категория').selectOption('relief-household');
  await coordinator.getByLabel('Какая вещь').selectOption('heater');
  await coordinator.getByLabel('Заголовок').fill(TITLE);
  await coordinator
    .getByRole('textbox', { name: 'Зачем' })
    .fill('В кабинетах утром плюс двенадцать: котёл слабый, до ремонта два месяца.');
  await coordinator.getByLabel('Сколько', { exact: true }).fill('6');
  await coordinator.getByLabel('Место').selectOption('selemdzhinsky');
  await coordinator.getByRole('button', { name: 'Сохранить черновик' }).click();
  await coordinator.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  await coordinator.getByRole('button', { name: 'Отправить на проверку' }).click();
  await hasOutcome(coordinator, '[data-after-submit]');
  await expect(coordinator.getByText('на проверке')).toBeVisible();
  return new URL(coordinator.url()).pathname;
}

async function approve(moderator: Page): Promise<void> {
  const review = await openCase(moderator, TITLE);
  await review.getByRole('button', { name: 'Одобрить' }).click();
  await decideNow(moderator);
  await expect(review).toBeHidden();
}

/** The form is filled in first; the person who has an account signs in last, and nothing typed is lost on the way. */
async function offerNineHeaters(page: Page): Promise<void> {
  await page.goto('/offer');
  const what = page.getByRole('combobox', { name: 'Что отдаёте' });
  await hasTakenOver(what); // what is typed before is kept, and opens no list
  await what.fill('обогрев');
  await page.getByRole('option', { name: /^Обогреватели/ }).click();
  await page.getByLabel('Сколько').fill('9');
  await page.getByLabel('Где вещи').selectOption('selemdzhinsky');
  await page.getByRole('button', { name: 'Войти и предложить' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Вход' })).toBeVisible(); // the form that is left has a field for an address too
  await page.getByLabel('Почта').fill(signIns().donor.email);
  await page.getByLabel('Пароль').fill(signIns().donor.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByText('Вы вошли, форма сохранилась')).toBeVisible();
  await expect(page.getByLabel('Сколько')).toHaveValue('9');
  await page.getByRole('button', { name: 'Предложить', exact: true }).dblclick(); // an impatient double click makes one offer
  await page.waitForURL(/\/offer\/[0-9a-f-]{36}$/);
}

/** Both have agreed: they write to each other, hear of it without a reload, and a photo shows the way. */
async function writeToEachOther(proposal: Locator, answer: Locator): Promise<void> {
  await proposal.locator('.fold-messages > summary').click();
  const line = proposal.getByRole('textbox', { name: /^Сообщение: / });
  await proposal.getByRole('button', { name: 'Отправить' }).click();
  await expect(line).toHaveAttribute('aria-invalid', 'true'); // nothing was said
  await line.fill('С какой стороны вход?');
  await line.press('Enter');
  await expect(proposal.getByRole('log')).toContainText('С какой стороны вход?');
  await expect(line).toBeFocused();
  await expect(line).toHaveValue('');
  await expect(answer.getByText('1 новое')).toBeVisible(); // without a reload
  await answer.locator('.fold-messages > summary').click();
  await expect(answer.getByText('1 новое')).toBeHidden();
  await answer
    .locator('input[type=file]')
    .setInputFiles({ name: 'дверь.jpg', mimeType: 'image/jpeg', buffer: await jpeg(80, 60) });
  await answer.getByRole('textbox', { name: /^Сообщение: / }).fill('Со двора, зелёная дверь');
  await answer.getByRole('button', { name: 'Отправить' }).click();
  const theirs = proposal.locator('.msg:not(.msg-me)', { hasText: 'зелёная дверь' });
  await expect(theirs.getByRole('img')).toBeVisible();
  await expect(proposal.locator('.msg-me')).toContainText('прочитано');
  await theirs.getByRole('button', { name: 'Пожаловаться' }).click();
  await expect(proposal.getByLabel('Что не так с этим сообщением')).toBeFocused();
  await proposal.getByRole('button', { name: 'Отмена' }).click();
}

test('heaters go from an offer to the need they reached, and every balance says so', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(150_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const need = await askForHeaters(coordinator);
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  await approve(moderator);

  await offerNineHeaters(page);
  const proposal = page.locator('[data-match]', { hasText: TITLE });
  await expect(proposal).toBeAttached(); // without a reload
  if (await proposal.isHidden()) await page.locator('summary', { hasText: /^Ещё \d/ }).click(); // needs of other stories may stand before it
  await expect(proposal).toBeVisible();
  await expect(proposal.locator('.score b')).toHaveText(/^\d{1,3}$/);
  expect(await proposal.locator('.why li').count()).toBeGreaterThanOrEqual(4);
  for (const sentence of await proposal.locator('.why li > span:last-child').allInnerTexts())
    expect(sentence.length).toBeGreaterThan(5);
  await proposal.getByRole('button', { name: /^Отдать 6 из 9.шт сюда$/ }).dblclick();
  await expect(proposal).toHaveAttribute('data-status', 'held');
  await expect(page.locator('[data-balance=reserved]')).toHaveText(/^6.шт$/);

  await coordinator.goto('/desk');
  const answer = coordinator.locator('[data-match]', { hasText: TITLE });
  await answer.getByRole('button', { name: /^Принять 6.шт$/ }).click();
  await expect(answer).toHaveAttribute('data-status', 'accepted');

  await expect(proposal).toHaveAttribute('data-status', 'accepted'); // the donor's page hears of it by itself
  await writeToEachOther(proposal, answer);
  await proposal.getByRole('button', { name: 'Передано' }).click();
  await expect(proposal).toHaveAttribute('data-status', 'delivered');

  await expect(answer).toHaveAttribute('data-status', 'delivered');
  await answer.getByRole('button', { name: 'Подтвердить получение' }).click();
  const form = answer.locator('form');
  await form.getByLabel('Сколько дошло').fill('7');
  await form.getByRole('button', { name: 'Подтвердить получение' }).click();
  await expect(answer.locator('.error, [role=alert]').first()).toBeVisible(); // more than was promised is refused, in words
  await form.getByLabel('Сколько дошло').fill('5');
  await form.getByRole('button', { name: 'Подтвердить получение' }).click();
  await expect(coordinator.locator('[data-match][data-status=delivered]', { hasText: TITLE })).toHaveCount(0);
  await hasOutcome(coordinator, '[data-outcome$=confirmed]');

  await expect(page.locator('[data-balance=arrived]')).toHaveText(/^5.шт$/);
  await expect(page.locator('[data-balance=available]')).toHaveText(/^4.шт$/);
  const visitor = await (await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL })).newPage();
  await visitor.goto(need);
  await expect(visitor.locator('[data-balance=required]')).toHaveText(/^6.шт$/);
  await expect(visitor.locator('[data-balance=received]')).toHaveText(/^5.шт$/);
  await expect(visitor.locator('[data-balance=reserved]')).toHaveText(/^0.шт$/);
  await expect(visitor.locator('[data-balance=open]')).toHaveText(/^1.шт$/);
  await page.goto('/me/statement');
  for (const format of ['PDF', 'XLSX', 'CSV'])
    await expect(page.getByRole('link', { name: format, exact: true })).toBeVisible();
  await page.locator('.statement-code').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Выписка настоящая' })).toBeVisible();
  await page.goto('/v/7KQ2-M0XD-9TRB-41WZ-M');
  await expect(page.getByText('Листа с таким кодом нет')).toBeVisible();
});

test('what the form gets wrong is said at the field, and nothing typed is lost', async ({ browser, complaints }) => {
  inTurn();
  const donor = await person(browser, complaints, 'donor', '/offer?kind=goods&item=heater');
  await donor.getByLabel('Сколько').fill('много');
  await donor.getByLabel('Где вещи').selectOption('blagoveshchensk');
  await donor.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(donor.getByLabel('Сколько')).toHaveAttribute('aria-invalid', 'true');
  await expect(donor.getByLabel('Сколько')).toBeFocused();
  await expect(donor.getByLabel('Сколько')).toHaveValue('много');
  await donor.getByRole('link', { name: 'English' }).click();
  await expect(donor.getByLabel('How much')).toHaveValue('много');
});

test('on a slow network the button waits for the catalogue, and a catalogue that did not come can be asked for again', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const donor = await person(browser, complaints, 'donor');
  let letThrough = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await donor.route('**/api/v1/goods*', async (route) => {
    await late;
    await route.abort('internetdisconnected');
  });
  await donor.goto('/offer?kind=goods&item=heater');
  const send = donor.getByRole('button', { name: 'Предложить', exact: true });
  const quantity = donor.getByLabel('Сколько');
  await quantity.fill('12');
  const before = await quantity.elementHandle();
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  letThrough();
  const again = donor.getByRole('button', { name: 'Повторить' });
  await expect(again).toBeVisible();
  await donor.unroute('**/api/v1/goods*');
  await again.click();
  await expect(send).not.toHaveAttribute('aria-disabled', 'true');
  await expect(donor.getByRole('combobox', { name: 'Что отдаёте' })).toHaveValue(/^Обогреватели/);
  await expect(quantity).toHaveValue('12');
  expect(await before?.evaluate((element) => element.isConnected)).toBe(true); // the same element: nobody types into one that is gone
});
