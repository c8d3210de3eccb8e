import type { Page } from '@playwright/test';
import { expect, looksFine, person, test } from './support.js';

interface Listed {
  items: { id: string; kind: string; category: string; item: string | null; place: string; unit: string }[];
}

/** Something that is asked for in other places only, offered from where nobody asks for it, by a person who goes one kilometre. Answers its address. */
async function offerOutOfReach(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const get = async (path: string): Promise<Listed> => (await fetch(`/api/v1${path}`)).json() as Promise<Listed>;
    const needs = (await get('/needs?kind=goods&limit=200')).items.filter(
      (need) => need.item !== null && need.unit === 'pcs',
    );
    const places = [...new Set(needs.map((need) => need.place))];
    for (const need of needs) {
      const asked = needs.filter((other) => other.category === need.category).map((other) => other.place);
      const place = places.find((one) => !asked.includes(one));
      if (place === undefined) continue;
      const form = {
        kind: 'goods',
        category: need.category,
        item: need.item,
        quantity: '3',
        unit: 'pcs',
        place,
        radiusKm: 1,
      };
      const answer = await fetch('/api/v1/offers', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(form),
      });
      return `/offer/${((await answer.json()) as { id: string }).id}`;
    }
    throw new Error('everything is asked for everywhere');
  });
}

test('an offer that nobody can take says why, and the button beside the reason brings proposals', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const donor = await person(browser, complaints, 'donor', '/me');
  await donor.goto(await offerOutOfReach(donor));
  const why = donor.locator('[data-why-none]');
  await expect(why.getByText(/Ближайшая\sнужда\sв\s\d+\sкм\sпо\sпрямой,\sэто\sна\s\d+\sкм\sдальше/)).toBeVisible();
  await expect(why.getByRole('list', { name: 'Как отсеивались нужды' }).getByRole('listitem').last()).toContainText(
    /В\sпределах вашего расстояния:\sни\sодной\sнужды/,
  );
  await looksFine(donor, 'why-none');
  const change = why.locator('[data-change=wider-radius]');
  await expect(change).toContainText(/подойд(ёт|ут) ещё/);
  const further = change.getByRole('button', { name: 'Везти дальше' });
  await further.focus();
  await donor.keyboard.press('Enter');
  await expect(donor.locator('[data-match][data-status=proposed]').first()).toBeVisible(); // found by itself, without a reload
  await expect(why).toHaveCount(0);
  await donor.getByText('Почему не подошли другие нужды').click();
  await expect(donor.getByRole('list', { name: 'Как отсеивались нужды' })).toBeVisible();
  const match = donor.locator('[data-match][data-status=proposed]').first();
  const id = await match.getAttribute('data-match');
  await match.getByRole('button', { name: /^Не сюда/ }).click();
  await match.getByRole('group').getByRole('button').first().click();
  const declined = donor.locator(`[data-outcome="${id} declined"]`);
  await expect(declined).toBeFocused(); // what has ended is folded away, but not what was just said
  await expect(declined).toContainText('Эта пара отклонена');
});

test('a donor asks why not another need: beside a proposal of the moment, and of one that a clearing planned', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const donor = await person(browser, complaints, 'donor', '/me');
  const offer = await donor.evaluate(async () => {
    const get = async <T>(path: string): Promise<T[]> =>
      ((await (await fetch(`/api/v1${path}`)).json()) as { items: T[] }).items;
    for (const { id } of await get<{ id: string }>('/offers?limit=50&status=open'))
      if ((await get<{ status: string }>(`/matches?offer=${id}`)).some(({ status }) => status === 'proposed'))
        return id;
    throw new Error('no offer of the donor has a proposal');
  });
  await donor.goto(`/offer/${offer}`);
  const card = donor.locator('[data-match]').first();
  await card.getByText('Почему не другая нужда?').click();
  await expect(
    card.getByText(/найдено\sсразу, без\sобщего расчёта|Расчёт смотрит на\sвсе вклады сразу|На\sмомент клиринга/),
  ).toBeVisible();

  await donor.route('**/api/v1/matches/*/passed-over', (route) =>
    route.fulfill({
      json: {
        matchId: '01a20d62-ef48-71a5-b197-2ca3ebae8fd5',
        from: 'clearing',
        clearing: '01a20d9c-2492-71b1-87c7-785cff6de452',
        score: 712_000,
        unit: 'pcs',
        better: 2,
        sentence:
          'На момент клиринга 24 ноября 2 нужды подходили вашему вкладу лучше. Расчёт смотрит на все вклады сразу, чтобы вместе вышло больше пользы.',
        needs: [
          {
            need: {
              id: '01a20d62-ef48-71a5-b197-2ca3ebae8fd6',
              number: 1024,
              title: 'Тёплая одежда для посёлка',
              category: 'relief-clothing',
              place: 'zeya',
            },
            score: 912_000,
            reason: 'met',
            matched: 40,
            needed: 40,
            differences: [],
            sentence: 'По плану всё, что там было нужно, 40 шт, приносили другие.',
          },
          {
            need: {
              id: '01a20d62-ef48-71a5-b197-2ca3ebae8fd7',
              number: 1025,
              title: null,
              category: 'relief-clothing',
              place: 'tynda',
            },
            score: 800_000,
            reason: 'minimum',
            matched: 12,
            needed: 14,
            differences: [],
            sentence:
              'По плану другие приносили туда 12 шт из 14 шт; остаток был меньше наименьшей части, которую там берут или вы отдаёте.',
          },
        ],
      },
    }),
  );
  await donor.reload();
  await card.getByText('Почему не другая нужда?').click();
  await expect(card.locator('[data-need]')).toHaveCount(2);
  await expect(card.locator('[data-need]').first()).toContainText('Тёплая одежда для посёлка');
  await expect(card.locator('[data-need]').first()).toContainText('91');
  await expect(card.locator('[data-need]').last().getByRole('link')).toHaveText(/Одежда/); // a private need shows its category
  await expect(card.getByRole('link', { name: 'Весь расчёт' })).toHaveAttribute(
    'href',
    '/clearings/01a20d9c-2492-71b1-87c7-785cff6de452',
  );
  await looksFine(donor, 'why-not-another');

  await donor.unroute('**/api/v1/matches/*/passed-over');
  await donor.route('**/api/v1/matches/*/passed-over', (route) => route.abort('internetdisconnected'));
  await donor.reload();
  await card.getByText('Почему не другая нужда?').click();
  await expect(card.getByRole('alert')).toBeVisible(); // and the rest of the card stays
  await expect(card.locator('.why li').first()).toBeVisible();
});

test('an open offer is changed on its page: how much, where it may go, until when it keeps', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const donor = await person(browser, complaints, 'donor', '/me');
  const id = await donor.evaluate(async () => {
    const keeps = { bestBefore: new Date(Date.now() + 60 * 86_400_000).toISOString(), coldChain: false };
    const form = {
      kind: 'goods',
      item: 'food-canned',
      quantity: '5',
      unit: 'pcs',
      place: 'zeya',
      radiusKm: 1,
      ...keeps,
    };
    const answer = await fetch('/api/v1/offers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(form),
    });
    return ((await answer.json()) as { id: string }).id;
  });
  await donor.goto(`/offer/${id}`);
  await donor.getByRole('button', { name: 'Изменить вклад' }).click();
  const form = donor.getByRole('form', { name: 'Изменить вклад' });
  await form.getByLabel('Сколько').fill('7');
  await form.getByLabel('Отдать только').selectOption('tynda');
  await form.getByLabel('Срок годности').fill('2020-01-01');
  await form.getByLabel('Хранить и везти на холоде').selectOption('yes');
  await looksFine(donor, 'offer-edit');
  await form.getByLabel('Срок годности').evaluate((field) => field.removeAttribute('min')); // the server's word, not the browser's
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(form.getByText(/Срок годности уже прошёл/)).toBeVisible();
  await form.getByLabel('Срок годности').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(form).toHaveCount(0);
  await expect(donor.locator('[data-terms]')).toContainText(/Только: Тынд/);
  await expect(donor.locator('[data-terms]')).toContainText(/годно до/);
  await expect(donor.locator('[data-terms]')).toContainText(/на\sхолоде/);
  await expect(donor.locator('[data-balance=pledged]')).toContainText('7');
  await donor.getByRole('button', { name: 'Изменить вклад' }).click();
  await form.getByLabel('Отдать только').selectOption('');
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(donor.locator('[data-terms]')).not.toContainText('Только');
});
