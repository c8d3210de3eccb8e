import type { Locator, Page } from '@playwright/test';
import { expect, person, test } from './support.js';
import { takenOver } from './quiet.js';

/** More things than any of these pages lets the keyboard reach before the one that is looked for. */
const MOST = 160;

/** Whether what has the focus is seen to have it. */
const MARKED = `(() => {
  const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
  return outlineStyle !== 'none' || boxShadow !== 'none';
})()`;

/** Goes there as a person does who has no mouse. What cannot be reached, or has no mark while it has the focus, fails. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let at = 0; at < MOST; at += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) {
      expect(await page.evaluate<boolean>(MARKED)).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by the keyboard: ${await target.first().innerText()}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test('by the keyboard alone a visitor finds a need, reads who asks, gives by QR code and complains', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await takenOver(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: /^Все \d+/ }));
  await expect(page).toHaveURL(/\/needs$/);
  const words = page.getByRole('search').getByRole('textbox');
  await tabTo(page, words);
  await page.keyboard.type('ремонт');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=/);

  const { items } = (await (await page.request.get('/api/v1/needs?kind=money&limit=200')).json()) as {
    items: { id: string; can: string[] }[];
  };
  await page.goto(`/needs/${items.find(({ can }) => can.includes('give'))!.id}`);
  await press(page, page.locator('.who-name a'));
  await expect(page.getByRole('heading', { name: 'Чем подтверждено' })).toBeVisible();
  await page.goBack();
  const sum = page.locator('form:has(button[aria-pressed]) input[inputmode=decimal]').first();
  await tabTo(page, sum);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('250');
  await press(page, page.getByRole('button', { name: 'Перевести по QR-коду' }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('250');

  await press(page, page.getByRole('contentinfo').getByRole('link', { name: 'Пожаловаться' }));
  await expect(page).toHaveURL(/\/complaint/);
  await press(page, page.getByRole('radio').first(), 'Space');
  const rude = page.getByLabel('Грубость, давление, реклама');
  for (let at = 0; at < 10 && !(await rude.isChecked()); at += 1) await page.keyboard.press('ArrowDown');
  await expect(rude).toBeChecked();
  await tabTo(page, page.getByLabel('Расскажите, что видели'));
  await page.keyboard.type('Торопили перевести скорее.');
  await press(page, page.getByRole('button', { name: 'Отправить жалобу' }));
  await expect(page.locator('[data-complaint-taken]').getByText(/Жалоба №\s\d+ принята/)).toBeVisible();
});

test('by the keyboard alone a moderator reads the queue, returns a case with words, and takes that back', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'moderator', '/moderation');
  await press(page, page.getByRole('group', { name: 'Порядок' }).getByRole('link', { name: 'По сроку' }));
  await expect(page).toHaveURL(/sort=due/);
  await expect(page.locator('[data-review]')).toBeVisible();
  const row = page
    .locator('[data-row]:not(.is-locked)')
    .filter({ hasNotText: /спор|переписк/ })
    .first(); // those are decided in words of their own
  const id = (await row.getAttribute('data-row')) ?? '';
  await press(page, row);
  const review = page.locator(`[data-review="${id}"]`);
  await expect(review).toBeFocused(); // from here the decision is ahead
  await press(page, review.getByRole('button', { name: /^(Вернуть|Оставить отказ)/ }));
  await expect(review.locator('form textarea')).toBeFocused();
  await page.keyboard.type('Назовите, сколько людей.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('[data-undo]')).toBeFocused();
  await expect(page.locator(`[data-row="${id}"]`)).toContainText('можно отменить');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(review).toBeFocused();
  await expect(page.locator('[data-told]')).toContainText('Решение отменено');
  const status = await page.request.get(`/api/v1/reviews/${id}`);
  expect(((await status.json()) as { status: string }).status).toBe('open');
});

test('by the keyboard alone an administrator finds a person, and a company reads and keeps its statement', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'administrator', '/admin/people');
  const find = page.getByRole('searchbox');
  await tabTo(page, find);
  await page.keyboard.type('moderator2@');
  await page.keyboard.press('Enter');
  const row = page.locator('[data-person-row]', { hasText: 'moderator2@' });
  await press(page, row.getByRole('link'));
  await expect(page.locator('[data-person]').locator('[data-role=moderator]')).toBeVisible();

  const company = await person(browser, complaints, 'company', '/me');
  await press(company, company.getByRole('main').locator('a[href$="/me/statement"]').first());
  await expect(company.getByRole('heading', { level: 1, name: 'Выписка' })).toBeVisible();
  await tabTo(company, company.getByRole('link', { name: 'PDF' }));
});
