import { newId } from '#kernel';
import { Ledger } from '#ledger';
import { NeedsApiModule } from '../../../apps/api/src/needs/needs.module.js';
import { OffersApiModule } from '../../../apps/api/src/offers/offers.controller.js';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { People } from './fixture.js';

let db: TestDatabase;
let api: TestApi;
let organization: string;
let coordinator: Caller;
let donor: Caller;
let visitor: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { modules: [NeedsApiModule, OffersApiModule] });
  const people = new People(db.source);
  organization = await people.organization((await people.person('Мария Орлова')).personId, 'verified', 1);
  coordinator = await api.person([organization, 'coordinator']);
  donor = await api.person();
  visitor = api.visitor();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const heaters = (): Record<string, unknown> => ({
  organization,
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title: 'Обогреватели для посёлка',
  description: 'Отключили котельную, греются печами.',
  quantity: '120',
  unit: 'pcs',
  place: 'selemdzhinsky',
  deadline: inDays(30),
  urgency: 5,
  beneficiaries: 40,
});
const wish = (): Record<string, unknown> => ({
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  quantity: '50',
  unit: 'pcs',
  place: 'selemdzhinsky',
  radiusKm: 900,
  until: inDays(60),
  prefers: [organization],
});
const fieldsOf = (answer: Answer): string[] => [
  String(answer.status),
  ...((answer.body?.errors ?? []) as { field: string; message: string }[]).map((error) => error.field),
];

test('a need of money says what it is for; the lines add up, or nobody reads them', async () => {
  const { item: _, ...rest } = heaters();
  const money = {
    ...rest,
    title: 'Просушить дома',
    place: 'zeya',
    kind: 'money',
    category: 'emergency-flood',
    quantity: '1000',
    unit: 'rub',
  };
  const lines = [
    { what: 'Дизель', amount: '400.50' },
    { what: 'Пушки, прокат', amount: '599.50' },
  ];
  expect(fieldsOf(await coordinator.post('/needs', { ...money, budget: lines.slice(1) }))).toEqual(['422', 'budget']);
  expect(fieldsOf(await coordinator.post('/needs', { ...heaters(), budget: lines }))).toEqual(['422', 'budget']);
  const draft = await coordinator.post('/needs', { ...money, budget: lines });
  const shown = [
    { what: 'Дизель', amount: 40_050 },
    { what: 'Пушки, прокат', amount: 59_950 },
  ];
  expect(draft.body.budget).toEqual(shown);
  const path = `/needs/${draft.body.id}`;
  const change = (version: number, changes: object): Promise<Answer> =>
    coordinator.patch(path, changes, { 'if-match': `"v${version}"` });
  expect(fieldsOf(await change(1, { quantity: '900' }))).toEqual(['422', 'budget']);
  const lowered = await change(1, { quantity: '900', budget: [{ what: 'Дизель', amount: '900' }] });
  expect(lowered.body.budget).toEqual([{ what: 'Дизель', amount: 90_000 }]);
  expect((await change(2, { budget: null })).body.budget).toBeNull();

  expect((await change(3, { budget: [{ what: 'Дизель', amount: '900' }] })).status).toBe(200);
  await db.source.query(`UPDATE needs SET status = 'open', opened_at = now() WHERE id = $1`, [draft.body.id]);
  expect((await visitor.get(path)).body.budget).toHaveLength(1);
  const pending = await change(4, { budget: [{ what: 'Бензин', amount: '900' }] });
  expect(pending.body.pendingEdit.budget).toEqual([{ what: 'Бензин', amount: 90_000 }]);
  expect((await visitor.get(path)).body.budget[0].what).toBe('Дизель');

  const standing = (await visitor.get(`${path}/standing`)).body.parts;
  expect(standing.map(({ part }: { part: string }) => part)).toEqual(['urgency', 'waiting', 'trust']);
  expect(standing[0]).toMatchObject({ name: 'Срочность', sentence: expect.stringMatching(/^очень срочно, нужно до/) });
});

test('a need from the draft to the moderator, over HTTP', async () => {
  const draft = await coordinator.post('/needs', heaters());
  expect(draft.status).toBe(201);
  expect(draft.body).toMatchObject({
    status: 'draft',
    balance: { required: 120, open: 120, reserved: 0, received: 0, unit: 'pcs' },
    can: ['edit', 'submit', 'withdraw'],
    number: expect.any(Number),
    organization: { id: organization },
  });
  const path = `/needs/${draft.body.id}`;
  expect([draft.headers.get('etag'), draft.headers.get('location')]).toEqual(['"v1"', `/api/v1${path}`]);
  expect((await visitor.get(path)).body).toMatchObject({ code: 'need.not-found' });
  expect(
    (await coordinator.get(`/needs?organization=${organization}`)).body.items.map((need: { id: string }) => need.id),
  ).toContain(draft.body.id);

  expect((await coordinator.patch(path, { urgency: 3 })).status).toBe(428);
  const edited = await coordinator.patch(path, { urgency: 3, from: null, skills: [] }, { 'if-match': '"v1"' });
  expect([edited.status, edited.body.urgency, edited.headers.get('etag')]).toEqual([200, 3, '"v2"']);
  expect((await coordinator.patch(path, { urgency: 2 }, { 'if-match': '"v1"' })).body.code).toBe('need.stale');

  expect((await visitor.post(`${path}/submit`)).status).toBe(401);
  expect((await donor.post(`${path}/submit`)).status).toBe(404);
  const submitted = await coordinator.post(`${path}/submit`);
  expect([submitted.status, submitted.body.status]).toEqual([200, 'in_review']);
  const withdrawn = await coordinator.post(`${path}/withdraw`);
  expect([withdrawn.status, withdrawn.body.status, withdrawn.body.can]).toEqual([200, 'withdrawn', []]);
  expect((await coordinator.post(`${path}/renew`)).body.code).toBe('need.not-renewable');
  expect((await coordinator.post(`${path}/close`)).body.code).toBe('need.not-closable');
  expect((await coordinator.get(`${path}/entries`)).body).toEqual({ items: [], nextCursor: null });
});

test('an offer from the first word to the last', async () => {
  const posted = await donor.post('/offers', wish());
  expect(posted.status).toBe(201);
  expect(posted.body).toMatchObject({
    status: 'open',
    can: ['edit', 'withdraw'],
    balance: { pledged: 50, available: 50, reserved: 0, delivered: 0, released: 0, unit: 'pcs' },
  });
  const path = `/offers/${posted.body.id}`;
  expect((await coordinator.get(path)).body.code).toBe('offer.not-found');
  expect((await visitor.get(path)).status).toBe(401);
  const edited = await donor.patch(
    path,
    { quantity: '60', unit: 'pcs', place: null, radiusKm: null },
    { 'if-match': posted.headers.get('etag') },
  );
  expect([edited.status, edited.body.balance.pledged, edited.body.place]).toEqual([200, 60, null]);
  const withdrawn = await donor.post(`${path}/withdraw`);
  expect([withdrawn.status, withdrawn.body.status, withdrawn.body.balance.released]).toEqual([200, 'withdrawn', 60]);
  const entries = (await donor.get(`${path}/entries`)).body.items;
  expect(entries.map((entry: { kind: string; amount: number }) => [entry.kind, entry.amount])).toEqual([
    ['pledge', 50],
    ['raise', 10],
    ['release', -60],
  ]);
  expect(JSON.stringify(entries)).not.toContain(donor.personId);
  expect((await donor.get('/offers?status=withdrawn,expired&limit=1')).body).toMatchObject({
    items: [{ id: posted.body.id }],
    nextCursor: null,
  });
});

test('a gift is bound to what there is, and food says how it keeps', async () => {
  const need = (await coordinator.post('/needs', { ...heaters(), coldChain: true })).body;
  expect(need.coldChain).toBe(true);
  const draft = await donor.post('/offers', { ...wish(), only: [need.id] });
  expect([draft.status, draft.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'only.0', code: 'offer.bound-to-unknown' })],
  ]); // nobody knows of a draft
  await db.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [need.id],
  );
  expect(
    (await coordinator.patch(`/needs/${need.id}`, { coldChain: false }, { 'if-match': '"v1"' })).body.coldChain,
  ).toBe(false);
  const bound = await donor.post('/offers', { ...wish(), only: [need.id.toUpperCase(), organization, 'tynda'] });
  expect([bound.status, bound.body.only]).toEqual([201, [need.id, organization, 'tynda']]);
  expect(fieldsOf(await donor.post('/offers', { ...wish(), only: ['narnia'] }))).toEqual(['422', 'only.0']);
  expect(fieldsOf(await donor.post('/offers', { ...wish(), only: ['01900000-0000-7000-8000-00000000dead'] }))).toEqual([
    '422',
    'only.0',
  ]);
  const path = `/offers/${bound.body.id}`;
  expect(fieldsOf(await donor.patch(path, { only: ['narnia'] }, { 'if-match': '"v1"' }))).toEqual(['422', 'only.0']);
  await db.source.query(`UPDATE needs SET status = 'withdrawn' WHERE id = $1`, [need.id]);
  expect((await donor.patch(path, { title: 'Обогреватели' }, { 'if-match': '"v1"' })).status).toBe(200); // what stays is not asked again
  expect((await donor.patch(path, { only: ['relief'] }, { 'if-match': '"v2"' })).body.only).toEqual(['relief']);

  const food = { ...wish(), category: 'relief-food-parcels', item: 'food-dry', unit: 'kg' };
  expect(fieldsOf(await donor.post('/offers', food))).toEqual(['422', 'bestBefore', 'coldChain']);
  expect(fieldsOf(await donor.post('/offers', { ...food, bestBefore: '2020-01-01', coldChain: false }))).toEqual([
    '422',
    'bestBefore',
  ]);
  const day = inDays(200).slice(0, 10);
  const kept = await donor.post('/offers', { ...food, bestBefore: day, coldChain: false });
  expect(kept.body).toMatchObject({ bestBefore: `${day}T23:59:59.999Z`, coldChain: false });
  expect(fieldsOf(await donor.patch(`/offers/${kept.body.id}`, { bestBefore: null }, { 'if-match': '"v1"' }))).toEqual([
    '422',
    'bestBefore',
  ]);
});

test('a need says what it takes, and what it does not take is refused kindly before it is written', async () => {
  const coats = {
    ...heaters(),
    category: 'relief-clothing',
    item: null,
    accepts: { sizes: ['хл', '48'], seasons: ['winter'], conditions: ['new', 'good'], notNow: ['shoes'] },
  };
  const need = (await coordinator.post('/needs', coats)).body;
  expect(need.accepts).toEqual({
    sizes: ['XL', '48'],
    seasons: ['winter'],
    conditions: ['new', 'good'],
    notNow: ['shoes'],
  });
  expect(fieldsOf(await coordinator.post('/needs', { ...coats, accepts: { notNow: ['pram'] } }))).toEqual([
    '422',
    'accepts.notNow.0',
  ]);
  await db.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [need.id],
  );
  const coat = { ...wish(), category: null, item: 'clothes-adult', quantity: '3', only: [need.id] };
  const given = (attributes: object | null, item = 'clothes-adult', only: string[] = [need.id]): Promise<Answer> =>
    donor.post('/offers', { ...coat, item, only, unit: item === 'shoes' ? 'pair' : 'pcs', attributes });
  const why = async (answer: Promise<Answer>): Promise<string[]> =>
    ((await answer).body?.errors ?? []).map((error: { field: string; code: string }) => `${error.field} ${error.code}`);
  expect(await why(given(null, 'shoes'))).toEqual(['item offer.not-needed-now']);
  expect(await why(given({ sizes: ['52'] }))).toEqual(['attributes.sizes offer.another-size-asked']);
  expect(await why(given({ condition: 'worn' }))).toEqual(['attributes.condition offer.another-condition-asked']);
  expect(await why(given({ season: 'summer' }))).toEqual(['attributes.season offer.another-season-asked']);
  expect(await why(given({ season: 'summer' }, 'underwear-new'))).toEqual([
    'attributes.season catalogue.attribute-not-asked',
  ]);
  expect((await given({ condition: 'worn' }, 'clothes-adult', [need.id, organization])).status).toBe(201); // others of the organization may take it
  const windows = [{ from: inDays(2), until: new Date(Date.parse(inDays(2)) + 3_600_000).toISOString() }];
  const taken = await donor.post('/offers', {
    ...coat,
    attributes: { sizes: ['xl'], season: 'all-year', condition: 'good' },
    pickUp: { windows },
  });
  expect([taken.status, taken.body.attributes, taken.body.pickUp]).toEqual([
    201,
    { sizes: ['XL'], season: 'all-year', condition: 'good' },
    { windows, brings: false },
  ]);
  const path = `/offers/${taken.body.id}`;
  expect(fieldsOf(await donor.patch(path, { attributes: { condition: 'fine' } }, { 'if-match': '"v1"' }))[0]).toBe(
    '422',
  );
  const edited = await donor.patch(path, { attributes: { condition: 'worn' }, pickUp: null }, { 'if-match': '"v1"' });
  expect([edited.body.attributes, edited.body.pickUp]).toEqual([{ sizes: [], season: null, condition: 'worn' }, null]);
  const item = (await visitor.get('/goods')).body.items?.find(({ code }: { code: string }) => code === 'underwear-new');
  if (item) expect(item).toMatchObject({ asks: ['size', 'condition'], onlyNew: true });
  const changed = await coordinator.patch(`/needs/${need.id}`, { accepts: null }, { 'if-match': '"v1"' });
  expect(changed.body.accepts).toBeNull();
  await db.source.query(`UPDATE needs SET status = 'withdrawn' WHERE id = $1`, [need.id]);
});

test('public entries of a need tell what was held and name nobody', async () => {
  const need = (await coordinator.post('/needs', heaters())).body.id;
  await db.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [need],
  );
  const offer = (await donor.post('/offers', wish())).body.id;
  const context = { at: new Date(), by: donor.personId };
  await api.app
    .get(Ledger)
    .run((tx) =>
      api.app
        .get(Ledger)
        .hold(tx, { id: newId(), offerId: offer, needId: need, matchId: newId(), amount: 7, ...context }),
    );
  const { body, text } = await visitor.get(`/needs/${need}/entries`);
  expect(body.items).toMatchObject([{ state: 'held', amount: 7, unit: 'pcs' }]);
  expect(text).not.toContain(donor.personId);
  expect(
    (await visitor.get(`/needs?place=selemdzhinsky&status=open&q=${encodeURIComponent('обогреватели')}`)).body.items,
  ).toMatchObject([{ id: need, can: [] }]);
  expect((await donor.get(`/needs/${need}`)).body.returnReason).toBeUndefined();
});

test.each<[string, Record<string, unknown>, string]>([
  ['a negative quantity', { quantity: '-1' }, 'quantity'],
  ['half a heater', { quantity: '0.5' }, 'quantity'],
  ['a number beyond all things', { quantity: '99999999999999999999999' }, 'quantity'],
  ['a quantity longer than any', { quantity: '9'.repeat(41) }, 'quantity'],
  ['a quantity that is a number', { quantity: 50 }, 'quantity'],
  ['an emptied quantity', { quantity: null }, 'quantity'],
  ['a quantity in words', { quantity: 'пятьдесят' }, 'quantity'],
  ['kilograms', { unit: 'kg' }, 'unit'],
  ['an unknown unit', { unit: 'bushel' }, 'unit'],
  ['an unknown category', { category: 'no-such-category' }, 'category'],
  ['a prototype for a category', { category: '__proto__' }, 'category'],
  ['an unknown kind', { kind: 'gold' }, 'kind'],
  ['an unknown item', { item: 'constructor' }, 'item'],
  ['a field nobody knows', { surprise: 1 }, 'surprise'],
  ['a null character', { description: 'a\0b' }, 'description'],
  ['too long a description', { description: 'я'.repeat(5001) }, 'description'],
  ['a place that is none', { place: 'nowhere' }, 'place'],
  ['a list for a place', { place: ['zeya'] }, 'place'],
  ['skills that are texts', { skills: 'loading' }, 'skills'],
  ['a number among the skills', { skills: [1] }, 'skills'],
  ['emptied skills', { skills: null }, 'skills'],
  ['what a box holds where there is none', { each: { quantity: '1', unit: 'kg' } }, 'each'],
  ['a text for what a box holds', { each: 'kg' }, 'each'],
  ['half of what a box holds', { each: { quantity: '1' } }, 'each.unit'],
])('%s: 422 with the field named, for needs and offers alike', async (_case, changes, field) => {
  expect(fieldsOf(await coordinator.post('/needs', { ...heaters(), ...changes }))).toEqual(['422', field]);
  expect(fieldsOf(await donor.post('/offers', { ...wish(), ...changes }))).toEqual(['422', field]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['a deadline that never comes', { deadline: '2027-02-30T00:00:00Z' }, 'deadline'],
  ['a deadline in words', { deadline: 'завтра' }, 'deadline'],
  ['a week for a deadline', { deadline: '2027-W10' }, 'deadline'],
  ['a deadline that has passed', { deadline: '2020-01-01' }, 'deadline'],
  ['a deadline that nobody will see', { deadline: '9999-12-31T23:59:59Z' }, 'deadline'],
  ['half a person', { beneficiaries: 1.5 }, 'beneficiaries'],
  ['more people than there are', { beneficiaries: 2e9 }, 'beneficiaries'],
  ['an organization that is no id', { organization: 'мы' }, 'organization'],
  ['a missing title', { title: undefined }, 'title'],
  ['an emptied title', { title: null }, 'title'],
])('a need with %s: 422', async (_case, changes, field) => {
  expect(fieldsOf(await coordinator.post('/needs', { ...heaters(), ...changes }))).toEqual(['422', field]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['an emptied quantity', { quantity: null }, 'quantity'],
  ['a unit without a quantity', { unit: 'pcs' }, 'quantity'],
  ['another kind', { kind: 'time' }, 'kind'],
  ['an emptied title', { title: null }, 'title'],
  ['another organization', { organization: '01900000-0000-7000-8000-000000000001' }, 'organization'],
  ['an emptied deadline', { deadline: null }, 'deadline'],
])('an edit with %s: 422', async (_case, changes, field) => {
  const draft = await coordinator.post('/needs', heaters());
  expect(fieldsOf(await coordinator.patch(`/needs/${draft.body.id}`, changes, { 'if-match': '"v1"' }))).toEqual([
    '422',
    field,
  ]);
});

test('lists refuse what they cannot read, and ids that are none are not found', async () => {
  for (const [query, field] of [
    ['status=gone', 'status'],
    ['kind=x', 'kind'],
    ['organization=x', 'organization'],
    ['limit=0', 'limit'],
    ['cursor=abc', 'cursor'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['surprise=1', 'surprise'],
  ]) {
    expect(fieldsOf(await visitor.get(`/needs?${query}`))).toEqual(['422', field]);
  }
  for (const q of ['%', '_', "'", '\\', '%25'])
    expect((await visitor.get(`/needs?q=${encodeURIComponent(q)}`)).status).toBe(200);
  expect((await visitor.get('/needs?place=nowhere&sphere=none&category=none')).body).toEqual({
    items: [],
    nextCursor: null,
  });
  for (const time of ['2026-02-31T00:00:00.000000Z', '0000-01-01T00:00:00Z', '2026-01-01T00:00:00+23:00']) {
    const cursor = Buffer.from(JSON.stringify([time, organization])).toString('base64url');
    expect(fieldsOf(await visitor.get(`/needs?cursor=${cursor}`))).toEqual(['422', 'cursor']);
  }
  for (const id of ['00000000-0000-0000-0000-000000000000', 'x', '%00'])
    expect((await visitor.get(`/needs/${id}`)).status).toBe(404);
  expect((await donor.post('/needs', heaters())).body.code).toBe('need.not-yours');
});
