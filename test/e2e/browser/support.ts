import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Browser, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import { axesTurn, EVERY_LOOK, leftToAnotherRun, nextLook, WIDTHS, type Look, type Theme } from './looks.js';

export type Role =
  | 'donor'
  | 'company'
  | 'volunteer'
  | 'coordinator'
  | 'owner'
  | 'moderator'
  | 'moderator2'
  | 'administrator'
  | 'administrator2';
interface SignIn {
  email: string;
  password: string;
}

export const signIns = (): Record<Role, SignIn> =>
  (JSON.parse(readFileSync(process.env.LEPTA_TEST_DEMO!, 'utf8')) as { signIns: Record<Role, SignIn> }).signIns;

/** Everything that a browser complains about. A refused form (4xx of our API) is said by the page, so its console line is expected. */
export function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (
      /Failed to load resource/.test(message.text()) &&
      /status of 4(01|03|04|09|12|22)/.test(message.text()) &&
      message.location().url.includes('/api/')
    )
      return;
    if (
      /Failed to load resource/.test(message.text()) &&
      /status of 404/.test(message.text()) &&
      message.location().url === page.url()
    )
      return; // the page itself says that it is not there
    if (message.text().includes('net::ERR_INTERNET_DISCONNECTED')) return; // the test took the connection away
    if (message.text().includes('Service Worker registration blocked by Playwright')) return; // playwright.config.ts
    complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== 'null' && origin !== new URL(process.env.LEPTA_TEST_URL!).origin)
      complaints.push(`foreign host: ${request.url()}`);
  });
}

/** Every test fails when the console says an error, a policy is violated, or a foreign host is asked. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, browser }, use) => {
      const complaints: string[] = [];
      listen(page, complaints);
      await use(complaints);
      // Pages that stay open keep their live streams, of which a person has only so many.
      for (const context of browser.contexts()) if (context !== page.context()) await context.close();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** First in a story that proves neither money nor rights, or tells in a further form what others prove: one in three of them is told at each run, others at the next; all of them with every look. */
export function inTurn(): void {
  test.skip(leftToAnotherRun(test.info().title), 'told at another run; npm run looks tells all');
}

export async function signIn(page: Page, role: Role, next = '/'): Promise<void> {
  const { email, password } = signIns()[role];
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Почта').fill(email);
  await page.getByLabel('Пароль').fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The web's own note that a person has signed in here (`lepta-signed-in`), beside the cookie that lets in. */
const MARK = { name: 'lepta-signed-in', value: '1' };

/** A page of its own with its own cookies, of a browser in which somebody has signed in before: pages are drawn there, not on the server. */
export async function stranger(browser: Browser, complaints: string[]): Promise<Page> {
  const url = new URL(process.env.LEPTA_TEST_URL!);
  const context = await browser.newContext({
    baseURL: url.origin,
    storageState: {
      cookies: [
        { ...MARK, domain: url.hostname, path: '/', expires: -1, httpOnly: false, secure: false, sameSite: 'Lax' },
      ],
      origins: [{ origin: url.origin, localStorage: [MARK] }],
    },
  });
  const page = await context.newPage();
  listen(page, complaints);
  return page;
}

/** A page of its own with its own cookies: another person at another computer. They have signed in before; how that is done: sign-in.browser.ts. */
export async function person(browser: Browser, complaints: string[], role: Role, next = '/'): Promise<Page> {
  const page = await stranger(browser, complaints);
  expect((await page.request.post('/api/v1/session', { data: signIns()[role] })).status()).toBe(201);
  await page.goto(next);
  return page;
}

export const PASSWORD = 'сливовый пирог на семерых';

export type Language = 'ru' | 'en';
/** A sentence of the web by its key, `file:path.of.keys`, as it stands in that language. */
export type Sentences = (key: string) => string;

const LOCALES = join(import.meta.dirname, '../../../apps/web/src/locales');

export function sentences(language: Language): Sentences {
  return (key) => {
    const [file = '', path = ''] = key.split(':');
    const found = path
      .split('.')
      .reduce<unknown>(
        (at, name) => (at as Record<string, unknown> | undefined)?.[name],
        JSON.parse(readFileSync(join(LOCALES, language, `${file}.json`), 'utf8')),
      );
    if (typeof found !== 'string') throw new Error(`no sentence ${key} in ${language}`);
    return found;
  };
}

interface Case {
  id: string;
  subject: { type: string };
}

/** A case of the queue by something that stands in it, a title or a person's words, opened at a moderator's page. It may still be on its way into the queue. */
export async function openCase(page: Page, has: string, of?: string, language: Language = 'ru'): Promise<Locator> {
  let id = '';
  const find = async (): Promise<string> => {
    const { items } = (await (await page.request.get('/api/v1/reviews?limit=200')).json()) as { items: Case[] };
    const found = items.find(
      (one) => JSON.stringify(one).includes(has) && (of ?? one.subject.type) === one.subject.type,
    );
    return (id = found?.id ?? '');
  };
  await expect.poll(find, { timeout: 40_000 }).not.toBe('');
  await page.goto(pageIn(language, `/moderation?case=${id}`));
  const review = page.locator(`[data-review="${id}"]`);
  await expect(review).toBeVisible();
  const take = review.locator('[data-take-over]'); // a moderator of an earlier story left it open
  if (await take.isVisible()) await take.click();
  await expect(take).toHaveCount(0);
  return review;
}

/** What was decided is done at once, and the server has answered. */
export async function decideNow(page: Page, words = 'Не ждать'): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/decision'));
  await page.getByRole('button', { name: words }).click();
  expect((await answered).status()).toBe(200);
}

/** What was pressed is gone: the focus is at the place that tells what became of it, and the live region says its words. */
export async function hasOutcome(page: Page, place: string): Promise<void> {
  const outcome = page.locator(place);
  await expect(outcome).toBeFocused();
  const [words = ''] = (await outcome.innerText()).trim().split('\n');
  expect(words).not.toBe('');
  await expect(page.locator('[data-told]')).toContainText(words);
}

/** From here on the server leaves pages to the browser, as for a person who may be signed in: a test then stands between page and API. */
export async function drawnByBrowser(page: Page): Promise<void> {
  await page.context().addCookies([{ name: 'lepta-signed-in', value: '1', url: process.env.LEPTA_TEST_URL! }]);
}

/** The address of a page in that language. */
export const pageIn = (language: Language, path: string): string => (language === 'en' ? `/en${path}` : path);

/** Signs in through the form; answers on the page that follows, whatever it is. */
export async function enter(
  page: Page,
  email: string,
  next = '/me/security',
  language: Language = 'ru',
): Promise<void> {
  const t = sentences(language);
  await page.goto(pageIn(language, `/sign-in?next=${encodeURIComponent(next)}`));
  await page.getByRole('textbox', { name: t('identity:email'), exact: true }).fill(email);
  await page.getByLabel(t('identity:password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: t('identity:signInGo'), exact: true }).click();
}

/** The newest link of a mail to this address that leads to this page, as a path; waits for the mail. */
export async function linkIn(email: string, path: string): Promise<string> {
  const folder = process.env.LEPTA_TEST_MAILS!;
  const links = (): string[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`${email} `))
      .sort()
      .flatMap((name) => new RegExp(`${path}#\\S+`).exec(readFileSync(join(folder, name), 'utf8'))?.[0] ?? []);
  await expect.poll(() => links().length, { timeout: 30_000 }).toBeGreaterThan(0);
  return links().at(-1)!;
}

/** Gives the consents without which nobody registers, once their texts have come. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole('checkbox').and(page.locator('[required]')).check();
}

/** Fills the form in and sends it. Answers the address. */
export async function register(page: Page, name: string, language: Language = 'ru'): Promise<string> {
  const t = sentences(language);
  const email = `${name}-${Date.now().toString(36)}@example.org`;
  await page.goto(pageIn(language, '/join'));
  await page.getByLabel(t('identity:name')).fill('Вера');
  await page.getByRole('textbox', { name: t('identity:email'), exact: true }).fill(email);
  await page.getByLabel(t('identity:password')).fill(PASSWORD);
  await agree(page);
  await page.getByRole('button', { name: t('identity:joinGo') }).click();
  await expect(page.locator('[data-registered]')).toContainText(
    t('identity:sent').split('.')[0]!.replace('{email}', email),
  );
  return email;
}

/** Registers a new person, confirms their address by the mail and signs them in. Answers the address. */
export async function newcomer(page: Page, name: string, next?: string, language: Language = 'ru'): Promise<string> {
  const t = sentences(language);
  const email = await register(page, name, language);
  await page.goto(pageIn(language, await linkIn(email, '/confirm-email')));
  await page.getByRole('button', { name: t('identity:confirm.go') }).click();
  await expect(page.locator('[data-link-done]')).toContainText(t('identity:confirm.done').split('.')[0]!);
  await enter(page, email, next, language);
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  return email;
}

const DIGIT_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Numbers with right check digits that no organization of the demo region has. */
export function numbers(): Record<string, string> {
  const serial = String(Date.now() % 100_000).padStart(5, '0');
  const inn = `2897${serial}`;
  const innDigit = (DIGIT_WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(inn[at]), 0) % 11) % 10;
  const ogrn = `1992897${serial}`;
  return {
    ИНН: `${inn}${innDigit}`,
    ОГРН: `${ogrn}${(Number(ogrn) % 11) % 10}`,
    КПП: '289701001',
    БИК: '041012999',
    'Расчётный счёт': '40703810900000000001',
    'Корреспондентский счёт': '30101810600000000999',
  };
}

/** The page in this theme, when the colours have arrived: halfway between two themes nobody could read them. */
async function inTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(
    'document.getAnimations().forEach((one) => one instanceof CSSTransition && one.finish())', // of a page behind another they never end by themselves
  );
}

/** What breaks a rule of WCAG is told in full, what keeps it is only counted: with that, axe's answers were megabytes. */
const WCAG = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
/** The rules that look at colours. What the others look at is the same by day and by night. */
const COLOURS = { ...WCAG, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe finds on the page, one line for each rule that is broken. Loaded into a page once; without frames there is nothing to put together, for which its package for Playwright opens a page each time. */
async function axeFindings(page: Page, rules: object): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(${JSON.stringify(rules)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}

/** A need of the coordinator's organization that a moderator opens, an offer for it, and the proposal that comes. Answers its id. */
export async function proposal(coordinator: Page, moderator: Page, donor: Page, quantity = '6'): Promise<string> {
  const stamp = Date.now().toString(36);
  const need = await coordinator.evaluate(
    async ({ title, quantity }) => {
      const send = async (path: string, form: object): Promise<{ id: string }> =>
        (
          await fetch(`/api/v1${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify(form),
          })
        ).json() as Promise<{ id: string }>;
      const session = (await (await fetch('/api/v1/session')).json()) as {
        memberships: { organization: { id: string } }[];
      };
      const deadline = new Date(Date.now() + 60 * 86_400_000).toISOString();
      const { id } = await send('/needs', {
        organization: session.memberships[0]?.organization.id,
        kind: 'goods',
        category: 'relief-household',
        item: 'heater',
        title,
        description: 'В клубе холодно, котёл слабый.',
        quantity,
        unit: 'pcs',
        place: 'selemdzhinsky',
        deadline,
        urgency: 4,
        autoAccept: false,
      });
      await send(`/needs/${id}/submit`, {});
      return id;
    },
    { title: `Обогреватели в клуб ${stamp}`, quantity },
  );
  await expect
    .poll(
      () =>
        moderator.evaluate(async (id) => {
          const reviews = (await (await fetch('/api/v1/reviews?status=open&limit=200')).json()) as {
            items: { id: string; subject: { id: string } }[];
          };
          const review = reviews.items.find(({ subject }) => subject.id === id);
          if (!review) return 0;
          return (
            await fetch(`/api/v1/reviews/${review.id}/decision`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
              body: JSON.stringify({ outcome: 'approve' }),
            })
          ).status;
        }, need),
      { timeout: 30_000 },
    )
    .toBe(200);
  const offer = await donor.evaluate(async (quantity) => {
    const form = {
      kind: 'goods',
      category: 'relief-household',
      item: 'heater',
      quantity,
      unit: 'pcs',
      place: 'selemdzhinsky',
      radiusKm: 900,
      description: 'Масляные, почти новые, забрать можно вечером',
    };
    return (
      (await (
        await fetch('/api/v1/offers', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(form),
        })
      ).json()) as { id: string }
    ).id;
  }, quantity);
  let found = '';
  await expect
    .poll(
      async () => {
        const page = await donor.evaluate(
          async (id) =>
            (await (await fetch(`/api/v1/matches?offer=${id}`)).json()) as {
              items: { id: string; need: { id: string } }[];
            },
          offer,
        );
        return (found = page.items.find((match) => match.need.id === need)?.id ?? '');
      },
      { timeout: 30_000 },
    )
    .not.toBe('');
  await donor.goto(`/offer/${offer}`);
  const card = donor.locator(`[data-match="${found}"]`);
  await expect(card).toHaveCount(1);
  // Needs of other tests may be better ones: what is not among the best is folded.
  if (!(await card.isVisible())) await donor.locator('details', { has: card }).locator('summary').first().click();
  await expect(card).toBeVisible();
  return found;
}

/** With LEPTA_TEST_PICTURES=FOLDER the pages that tests look at are kept there as pictures. */
const PICTURES = process.env.LEPTA_TEST_PICTURES;

/** No finding of axe in this theme, as wide as the screen is now. */
async function inThisTheme(page: Page, name: string, theme: Theme, rules: object): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  await inTheme(page, theme);
  if (PICTURES)
    await page.screenshot({
      path: `${PICTURES}/${name.replaceAll(/[^\w-]+/g, '_')}-${width}-${theme}.png`,
      fullPage: true,
    });
  expect((await axeFindings(page, rules)).map((finding) => `${name} ${width} ${theme}: ${finding}`)).toEqual([]);
}

async function nothingWider(page: Page): Promise<void> {
  expect(
    await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBeLessThanOrEqual(0);
}

/** No finding of axe, and nothing wider than the screen as wide as it is now; by day or by night as it is its turn. With every look both, and then what is said of every rule is said by day. */
export async function atThisWidth(
  page: Page,
  name: string,
  { theme }: Pick<Look, 'theme'> = nextLook(),
): Promise<void> {
  if (EVERY_LOOK) {
    await inThisTheme(page, name, 'light', WCAG);
    await inThisTheme(page, name, 'dark', COLOURS);
  } else await inThisTheme(page, name, theme, WCAG);
  await nothingWider(page);
}

/** Nothing wider than the screen, wide and narrow; axe looks at one of them at one call in three, unless it is to be every look. */
export async function looksFine(page: Page, name: string): Promise<void> {
  const [look, axeLooks] = [nextLook(), axesTurn()];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    if (EVERY_LOOK || (axeLooks && width === look.width)) await atThisWidth(page, name, look);
    else await nothingWider(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}
