import { createHash } from 'node:crypto';
import { newId } from '#kernel';
import { startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { ACCOUNT, freshNumbers, heaters, inDays, ok, Region, verifiedOrganization, wish } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  region = await Region.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** Registers over HTTP and signs in; nobody opens the mail. */
async function newcomer(): Promise<Caller & { email: string }> {
  const email = `n${newId().replaceAll('-', '')}@example.org`;
  ok(await api.visitor().post('/people', { email, password: TEST_PASSWORD, name: 'Новый человек', locale: 'ru' }), 201);
  return Object.assign(await api.signIn(email, TEST_PASSWORD), { email });
}
const confirm = (who: Caller) => db.source.query('UPDATE people SET email_confirmed_at = now() WHERE id = $1', [who.personId]);
const mails = async (who: Caller): Promise<number> => (await db.source.query(`SELECT count(*)::int AS count FROM mails WHERE person_id = $1 AND template = 'confirm-email'`, [who.personId]))[0].count;
const grant = (who: Caller, role: string, type: string, id: string | null) => db.source.query('INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, $3, $4, $5)', [newId(), who.personId, role, type, id]);

test('a kopeck from an unconfirmed address holds nothing and reads nothing; the refusal says why and sends the mail', async () => {
  const who = await newcomer();
  expect(await mails(who)).toBe(1);
  const need = await region.openNeed({ kind: 'money', category: 'relief-violence', item: null, unit: 'rub', quantity: '1000', autoAccept: true, title: 'Билет для Нарышкиной', description: 'Сиреневая улица, дом 5.' });
  const offer = ok(await who.post('/offers', { kind: 'money', quantity: '0.01', unit: 'rub', until: inDays(30), prefers: [region.organization] }), 201).body.id;
  const match = await region.propose(offer, need, 1, 'kopeck');
  expect((await who.get(`/matches/${match}`)).body.can).toEqual(['accept', 'decline']); // trying is what sends the mail
  const refused = await who.post(`/matches/${match}/accept`, {}, { 'accept-language': 'ru' });
  expect([refused.status, refused.body.code]).toEqual([409, 'person.unconfirmed']);
  expect(refused.body.detail.replaceAll('\u00a0', ' ')).toMatch(/^Сначала подтвердите адрес почты: откройте ссылку из письма/);
  expect((await who.post(`/matches/${match}/accept`, {}, { 'accept-language': 'en' })).body.detail).toMatch(/^Confirm your e-mail address first: open the link in the mail/);
  expect(await mails(who)).toBe(3);
  for (let at = 0; at < 3; at += 1) expect((await who.post(`/matches/${match}/accept`)).body.code).toBe('person.unconfirmed');
  expect(await mails(who)).toBe(3); // as many in an hour as registering sends
  expect(await region.needBalance(need)).toMatchObject({ open: 100_000, reserved: 0 });
  for (const path of [`/needs/${need}`, `/matches/${match}`]) expect((await who.get(path)).text).not.toMatch(/Нарышкин|Сиреневая/);

  expect(ok(await region.coordinator.post(`/matches/${match}/accept`)).body.status).toBe('held'); // the organization's yes alone opens nothing
  expect((await who.get(`/needs/${need}`)).text).not.toMatch(/Нарышкин|Сиреневая/);
  expect((await who.post(`/matches/${match}/accept`)).body.code).toBe('person.unconfirmed');
  await confirm(who);
  expect(ok(await who.post(`/matches/${match}/accept`)).body.status).toBe('accepted');
  expect(await mails(who)).toBe(3);
});

test('no member of an organization says yes from an unconfirmed address either', async () => {
  const need = await region.openNeed();
  const match = await region.propose(await region.postOffer({ quantity: '5' }), need, 5);
  const who = await newcomer();
  await grant(who, 'coordinator', 'organization', region.organization);
  expect((await who.post(`/matches/${match}/accept`)).body.code).toBe('person.unconfirmed');
  expect([await mails(who), await region.needBalance(need)]).toMatchObject([2, { reserved: 0 }]);
});

test('nothing that others rely on comes from an unconfirmed address: no need, organization, invitation, membership or decision', async () => {
  const who = await newcomer();
  const refused = async (path: string, body: object = {}): Promise<void> => {
    const answer = await who.post(path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 409, 'person.unconfirmed']);
  };
  const draft = ok(await who.post('/organizations', { name: 'АНО «Новая»', shortName: '«Новая»', form: 'ano', place: 'zeya', account: ACCOUNT, ...freshNumbers() }), 201).body.id;
  await refused(`/organizations/${draft}/submit`);
  await refused(`/organizations/${draft}/invitations`, { email: 'anybody@example.org', role: 'coordinator' });
  const own = await verifiedOrganization(db.source, who.personId);
  const need = ok(await who.post('/needs', heaters(own)), 201).body.id;
  await refused(`/needs/${need}/submit`);
  const token = 'x'.repeat(43);
  await db.source.query(
    `INSERT INTO organization_invitations (id, organization_id, email, role, token_hash, invited_by, created_at, expires_at) VALUES ($1, $2, $3, 'coordinator', $4, $5, now(), now() + interval '1 day')`,
    [newId(), region.organization, who.email, createHash('sha256').update(token).digest(), region.coordinator.personId],
  );
  await refused('/invitations/accept', { token });
  await grant(who, 'moderator', 'platform', null);
  await refused(`/reviews/${newId()}/decision`, { outcome: 'approve' });
  expect(await db.source.query('SELECT 1 FROM mails m WHERE address = $1', ['anybody@example.org'])).toEqual([]);
  await confirm(who);
  for (const [path, body] of [[`/organizations/${draft}/submit`, {}], [`/needs/${need}/submit`, {}], ['/invitations/accept', { token }]] as const) expect((await who.post(path, body)).status).toBe(200);
});

test('an offer of an unconfirmed person stands and may be taken back', async () => {
  const who = await newcomer();
  const offer = ok(await who.post('/offers', wish({ quantity: '5' })), 201).body;
  expect(offer.status).toBe('open');
  const match = await region.propose(offer.id, await region.openNeed(), 5);
  ok(await who.post(`/matches/${match}/decline`));
  expect(ok(await who.post(`/offers/${offer.id}/withdraw`)).body.status).toBe('withdrawn');
});
