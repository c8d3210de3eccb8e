import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, inTurn, person, test } from './support.js';

interface Known {
  id: string;
  title: string;
  kind: string;
  category: string;
  place: string;
  status: string;
  can: string[];
  pendingEdit: unknown;
}

/** The needs of the coordinator's organization. */
const ownNeeds = (page: Page): Promise<Known[]> =>
  page.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as {
      memberships: { organization: { id: string } }[];
    };
    return (
      (await (
        await fetch(`/api/v1/needs?limit=200&organization=${session.memberships[0]!.organization.id}`)
      ).json()) as { items: Known[] }
    ).items;
  });
const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();

test('while a need is written, one like it is pointed out with a link; nothing is barred', async ({
  browser,
  complaints,
}) => {
  inTurn();
  const page = await person(browser, complaints, 'coordinator', '/desk');
  const like = (await ownNeeds(page)).find((need) => need.status === 'open')!;
  await page.getByRole('link', { name: 'Новая нужда' }).click();
  await page.getByLabel('Что нужно').selectOption(like.kind);
  await page.getByLabel('Категория').selectOption(like.category);
  await page.getByLabel('Заголовок').fill(like.title);
  await expect(page.locator(`[data-duplicate="${like.id}"]`)).toContainText('ваша организация');
  await expect(page.locator(`[data-duplicate="${like.id}"] a`)).toHaveAttribute('target', '_blank');
  await page.getByLabel('Заголовок').fill('Совсем другое дело для тишины');
  await expect(page.locator(`[data-duplicate="${like.id}"]`)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Сохранить черновик' })).toBeEnabled();
});

test('an earlier need becomes a draft with the same words and a later deadline', async ({ browser, complaints }) => {
  inTurn();
  const page = await person(browser, complaints, 'coordinator', '/desk');
  const before = (await ownNeeds(page)).find((need) =>
    ['met', 'reported', 'closed', 'withdrawn', 'expired'].includes(need.status),
  )!;
  await page.getByRole('link', { name: 'Новая нужда' }).click();
  await page.getByText('Взять за основу прошлую нужду').click();
  await page.getByLabel('Какую').selectOption(before.id);
  await page.getByRole('button', { name: 'Сделать черновик' }).click();
  await page.waitForURL((url) => /^\/needs\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(before.id));
  await expect(page.locator('header .tag', { hasText: 'черновик' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Отправить на проверку' })).toBeVisible();
  await page.getByRole('link', { name: 'Изменить', exact: true }).click();
  await page.getByLabel('Заголовок').fill('Слова, которые ещё не сохранены');
  await page.reload();
  await expect(page.getByLabel('Заголовок')).toHaveValue('Слова, которые ещё не сохранены');
  await page.getByRole('link', { name: 'Отмена' }).click();
  expect((await ownNeeds(page)).filter((need) => need.title === before.title).length).toBeGreaterThanOrEqual(2);
  await page.getByRole('button', { name: 'Снять нужду' }).click();
  await page.locator('.prop-part').getByRole('button', { name: 'Снять нужду' }).click();
});

test('photos are put in order by keyboard and stay so; HEIC is refused with what to do', async ({
  browser,
  complaints,
}) => {
  inTurn();
  test.setTimeout(120_000);
  const page = await person(browser, complaints, 'coordinator', '/desk');
  const need =
    (await ownNeeds(page)).find((one) => one.can.includes('edit') && one.status === 'draft') ??
    (await ownNeeds(page)).find((one) => one.can.includes('edit') && !one.pendingEdit)!;
  await page.goto(`/needs/${need.id}`);
  const editor = page.locator('.photo-editor');
  await editor
    .locator('input[type=file]')
    .setInputFiles({ name: 'IMG_0001.HEIC', mimeType: '', buffer: Buffer.from('ftypheic') });
  await expect(editor.getByRole('alert')).toContainText('HEIC');
  await expect(editor.getByRole('button', { name: 'Добавить' })).toHaveCount(0);
  for (const [alt, colour] of [
    ['Первая', '#7a5'],
    ['Вторая', '#57a'],
  ] as const) {
    await editor
      .locator('input[type=file]')
      .setInputFiles({ name: `${alt}.jpg`, mimeType: 'image/jpeg', buffer: await picture(colour) });
    await editor.getByLabel('Что на ней').fill(alt);
    await editor.getByRole('button', { name: 'Добавить' }).click();
    await expect(editor.getByAltText(alt)).toBeVisible();
  }
  await expect(editor.getByRole('alert')).toHaveCount(0);
  await editor.getByRole('button', { name: 'Раньше: Вторая' }).focus();
  await page.keyboard.press('Enter');
  await expect(editor.locator('[data-photo] img').first()).toHaveAttribute('alt', 'Вторая');
  await expect(editor.getByRole('button', { name: 'Позже: Вторая' })).toBeFocused();
  await page.reload();
  await expect(editor.locator('[data-photo] img').first()).toHaveAttribute('alt', 'Вторая');
  for (const left of [1, 0]) {
    await editor.getByRole('button', { name: 'Убрать' }).first().click();
    await expect(editor.locator('[data-photo]')).toHaveCount(left);
  }
});
