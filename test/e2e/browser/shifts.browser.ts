import { expect, looksFine, person, test } from './support.js';
import { ask, newVolunteer, openNeed } from './time-need.js';

test('a student signs up, waits her turn, checks in with the code, and has her hours confirmed the same evening', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(240_000);
  const coordinator = await person(browser, complaints, 'coordinator');
  const moderator = await person(browser, complaints, 'moderator');
  const volunteer = await newVolunteer(browser, complaints);
  const donor = await newVolunteer(browser, complaints);
  const need = await openNeed(coordinator, moderator);

  await coordinator.goto(`/needs/${need}`);
  await coordinator.getByRole('button', { name: 'Поставить смену' }).click();
  await coordinator.getByLabel('День').fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
  await coordinator.getByLabel('Конец').fill('09:00');
  await expect(coordinator.getByLabel('Конец')).toHaveAccessibleDescription(/следующий день: смена длится 23\sч/);
  await coordinator.getByLabel('Конец').fill('13:00');
  await coordinator.getByLabel('Сколько человек').fill('9');
  await coordinator.getByLabel('Где и кто встретит').fill('Склад, ворота 2');
  await coordinator.getByRole('button', { name: 'Поставить', exact: true }).click();
  await expect(coordinator.getByText(/Столько\sвремени\sнужде\sне\sнужно/)).toBeVisible(); // how much is left stands in it
  await coordinator.getByLabel('Сколько человек').fill('1');
  await coordinator.getByRole('button', { name: 'Поставить', exact: true }).click();
  await expect(coordinator.getByText(/свободно\s1\sместо\sиз\s1/)).toBeVisible();
  await expect(coordinator.locator('[data-shift-planned]')).toBeFocused();

  // Four taps: shifts, this one, sign up, done.
  const { items } = await ask<{ items: { id: string }[] }>(coordinator, 'GET', `/needs/${need}/shifts`);
  await page.goto('/shifts');
  await page.locator(`h2 a[href="/shifts/${items[0]!.id}"]`).click();
  await expect(page.getByRole('link', { name: 'Войти и записаться' })).toBeVisible();
  await looksFine(page, 'shift');
  const address = new URL(page.url()).pathname;
  await volunteer.goto(address);
  await expect(volunteer.getByText('Склад, ворота 2')).toHaveCount(0);
  await volunteer.getByRole('button', { name: 'Записаться' }).click();
  await expect(volunteer.locator('[data-own-place=signed_up]')).toBeFocused(); // at the head of the page: whoever pressed below sees it
  await expect(volunteer.getByText('Вы записаны. Ждём вас.')).toBeInViewport();
  await expect(volunteer.getByText('Склад, ворота 2')).toBeVisible();

  await donor.goto(address);
  await donor.getByRole('button', { name: 'Встать в очередь' }).click();
  await expect(donor.getByText(/Вы\sв\sочереди:\s1-й\sномер/)).toBeVisible();
  await volunteer.goto('/me/shifts');
  await looksFine(volunteer, 'my-shifts');
  await volunteer.getByRole('button', { name: 'Не смогу прийти' }).first().click();
  await volunteer.getByRole('button', { name: 'Отменить запись' }).click();
  await expect(volunteer.getByText('Вы отменили запись.')).toBeVisible();
  await donor.goto('/me/shifts');
  await donor.getByRole('button', { name: 'Взять место' }).click();
  await expect(donor.getByText('Вы записаны. Ждём вас.')).toBeVisible();

  // A shift that begins in a quarter of an hour: the code, and the same evening the hours.
  const from = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 900_000);
  const soon = await ask<{ id: string; checkInCode: string }>(coordinator, 'POST', `/needs/${need}/shifts`, {
    from: from.toISOString(),
    until: new Date(from.getTime() + 7_200_000).toISOString(),
    capacity: 2,
    place: 'selemdzhinsky',
    meet: 'Клуб, вход со двора',
    gear: 'Перчатки',
  });
  await volunteer.goto(`/shifts/${soon.id}#code=${soon.checkInCode.toLowerCase()}`);
  await expect(volunteer.getByRole('button', { name: 'Записаться' })).toBeVisible();
  await volunteer.goto('/sign-in');
  await volunteer.goto(`/shifts/${soon.id}`);
  await volunteer.getByRole('button', { name: 'Записаться' }).click();
  await expect(volunteer.getByLabel('Код на месте')).toHaveValue(soon.checkInCode.toLowerCase()); // as the camera brought it, before the way to the sign-in page
  await volunteer.getByLabel('Код на месте').fill('WRONG');
  await volunteer.getByRole('button', { name: 'Я на месте' }).click();
  await expect(volunteer.getByText(/Код\sне\sподошёл/)).toBeVisible();
  await volunteer.getByLabel('Код на месте').fill(soon.checkInCode);
  await looksFine(volunteer, 'check-in');
  await volunteer.context().setOffline(true); // in the hall there is no network
  await volunteer.getByRole('button', { name: 'Я на месте' }).click();
  await expect(volunteer.getByText(/Сохранили\sна\sэтом\sустройстве/)).toBeVisible();
  await expect(volunteer.getByText(/1\sотметка\sждёт\sсвязи/)).toBeVisible();
  await looksFine(volunteer, 'check-in-kept');
  await volunteer.context().setOffline(false);
  await expect(volunteer.getByText(/Вы\sна\sместе\./)).toBeVisible({ timeout: 40_000 });
  await expect(volunteer.getByText(/ждёт\sсвязи/)).toHaveCount(0);

  await coordinator.goto(`/shifts/${soon.id}`);
  await expect(coordinator.getByRole('link', { name: 'Вести смену' })).toBeVisible();
  await coordinator.goto('/desk');
  await expect(coordinator.locator(`[data-shift="${soon.id}"]`)).toContainText(/подтвердите\sчасы:\s1\sчеловек/);
  await coordinator.locator(`[data-shift="${soon.id}"]`).getByRole('link').click();
  await expect(coordinator.getByText(soon.checkInCode)).toBeVisible();
  await looksFine(coordinator, 'run');
  await coordinator.getByRole('button', { name: /Подтвердить\s1\sчеловеку/ }).click();
  await expect(coordinator.getByText(/подтверждено\s2\sч/)).toBeVisible();
  await volunteer.goto('/me/shifts');
  await expect(volunteer.getByText(/Подтверждено:\s2\sч/)).toBeVisible();
  await donor.goto('/me/shifts');
  await donor.getByRole('button', { name: 'Не смогу прийти' }).first().click();
  await donor.getByRole('button', { name: 'Отменить запись' }).click();
  await expect(donor.getByText('Вы отменили запись.').first()).toBeVisible();
});

test('a coordinator plans a shift for every week, makes all later ones shorter, asks and signs up people she knows', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const [coordinator, moderator, donor] = [
    await person(browser, complaints, 'coordinator'),
    await person(browser, complaints, 'moderator'),
    await newVolunteer(browser, complaints),
  ];
  const need = await openNeed(coordinator, moderator);
  const place = { capacity: 1, place: 'selemdzhinsky', meet: 'Клуб, вход со двора' };

  // A volunteer who was there before.
  const from = Math.ceil(Date.now() / 60_000) * 60_000 + 1_500_000;
  const before = await ask<{ id: string }>(coordinator, 'POST', `/needs/${need}/shifts`, {
    ...place,
    from: new Date(from).toISOString(),
    until: new Date(from + 1_200_000).toISOString(),
  });
  const came = await ask<{ id: string }>(donor, 'POST', `/shifts/${before.id}/sign-ups`, {});
  await ask(coordinator, 'POST', `/sign-ups/${came.id}/check-in`, {});
  await ask(coordinator, 'POST', `/sign-ups/${came.id}/confirm`, {});

  await coordinator.goto(`/needs/${need}`);
  await coordinator.getByRole('button', { name: 'Поставить смену' }).click();
  await coordinator
    .getByLabel('День')
    .first()
    .fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await coordinator.getByLabel('Сколько человек').fill('1');
  await coordinator.getByLabel('Повторять').selectOption('weekly');
  await coordinator.getByLabel('Где и кто встретит').fill('Клуб, вход со двора');
  await looksFine(coordinator, 'plan-series');
  await coordinator.getByRole('button', { name: 'Поставить', exact: true }).click();
  await expect(coordinator.getByText(/свободно\s1\sместо\sиз\s1/)).toHaveCount(3); // twelve hours take no fourth
  const { items } = await ask<{ items: { id: string; text: string; series: object | null }[] }>(
    coordinator,
    'GET',
    `/needs/${need}/shifts`,
  );
  const [first, second] = items.filter(({ series }) => series !== null);

  const organization = (await ask<{ organization: { id: string } }>(coordinator, 'GET', `/shifts/${first!.id}`))
    .organization.id;
  await coordinator.goto(`/desk/${organization}/shifts/${first!.id}`);
  await expect(coordinator.getByText(/Каждую\sнеделю/)).toBeVisible();
  await coordinator.getByRole('button', { name: 'Изменить смену' }).click();
  await coordinator.getByRole('button', { name: /Эту\sи\sвсе\sследующие/ }).click();
  await coordinator.getByLabel('Конец').fill('12:00');
  await looksFine(coordinator, 'edit-series');
  await coordinator.getByRole('button', { name: 'Сохранить' }).click();
  await expect(coordinator.getByRole('button', { name: 'Изменить смену' })).toBeVisible();
  expect((await ask<{ minutes: number }>(coordinator, 'GET', `/shifts/${second!.id}`)).minutes).toBe(120);

  const { person: known } = await ask<{ person: { id: string } }>(donor, 'GET', '/session');
  const row = coordinator.locator(`[data-candidate="${known.id}"]`);
  await expect(row).toContainText(/смен[аы]\sу\sвас/);
  await row.getByRole('button', { name: 'Позвать' }).click();
  await expect(row.getByText('позвали')).toBeVisible();
  await looksFine(coordinator, 'cover');
  await row.getByRole('button', { name: 'Записать' }).click();
  await expect(coordinator.getByText('Записал координатор.')).toBeVisible();
});

test('a volunteer of sixteen signs up, and her mother lets her go by a link, without an account', async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const [coordinator, moderator, volunteer] = [
    await person(browser, complaints, 'coordinator'),
    await person(browser, complaints, 'moderator'),
    await newVolunteer(browser, complaints),
  ];
  const need = await openNeed(coordinator, moderator);
  const at = (hour: string): string =>
    `${new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)}T${hour}:00Z`;
  const shift = await ask<{ id: string }>(coordinator, 'POST', `/needs/${need}/shifts`, {
    from: at('01:00'),
    until: at('03:00'),
    capacity: 2,
    place: 'selemdzhinsky',
    meet: 'Склад, ворота 2',
    risks: 'Тяжёлые коробки',
  });

  await volunteer.goto(`/shifts/${shift.id}`);
  await volunteer.getByLabel(/Мне\sещё\sнет\s18/).check();
  await volunteer.getByLabel('Сколько вам лет').selectOption('16');
  await volunteer.getByRole('button', { name: 'Записаться' }).click();
  await expect(volunteer.getByText(/Нужно\sсогласие\sвзрослого/)).toBeVisible();
  await volunteer.getByRole('button', { name: 'Получить ссылку для взрослого' }).click();
  const link = new URL(await volunteer.getByLabel(/Отправьте\sэту\sссылку/).inputValue());
  await looksFine(volunteer, 'consent-asked');

  await page.goto(link.pathname + link.hash);
  await expect(page.getByRole('heading', { name: /16\sлет\.\sОтпустите/ })).toBeVisible();
  await expect(page.getByText('Тяжёлые коробки')).toBeVisible();
  await looksFine(page, 'consent');
  await page.getByLabel('Ваше имя').fill('Наталья Викторовна');
  await page.getByRole('button', { name: 'Отпускаю', exact: true }).click();
  await expect(page.getByText(/Вы\sсогласились/)).toBeVisible();
  await volunteer.goto(`/shifts/${shift.id}`);
  await expect(volunteer.getByText(/Согласие\sвзрослого\sесть/)).toBeVisible();
  await coordinator.goto(`/shifts/${shift.id}`);
  await coordinator.getByRole('link', { name: 'Вести смену' }).click();
  await expect(coordinator.getByText(/16\sлет,\sсогласие\sесть/)).toBeVisible();
});

test('a shift that asks for skills says so at its box, and the focus goes there', async ({ browser, complaints }) => {
  const volunteer = await newVolunteer(browser, complaints);
  const { items } = await ask<{ items: { id: string; free: number; skills: string[] }[] }>(volunteer, 'GET', '/shifts');
  const shift = items.find(({ free, skills }) => free > 0 && skills.length > 0);
  await volunteer.goto(`/shifts/${shift!.id}`);
  const box = volunteer.getByLabel('У меня есть нужные навыки');
  await volunteer.getByRole('button', { name: 'Записаться' }).click();
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/Подтвердите, что они у\sвас есть/);
  await expect(volunteer.getByText('Одно поле заполнено неверно')).toHaveCount(0);
  complaints.length = 0; // the refusal itself
  await box.check();
  await volunteer.getByRole('button', { name: 'Записаться' }).click();
  await expect(volunteer.getByText('Вы записаны. Ждём вас.')).toBeVisible();
});
