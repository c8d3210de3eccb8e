import { expect, type Browser } from '@playwright/test';
import { publicRoutes } from '../../../apps/web/build/sizes.mjs';
import { signIn } from '../browser/support.js';

export const asked = async <T>(path: string): Promise<T> =>
  (await (await fetch(`${process.env.LEPTA_TEST_URL}/api/v1${path}`)).json()) as T;
interface List {
  items: { id: string; organization: { id: string } }[];
}
const first = async (path: string): Promise<List['items'][number] | undefined> => (await asked<List>(path)).items[0];

/** One address of each public page, by its route; without those of which the demo region has none (certificates, texts that nobody has published). */
export async function publicAddresses(): Promise<Map<string, string>> {
  const need = await first('/needs?limit=1');
  const [clearing, shift] = [await first('/clearings?limit=1'), await first('/shifts?limit=1')];
  const of: Readonly<Record<string, string | undefined>> = {
    '/needs/$id': need && `/needs/${need.id}`,
    '/organizations/$id': need && `/organizations/${need.organization.id}`,
    '/clearings/$id': clearing && `/clearings/${clearing.id}`,
    '/shifts/$id': shift && `/shifts/${shift.id}`,
    '/places/$code': '/places/zeya',
    '/spheres/$code': '/spheres/relief',
  };
  const routes = (await publicRoutes()).map((route): [string, string | undefined] => [
    route,
    route.includes('$') ? of[route] : route,
  ]);
  return new Map(
    routes.filter((one): one is [string, string] => one[1] !== undefined && !['/rules', '/privacy'].includes(one[0])),
  );
}

/** The demo region has no clearing yet: an administrator lets one be worked out, which changes nothing. */
export async function workOutClearing(browser: Browser): Promise<void> {
  const context = await browser.newContext({ baseURL: process.env.LEPTA_TEST_URL });
  const page = await context.newPage();
  await signIn(page, 'administrator');
  const started = await page.request.post('/api/v1/clearings', { data: { dryRun: true } });
  const { id } = (await started.json()) as { id: string };
  await expect
    .poll(async () => (await asked<{ status: string }>(`/clearings/${id}`)).status, { timeout: 60_000 })
    .toBe('done');
  await context.close();
}
