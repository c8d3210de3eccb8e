import { expect, person, test } from './support.js';

/** Where the focused thing ends, unless it is the tab bar itself or taller than half a screen. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest('.tabbar')) return null;
  const { top, bottom } = at.getBoundingClientRect();
  return bottom - top > 400 ? null : { bottom, what: at.textContent };
})()`;

test('a moderator decides by keys, in any layout, and can switch them off', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'moderator', '/moderation');
  const cases = page.locator('[data-review]');
  await expect(cases.first()).toBeVisible();
  const waiting = await cases.count();
  await page.keyboard.press('KeyR'); // no case in hand: nothing happens
  await expect(page.locator('[data-review] form')).toHaveCount(0);
  await page.keyboard.press('KeyJ');
  await expect(cases.first()).toBeFocused();
  await page.keyboard.press('KeyJ');
  await expect(cases.nth(1)).toBeFocused();
  await page.keyboard.press('KeyK');
  await expect(cases.first()).toBeFocused();
  const decidable = await page.locator('[data-review]:has([data-key=KeyR])').first().getAttribute('data-review');
  while ((await page.evaluate<string | null>('document.activeElement?.getAttribute("data-review")')) !== decidable) await page.keyboard.press('KeyJ');
  await page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyR', key: 'к', bubbles: true }))"); // the Russian layout
  const words = page.locator('[data-review] form textarea');
  await expect(words).toBeFocused();
  await page.keyboard.type('area'); // letters, not decisions
  await expect(words).toHaveValue('area');
  expect(await cases.count()).toBe(waiting);

  await page.getByRole('button', { name: 'Решать клавишами' }).click();
  await expect(page.locator('[data-key]')).toHaveCount(0);
  await page.reload();
  await expect(cases.first()).toBeVisible();
  await page.keyboard.press('KeyJ');
  await expect(cases.first()).not.toBeFocused();
});

test('the desk shows the best three proposals; the others are a click away', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'coordinator', '/desk');
  const panel = page.locator('section', { has: page.locator('#answer') });
  await expect(panel.locator('[data-match]').first()).toBeVisible();
  expect(await panel.locator(':scope > [data-match][data-status=proposed]').count()).toBeLessThanOrEqual(3);
  const more = panel.locator('.panel-more');
  if ((await more.count()) > 0) {
    await expect(more.locator('[data-match]').first()).toBeHidden();
    await more.locator('summary').click();
    await expect(more.locator('[data-match]').first()).toBeVisible();
  }
});

test('on a phone nothing that has the focus hides under the tab bar', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'coordinator', '/desk');
  await page.setViewportSize({ width: 390, height: 700 });
  await expect(page.locator('[data-match]').first()).toBeVisible();
  const bar = (await page.locator('.tabbar').boundingBox())!;
  let below = 0;
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const box = await page.evaluate<{ bottom: number; what: string } | null>(FOCUSED);
    if (!box) continue;
    expect(box.bottom, box.what).toBeLessThanOrEqual(bar.y);
    if (box.bottom > 300) below += 1;
  }
  expect(below).toBeGreaterThan(5); // the page did scroll
});
