import type { Page } from '@playwright/test';
import { expect, hasOutcome, looksFine, person, proposal, test } from './support.js';

const post = (page: Page, path: string, form: object = {}, method = 'POST'): Promise<number> =>
  page.evaluate(
    async ({ path, form, method }) =>
      (
        await fetch(`/api/v1${path}`, {
          method,
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(form),
        })
      ).status,
    { path, form, method },
  );

test('somebody with things calls nobody: a code at the door, entered without a connection, and both read what came of it', async ({
  browser,
  complaints,
}) => {
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
  await expect(coordinator.getByText('Это не тот код.')).toBeVisible(); // once: what is refused waits for no connection
  await coordinator.getByLabel('Четыре цифры').fill(code);
  await coordinator.context().setOffline(true);
  await coordinator.getByRole('button', { name: 'Принять 4 из 6' }).click();
  await expect(coordinator.getByText('1 передача ждёт связи и уйдёт сама.')).toBeVisible();
  await coordinator.context().setOffline(false);
  await expect(coordinator.getByRole('heading', { name: 'Передано' })).toBeVisible({ timeout: 40_000 });
  await expect(coordinator.getByText('ждёт связи')).toHaveCount(0);

  await donor.goto(`/matches/${id}`);
  await expect(donor.locator(`[data-entered="${id}"]`)).toContainText('Сломано');
  await expect(donor.locator(`[data-entered="${id}"]`).getByText('4\u00a0шт', { exact: true })).toBeVisible();
  await expect(donor.getByRole('link', { name: 'Акт приёма-передачи, PDF' })).toBeVisible();
  await looksFine(donor, 'hand-over-done');
});

type Form = Readonly<Record<string, string | undefined>>;
/** Forty office chairs for a classroom. */
const CHAIRS: readonly [need: Form, offer: Form] = [
  {
    kind: 'goods',
    category: 'ngo-equipment',
    item: 'office-furniture',
    description: 'В классе не на чем сидеть.',
    quantity: '40',
    unit: 'pcs',
  },
  {
    kind: 'goods',
    category: 'ngo-equipment',
    item: 'office-furniture',
    title: 'Кресла офисные',
    quantity: '40',
    unit: 'pcs',
  },
];
/** Sixty hours of its people. */
const HOURS: readonly [need: Form, offer: Form] = [
  {
    kind: 'time',
    category: 'emergency-logistics',
    description: 'Разложить помощь по семьям.',
    quantity: '60',
    unit: 'hour',
  },
  { kind: 'time', category: 'emergency-logistics', title: 'Наши сотрудники', quantity: '60', unit: 'hour' },
];

/** The need is open, the company offers for it and for nothing else, and both have said yes. Answers the match. */
async function agreed(
  coordinator: Page,
  moderator: Page,
  company: Page,
  [asked, given]: readonly [need: Form, offer: Form],
): Promise<string> {
  const need = await coordinator.evaluate(
    async ({ title, asked }) => {
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
      const { id } = await send('/needs', {
        ...asked,
        organization: session.memberships[0]?.organization.id,
        title,
        place: 'selemdzhinsky',
        deadline: new Date(Date.now() + 60 * 86_400_000).toISOString(),
        urgency: 3,
        autoAccept: false,
      });
      await send(`/needs/${id}/submit`, {});
      return id;
    },
    { title: `Для класса ${Date.now().toString(36)}`, asked },
  );
  await expect
    .poll(
      () =>
        moderator.evaluate(async (id) => {
          const reviews = (await (await fetch('/api/v1/reviews?status=open&limit=200')).json()) as {
            items: { id: string; subject: { id: string } }[];
          };
          const review = reviews.items.find(({ subject }) => subject.id === id);
          return review
            ? (
                await fetch(`/api/v1/reviews/${review.id}/decision`, {
                  method: 'POST',
                  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
                  body: JSON.stringify({ outcome: 'approve' }),
                })
              ).status
            : 0;
        }, need),
      { timeout: 30_000 },
    )
    .toBe(200);
  const offer = await company.evaluate(
    async ({ only, given }) => {
      const session = (await (await fetch('/api/v1/session')).json()) as {
        memberships: { organization: { id: string } }[];
      };
      const onBehalfOf = session.memberships[0]?.organization.id;
      const form = { ...given, place: 'selemdzhinsky', radiusKm: 900, only: [only], onBehalfOf };
      return (
        (await (
          await fetch('/api/v1/offers', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify(form),
          })
        ).json()) as { id: string }
      ).id;
    },
    { only: need, given },
  );
  let match = '';
  await expect
    .poll(
      async () => {
        const page = await company.evaluate(
          async (id) => (await (await fetch(`/api/v1/matches?offer=${id}`)).json()) as { items?: { id: string }[] },
          offer,
        );
        return (match = page.items?.[0]?.id ?? '');
      },
      { timeout: 30_000 },
    )
    .not.toBe('');
  for (const page of [company, coordinator]) expect(await post(page, `/matches/${match}/accept`)).toBe(200);
  return match;
}

test('a company with forty chairs and sixty hours has its papers in ten minutes, worth what it says itself, and one statement of the year', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const coordinator = await person(browser, complaints, 'coordinator', '/desk');
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  const company = await person(browser, complaints, 'company', '/me');
  const id = await agreed(coordinator, moderator, company, CHAIRS);
  await company.goto(`/matches/${id}`);
  await expect(company.getByText('Акт появится, когда получение подтвердят')).toBeVisible();
  await company.getByRole('button', { name: 'Указать стоимость' }).click();
  await company.getByLabel('Стоимость всех вещей').fill('96 000');
  await company.getByLabel('Какой документ').fill('накладная № 14');
  await company.getByRole('button', { name: 'Сохранить' }).click();
  await expect(company.getByText('закон требует письменный договор')).toBeVisible();
  const contract = company.waitForEvent('download');
  await company.getByRole('link', { name: 'Договор пожертвования, PDF' }).click();
  expect((await contract).suggestedFilename()).toMatch(/^lepta-contract-\d{4}-\d+\.pdf$/);

  await company.getByRole('link', { name: 'Показать код для передачи' }).click();
  const code = (await company.locator('.big-code').textContent()) ?? '';
  await coordinator.goto(`/handovers/${id}#code=${code}`);
  await coordinator.getByRole('button', { name: 'Принять всё: 40\u00a0шт' }).click();
  await expect(coordinator.getByRole('heading', { name: 'Передано' })).toBeVisible();
  await hasOutcome(coordinator, '[data-entered]');
  await company.goto(`/matches/${id}`);
  const act = company.waitForEvent('download');
  await company.getByRole('link', { name: 'Акт приёма-передачи, PDF' }).click();
  expect((await act).suggestedFilename()).toMatch(/^lepta-act-\d{4}-\d+\.pdf$/);
  await expect(company.getByText('96\u00a0000\u00a0₽')).toBeVisible();
  await looksFine(company, 'papers');
  await coordinator.goto(`/matches/${id}`);
  await expect(coordinator.getByRole('link', { name: 'Ведомость раздачи к нужде, PDF' })).toBeVisible();

  // Sixty hours of its people, to another need: marked, confirmed, and beside the chairs in one statement of the year.
  const hours = await agreed(coordinator, moderator, company, HOURS);
  expect(await post(company, `/matches/${hours}/deliver`)).toBe(200);
  await coordinator.goto(`/matches/${hours}`);
  expect(await post(coordinator, `/matches/${hours}/confirm`)).toBe(200);
  await company.goto('/desk');
  await company.waitForURL(/\/desk\/[\w-]+/);
  await company.goto(`${company.url().split(/[?#]/)[0]}/statement`);
  await expect(company.getByText(/60\u00a0ч/).first()).toBeVisible();
  await expect(company.getByText(/40\u00a0шт/).first()).toBeVisible();
});
