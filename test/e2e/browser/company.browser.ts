import { looksFine, expect, newcomer, numbers, person, test } from './support.js';

const send = async ([path, form]: readonly [string, object]): Promise<{ id: string }> =>
  (await (
    await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(form),
    })
  ).json()) as { id: string };

test('a company has its own room and statement, and a page on which stands what it gave in its name', async ({
  page,
  browser,
  complaints,
}) => {
  await newcomer(page, 'company', '/desk');
  const own = numbers();
  const company = await page.evaluate(send, [
    '/organizations',
    {
      name: 'Общество с ограниченной ответственностью «Восточный узел»',
      shortName: 'ООО «Восточный узел»',
      form: 'ooo',
      inn: own['ИНН'],
      ogrn: own['ОГРН'],
      kpp: own['КПП'],
      place: 'belogorsk',
    },
  ] as const);
  await page.evaluate(send, [`/organizations/${company.id}/submit`, {}] as const);
  const moderator = await person(browser, complaints, 'moderator', '/moderation');
  await expect
    .poll(
      () =>
        moderator.evaluate(async (id) => {
          const { items } = (await (await fetch('/api/v1/reviews?status=open&limit=200')).json()) as {
            items: { id: string; subject: { id: string } }[];
          };
          const review = items.find(({ subject }) => subject.id === id);
          if (!review) return 0;
          return (
            await fetch(`/api/v1/reviews/${review.id}/decision`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
              body: JSON.stringify({ outcome: 'approve' }),
            })
          ).status;
        }, company.id),
      { timeout: 30_000 },
    )
    .toBe(200);

  await page.goto(`/desk/${company.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'ООО «Восточный узел»' })).toBeVisible();
  const rail = page.locator('.room-rail');
  await expect(rail.getByRole('link', { name: 'Выписка', exact: true })).toBeVisible();
  for (const name of ['Нужды', 'Отчёты', 'Выписка банка'])
    await expect(rail.getByRole('link', { name })).toHaveCount(0); // it asks for nothing
  await looksFine(page, 'company desk');
  await rail.getByRole('link', { name: 'Выписка', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/${company.id}/statement`));
  await expect(page.getByText('ООО «Восточный узел»').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'PDF' })).toHaveAttribute(
    'href',
    new RegExp(`organization=${company.id}`),
  );

  // Acts stand at the documents; and while it is not known yet what is to be paid, nobody says that nothing is.
  await page.goto(`/desk/${company.id}/documents`);
  await expect(page.getByRole('heading', { name: 'Акты и договоры' })).toBeVisible();
  let answer = (): void => undefined;
  const asked = new Promise<void>((go) => (answer = go));
  await page.route('**/pledges?*', async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(`/desk/${company.id}`);
  const deadlines = page.getByRole('region', { name: 'Сроки' });
  await expect(deadlines.locator('[aria-busy]')).toBeVisible();
  await expect(deadlines).not.toContainText('Ближайших сроков нет');
  answer();
  await expect(deadlines).toContainText('Ближайших сроков нет');
  await page.unroute('**/pledges?*');

  await page.locator('.work-top').getByRole('link', { name: 'Предложить помощь' }).click();
  await expect(page.getByLabel('От чьего имени')).toHaveValue(company.id); // its own room is where one came from
  await expect(page.getByRole('checkbox', { name: /Не\sназывать организацию/ })).not.toBeChecked();
  await page.goto('/offer?as=00000000-0000-7000-8000-000000000000');
  await expect(page.getByLabel('От чьего имени')).not.toHaveValue('00000000-0000-7000-8000-000000000000');

  await page.goto(`/organizations/${company.id}`);
  await expect(page.getByRole('region', { name: 'Что отдано от своего имени' })).toContainText('пока ничего');
  await expect(page.getByText('Сейчас организация ничего не просит')).toHaveCount(0); // it cannot ask
  const need = await page.evaluate(
    async () =>
      ((await (await fetch('/api/v1/needs?limit=1')).json()) as { items: { organization: { id: string } }[] }).items[0]!
        .organization,
  );
  await page.route(`**/api/v1/organizations/${company.id}/given`, (route) =>
    route.fulfill({
      json: {
        since: '2026-01-14T02:00:00Z',
        units: [
          { kind: 'money', unit: 'kopeck', amount: 18640000 },
          { kind: 'goods', unit: 'pcs', amount: 22 },
        ],
        organizations: {
          count: 1,
          items: [
            {
              id: need.id,
              shortName: 'РОО «Школа шагов»',
              place: 'belogorsk',
              last: '2026-11-19T02:00:00Z',
              units: [
                { kind: 'money', unit: 'kopeck', amount: 18640000 },
                { kind: 'goods', unit: 'pcs', amount: 22 },
              ],
            },
          ],
        },
      },
    }),
  );
  await page.reload();
  const given = page.getByRole('region', { name: 'Что отдано от своего имени' });
  await expect(given).toContainText(/186\s400\s₽/);
  await expect(given.getByRole('link', { name: 'РОО «Школа шагов»' })).toHaveAttribute(
    'href',
    `/organizations/${need.id}`,
  );
  await looksFine(page, 'company');
});
