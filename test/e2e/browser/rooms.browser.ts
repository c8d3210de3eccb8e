import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { hasTakenOver } from './quiet.js';
import { enter, expect, inTurn, linkIn, looksFine, newcomer, numbers, person, test } from './support.js';

/** The link works for the address that was invited; the person who opens it in another account is told so, and how to go on. */
async function acceptInAnotherAccountFirst(guest: Page, invited: string): Promise<void> {
  const link = await linkIn(invited, '/invitation');
  await guest.getByRole('banner').getByRole('button', { name: 'Выйти' }).click();
  await newcomer(guest, 'another', '/me');
  await guest.goto(link);
  await guest.getByRole('button', { name: 'Принять приглашение' }).click();
  await expect(guest.getByRole('alert')).toContainText('Приглашение отправлено на другой адрес');
  await guest.getByRole('button', { name: 'Войти с другой почтой' }).click();
  await expect(guest.getByText(`Войдите с почтой ${invited}`)).toBeVisible();
  await enter(guest, invited, link);
  await guest.getByRole('button', { name: 'Принять приглашение' }).click();
  await expect(guest).toHaveURL(/\/desk\//);
  await guest.close();
}

test('an organization is registered: a wrong number is said at its field, the record waits for review, people are invited', async ({
  page,
  browser,
  complaints,
}) => {
  const right = numbers();
  const wrongInn = right['ИНН']!.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  await newcomer(page, 'owner', '/desk');
  await page.getByRole('link', { name: 'Зарегистрировать организацию' }).click();
  await page.getByLabel('Правовая форма').selectOption('ano');
  await page.getByLabel('Где вы работаете').selectOption('zeya');
  await page.getByLabel('Полное название').fill('Автономная некоммерческая организация «Проверка страниц»');
  await page.getByLabel('Короткое название').fill('АНО «Проверка страниц»');
  for (const [label, value] of Object.entries(right)) await page.getByLabel(label).fill(value);
  await page.getByLabel('Банк', { exact: true }).fill('ДЕМО-БАНК г. Благовещенск');
  await page.getByLabel('ИНН').fill(wrongInn);
  await page.getByRole('button', { name: 'Сохранить черновик' }).click();
  await expect(page.getByLabel('ИНН')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('ИНН')).toBeFocused();
  await page.getByLabel('ИНН').fill(right['ИНН']!);
  await page.getByRole('button', { name: 'Сохранить черновик' }).click();
  await expect(page).toHaveURL(/\/record$/);
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.locator('[data-record-status=submitted]')).toBeFocused();

  // Whoever decides has the numbers and the papers beside the decision.
  const moderator = await person(browser, complaints, 'moderator', '/moderation?sort=due');
  const id = page.url().split('/').at(-2)!;
  await moderator
    .getByRole('link', { name: /Проверка страниц/ })
    .first()
    .click();
  const record = moderator.locator(`[data-subject="${id}"] [data-record-case]`);
  await expect(record).toContainText(right['ИНН']!);
  await expect(record).toContainText(right['Расчётный счёт']!);
  await expect(record.getByRole('heading', { name: 'Документы' })).toBeVisible();

  // What it takes in all its needs for things, and what it has enough of.
  await page.goto(page.url().replace(/record$/, 'accepts'));
  await page.getByRole('checkbox', { name: 'Новое' }).check();
  const notNow = page.getByRole('region', { name: /Сейчас\sне\sнужно/ });
  await notNow.locator('summary').first().click();
  await notNow.locator('details[open]').getByRole('checkbox').first().check();
  await looksFine(page, 'accepts');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(/Сохранено\.\sПодбор/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Новое' })).toBeChecked();
  await expect(notNow.locator('details[open] summary')).toContainText(/отмечена\s1\sвещь/); // a category that has some stands open

  await page.goto('/desk');
  await page.getByRole('link', { name: 'Люди и роли' }).click();
  const guest = await browser.newPage({ baseURL: process.env.LEPTA_TEST_URL, locale: 'ru-RU' });
  const invited = await newcomer(guest, 'invited', '/me');
  await page.getByLabel('Почта того, кого зовёте').fill(invited);
  await page.getByRole('button', { name: 'Пригласить' }).click();
  await expect(page.getByText(`Приглашение ушло на ${invited}`)).toBeVisible();
  await acceptInAnotherAccountFirst(guest, invited);

  await page.getByLabel('Почта того, кого зовёте').fill('helper@example.org');
  await page.getByRole('button', { name: 'Пригласить' }).click();
  await expect(page.getByText('Приглашение ушло на helper@example.org')).toBeVisible();
  await page.getByRole('button', { name: 'Отозвать' }).click();
  await expect(page.getByRole('button', { name: 'Отозвать' })).toHaveCount(0);
});

async function ownOpenNeed(page: Page): Promise<{ id: string; title: string }> {
  return page.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as {
      memberships: { organization: { id: string } }[];
    };
    const { items } = (await (
      await fetch(`/api/v1/needs?limit=200&organization=${session.memberships[0]!.organization.id}`)
    ).json()) as { items: { id: string; title: string; status: string; pendingEdit: unknown; can: string[] }[] };
    return items.find((need) => need.status === 'open' && need.can.includes('edit') && !need.pendingEdit)!;
  });
}

test('an open need is edited: everybody sees the old words until they are reviewed; a photo waits with them', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'coordinator', '/desk');
  const need = await ownOpenNeed(page);
  await page.goto(`/needs/${need.id}`);
  await page.getByRole('link', { name: 'Изменить' }).click();
  await page.getByLabel('Заголовок').fill(`${need.title}: точнее`);
  await page.getByRole('button', { name: 'Сохранить правку' }).click();
  await expect(page.getByText('Правка на проверке')).toBeVisible();
  await expect(page.locator('.pending')).toContainText('точнее');
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('точнее');

  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a5' } })
    .jpeg()
    .toBuffer();
  const editor = page.locator('.photo-editor');
  await editor.locator('input[type=file]').setInputFiles({ name: 'печь.jpg', mimeType: 'image/jpeg', buffer: picture });
  await editor.getByLabel('Что на ней').fill('Печь в клубе');
  await editor.getByRole('button', { name: 'Добавить' }).click();
  await expect(editor.getByText('видите только вы')).toBeVisible();
  await expect(editor.getByAltText('Печь в клубе')).toBeVisible();
  await editor.getByRole('button', { name: 'Убрать' }).click();
  await expect(editor.getByAltText('Печь в клубе')).toHaveCount(0);
});

test('the form understands what people call a thing', async ({ page }) => {
  inTurn();
  await page.goto('/offer');
  const what = page.getByRole('combobox', { name: 'Что отдаёте' });
  await hasTakenOver(what); // what is typed before is kept, and opens no list
  await what.fill('памперсы');
  await page.getByRole('option', { name: /^Подгузники детские/ }).click();
  await expect(page.getByText('Поняли так: Подгузники детские')).toBeVisible();
});

test('links of mails without a code, or with a broken one, say what to do', async ({ page }) => {
  inTurn();
  for (const address of ['/renew-need', '/invitation']) {
    await page.goto(address);
    await expect(page.getByText('В ссылке нет кода')).toBeVisible();
    await page.goto(`${address}#not-a-token`);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText(/[а-я]{3}/);
  }
});
