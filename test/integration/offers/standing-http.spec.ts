import { clearingChecks, Clearings, runTask } from '#clearing';
import { DAY_MS, newId, SetClock } from '#kernel';
import { OpenStandingOffers } from '#offers';
import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { alarms, inDays, monthlyGift, ok, Region } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
const clock = new SetClock(new Date());
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { clock });
  region = await Region.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const tick = (): Promise<number> => api.app.get(OpenStandingOffers).tick();

test('set up, read, edited under its ETag, paused, resumed and ended through the door', async () => {
  const { donor } = region;
  const made = ok(await donor.post('/standing-offers', monthlyGift({ title: 'Каждый месяц' })), 201);
  const path = `/standing-offers/${made.body.id}`;
  expect([made.headers.get('location'), made.headers.get('etag')]).toEqual([`/api/v1${path}`, '"v1"']);
  expect(made.body).toMatchObject({
    status: 'active',
    title: 'Каждый месяц',
    amount: { amount: 100_000, unit: 'kopeck' },
    interval: 1,
    lastOn: null,
    times: null,
    nextOn: monthlyGift().firstOn,
    can: ['edit', 'pause', 'end'],
  });
  expect((await donor.get('/standing-offers')).body.items).toEqual([made.body]);
  expect((await donor.patch(path, { quantity: '1500' })).status).toBe(428);
  const edited = ok(await donor.patch(path, { quantity: '1500', times: 6 }, { 'if-match': '"v1"' }));
  expect([edited.body.amount.amount, edited.body.times, edited.headers.get('etag')]).toEqual([150_000, 6, '"v2"']);
  expect((await donor.patch(path, { quantity: '1' }, { 'if-match': '"v1"' })).body).toMatchObject({
    status: 412,
    code: 'standing.stale',
  });
  expect(ok(await donor.post(`${path}/pause`)).body).toMatchObject({
    status: 'paused',
    nextOn: null,
    can: ['edit', 'resume', 'end'],
  });
  expect(ok(await donor.post(`${path}/resume`)).body).toMatchObject({
    status: 'active',
    nextOn: monthlyGift().firstOn,
  });
  expect(ok(await donor.post(`${path}/end`)).body).toMatchObject({ status: 'ended', can: [] });
  const refused = await donor.patch(path, { quantity: '1' }, { 'if-match': '"v5"', 'accept-language': 'en' });
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    'standing.ended',
    'This standing offer has ended. You can make a new one on any day.',
  ]);
  expect((await donor.get('/standing-offers?status=active')).body.items).toEqual([]);
});

test.each<[object, string[]]>([
  [{ frequency: 'daily' }, ['frequency']],
  [{ firstOn: '2026-02-30' }, ['firstOn']],
  [{ firstOn: '2001-01-01', lastOn: '2000-01-01', times: 3 }, ['firstOn', 'lastOn', 'times']],
  [{ interval: 53 }, ['interval']],
  [{ quantity: '600000' }, ['amountConfirmed']],
  [{ quantity: '99.99' }, ['quantity']],
  [{ interval: null }, ['interval']],
  [{ until: inDays(3) }, ['until']],
  [{ quantity: '0', firstOn: 'завтра' }, ['firstOn', 'quantity']],
])('%j is refused, and its fields are named in words', async (changes, fields) => {
  const { status, body } = await region.donor.post('/standing-offers', monthlyGift(changes));
  expect([status, (body.errors as { field: string }[]).map(({ field }) => field).sort()]).toEqual([422, fields]);
  for (const { detail, message } of body.errors as { detail?: string; message?: string }[])
    expect(message ?? detail).toMatch(/[а-яё]/i);
});

test('what is meant is said, and taken', async () => {
  const { id, amount } = ok(
    await region.donor.post('/standing-offers', monthlyGift({ quantity: '600000', amountConfirmed: true })),
    201,
  ).body as { id: string; amount: { amount: number } };
  expect(amount.amount).toBe(60_000_000);
  ok(await region.donor.post(`/standing-offers/${id}/end`));
});

test('a forged cursor is refused', async () => {
  const id = ok(await region.donor.post('/standing-offers', monthlyGift()), 201).body.id as string;
  for (const cursor of [
    'x',
    Buffer.from('["2026-02-31T00:00:00Z"]').toString('base64url'),
    Buffer.from('["infinity"]').toString('base64url'),
  ]) {
    expect((await region.donor.get(`/standing-offers/${id}/dates?cursor=${cursor}`)).body).toMatchObject({
      status: 422,
      errors: [{ field: 'cursor' }],
    });
  }
  ok(await region.donor.post(`/standing-offers/${id}/end`));
});

test('monthly gifts to a sphere and to a place, and things from a place, are shared out by the next clearing, with sentences, and the books are clean', async () => {
  const { donor } = region;
  const money = { kind: 'money', item: null, unit: 'rub', place: 'zeya', autoAccept: false, account: undefined };
  const needs = await Promise.all(
    ['relief-heating', 'relief-home-repair'].map((category, at) =>
      region.openNeed({
        ...money,
        category,
        quantity: String(30_000 + 10_000 * at),
        title: `Деньги погорельцам ${at}`,
      }),
    ),
  );
  const otherSphere = await region.openNeed({
    ...money,
    category: 'family-newborn',
    quantity: '50000',
    title: 'Деньги другой сферы',
  });
  const otherPlace = await region.openNeed({
    ...money,
    category: 'family-newborn',
    quantity: '50000',
    place: 'arkharinsky',
    title: 'Деньги другому месту',
  });
  const [near, far] = [
    await region.openNeed({ quantity: '40', place: 'zeya' }),
    await region.openNeed({ quantity: '40', place: 'arkharinsky' }),
  ];
  const sphere = ok(await donor.post('/standing-offers', monthlyGift({ quantity: '50000' })), 201).body.id as string;
  const town = ok(
    await donor.post(
      '/standing-offers',
      monthlyGift({ category: null, quantity: '60000', place: 'zeya', radiusKm: 1 }),
    ),
    201,
  ).body.id as string;
  const place = ok(
    await donor.post(
      '/standing-offers',
      monthlyGift({
        kind: 'goods',
        category: null,
        item: 'heater',
        quantity: '30',
        unit: 'pcs',
        place: 'zeya',
        radiusKm: 100,
        frequency: 'weekly',
      }),
    ),
    201,
  ).body.id as string;
  expect(await tick()).toBe(0);
  clock.forward(3 * DAY_MS);
  expect(await tick()).toBe(3);

  const clearing = await new Clearings(db.source, clock).start(newId(), {});
  await runTask({ databaseUrl: db.url, clearingId: clearing }, clock);
  const offerOf = async (id: string): Promise<string> =>
    ok(await donor.get(`/standing-offers/${id}/dates`)).body.items[0].offer.id as string;
  const matchesOf = async (id: string) =>
    ok(await donor.get(`/matches?offer=${await offerOf(id)}`)).body.items as {
      amount: number;
      need: { id: string };
      text: string;
      parts: { sentence: string }[];
    }[];
  const shared = await matchesOf(sphere);
  expect(shared.map((match) => match.need.id).sort()).toEqual([...needs].sort());
  expect(shared.reduce((sum, match) => sum + match.amount, 0)).toBe(5_000_000);
  const inTown = await matchesOf(town);
  expect(inTown.reduce((sum, match) => sum + match.amount, 0)).toBe(6_000_000);
  expect(inTown.map((match) => match.need.id)).toContain(otherSphere);
  expect(inTown.map((match) => match.need.id)).not.toContain(otherPlace);
  for (const { text, parts } of [...shared, ...inTown]) {
    expect(text).toMatch(/₽/);
    expect(parts.map((part) => part.sentence).filter((sentence) => !/[а-яё]{3}/i.test(sentence))).toEqual([]);
  }
  const given = await matchesOf(place);
  expect(given.map((match) => [match.need.id, match.amount])).toEqual([[near, 30]]);
  expect(given.map((match) => match.need.id)).not.toContain(far);
  const offer = ok(await donor.get(`/offers/${await offerOf(sphere)}`)).body;
  expect(offer).toMatchObject({ standingOfferId: sphere, balance: { pledged: 5_000_000, available: 5_000_000 } });
  expect(await alarms(db.source)).toEqual([]);
  expect((await Promise.all(clearingChecks.map(({ sql }) => db.source.query(sql)))).flat()).toEqual([]);
});

test('an account that is erased leaves no standing offer behind', async () => {
  const leaving = await api.person();
  const id = ok(
    await leaving.post('/standing-offers', monthlyGift({ title: 'Моё имя', firstOn: inDays(5).slice(0, 10) })),
    201,
  ).body.id as string;
  ok(await leaving.post('/me/erasure', { password: 'проверка 2026 лепта' }), 204);
  expect((await db.source.query('SELECT status, title, next_at FROM standing_offers WHERE id = $1', [id]))[0]).toEqual({
    status: 'ended',
    title: null,
    next_at: null,
  });
  clock.forward(3 * DAY_MS);
  expect(await tick()).toBe(0);
});
