import type { Page } from '@playwright/test';
import { atThisWidth, expect, person, test, type Role } from './support.js';

const WIDTHS = [1440, 390];

const PUBLIC: [string, (page: Page) => Promise<string>][] = [
  ['home', async () => '/'],
  ['home in English', async () => '/en'],
  ['find', async () => '/needs'],
  [
    'find with every filter',
    async () => '/needs?kind=goods&urgent=true&near=zeya&radius=any&sort=distance&group=older',
  ],
  ['the scheme of find', async () => '/needs?view=map'],
  ['place', async () => '/places/selemdzhinsky'],
  ['sphere in English', async () => '/en/spheres/relief'],
  ['open balance', async () => '/balance'],
  ['open balance of hours in English', async () => '/en/balance?kind=time'],
  ['how it works', async () => '/how'],
  ['how it works in English', async () => '/en/how'],
  [
    'need',
    async (page) =>
      `/needs/${await page.evaluate(async () => ((await (await fetch('/api/v1/needs?limit=1')).json()) as { items: { id: string }[] }).items[0]!.id)}`,
  ],
  ['offer form', async () => '/offer?kind=time'],
  ['sign-in', async () => '/sign-in'],
  ['join', async () => '/join'],
  ['forgotten password', async () => '/forgot-password'],
  ['rules', async () => '/rules'],
  ['not found', async () => '/nothing'],
];
const PERSONAL: [Role, string, (page: Page) => Promise<string>][] = [
  ['donor', 'account', async () => '/me'],
  ['donor', 'security', async () => '/me/security'],
  ['donor', 'notifications', async () => '/me/notifications'],
  [
    'donor',
    'offer',
    async (page) =>
      `/offer/${await page.evaluate(async () => ((await (await fetch('/api/v1/offers?limit=1')).json()) as { items: { id: string }[] }).items[0]!.id)}`,
  ],
  ['coordinator', 'desk', async () => '/desk'],
  ['coordinator', 'answers', async (page) => `${await desk(page)}/offers`],
  ['coordinator', 'week of hand-overs', async (page) => `${await desk(page)}/handovers`],
  ['coordinator', 'needs of the desk', async (page) => `${await desk(page)}/needs`],
  ['donor', 'new organization', async () => '/desk/new'],
  ['donor', 'groups to vouch for', async () => '/vouches'],
  ['coordinator', 'record', async (page) => `${await desk(page)}/record`],
  ['coordinator', 'papers', async (page) => `${await desk(page)}/documents`],
  ['coordinator', 'bank account', async (page) => `${await desk(page)}/account`],
  ['coordinator', 'organization', async (page) => (await desk(page)).replace('/desk/', '/organizations/')],
  ['coordinator', 'people who come by', async (page) => `${await desk(page)}/walk-ins`],
  ['coordinator', 'people', async (page) => `${await desk(page)}/people`],
  ['coordinator', 'new need', async (page) => `${await desk(page)}/needs/new`],
  ['moderator', 'moderation', async () => '/moderation'],
  ['moderator', 'log of decisions', async () => '/admin/audit'],
  ['moderator', 'room of others', async () => '/admin'],
  ['administrator', 'health', async () => '/admin/health'],
  ['administrator', 'jobs', async () => '/admin/jobs'],
  ['administrator', 'mails', async () => '/admin/mails'],
  ['administrator', 'first day', async () => '/admin/first-day'],
  ['administrator', 'texts', async () => '/admin/texts'],
  [
    'administrator',
    'people and roles',
    async (page) =>
      `/admin/people?person=${await page.evaluate(async () => ((await (await fetch('/api/v1/people')).json()) as { items: { id: string }[] }).items[0]!.id)}`,
  ],
  ['administrator', 'catalogue', async () => '/admin/catalogue'],
];

async function desk(page: Page): Promise<string> {
  await page.goto('/desk');
  await page.waitForURL(/\/desk\/.+/);
  return new URL(page.url()).pathname;
}

/** Nothing is being read any more. The stream of events stays open, so "networkidle" never comes on a page of somebody signed in. */
async function quiet(page: Page): Promise<void> {
  await expect(async () => {
    const before = await answered(page);
    await page.waitForTimeout(150);
    expect(await answered(page)).toBe(before);
  }).toPass();
}
const answered = (page: Page): Promise<number> => page.evaluate(() => performance.getEntriesByType('resource').length);

/** No finding of axe, one h1, nothing wider than the screen; then the same in the dark. */
async function look(page: Page, address: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  await quiet(page);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await atThisWidth(page, address);
}

test('the rooms of an administrator and of the person reflow at 320 pixels', async ({ browser, complaints }) => {
  const page = await person(browser, complaints, 'administrator');
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of [
    '/admin/health',
    '/admin/jobs',
    '/admin/first-day',
    '/admin/people',
    '/admin/audit',
    '/me/security',
  ]) {
    await page.goto(address);
    await quiet(page);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(320);
  }
});

for (const width of WIDTHS) {
  for (const [name, address] of PUBLIC) {
    test(`${name} at ${width} passes axe in light and dark`, async ({ page }) => {
      await page.goto('/sign-in');
      await look(page, await address(page), width);
    });
  }
}

test('personal pages pass axe in light and dark at both widths', async ({ browser, complaints }) => {
  test.setTimeout(600_000);
  for (const role of ['donor', 'coordinator', 'moderator', 'administrator'] as const) {
    const page = await person(browser, complaints, role);
    for (const [, name, address] of PERSONAL.filter(([r]) => r === role)) {
      for (const width of WIDTHS)
        await test.step(`${name} at ${width}`, async () => look(page, await address(page), width));
    }
    await page.context().close();
  }
});

test('lines reflow at 320 pixels and the keyboard reaches the content first', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of [
    '/',
    '/needs',
    '/needs?near=zeya&view=map',
    '/offer',
    '/sign-in',
    '/balance',
    '/places/blagoveshchensk',
    '/spheres/relief',
    '/how',
    '/en/how',
  ]) {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(320);
  }
  await page.goto('/needs');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'К содержанию' })).toBeFocused();
});
