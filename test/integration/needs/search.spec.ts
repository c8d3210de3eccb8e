import { CatalogueSearch } from '#catalogue-store';
import { needsPageSql } from '#needs';
import { openDesk, type Desk } from './fixture.js';
import { asOwner } from '../../support/database.js';

let desk: Desk;
const ids: Record<string, string> = {};
beforeAll(async () => {
  desk = await openDesk();
  ids.heaters = await desk.openNeed({ title: 'Обогреватели для посёлка' });
  ids.nappies = await desk.openNeed({
    category: 'family-newborn',
    item: 'diapers-child',
    title: 'Подгузники для двойни',
    unit: 'pack',
    quantity: '10',
  });
  ids.clothes = await desk.openNeed({
    category: 'relief-clothing',
    item: 'clothes-adult',
    title: 'Зимние куртки для погорельцев',
    quantity: '30',
  });
  ids.refuge = await desk.openNeed({
    category: 'relief-violence',
    item: null,
    title: 'Комплекты для Марьиной рощи',
    quantity: '5',
    unit: 'pcs',
  });
  ids.sofa = await desk.openNeed({ item: 'furniture', title: 'Диваны в общежитие', quantity: '2' });
  ids.hands = await desk.openNeed({
    kind: 'time',
    item: null,
    title: 'Разнести вещи по домам',
    quantity: '20',
    unit: 'hour',
  });
  ids.english = await desk.openNeed({
    category: 'ngo-equipment',
    item: 'computer',
    title: 'Laptops for volunteers',
    quantity: '3',
  });
});
afterAll(() => desk.db.drop());

const found = async (q: string, who: Desk['donor'] | null = null, more: object = {}): Promise<string[]> => {
  const page = await desk.reads.page(who, { q, ...more }, 20, null, 'ru');
  return page.items.map((item) => Object.entries(ids).find(([, id]) => id === item.id)?.[0] ?? '?').sort();
};

test.each([
  ['обогревателей', ['heaters']],
  ['обогр', ['heaters']],
  ['ПОСЕЛОК', ['heaters']],
  ['посёлку', ['heaters']],
  ['абогреватели', ['heaters']],
  ['памперсы', ['nappies']],
  ['nappies', ['nappies']],
  ['тёплая одежда', ['clothes']],
  ['куртка', ['clothes']],
  ['погорельцы куртки', ['clothes']],
  ['мебель', ['sofa']],
  ['laptop', ['english']],
  ['ноутбук', ['english']],
  ['космолёт', []],
  ['%', []],
  ['!!!', []],
])('%s finds %j', async (q, wanted) => {
  expect(await found(q)).toEqual(wanted);
});

test('a hidden title is not found by its words, not even by likeness; its public name is', async () => {
  for (const q of ['Марьиной рощи', 'марьина', 'Комплекты для Марьиной рощи', 'марьиной рошщи'])
    expect(await found(q)).toEqual([]);
  expect(await found('домашнее насилие')).toEqual(['refuge']);
  expect(await found('Марьиной', desk.coordinator, { organization: desk.organization })).toEqual(['refuge']);
});

test('words go together with the other filters and with pages', async () => {
  expect(await found('куртка', null, { category: 'relief-household' })).toEqual([]);
  const first = await desk.reads.page(null, { q: 'посёлок куртки' }, 1, null, 'ru');
  expect(first.items.length).toBeLessThanOrEqual(1);
  const all = await desk.reads.page(null, { q: 'одежда' }, 20, null, 'ru');
  const page = await desk.reads.page(null, { q: 'одежда' }, 1, null, 'ru');
  const rest = page.next ? await desk.reads.page(null, { q: 'одежда' }, 20, page.next, 'ru') : { items: [] };
  expect([...page.items, ...rest.items].map((item) => item.id)).toEqual(all.items.map((item) => item.id));
});

test('with thousands of needs the words are looked up in indexes', async () => {
  await desk.source.query(
    `INSERT INTO needs (id, organization_id, status, kind, category, item, title, description, unit, base_unit, min_amount, place, deadline, urgency, auto_accept, via, created_by, created_at, updated_at, opened_at, fresh_until)
     SELECT gen_random_uuid(), $1, 'open', 'goods', ($3::text[])[1 + n % 130], CASE WHEN n % 2 = 0 THEN ($4::text[])[1 + n % 71] END, 'Нужда ' || md5(n::text), 'Описание нужды', 'pcs', 'pcs', 1, 'zeya', now() + interval '90 days', 3, false, 'import', $2,
       now() - n * interval '1 minute', now(), now() - n * interval '1 minute', now() + interval '60 days' FROM generate_series(1, 20000) n`,
    [
      desk.organization,
      desk.coordinator.personId,
      desk.catalogue.categories.map((category) => category.code),
      desk.catalogue.goods.map((item) => item.code),
    ],
  );
  await asOwner(desk.db, 'VACUUM ANALYZE needs');
  const search = new CatalogueSearch(desk.source, desk.catalogue);
  for (const q of ['обогреватели', 'нужные слова', 'памперсы']) {
    const { sql, params } = needsPageSql(desk.catalogue, null, { q }, 21, null, await search.meant(q));
    const plan = ((await desk.source.query(`EXPLAIN ${sql}`, params)) as Record<string, string>[])
      .map((row) => row['QUERY PLAN'])
      .join('\n');
    expect(plan).toMatch(/Index/);
    expect(plan).not.toMatch(/Seq Scan/);
    const [
      {
        'QUERY PLAN': [run],
      },
    ] = (await desk.source.query(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${sql}`, params)) as [
      { 'QUERY PLAN': [{ Plan: Record<string, number> }] },
    ];
    expect((run.Plan['Shared Hit Blocks'] ?? 0) + (run.Plan['Shared Read Blocks'] ?? 0)).toBeLessThan(400); // a clock would measure what else the machine does
  }
});
