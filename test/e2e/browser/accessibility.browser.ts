import type { Page } from '@playwright/test';
import { follow, quiet } from './quiet.js';
import { EVERY_LOOK, nextLook, WIDTHS } from './looks.js';
import { atThisWidth, expect, inTurn, listen, person, test, type Role } from './support.js';

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
  ['need', async (page) => `/needs/${await first(page, 'needs?limit=1')}`],
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
  ['donor', 'offer', async (page) => `/offer/${await first(page, 'offers?limit=1')}`],
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
  ['administrator', 'places', async () => '/admin/places'],
  ['administrator', 'people and roles', async (page) => `/admin/people?person=${await first(page, 'people')}`],
  ['administrator', 'requests', async () => '/admin/requests?new=true'],
  ['administrator', 'catalogue', async () => '/admin/catalogue'],
];

/** The room of the organization of the person signed in. */
async function desk(page: Page): Promise<string> {
  const session = (await (await page.request.get('/api/v1/session')).json()) as {
    memberships: { organization: { id: string } }[];
  };
  return `/desk/${session.memberships[0]!.organization.id}`;
}

/** The first of what a list of the API answers to the person signed in. */
async function first(page: Page, list: string): Promise<string> {
  const { items } = (await (await page.request.get(`/api/v1/${list}`)).json()) as { items: { id: string }[] };
  return items[0]!.id;
}

/** One h1, nothing that is still being read, no finding of axe, nothing wider than the screen: wide or as wide as a telephone, as it is its turn; with every look both. */
async function look(page: Page, address: string): Promise<void> {
  follow(page);
  const next = nextLook();
  for (const [at, width] of (EVERY_LOOK ? WIDTHS : [next.width]).entries()) {
    await page.setViewportSize({ width, height: 900 });
    if (at === 0) await page.goto(address);
    await quiet(page);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await atThisWidth(page, address, next);
  }
}

test('the rooms of an administrator and of the person reflow at 320 pixels', async ({ browser, complaints }) => {
  inTurn();
  const page = await person(browser, complaints, 'administrator');
  follow(page);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of [
    '/admin/health',
    '/admin/jobs',
    '/admin/first-day',
    '/admin/people',
    '/admin/requests',
    '/admin/audit',
    '/me/security',
  ]) {
    await page.goto(address);
    await quiet(page);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(320);
  }
});

type Addressed = readonly [name: string, address: (page: Page) => Promise<string>];

/** Two pages of one person at a time: each looks at what the other has not, so that neither of two cores waits for axe. */
async function lookAtAll(page: Page, all: readonly Addressed[], complaints: string[]): Promise<void> {
  const second = await page.context().newPage();
  listen(second, complaints);
  const queue = all.values();
  await Promise.all(
    [page, second].map(async (one) => {
      for (const [name, address] of queue) await test.step(name, async () => look(one, await address(one)));
    }),
  );
  await second.close();
}

test('public pages pass axe in light and dark at both widths', async ({ page, complaints }) => {
  test.setTimeout(300_000);
  await lookAtAll(page, PUBLIC, complaints);
});

for (const role of ['donor', 'coordinator', 'moderator', 'administrator'] as const) {
  test(`pages of the ${role} pass axe in light and dark at both widths`, async ({ browser, complaints }) => {
    test.setTimeout(300_000);
    const page = await person(browser, complaints, role);
    const all = PERSONAL.filter(([whose]) => whose === role).map(([, ...addressed]): Addressed => addressed);
    await lookAtAll(page, all, complaints);
  });
}

test('lines reflow at 320 pixels and the keyboard reaches the content first', async ({ page }) => {
  inTurn();
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
