import { newId } from '#kernel';
import { CardEvents } from '#payments';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { ok, Region } from '../../support/region.js';
import { fakeStripe, type FakeStripe, type SignedEvent } from '../../support/stripe/fake-stripe.js';

let db: TestDatabase;
let fake: FakeStripe;
let api: TestApi;
let region: Region;
let owner: Caller;
let need: string;
beforeAll(async () => {
  [db, fake] = [await testDatabase(), await fakeStripe()];
  api = await startApi(db, { settings: { ...fake.settings, RATE_LIMIT_WRITES: '60' } });
  region = await Region.of(api, db.source);
  owner = await api.person([region.organization, 'owner']);
  need = await region.openNeed({
    kind: 'money',
    category: 'elderly-veterans',
    item: undefined,
    quantity: '15000',
    unit: 'rub',
    autoAccept: true,
  });
});
afterAll(async () => {
  await api?.close();
  await fake?.close();
  await db?.drop();
});

const webhook = (event: SignedEvent, signature = event.signature): Promise<Response> =>
  fetch(`${api.url}/api/v1/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
    body: event.payload,
  });
const apply = (): Promise<number> => api.app.get(CardEvents, { strict: false }).applyDue();
const giving = { quantity: '150', unit: 'rub', provider: 'stripe' };

test('an owner sets cards up on a page of Stripe; until that is done no need offers them', async () => {
  const at = `/organizations/${region.organization}/card-account`;
  expect(ok(await owner.get(at)).body).toMatchObject({ state: 'none', can: ['set-up'] });
  expect((await region.coordinator.post(`${at}/link`, {})).body.code).toBe('card.not-yours');
  expect((await owner.post(`${at}/link`, { country: 'kz' })).body.errors[0].field).toBe('country');
  const { url } = ok(await owner.post(`${at}/link`, { country: 'KZ' }), 201).body;
  expect(url).toMatch(/^https:\/\/connect\.stripe\.com\//);
  expect(ok(await owner.get(at)).body).toMatchObject({
    state: 'begun',
    missing: ['bank', 'person', 'organization', 'terms'],
    can: ['continue', 'look'],
  });
  expect(ok(await api.visitor().get(`/needs/${need}/gift-providers`)).body).toEqual({ items: ['bank'] });
  expect((await api.visitor().post(`/needs/${need}/gifts`, giving)).body.code).toBe('gift.no-card');

  fake.world.enable(fake.world.all('account')[0]!.id);
  expect(ok(await region.coordinator.post(`${at}/look`, {})).body).toMatchObject({ state: 'ready', missing: [] });
  expect(ok(await api.visitor().get(`/needs/${need}/gift-providers`)).body).toEqual({ items: ['bank', 'stripe'] });
  expect(ok(await owner.post(`${at}/link`, {}), 201).body.url).not.toBe(url);
  expect(fake.world.all('account')).toHaveLength(1);
});

test('a visitor pays by card: the way to pay is said once and found again, and counts when Stripe says so', async () => {
  const [visitor, key] = [api.visitor(), newId()];
  const first = ok(await visitor.post(`/needs/${need}/gifts`, giving, { 'idempotency-key': key }), 201).body;
  expect(first).toMatchObject({ provider: 'stripe', status: 'promised', qr: null, payee: null, can: [] });
  expect(first.stripe.publishableKey).toBe(fake.settings['STRIPE_PUBLISHABLE_KEY']);
  const again = ok(await visitor.post(`/needs/${need}/gifts`, giving, { 'idempotency-key': key }), 201).body;
  expect([again.code, again.stripe]).toEqual([first.code, null]);
  expect(ok(await visitor.post(`/gifts/${first.code}/card`, {})).body.clientSecret).toBe(first.stripe.clientSecret);
  expect(JSON.stringify(ok(await visitor.get(`/gifts/${first.code}`)).body)).not.toContain('_secret_');

  fake.world.pay(first.stripe.clientSecret.split('_secret_')[0]);
  const events = fake.world.events.map((event) => fake.sign(event));
  const paid = events.at(-1)!;
  expect((await webhook(paid, fake.sign(fake.world.events.at(-1)!, 'whsec_other').signature)).status).toBe(400);
  const changed = await webhook({ ...paid, payload: paid.payload.replace('"amount":15000', '"amount":95000') });
  expect(((await changed.json()) as { code: string }).code).toBe('card.bad-signature');
  const answers = await Promise.all([...events, ...events].reverse().map((event) => webhook(event)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await apply();
  expect(ok(await visitor.get(`/gifts/${first.code}`)).body).toMatchObject({ status: 'paid' });
  expect(await region.needBalance(need)).toMatchObject({ received: 15_000 });

  const list = ok(await region.coordinator.get(`/organizations/${region.organization}/card-entries?limit=1`)).body;
  const next = ok(
    await region.coordinator.get(
      `/organizations/${region.organization}/card-entries?limit=5&cursor=${list.nextCursor}`,
    ),
  ).body;
  expect([...list.items, ...next.items].map(({ kind }: { kind: string }) => kind).sort()).toEqual(['fee', 'payment']);
});

test('the owner sends it back to the card, in part and then the rest; nobody else is offered that', async () => {
  const { code, stripe } = ok(await api.visitor().post(`/needs/${need}/gifts`, giving), 201).body;
  fake.world.pay(stripe.clientSecret.split('_secret_')[0]);
  expect(ok(await api.visitor().post(`/gifts/${code}/card/look`, {})).body).toMatchObject({ status: 'paid', can: [] });
  expect(ok(await owner.get(`/gifts/${code}`)).body.can).toEqual(['refund']);
  expect((await region.coordinator.post(`/gifts/${code}/refund`, {})).body.code).toBe('gift.refund-not-yours');
  const part = { quantity: '50', unit: 'rub' };
  const key = { 'idempotency-key': newId() };
  ok(await owner.post(`/gifts/${code}/refund`, part, key));
  expect(ok(await owner.post(`/gifts/${code}/refund`, part, key)).body).toMatchObject({
    refunded: 5_000,
    can: ['refund'],
  });
  expect(ok(await owner.post(`/gifts/${code}/refund`, {})).body).toMatchObject({ refunded: 15_000, can: [] });
  expect((await owner.post(`/gifts/${code}/refund`, {})).body.code).toBe('gift.refund-too-much');
});

test('hundreds of events a second are not held back, and the same event is stored once', async () => {
  const event = fake.sign(fake.world.events.at(-1)!);
  expect([(await webhook(event)).status, await (await webhook(event)).text()]).toEqual([200, '{"received":true}']);
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round += 1)
    for (const { status } of await Promise.all(Array.from({ length: 20 }, () => webhook(event)))) statuses.add(status);
  expect(statuses).toEqual(new Set([200]));
  const [{ stored }] = (await db.source.query('SELECT count(*)::int AS stored FROM card_events WHERE event = $1', [
    event.id,
  ])) as [{ stored: number }];
  expect(stored).toBe(1);
});

test('only where cards are taken may a page load the script of Stripe and show its frames', async () => {
  const policy = (await fetch(`${api.url}/`)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self' https://js.stripe.com https://*.js.stripe.com");
  expect(policy).toContain('frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com');
  expect(policy).toContain("connect-src 'self' https://api.stripe.com");
  expect(ok(await api.visitor().get('/installation')).body.takesCards).toBe(true);
  const none = await startApi(db);
  try {
    expect((await fetch(`${none.url}/`)).headers.get('content-security-policy')).not.toContain('stripe');
    expect(ok(await none.visitor().get('/installation')).body.takesCards).toBe(false);
    expect((await none.visitor().post(`/needs/${need}/gifts`, giving)).body.code).toBe('card.not-here');
    expect(ok(await none.visitor().get(`/needs/${need}/gift-providers`)).body).toEqual({ items: ['bank'] });
  } finally {
    await none.close();
  }
});
