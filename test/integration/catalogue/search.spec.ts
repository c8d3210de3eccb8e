import { loadCatalogue } from '#catalogue-store';
import { CatalogueSearch, type Found, type SearchFilters } from '#catalogue-store';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let search: CatalogueSearch;
beforeAll(async () => {
  db = await testDatabase();
  await asOwner(db, 'ANALYZE catalogue_words');
  search = new CatalogueSearch(db.source, await loadCatalogue(db.source));
});
afterAll(() => db.drop());

const find = (question: string, filters: Partial<SearchFilters> = {}): Promise<Found[]> =>
  search.find(question, { limit: 10, ...filters }, 'ru');
const codes = async (question: string, filters?: Partial<SearchFilters>): Promise<string[]> =>
  (await find(question, filters)).map((one) => `${one.type} ${one.code}`);

test.each([
  ['тёплая одежда', 'category relief-clothing'],
  ['теплая одежда', 'category relief-clothing'],
  ['тёплую одежду', 'category relief-clothing'],
  ['памперсы', 'item diapers-child'],
  ['nappies', 'item diapers-child'],
  ['дрова', 'item stove-fuel'],
  ['firewood', 'category relief-heating'],
  ['репетитор', 'category education-tutoring'],
  ['репетитор', 'skill tutoring'],
  ['абогреватель', 'item heater'],
  ['обогреватели', 'item heater'],
  ['обогр', 'item heater'],
  ['дрва', 'item stove-fuel'],
  ['тиливизор', 'item appliance-large'],
  ['fierwood', 'item stove-fuel'],
  ['каляска', 'item pram'],
  ['wheelchiar', 'item wheelchair'],
  ['ghjlernj', 'category relief-food-parcels'],
  ['тфззшуы', 'item diapers-child'],
  ['наводнение', 'category emergency-flood'],
  ['юрист', 'category civic-legal-aid'],
  ['корм для кошек', 'item pet-food'],
  ['плотник', 'skill carpentry'],
  ['зимние куртки', 'category relief-clothing'],
  ['тёплая одежда для детей', 'item clothes-child'],
  ['Молодёжь', 'sphere youth'],
  ['молодежь', 'sphere youth'],
  ['Тында', 'place tynda'],
])('%s → %s, among the first five', async (question, wanted) => {
  expect((await codes(question)).slice(0, 5)).toContain(wanted);
});

test.each([
  ['Обогреватели и тепловые пушки', 'item heater'],
  ['Продуктовые наборы', 'category relief-food-parcels'],
  ['Menstrual products', 'item hygiene-women'],
  ['Бухгалтерия', 'skill accounting'],
])('a whole name comes first: %s', async (name, wanted) => {
  expect((await codes(name))[0]).toBe(wanted);
});

test('the better fit stands before the worse: name, synonym, beginning, similar', async () => {
  const scores = (await find('уборка', { limit: 50 })).map((one) => one.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect((await find('уборка'))[0]).toMatchObject({ type: 'skill', code: 'cleaning', matched: 'Уборка' });
});

test('the answer says by which words it was found, in the language of the reader', async () => {
  const [diapers] = await search.find('pampers', { limit: 1 }, 'en');
  expect(diapers).toMatchObject({
    type: 'item',
    code: 'diapers-child',
    name: "Children's nappies",
    category: 'family-newborn',
    sphere: 'family',
    matched: 'pampers',
  });
});

test('types and kinds narrow it', async () => {
  expect((await find('собака', { types: ['skill'] })).every((one) => one.type === 'skill')).toBe(true);
  expect(await codes('дрова', { kind: 'time' })).not.toContain('item stove-fuel');
  expect(await codes('дрова', { kind: 'goods' })).toContain('item stove-fuel');
  expect(await codes('юрист', { types: ['category'], kind: 'goods' })).not.toContain('category civic-legal-aid');
});

test.each(['', '   ', '!!!', '—', "' OR 1=1 --", '%', '_', '\\', 'a'.repeat(100), ':* & |', '<->', '🔥'])(
  'nonsense finds nothing or something, and never fails: %j',
  async (question) => {
    expect(Array.isArray(await find(question))).toBe(true);
  },
);

test('letters without sense find nothing', async () => {
  expect(await codes('щщщыыъъ')).toEqual([]);
});

test('both questions are answered from the indexes', async () => {
  const runner = db.source.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SET LOCAL enable_seqscan = off'); // as the functions have it
  const bodies: { proname: string; prosrc: string; proconfig: string[] }[] = await runner.query(
    `SELECT proname, prosrc, proconfig FROM pg_proc WHERE proname LIKE 'catalogue_words_%' ORDER BY proname`,
  );
  expect(bodies.map((body) => body.proconfig)).toEqual([['enable_seqscan=off'], ['enable_seqscan=off']]);
  const plans: string[] = [];
  for (const { prosrc } of bodies) {
    const sql = prosrc
      .replaceAll('plain_text', `'абогреватель'`)
      .replaceAll('every_word', `'абогреватель:*'`)
      .replaceAll('some_word', `'абогреватель'`);
    plans.push(
      ((await runner.query(`EXPLAIN ${sql}`)) as Record<string, string>[]).map((row) => row['QUERY PLAN']).join('\n'),
    );
  }
  await runner.rollbackTransaction();
  await runner.release();
  expect(plans[0]).toMatch(/Bitmap Index Scan on catalogue_words_trgm/);
  expect(plans[1]).toMatch(/Bitmap Index Scan on catalogue_words_stems/);
  expect(plans[1]).toMatch(/catalogue_words_prefix/);
  expect(plans.join()).not.toMatch(/Seq Scan/);
});

test('what a list of needs is filtered by: the items and categories that are meant, a sphere by its whole name', async () => {
  expect(await search.meant('памперсы')).toMatchObject({ categories: ['family-newborn'], items: ['diapers-child'] });
  expect((await search.meant('экология')).categories).toEqual(
    expect.arrayContaining(['nature-cleanup', 'nature-trees']),
  );
  expect((await search.meant('абогреватель')).items).toEqual(['heater']);
  expect(await search.meant('щщщыыъъ')).toEqual({ categories: [], items: [], fits: false });
});
