import { expect, hasOutcome, inTurn, looksFine, person, proposal, test } from './support.js';

interface Listed {
  items: { id: string; status: string; can: string[]; need: { kind: string } }[];
}

test('two sides that agreed see each other’s contacts, choose an hour, move it once, and nobody else sees how', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const id = await proposal(coordinator, moderator, donor);

  const card = donor.locator(`[data-match="${id}"]`);
  await card.getByRole('button', { name: 'Да, и оставить телефон' }).click();
  await card.getByLabel('Телефон').fill('+7 914 000-00-17');
  await card.getByLabel('Как к вам обращаться').fill('Анна');
  await card.getByRole('button', { name: 'Сказать «да»' }).click();
  await expect(card).toHaveAttribute('data-status', 'held');
  await coordinator.goto(`/matches/${id}`);
  await expect(coordinator.getByText('Откроется, когда согласятся обе стороны.')).toBeVisible();
  await expect(coordinator.getByText('914 000-00-17')).toHaveCount(0);
  await coordinator.getByRole('button', { name: /^Принять/ }).click();
  await expect(coordinator.getByRole('link', { name: '+7 914 000-00-17' })).toBeVisible();

  await expect(card).toHaveAttribute('data-status', 'accepted');
  await card.getByRole('link', { name: 'Как встретиться: контакты и время' }).click();
  await expect(donor.getByRole('link', { name: /^\+7 4162/ })).toBeVisible();
  await donor.getByRole('radio').first().check({ force: true });
  await donor.getByLabel('Слово от вас').fill('Привезу всё сразу');
  await donor.getByRole('button', { name: 'Предложить время' }).click();
  await expect(donor.locator('[data-when=mine]')).toBeFocused();
  await expect(donor.getByRole('button', { name: 'Подходит, приду' })).toHaveCount(0);

  await expect(coordinator.getByText('ждёт вашего ответа')).toBeVisible();
  await looksFine(coordinator, 'meeting-desk');
  await coordinator.getByRole('button', { name: 'Предложить другое время' }).click();
  await coordinator.getByRole('radio').nth(1).check({ force: true });
  await coordinator.getByRole('button', { name: 'Предложить время' }).click();
  await hasOutcome(coordinator, '[data-when=mine]');
  await donor.getByRole('button', { name: 'Подходит, приду' }).click();
  await expect(donor.getByText('договорились', { exact: true }).first()).toBeVisible();
  await hasOutcome(donor, '[data-when=agreed]');
  await expect(donor.getByRole('link', { name: 'В календарь (.ics)' })).toHaveAttribute(
    'href',
    `/api/v1/matches/${id}/hand-over.ics`,
  );
  await looksFine(donor, 'meeting');

  await donor.goto('/me/security');
  await expect(donor.getByRole('heading', { name: 'Кто смотрел ваш телефон' })).toBeVisible();
  await expect(donor.getByRole('link', { name: /^Обогреватели в клуб/ }).first()).toBeVisible();
  const company = await person(browser, complaints, 'company', `/matches/${id}`);
  await expect(company.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет');
  await expect(company.getByText('914 000-00-17')).toHaveCount(0);
  await moderator.goto(`/matches/${id}`);
  await expect(moderator.getByText('Контакты и\u00a0время встречи видят только две стороны.')).toBeVisible();
  await expect(moderator.locator('main')).not.toContainText(/meeting:|914 000-00-17/);
});

test('a coordinator says how to reach the organization and where things are handed over', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  await coordinator.getByRole('link', { name: 'Контакты и пункты' }).click();
  await coordinator.getByLabel('Когда звонить').fill('с 10:00 до 17:00');
  await coordinator.getByRole('button', { name: 'Сохранить' }).click();
  await expect(coordinator.getByText('Сохранено.')).toBeVisible();
  await coordinator.reload();
  await expect(coordinator.getByLabel('Когда звонить')).toHaveValue('с 10:00 до 17:00');

  // Another person saves meanwhile: neither words are lost, until it is said so.
  const other = await coordinator.context().newPage();
  await other.goto(coordinator.url());
  await other.getByLabel('Когда звонить').fill('с 9:00 до 15:00');
  await coordinator.getByLabel('Когда звонить').fill('после обеда');
  await other.getByRole('button', { name: 'Сохранить' }).click();
  await expect(other.getByText('Сохранено.')).toBeVisible();
  for (let press = 0; press < 2; press++) {
    const refused = coordinator.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await coordinator.getByRole('button', { name: 'Сохранить' }).click();
    expect((await refused).status()).toBe(412);
    await expect(coordinator.getByText('Ваши слова остались в\u00a0форме.')).toBeVisible();
    await expect(coordinator.getByLabel('Когда звонить')).toHaveValue('после обеда');
  }
  await coordinator.getByRole('button', { name: 'Показать, что записано сейчас' }).click();
  await expect(coordinator.getByLabel('Когда звонить')).toHaveValue('с 9:00 до 15:00');
  await other.close();
  await looksFine(coordinator, 'contacts');
});

test('agreed money shows its giver how to pay', async ({ browser, complaints }) => {
  test.setTimeout(120_000);
  const donor = await person(browser, complaints, 'donor', '/me');
  const id = await donor.evaluate(async () => {
    const form = { kind: 'money', quantity: '500', unit: 'rub' };
    const offer = (
      (await (
        await fetch('/api/v1/offers', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(form),
        })
      ).json()) as { id: string }
    ).id;
    for (let tries = 0; tries < 100; tries += 1) {
      const found = ((await (await fetch(`/api/v1/matches?offer=${offer}`)).json()) as Listed).items.find((match) =>
        match.can.includes('accept'),
      );
      if (found) {
        const answer = await fetch(`/api/v1/matches/${found.id}/accept`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: '{}',
        });
        if (((await answer.json()) as { status: string }).status === 'accepted') return found.id;
      }
      await new Promise((done) => setTimeout(done, 300));
    }
    throw new Error('no proposal came');
  });
  await donor.goto(`/matches/${id}`);
  await expect(donor.getByRole('img', { name: 'Код для приложения банка' })).toBeVisible();
  await expect(donor.getByRole('rowheader', { name: 'Корр. счёт' })).toBeVisible();
  await looksFine(donor, 'money');
});
