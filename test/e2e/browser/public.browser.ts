import { hasTakenOver } from './quiet.js';
import { agree, drawnByBrowser, expect, inTurn, looksFine, test } from './support.js';

test('the first page shows figures from the books, doors and open needs', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Каждая лепта доходит/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.locator('[data-figure=needs]')).toHaveText(/^\d/);
  await expect(page.locator('article[data-need]')).toHaveCount(5);
  await expect(page.locator('article[data-need] .bar').first()).toHaveAttribute(
    'aria-label',
    /получено \d+%, в.резерве \d+%/,
  );
  const shown = Number((await page.locator('[data-figure=needs]').innerText()).replace(/\D/g, ''));
  const counted = await page.evaluate(async () => {
    let cursor = null as string | null;
    let count = 0;
    do {
      const answer = (await (await fetch(`/api/v1/needs?limit=200${cursor ? `&cursor=${cursor}` : ''}`)).json()) as {
        items: unknown[];
        nextCursor: string | null;
      };
      count += answer.items.length;
      cursor = answer.nextCursor;
    } while (cursor);
    return count;
  });
  expect(shown).toBe(counted);
});

test('the first page tells what came lately, of what gift something became, and which day of the book is closed', async ({
  page,
  request,
}) => {
  inTurn();
  const read = async <T>(path: string): Promise<T> => (await (await request.get(`/api/v1${path}`)).json()) as T;
  const { items: arrivals } = await read<{ items: { id: string; need: { id: string } }[] }>('/balance/arrivals');
  const {
    items: [report],
  } = await read<{ items: { need: { id: string }; title: string; outcome: string }[] }>('/reports?limit=1');
  const {
    items: [day],
  } = await read<{ items: { day: string; digest: string }[] }>('/ledger/digests?limit=1');
  await page.goto('/');
  const came = page.getByRole('region', { name: 'Дошло недавно' });
  await expect(came.locator('li')).toHaveCount(Math.min(6, arrivals.length));
  await expect(came.getByRole('link').first()).toHaveAttribute('href', `/needs/${arrivals[0]!.need.id}`);
  const story = page.getByRole('region', { name: 'Что из этого вышло' });
  await expect(story.getByRole('heading', { level: 3 })).toContainText(report!.title.split(' ')[0]!);
  expect(report!.outcome.length).toBeGreaterThan(10);
  if (day) {
    await expect(page.locator('[data-closed-day]')).toContainText(day.digest.slice(0, 4));
    await page.getByRole('link', { name: 'Проверить самому' }).click();
    await expect(page.getByRole('heading', { name: 'Проверьте нас' })).toBeVisible();
    await page.goBack();
  }
  await story.getByRole('link', { name: 'Отчёт целиком' }).click();
  await expect(page).toHaveURL(new RegExp(`/needs/${report!.need.id}#report`));
  await expect(page.locator('#report')).toBeVisible();
});

test('a need has a flyer with a code that leads to it, and a picture for pages of others', async ({ page }) => {
  inTurn();
  await page.goto('/needs');
  await page.locator('article[data-need] h2 a').first().click();
  await expect(page.locator('[data-balance=required]')).toBeVisible();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: /^Листовка с.QR/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const address = (await page.getByRole('img', { name: /^QR-код страницы/ }).getAttribute('aria-label'))!.split(
    ': ',
  )[1]!;
  expect(address).toMatch(/\/needs\/\d+$/);
  await looksFine(page, 'flyer');
  const code = await page.getByLabel('Код для вставки').inputValue();
  const source = /<img src="([^"]+)"/.exec(code)![1]!;
  expect((await page.request.get(new URL(source).pathname)).headers()['content-type']).toBe('image/png');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.flyer')).toBeVisible();
  for (const part of ['.top', '.foot', '#site']) await expect(page.locator(part)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.reload(); // now the server has drawn it
  await expect(page.getByText(/Цифры на/)).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('the doors lead to the form with their answer filled in', async ({ page }) => {
  inTurn();
  await page.goto('/');
  await page.getByLabel('Что у вас есть').fill('обогреватель');
  await page.getByRole('button', { name: 'Узнать, кому нужно' }).click();
  await expect(page).toHaveURL(/\/offer\?kind=goods/);
  await expect(page.getByRole('combobox', { name: 'Что отдаёте' })).toHaveValue('обогреватель');
  await page
    .getByRole('group', { name: /^Похоже на/ })
    .getByRole('button', { name: 'Обогреватели' })
    .click();
  await expect(page.getByText('Поняли так: Обогреватели')).toBeVisible();
  await page.goto('/');
  await page.getByRole('button', { name: /^5.000.₽$/ }).click();
  await page.getByRole('link', { name: 'Выбрать, на что' }).click();
  await expect(page.getByRole('button', { name: 'Деньги' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel('Сколько')).toHaveValue('5000');
});

test('the English page has the same content, its own language mark, and the switch keeps the page', async ({
  page,
}) => {
  inTurn();
  await page.goto('/needs?kind=goods');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/needs\?kind=goods/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is needed');
  await expect(page.locator('link[rel=alternate][hreflang=ru]')).toHaveAttribute(
    'href',
    /^https?:\/\/[^/]+\/needs\?kind=goods$/,
  );
  await expect(page.getByRole('button', { name: 'Things', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(await page.locator('main').innerText()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/); // no key shows instead of words
  await page.goto('/confirm-email#key-of-a-mail');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/confirm-email#key-of-a-mail$/);
});

test('filters live in the address, and the list goes on by a link', async ({ page }) => {
  inTurn();
  await page.goto('/needs');
  await page.getByRole('button', { name: 'Деньги' }).click();
  await expect(page).toHaveURL(/kind=money/);
  await expect(page.locator('.rowcard .k-goods')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Деньги' })).toHaveAttribute('aria-pressed', 'true');
});

test('what is added to the list follows what is there, and Back finds the place again', async ({ page }) => {
  inTurn();
  await page.goto('/needs');
  const rows = page.locator('article[data-need]');
  await expect(rows).toHaveCount(20);
  const before = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-need')));
  const more = page.getByRole('link', { name: 'Показать ещё' });
  await more.scrollIntoViewIfNeeded();
  await hasTakenOver(more); // before, it is a link to a page with all of them
  const y = await page.evaluate<number>('window.scrollY');
  await more.press('Enter');
  await expect(rows).toHaveCount(40);
  expect(await rows.evaluateAll((all) => all.slice(0, 20).map((row) => row.getAttribute('data-need')))).toEqual(before);
  expect(Math.abs((await page.evaluate<number>('window.scrollY')) - y)).toBeLessThan(5);
  await expect(rows.nth(20).locator('h2 a')).toBeFocused();
  await expect(page.locator('[data-told]')).toHaveText('Добавлено 20 нужд');
  await rows.nth(30).locator('h2 a').scrollIntoViewIfNeeded();
  const left = await page.evaluate<number>('window.scrollY');
  await rows.nth(30).locator('h2 a').click();
  await expect(page).toHaveURL(/\/needs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-told]')).toHaveText(''); // it was said of the page before
  await page.goBack();
  await expect(rows).toHaveCount(40);
  await expect.poll(async () => Math.abs((await page.evaluate<number>('window.scrollY')) - left)).toBeLessThan(50);
});

test('a deadline is red only while something is asked for', async ({ page }) => {
  inTurn();
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
  for (const [open, red] of [
    [0, 0],
    [3, 1],
  ] as const) {
    await page.route('**/api/v1/needs?*', async (route) => {
      const answer = (await (await route.fetch()).json()) as {
        items: { deadline: string; balance: Record<string, number> }[];
        nextCursor: null;
      };
      const items = answer.items.slice(0, 1).map((need) => ({
        ...need,
        deadline: soon,
        balance: { ...need.balance, required: 12, received: 12 - open, reserved: 0, open },
      }));
      await route.fulfill({ json: { items, nextCursor: null } });
    });
    await drawnByBrowser(page);
    await page.goto('/needs');
    await expect(page.locator('[data-deadline]')).toHaveCount(1);
    await expect(page.locator('[data-deadline].warn')).toHaveCount(red);
    await page.unroute('**/api/v1/needs?*');
  }
});

test('another sum at the door of money is typed there, and stands in the form behind it, which names the way to pay at once', async ({
  page,
}) => {
  await page.goto('/');
  const other = page.getByRole('group', { name: 'Сумма' }).getByRole('button', { name: 'Другая' });
  await hasTakenOver(other);
  await other.click();
  await page.getByRole('textbox', { name: 'Сумма' }).fill('700');
  await page.getByRole('link', { name: 'Выбрать, на что' }).click();
  await expect(page.getByLabel('Сколько', { exact: true })).toHaveValue('700');
  await expect(page.getByText(/перевести сразу, по\sQR-коду/)).toBeVisible();
});

test('who registers where no mail leaves is told so before, and who has the link; a kopeck is not nothing', async ({
  page,
}) => {
  const operator = { name: 'АНО «Рядом»', inn: '7707083893', address: 'Зея', email: 'ryadom@example.org', phone: null };
  await page.route('**/api/v1/installation', async (route) => {
    const answer = (await (await route.fetch()).json()) as Record<string, unknown>;
    await route.fulfill({ json: { ...answer, sendsMail: false, operator } });
  });
  await page.route('**/api/v1/people', (route) =>
    route.fulfill({ status: 202, json: { email: 'a@example.org', next: 'confirm-email' } }),
  );
  await page.goto('/join');
  await expect(page.getByRole('main')).toContainText('ryadom@example.org');
  await page.getByLabel('Как вас зовут').fill('Вера');
  await page.getByLabel('Почта').fill('a@example.org');
  await page.getByLabel('Пароль').fill('сливовый пирог на семерых');
  await agree(page);
  await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
  await expect(page.locator('[data-registered]')).toContainText('почтовый сервер ещё не настроен');
  await expect(page.locator('[data-registered]')).toContainText('АНО «Рядом»');
  await expect(page.getByText(/Мы написали/)).toBeHidden();

  await page.route('**/api/v1/needs?*', async (route) => {
    const answer = (await (await route.fetch()).json()) as { items: { balance: object }[] };
    const items = answer.items
      .slice(0, 1)
      .map((need) => ({ ...need, balance: { required: 100, received: 99, reserved: 0, open: 1, unit: 'kopeck' } }));
    await route.fulfill({ json: { items, nextCursor: null } });
  });
  await drawnByBrowser(page);
  await page.goto('/needs?kind=money');
  await expect(page.locator('article[data-need]')).toContainText(/0,01.₽/);
});

test('the list says how many there are, and is narrowed by urgency, group and distance; all of it stands in the address', async ({
  page,
}) => {
  inTurn();
  const counted = (asked: string): Promise<number> =>
    page.evaluate(
      async (query) =>
        ((await (await fetch(`/api/v1/needs?limit=1&count=true&${query}`)).json()) as { count: { needs: number } })
          .count.needs,
      asked,
    );
  await page.goto('/needs');
  const found = page.locator('[data-found]');
  await expect(found).toHaveAttribute('data-found', String(await counted('')));
  await page.getByRole('button', { name: 'Срочные' }).click();
  await expect(page).toHaveURL(/urgent=true/);
  await expect(found).toHaveAttribute('data-found', String(await counted('urgency=4')));
  await page.getByLabel('Откуда считать расстояние').selectOption('zeya');
  await page.getByLabel('Как далеко').selectOption('100');
  await expect(found).toHaveAttribute('data-found', String(await counted('urgency=4&near=zeya&radiusKm=100')));
  await page.getByLabel('Как далеко').selectOption('any'); // the nearest first: all are counted
  await expect(page.getByLabel('Как далеко')).toHaveValue('any');
  await expect(found).toHaveAttribute('data-found', String(await counted('urgency=4')));
  await page.getByLabel('Как далеко').selectOption('100');
  await page.getByLabel('Кому').selectOption('large-families');
  await expect(found).toHaveAttribute(
    'data-found',
    String(await counted('urgency=4&near=zeya&radiusKm=100&beneficiaryGroups=large-families')),
  );
  await page.reload();
  await expect(page.getByLabel('Как далеко')).toHaveValue('100');
  await expect(page.getByLabel('Кому')).toHaveValue('large-families');
});

test('the list is sorted by what is chosen; the nearest can be first once it is said from where', async ({ page }) => {
  inTurn();
  await page.goto('/needs');
  const sort = page.getByLabel('Сначала');
  await expect(sort.locator('option[value=distance]')).toBeDisabled();
  await expect(async () => {
    await sort.selectOption('deadline'); // at the very moment at which the page is taken over it is put back
    await expect(page).toHaveURL(/sort=deadline/, { timeout: 1_000 });
  }).toPass();
  const soonest = await page.evaluate(
    async () =>
      ((await (await fetch('/api/v1/needs?limit=1&sort=deadline')).json()) as { items: { id: string }[] }).items[0]!.id,
  );
  await expect(page.locator('article[data-need]').first()).toHaveAttribute('data-need', soonest);
  await page.getByLabel('Откуда считать расстояние').selectOption('zeya');
  await sort.selectOption('distance');
  await expect(page.locator('article[data-need]').first()).toContainText(/Зея|Зейский/);
});

test('on a phone the scheme takes the place of the list, and filters open by a button', async ({ page }) => {
  inTurn();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/needs');
  await expect(page.locator('article[data-need]').first()).toBeVisible();
  await expect(page.locator('.scheme-small svg')).toBeVisible();
  await page.getByRole('link', { name: 'Схема' }).click();
  await expect(page).toHaveURL(/view=map/);
  await expect(page.locator('.find-view [aria-current]')).toHaveText(['Схема']);
  await expect(page.locator('article[data-need]').first()).toBeHidden();
  await expect(page.locator('.scheme-small svg')).toBeVisible();
  await page.getByRole('link', { name: 'Список' }).click();
  await expect(page.getByLabel('Кому')).toBeHidden();
  await page.getByRole('button', { name: /Кому и.как далеко/ }).click();
  await expect(page.getByLabel('Кому')).toBeVisible();
});

test('a coin of the scheme keeps the needs of its municipality, a second click shows all again', async ({ page }) => {
  inTurn();
  await page.goto('/needs');
  const coin = page.locator('.map-box .scheme.only-wide .coin', { hasText: 'Селемджинский' });
  await coin.click();
  await expect(page).toHaveURL(/place=selemdzhinsky/);
  await expect(page.getByLabel('Место', { exact: true })).toHaveValue('selemdzhinsky');
  await coin.click();
  await expect(page).not.toHaveURL(/place=/);
});

test('a need says what is asked, what has come and who asks; its lines add up to what it received', async ({
  page,
}) => {
  await page.goto('/needs');
  const id = await page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/needs?limit=200')).json()) as {
      items: { id: string; balance: { received: number }; discreet: boolean }[];
    };
    return items.find((need) => need.balance.received > 0 && !need.discreet)?.id;
  });
  await page.goto(`/needs/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const part of ['required', 'received', 'reserved', 'open'])
    await expect(page.locator(`[data-balance=${part}]`)).toHaveText(/\d/);
  await expect(page.getByRole('heading', { name: 'Что записано в книге' })).toBeVisible();
  await expect(page.locator('[data-thread] [data-state=posted]').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Кто просит' })).toBeVisible();
});

test('what does not exist is said plainly, with a way on', async ({ page }) => {
  inTurn();
  await page.goto('/needs/00000000-0000-7000-8000-000000000000');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет');
  await page.goto('/no/such/page');
  await page.getByRole('main').getByRole('link', { name: 'Что нужно' }).click();
  await expect(page).toHaveURL(/\/needs$/);
});

test('without a connection a bar says what is shown', async ({ page, context }) => {
  inTurn();
  await page.goto('/');
  await expect(page.locator('article[data-need]')).toHaveCount(5);
  await context.setOffline(true);
  await expect(page.getByText(/Нет связи/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/Нет связи/)).toBeHidden();
});

test('the list says how many needs are open in each sphere, and the numbers are those of the open balance', async ({
  page,
}) => {
  await page.goto('/needs');
  const spheres = page.getByRole('navigation', { name: 'Сферы' });
  await expect(spheres.locator('.n').first()).toHaveText(/^\d/);
  const open = await page.evaluate(async () =>
    (
      (await (await fetch('/api/v1/balance?by=sphere&limit=200')).json()) as { items: { key: string; needs: number }[] }
    ).items.find((item) => item.needs > 0)!,
  );
  await expect(spheres.locator(`a[href*="sphere=${open.key}"] [aria-hidden]`)).toHaveText(String(open.needs));
});

test('a need has a short address to send, and a sheet to print without the site around it', async ({
  page,
  context,
}) => {
  inTurn();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/needs');
  await page.locator('article[data-need] h2 a').first().click();
  await page.getByRole('button', { name: 'Скопировать ссылку' }).click();
  await expect(page.getByText('Ссылка скопирована.')).toBeVisible();
  const address = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(address).toMatch(/\/needs\/\d+$/);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(address)).toBeVisible();
  for (const part of ['.top', '.foot', '.give']) await expect(page.locator(part)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('the word of an act goes along to the page that the act leads to, and no further', async ({ page }) => {
  await page.goto('/needs');
  const told = page.locator('[data-told]');
  const more = page.getByRole('link', { name: 'Показать ещё' });
  await hasTakenOver(more);
  await page.evaluate(
    `document.dispatchEvent(new CustomEvent('lepta-told', { detail: 'Сделано' })); document.querySelector('main article h2 a').click()`,
  );
  await expect(page).toHaveURL(/\/needs\/[0-9a-f-]{36}$/);
  await expect(told).toHaveText('Сделано');
  await page.waitForTimeout(1_100); // read by now
  await page.getByRole('banner').getByRole('link', { name: 'Что нужно' }).first().click();
  await expect(page).toHaveURL(/\/needs$/);
  await expect(told).toHaveText('');
});

test('the page of a shift in English says that its words are Russian, and marks them', async ({ page }) => {
  const { items } = (await (await page.request.get('/api/v1/shifts?limit=50')).json()) as { items: { id: string }[] };
  await page.goto(`/en/shifts/${items[0]!.id}`);
  await expect(page.getByText('Written in Russian.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'ru');
  await page.goto(`/shifts/${items[0]!.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Написано по-русски.')).toHaveCount(0);
});

test('without a script the list of needs has the whole width of a wide screen', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: process.env.LEPTA_TEST_URL,
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/needs');
  const { x = 0, width = 0 } = (await page.locator('.find-list').boundingBox()) ?? {};
  expect(x + width).toBeGreaterThan(1_300);
  const [first, second] = await page
    .locator('.find-list article')
    .evaluateAll((all) => all.slice(0, 2).map((one) => one.getBoundingClientRect().top));
  expect(first).toBe(second); // two beside each other
  await context.close();
});
