import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { drawnByBrowser, expect, inTurn, test } from './support.js';

type Json = string | number | null | { [key: string]: Json };

/** The canonical JSON of the published books, written again for the test. */
const canonical = (value: Json): string =>
  typeof value === 'object' && value !== null
    ? `{${Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`)
        .join(',')}}`
    : JSON.stringify(value);
const sha256 = (...parts: (Buffer | string)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const ZERO = '0'.repeat(64);

/** Two closed days of books with two transfers each, as the server publishes them. */
function books(): {
  digests: { day: string; transfers: number; lastPosition: number; digest: string; closedAt: string }[];
  files: Map<string, string>;
} {
  const digests: ReturnType<typeof books>['digests'] = [];
  const files = new Map<string, string>();
  let [hash, digest, position] = [ZERO, ZERO, 0];
  for (const day of ['2026-03-10', '2026-03-11']) {
    const lines = [
      {
        type: 'day',
        format: 'lepta-ledger-1',
        day,
        firstPosition: position + 1,
        previousHash: hash,
        previousDigest: digest,
      } as Json,
    ];
    for (const amount of [500, 48]) {
      position += 1;
      const content = {
        position,
        sealedAt: `${day}T10:00:00.000Z`,
        id: `transfer ${position}`,
        at: `${day}T09:00:00.000Z`,
        kind: 'delivery',
        phase: 'posted',
        debit: { kind: 'offer', holder: 'один' },
        credit: { kind: 'need', holder: 'другой' },
        amount,
        unit: 'pcs',
        item: null,
        resolves: null,
        mirrors: null,
        subject: { type: 'match', id: 'm' },
      };
      hash = sha256(Buffer.from(hash, 'hex'), canonical(content));
      lines.push({ type: 'transfer', ...content, hash });
    }
    digest = sha256(canonical({ day, transfers: 2, lastPosition: position, lastHash: hash, previous: digest }));
    lines.push({ type: 'close', day, transfers: 2, lastPosition: position, lastHash: hash, digest });
    files.set(day, lines.map((line) => `${canonical(line)}\n`).join(''));
    digests.unshift({ day, transfers: 2, lastPosition: position, digest, closedAt: `${day}T23:59:59.000Z` });
  }
  return { digests, files };
}

/** The page reads these books instead of those of the installation, which has closed no day yet. */
async function publish(
  page: Page,
  change: (file: string) => string = (file) => file,
): Promise<ReturnType<typeof books>> {
  const published = books();
  await drawnByBrowser(page);
  await page.route('**/api/v1/ledger/digests?*', (route) =>
    route.fulfill({ json: { items: published.digests, nextCursor: null } }),
  );
  await page.route('**/api/v1/ledger/export?*', (route) =>
    route.fulfill({
      contentType: 'application/x-ndjson',
      body: change(published.files.get(new URL(route.request().url()).searchParams.get('day') ?? '') ?? ''),
    }),
  );
  return published;
}

test('the browser computes a day of the books again and says in words what it checked', async ({ page }) => {
  const { digests } = await publish(page);
  await page.goto('/balance');
  await page.locator('#check').scrollIntoViewIfNeeded(); // it comes with a reader who gets there
  await page.getByRole('button', { name: 'Проверить этот день' }).click();
  const verdict = page.locator('.notice', { has: page.locator('[data-verdict=good]') });
  await expect(verdict).toContainText('Всё сходится');
  await expect(verdict).toContainText(/Скачали книгу за.11.марта.*2.записи/);
  await expect(verdict).toContainText('Книга продолжает предыдущий день');
  await expect(verdict).toContainText(digests[0]!.digest);
  await page.getByRole('list', { name: 'Отпечаток' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/day=2026-03-10/);
  await page.getByRole('button', { name: 'Проверить этот день' }).click();
  await expect(verdict).toContainText('с\u00a0этого дня книга начинается');
});

test('one changed amount is found, with its line', async ({ page }) => {
  await publish(page, (file) => file.replace('"amount":48', '"amount":49'));
  await page.goto('/en/balance?day=2026-03-11');
  await page.locator('#check').scrollIntoViewIfNeeded(); // it comes with a reader who gets there
  await page.getByRole('button', { name: 'Check this day' }).click();
  await expect(page.locator('[data-verdict=bad]')).toHaveText('It does not fit');
  await expect(page.getByText('Line 3: the digest does not fit what it says.')).toBeVisible();
});

test('a whole day forged in itself does not fit the digest that was published', async ({ page }) => {
  const forged = books().files.get('2026-03-10')!.replaceAll('2026-03-10', '2026-03-11');
  await publish(page, () => forged);
  await page.goto('/balance');
  await page.locator('#check').scrollIntoViewIfNeeded(); // it comes with a reader who gets there
  await page.getByRole('button', { name: 'Проверить этот день' }).click();
  await expect(page.getByText('Отпечаток дня не\u00a0тот, что опубликован.')).toBeVisible();
});

test('while no day is closed the page says when the first one will be; the sums are those of the books', async ({
  page,
}) => {
  await page.goto('/balance');
  await expect(page.getByText('Закрытых дней пока нет')).toBeVisible();
  const money = await page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/balance?by=sphere&limit=200')).json()) as {
      items: { units: { unit: string; required: number; received: number }[] }[];
    };
    const lines = items.flatMap((item) => item.units.filter((line) => line.unit === 'kopeck'));
    return {
      required: lines.reduce((sum, line) => sum + line.required, 0),
      received: lines.reduce((sum, line) => sum + line.received, 0),
    };
  });
  await expect(page.locator('.lead').first()).toContainText(
    `пришло\u00a0${Math.round((money.received / money.required) * 100)}\u00a0₽`,
  );
  await page.getByRole('link', { name: 'Время', exact: true }).click();
  await expect(page).toHaveURL(/kind=time/);
  await expect(page.locator('.seg [aria-current]')).toHaveText(['Всё время', 'Время']);
  await expect(page.getByRole('img', { name: /Время по.месяцам/ })).toBeVisible();
  await page.getByRole('link', { name: 'Год', exact: true }).click();
  await expect(page).toHaveURL(/kind=time.*period=year|period=year.*kind=time/);
  await expect(page.locator('.page-head')).toContainText(/с.начала года/);
  await page.setViewportSize({ width: 390, height: 844 }); // no amount is scrolled away
  const tables = page.locator('.sheet > .table-scroll:visible');
  await expect
    .poll(() => tables.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth)))
    .toEqual([0, 0]);
});

test('a place narrows the open balance by its address; what is drawn stands in a table and on phones as bars', async ({
  page,
}) => {
  inTurn();
  const flow = await (await page.request.get('/api/v1/balance/flow?kind=time')).json();
  const [most] = flow.places as { key: string }[];
  await page.goto('/balance?kind=time');
  await expect(page.getByRole('img', { name: /Время: от.каких дарителей/ }).locator('.ribbon')).toHaveCount(
    flow.given.length + flow.arrived.length,
  );
  await page.getByRole('combobox', { name: 'Место' }).selectOption(most!.key);
  await expect(page).toHaveURL(new RegExp(`place=${most!.key}`));
  await expect(page.getByRole('img', { name: /Время: от.каких дарителей/ })).toContainText('Все дарители');
  await page.getByRole('region', { name: 'Откуда пришло' }).getByText('Таблица').click();
  await expect(page.getByRole('rowheader', { name: 'Все дарители' }).first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.flow-bars').getByText('Все дарители')).toBeVisible();
  await page.getByRole('link', { name: 'Показать всё' }).click();
  await expect(page).toHaveURL(/\/balance\?kind=time$/);
});

test('a need leads to the sheets of its sphere and its place, and those back to needs', async ({ page }) => {
  inTurn();
  await page.goto('/needs?place=selemdzhinsky');
  await page.locator('article[data-need] h2 a').first().click();
  await page
    .locator('.need-facts')
    .getByRole('link', { name: /Селемджинский/ })
    .click();
  await expect(page).toHaveURL(/\/places\/selemdzhinsky$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Селемджинский/);
  const own = await page.evaluate(
    async () =>
      (
        (await (await fetch('/api/v1/places/selemdzhinsky/balance')).json()) as {
          balance: { needs: number; units: { kind: string; unit: string }[] };
        }
      ).balance,
  );
  await expect(page.locator('tr[data-line]')).toHaveCount(own.units.length);
  for (const line of own.units) await expect(page.locator(`tr[data-line="${line.kind} ${line.unit}"]`)).toHaveCount(1);
  await page.locator('[data-even]').scrollIntoViewIfNeeded(); // it comes with a reader who gets there
  await expect(page.getByRole('heading', { name: 'Ровно\u00a0ли' })).toBeVisible();
  await expect(page.getByRole('img', { name: /Доли по.порядку: Селемджинский/ })).toBeVisible();
  await expect(page.locator('.sheet-needs article').first()).toBeVisible();
  const periods = page.getByRole('navigation', { name: 'За\u00a0какое время' });
  await periods.getByRole('link', { name: 'Год' }).click();
  await expect(page).toHaveURL(/\/places\/selemdzhinsky\?period=year$/);
  await expect(periods.locator('[aria-current]')).toHaveText('Год');
  await expect(page.getByText(/^Нужды, открытые/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Следить' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Fplaces%2Fselemdzhinsky%23follow&why=follow',
  );
  await page.getByRole('link', { name: /Справка за.месяц/ }).click();
  await expect(page).toHaveURL(/\/places\/selemdzhinsky\/month$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Селемджинский.+справка за/);
  await page.getByRole('link', { name: /К.балансу/ }).click();
  await page.getByRole('link', { name: 'Помочь здесь' }).click();
  await expect(page).toHaveURL(/\/needs\?place=selemdzhinsky/);
  await page.goto('/balance');
  await page.getByRole('link', { name: 'Помощь в трудной ситуации' }).click();
  await expect(page).toHaveURL(/\/spheres\/relief$/);
  await expect(page.getByRole('heading', { name: 'Кто просит в\u00a0этой сфере' })).toBeVisible();
  const listed = await page.request.get('/api/v1/needs?sphere=relief&limit=1&count=true'); // with those that are told by district and group alone
  const { needs } = ((await listed.json()) as { count: { needs: number } }).count;
  await expect(page.locator('.place-head .lead')).toHaveText(new RegExp(`^Открыт[аыо]\\s${needs}\\sнужд`));
});

test('a place that is not there, and one that has no sheet of its own', async ({ page }) => {
  inTurn();
  for (const address of ['/places/atlantis', '/places/amur-oblast', '/spheres/nothing']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет');
  }
});

test('how it works says the weights that count, and leads to the check', async ({ page }) => {
  inTurn();
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Как это устроено' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Как это устроено');
  const purpose = await page.evaluate(
    async () =>
      ((await (await fetch('/api/v1/weights?limit=1')).json()) as { items: { weights: { purpose: number } }[] })
        .items[0]!.weights.purpose,
  );
  await expect(page.locator('.wbar li').first()).toContainText(`${purpose / 10_000}%`);
  await page.getByRole('link', { name: /отпечатки дней/ }).click();
  await expect(page).toHaveURL(/\/balance#check/);
});
