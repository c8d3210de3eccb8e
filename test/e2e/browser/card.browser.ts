import type { Page, Route } from '@playwright/test';
import { expect, looksFine, person, test } from './support.js';

test.use({ bypassCSP: true }); // the installation of these tests has no keys of Stripe, and its policy lets nothing of Stripe in

const CODE = 'LP-7K3F-9TRB-3';
/** As much of Stripe's script as the page calls: its fields are one field, and cards are refused as often as is said. */
const SCRIPT = `window.Stripe = () => ({
  elements: () => ({ create: () => ({
    on(event, done) { if (event === 'ready') this.ready = done; },
    mount(place) { place.innerHTML = '<label class="label">Номер карты <input class="input" id="number"></label>'; setTimeout(() => this.ready(), 0); },
    destroy() {},
  }) }),
  confirmSetup: async () => document.getElementById('number').value === '4242' ? {} : { error: { type: 'card_error', code: 'expired_card' } },
  confirmPayment: async () => document.getElementById('number').value === '4242'
    ? { paymentIntent: { status: 'succeeded' } }
    : { error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' } },
});`;

/** Pages and answers say that cards are taken. */
async function takeCards(page: Page): Promise<void> {
  await page.route(/\/(needs|spheres)\/[^/?]+$|\/api\/v1\/installation$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replaceAll('"takesCards":false', '"takesCards":true'),
    });
  });
}

const json =
  (body: () => unknown, status = 200) =>
  (route: Route): Promise<void> =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body()) });

async function moneyNeed(page: Page): Promise<{ id: string; organization: string }> {
  const { items } = (await (await page.request.get('/api/v1/needs?kind=money&limit=200')).json()) as {
    items: {
      id: string;
      status: string;
      autoAccept: boolean;
      can: string[];
      organization: { id: string };
      balance: { open: number };
    }[];
  };
  const need = items.find(
    ({ status, can, balance }) => status === 'open' && can.includes('give') && balance.open > 200_000,
  );
  return { id: need?.id ?? '', organization: need?.organization.id ?? '' };
}

test('who chooses card gets fields of Stripe, and nothing of it before; a refused card says where the money is', async ({
  page,
  complaints,
}) => {
  const need = await moneyNeed(page);
  const asked: string[] = [];
  const gift = {
    id: '00000000-0000-4000-8000-000000000001',
    code: CODE,
    provider: 'stripe',
    status: 'promised',
    amount: 50_000,
    unit: 'kopeck',
    held: true,
    need: need.id,
    needNumber: 1,
    needTitle: 'Дрова на зиму',
    organization: need.organization,
    createdAt: new Date().toISOString(),
    deadline: new Date(Date.now() + 86_400_000).toISOString(),
    endedAt: null as string | null,
    refunded: null,
    declined: null,
    chargeAt: null,
    payee: null,
    purpose: null,
    qr: null,
    can: [],
  };
  const paid = (): object => Object.assign(gift, { status: 'paid', endedAt: new Date().toISOString() });
  await takeCards(page);
  await page.route(
    '**/api/v1/needs/*/gift-providers',
    json(() => ({ items: ['bank', 'stripe'] })),
  );
  await page.route('**/api/v1/needs/*/gifts', (route) => {
    asked.push((route.request().postDataJSON() as { provider: string }).provider);
    return json(() => gift, 201)(route);
  });
  await page.route(
    `**/api/v1/gifts/${CODE}`,
    json(() => gift),
  );
  await page.route(
    `**/api/v1/gifts/${CODE}/card`,
    json(() => ({ clientSecret: 'pi_1_secret_2', publishableKey: 'pk_test_1' })),
  );
  await page.route(`**/api/v1/gifts/${CODE}/card/look`, json(paid));
  await page.route('https://js.stripe.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: SCRIPT }),
  );

  await page.goto(`/needs/${need.id}`);
  await page.getByRole('button', { name: 'Картой' }).click();
  await page.getByRole('button', { name: '500 ₽', exact: true }).click();
  expect(complaints).toEqual([]); // nothing of Stripe was asked for until now
  await page.getByRole('button', { name: 'Дать картой' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Осталось заплатить');
  expect(asked).toEqual(['stripe']);
  await page.getByLabel('Номер карты').fill('4000');
  await looksFine(page, 'a gift by card');
  await page.getByRole('button', { name: /^Дать 500/ }).click();
  await expect(page.getByRole('alert')).toContainText('Денег не списали');
  await page.getByLabel('Номер карты').fill('4242');
  await page.getByRole('button', { name: /^Дать 500/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('дошли до');
  await expect(page.getByText('Stripe подтвердил платёж')).toBeVisible();
  expect(complaints.splice(0)).toEqual(['foreign host: https://js.stripe.com/endive/stripe.js']);
});

test('an organization sees how it stands at Stripe, what is missing and what moved', async ({
  browser,
  complaints,
}) => {
  const desk = await person(browser, complaints, 'coordinator', '/desk');
  const session = (await (await desk.request.get('/api/v1/session')).json()) as {
    memberships: { organization: { id: string } }[];
  };
  const org = session.memberships[0]?.organization.id ?? '';
  await takeCards(desk);
  await desk.route(
    '**/card-account',
    json(() => ({
      state: 'stopped',
      country: 'KZ',
      currency: 'kzt',
      payouts: false,
      missing: ['bank', 'document'],
      lookedAt: new Date().toISOString(),
      can: ['look'],
    })),
  );
  await desk.route(
    '**/card-entries?*',
    json(() => ({
      items: [
        {
          id: 're_1',
          kind: 'refund',
          at: '2026-03-11T05:00:00Z',
          amount: 50_000,
          currency: 'rub',
          gift: CODE,
          missing: 20_000,
        },
        {
          id: 'po_1',
          kind: 'payout',
          at: '2026-03-10T05:00:00Z',
          amount: 812_345,
          currency: 'kzt',
          gift: null,
          missing: 0,
        },
      ],
      nextCursor: null,
    })),
  );
  await desk.route(
    '**/card-differences',
    json(() => ({
      comparedAt: '2026-03-11T17:00:00Z',
      again: false,
      looked: 12,
      mended: 1,
      items: [
        {
          side: 'books',
          id: 're_1',
          amount: 20_000,
          currency: 'rub',
          since: '2026-03-11',
          gift: CODE,
          organization: org,
          organizationName: '«Тепло»',
        },
      ],
    })),
  );
  await desk.goto(`/desk/${org}/bank`);
  const cards = desk.getByRole('region', { name: 'Карты' });
  await expect(cards).toContainText('Stripe ждёт от');
  await expect(cards.getByRole('listitem').first()).toContainText('счёт в');
  await expect(cards.locator('[data-entry=re_1]')).toContainText('−500');
  await expect(cards.locator('[data-entry=re_1]')).toContainText('отчитались');
  await expect(cards.locator('[data-entry=po_1]')).toContainText('выплата');
  await expect(cards.getByRole('button', { name: 'Спросить Stripe сейчас' })).toBeVisible();
  await expect(cards.getByRole('button', { name: /Продолжить/ })).toHaveCount(0);
  await expect(cards.locator('[data-difference=re_1]')).toContainText('отзовите отчёт');
  await looksFine(desk, 'cards of an organization');
});

test('to a sphere a card is offered where it is taken, and the engine says who gets it before anything is paid', async ({
  page,
  complaints,
}) => {
  const need = await moneyNeed(page);
  await takeCards(page);
  await page.route('**/api/v1/gift-choices?*', (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const part = {
      need: need.id,
      needTitle: 'Дрова на зиму',
      organization: need.organization,
      organizationName: '«Тепло»',
      amount: 50_000,
      unit: 'kopeck',
      score: 700_000,
      why: [{ part: 'urgency', value: 900_000, weight: 20, sentence: 'нужно до 20 марта' }],
    };
    return json(() => ({
      providers: ['bank', 'stripe'],
      amounts: [],
      parts: asked.has('quantity') && asked.get('provider') === 'stripe' ? [part] : [],
      left: 0,
    }))(route);
  });
  const asked: string[] = [];
  await page.route('**/api/v1/gifts', (route) => {
    asked.push((route.request().postDataJSON() as { provider: string }).provider);
    return json(() => ({ code: CODE }), 201)(route);
  });
  await page.goto('/spheres/elderly');
  await page.locator('.give').scrollIntoViewIfNeeded();
  const box = page.getByRole('region', { name: 'Дать деньги сюда' });
  await box.getByRole('button', { name: 'Картой' }).click();
  await box.getByLabel('Сумма').fill('500');
  await box.getByRole('button', { name: 'Показать, кому' }).click();
  await expect(box.getByText('нужно до 20 марта')).toBeVisible();
  await looksFine(page, 'a sphere by card');
  await box.getByRole('button', { name: 'Заплатить картой' }).click();
  await page.waitForURL(`**/gifts/${CODE}`);
  expect(asked).toEqual(['stripe']);
  complaints.splice(0); // the gift is invented: its page is not there
});

test('a card is saved for a standing gift after its words were agreed to, and removed again', async ({
  browser,
  complaints,
}) => {
  const giver = await person(browser, complaints, 'donor', '/me');
  let saved = false;
  const view = (): object => ({
    card: saved ? { name: 'Visa •• 4242', end: '12/30' } : null,
    consent:
      'Разрешаю списывать с этой карты сумму этого регулярного дара (сейчас 500 ₽) в его даты, пока я его не остановлю.',
    can: saved ? ['save', 'remove'] : ['save'],
  });
  await takeCards(giver);
  await giver.route('**/api/v1/standing-offers/*/card', (route) => {
    if (route.request().method() === 'POST')
      return json(() => ({ clientSecret: 'seti_1_secret_2', publishableKey: 'pk_test_1' }))(route);
    if (route.request().method() === 'DELETE') saved = false;
    return json(view)(route);
  });
  await giver.route('**/api/v1/standing-offers/*/card/look', (route) => {
    saved = true;
    return json(view)(route);
  });
  await giver.route('https://js.stripe.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: SCRIPT }),
  );
  await giver.goto('/standing-gift?of=sphere&to=elderly');
  await giver.getByLabel('Сколько каждый раз').fill('500');
  await giver.getByRole('button', { name: 'Картой' }).click();
  await giver.getByLabel('Первый день').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await looksFine(giver, 'a standing gift by card');
  await giver.getByRole('button', { name: 'Дальше: карта' }).click();
  await giver.waitForURL(/\/standing\/[^/]+\?card=enter$/);
  const card = giver.getByRole('region', { name: 'Чем платите' });
  await expect(card.getByText('Переводом по QR-коду')).toBeVisible();
  await card.getByRole('checkbox', { name: /Разрешаю списывать/ }).check();
  await card.getByLabel('Номер карты').fill('4000');
  await card.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(card.getByRole('alert')).toContainText('срок вышел');
  await looksFine(giver, 'the form of a saved card');
  await card.getByLabel('Номер карты').fill('4242');
  await card.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(card.getByText('Visa •• 4242')).toBeVisible();
  await expect(card.getByRole('status')).toContainText('Сегодня с');
  await looksFine(giver, 'a saved card');
  await card.getByRole('button', { name: 'Убрать карту' }).click();
  await expect(card.getByText('Переводом по QR-коду')).toBeVisible();
  expect(complaints.splice(0)).toEqual(['foreign host: https://js.stripe.com/endive/stripe.js']);
});

test('an administrator reads in what Stripe and the books differ, what to do about it, and has it compared again', async ({
  browser,
  complaints,
}) => {
  const page = await person(browser, complaints, 'administrator', '/');
  await takeCards(page);
  const found = {
    comparedAt: '2026-03-11T17:00:00Z',
    again: false,
    looked: 12,
    mended: 1,
    items: [
      {
        side: 'stripe',
        id: 'pi_1',
        amount: 70_000,
        currency: 'rub',
        since: '2026-03-10',
        gift: null,
        organization: null,
        organizationName: null,
      },
    ],
  };
  await page.route(
    '**/api/v1/admin/card-differences',
    json(() => found),
  );
  await page.route(
    '**/api/v1/admin/card-differences/again',
    json(() => Object.assign(found, { again: true })),
  );
  await page.goto('/admin/cards');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Сверка');
  await expect(page.locator('[data-difference=pi_1]')).toContainText('вклада с');
  await looksFine(page, 'differences with Stripe');
  await page.getByRole('button', { name: 'Сверить сейчас' }).click();
  await expect(page.getByText('Сверим ещё раз')).toBeVisible();
});
