import { DAY_MS, SetClock } from '#kernel';
import { OffersQueries } from '#offers';
import { IdempotencyStore } from '#platform';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { People } from '../../integration/needs/fixture.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let organization: string;
let person: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { clock });
  const people = new People(db.source);
  organization = await people.organization((await people.person('Мария Орлова')).personId, 'verified', 1);
  person = await api.person([organization, 'coordinator']);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS).toISOString();
const account = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК',
  correspondent: '30101810600000000999',
};
const BODIES: Record<string, () => object> = {
  '/offers': () => ({
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    quantity: '50',
    unit: 'pcs',
    place: 'selemdzhinsky',
    radiusKm: 900,
  }),
  '/needs': () => ({
    organization,
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    title: 'Обогреватели для посёлка',
    description: 'Отключили котельную, греются печами.',
    quantity: '120',
    unit: 'pcs',
    place: 'selemdzhinsky',
    deadline: inDays(300),
    urgency: 5,
  }),
  '/organizations': () => ({
    name: 'Автономная некоммерческая организация «Повтор»',
    shortName: 'АНО «Повтор»',
    form: 'АНО',
    inn: '2899000017',
    ogrn: '1992800000015',
    kpp: '289901001',
    place: 'blagoveshchensk',
    account,
  }),
  '/standing-offers': () => ({
    kind: 'money',
    quantity: '500',
    unit: 'rub',
    frequency: 'monthly',
    firstOn: inDays(2).slice(0, 10),
  }),
  '/api-keys': () => ({ name: 'выгрузка' }),
};
const TABLES: Record<string, string> = {
  '/offers': 'offers',
  '/needs': 'needs',
  '/organizations': 'organizations',
  '/standing-offers': 'standing_offers',
  '/api-keys': 'api_keys',
};
const rows = async (path: string): Promise<number> =>
  (await db.source.query(`SELECT count(*) AS n FROM ${TABLES[path]}`))[0].n;

/** The process dies after the handler has committed and before the answer is kept: the key stays claimed by nobody. */
async function diesBeforeKeeping<T>(request: () => Promise<T>): Promise<T> {
  const store = api.app.get(IdempotencyStore);
  const keep = store.keep;
  store.keep = () => Promise.reject(new Error('killed'));
  return request().finally(() => (store.keep = keep));
}

test.each(Object.keys(BODIES))(
  'POST %s: a crash between the commit and the kept answer makes one thing, and the second run answers it',
  async (path) => {
    const before = await rows(path);
    const body = BODIES[path]!();
    const key = { 'idempotency-key': `crash ${path}`.replace(/ /g, '-') };
    const lost = await diesBeforeKeeping(() => person.post(path, body, key));
    expect(lost.status).toBe(201);
    // The lease of the dead process ends by itself; that takes seconds, so it is waited for once.
    if (path !== '/offers')
      await db.source.query(`UPDATE idempotency_keys SET locked_until = now() WHERE status IS NULL`);
    const again = await person.post(path, body, key);
    expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([201, lost.body.id, null]);
    const third: Answer = await person.post(path, body, key);
    expect([third.body.id, third.headers.get('idempotency-replayed')]).toEqual([lost.body.id, 'true']);
    expect(await rows(path)).toBe(before + 1);
    if (path === '/api-keys') expect([typeof lost.body.secret, again.body.secret]).toEqual(['string', null]);
  },
);

test('a failure of ours after the commit is no reason to do it twice; another request may have the key', async () => {
  const before = await rows('/offers');
  const reads = api.app.get(OffersQueries);
  const { byId } = reads;
  const key = { 'idempotency-key': 'the-answer-failed' };
  reads.byId = () => Promise.reject(new Error('connection lost'));
  const failed = await person.post('/offers', BODIES['/offers']!(), key).finally(() => (reads.byId = byId));
  expect(failed.status).toBe(500);
  const again = await person.post('/offers', BODIES['/offers']!(), key);
  expect([again.status, await rows('/offers')]).toEqual([201, before + 1]);
  reads.byId = () => Promise.reject(new Error('connection lost'));
  const other = { 'idempotency-key': 'another-body' };
  await person.post('/offers', BODIES['/offers']!(), other).finally(() => (reads.byId = byId));
  const corrected = await person.post('/offers', { ...BODIES['/offers']!(), quantity: '7' }, other);
  expect([corrected.status, corrected.body.balance.pledged, await rows('/offers')]).toEqual([201, 7, before + 3]);
});

test('the key of yesterday makes a new thing', async () => {
  const key = { 'idempotency-key': 'day-by-day' };
  const lost = await diesBeforeKeeping(() => person.post('/offers', BODIES['/offers']!(), key));
  clock.forward(DAY_MS + 1);
  const next = await person.post('/offers', BODIES['/offers']!(), key);
  expect(next.status).toBe(201);
  expect(next.body.id).not.toBe(lost.body.id);
});
