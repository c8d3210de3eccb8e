import { newId } from '#kernel';
import { NeedReminders, NeedsService } from '#needs';
import { DataSource } from 'typeorm';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';
import { People } from './fixture.js';

let db: TestDatabase;
let api: TestApi;
let organization: string;
let coordinator: Caller;
let donor: Caller;
let visitor: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
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

const form = (changes: Record<string, unknown> = {}) => ({
  organization,
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title: 'Обогреватели для посёлка',
  description: 'Отключили котельную, греются печами.',
  quantity: '120',
  unit: 'pcs',
  place: 'selemdzhinsky',
  deadline: new Date(Date.now() + 200 * 86_400_000).toISOString(),
  urgency: 5,
  ...changes,
});

async function open(changes: Record<string, unknown> = {}): Promise<string> {
  const { id } = (await coordinator.post('/needs', form(changes))).body;
  await coordinator.post(`/needs/${id}/submit`);
  const moderator = {
    personId: newId(),
    locale: 'ru',
    platform: ['moderator'],
    organizations: [],
    places: [],
    via: 'web',
    confirmed: true,
  };
  await api.app.get(DataSource).transaction((tx) => api.app.get(NeedsService).approve(tx, moderator as never, id));
  return id;
}

test('a second need with nearly the same title is drafted all the same, with the first one named', async () => {
  const first = await coordinator.post('/needs', form());
  expect([first.status, first.body.duplicates]).toEqual([201, []]);
  const second = await coordinator.post('/needs', form({ title: 'Обогреватели для посёлка, ещё' }));
  expect([second.status, second.body.duplicates]).toMatchObject([
    201,
    [{ id: first.body.id, number: first.body.number, why: 'same-organization', organization: { id: organization } }],
  ]);
  const query = `organization=${organization}&category=relief-household&item=heater&title=${encodeURIComponent('Обогреватели для посёлка')}&place=selemdzhinsky`;
  expect((await coordinator.get(`/needs/duplicates?${query}`)).body.items.map((one: { id: string }) => one.id)).toEqual(
    [first.body.id, second.body.id],
  );
  expect((await donor.get(`/needs/duplicates?${query}`)).body.code).toBe('need.not-yours');
  expect((await visitor.get(`/needs/duplicates?${query}`)).status).toBe(401);
  const wrong = await coordinator.get('/needs/duplicates?organization=x&title=' + 'а'.repeat(200));
  expect([wrong.status, wrong.body.errors.map((error: { field: string }) => error.field).sort()]).toEqual([
    422,
    ['category', 'organization', 'title'],
  ]);

  const copy = await coordinator.post(`/needs/${first.body.id}/copy`);
  expect([copy.status, copy.headers.get('location'), copy.headers.get('etag')]).toEqual([
    201,
    `/api/v1/needs/${copy.body.id}`,
    '"v1"',
  ]);
  expect(copy.body).toMatchObject({ status: 'draft', title: first.body.title, balance: first.body.balance });
  expect(copy.body.duplicates.map((one: { id: string }) => one.id)).toContain(first.body.id);
  expect((await donor.post(`/needs/${first.body.id}/copy`)).body.code).toBe('need.not-found');
});

test('the number is an address of what one may see, and of nothing else', async () => {
  const id = await open();
  const { number } = (await visitor.get(`/needs/${id}`)).body;
  const found = await visitor.get(`/needs/${number}`);
  expect([found.status, found.body.id]).toEqual([200, id]);
  const draft = (await coordinator.post('/needs', form())).body;
  expect((await visitor.get(`/needs/${draft.number}`)).body.code).toBe('need.not-found');
  expect((await coordinator.get(`/needs/${draft.number}`)).body.id).toBe(draft.id);
  for (const wrong of ['0', '01', '-1', '1e3', '999999999999999', '99999999999999999999', `${number}.0`])
    expect([wrong, (await visitor.get(`/needs/${wrong}`)).body.code]).toEqual([wrong, 'need.not-found']);
});

test('in a private category a donor reads everything once the organization has said yes, too, and until the match ends; nobody else does', async () => {
  const [category] = await db.source.query(
    `SELECT code FROM categories WHERE 'private' = ANY(flags) AND 'goods' = ANY(kinds) AND retired_at IS NULL ORDER BY code LIMIT 1`,
  );
  const id = await open({ category: category.code, title: 'Кроватка для Пети Ёжикова', beneficiaries: 1 });
  const offer = (
    await donor.post('/offers', {
      kind: 'goods',
      category: 'relief-household',
      item: 'heater',
      quantity: '5',
      unit: 'pcs',
      place: 'zeya',
    })
  ).body.id;
  await db.source.query(
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at) VALUES ($1, $2, $3, 'proposed', 5, 'pcs', 500000, '[]', 1, now())`,
    [offer, offer, id],
  );
  const seen = async (who: Caller) => (await who.get(`/needs/${id}`)).body;
  expect(await seen(donor)).toMatchObject({ discreet: true, description: '', beneficiaries: null });
  expect((await donor.post(`/matches/${offer}/accept`)).body.status).toBe('held');
  expect(await seen(donor)).toMatchObject({ discreet: true, description: '' });
  expect((await coordinator.post(`/matches/${offer}/accept`)).body.status).toBe('accepted');
  expect(await seen(donor)).toMatchObject({ discreet: false, title: 'Кроватка для Пети Ёжикова', beneficiaries: 1 });
  for (const stranger of [visitor, await api.person()])
    expect(await seen(stranger)).toMatchObject({ discreet: true, description: '' });
  await donor.post(`/matches/${offer}/cancel`);
  expect(await seen(donor)).toMatchObject({ discreet: true });
});

test('one click in a mail renews without sign-in; looking changes nothing', async () => {
  const id = await open();
  await db.source.query(`UPDATE needs SET fresh_until = now() + interval '3 days' WHERE id = $1`, [id]);
  expect(await api.app.get(NeedReminders, { strict: false }).tick()).toBe(1);
  const [mail] = await readMails(db.source, `m.template = 'need.stale' AND m.person_id = $1`, [coordinator.personId]);
  const token = /renew-need#([\w-]{43})/.exec(mail?.whole ?? '')?.[1];
  const look = await visitor.post('/need-renewals/look', { token });
  expect([look.status, look.body.need]).toMatchObject([
    200,
    { id, title: 'Обогреватели для посёлка', organization: { id: organization } },
  ]);
  expect(Object.keys(look.body.need)).toEqual([
    'id',
    'number',
    'title',
    'status',
    'deadline',
    'freshUntil',
    'organization',
  ]);
  const done = await visitor.post('/need-renewals', { token });
  expect([done.status, Date.parse(done.body.need.freshUntil) > Date.now() + 59 * 86_400_000]).toEqual([200, true]);
  expect((await visitor.post('/need-renewals', { token })).body).toMatchObject({
    status: 409,
    code: 'need.renewal-link-used',
  });
  for (const wrong of [{ token: 'x' }, { token: '' }])
    expect((await visitor.post('/need-renewals', wrong)).body.code).toBe('need.renewal-link-unknown');
  for (const wrong of [{}, { token: 1 }, { token: 'x'.repeat(101) }, { token: 'x\0' }])
    expect((await visitor.post('/need-renewals/look', wrong)).status).toBe(422);
});

test('a promise beyond the limit is refused in words', async () => {
  const giver = await api.person();
  const accept = async (): Promise<string | number> => {
    const id = await open({ title: 'Обогреватели к зиме' });
    const offer = (
      await giver.post('/offers', {
        kind: 'goods',
        category: 'relief-household',
        item: 'heater',
        quantity: '5',
        unit: 'pcs',
        place: 'zeya',
      })
    ).body.id;
    await db.source.query(
      `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at) VALUES ($1, $1, $2, 'proposed', 5, 'pcs', 500000, '[]', 1, now())`,
      [offer, id],
    );
    const answer = await giver.post(`/matches/${offer}/accept`, {}, { 'accept-language': 'ru' });
    return answer.status === 200 ? 200 : `${answer.status} ${answer.body.code} ${answer.body.detail}`;
  };
  expect([await accept(), await accept(), await accept()]).toEqual([200, 200, 200]);
  expect(String(await accept()).replace(/\u00a0/g, ' ')).toMatch(
    /^409 match\.holding-too-much Пока можно обещать не больше 3 раз одновременно\. Когда/,
  );
});
