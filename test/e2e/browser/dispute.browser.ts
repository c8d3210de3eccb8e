import type { Page } from '@playwright/test';
import { decideNow, expect, looksFine, openCase, person, proposal, test } from './support.js';

const accounts = (page: Page): Promise<string[]> =>
  page
    .locator('[data-effects] tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map(({ textContent }) => textContent.replace(/[\s\u00a0]+/g, ' ')).join(' | '),
      ),
    );

const refusal = (message: string) => ({
  status: 422,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    status: 422,
    code: 'validation.failed',
    detail: 'Одно поле заполнено неверно.',
    errors: [{ field: 'quantity', code: 'match.more-than-held', message }],
  }),
});

test('two sides see a hand-over otherwise, a moderator says by keys how much arrived, and both and the statement say the same', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const id = await proposal(coordinator, moderator, donor);
  const step = async (page: Page, verb: string): Promise<void> =>
    expect((await page.request.post(`/api/v1/matches/${id}/${verb}`, { data: {} })).status()).toBe(200);
  await step(donor, 'accept');
  await step(coordinator, 'accept');
  await step(donor, 'deliver');

  const words = `Приняли четыре, один разбит ${id.slice(0, 8)}`;
  await coordinator.goto(`/matches/${id}`);
  await coordinator.getByRole('button', { name: 'Не сходится' }).click();
  await coordinator.getByLabel('Что не сходится').fill(words);
  await coordinator.getByRole('button', { name: 'Позвать модератора' }).click();
  await expect(coordinator.locator(`[data-outcome="${id} disputed"]`)).toBeVisible();
  await donor.goto(`/matches/${id}`);
  await donor.getByRole('button', { name: 'Ответить: как было' }).click();
  await donor.getByLabel('Как было по-вашему').fill('Отдал шесть, коробки целые');
  await donor.getByRole('button', { name: 'Отправить модератору' }).click();
  await expect(donor.getByRole('button', { name: 'Ответить: как было' })).toHaveCount(0);

  const review = await openCase(moderator, words, 'match');
  await expect(review.locator('[data-voice=organization]')).toContainText(words);
  await expect(review.locator('[data-voice=donor]')).toContainText('Отдал шесть, коробки целые');
  await expect(review.locator('[data-voice=donor]')).toContainText('Отмечено переданным: 6\u00a0шт');
  await expect(review.locator('[data-known]')).toContainText('Даритель отметил: передано');
  await review.press('Digit2');
  const arrived = review.getByLabel('Сколько дошло');
  await expect(arrived).toBeFocused();
  await arrived.fill('7');
  await expect(review.getByText('вместе с\u00a0потерями не больше 6\u00a0шт')).toBeVisible();
  await arrived.fill('0');
  await expect(review.getByText('Если ничего не\u00a0дошло и\u00a0не\u00a0потеряно')).toBeVisible();
  await arrived.fill('5,5');
  await expect(review.getByText('Мельче, чем 1\u00a0шт, не\u00a0делят')).toBeVisible();
  await expect(review.getByRole('button', { name: /^Записать/ })).toHaveAttribute('aria-disabled', 'true');
  await arrived.fill('4');
  await review.getByLabel('Из остального потеряно').fill('1');
  expect(await accounts(moderator)).toEqual([
    'Дошло до нужды | 0 шт | 6 шт | 4 шт | 0 шт',
    'В резерве | 6 шт | 0 шт | 0 шт | 0 шт',
    'Осталось закрыть | 0 шт | 0 шт | 2 шт | 6 шт',
    'Нужно, всегда | 6 шт | 6 шт | 6 шт | 6 шт',
    'Потери в дороге | 0 шт | 0 шт | 1 шт | 0 шт',
    'Свободно у дарителя | 0 шт | 0 шт | 1 шт | 6 шт',
  ]);
  await looksFine(moderator, 'dispute');
  const why = review.getByLabel('Почему так');
  await why.fill('На снимке четыре целых.');
  // What the server refuses after ten seconds comes back with what was typed, and its sentence at the field.
  const told = 'Столько не было обещано.';
  await moderator.route(/\/decision$/, (route) => route.fulfill(refusal(told)), { times: 1 });
  await why.press('ControlOrMeta+Enter');
  await moderator.getByRole('button', { name: 'Не ждать' }).click();
  await expect(review.getByText(told)).toBeVisible();
  await expect(arrived).toHaveValue('4');
  await expect(review.getByLabel('Из остального потеряно')).toHaveValue('1');
  await expect(why).toHaveValue('На снимке четыре целых.');
  await why.press('ControlOrMeta+Enter');
  await expect(moderator.locator('[data-undo]')).toContainText(
    'дошло 4\u00a0шт, потеряно 1\u00a0шт, вернётся дарителю 1\u00a0шт',
  );
  await decideNow(moderator);

  for (const page of [donor, coordinator]) {
    await page.goto(`/matches/${id}`);
    const outcome = page.locator(`[data-outcome="${id} confirmed"]`);
    await expect(outcome).toContainText('Дошло: 4\u00a0шт. Так решил модератор');
    await expect(outcome).toContainText('1\u00a0шт');
  }
  await donor.goto('/me/statement');
  const row = donor.locator('.statement-t [data-row=delivery]').first();
  await expect(row).toContainText('4\u00a0шт');
  await expect(row).not.toContainText('6\u00a0шт');

  await moderator.goto('/moderation/mine');
  await expect(moderator.locator('[data-decision]').first()).toContainText(
    'Передача подтверждена: дошло 4\u00a0шт, потеряно 1\u00a0шт',
  );
});
