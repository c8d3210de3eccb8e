import { offersPageSql, walkInsPageSql } from '#offers';
import type { Answer, Caller } from '../../support/api.js';
import { asOwner } from '../../support/database.js';
import { placesOf } from '../../support/everywhere.js';
import { openRegion, type OpenRegion } from '../../support/open-region.js';
import { alarms, inDays, ok, verifiedOrganization, wish } from '../../support/region.js';

const PHONE = '+7 914 000-00-17';
const NAME = 'Аполлинария Одуванчикова';

let { db, api, region, close } = {} as OpenRegion;
let desk: string;
let staff: Caller;
let accountant: Caller;
beforeAll(async () => {
  ({ db, api, region, close } = await openRegion());
  desk = await verifiedOrganization(db.source, (await api.person()).personId);
  staff = await api.person([desk, 'coordinator']);
  accountant = await api.person([desk, 'accountant']);
});
afterEach(async () => expect(await alarms(db.source)).toEqual([]));
afterAll(() => close?.());

const today = (): string => inDays(0).slice(0, 10);
const form = (changes: object = {}): object => ({
  name: NAME,
  contact: { phone: PHONE, note: 'после шести' },
  consent: { how: 'spoken', day: inDays(-1).slice(0, 10) },
  ...changes,
});
const enter = async (changes: object = {}, who = staff, organization = desk): Promise<string> =>
  ok(await who.post(`/organizations/${organization}/walk-ins`, form(changes)), 201).body.id;
const codes = (answer: Answer): unknown[] => [
  answer.status,
  answer.body.errors?.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`) ?? answer.body.code,
];
const audited = async (action: string, id: string): Promise<number> =>
  (
    await db.source.query(
      `SELECT count(*)::int AS count FROM audit_log WHERE action = $1 AND data ->> 'walkInId' = $2`,
      [action, id],
    )
  )[0].count;

test('staff keep somebody with a consent, once; find them by name, and nobody else sees that they are there', async () => {
  const key = { 'idempotency-key': 'somebody-came-by' };
  const first = ok(await staff.post(`/organizations/${desk}/walk-ins`, form(), key), 201);
  expect(ok(await staff.post(`/organizations/${desk}/walk-ins`, form(), key), 201).body.id).toBe(first.body.id);
  expect(first.body).toMatchObject({
    name: NAME,
    hasContact: true,
    consent: { how: 'spoken', day: inDays(-1).slice(0, 10) },
    can: ['offer', 'erase'],
  });
  const second = await enter({ name: 'Пётр Лопухов', contact: null });
  const list = async (query: string): Promise<string[]> =>
    ok(await staff.get(`/organizations/${desk}/walk-ins?${query}`)).body.items.map(({ id }: { id: string }) => id);
  expect(await list('')).toEqual([second, first.body.id]);
  expect(await list('q=ОДУВАН')).toEqual([first.body.id]);
  const page = ok(await staff.get(`/organizations/${desk}/walk-ins?limit=1`));
  expect(page.text).not.toContain('914');
  expect([page.body.can, ok(await staff.get(`/organizations/${desk}/walk-ins/${second}/contact`)).body]).toEqual([
    ['enter'],
    { contact: null },
  ]);
  expect(await list(`limit=1&cursor=${page.body.nextCursor}`)).toEqual([first.body.id]);
  const before = await audited('walk-in.contact-look', first.body.id);
  expect(
    [first.text, ok(await staff.get(`/organizations/${desk}/walk-ins/${first.body.id}`)).text].join(),
  ).not.toContain('914');
  expect([before, await audited('walk-in.contact-look', first.body.id)]).toEqual([0, 0]); // only a look is one
  expect(ok(await staff.get(`/organizations/${desk}/walk-ins/${first.body.id}/contact`)).body).toEqual({
    contact: { name: NAME, phone: PHONE, email: null, note: 'после шести' },
  });
  expect(await audited('walk-in.contact-look', first.body.id)).toBe(before + 1);
  for (const who of [accountant, region.coordinator, region.moderator])
    for (const path of ['', `/${first.body.id}`, `/${first.body.id}/contact`, `/${first.body.id}/export`])
      expect(codes(await who.get(`/organizations/${desk}/walk-ins${path}`))).toEqual([403, 'walk-in.not-yours']);
  expect(
    codes(await region.coordinator.get(`/organizations/${region.organization}/walk-ins/${first.body.id}`)),
  ).toEqual([404, 'walk-in.not-found']);
  expect(
    codes(
      await staff.post(`/organizations/${desk}/walk-ins`, {
        name: ' ',
        contact: { phone: 'нет' },
        consent: { how: 'spoken', day: inDays(2).slice(0, 10) },
      }),
    ),
  ).toEqual([422, ['name form.required', 'contact.phone form.not-a-phone', 'consent.day walk-in.consent-in-future']]);
});

test('an offer of theirs is open at once, in nobody’s name, with limits of a newcomer, in the hand of the staff alone', async () => {
  const walkIn = await enter();
  const offer = ok(await staff.post('/offers', wish({ onBehalfOf: walkIn })), 201).body;
  expect(offer).toMatchObject({
    status: 'open',
    onBehalfOf: walkIn,
    enteredBy: desk,
    anonymous: true,
    can: ['edit', 'withdraw'],
  });
  expect(
    await db.source.query(
      'SELECT donor_id AS donor, on_behalf_of AS "onBehalfOf", via, created_by AS by FROM offers WHERE id = $1',
      [offer.id],
    ),
  ).toEqual([{ donor: walkIn, onBehalfOf: desk, via: 'staff', by: staff.personId }]);
  expect(codes(await region.coordinator.post('/offers', wish({ onBehalfOf: walkIn })))).toEqual([
    403,
    'offer.not-yours-to-give-for',
  ]);
  expect(codes(await accountant.post('/offers', wish({ onBehalfOf: walkIn })))).toEqual([
    403,
    'offer.not-yours-to-give-for',
  ]);
  expect(codes(await staff.post('/offers', wish({ onBehalfOf: walkIn, quantity: '5000' })))).toEqual([
    422,
    ['amountConfirmed offer.confirm-amount'],
  ]); // of a verified organization so much is plausible
  for (const query of [`onBehalfOf=${walkIn}`, `enteredBy=${desk}`]) {
    expect(ok(await staff.get(`/offers?${query}`)).body.items.map(({ id }: { id: string }) => id)).toEqual([offer.id]);
    for (const who of [accountant, region.coordinator]) expect((await who.get(`/offers?${query}`)).status).toBe(404);
  }
  expect(ok(await staff.get(`/offers?onBehalfOf=${desk}`)).body.items).toEqual([]); // it is not the organization that gives
  for (const who of [accountant, region.coordinator]) expect((await who.get(`/offers/${offer.id}`)).status).toBe(404);
  const edited = ok(await staff.patch(`/offers/${offer.id}`, { quantity: '20' }, { 'if-match': '"v1"' }));
  expect(edited.body.balance).toMatchObject({ pledged: 50, available: 20 });
  expect(ok(await staff.post(`/offers/${offer.id}/withdraw`)).body.status).toBe('withdrawn');
  await db.source.query(`UPDATE organizations SET status = 'returned' WHERE id = $1`, [desk]);
  expect(codes(await staff.post('/offers', wish({ onBehalfOf: walkIn })))).toEqual([
    409,
    'walk-in.organization-not-verified',
  ]);
  expect(codes(await staff.post(`/organizations/${desk}/walk-ins`, form()))).toEqual([
    409,
    'walk-in.organization-not-verified',
  ]);
  expect(ok(await staff.get(`/organizations/${desk}/walk-ins`)).body.can).toEqual([]);
  await db.source.query(`UPDATE organizations SET status = 'verified' WHERE id = $1`, [desk]);
  expect(
    codes(
      await staff.post('/standing-offers', {
        kind: 'money',
        quantity: '500',
        unit: 'rub',
        frequency: 'monthly',
        firstOn: inDays(2).slice(0, 10),
        onBehalfOf: walkIn,
      }),
    ),
  ).toEqual([403, 'offer.not-yours-to-give-for']);
});

test('the staff say yes, deliver and are reached as they said; nobody is told whose it is, and nothing goes to the need of whoever entered it', async () => {
  const walkIn = await enter();
  const need = await region.openNeed({ autoAccept: false });
  const offer = await region.postOffer({ onBehalfOf: walkIn }, staff);
  const match = await region.propose(offer, need, 5);
  expect(ok(await staff.get(`/matches/${match}`)).body).toMatchObject({ side: 'donor', can: ['accept', 'decline'] });
  expect((await accountant.get(`/matches/${match}`)).status).toBe(404);
  ok(await staff.post(`/matches/${match}/accept`));
  const both = ok(await region.coordinator.post(`/matches/${match}/accept`));
  expect(both.body.contact).toMatchObject({ name: NAME, phone: PHONE, note: 'после шести' });
  expect(JSON.stringify({ ...both.body, contact: null })).not.toContain('Одуванч');
  ok(await region.coordinator.get(`/matches/${match}`));
  expect(
    await db.source.query(
      'SELECT DISTINCT owner_id AS owner FROM contact_looks WHERE match_id = $1 AND reader_side = $2',
      [match, 'organization'],
    ),
  ).toEqual([{ owner: walkIn }]);
  for (const path of [
    `/matches?need=${need}`,
    `/needs/${need}`,
    `/needs/${need}/entries`,
    '/balance',
    '/ledger/entries',
    '/me/export',
    `/organizations/${desk}`,
  ]) {
    for (const who of [region.coordinator, region.moderator, api.visitor()])
      expect((await who.get(path)).text).not.toMatch(/Одуванч|000-00-17/);
  }
  const said = await region.propose(await region.postOffer({ onBehalfOf: walkIn }, staff), need, 5);
  ok(await staff.post(`/matches/${said}/accept`, { contact: { name: 'Племянник', phone: '+7 914 000-00-18' } }));
  expect(ok(await region.coordinator.post(`/matches/${said}/accept`)).body.contact).toMatchObject({
    name: 'Племянник',
  });
  for (const one of [match, said]) {
    ok(await staff.post(`/matches/${one}/deliver`));
    ok(await region.coordinator.post(`/matches/${one}/confirm`, { quantity: '5', unit: 'pcs' }));
  }

  const own = await enter({}, region.coordinator, region.organization);
  const theirs = ok(await region.coordinator.post('/offers', wish({ onBehalfOf: own, only: [need] })), 201).body.id;
  const foreign = ok(await staff.post('/offers', wish({ onBehalfOf: walkIn, only: [need] })), 201).body.id;
  const fits = async (who: Caller, id: string): Promise<number> => ok(await who.get(`/offers/${id}/why-not`)).body.fits;
  expect([await fits(region.coordinator, theirs), await fits(staff, foreign)]).toEqual([0, 1]);
});

test('they may have all that is kept about them, and are erased at the word of the organization: name, contact and words go, the books stay', async () => {
  const name = 'Серафима Незабудочкина';
  const id = await enter({ name, contact: { name, phone: '+7 914 000-00-19', email: 'serafima@example.org' } });
  const need = await region.openNeed({ autoAccept: false });
  const given = await region.postOffer({ onBehalfOf: id, title: `Печь от ${name}`, anonymous: false }, staff);
  const match = await region.propose(given, need, 5);
  ok(await staff.post(`/matches/${match}/accept`));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  expect(ok(await region.coordinator.get(`/matches/${match}`)).body.contact.phone).toBe('+7 914 000-00-19');
  const copy = ok(await staff.get(`/organizations/${desk}/walk-ins/${id}/export`)).body;
  expect(copy).toMatchObject({
    walkIn: {
      name,
      contact: { email: 'serafima@example.org' },
      consent: { how: 'spoken', day: inDays(-1).slice(0, 10) },
    },
    offers: [{ id: given, via: 'staff' }],
    matches: [{ id: match }],
    contactsShared: [{ match }],
  });
  expect((await staff.get('/me/export')).text).not.toContain('Незабудочкин');
  const program = api.program(ok(await staff.post('/api-keys', { name: 'склад' }), 201).body.secret);
  expect(codes(await program.get(`/organizations/${desk}/walk-ins/${id}/export`))).toEqual([
    403,
    'identity.only-in-person',
  ]);
  expect(codes(await program.delete(`/organizations/${desk}/walk-ins/${id}`))).toEqual([
    403,
    'identity.only-in-person',
  ]);
  const silent = await enter({ contact: null });
  ok(await staff.get(`/organizations/${desk}/walk-ins/${silent}/export`));
  expect([
    await audited('walk-in.exported', id),
    await audited('walk-in.contact-look', id),
    await audited('walk-in.exported', silent),
  ]).toEqual([1, 0, 1]);
  for (let times = 3; times < 10; times += 1) await staff.get(`/organizations/${desk}/walk-ins/${silent}/export`); // `/me/export` was one of them
  const exports = await audited('walk-in.exported', silent);
  expect((await staff.get(`/organizations/${desk}/walk-ins/${silent}/export`)).status).toBe(429);
  expect(await audited('walk-in.exported', silent)).toBe(exports);

  expect(codes(await staff.delete(`/organizations/${desk}/walk-ins/${id}`))).toEqual([
    409,
    'walk-in.matches-under-way',
  ]);
  ok(await staff.post(`/matches/${match}/deliver`));
  ok(await region.coordinator.post(`/matches/${match}/confirm`, { quantity: '5', unit: 'pcs' }));
  expect((await region.coordinator.delete(`/organizations/${desk}/walk-ins/${id}`)).status).toBe(403);
  expect(await placesOf(db.source, 'Незабудочкин')).toEqual(
    expect.arrayContaining(['donors', 'match_contacts', 'offers']),
  );
  for (let times = 0; times < 2; times += 1)
    expect((await staff.delete(`/organizations/${desk}/walk-ins/${id}`)).status).toBe(204);

  for (const word of ['Незабудочкин', 'serafima@', '000-00-19'])
    expect([word, await placesOf(db.source, word)]).toEqual([word, []]);
  expect(await db.source.query('SELECT status, via FROM offers WHERE id = $1', [given])).toEqual([
    { status: 'withdrawn', via: 'staff' },
  ]);
  expect(
    await db.source.query(
      `SELECT posted_in AS "in", posted_out AS out FROM accounts WHERE party_id = $1 AND kind = 'offer'`,
      [id],
    ),
  ).toEqual([{ in: 50, out: 5 }]);
  expect((await staff.get(`/organizations/${desk}/walk-ins/${id}`)).status).toBe(404);
  expect(codes(await staff.post('/offers', wish({ onBehalfOf: id })))).toEqual([403, 'offer.not-yours-to-give-for']);
  expect(await audited('walk-in.erased', id)).toBe(1);
});

test('both lists come from an index', async () => {
  const id = await enter();
  await region.postOffer({ onBehalfOf: id }, staff);
  const after: [string, string] = [`${today()}T00:00:00.000000Z`, desk];
  await asOwner(db, 'ANALYZE walk_ins, offers');
  const plan = async ({ sql, params }: { sql: string; params: unknown[] }): Promise<string> =>
    db.source.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return JSON.stringify(await tx.query(`EXPLAIN ${sql}`, params));
    });
  expect(await plan(walkInsPageSql(desk, null, 21, after))).toContain('walk_ins_by_organization');
  expect(await plan(offersPageSql(staff.personId, { enteredBy: desk }, 21, after))).toContain('offers_of_walk_ins');
});
