import { expect, person, test } from './support.js';

test('a case bears the name of its moderator while it is open there, and no longer', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const page = await person(browser, complaints, 'moderator', '/moderation');
  const second = await person(browser, complaints, 'moderator2', '/moderation');
  const rows = page.locator('[data-row]');
  await expect(rows.nth(1)).toBeVisible();
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-row') ?? ''));
  const [first = '', next = ''] = ids;
  const held = async (): Promise<string[]> => {
    const { items } = (await (await second.request.get('/api/v1/reviews?limit=200')).json()) as {
      items: { id: string; hold: { mine: boolean } | null }[];
    };
    return items.filter(({ id, hold }) => [first, next].includes(id) && hold && !hold.mine).map(({ id }) => id);
  };
  await rows.nth(1).click();
  await expect.poll(held).toEqual([next]);
  await rows.nth(0).click();
  await expect.poll(held).toEqual([first]);

  // Decided and moved on: both, as long as it can be taken back; taken back, what was typed is there again.
  await page.locator('article button[data-opens=escalate]').click();
  const words = page.locator('form.decide-words:not(.findings)');
  await words.locator('textarea').fill('Пусть решит старший.');
  await words.getByRole('button', { name: 'Передать старшему' }).click();
  await expect.poll(async () => (await held()).includes(first)).toBe(true);
  await page.locator('[data-undo] button').first().click();
  await expect.poll(held).toEqual([first]);
  await expect(words.locator('textarea')).toHaveValue('Пусть решит старший.');
  await page.goto('/needs');
  await expect.poll(held).toEqual([]);
});
