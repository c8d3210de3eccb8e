import type { Page } from '@playwright/test';
import { expect, inTurn, looksFine, person, proposal, test } from './support.js';

const statusOf = (page: Page, match: string): Promise<string> =>
  page.evaluate(
    async (id) => ((await (await fetch(`/api/v1/matches/${id}`)).json()) as { status: string }).status,
    match,
  );

test('the menu of the room stands beside every page of the desk; on a phone a button opens it', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'coordinator', '/desk');
  const menu = page.getByRole('navigation', { name: 'Комната организации' });
  for (const [name, heading] of [
    ['Предложения', 'Предложения'],
    ['Передачи', 'Передачи'],
    ['Смены', 'Смены'],
    ['Нужды', 'Нужды'],
    ['Люди и\u00a0роли', 'Люди и\u00a0роли'],
  ] as const) {
    await menu.getByRole('link', { name: new RegExp(`^${name.replace('\u00a0', '.')}`) }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(heading.replace('\u00a0', '.')));
    await expect(menu.locator('[aria-current=page]')).toHaveText(new RegExp(name.replace('\u00a0', '.')));
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const button = menu.getByRole('button');
  await expect(menu.getByRole('link').first()).toBeHidden();
  await button.click();
  await expect(menu.getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await button.click();
  await menu.getByRole('link', { name: /^Предложения/ }).click();
  await expect(menu.getByRole('link').first()).toBeHidden(); // it closes behind the person who goes
});

test('the table of needs shows its column of answers at 1280 px, in both languages', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}/);
  const room = new URL(page.url()).pathname;
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of [room, `/en${room}`])
    for (const show of ['open', 'drafts', 'closed']) {
      await page.goto(`${path}?show=${show}`);
      const table = page.locator('.desk-needs');
      await expect(table.locator('tbody tr').first()).toBeVisible();
      const cut = await table.evaluate((element) => element.scrollWidth - element.parentElement!.clientWidth);
      expect([path, show, cut <= 0]).toEqual([path, show, true]);
    }
});

test('a donor’s yes is on top, is answered with amount and hour already proposed, and stands in the week; a no can be taken back', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  await coordinator.waitForURL(/\/desk\/[0-9a-f-]{36}/);
  const room = new URL(coordinator.url()).pathname;
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const held = await proposal(coordinator, moderator, donor, '10');
  await donor
    .locator(`[data-match="${held}"]`)
    .getByRole('button', { name: /^Отдать 10/ })
    .click();
  await expect(donor.locator(`[data-match="${held}"]`)).toHaveAttribute('data-status', 'held');

  await coordinator.goto(`${room}/offers`);
  const lines = coordinator.locator('[data-answer]');
  await expect(lines.first()).toHaveAttribute('data-state', 'held');
  await expect(coordinator.locator(`[data-answer="${held}"]`)).toBeVisible();
  await coordinator.setViewportSize({ width: 390, height: 844 });
  await coordinator.goto(`${room}/offers?match=${held}`);
  await expect(coordinator.locator('[data-giver-words]')).toHaveText(/Масляные, почти новые/);
  await expect(coordinator.getByText(/Осталось 10.шт: этого хватит/)).toBeVisible(); // what is held for it is counted
  const decision = coordinator.getByRole('form', { name: 'Решение' });
  for (const name of [/^Принять 10/, 'Отложить', 'Нет…']) {
    const box = (await decision.getByRole('button', { name }).boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(844); // in the first screen
  }
  await coordinator.setViewportSize({ width: 1440, height: 900 });
  await looksFine(coordinator, 'desk-answers');

  await decision.getByRole('button', { name: 'Нет…' }).click();
  await decision.getByRole('button', { name: 'Не сейчас' }).click();
  await expect(coordinator.locator('[data-undo]')).toBeFocused();
  await expect(coordinator.locator(`[data-answer="${held}"]`)).toHaveCount(0);
  await coordinator.locator('[data-undo]').getByRole('button', { name: 'Отменить' }).click();
  await expect(coordinator.locator(`[data-answer="${held}"]`)).toBeVisible();
  await expect(coordinator.locator(`[data-case="${held}"]`)).toBeFocused();
  await expect(coordinator.locator('[data-told]')).toContainText('Отказ отменён');
  expect(await statusOf(coordinator, held)).toBe('held');

  await coordinator.locator(`[data-answer="${held}"]`).click();
  const hour = decision.getByRole('radio').first();
  const hasPoint = (await hour.count()) > 0;
  await decision.getByRole('button', { name: /^Принять 10/ }).click();
  await expect(coordinator.locator('[data-outcome]')).toBeFocused();
  await expect(coordinator.locator(`[data-answer="${held}"]`)).toHaveCount(0);
  expect(await statusOf(coordinator, held)).toBe('accepted');

  await coordinator.goto(`${room}/handovers`);
  if (!hasPoint)
    await expect(coordinator.locator(`[data-asked] a[href$="${held}"]`)).toHaveAttribute('data-state', 'to-agree');
  await looksFine(coordinator, 'desk-week');
  await coordinator.goto(`/matches/${held}`);
  await expect(coordinator.locator('[data-giver-words]')).toHaveText(/Масляные, почти новые/); // which thing is handed over
  await expect(coordinator.locator('.ticket')).toContainText(hasPoint ? 'ждём другую сторону' : 'время не назначено');
});

test('a no that nobody takes back is sent, and stands among what was answered', async ({ browser, complaints }) => {
  test.setTimeout(180_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  await coordinator.waitForURL(/\/desk\/[0-9a-f-]{36}/);
  const room = new URL(coordinator.url()).pathname;
  const match = await proposal(
    coordinator,
    await person(browser, complaints, 'moderator', '/moderation'),
    await person(browser, complaints, 'donor', '/me'),
    '7',
  );
  const need = await coordinator.evaluate(
    async (id) => ((await (await fetch(`/api/v1/matches/${id}`)).json()) as { need: { id: string } }).need.id,
    match,
  );
  await coordinator.goto(`${room}/needs`);
  await coordinator.goto(`${room}/offers?need=${need}`);
  await coordinator.locator(`[data-answer="${match}"]`).click();
  const decision = coordinator.getByRole('form', { name: 'Решение' });
  await decision.getByRole('button', { name: 'Нет…' }).click();
  await decision.getByRole('button', { name: 'Слишком далеко' }).click();
  await coordinator.locator('[data-undo]').getByRole('button', { name: 'Не ждать' }).click();
  await expect.poll(() => statusOf(coordinator, match)).toBe('declined');
  await coordinator.getByText('Отвечено').click();
  await expect(coordinator.locator(`.desk-closed [data-answer="${match}"]`)).toHaveAttribute('data-state', 'declined');
});

test('the form of a need offers only things of its category, and after it is sent says what happens', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.getByRole('link', { name: 'Новая нужда' }).click();
  await expect(page.getByLabel('Какая вещь')).toHaveCount(0);
  await page.getByLabel('Категория').selectOption('relief-household');
  const goods = await page.evaluate(
    async () =>
      ((await (await fetch('/api/v1/goods?limit=200')).json()) as { items: { code: string; category: string }[] })
        .items,
  );
  const offered = await page
    .getByLabel('Какая вещь')
    .locator('option')
    .evaluateAll((options) =>
      options.map((option) => option.getAttribute('value') ?? '').filter((code) => code !== ''),
    );
  expect(offered.sort()).toEqual(
    goods
      .filter(({ category }) => category === 'relief-household')
      .map(({ code }) => code)
      .sort(),
  );
  await page.getByLabel('Какая вещь').selectOption('heater');
  await page.getByLabel('Заголовок').fill(`Обогреватели в мастерскую ${Date.now().toString(36)}`);
  await page.getByRole('textbox', { name: 'Зачем' }).fill('В мастерской утром плюс девять.');
  await page.getByLabel('Сколько', { exact: true }).fill('2');
  await page.getByLabel('Место').selectOption('zeya');
  await page.getByRole('button', { name: 'Сохранить черновик' }).click();
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const picked = { name: 'workshop.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not sent') };
  await page.locator('input[type=file]').setInputFiles(picked);
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.getByRole('alert')).toContainText('Фотография выбрана'); // and nothing was submitted without it
  await page.getByRole('button', { name: 'Не добавлять' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.locator('[data-after-submit]')).toContainText('модератор');
  await page.locator('[data-after-submit]').getByRole('link').click();
  await expect(page.locator(`[data-need="${id}"]`)).toContainText('Читает модератор');
  await page.goto(`/needs/${id}`);
  await page.getByRole('button', { name: 'Снять нужду' }).click();
  await page.locator('.prop-part').getByRole('button', { name: 'Снять нужду' }).click();
});

/** Through the list, to the search, to the yes, which no slip presses: in any layout. */
async function workByKeys(page: Page): Promise<void> {
  const lines = page.locator('.desk-list [data-group] [data-answer]');
  await expect(lines.nth(1)).toBeVisible();
  const press = (code: string, key: string): Promise<void> =>
    page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: '${code}', key: '${key}', bubbles: true }))`,
    );
  await expect(lines.first()).toHaveClass(/is-on/);
  await press('KeyJ', 'о');
  await expect(lines.nth(1)).toHaveClass(/is-on/);
  await expect(lines.nth(1)).toBeFocused();
  await press('KeyK', 'л');
  await expect(lines.first()).toHaveClass(/is-on/);

  const all = await lines.count();
  await press('Slash', '.');
  const search = page.getByRole('searchbox', { name: 'Кто, что или какая нужда' });
  await expect(search).toBeFocused();
  await search.pressSequentially('нет такого вклада');
  await expect(lines).toHaveCount(0);
  await expect(page.getByText('Ничего не нашлось')).toBeVisible();
  await search.fill('');
  await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(all);
  const need = (await lines.first().locator('.why-line').innerText()).split(',')[0]!;
  await search.fill(need.toUpperCase());
  await expect(lines.first()).toContainText(need);
  await search.fill('');

  const decidable = page.locator('.desk-do button[data-key=KeyA]');
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  await page.getByRole('heading', { level: 1 }).focus();
  for (let at = 0; at < all && (await decidable.count()) === 0; at += 1) await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyA');
  await expect(decidable).toBeFocused();
  await page.keyboard.press('KeyX');
  await expect(page.locator('.desk-do [data-key=KeyX]')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('KeyX');
  expect(posts).toEqual([]);
  await page.keyboard.press('KeyS');
  await expect(page.locator('[data-group=postponed] [data-answer]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Решать клавишами' }).click();
  await expect(page.locator('.desk-do [data-key]')).toHaveCount(0);
}

test('the desk is worked by keys in any layout; what donors have said yes to is accepted by one press, less what is left out', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(240_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  await coordinator.waitForURL(/\/desk\/[0-9a-f-]{36}/);
  const room = new URL(coordinator.url()).pathname;
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const matches: string[] = [];
  for (const quantity of ['2', '3', '4']) matches.push(await proposal(coordinator, moderator, donor, quantity));
  for (const match of matches)
    expect(
      await donor.evaluate(
        async (id) =>
          (
            await fetch(`/api/v1/matches/${id}/accept`, {
              method: 'POST',
              headers: { 'idempotency-key': crypto.randomUUID() },
            })
          ).status,
        match,
      ),
    ).toBe(200);
  await coordinator.goto(`${room}/offers`);
  await workByKeys(coordinator);
  await coordinator.reload();
  const together = coordinator.locator('[data-together]');
  await together.locator('summary').click();
  const rows = together.getByRole('checkbox');
  const shown = await rows.count();
  expect(shown).toBeGreaterThanOrEqual(3);
  const own = async (amount: string): Promise<number> => {
    const texts = await together.locator('li').allInnerTexts();
    return texts.findIndex((text) => new RegExp(`, ${amount}\\sшт\\s+Обогреватели в\\sклуб`).test(text));
  };
  const wanted = [await own('2'), await own('4')];
  for (let at = 0; at < shown; at += 1) if (!wanted.includes(at)) await rows.nth(at).uncheck();
  await looksFine(coordinator, 'desk-together');
  await together.getByRole('button', { name: 'Принять 2 предложения' }).click();
  await expect(coordinator.locator('[data-together-done="2"]')).toBeFocused();
  expect(await Promise.all(matches.map((match) => statusOf(coordinator, match)))).toEqual([
    'accepted',
    'held',
    'accepted',
  ]);
});

test('a need from a template is sent to its moderator after two things are said', async ({ browser, complaints }) => {
  test.setTimeout(120_000);
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.getByRole('link', { name: 'Новая нужда' }).click();
  const form = page.getByRole('form', { name: 'Новая нужда' });
  await page.setViewportSize({ width: 390, height: 844 }); // on the way, from a phone
  await expect(page.locator('[data-template=tutor]')).toBeVisible();
  await page.locator('[data-template=tutor]').click();
  await expect(page.getByLabel('Категория')).toHaveValue('education-tutoring');
  await page.locator('[data-template=firewood]').click();
  await expect(page.getByLabel('Категория')).toHaveValue('relief-heating');
  await expect(page.getByLabel('Какая вещь')).toHaveValue('stove-fuel');
  await expect(page.getByLabel('Заголовок')).toHaveValue(/^Дрова на.зиму/);
  await expect(page.getByLabel('Место')).not.toHaveValue('');
  await expect(form.getByText('Сколько дворов')).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть, как было' }).click();
  await expect(page.getByLabel('Заголовок')).toHaveValue('');
  await page.locator('[data-template=firewood]').click();
  await page.getByLabel('Сколько', { exact: true }).fill('6');
  await page
    .getByRole('textbox', { name: 'Зачем' })
    .fill('Четыре двора, привезёт и разгрузит лесхоз, хватит до марта.');
  await page.getByRole('button', { name: 'Сохранить черновик' }).click();
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.locator('[data-after-submit]')).toContainText('модератор');
  await page.getByRole('button', { name: 'Снять нужду' }).click();
  await page.locator('.prop-part').getByRole('button', { name: 'Снять нужду' }).click();
});
