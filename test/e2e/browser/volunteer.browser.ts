import type { Page } from '@playwright/test';
import { expect, looksFine, person, test } from './support.js';
import { takenOver } from './quiet.js';
import { ask, newVolunteer, openNeed } from './time-need.js';

const HALL = { latitude: 50.2907, longitude: 127.5272 };
/** The phone says that it is there; a headless browser knows no place by itself. */
const standAt = (page: Page, latitude: number): Promise<void> =>
  page.evaluate(
    `Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition: (found) => found({ coords: { latitude: ${latitude}, longitude: ${HALL.longitude}, accuracy: 10 } }) } }) && undefined`,
  );

test('without signing up before: checked in by where she is, asked when she left, confirmed, and the hours are hers to show', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const [coordinator, moderator, volunteer] = [
    await person(browser, complaints, 'coordinator'),
    await person(browser, complaints, 'moderator'),
    await newVolunteer(browser, complaints),
  ];
  const need = await openNeed(coordinator, moderator);
  const until = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 600_000);
  const shift = await ask<{ id: string; organization: { id: string } }>(coordinator, 'POST', `/needs/${need}/shifts`, {
    from: new Date(until.getTime() - 3_600_000).toISOString(),
    until: until.toISOString(),
    capacity: 2,
    place: 'selemdzhinsky',
    meet: 'Клуб, вход со двора',
    covered: 'Обед и дорога',
    minAge: 16,
    point: { lat: HALL.latitude, lon: HALL.longitude },
  });
  await volunteer.goto(`/shifts/${shift.id}`);
  await expect(volunteer.getByText('Обед и дорога')).toBeVisible();
  await expect(volunteer.getByText(/С\s16\sлет/)).toBeVisible();
  await expect(volunteer.getByRole('link', { name: /Точка\sна\sкарте/ })).toHaveCount(0);
  await volunteer.getByRole('button', { name: 'Записаться' }).click();
  await expect(volunteer.getByRole('link', { name: /Точка\sна\sкарте/ })).toBeVisible();

  // It is over, with a place free: a visitor finds it folded away on the page of its need, and is not asked to sign up.
  await page.goto(`/needs/${need}`);
  await takenOver(page); // what is folded is read once it is opened
  const past = page.locator('details', { hasText: 'Прошедшие смены' });
  await past.locator('summary').click();
  await expect(past.locator(`a[href="/shifts/${shift.id}"]`)).toHaveCount(1); // its name leads there, no button

  await standAt(volunteer, 51.5);
  await volunteer.getByRole('button', { name: /Отметиться\sпо\sместоположению/ }).click();
  await expect(volunteer.getByText(/вы\sне\sна\sместе\sсмены/)).toBeVisible();
  await standAt(volunteer, HALL.latitude);
  await looksFine(volunteer, 'by-location');
  await volunteer.getByRole('button', { name: /Отметиться\sпо\sместоположению/ }).click();
  await expect(volunteer.getByText(/Вы\sушли\sв.*как\sв\sплане/)).toBeVisible(); // it is over: the person who forgot is asked
  await looksFine(volunteer, 'asked-when-left');
  await volunteer.getByRole('button', { name: /Да,\sв/ }).click();
  await expect(volunteer.getByText(/Уход\sв/)).toBeVisible();

  await coordinator.goto(`/desk/${shift.organization.id}/shifts`);
  await expect(coordinator.locator(`[data-shift="${shift.id}"][data-state=confirm]`).first()).toBeAttached();
  await looksFine(coordinator, 'week');
  await coordinator.goto(`/desk/${shift.organization.id}/shifts/${shift.id}`);
  await expect(coordinator.getByText(/по\sместоположению/)).toBeVisible();
  await looksFine(coordinator, 'run-presence');
  await coordinator.getByRole('button', { name: /Подтвердить отдельно/ }).click();
  await coordinator.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(coordinator.getByText(/^подтверждено/)).toBeVisible();

  await volunteer.goto('/me/shifts?when=past');
  await expect(volunteer.getByText(/Подтверждено:/).first()).toBeVisible();
  const badge = volunteer.getByRole('link', { name: /Open Badge/ });
  await expect(badge).toBeVisible();
  const jwt = await (await volunteer.request.get((await badge.getAttribute('href'))!)).text();
  const said = JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as { type: string[] };
  expect(said.type).toContain('OpenBadgeCredential');
});

test('a calendar has an address, a new one, none; what suits somebody stands on their page, and so do two shifts too far apart', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const [coordinator, moderator, volunteer] = [
    await person(browser, complaints, 'coordinator'),
    await person(browser, complaints, 'moderator'),
    await newVolunteer(browser, complaints), // no calendar, no wish and no shift
  ];
  await volunteer.goto('/me/shifts');
  await volunteer.getByRole('button', { name: 'Получить адрес' }).click();
  const address = volunteer.getByLabel('Секретный адрес');
  const url = await address.inputValue();
  expect((await volunteer.request.get(new URL(url).pathname)).status()).toBe(200);
  await looksFine(volunteer, 'calendar-issued');
  await volunteer.reload();
  await expect(volunteer.locator('[data-calendar=issued]')).toContainText(/Адрес есть с/);
  await expect(address).toHaveCount(0); // it is shown once
  await volunteer.getByRole('button', { name: 'Отозвать', exact: true }).click();
  await volunteer.getByRole('button', { name: 'Да, отозвать' }).click();
  await expect(volunteer.locator('[data-calendar=none]')).toBeVisible();
  expect((await volunteer.request.get(new URL(url).pathname)).status()).toBe(404);

  await volunteer.getByRole('button', { name: 'Сказать', exact: true }).click();
  await volunteer.getByLabel('Откуда').selectOption('selemdzhinsky');
  await looksFine(volunteer, 'wish');
  await volunteer.getByRole('button', { name: 'Сохранить' }).click();
  await expect(volunteer.getByRole('heading', { name: 'Подходят вам' })).toBeVisible();
  const need = await openNeed(coordinator, moderator);
  const day = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
  const shift = await ask<{ id: string }>(coordinator, 'POST', `/needs/${need}/shifts`, {
    from: `${day}T01:00:00Z`,
    until: `${day}T03:00:00Z`,
    capacity: 2,
    place: 'selemdzhinsky',
    meet: 'Склад, ворота 2',
  });
  await volunteer.reload();
  await expect(volunteer.locator(`[data-suited] h3 a[href="/shifts/${shift.id}"]`)).toBeVisible();
  await looksFine(volunteer, 'suited');

  const far = await ask<{ id: string }>(coordinator, 'POST', `/needs/${need}/shifts`, {
    from: `${day}T04:00:00Z`,
    until: `${day}T06:00:00Z`,
    capacity: 2,
    place: 'zeya',
    meet: 'Клуб, вход со двора',
  });
  for (const { id } of [shift, far]) await ask(volunteer, 'POST', `/shifts/${id}/sign-ups`, {});
  await volunteer.reload();
  const clash = volunteer.locator('[data-clash=too-far]');
  await expect(clash).toHaveCount(1); // the two of them, once
  await looksFine(volunteer, 'clash');
  await clash
    .getByRole('button', { name: /Оставить/ })
    .first()
    .click();
  await clash.getByRole('button', { name: 'Отменить запись' }).click();
  await expect(clash).toHaveCount(0);
  expect((await ask<{ signUp: { status: string } }>(volunteer, 'GET', `/shifts/${far.id}`)).signUp.status).toBe(
    'cancelled',
  );

  await page.goto('/shifts');
  const chosen = page
    .getByRole('navigation', { name: /По\sдням/ })
    .getByRole('link', { name: new RegExp(`\\b${Number(day.slice(8))}\\b`) })
    .first();
  await chosen.click();
  await expect(page).toHaveURL(new RegExp(`day=${day}`));
  await expect(page.locator(`h2 a[href="/shifts/${shift.id}"]`)).toBeVisible();
  await page.getByRole('button', { name: /На\sсхеме/ }).click();
  await expect(page.locator('.map-box svg .coin').first()).toBeVisible();
  await looksFine(page, 'shifts-map');
  await page.goto('/shifts?day=2031-01-01');
  await expect(page.getByRole('heading', { name: 'Таких смен нет' })).toBeVisible();
  await page.getByRole('link', { name: 'Все смены' }).click();
  await expect(page.locator(`h2 a[href="/shifts/${shift.id}"]`)).toBeVisible();
});

test('work without an hour is planned, taken, done by a press and confirmed; a shift has a ticket, and whoever is late says so', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const [coordinator, moderator, volunteer] = [
    await person(browser, complaints, 'coordinator'),
    await person(browser, complaints, 'moderator'),
    await newVolunteer(browser, complaints),
  ];
  const need = await openNeed(coordinator, moderator);
  await coordinator.goto(`/needs/${need}`);
  await coordinator.getByRole('button', { name: 'Поставить смену' }).click();
  await coordinator.getByLabel(/В\sлюбое\sвремя\sдо\sсрока/).check();
  await coordinator.getByLabel('Последний день').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await coordinator.getByLabel(/До\sкоторого\sчаса/).fill('18:00');
  await coordinator.getByLabel('Сколько займёт').fill('0,5');
  await coordinator.getByLabel('Сколько человек').fill('1');
  await coordinator.getByLabel('Где и кто встретит').fill('Из дома: позвонить по списку');
  await looksFine(coordinator, 'plan-any-time');
  await coordinator.getByRole('button', { name: 'Поставить', exact: true }).click();
  await expect(coordinator.getByText(/в\sлюбое\sвремя\sдо/).first()).toBeVisible();

  const { items } = await ask<{ items: { id: string }[] }>(coordinator, 'GET', `/needs/${need}/shifts`);
  await volunteer.goto('/shifts?anyTime=true');
  await volunteer.locator(`h2 a[href="/shifts/${items[0]!.id}"]`).click();
  await volunteer.getByRole('button', { name: 'Записаться' }).click();
  await expect(volunteer.getByText(/Дело\sза\sвами/)).toBeVisible();
  await looksFine(volunteer, 'any-time');
  const task = new URL(volunteer.url()).pathname.split('/').at(-1)!;
  await volunteer.goto('/me/shifts');
  const line = volunteer.locator(`[data-shift="${task}"]`);
  await Promise.all([
    volunteer.waitForResponse((answer) => answer.url().endsWith('/done')),
    line.getByRole('button', { name: /Сделано,/ }).click(),
  ]);
  await volunteer.goto('/me/shifts?when=past');
  await expect(line.getByText(/Вы\sсделали\sэто:\s30\sмин/)).toBeVisible();

  const { organization } = await ask<{ organization: { id: string } }>(coordinator, 'GET', `/shifts/${task}`);
  await coordinator.goto(`/desk/${organization.id}/shifts/${task}`);
  await expect(coordinator.getByText(/Говорит,\sчто\sсделано/)).toBeVisible();
  await coordinator.getByRole('button', { name: /Подтвердить\s1\sчеловеку/ }).click();
  await expect(coordinator.getByText(/^подтверждено/)).toBeVisible();

  const from = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 9_000_000);
  const soon = await ask<{ id: string }>(coordinator, 'POST', `/needs/${need}/shifts`, {
    from: from.toISOString(),
    until: new Date(from.getTime() + 1_800_000).toISOString(),
    capacity: 1,
    place: 'selemdzhinsky',
    meet: 'Клуб, вход со двора',
    gear: 'Перчатки',
  });
  await ask(volunteer, 'POST', `/shifts/${soon.id}/sign-ups`, {});
  await volunteer.goto('/me/shifts');
  const ticket = volunteer.locator(`[data-shift="${soon.id}"]`).getByRole('link', { name: 'Билет' });
  await expect(ticket).toBeVisible();
  await ticket.click();
  await expect(volunteer.locator('[data-ticket=signed_up]').getByRole('img', { name: /QR\sбилета/ })).toBeVisible();
  await expect(volunteer.getByText('Клуб, вход со двора')).toBeVisible();
  await looksFine(volunteer, 'ticket');
  await volunteer.getByRole('button', { name: 'Я опаздываю' }).click();
  await volunteer.getByRole('button', { name: /20\sмин/ }).click();
  await expect(volunteer.locator('[data-late="20"]')).toBeVisible();
  await expect(volunteer.getByRole('button', { name: 'Я опаздываю' })).toHaveCount(0);

  const { signUp } = await ask<{ signUp: { id: string } }>(volunteer, 'GET', `/shifts/${soon.id}`);
  await coordinator.goto(`/desk/${organization.id}/shifts/${soon.id}#sign-up=${signUp.id}`);
  const row = coordinator.locator(`[data-sign-up="${signUp.id}"]`);
  await expect(row).toContainText(/Опаздывает\sна\s20/);
  await expect(row).toHaveClass(/is-scanned/);
});
