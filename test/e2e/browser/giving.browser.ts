import sharp from 'sharp';
import { expect, inTurn, looksFine, person, test } from './support.js';

/** Today, where the region is. */
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Yakutsk' }).format(new Date());

/** A sphere in which a person asks for money that a gift can be paid to. */
async function openSphere(request: { get(path: string): Promise<{ json(): Promise<unknown> }> }): Promise<string> {
  const spheres = ((await (await request.get('/api/v1/spheres')).json()) as { items: { code: string }[] }).items;
  for (const { code } of spheres) {
    const seen = (await (await request.get(`/api/v1/gift-choices?sphere=${code}&quantity=300`)).json()) as {
      parts: unknown[];
    };
    if (seen.parts.length > 0) return code;
  }
  return '';
}

test('a visitor gives to a sphere: it says where the money goes and why before there is anything to pay', async ({
  page,
}) => {
  const sphere = await openSphere(page.request);
  expect(sphere).not.toBe('');
  await page.goto(`/spheres/${sphere}`);
  await page.locator('.give').scrollIntoViewIfNeeded(); // it comes with a reader who gets there
  const box = page.getByRole('region', { name: 'Дать деньги сюда' });
  await expect(
    box.getByRole('list', { name: 'Суммы, которые что-то завершат' }).getByRole('button').first(),
  ).toBeVisible();
  await box.getByLabel('Сумма', { exact: true }).fill('300');
  await box.getByRole('button', { name: 'Показать, кому' }).click();
  await expect(box.getByRole('heading', { name: 'Пойдёт сюда' })).toBeVisible();
  await expect(box.getByRole('list', { name: 'Почему сюда' }).getByRole('listitem')).toHaveCount(3);
  await looksFine(page, 'sphere-chosen');
  await box.getByRole('button', { name: 'Перевести по QR-коду' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Осталось перевести');
  await expect(page.getByRole('region', { name: 'Почему сюда' })).toBeVisible();
  await expect(page.getByAltText(/Платёжный QR-код/)).toBeVisible();
  await looksFine(page, 'gift-chosen');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Сохранить картинку' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^LP-.*\.png$/);
  const { format, width, height } = await sharp(await saved.path()).metadata();
  expect(format).toBe('png');
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(600);
  const dark = await sharp(await saved.path())
    .greyscale()
    .stats();
  expect(dark.channels[0]?.min).toBe(0); // it was drawn
});

test('an organization’s page takes a gift too', async ({ page }) => {
  const sphere = await openSphere(page.request);
  const { parts } = (await (await page.request.get(`/api/v1/gift-choices?sphere=${sphere}&quantity=300`)).json()) as {
    parts: { organization: string }[];
  };
  await page.goto(`/organizations/${parts[0]?.organization}`);
  await page.locator('.give').scrollIntoViewIfNeeded();
  const box = page.getByRole('region', { name: 'Дать деньги сюда' });
  await box.getByRole('button', { name: /₽/ }).first().click();
  await box.getByRole('button', { name: 'Показать, кому' }).click();
  await expect(box.getByRole('button', { name: 'Перевести по QR-коду' })).toBeVisible();
});

test('a standing gift: the engine decides, says why, and the decision is taken back', async ({
  browser,
  complaints,
}) => {
  const donor = await person(browser, complaints, 'donor', '/me');
  const sphere = await openSphere(donor.request);
  await donor.goto(`/spheres/${sphere}`);
  await donor.locator('.give').scrollIntoViewIfNeeded();
  await donor.getByRole('link', { name: 'Давать так регулярно' }).click();
  await donor.getByLabel('Сколько каждый раз').fill('300');
  await donor.getByRole('button', { name: 'Каждую неделю' }).click();
  await donor.getByLabel('Первый день').fill(today());
  await expect(donor.getByRole('checkbox', { name: /Пусть подбор решает сам/ })).toBeChecked();
  await looksFine(donor, 'standing-gift-new');
  await donor.getByRole('button', { name: 'Давать регулярно' }).click();
  await expect(donor).toHaveURL(/\/standing\/[0-9a-f-]{36}$/);
  await expect(donor.getByRole('region', { name: 'Куда пошёл дар' })).toBeVisible();
  await expect(donor.getByRole('checkbox', { name: /Пусть подбор решает сам/ })).toBeChecked();
  await looksFine(donor, 'standing-gift');
  await donor.getByRole('button', { name: 'Пауза' }).click();
  await expect(donor.getByText('Пауза: новые вклады не открываются', { exact: false })).toBeVisible();
  await donor.getByRole('button', { name: 'Прекратить', exact: true }).click();
  await donor.getByRole('button', { name: 'Прекратить насовсем' }).click();
  await expect(donor.getByText('Завершено', { exact: false }).first()).toBeVisible();
});

test('a link that nobody was sent says so', async ({ page }) => {
  inTurn();
  await page.goto('/standing-link?do=pause#nothing');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Регулярный дар');
  await expect(page.getByRole('alert')).toContainText('не подходит');
});
