import { follow, quiet } from './quiet.js';
import { decideNow, expect, inTurn, looksFine, openCase, person, test } from './support.js';
import type { Page } from '@playwright/test';

/** Where the focused thing ends, unless it is the tab bar itself or taller than half a screen. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest('.tabbar')) return null;
  const { top, bottom } = at.getBoundingClientRect();
  return bottom - top > 400 ? null : { bottom, what: at.textContent };
})()`;

test('a moderator decides by keys, in any layout, and can switch them off', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'moderator', '/moderation');
  const rows = page.locator('[data-row]');
  const shown = page.locator('[data-review]');
  const form = page.locator('.mod-decide form');
  await expect(shown).toBeVisible();
  const waiting = await rows.count();
  await page.keyboard.press('KeyR'); // the case that stands there was not opened: nothing happens
  await expect(form).toHaveCount(0);
  for (const [key, row] of [
    ['KeyJ', 0],
    ['KeyJ', 1],
    ['KeyK', 0],
  ] as const) {
    await page.keyboard.press(key);
    const id = (await rows.nth(row).getAttribute('data-row')) ?? '';
    await expect(page.locator(`[data-review="${id}"]`)).toBeFocused();
    await expect(rows.nth(row)).toHaveAttribute('aria-current', /./);
  }
  await page.locator('[data-row]:not(.is-locked)').filter({ hasNotText: 'спор' }).first().click(); // of a hand-over digits say what arrived
  await expect(page.locator('[data-key=KeyR]')).toBeVisible();
  await page.evaluate(
    "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyR', key: 'к', bubbles: true }))",
  ); // the Russian layout
  const words = form.locator('textarea');
  await expect(words).toBeFocused();
  await page.keyboard.type('area'); // letters, not decisions
  await expect(words).toHaveValue(/area/);
  expect(await rows.count()).toBe(waiting);

  await words.press('Escape');
  await page.keyboard.press('?');
  await expect(page.locator('[data-keys]')).toContainText('эта таблица');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-keys]')).toBeHidden();
  await page.getByRole('button', { name: 'Решать клавишами' }).click();
  await expect(page.locator('[data-key]')).toHaveCount(0);
  await page.goto('/moderation');
  await expect(shown).toBeVisible();
  await page.keyboard.press('KeyJ');
  await expect(page).toHaveURL(/\/moderation$/);
});

test('the desk shows the best three proposals; the others are a click away', async ({ browser, complaints }) => {
  inTurn();
  const page = await person(browser, complaints, 'coordinator', '/desk');
  const panel = page.locator('section', { has: page.locator('#answer') });
  await expect(panel.locator('[data-match]').first()).toBeVisible();
  expect(await panel.locator(':scope > [data-match][data-status=proposed]').count()).toBeLessThanOrEqual(3);
  const more = panel.locator('.panel-more');
  if ((await more.count()) > 0) {
    await expect(more.locator('[data-match]').first()).toBeHidden();
    await more.locator('summary').click();
    await expect(more.locator('[data-match]').first()).toBeVisible();
  }
});

test('on a phone nothing that has the focus hides under the tab bar', async ({ browser, complaints }) => {
  inTurn();
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.setViewportSize({ width: 390, height: 700 });
  await expect(page.locator('[data-match]').first()).toBeVisible();
  const bar = (await page.locator('.tabbar').boundingBox())!;
  let below = 0;
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const box = await page.evaluate<{ bottom: number; what: string } | null>(FOCUSED);
    if (!box) continue;
    expect(box.bottom, box.what).toBeLessThanOrEqual(bar.y);
    if (box.bottom > 300) below += 1;
  }
  expect(below).toBeGreaterThan(5); // the page did scroll
});

/** Asks for something in words that a moderator must see. Answers the id of the need. */
async function flaggedNeed(page: Page, changes: Record<string, string> = {}): Promise<string> {
  return page.evaluate(async (said) => {
    const send = async (path: string, form: object): Promise<{ id: string }> =>
      (
        await fetch(`/api/v1${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(form),
        })
      ).json() as Promise<{ id: string }>;
    const session = (await (await fetch('/api/v1/session')).json()) as {
      memberships: { organization: { id: string } }[];
    };
    const description = 'Коляска нужна мальчику: Ваня Петров, диагноз ДЦП. Переводите на карту 4111 1111 1111 1111.';
    const form = {
      organization: session.memberships[0]?.organization.id,
      kind: 'goods',
      category: 'relief-household',
      item: 'heater',
      title: `Коляска ${Date.now().toString(36)}`,
      description,
      quantity: '1',
      unit: 'pcs',
      place: 'selemdzhinsky',
      deadline: new Date(Date.now() + 40 * 86_400_000).toISOString(),
      urgency: 3,
      ...said,
    };
    const { id } = await send('/needs', form);
    await send(`/needs/${id}/submit`, {});
    return id;
  }, changes);
}

test('the text with what was flagged stands beside the decision, which can be taken back for ten seconds', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const id = await flaggedNeed(coordinator);
  const mark = `Дело ${Date.now().toString(36)}`;
  const page = await person(browser, complaints, 'moderator', '/moderation');
  const review = await openCase(page, id, 'need');
  await expect(review.locator('[data-text=description]')).toContainText('Коляска нужна мальчику');
  await expect(review.locator('[data-mark=card-number]')).toContainText('4111 1111 1111 1111');
  await expect(review.locator('[data-mark=health-of-a-person]')).toHaveCount(3); // the name and both words
  await expect(review.locator('[data-history]')).toContainText(/Организация проверена/);
  // Who is named with an illness is closed until the moderator looks, which is written down.
  const text = review.locator('[data-text=description]');
  await expect(text).not.toContainText(/Петров|ДЦП/);
  // The page of the need says no more than the case does, and leads to it.
  await page.goto(`/needs/${id}`);
  const closed = page.locator('[data-shut-here]');
  await expect(closed).toContainText('Скрыто 3\u00a0места');
  await expect(page.locator('main')).not.toContainText(/Петров|ДЦП/);
  await looksFine(page, 'closed-need');
  await closed.getByRole('link', { name: 'Открыть в\u00a0деле' }).click();
  await expect(text).not.toContainText(/Петров|ДЦП/);
  await page.keyboard.press('KeyV');
  await expect(review.locator('[data-shut=seen]')).toBeFocused();
  await expect(text).toContainText('Ваня Петров');
  await expect(review.locator('[data-key=KeyV]')).toHaveCount(0);
  await review.locator('h2 a').click();
  await expect(page.locator('main')).toContainText('Ваня Петров');
  await expect(closed).toHaveCount(0);
  await page.goBack();

  // Another moderator has it open now: their name stands there, and the case can be taken over.
  const second = await person(browser, complaints, 'moderator2', '/moderation');
  const hold = `/api/v1/reviews/${await review.getAttribute('data-review')}/hold`;
  expect((await second.request.put(hold, { data: { takeOver: true } })).status()).toBe(200);
  await page.reload();
  await expect(page.locator('[data-row][aria-current]')).toContainText('смотрит');
  await expect(review.locator('[data-key=KeyA]')).toHaveCount(0);
  await review.getByRole('button', { name: 'Взять себе' }).click();
  await expect(review.locator('[data-key=KeyA]')).toBeVisible();

  const status = (): Promise<string> =>
    page.evaluate(
      async (one) => ((await (await fetch(`/api/v1/needs/${one}`)).json()) as { status: string }).status,
      id,
    );
  follow(page);
  await page.clock.install();
  await page.keyboard.press('KeyA'); // the keys decide, as their switch says
  await expect(page.locator('[data-undo]')).toBeFocused(); // beside the case that comes next
  await expect(review).toBeHidden();
  await page.keyboard.press('KeyZ');
  await page.clock.runFor(11_000); // longer than the ten seconds
  await quiet(page);
  await expect(review).toBeVisible();
  expect(await status()).toBe('in_review');

  await expect(review.locator('[data-letter=approve]')).toContainText('опубликована');
  await review.locator('[data-which-text=proposed]').click();
  const proposed = review.locator('[data-suggestion] textarea');
  await expect(proposed).toHaveValue('Коляска нужна мальчику. Переводите на карту.'); // what is marked is left out
  await proposed.fill('Коляска нужна мальчику из Экимчана.');
  await proposed.press('Escape');
  await review.getByRole('button', { name: /^Вернуть/ }).click();
  await expect(review.locator('[data-with-text]')).toBeVisible();
  const ready = review.locator('[data-ready]');
  expect(await ready.evaluateAll((all) => all.slice(0, 2).map((one) => one.getAttribute('data-ready')))).toEqual([
    'card',
    'health',
  ]); // what was marked stands first
  const said = review.getByLabel('Что исправить');
  await expect(said).toHaveValue(/^Уберите номер карты[^\n]*\nУберите имя[^\n]*$/); // what is marked needs no press
  const caret = await said.evaluate(
    (area: { selectionStart: number; value: string }) => area.value.length - area.selectionStart,
  );
  expect(caret).toBe(0); // own words go on behind the ready ones
  await said.fill('И диагноз.');
  await expect(review.locator('[data-letter=return] [data-own-words]')).toHaveText('И диагноз.');
  await ready.first().click();
  await expect(said).toHaveValue(/^И диагноз\.\nУберите номер карты/);
  await ready.nth(1).click();
  await ready.first().click();
  await expect(said).toHaveValue(/^И диагноз\.\nУберите имя/);
  await said.press('Digit1'); // a letter like others, until the field is left
  await said.press('Backspace');
  await said.press('Escape');
  await page.keyboard.press('Digit1');
  await expect(said).toHaveValue(/^И диагноз\.\nУберите имя[^]*\nУберите номер карты/);
  await page.keyboard.press('Digit2');
  await expect(said).toHaveValue(/^И диагноз\.\nУберите номер карты[^\n]*$/);
  await page.keyboard.press('Digit2');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('[data-undo]')).toContainText('Автор узнает через 10');
  await page.clock.runFor(11_000);
  await expect(page.locator('[data-undo]')).toHaveCount(0); // by itself
  await expect(async () => expect(await status()).toBe('returned')).toPass({ timeout: 10_000 });

  const returned = (await (await page.request.get('/api/v1/reviews?section=to-correct&limit=200')).json()) as {
    items: { id: string; subject: { id: string } }[];
  };
  const waiting = returned.items.find(({ subject }) => subject.id === id)?.id;
  await page.goto(`/moderation?section=to-correct&case=${waiting}`);
  await expect(page.locator(`[data-review="${waiting}"]`)).toContainText('Нужда ждёт автора');

  // A person who was refused appeals; not who refused decides it.
  await coordinator.goto(`/needs/${id}`);
  await expect(coordinator.locator('[data-suggested]')).toContainText('Коляска нужна мальчику из Экимчана.');
  await coordinator.getByRole('button', { name: 'Взять этот текст' }).click();
  await expect(coordinator.locator('[data-suggested-taken]')).toBeFocused();
  await coordinator.getByRole('link', { name: 'Обжаловать' }).click();
  await expect(coordinator.getByRole('heading', { level: 1, name: 'Обжаловать решение' })).toBeVisible();
  await coordinator.getByLabel('С чем вы не согласны').fill(`Имя выдумано, карты в тексте нет. ${mark}`);
  await coordinator.getByRole('button', { name: 'Отправить апелляцию' }).click();
  await expect(coordinator.getByRole('status').filter({ hasText: /Апелляция №.\d+: ответ до/ })).toBeVisible();
  await coordinator.goto(`/needs/${id}`);
  const sent = coordinator.locator('[data-after-submit]');
  await expect(sent).toContainText('Апелляция отправлена'); // not as for a first sending
  await expect(sent).toContainText('можно только снять');
  await page.goto('/moderation/mine');
  await expect(page.locator('[data-decision=return]').first()).toContainText('ждёт другого модератора');
  const appeal = await openCase(second, mark);
  await expect(appeal.locator('[data-both-sides]')).toContainText('Уберите номер карты');
  // What its author has changed since stands beside it, as it was and as it is; what was closed is closed.
  const changed = appeal.locator('[data-changed=description]');
  await expect(changed.locator('del')).toContainText('Коляска нужна мальчику: •••');
  await expect(changed.locator('ins')).toHaveText('Коляска нужна мальчику из\u00a0Экимчана.');
  await looksFine(second, 'appeal-changes');
  await expect(appeal).toContainText('второй апелляции на\u00a0этот отказ нет');
  await appeal.getByRole('button', { name: 'Оставить отказ' }).press('KeyX');
  await appeal.getByLabel('Почему отказ остаётся').fill('Карта в тексте есть.');
  await appeal.locator('form button[type=submit]').click();
  await decideNow(second);
  await expect(appeal).toBeHidden();
  await coordinator.goBack();
  await expect(coordinator.getByRole('status').filter({ hasText: 'отказ остаётся' })).toContainText(
    'Карта в тексте есть.',
  );
  await coordinator.goto(`/needs/${id}`);
  await coordinator.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(sent).toContainText('Отправлено. Что будет дальше');
  await expect(sent).not.toContainText('пелляция');
});

test('two needs that are alike stand side by side; a slash finds a reason or a case, T goes to the words for the author', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const title = `Матрасы для ночлега ${Date.now().toString(36)}`;
  const plain = { item: 'bedding', unit: 'set' };
  const first = await flaggedNeed(coordinator, { ...plain, title });
  const id = await flaggedNeed(coordinator, {
    ...plain,
    title: `${title}.`,
    quantity: '40',
    description: 'На всю зиму',
  });
  const page = await person(browser, complaints, 'moderator', '/moderation');
  const review = await openCase(page, id, 'need');
  await page.keyboard.press('KeyC');
  const [ours, like] = [review.locator('[data-like=ours]'), review.locator('[data-like=similar]')];
  await expect(ours).toContainText('На\u00a0всю зиму');
  await expect(like.getByRole('link')).toHaveAttribute('href', `/needs/${first}`);
  await expect(like).toContainText('Коляска нужна мальчику: •••'); // as its own page says it
  await expect(like).not.toContainText(/Петров|ДЦП/);
  const tops = async (): Promise<number[]> =>
    Promise.all([ours, like].map(async (side) => (await side.boundingBox())?.y ?? 0));
  const [left, right] = await tops();
  expect(left).toBe(right);
  await looksFine(page, 'similar-needs');
  await page.setViewportSize({ width: 390, height: 844 });
  const [above, below] = await tops();
  expect(above).toBeLessThan(below ?? 0);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.keyboard.press('Slash');
  const find = page.locator('[data-find]');
  await expect(find).toBeFocused();
  await page.keyboard.type('карта');
  await expect(page.locator('[data-found-reason]')).toHaveText(['карта или чужой счёт']);
  await page.keyboard.press('Enter');
  const said = review.getByLabel('Что исправить');
  await expect(said).toHaveValue(/^Уберите номер карты/);
  await find.fill('ночлега');
  await expect(page.locator('[data-row]').first()).toContainText('Матрасы для ночлега');
  await expect(page.locator('[data-row]').filter({ hasNotText: 'Матрасы' })).toHaveCount(0);
  await find.press('Escape');
  await expect(find).toHaveValue('');
  await page.keyboard.press('KeyT');
  await expect(said).toBeFocused();
  await page.keyboard.type('t/'); // letters like others while they are typed
  await expect(said).toHaveValue(/t\/$/);
  await said.press('Escape');

  await page.locator('.keys-switch').click(); // off: letters are letters
  await page.keyboard.press('KeyT');
  await page.keyboard.press('KeyC');
  await page.keyboard.press('Slash');
  await expect(said).not.toBeFocused();
  await expect(find).not.toBeFocused();
  await expect(ours).toBeVisible();
  await page.locator('.keys-switch').click();
});
