import type { Page } from '@playwright/test';
import { expect, looksFine, person, proposal, test } from './support.js';

const post = (page: Page, path: string, form: object = {}, method = 'POST'): Promise<number> => page.evaluate(async ({ path, form, method }) =>
  (await fetch(`/api/v1${path}`, { method, headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(form) })).status, { path, form, method });

test('somebody with things calls nobody: a code at the door, entered without a connection, and both read what came of it', async ({ browser, complaints }) => {
  test.setTimeout(180_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const id = await proposal(coordinator, moderator, donor);
  for (const page of [donor, coordinator]) expect(await post(page, `/matches/${id}/accept`)).toBe(200);

  await donor.goto(`/matches/${id}`);
  await donor.getByRole('link', { name: 'Показать код для передачи' }).click();
  await expect(donor.getByRole('img', { name: 'Код передачи для камеры' })).toBeVisible();
  const code = (await donor.locator('.big-code').textContent()) ?? '';
  expect(code).toMatch(/^\d{4}$/);
  await looksFine(donor, 'hand-over-code');

  // As a camera opens it: the digits are there already.
  await coordinator.goto(`/handovers/${id}#code=${code === '0000' ? '1111' : '0000'}`);
  await coordinator.getByRole('button', { name: 'Не взяли: больше на один' }).click();
  await coordinator.getByRole('button', { name: 'Сломано' }).click();
  await coordinator.getByRole('button', { name: 'Не доехало: больше на один' }).click();
  await expect(coordinator.getByText('4 + 1 + 1 = 6. Сходится.')).toBeVisible();
  await looksFine(coordinator, 'hand-over-entry');
  await coordinator.getByRole('button', { name: 'Принять 4 из 6' }).click();
  await expect(coordinator.getByText('Это не тот код.')).toBeVisible();
  await coordinator.getByLabel('Четыре цифры').fill(code);
  await coordinator.context().setOffline(true);
  await coordinator.getByRole('button', { name: 'Принять 4 из 6' }).click();
  await expect(coordinator.getByText('1 передача ждёт связи и уйдёт сама.')).toBeVisible();
  await coordinator.context().setOffline(false);
  await expect(coordinator.getByRole('heading', { name: 'Передано' })).toBeVisible({ timeout: 40_000 });
  await expect(coordinator.getByText('ждёт связи')).toHaveCount(0);

  await donor.goto(`/matches/${id}`);
  await expect(donor.locator(`[data-entered="${id}"]`)).toContainText('Сломано');
  await expect(donor.getByText('4\u00a0шт', { exact: true })).toBeVisible();
  await expect(donor.getByRole('link', { name: 'Акт приёма-передачи, PDF' })).toBeVisible();
  await looksFine(donor, 'hand-over-done');
});
