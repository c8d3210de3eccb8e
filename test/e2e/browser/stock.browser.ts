import type { Page } from '@playwright/test';
import { atThisWidth, expect, inTurn, looksFine, person, test } from './support.js';

interface Sent {
  status: number;
  body: { id: string };
}

const send = (page: Page, path: string, form: object = {}): Promise<Sent> =>
  page.evaluate(
    async ({ path, form }) => {
      const answer = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(form),
      });
      return { status: answer.status, body: (await answer.json()) as { id: string } };
    },
    { path, form },
  );

/** An open need of the coordinator's organization, read and let in by a moderator. */
async function openNeed(coordinator: Page, moderator: Page, title: string): Promise<{ org: string; need: string }> {
  const org = await coordinator.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as {
      memberships: { organization: { id: string } }[];
    };
    return session.memberships[0]?.organization.id ?? '';
  });
  const { body } = await send(coordinator, '/needs', {
    organization: org,
    kind: 'goods',
    category: 'relief-household',
    item: 'bedding',
    title,
    description: 'После пожара людям не на чем спать.',
    quantity: '9',
    unit: 'pcs',
    place: 'selemdzhinsky',
    deadline: new Date(Date.now() + 60 * 86_400_000).toISOString(),
    urgency: 4,
    autoAccept: false,
  });
  await send(coordinator, `/needs/${body.id}/submit`);
  await expect
    .poll(
      () =>
        moderator.evaluate(async (id) => {
          const reviews = (await (await fetch('/api/v1/reviews?status=open&limit=200')).json()) as {
            items: { id: string; subject: { id: string } }[];
          };
          const review = reviews.items.find(({ subject }) => subject.id === id);
          if (!review) return 0;
          const answer = await fetch(`/api/v1/reviews/${review.id}/decision`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify({ outcome: 'approve' }),
          });
          return answer.status;
        }, body.id),
      { timeout: 30_000 },
    )
    .toBe(200);
  return { org, need: body.id };
}

test('somebody with things brings them to a point when it suits them, and reads who got them', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(240_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const donor = await person(browser, complaints, 'donor', '/me');
  const mark = Date.now().toString(36);
  const title = `Одеяла погорельцам ${mark}`;
  const { org, need } = await openNeed(coordinator, moderator, title);

  // A point, said as a place of hand-over.
  await coordinator.goto(`/desk/${org}/stock`);
  await expect(coordinator.getByRole('heading', { name: 'Склад', level: 1 })).toBeVisible();
  await coordinator.getByRole('button', { name: 'Новый пункт приёма' }).click();
  await coordinator.getByLabel('Название').fill(`Склад ${mark}`);
  await coordinator.getByLabel('Адрес и как войти').fill('Зея, ул. Образцовая, 7');
  await coordinator.getByRole('button', { name: 'Открыть пункт' }).click();
  await expect(coordinator.getByRole('heading', { name: `Склад ${mark}` })).toBeVisible();
  await expect(coordinator.getByText('На полках пусто')).toBeVisible();
  await looksFine(coordinator, 'stock-empty');

  // Everybody reads where and when, and what is wanted.
  await donor.goto(`/organizations/${org}`);
  await expect(donor.getByText('Зея, ул. Образцовая, 7')).toBeVisible();
  await expect(donor.getByText(/Сейчас ждут:.*бельё/).first()).toBeVisible();

  // The giver chooses the point and has four digits.
  const offer = (
    await send(donor, '/offers', {
      kind: 'goods',
      category: 'relief-household',
      item: 'bedding',
      title: `Одеяла ${mark}`,
      quantity: '12',
      unit: 'pcs',
      place: 'zeya',
      radiusKm: 1,
      only: [need],
    })
  ).body.id;
  await donor.goto(`/offer/${offer}`);
  await donor.getByRole('button', { name: 'Выбрать пункт' }).click();
  await donor
    .locator('[data-point]', { hasText: `Склад ${mark}` })
    .getByRole('button', { name: 'Принесу сюда' })
    .click();
  const code = (await donor.locator('.point-code').textContent()) ?? '';
  expect(code).toMatch(/^\d{4}$/);
  await looksFine(donor, 'stock-bring');

  // At the door: ten came.
  await coordinator.reload();
  await coordinator.getByRole('button', { name: /^Принять,\sждём\s1\sпартию/ }).click();
  await coordinator.getByRole('button', { name: 'Принесли', exact: true }).click();
  const arrival = coordinator.locator('[data-arrival]');
  await arrival.getByLabel('Четыре цифры').fill(code === '0000' ? '1111' : '0000');
  await arrival.getByLabel('Сколько').fill('10');
  await arrival.getByRole('button', { name: 'Принять на склад' }).click();
  await expect(arrival.getByText('Код не тот.')).toBeVisible();
  await looksFine(coordinator, 'stock-take-in');
  await arrival.getByLabel('Четыре цифры').fill(code);
  await arrival.getByRole('button', { name: 'Принять на склад' }).click();
  await expect(coordinator.locator('[data-taken-in]')).toBeFocused();
  const lot = coordinator.locator('[data-lot]', { hasText: `Одеяла ${mark}` });
  await expect(lot.locator('.lot-amount')).toHaveText(/^10\s*шт$/);

  // Out to the need, all that it asks for.
  await lot.getByRole('button', { name: 'Выдать', exact: true }).click();
  await lot.getByLabel('На какую нужду').selectOption(need);
  await expect(lot.getByLabel('Сколько')).toHaveValue('9');
  await lot.getByLabel('Сколько').fill('7');
  await looksFine(coordinator, 'stock-give-out');
  await lot.getByRole('button', { name: 'Выдать', exact: true }).last().click();
  await expect(lot.locator('.lot-amount')).toHaveText(/^3\s*шт$/);

  // Counted: one is torn.
  await coordinator.getByRole('button', { name: 'Пересчитать' }).click();
  await coordinator.getByLabel(/насчитали$/).fill('2');
  await coordinator.getByRole('button', { name: /Записать\s1\sпоправку/ }).click();
  await expect(coordinator.getByText('Скажите, почему не сходится.')).toBeVisible();
  await coordinator.getByLabel(/^Почему/).selectOption('broken');
  await looksFine(coordinator, 'stock-count');
  await coordinator.getByRole('button', { name: /Записать\s1\sпоправку/ }).click();
  await expect(lot.locator('.lot-amount')).toHaveText(/^2\s*шт$/);
  await lot.getByRole('button', { name: 'Путь' }).click();
  await expect(lot.locator('[data-steps] .what')).toHaveText([/Принято:\s10\sшт/, /Выдано:\s7\sшт/, /Списано:\s1\sшт/]);

  // The giver reads it beside the offer.
  await donor.goto(`/offer/${offer}`);
  await expect(donor.locator('[data-steps]')).toContainText(title);
  await expect(donor.locator('[data-steps]')).toContainText(/Выдано:\s7\sшт/);
  await atThisWidth(donor, 'stock-path');
  await coordinator.goto(`/needs/${need}`);
  await expect(coordinator.getByText(/7\sшт/).first()).toBeVisible();
});

test('kits are written down, assembled from what lies there and taken apart', async ({ browser, complaints }) => {
  inTurn();
  test.setTimeout(180_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const org = await coordinator.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as {
      memberships: { organization: { id: string } }[];
    };
    return session.memberships[0]?.organization.id ?? '';
  });
  const mark = Date.now().toString(36);
  const point = (
    await send(coordinator, `/organizations/${org}/points`, {
      name: `Сборка ${mark}`,
      address: 'Зея, ул. Образцовая, 9',
    })
  ).body.id;
  await coordinator.goto(`/desk/${org}/stock?point=${point}`);
  await expect(coordinator.getByRole('heading', { name: `Сборка ${mark}` })).toBeVisible();
  await coordinator.getByRole('button', { name: 'Принять' }).click();
  await coordinator.getByRole('combobox', { name: 'Что принесли' }).fill('постельное');
  await coordinator.getByRole('option', { name: /^Постельное/ }).click();
  await coordinator.getByLabel('Единица').selectOption('pcs');
  await coordinator.getByLabel('Сколько').fill('7');
  await coordinator.getByRole('button', { name: 'Принять на склад' }).click();
  await expect(coordinator.locator('[data-brought]')).toBeFocused();
  await coordinator.getByRole('button', { name: 'Принять', exact: true }).click();

  await coordinator.getByRole('button', { name: 'Новый набор' }).click();
  await coordinator.getByLabel('Как называется набор').fill(`Постель на двоих ${mark}`);
  await coordinator.getByLabel('Что это по справочнику').selectOption('kitchenware');
  const part = coordinator.getByRole('group', { name: 'Часть 1' });
  await part.getByLabel('Часть 1').selectOption('bedding');
  await part.getByLabel('Единица').selectOption('pcs');
  await part.getByLabel('Сколько').fill('2');
  await looksFine(coordinator, 'stock-kit');
  await coordinator.getByRole('button', { name: 'Записать набор' }).click();
  const kit = coordinator.locator('[data-kit]', { hasText: mark });
  await expect(kit.getByText(/выйдут\s3\sнабора/)).toBeVisible();
  await kit.getByRole('button', { name: 'Собрать' }).click();
  const lot = coordinator.locator('[data-lot]', { hasText: `Постель на двоих ${mark}` });
  await expect(lot.locator('.lot-amount')).toHaveText(/^3\s*набора$/);
  await expect(coordinator.locator('[data-lot]')).toHaveCount(2);
  await lot.getByRole('button', { name: 'Разобрать' }).first().click();
  await lot.getByLabel('Сколько разобрать').fill('1');
  await lot.getByRole('button', { name: 'Разобрать' }).last().click();
  await expect(lot.locator('.lot-amount')).toHaveText(/^2\s*набора$/);
  await expect(coordinator.locator('[data-lot]', { hasText: 'Постельное' }).locator('.lot-amount')).toHaveText(
    '3\u00a0шт',
  );
  await looksFine(coordinator, 'stock-kits');
});
