import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { CatalogueApiModule } from '../../../apps/api/src/catalogue/catalogue.controller.js';

let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { modules: [CatalogueApiModule] });
});
afterAll(async () => {
  await api.close();
  await db.drop();
});

const LISTS = { spheres: 14, categories: 130, places: 29, units: 17, skills: 76, goods: 71, 'beneficiary-groups': 35 };

test.each(Object.entries(LISTS))('/%s: %d entries on one page, and the same ones page by page', async (list, count) => {
  const visitor = api.visitor();
  const whole = await visitor.get(`/${list}?limit=200`);
  expect([whole.status, whole.body.items.length, whole.body.nextCursor]).toEqual([200, count, null]);
  const codes: string[] = [];
  let cursor = '';
  do {
    const { body } = await visitor.get(`/${list}?limit=25${cursor && `&cursor=${cursor}`}`);
    codes.push(...body.items.map((item: { code: string }) => item.code));
    cursor = body.nextCursor ?? '';
  } while (cursor);
  expect(codes).toEqual(whole.body.items.map((item: { code: string }) => item.code));
  const one = await visitor.get(`/${list}/${codes[0]}`);
  expect([one.status, one.body]).toEqual([200, whole.body.items[0]]);
});

test('names come in the language that is asked for, with both beside it', async () => {
  const ru = await api.visitor().get('/units/kg', { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' });
  const en = await api.visitor().get('/units/kg', { 'accept-language': 'en' });
  expect(ru.body).toMatchObject({
    name: 'килограмм',
    symbol: 'кг',
    nameEn: 'kilogram',
    base: 'gram',
    basePerUnit: 1000,
    forms: { one: 'килограмм', few: 'килограмма', many: 'килограммов' },
  });
  expect(en.body).toMatchObject({ name: 'kilogram', symbol: 'kg', nameRu: 'килограмм' });
});

test('what a caller has already is not sent again, in its own language', async () => {
  const visitor = api.visitor({ 'accept-language': 'ru' });
  const first = await visitor.get('/categories?limit=200');
  const etag = first.headers.get('etag') as string;
  expect([first.headers.get('cache-control'), first.headers.get('vary')]).toEqual([
    'public, max-age=300',
    expect.stringContaining('Accept-Language'),
  ]);
  const again = await visitor.get('/categories?limit=200', { 'if-none-match': `"other", W/${etag}` });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await visitor.get('/categories?limit=200', { 'if-none-match': etag, 'accept-language': 'en' })).status).toBe(
    200,
  );
});

test('an answer to somebody who is signed in is not kept for others', async () => {
  const answer = await (await api.person()).get('/spheres');
  expect(answer.headers.get('cache-control')).toBe('private, max-age=300');
});

test('filters: categories of a sphere that take a kind, things at home in a category, places of a kind', async () => {
  const visitor = api.visitor();
  const codes = async (path: string): Promise<string[]> =>
    (await visitor.get(path)).body.items.map((item: { code: string }) => item.code);
  expect(await codes('/categories?sphere=relief&kind=time')).toEqual([
    'relief-food-parcels',
    'relief-hot-meals',
    'relief-household',
    'relief-heating',
    'relief-home-repair',
    'relief-homeless',
    'relief-violence',
    'relief-addiction',
    'relief-reintegration',
    'relief-migrants',
    'relief-papers',
  ]);
  expect(await codes('/goods?category=relief-heating')).toEqual(['stove-fuel']);
  expect(await codes('/places?kind=region')).toEqual(['amur-oblast']);
  expect(await codes('/places?parent=amur-oblast&limit=200')).toHaveLength(29);
  expect((await visitor.get('/categories/relief-violence')).body).toMatchObject({
    units: { money: ['rub'], goods: ['pcs'], time: ['day', 'hour'] },
    flags: ['private'],
    sphere: 'relief',
  });
});

test('search: what people call things, in the language of the reader', async () => {
  const found = await api
    .visitor()
    .get('/catalogue/search?q=памперсы&types=item,category&kind=goods&limit=3', { 'accept-language': 'ru' });
  expect(found.status).toBe(200);
  expect(found.body.items[0]).toEqual({
    type: 'category',
    code: 'family-newborn',
    name: 'Всё для новорождённых',
    sphere: 'family',
    matched: 'памперсы',
  });
  expect(found.body.items[1]).toEqual({
    type: 'item',
    code: 'diapers-child',
    name: 'Подгузники детские',
    category: 'family-newborn',
    sphere: 'family',
    matched: 'памперсы',
  });
  expect(
    (await api.visitor().get('/catalogue/search?q=nappies&types=item', { 'accept-language': 'en' })).body.items[0],
  ).toMatchObject({ code: 'diapers-child', name: "Children's nappies" });
  expect((await api.visitor().get('/catalogue/search?q=%F0%9F%94%A5')).body).toEqual({ items: [], nextCursor: null });
});

test('units say what they count; categories and items what `each` is for', async () => {
  const visitor = api.visitor({ 'accept-language': 'ru' });
  expect((await visitor.get('/units/rub')).body.explanation).toBe(
    'Деньги. Учёт идёт в мельчайших единицах: 1 ₽ = 100 копеек.',
  );
  expect((await visitor.get('/categories/elderly-visiting')).body.each).toEqual([
    {
      kind: 'time',
      unit: 'visit',
      required: true,
      units: ['hour'],
      explanation: 'Напишите, сколько длится один раз («визит»): время считают в минутах.',
    },
  ]);
  expect((await visitor.get('/goods/food-dry')).body.each).toMatchObject([
    { unit: 'box', required: false, units: ['kg', 't'] },
    { unit: 'pack', required: false },
  ]);
});

test('a mixture of filter and cursor walks the filtered list only', async () => {
  const first = (await api.visitor().get('/categories?sphere=nature&limit=5')).body;
  const second = (await api.visitor().get(`/categories?sphere=nature&limit=5&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].map((item: { sphere: string }) => item.sphere)).toEqual(
    Array(9).fill('nature'),
  );
  expect(second.nextCursor).toBeNull();
});

test.each([
  ['/categories?sphere=nowhere', 'sphere'],
  ['/categories?kind=blood', 'kind'],
  ['/goods?category=nothing', 'category'],
  ['/places?kind=galaxy', 'kind'],
  ['/places?parent=nowhere', 'parent'],
  ['/spheres?limit=0', 'limit'],
  ['/spheres?limit=201', 'limit'],
  ['/spheres?limit=many', 'limit'],
  ['/spheres?cursor=broken', 'cursor'],
  [`/spheres?cursor=${Buffer.from('["nature%"]').toString('base64url')}`, 'cursor'],
  ['/spheres?surprise=1', 'surprise'],
  ['/categories?sphere=a&sphere=b', 'sphere'],
  ['/categories?sphere=%00', 'sphere'],
  ['/catalogue/search', 'q'],
  ['/catalogue/search?q=', 'q'],
  [`/catalogue/search?q=${'x'.repeat(101)}`, 'q'],
  ['/catalogue/search?q=a&types=planet', 'types'],
  ['/catalogue/search?q=a&limit=51', 'limit'],
  ['/catalogue/search?q=a&kind=blood', 'kind'],
])('refused with the field named: %s', async (path, field) => {
  const answer = await api.visitor().get(path);
  expect([answer.status, answer.body.code, answer.body.errors.map((error: { field: string }) => error.field)]).toEqual([
    422,
    'form.invalid',
    [field],
  ]);
  expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, 'no-store']);
});

test.each(['/spheres/none', '/units/%00', '/places/constructor', '/goods/__proto__', '/skills/HEATER'])(
  'nothing is there: %s',
  async (path) => {
    expect((await api.visitor().get(path)).status).toBe(404);
  },
);
