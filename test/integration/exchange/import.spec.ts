import { readFileSync } from 'node:fs';
import { RowRejected } from '#exchange';
import { verifyLedger } from '#ledger';
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
const count = async (sql: string, params: unknown[] = []): Promise<number> => ((await desk.db.source.query(sql, params)) as { n: number }[])[0]?.n ?? -1;

test('generated files come in whole, the books balance, and a second run changes nothing', async () => {
  const files = await desk.generated(2500, 3);
  const first = await desk.run(files);
  expect(first).toMatchObject({ offers: { rows: 2500, made: 2500, known: 0 }, needs: { rows: 2500, made: 2500, known: 0 }, rejected: 0 });
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
  const inReview = await count(`SELECT count(*) AS n FROM facts f JOIN offers o ON o.id = (f.payload ->> 'offerId')::uuid WHERE f.type = 'offer.submitted' AND o.status = 'in_review' AND o.review_reasons <> '{}'`);
  expect(inReview).toBeGreaterThan(0);
  expect(inReview).toBeLessThan(50);
  expect(facts).toEqual([{ type: 'need.imported', ids: 2500 }, { type: 'offer.imported', ids: 2500 - inReview }]);
  expect(await count(`SELECT count(*) AS n FROM facts WHERE type = 'need.imported'`)).toBe(3);
});

test('amounts, places and organizations are read as the API would read them; wrong rows are listed with line, column, code and sentence', async () => {
  const needs = desk.file('needs.csv', `\ufeff${[
    NEEDS,
    `a-1;тос «Рядом»;goods;relief-household;heater;40;pcs;10;zeya;${soon};4;12`,
    `a-2;тос «Рядом»;money;relief-household;;1500.50;rub;;zeya;${soon};4;`,
    `a-3;тос «Рядом»;money;relief-household;;150050;;;zeya;${soon};4;`,
    `a-4;тос «Рядом»;time;relief-household;;;hour;;zeya;${soon};9;`,
    `a-5;тос «Рядом»;goods;no-such;heater;40;pcs;;zeya;${soon};4;`,
    `a-6;тос «Рядом»;goods;relief-household;heater;40;pcs;50;zeya;2020-01-01;4;`,
    `a-1;тос «Рядом»;goods;relief-household;heater;40;pcs;;zeya;${soon};4;`,
    `a-7;тос «Рядом»;goods`,
  ].join('\r\n')}`);
  const offers = desk.file('offers.csv', ['id,kind,quantity,unit,radius_km,lat,lon,prefers,colour', 'b-1,money,10,rub,25,53.74,127.26,тос «Рядом»,red', 'b-2,money,10,rub,25,,,,', 'b-3,money,10,rub,,10,10,,', 'b-4,money,10,rub,,,,nobody,'].join('\n'));
  const rejected = desk.file('rejected.csv', '');
  const unknown: string[] = [];
  const report = await desk.run({ needs, offers, rejected, warn: (table, column) => unknown.push(`${table}.${column}`) });
  expect(report).toMatchObject({ needs: { rows: 8, made: 3 }, offers: { rows: 4, made: 1 }, organizations: 1, rejected: 8 });
  expect(unknown).toEqual(['offers.colour']);

  const lines = readFileSync(rejected, 'utf8').trim().split('\n');
  const found = lines.slice(1).map((line) => line.split(',').slice(0, 4).join(' '));
  expect(found).toEqual([
    'needs 5 quantity form.required', 'needs 5 urgency form.too-large', 'needs 6 category catalogue.unknown-category',
    'needs 7 deadline need.deadline-in-past', 'needs 7 min_quantity need.minimum-above-quantity',
    'needs 8 id exchange.duplicate-id', 'needs 9  exchange.wrong-width', 'offers 3 radius_km offer.radius-needs-place', 'offers 4 lat exchange.far-from-places', 'offers 5 prefers form.not-in-list',
  ]);
  expect(lines.every((line) => /[а-яё]/i.test(line) || line.startsWith('file,'))).toBe(true);

  const rows: { id: string; amount: number; min: number; place: string }[] = await desk.db.source.query(
    `SELECT n.external_id AS id, a.required AS amount, n.min_amount AS min, n.place FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id WHERE n.external_id LIKE 'a-%' ORDER BY 1`,
  );
  expect(rows).toEqual([{ id: 'a-1', amount: 40, min: 10, place: 'zeya' }, { id: 'a-2', amount: 150_050, min: 1, place: 'zeya' }, { id: 'a-3', amount: 150_050, min: 1, place: 'zeya' }]);
  const [offer]: { place: string; prefers: string[]; organization: string }[] = await desk.db.source.query(
    `SELECT o.place, o.prefers, (SELECT organization_id FROM needs WHERE external_id = 'a-1') AS organization FROM offers o WHERE external_id = 'b-1'`,
  );
  expect(offer).toMatchObject({ place: 'zeya', prefers: [offer?.organization] });
});

test('an offer of a file is bound to needs and organizations of the file, and says how it keeps', async () => {
  const needs = desk.file('bound-needs.csv', [`${NEEDS};cold_chain`, `f-1;org-f;goods;relief-food-parcels;food-dairy-meat;40;kg;;zeya;${soon};4;;yes`].join('\n'));
  const offers = desk.file('bound-offers.csv', ['id,kind,category,item,quantity,unit,place,only,best_before,cold_chain', 'g-1,goods,relief-food-parcels,food-dairy-meat,10,kg,zeya,f-1|org-f|tynda,2030-05-01,yes', 'g-2,goods,relief-food-parcels,food-dairy-meat,10,kg,zeya,narnia,,'].join('\n'));
  expect(await desk.run({ needs, offers, strict: false })).toMatchObject({ needs: { made: 1 }, offers: { made: 1 }, rejected: 1 });
  const [offer]: { only: string[]; best: Date; cold: boolean; need: string; organization: string; keeps: boolean }[] = await desk.db.source.query(
    `SELECT o.bound_to AS "only", o.best_before AS best, o.cold_chain AS cold, n.id AS need, n.organization_id AS organization, n.cold_chain AS keeps FROM offers o, needs n WHERE o.external_id = 'g-1' AND n.external_id = 'f-1'`,
  );
  expect(offer).toMatchObject({ only: [offer?.need, offer?.organization, 'tynda'], best: new Date('2030-05-01T23:59:59.999Z'), cold: true, keeps: true });
});

test('strict: the first wrong row ends the run, and nothing was written', async () => {
  const needs = desk.file('strict.csv', [NEEDS, `c-1;org-c;money;relief-household;;10;rub;;zeya;${soon};4;`, `c-2;org-c;money;relief-household;;ten;rub;;zeya;${soon};4;`].join('\n'));
  await expect(desk.run({ needs, strict: true })).rejects.toThrow(RowRejected);
  expect(await count(`SELECT count(*) AS n FROM needs WHERE external_id LIKE 'c-%'`)).toBe(0);
  expect(await count(`SELECT count(*) AS n FROM organizations WHERE name LIKE '%org-c'`)).toBe(0);
});

test('an organization that is here and not verified takes no needs', async () => {
  await desk.db.source.query(`UPDATE organizations SET status = 'suspended' WHERE name = 'Организация тос «Рядом»'`);
  const needs = desk.file('suspended.csv', [NEEDS, `d-1;тос «Рядом»;money;relief-household;;10;rub;;zeya;${soon};4;`].join('\n'));
  expect(await desk.run({ needs })).toMatchObject({ needs: { made: 0 }, rejected: 1 });
});

test.each([
  ['an empty file', '', 'exchange.empty-file'],
  ['a column that is missing', 'id,kind\n1,money\n', 'exchange.no-column'],
  ['a column that is there twice', 'id,kind,quantity,id\n', 'exchange.column-twice'],
  ['a quote that never ends', 'id,kind,quantity\n"1,money,2\n', 'exchange.not-csv'],
])('%s is refused as a whole', async (_, text, code) => {
  await expect(desk.run({ offers: desk.file('broken.csv', text) })).rejects.toMatchObject({ code });
});
