import { Catalogue, readDataFiles } from '#catalogue';
import { loadCatalogue } from '#catalogue-store';
import { catalogueChecks, CatalogueWatch, seedCatalogue, seedFrom } from '#catalogue-store';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { Region } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let second: TestApi;
let region: Region;
let administrator: Caller;
beforeAll(async () => {
  db = await testDatabase();
  [api, second] = [await startApi(db), await startApi(db)];
  region = await Region.of(api, db.source);
  administrator = await api.person('administrator');
});
afterAll(async () => {
  for (const check of catalogueChecks)
    expect([check.sentence, await db.source.query(check.sql)]).toEqual([check.sentence, []]);
  await api?.close();
  await second?.close();
  await db?.drop();
});

const at = (type: string, code: string): string => `/admin/catalogue/${type}/${code}`;
async function changed(type: string, code: string, form: object, who = administrator): Promise<Answer> {
  const etag = (await who.get(at(type, code))).headers.get('etag');
  return who.patch(at(type, code), form, { 'if-match': etag });
}
const retired = async (type: string, code: string, form: object = {}): Promise<Answer> =>
  administrator.post(`${at(type, code)}/retire`, form, {
    'if-match': (await administrator.get(at(type, code))).headers.get('etag'),
  });
/** What the other process says of the same address, once it says this; it was told by the database. */
async function elsewhere(path: string, said: (body: Answer['body']) => boolean): Promise<void> {
  for (const until = Date.now() + 60_000; !said((await second.visitor().get(path)).body);) {
    if (Date.now() > until) throw new Error(`the other process never heard of it: ${path}`);
    await new Promise((soon) => setTimeout(soon, 20));
  }
}

test('a word is added: the search of every process finds the entry by it at once, and the history says who, when and why', async () => {
  const before = await api.visitor().get('/categories?limit=1');
  expect(
    (
      await api
        .visitor()
        .get(
          '/catalogue/search?q=%D1%82%D0%BE%D0%BF%D0%BB%D0%B8%D0%B2%D0%BD%D1%8B%D0%B5%20%D0%B1%D1%80%D0%B8%D0%BA%D0%B5%D1%82%D1%8B&types=category',
        )
    ).body.items.map((one: { code: string }) => one.code),
  ).not.toContain('relief-heating');
  const { synonyms } = (await administrator.get(at('category', 'relief-heating'))).body;
  const answer = await changed('category', 'relief-heating', {
    nameRu: 'Дрова, уголь, печи',
    synonyms: { ru: [...synonyms.ru.slice(1), 'топливные брикеты'], en: synonyms.en },
    reason: 'Так ищут',
  });
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"v2"']);
  expect(answer.body).toMatchObject({
    version: 2,
    nameRu: 'Дрова, уголь, печи',
    can: ['change', 'retire'],
    history: [
      {
        version: 2,
        action: 'change',
        reason: 'Так ищут',
        before: { nameRu: 'Дрова, уголь и ремонт печей' },
        after: { nameRu: 'Дрова, уголь, печи' },
        wordsAdded: { ru: ['топливные брикеты'] },
        wordsRemoved: { ru: [synonyms.ru[0]] },
        person: { id: administrator.personId },
      },
    ],
  });
  await elsewhere('/categories/relief-heating', (body) => body.nameRu === 'Дрова, уголь, печи');
  expect(
    (
      await second
        .visitor()
        .get(
          '/catalogue/search?q=%D1%82%D0%BE%D0%BF%D0%BB%D0%B8%D0%B2%D0%BD%D1%8B%D0%B5%20%D0%B1%D1%80%D0%B8%D0%BA%D0%B5%D1%82%D1%8B',
        )
    ).body.items[0],
  ).toMatchObject({ code: 'relief-heating', matched: 'топливные брикеты' });
  expect((await api.visitor().get('/categories?limit=1', { 'if-none-match': before.headers.get('etag') })).status).toBe(
    200,
  );
  expect(
    await db.source.query(`SELECT action, subject_id, reason FROM audit_log WHERE subject_type = 'catalogue-category'`),
  ).toEqual([{ action: 'catalogue.change', subject_id: 'relief-heating', reason: 'Так ищут' }]);
});

test('who saw an older version, or says nothing new, is told so', async () => {
  expect(
    (await administrator.patch(at('category', 'relief-heating'), { nameRu: 'Другое' }, { 'if-match': '"v1"' })).body
      .code,
  ).toBe('catalogue.stale');
  expect((await administrator.patch(at('category', 'relief-heating'), { nameRu: 'Другое' })).body.code).toBe(
    'http.if-match-missing',
  );
  expect((await changed('category', 'relief-heating', { nameRu: 'Дрова, уголь, печи' })).body.code).toBe(
    'catalogue.nothing-to-change',
  );
});

test('a unit in which something is asked cannot be taken away, and the answer says where it is used; another one can', async () => {
  await region.openNeed({ category: 'relief-heating', item: null, quantity: '3', unit: 'm3' });
  const { fields, uses } = (await administrator.get(at('category', 'relief-heating'))).body;
  expect(uses).toMatchObject({ needs: null, offers: 0, units: [{ unit: 'm3', needs: null, offers: 0 }] }); // one to four
  const other = fields.goodsUnits.find((unit: string) => unit !== 'm3');
  const refused = await changed('category', 'relief-heating', { goodsUnits: [other], defaultUnit: other });
  expect([refused.status, refused.body.code]).toEqual([409, 'catalogue.unit-in-use']);
  expect(refused.body.title + refused.body.detail).toContain('до 5 нужд и 0 вкладов');
  const more = await changed('category', 'relief-heating', { goodsUnits: ['m3', 'box'] });
  expect([more.status, more.body.fields.goodsUnits]).toEqual([200, ['m3', 'box']]);
});

test('an entry is added, chosen at once, and survives the next seed together with every other edit', async () => {
  const added = await administrator.post('/admin/catalogue/category', {
    code: 'relief-stoves',
    sphere: 'relief',
    nameRu: 'Печи-буржуйки',
    nameEn: 'Iron stoves',
    kinds: ['goods', 'money'],
    defaultKind: 'goods',
    defaultUnit: 'pcs',
    goodsUnits: ['pcs'],
    outcomeUnit: 'household',
    synonyms: { ru: ['буржуйка'], en: [] },
  });
  expect([added.status, added.body.version, added.body.history[0]?.action]).toEqual([201, 2, 'add']);
  expect(
    (
      await region.donor.post('/offers', {
        kind: 'goods',
        category: 'relief-stoves',
        quantity: '2',
        unit: 'pcs',
        place: 'zeya',
        radiusKm: 100,
        until: new Date(Date.now() + 9e8).toISOString(),
      })
    ).status,
  ).toBe(201);
  expect(
    (
      await administrator.post('/admin/catalogue/category', {
        code: 'relief-stoves',
        sphere: 'relief',
        nameRu: 'Ещё',
        nameEn: 'Again',
        kinds: ['money'],
        defaultKind: 'money',
        defaultUnit: 'rub',
        outcomeUnit: 'household',
      })
    ).body.errors,
  ).toMatchObject([{ field: 'code', code: 'catalogue.code-taken' }]);
  expect(await seedCatalogue(db.ownerUrl)).toBe(false); // the shipped files are those of before
  const shipped = await readDataFiles();
  const newer = { ...shipped, spheres: shipped.spheres.replace('Молодёжь\tYouth', 'Молодые люди\tYoung people') };
  const owner = await db.owner();
  expect(await owner.transaction((tx) => seedFrom(tx, newer))).toBe(true);
  expect(await owner.transaction((tx) => seedFrom(tx, newer))).toBe(false);
  const catalogue = await loadCatalogue(db.source);
  expect([
    catalogue.category('relief-heating')?.nameRu,
    catalogue.category('relief-heating')?.goodsUnits,
    catalogue.category('relief-stoves')?.retiredAt,
    catalogue.sphere('youth')?.nameRu,
  ]).toEqual(['Дрова, уголь, печи', ['m3', 'box'], null, 'Молодые люди']);
  expect(
    await db.source.query(
      `SELECT words FROM catalogue_words WHERE NOT is_name AND (words = 'буржуйка' OR words = 'топливные брикеты') ORDER BY words`,
    ),
  ).toEqual([{ words: 'буржуйка' }, { words: 'топливные брикеты' }]);
});

test('retired with a successor it is chosen no more, stays where it stood, and comes back when it is restored', async () => {
  const monthly = await region.donor.post('/standing-offers', {
    kind: 'goods',
    category: 'relief-stoves',
    quantity: '1',
    unit: 'pcs',
    place: 'zeya',
    radiusKm: 100,
    frequency: 'monthly',
    firstOn: new Date(Date.now() + 2 * 864e5).toISOString().slice(0, 10),
  });
  expect(monthly.status).toBe(201);
  expect((await retired('category', 'relief-stoves')).body.code).toBe('catalogue.successor-needed');
  expect((await retired('category', 'relief-stoves', { successor: 'relief-stoves' })).body.errors).toMatchObject([
    { field: 'successor', code: 'catalogue.successor-does-not-fit' },
  ]);
  expect((await retired('category', 'relief-stoves', { successor: 'relief-heating' })).body.errors).toMatchObject([
    { field: 'successor', code: 'catalogue.successor-does-not-fit' },
  ]); // the standing offer is in pieces
  expect((await changed('category', 'relief-heating', { goodsUnits: ['m3', 'box', 'pcs'] })).status).toBe(200);
  const done = await retired('category', 'relief-stoves', { successor: 'relief-heating', reason: 'Объединили' });
  expect([done.status, done.body.successor, done.body.can]).toEqual([200, 'relief-heating', ['change', 'restore']]);
  expect(
    (
      await region.donor.post('/offers', {
        kind: 'goods',
        category: 'relief-stoves',
        quantity: '2',
        unit: 'pcs',
        place: 'zeya',
        until: new Date(Date.now() + 9e8).toISOString(),
      })
    ).body.errors,
  ).toMatchObject([{ field: 'category', code: 'catalogue.retired' }]);
  expect(api.app.get(Catalogue).present('relief-stoves')).toBe('relief-heating');
  // Lists to choose from leave it out; the person who names what old rows say gets it with them.
  const listed = async (more: string): Promise<unknown> =>
    (await api.visitor().get(`/categories?limit=200${more}`)).body.items.find(
      (one: { code: string }) => one.code === 'relief-stoves',
    );
  expect([await listed(''), await listed('&retired=with')]).toEqual([
    undefined,
    expect.objectContaining({ retired: true, nameEn: expect.any(String) }),
  ]);
  const owner = await db.owner();
  await owner.transaction(async (tx) => seedFrom(tx, await readDataFiles()));
  expect((await loadCatalogue(db.source)).category('relief-stoves')).toMatchObject({
    successor: 'relief-heating',
    retiredAt: expect.any(Date),
  });
  await api.app.get(CatalogueWatch).look();
  const etag = (await administrator.get(at('category', 'relief-stoves'))).headers.get('etag');
  const back = await administrator.post(`${at('category', 'relief-stoves')}/restore`, {}, { 'if-match': etag });
  expect([back.status, back.body.successor, back.body.retiredAt]).toEqual([200, null, null]);
});

test('a sphere that a standing offer names needs a successor; its uses are counted', async () => {
  expect(
    (
      await administrator.post('/admin/catalogue/sphere', {
        code: 'rescue',
        nameRu: 'Спасение',
        nameEn: 'Rescue',
        hintRu: 'О спасении',
      })
    ).status,
  ).toBe(201);
  const monthly = await region.donor.post('/standing-offers', {
    kind: 'money',
    category: 'rescue',
    quantity: '100',
    unit: 'rub',
    frequency: 'monthly',
    firstOn: new Date(Date.now() + 2 * 864e5).toISOString().slice(0, 10),
  });
  expect(monthly.status).toBe(201);
  expect((await administrator.get(at('sphere', 'rescue'))).body.uses).toMatchObject({
    offers: 0,
    standingOffers: null,
  }); // one to four
  expect((await retired('sphere', 'rescue')).body.code).toBe('catalogue.successor-needed');
  expect((await retired('sphere', 'rescue', { successor: 'relief' })).status).toBe(200);
});

test('many editors at once wait for one another, and nobody for a connection that never comes', async () => {
  const added = await Promise.all(
    Array.from({ length: 24 }, (_, number) =>
      administrator.post('/admin/catalogue/skill', {
        code: `rush-${number}`,
        nameRu: `Навык ${number}`,
        nameEn: `Skill ${number}`,
        group: 'practical',
      }),
    ),
  );
  expect(new Set(added.map(({ status }) => status))).toEqual(new Set([201]));
  expect(api.app.get(Catalogue).skill('rush-23')).toBeDefined();
});

test.each([
  ['a sphere with categories', 'sphere', 'relief', 'catalogue.still-named'],
  ['a category with items', 'category', 'relief-household', 'catalogue.still-named'],
  ['a unit that categories name', 'unit', 'pcs', 'catalogue.still-named'],
])('what others stand on is not retired: %s', async (_name, type, code, refusal) => {
  expect((await retired(type, code)).body.code).toBe(refusal);
});

test.each<[string, string, string, object, string, string]>([
  ['a kind of help taken away', 'category', 'relief-household', { kinds: ['money'] }, 'kinds', 'catalogue.kind-stays'],
  [
    'a category of goods without units',
    'category',
    'relief-household',
    { goodsUnits: [] },
    'goodsUnits',
    'catalogue.unit-missing',
  ],
  ['a unit that nobody knows', 'item', 'heater', { otherUnits: ['barrel'] }, 'otherUnits', 'form.not-in-list'],
  ['what a unit counts', 'unit', 'kg', { basePerUnit: 900 }, 'basePerUnit', 'form.unknown-field'],
  ['a field of another sort', 'skill', 'loading', { hintRu: 'Тяжело' }, 'hintRu', 'form.unknown-field'],
  [
    'synonyms of what is not searched',
    'group',
    'orphans',
    { synonyms: { ru: ['сироты'], en: [] } },
    'synonyms',
    'form.unknown-field',
  ],
])('refused with its field: %s', async (_name, type, code, form, field, error) => {
  const answer = await changed(type, code, form);
  expect([answer.status, answer.body.errors]).toEqual([
    422,
    expect.arrayContaining([expect.objectContaining({ field, code: error })]),
  ]);
});

test('the running role can add and rename, and cannot change what a code means or delete anything', async () => {
  for (const sql of [
    `UPDATE units SET base_per_unit = 900 WHERE code = 'kg'`,
    `UPDATE categories SET sphere = 'youth'`,
    `DELETE FROM categories`,
    `UPDATE catalogue_edits SET reason = ''`,
    `DELETE FROM catalogue_edits`,
    `UPDATE places SET name_ru = ''`,
  ]) {
    await expect(db.source.query(sql)).rejects.toThrow(/permission denied/);
  }
});

test('every sort of entry can be added, changed and read', async () => {
  const forms: Record<string, object> = {
    sphere: { nameRu: 'Новая сфера', nameEn: 'New sphere', hintRu: 'О новом' },
    item: {
      nameRu: 'Буржуйка',
      nameEn: 'Iron stove',
      category: 'relief-household',
      defaultUnit: 'pcs',
      otherUnits: ['set'],
    },
    unit: {
      nameRu: 'мешок',
      nameEn: 'sack',
      symbolRu: 'меш',
      symbolEn: 'sack',
      ruOne: 'мешок',
      ruFew: 'мешка',
      ruMany: 'мешков',
      dimension: 'count',
      base: 'new-unit',
      basePerUnit: 1,
    },
    skill: { nameRu: 'Печник', nameEn: 'Stove fitter', group: 'practical' },
    group: { nameRu: 'Погорельцы', nameEn: 'People after a fire' },
  };
  for (const [type, form] of Object.entries(forms)) {
    const code = `new-${type}`;
    const added = await administrator.post(`/admin/catalogue/${type}`, { code, ...form });
    expect([type, added.status, added.body.errors]).toEqual([type, 201, undefined]);
    expect([type, (await changed(type, code, { nameRu: 'Иначе' })).body.nameRu]).toEqual([type, 'Иначе']);
    expect(
      (await administrator.get(`/admin/catalogue/${type}`)).body.items.some(
        (entry: { code: string }) => entry.code === code,
      ),
    ).toBe(true);
  }
});

test('words that found nothing are counted without who asked, and offered to the editor until the catalogue has them', async () => {
  const look = async (q: string, more = ''): Promise<number> =>
    (await api.visitor().get(`/needs?q=${encodeURIComponent(q)}${more}`)).status;
  for (let i = 0; i < 6; i += 1) expect(await look(i % 2 ? 'Жёлтые шнурки' : '«желтые шнурки»')).toBe(200);
  for (const [q, times] of [
    ['пряжки', 4],
    ['8 914 000 00 00 пряжки', 6],
    ['обогреватель', 6],
  ] as const)
    for (let i = 0; i < times; i += 1) await look(q);
  const offered = async (): Promise<unknown> => (await administrator.get('/admin/vain-searches')).body.items;
  expect(await offered()).toEqual([{ words: 'желтые шнурки', times: 6 }]);
  expect(await db.source.query('SELECT words, times FROM vain_searches ORDER BY words')).toEqual([
    { words: 'желтые шнурки', times: 6 },
    { words: 'пряжки', times: 4 },
  ]);
  const { synonyms } = (await administrator.get(at('category', 'relief-hygiene'))).body;
  expect(
    await changed('category', 'relief-hygiene', { synonyms: { ...synonyms, ru: [...synonyms.ru, 'жёлтые шнурки'] } }),
  ).toMatchObject({ status: 200 });
  expect(await offered()).toEqual([]);
});

test('a day keeps so many words and no more, but goes on counting those it has', async () => {
  await db.source.query(
    `INSERT INTO vain_searches (day, words, times) SELECT now()::date, 'слово ' || translate(n::text, '0123456789', 'абвгдежзик'), 1 FROM generate_series(1, 1000) n`,
  );
  for (const q of ['пряжки', 'застёжки']) await api.visitor().get(`/needs?q=${encodeURIComponent(q)}`);
  expect(await db.source.query(`SELECT words, times FROM vain_searches WHERE words IN ('пряжки', 'застежки')`)).toEqual(
    [{ words: 'пряжки', times: 5 }],
  );
});
