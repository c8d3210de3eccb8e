import type { Page } from '@playwright/test';
import { expect, looksFine, person, proposal, test } from './support.js';

/** One request of the person signed in on this page. */
const ask = async <T>(page: Page, method: 'GET' | 'POST', path: string, data?: object): Promise<T> => {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(`${path} ${answer.status()} ${answer.ok() ? '' : await answer.text()}`).toMatch(/ 20\d /);
  return (await answer.json()) as T;
};

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

test('neither can go: a driver fetches the things by one code and hands them over by another, also without a connection', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(240_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const driver = await person(browser, complaints, 'volunteer', '/me');
  const id = await proposal(coordinator, moderator, donor);
  for (const page of [donor, coordinator]) await ask(page, 'POST', `/matches/${id}/accept`, {});

  // The giver asks for a driver; the organization says where it is to be brought.
  await donor.goto(`/matches/${id}`);
  await donor.getByRole('button', { name: 'Попросить водителя' }).click();
  await donor.getByLabel('Вес, кг').fill('24,5');
  await donor.getByLabel('Объём, м³').fill('0,6');
  await donor.getByLabel('Ваш адрес').fill('ул. Образцовая, 1, второй подъезд');
  await donor.getByRole('button', { name: 'Попросить', exact: true }).click();
  const panel = donor.locator('section[data-leg]');
  await expect(panel.getByText(/Ждёт адреса|Ищем водителя/)).toBeVisible();
  await coordinator.goto(`/matches/${id}`);
  const say = coordinator.getByRole('button', { name: 'Назвать адрес' });
  const change = coordinator.getByRole('button', { name: 'Изменить адрес' });
  await expect(say.or(change)).toBeVisible();
  if (await change.isVisible()) await change.click();
  await coordinator.locator('section[data-leg]').getByLabel('Ваш адрес').fill('Склад, ворота 2');
  await say.click();
  await expect(coordinator.locator('section[data-leg]').getByText('Ищем водителя')).toBeVisible();

  // A driver with an offer of time plans a trip and takes it along.
  await ask(driver, 'POST', '/offers', {
    kind: 'time',
    category: 'emergency-logistics',
    quantity: '8',
    unit: 'hour',
    place: 'selemdzhinsky',
    until: inDays(60),
  });
  await driver.goto('/me/trips');
  await driver.getByRole('button', { name: 'Новый рейс' }).click();
  await driver.getByLabel('Откуда', { exact: true }).selectOption('selemdzhinsky');
  await driver.getByLabel('Куда', { exact: true }).selectOption('blagoveshchensk');
  await driver.getByLabel('День', { exact: true }).fill(inDays(1).slice(0, 10));
  await driver.getByLabel(/Возьму не.больше, кг/).fill('400');
  await driver.getByLabel('Места в\u00a0машине, м³').fill('1,5');
  await driver.getByLabel('Как вас зовут').fill('Пётр');
  await driver.getByLabel('Телефон').fill('+7 914 000-00-17');
  // The demo's driver has trips already: this one is told by its address.
  const [planned] = await Promise.all([
    driver.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/trips')),
    driver.getByRole('button', { name: 'Открыть рейс' }).click(),
  ]);
  const { id: trip } = (await planned.json()) as { id: string };
  const leg = driver.locator('[data-open-leg]').filter({ hasText: '24,5' });
  await expect(leg).toHaveCount(1);
  await expect(leg).not.toContainText('Образцовая');
  await looksFine(driver, 'trips');
  await leg.getByRole('button', { name: 'Возьму' }).click();
  await expect(leg).toHaveCount(0);
  await driver.locator(`a[href$="/trips/${trip}"]`).first().click();
  await expect(driver.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(driver.getByText('ул. Образцовая, 1, второй подъезд').first()).toBeVisible();
  await looksFine(driver, 'trip');

  // The giver reads out their code; the driver's phone has no connection.
  await donor.goto(`/handovers/${id}`);
  const giver = (await donor.locator('.big-code').textContent()) ?? '';
  expect(giver).toMatch(/^\d{4}$/);
  await driver.context().setOffline(true);
  await driver.getByLabel(/Четыре цифры/).fill(giver);
  await driver.getByRole('button', { name: 'Забрал' }).click();
  await expect(driver.getByText('1 передача ждёт связи и уйдёт сама.')).toBeVisible();
  await expect(driver.locator('.trip-code')).toHaveText(/^\d{4}$/); // the next stop is there without a connection
  const own = (await driver.locator('.trip-code').textContent()) ?? '';
  await driver.context().setOffline(false);
  await expect(driver.getByText('ждёт связи')).toHaveCount(0, { timeout: 40_000 });
  await donor.goto(`/matches/${id}`);
  await expect(donor.locator('section[data-leg]').getByText('В\u00a0машине')).toBeVisible();
  await expect(donor.locator('section[data-leg]')).toContainText('Пётр везёт');
  await looksFine(donor, 'delivery-under-way');
  const { memberships } = await ask<{ memberships: { organization: { id: string } }[] }>(
    coordinator,
    'GET',
    '/session',
  );
  await coordinator.goto(`/desk/${memberships[0]!.organization.id}/deliveries`);
  await expect(coordinator.locator('[data-leg]').filter({ hasText: 'В\u00a0машине' })).not.toHaveCount(0);
  await looksFine(coordinator, 'desk-deliveries');

  // The organization enters the driver's code where it has always entered a code.
  await coordinator.goto(`/handovers/${id}#code=${own}`);
  await coordinator.getByRole('button', { name: /Принять всё/ }).click();
  await expect(coordinator.getByRole('heading', { name: 'Передано' })).toBeVisible();

  // A photo of what came, and a signature; both stand on the act.
  await coordinator.getByLabel('Добавить фото').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: PIXEL });
  await expect(coordinator.locator('[data-picture="result"] img')).toBeVisible({ timeout: 30_000 });
  await coordinator.getByRole('button', { name: /Подписать на.экране/ }).click();
  const field = coordinator.getByRole('img', { name: 'Поле для подписи' });
  await field.scrollIntoViewIfNeeded();
  const box = (await field.boundingBox())!;
  await coordinator.mouse.move(box.x + 20, box.y + 20);
  await coordinator.mouse.down();
  await coordinator.mouse.move(box.x + 120, box.y + 60, { steps: 6 });
  await coordinator.mouse.up();
  await coordinator.getByLabel('Кто подписал').fill('Пётр С.');
  await coordinator.getByRole('button', { name: 'Сохранить подпись' }).click();
  await expect(coordinator.locator('[data-picture="signature"] img')).toBeVisible({ timeout: 30_000 });
  await looksFine(coordinator, 'hand-over-pictures');

  await driver.reload();
  await expect(driver.getByText('Всё сделано. Спасибо.')).toBeVisible({ timeout: 30_000 });
  await expect(driver.getByText('ул. Образцовая')).toHaveCount(0);
  await donor.goto(`/matches/${id}`);
  await expect(donor.locator('section[data-leg]').getByText('Доставлено')).toBeVisible();

  // The hours of the trip wait for a word of the organization: its desk says so, and where it is said.
  await driver.getByRole('button', { name: /Закончить\sрейс/ }).click();
  await expect(driver.locator('[data-trip-hours=proposed]')).toBeVisible({ timeout: 40_000 });
  await coordinator.goto(`/desk/${memberships[0]!.organization.id}`);
  const waits = coordinator.locator('.notice', { hasText: /Жд[ёу]т\sподтверждения\sчасы/ });
  await waits.getByRole('link', { name: 'Подтвердить' }).click();
  await expect(coordinator).toHaveURL(/\/deliveries$/);
});

test('an organization shares a hall, somebody takes an hour that is free, and nobody else has it', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const volunteer = await person(browser, complaints, 'volunteer', '/resources');
  const donor = await person(browser, complaints, 'donor', '/me');
  const name = `Зал на сорок мест ${Date.now().toString(36)}`;
  await coordinator.goto(coordinator.url().replace(/\/?$/, '/resources'));
  await coordinator.getByRole('button', { name: 'Поделиться' }).click();
  await coordinator.getByLabel('Название').fill(name);
  await coordinator.getByLabel('Где').selectOption('blagoveshchensk');
  await coordinator.getByLabel('Кто может занять').selectOption('everybody');
  for (const day of ['сб', 'вс']) await coordinator.getByRole('button', { name: day, exact: true }).click();
  await coordinator.getByRole('button', { name: 'Сохранить' }).click();
  await expect(coordinator.getByRole('heading', { name })).toBeVisible();
  await looksFine(coordinator, 'desk-resources');

  const day = inDays(2).slice(0, 10);
  const take = async (page: Page, from: string, until: string): Promise<void> => {
    await page.goto('/resources');
    await page.getByRole('link', { name }).click();
    await page.getByLabel('День', { exact: true }).fill(day);
    await page.getByLabel('С', { exact: true }).fill(from);
    await page.getByLabel('До', { exact: true }).fill(until);
    await page.getByRole('button', { name: 'Занять', exact: true }).click();
  };
  await take(volunteer, '10:00', '12:00');
  await expect(volunteer.getByText(/Готово: .* ваше/)).toBeVisible();
  await looksFine(volunteer, 'resource');
  await take(donor, '11:00', '13:00');
  await expect(donor.getByText('Это время уже занято. Выберите другое.')).toBeVisible();
  await donor.getByLabel('С', { exact: true }).fill('12:00');
  await donor.getByRole('button', { name: 'Занять', exact: true }).click();
  await expect(donor.getByText(/Готово: .* ваше/)).toBeVisible();

  await donor.goto('/resources');
  const mine = donor.locator('[data-booking]').filter({ hasText: name });
  await mine.getByRole('button', { name: 'Отменить', exact: true }).click();
  await mine.getByRole('button', { name: 'Отменить бронь' }).click();
  await expect(mine.getByText('Отменено')).toBeVisible();
});
