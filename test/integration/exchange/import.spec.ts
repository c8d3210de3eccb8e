import { readFileSync } from 'node:fs';
import { allRefused } from '#exchange';
import { rejectedSentence, RowRejected } from '#tables';
import { Clock } from '#kernel';
import { Ledger, verifyLedger } from '#ledger';
import { ReviewOpening } from '#moderation';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { organizationChecks } from '#organizations';
import { openImportDesk, type ImportDesk } from './fixture.js';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk.close());

const NEEDS = 'id;organization;kind;category;item;quantity;unit;min_quantity;place;deadline;urgency;beneficiaries';
const soon = new Date(Date.now() + 30 * 86_400_000).toISOString();
const count = async (sql: string, params: unknown[] = []): Promise<number> =>
  ((await desk.db.source.query(sql, params)) as { n: number }[])[0]?.n ?? -1;

test('generated files come in whole, the books balance, and a second run changes nothing', async () => {
  const files = await desk.generated(2500, 3);
  const first = await desk.run(files);
  expect(first).toMatchObject({
    offers: { rows: 2500, made: 2500, known: 0 },
    needs: { rows: 2500, made: 2500, known: 0 },
    rejected: 0,
  });
  const verdict = await verifyLedger(desk.db.source, { more: [...needChecks, ...offerChecks, ...organizationChecks] });
  expect(verdict.alarms).toEqual([]);
  expect(verdict.transfers).toBe(2500);
  expect(await count('SELECT count(*) AS n FROM proposal_backlog')).toBe(2500);

  const again = await desk.run(files);
  expect(again).toMatchObject({ offers: { made: 0, known: 2500 }, needs: { made: 0, known: 2500 }, organizations: 0 });
  expect(await count('SELECT count(*) AS n FROM transfers')).toBe(2500);
});

test('a batch leaves one fact, and its ids are all there', async () => {
  const facts: { type: string; ids: number }[] = await desk.db.source.query(
    `SELECT type, sum(jsonb_array_length(coalesce(payload->'needIds', payload->'offerIds', '[]')))::int AS ids FROM facts WHERE type IN ('need.imported', 'offer.imported') GROUP BY type ORDER BY type`,
  );
  // What a moderator is to look at first (medical goods, fuel, very much) has a fact of its own and is in no plan.
  const inReview = await count(
    `SELECT count(*) AS n FROM facts f JOIN offers o ON o.id = (f.payload ->> 'offerId')::uuid WHERE f.type = 'offer.submitted' AND o.status = 'in_review' AND o.review_reasons <> '{}'`,
  );
  expect(inReview).toBeGreaterThan(0);
  expect(inReview).toBeLessThan(50);
  expect(facts).toEqual([
    { type: 'need.imported', ids: 2500 },
    { type: 'offer.imported', ids: 2500 - inReview },
  ]);
  expect(await count(`SELECT count(*) AS n FROM facts WHERE type = 'need.imported'`)).toBe(3);
});

test('boxes of a file are given whole, loose goods in any part', async () => {
  const offers = desk.file(
    'boxes.csv',
    [
      'id;kind;category;item;quantity;unit;each_quantity;each_unit;min_lot;place;until;best_before',
      `box-1;goods;relief-food-parcels;food-dry;4;box;5;kg;;zeya;${soon};${soon.slice(0, 10)}`,
      `box-2;goods;relief-food-parcels;food-dry;20;kg;;;;zeya;${soon};${soon.slice(0, 10)}`,
    ].join('\n'),
  );
  expect(await desk.run({ offers })).toMatchObject({ offers: { made: 2 }, firstRejected: [] });
  expect(
    await desk.db.source.query(
      `SELECT step > 1 AND step = each_amount AS whole, step FROM offers WHERE external_id LIKE 'box-%' ORDER BY external_id`,
    ),
  ).toMatchObject([{ whole: true }, { step: 1 }]);
});

test('amounts, places and organizations are read as the API would read them; wrong rows are listed with line, column, code and sentence', async () => {
  const needs = desk.file(
    'needs.csv',
    `\ufeff${[
      NEEDS,
      `a-1;тос «Рядом»;goods;relief-household;heater;40;pcs;10;zeya;${soon};4;12`,
      `a-2;тос «Рядом»;money;relief-household;;1500.50;rub;;zeya;${soon};4;`,
      `a-3;тос «Рядом»;money;relief-household;;150050;;;zeya;${soon};4;`,
      `a-4;тос «Рядом»;time;relief-household;;;hour;;zeya;${soon};9;`,
      `a-5;тос «Рядом»;goods;no-such;heater;40;pcs;;zeya;${soon};4;`,
      `a-6;тос «Рядом»;goods;relief-household;heater;40;pcs;50;zeya;2020-01-01;4;`,
      `a-1;тос «Рядом»;goods;relief-household;heater;40;pcs;;zeya;${soon};4;`,
      `a-7;тос «Рядом»;goods`,
    ].join('\r\n')}`,
  );
  const offers = desk.file(
    'offers.csv',
    [
      'id,kind,quantity,unit,radius_km,lat,lon,prefers,colour',
      'b-1,money,10,rub,25,53.74,127.26,тос «Рядом»,red',
      'b-2,money,10,rub,25,,,,',
      'b-3,money,10,rub,,10,10,,',
      'b-4,money,10,rub,,,,nobody,',
    ].join('\n'),
  );
  const rejected = desk.file('rejected.csv', '');
  const unknown: string[] = [];
  const report = await desk.run({
    needs,
    offers,
    rejected,
    warn: (table, column) => unknown.push(`${table}.${column}`),
  });
  expect(report).toMatchObject({
    needs: { rows: 8, made: 3 },
    offers: { rows: 4, made: 1 },
    organizations: 1,
    rejected: 8,
  });
  expect(unknown).toEqual(['offers.colour']);

  const lines = readFileSync(rejected, 'utf8').trim().split('\n');
  const found = lines.slice(1).map((line) => line.split(',').slice(0, 4).join(' '));
  expect(found).toEqual([
    'needs 5 quantity form.required',
    'needs 5 urgency form.too-large',
    'needs 6 category catalogue.unknown-category',
    'needs 7 deadline need.deadline-in-past',
    'needs 7 min_quantity need.minimum-above-quantity',
    'needs 8 id exchange.duplicate-id',
    'needs 9  exchange.wrong-width',
    'offers 3 radius_km offer.radius-needs-place',
    'offers 4 lat exchange.far-from-places',
    'offers 5 prefers form.not-in-list',
  ]);
  expect(lines.every((line) => /[а-яё]/i.test(line) || line.startsWith('file,'))).toBe(true);

  const rows: { id: string; amount: number; min: number; place: string }[] = await desk.db.source.query(
    `SELECT n.external_id AS id, a.required AS amount, n.min_amount AS min, n.place FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id WHERE n.external_id LIKE 'a-%' ORDER BY 1`,
  );
  expect(rows).toEqual([
    { id: 'a-1', amount: 40, min: 10, place: 'zeya' },
    { id: 'a-2', amount: 150_050, min: 1, place: 'zeya' },
    { id: 'a-3', amount: 150_050, min: 1, place: 'zeya' },
  ]);
  const [offer]: { place: string; prefers: string[]; organization: string }[] = await desk.db.source.query(
    `SELECT o.place, o.prefers, (SELECT organization_id FROM needs WHERE external_id = 'a-1') AS organization FROM offers o WHERE external_id = 'b-1'`,
  );
  expect(offer).toMatchObject({ place: 'zeya', prefers: [offer?.organization] });
});

test('an offer of a file is bound to needs and organizations of the file, and says how it keeps', async () => {
  const needs = desk.file(
    'bound-needs.csv',
    [`${NEEDS};cold_chain`, `f-1;org-f;goods;relief-food-parcels;food-dairy-meat;40;kg;;zeya;${soon};4;;yes`].join(
      '\n',
    ),
  );
  const offers = desk.file(
    'bound-offers.csv',
    [
      'id,kind,category,item,quantity,unit,place,only,best_before,cold_chain,size,season,condition',
      'g-1,goods,relief-food-parcels,food-dairy-meat,10,kg,zeya,f-1|org-f|tynda,2030-05-01,yes,,,',
      'g-2,goods,relief-food-parcels,food-dairy-meat,10,kg,zeya,narnia,,,,,',
      'g-3,goods,,shoes,2,pair,zeya,,,,38|40,Зимнее,ношеное',
    ].join('\n'),
  );
  expect(await desk.run({ needs, offers, strict: false, meanings: desk.meanings })).toMatchObject({
    needs: { made: 1 },
    offers: { made: 2 },
    rejected: 1,
  });
  const [offer]: { only: string[]; best: Date; cold: boolean; need: string; organization: string; keeps: boolean }[] =
    await desk.db.source.query(
      `SELECT o.bound_to AS "only", o.best_before AS best, o.cold_chain AS cold, n.id AS need, n.organization_id AS organization, n.cold_chain AS keeps FROM offers o, needs n WHERE o.external_id = 'g-1' AND n.external_id = 'f-1'`,
    );
  expect(offer).toMatchObject({
    only: [offer?.need, offer?.organization, 'tynda'],
    best: new Date('2030-05-01T23:59:59.999Z'),
    cold: true,
    keeps: true,
  });
});

test('sizes, season and condition of a file are those of the offer', async () => {
  expect(await desk.db.source.query(`SELECT attributes FROM offers WHERE external_id = 'g-3'`)).toEqual([
    { attributes: { sizes: ['38', '40'], season: 'winter', condition: 'worn' } },
  ]);
});

test('strict: the first wrong row ends the run, and nothing was written', async () => {
  const needs = desk.file(
    'strict.csv',
    [
      NEEDS,
      `c-1;org-c;money;relief-household;;10;rub;;zeya;${soon};4;`,
      `c-2;org-c;money;relief-household;;ten;rub;;zeya;${soon};4;`,
    ].join('\n'),
  );
  await expect(desk.run({ needs, strict: true })).rejects.toThrow(RowRejected);
  expect(await count(`SELECT count(*) AS n FROM needs WHERE external_id LIKE 'c-%'`)).toBe(0);
  expect(await count(`SELECT count(*) AS n FROM organizations WHERE name LIKE '%org-c'`)).toBe(0);
});

test('a table as Excel writes it in Russian: UTF-16, tabs, figures with spaces, names and units in words, headings too', async () => {
  const deadline = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('.');
  const rows = [
    [
      'номер',
      'организация',
      'вид',
      'категория',
      'товар',
      'количество',
      'ед. изм.',
      'округ',
      'срок',
      'срочность',
      'название',
      'описание',
      'remote',
    ],
    [
      'r-1',
      'Дом',
      'вещи',
      'Продуктовые наборы',
      'Крупы, макароны, мука',
      '1 250,5',
      'кг',
      'Зея',
      deadline,
      '4',
      'Крупы на зиму',
      'Для 40 семей посёлка, делим по 30 кг.',
      'нет',
    ],
    ['r-2', 'Дом', 'деньги', 'продуктовый набор', '', '12 000', 'руб.', 'г. Тында', deadline, '3', '', '', ''],
    ['r-3', 'Дом', 'вещи', 'Продуктовые наборы', '', '5', 'бочка', 'Зея', deadline, '3', '', '', ''],
  ];
  const needs = desk.file(
    'excel.txt',
    Buffer.from(`\uFEFF${rows.map((row) => row.join('\t')).join('\r\n')}`, 'utf16le'),
  );
  const written: unknown[] = [];
  const report = await desk.run({ needs, meanings: desk.meanings, written: (_, how) => written.push(how) });
  expect(report).toMatchObject({
    needs: { rows: 3, made: 2 },
    rejected: 1,
    firstRejected: [{ line: 4, column: 'unit', value: 'бочка' }],
  });
  expect(rejectedSentence(report.firstRejected[0]!, 'excel.txt', 'ru')).toMatch(
    /^excel\.txt, строка 4, столбец unit, «бочка»: .+ Можно: .*units\.tsv\.$/,
  );
  expect(written).toEqual([{ encoding: 'utf-16le', delimiter: '\t' }]);
  expect(desk.meanings.sentences('ru', 100)).toEqual(
    expect.arrayContaining([
      'needs, столбец unit: «кг» понято как килограмм (kg), строк: 1',
      'needs, столбец place: «Зея» понято как Зея (zeya), строк: 2',
    ]),
  );
  const made: unknown[] = await desk.db.source.query(
    `SELECT n.external_id AS id, n.title, n.description, n.category, n.item, n.place, n.unit, a.required AS amount FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id WHERE n.external_id LIKE 'r-%' ORDER BY 1`,
  );
  expect(made).toEqual([
    {
      id: 'r-1',
      title: 'Крупы на зиму',
      description: 'Для 40 семей посёлка, делим по 30 кг.',
      category: 'relief-food-parcels',
      item: 'food-dry',
      place: 'zeya',
      unit: 'kg',
      amount: 1_250_500,
    },
    {
      id: 'r-2',
      title: 'Продуктовые наборы',
      description: 'Нужда из файла, номер в нём: r-2.',
      category: 'relief-food-parcels',
      item: null,
      place: 'tynda',
      unit: 'rub',
      amount: 1_200_000,
    },
  ]);
});

const ORGANIZATIONS = 'id;name;short_name;form;inn;ogrn;place;coordinator';
/** Invented, with right check digits. */
const [INN, OGRN] = ['2801000006', '1022800000002'];
/** What the worker does after an import. */
const openReviews = async (): Promise<void> => {
  const facts: { organizationId: string }[] = (
    await desk.db.source.query(`SELECT payload FROM facts WHERE type = 'organization.submitted' ORDER BY position`)
  ).map((row: { payload: unknown }) => row.payload);
  const opening = new ReviewOpening(new Clock(), new Ledger(desk.db.source));
  for (const { organizationId } of facts)
    await desk.db.source.transaction((tx) => opening.openOrganization(tx, organizationId));
};

test('imported organizations wait for the moderators, with the numbers of the file or with none, and their coordinator is invited once', async () => {
  const organizations = desk.file(
    'organizations.csv',
    [
      ORGANIZATIONS,
      `e-1;Благотворительный фонд «Опора»;Опора;БФ;${INN};${OGRN};zeya;olga@fund.example.org`,
      'e-2;Соседи Прогресса;;;;;progress;',
      `e-3;Фонд «Двойник»;Двойник;БФ;${INN};${OGRN};zeya;`,
      'e-4;Без адреса;;;;;progress;not an address',
      'e-5;ООО «Сбыт»;Сбыт;ООО;;;progress;',
    ].join('\n'),
  );
  const needs = desk.file(
    'e-needs.csv',
    [
      NEEDS,
      `e-n1;e-1;money;relief-household;;10;rub;;zeya;${soon};4;`,
      `e-n2;e-9;money;relief-household;;10;rub;;zeya;${soon};4;`,
    ].join('\n'),
  );
  const rejected = desk.file('e-rejected.csv', '');
  expect(await desk.run({ organizations, needs, rejected })).toMatchObject({
    listed: { rows: 5, made: 2, known: 0 },
    needs: { made: 2 },
    organizations: 1,
    invited: 1,
    rejected: 3,
  });
  const lines = readFileSync(rejected, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 4).join(' '));
  expect(lines.sort()).toEqual([
    'organizations 4 inn exchange.duplicate-inn',
    'organizations 5 coordinator exchange.not-an-address',
    'organizations 6 inn form.required',
    'organizations 6 kpp form.required',
    'organizations 6 ogrn form.required',
  ]);

  await openReviews();
  const made: Record<string, unknown>[] = await desk.db.source.query(
    `SELECT o.external_id AS id, o.status, o.form, o.inn, o.verified_at AS verified, (SELECT count(*)::int FROM reviews r WHERE r.subject_type = 'organization' AND r.subject_id = o.id AND r.status = 'open') AS reviews
     FROM organizations o WHERE external_id LIKE 'e-%' ORDER BY external_id`,
  );
  expect(made).toEqual([
    { id: 'e-1', status: 'submitted', form: 'charity-foundation', inn: INN, verified: null, reviews: 1 },
    { id: 'e-2', status: 'submitted', form: 'informal', inn: null, verified: null, reviews: 1 },
    { id: 'e-9', status: 'submitted', form: 'informal', inn: null, verified: null, reviews: 1 },
  ]);
  expect(await count(`SELECT count(*) AS n FROM organizations WHERE inn LIKE '0000%'`)).toBe(0);

  const mails: { address: string; template: string }[] = await desk.db.source.query(
    `SELECT address, template FROM mails`,
  );
  expect(mails).toEqual([{ address: 'olga@fund.example.org', template: 'invitation' }]);
  expect(await desk.run({ organizations })).toMatchObject({ listed: { made: 0, known: 2 }, invited: 0 });
  expect(await count('SELECT count(*) AS n FROM mails')).toBe(1);
});

test('an organization that is here under the same INN is meant, whatever the file calls it', async () => {
  const organizations = desk.file(
    'same.csv',
    [ORGANIZATIONS, `other-name;БФ «Опора»;Опора;БФ;${INN};${OGRN};zeya;`].join('\n'),
  );
  expect(await desk.run({ organizations })).toMatchObject({ listed: { made: 0, known: 1 } });
  expect(await count(`SELECT count(*) AS n FROM organizations WHERE inn = $1`, [INN])).toBe(1);
});

test('needs and offers beside such a row mean that organization too, and nobody is made a second time', async () => {
  const organizations = desk.file(
    'third.csv',
    [ORGANIZATIONS, `third-name;БФ «Опора»;Опора;БФ;${INN};${OGRN};zeya;`].join('\n'),
  );
  const needs = desk.file(
    'third-needs.csv',
    [NEEDS, `h-1;third-name;money;relief-household;;10;rub;;zeya;${soon};4;`].join('\n'),
  );
  const offers = desk.file(
    'third-offers.csv',
    ['id,kind,quantity,unit,prefers,only', 'h-2,money,10,rub,third-name,third-name|h-1'].join('\n'),
  );
  const before = await count('SELECT count(*) AS n FROM organizations');
  expect(await desk.run({ organizations, needs, offers, strict: true })).toMatchObject({
    listed: { made: 0, known: 1 },
    needs: { made: 1 },
    offers: { made: 1 },
    organizations: 0,
    rejected: 0,
  });
  expect(await count('SELECT count(*) AS n FROM organizations')).toBe(before);
  const [made]: { organization: string; prefers: string[]; only: string[]; need: string; inn: string }[] =
    await desk.db.source.query(
      `SELECT n.organization_id AS organization, n.id AS need, g.inn, o.prefers, o.bound_to AS only FROM needs n JOIN organizations g ON g.id = n.organization_id, offers o WHERE n.external_id = 'h-1' AND o.external_id = 'h-2'`,
    );
  expect(made).toMatchObject({ inn: INN, prefers: [made?.organization], only: [made?.organization, made?.need] });
});

test('an organization that is here and suspended takes no needs', async () => {
  await desk.db.source.query(`UPDATE organizations SET status = 'suspended' WHERE name = 'Организация тос «Рядом»'`);
  const needs = desk.file(
    'suspended.csv',
    [NEEDS, `d-1;тос «Рядом»;money;relief-household;;10;rub;;zeya;${soon};4;`].join('\n'),
  );
  const report = await desk.run({ needs });
  expect(report).toMatchObject({ needs: { made: 0 }, rejected: 1 });
  expect([allRefused(report), allRefused({ ...report, needs: { rows: 0, made: 0, known: 0 } })]).toEqual([true, false]);
});

test.each([
  ['an empty file', '', 'exchange.empty-file'],
  ['a column that is missing', 'id,kind\n1,money\n', 'exchange.no-column'],
  ['a column that is there twice', 'id,kind,quantity,id\n', 'exchange.column-twice'],
  ['a quote that never ends', 'id,kind,quantity\n"1,money,2\n', 'exchange.not-csv'],
])('%s is refused as a whole', async (_, text, code) => {
  await expect(desk.run({ offers: desk.file('broken.csv', text) })).rejects.toMatchObject({ code });
});
