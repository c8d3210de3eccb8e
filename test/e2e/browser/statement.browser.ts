import { expect, inTurn, newcomer, person, signIn, test } from './support.js';

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

test('the account as a bank statement: sums meet, the file says the same, a row opens its thread, the code answers', async ({
  page,
  browser,
  complaints,
}) => {
  await signIn(page, 'donor', '/me/statement');
  await expect(page.getByRole('heading', { level: 1, name: 'Выписка' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Мой счёт' }).locator('[aria-current]')).toHaveText(['Выписка']);
  const year = new Date().getFullYear();
  await page.getByLabel('С какого дня').fill(`${year - 1}-01-01`);
  await page.getByLabel('По какой день').fill(`${year}-12-31`);
  await page.getByRole('button', { name: 'Показать' }).click();
  await expect(page).toHaveURL(new RegExp(`from=${year - 1}-01-01&to=${year}-12-31`));
  await expect(page.getByRole('button', { name: 'Свой' })).toHaveAttribute('aria-pressed', 'true');
  const cards = page.locator('[data-sum]');
  await expect(cards).toHaveCount(3);

  const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  expect(href).toContain(`from=${year - 1}-01-01&to=${year}-12-31`);
  const file = await page.evaluate(
    async (path) => (await fetch(path, { headers: { 'accept-language': 'ru' } })).text(),
    href!,
  );
  const rows = file.split('\r\n').map((line) => line.split(';').map((cell) => plain(cell.replaceAll('"', ''))));
  for (const [begins, column] of [
    ['Было на', 'opening'],
    ['Дошло за период', 'arrived'],
    ['Стало на', 'closing'],
    ['Обещано', 'promised'],
  ] as const) {
    const ofFile = rows.find(([name]) => name!.startsWith(begins))!.slice(1, 4);
    const ofPage = (await cards.locator(`[data-column=${column}]`).allInnerTexts()).map(plain);
    expect([column, ...ofPage]).toEqual([column, ...ofFile]);
  }

  const row = page.locator('.statement-t [data-row=delivery] a').first();
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await row.click();
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.statement-thread li').first()).toContainText('Договорились, в');
  await expect(page.locator('.statement-thread li', { hasText: /^Дошло/ })).toBeVisible();
  await page.reload();
  await expect(page.locator('.statement-thread li').first()).toBeVisible(); // the address says which row is open

  const code = await page.locator('.statement-code .code').innerText();
  const closing = (await cards.locator('[data-column=closing]').allInnerTexts()).map(plain);
  const stranger = await (await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, locale: 'ru-RU' })).newPage();
  await stranger.goto(`/v/${code}`);
  await expect(stranger.locator('[data-answer=genuine]')).toBeVisible();
  expect(
    (await stranger.locator('[data-row=closing] td').allInnerTexts()).map((text) =>
      plain(text.replace(/^(Деньги|Вещи|Время)\s/, '')),
    ),
  ).toEqual(closing);
  await stranger.goto(`/v/${code.startsWith('7') ? '8' : '7'}${code.slice(1)}`);
  await expect(stranger.locator('[data-answer=mistyped]')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a mistyped code of a transfer stays in its field, with what is wrong', async ({ page }) => {
  await page.goto('/v');
  await page.getByRole('textbox', { name: 'Код с листа' }).fill('LP-AAAA-BBBB-C');
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.locator('[data-answer=no-gift]')).toContainText(/Перевода с\sтаким кодом нет/);
  await expect(page.getByRole('textbox', { name: 'Код с листа' })).toHaveValue('LP-AAAA-BBBB-C');
});

test('on a phone no amount is scrolled away; days without entries say so and where to look', async ({
  page,
  browser,
  complaints,
}) => {
  inTurn();
  await newcomer(page, 'empty-statement', '/me/statement?from=2001-01-01&to=2001-01-31');
  await expect(page.getByRole('heading', { name: 'За эти дни записей нет' })).toBeVisible();
  const donor = await person(browser, complaints, 'donor', '/me/statement');
  await donor.setViewportSize({ width: 390, height: 844 });
  await expect(donor.locator('.statement-t')).toBeVisible();
  expect(await donor.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await donor.goto('/me');
  await expect(donor.getByRole('heading', { name: /^Выписка за/ })).toBeVisible();
  expect(await donor.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
});
