import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { signIn, type Role } from '../browser/support.js';
import { asked, publicAddresses, workOutClearing } from './addresses.js';

// npm run screens: the pictures in docs/screens, which both READMEs show, of the pages as the demo region fills them.

const FOLDER = fileURLToPath(new URL('../../../docs/screens', import.meta.url));
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** As wide as a README shows them, or a little wider. */
const SHOWN = { 1440: 1080, 390: 390 } as const;
const QUALITY = 72;

interface Picture {
  name: string;
  role: Role | null;
  address: string;
  ready?: (page: Page) => Promise<unknown>;
}

/** The need that has got the greatest part of what it asks for: what became of it can be seen on its page. */
async function needWithMovements(): Promise<string | undefined> {
  const { items } = await asked<{ items: { id: string; balance: { received: number; required: number } }[] }>(
    '/needs?limit=100',
  );
  const part = ({ balance }: (typeof items)[number]): number => balance.received / balance.required;
  return items.sort((a, b) => part(b) - part(a))[0]?.id;
}

async function pictures(): Promise<Picture[]> {
  const open = await publicAddresses();
  const of = (route: string): string => open.get(route) ?? '/';
  return [
    { name: 'home', role: null, address: '/' },
    { name: 'find', role: null, address: '/needs' },
    { name: 'need', role: null, address: `/needs/${await needWithMovements()}` },
    { name: 'organization', role: null, address: of('/organizations/$id') },
    { name: 'balance', role: null, address: '/balance' },
    { name: 'clearing', role: null, address: open.get('/clearings/$id') ?? '/clearings' },
    { name: 'account', role: 'donor', address: '/me' },
    { name: 'desk', role: 'coordinator', address: '/desk', ready: (page) => page.waitForURL(/\/desk\/.+/) },
    { name: 'moderation', role: 'moderator', address: '/moderation' },
  ];
}

async function stillness(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  await page.waitForFunction(`document.querySelectorAll('[aria-busy=true]').length === 0`);
}

async function take(browser: Browser, { name, role, address, ready }: Picture): Promise<void> {
  const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (role) await signIn(page, role, address);
  for (const size of SCREENS) {
    await page.setViewportSize(size);
    await page.goto(address);
    await ready?.(page);
    await stillness(page);
    const picture = await page.screenshot();
    writeFileSync(
      `${FOLDER}/${name}-${size.width}.webp`,
      await sharp(picture).resize({ width: SHOWN[size.width] }).webp({ quality: QUALITY, effort: 6 }).toBuffer(),
    );
  }
  await context.close();
}

test('the pictures of the main pages', async ({ browser }) => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await workOutClearing(browser);
  for (const picture of await pictures()) await take(browser, picture);
});
