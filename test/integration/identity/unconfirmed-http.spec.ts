import { createHash } from 'node:crypto';
import { newId } from '#kernel';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
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

/** Somebody with a session of the time before accounts without a confirmed address were refused at the door. */
async function newcomer(): Promise<Caller> {
  const who = await api.person();
  await db.source.query('UPDATE people SET email_confirmed_at = NULL WHERE id = $1', [who.personId]);
  return who;
}
const confirm = (who: Caller) => db.source.query('UPDATE people SET email_confirmed_at = now() WHERE id = $1', [who.personId]);
/** Mails to confirm the address that were asked for. */
const mails = async (who: Caller): Promise<number> => (await db.source.query(`SELECT count(*)::int AS count FROM facts WHERE type = 'person.confirmation-asked' AND payload ->> 'personId' = $1`, [who.personId]))[0].count;
const grant = (who: Caller, role: string, type: string, id: string | null) => db.source.query('INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, $3, $4, $5)', [newId(), who.personId, role, type, id]);

test('a kopeck from an unconfirmed address holds nothing and reads nothing; the refusal says why and sends the mail', async () => {
  const who = await newcomer();
  const need = await region.openNeed({ kind: 'money', category: 'relief-violence', item: null, unit: 'rub', quantity: '1000', autoAccept: true, title: 'Билет для Нарышкиной', description: 'Сиреневая улица, дом 5.' });
  const offer = ok(await who.post('/offers', { kind: 'money', quantity: '0.01', unit: 'rub', until: inDays(30), prefers: [region.organization] }), 201).body.id;
  const match = await region.propose(offer, need, 1, 'kopeck');
  expect((await who.get(`/matches/${match}`)).body.can).toEqual(['accept', 'decline']); // trying is what sends the mail
  const refused = await who.post(`/matches/${match}/accept`, {}, { 'accept-language': 'ru' });
  expect([refused.status, refused.body.code]).toEqual([409, 'person.unconfirmed']);
  expect(refused.body.detail.replaceAll('\u00a0', ' ')).toMatch(/^Сначала подтвердите адрес почты: откройте ссылку из письма/);
  expect((await who.post(`/matches/${match}/accept`, {}, { 'accept-language': 'en' })).body.detail).toMatch(/^Confirm your e-mail address first: open the link in the mail/);
  expect(await mails(who)).toBe(2); // a job writes as many of them in an hour as registering sends
  expect(await region.needBalance(need)).toMatchObject({ open: 100_000, reserved: 0 });
  for (const path of [`/needs/${need}`, `/matches/${match}`]) expect((await who.get(path)).text).not.toMatch(/Нарышкин|Сиреневая/);

  expect(ok(await region.coordinator.post(`/matches/${match}/accept`)).body.status).toBe('held'); // the organization's yes alone opens nothing
  expect((await who.get(`/needs/${need}`)).text).not.toMatch(/Нарышкин|Сиреневая/);
  expect((await who.post(`/matches/${match}/accept`)).body.code).toBe('person.unconfirmed');
  await confirm(who);
  expect(ok(await who.post(`/matches/${match}/accept`)).body.status).toBe('accepted');
  expect(await mails(who)).toBe(3);
});

test('nothing that others rely on comes from an unconfirmed address, and roles sleep until it is confirmed', async () => {
  const who = await newcomer();
  const refused = async (path: string, body: object = {}): Promise<void> => {
    const answer = await who.post(path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 409, 'person.unconfirmed']);
  };
  await refused('/organizations', { name: 'АНО «Новая»', shortName: '«Новая»', form: 'ano', place: 'zeya', account: ACCOUNT, ...freshNumbers() });
  const token = 'x'.repeat(43);
  const { email } = (await db.source.query('SELECT email FROM people WHERE id = $1', [who.personId]))[0];
  await db.source.query(
    `INSERT INTO organization_invitations (id, organization_id, email, role, token_hash, invited_by, created_at, expires_at) VALUES ($1, $2, $3, 'coordinator', $4, $5, now(), now() + interval '1 day')`,
    [newId(), region.organization, email, createHash('sha256').update(token).digest(), region.coordinator.personId],
  );
  await refused('/invitations/accept', { token });
  const own = await verifiedOrganization(db.source, who.personId);
  await grant(who, 'moderator', 'platform', null);
  expect((await who.post('/needs', heaters(own))).status).toBe(403);
  expect((await who.get('/reviews')).status).toBe(403);
  await confirm(who);
  expect((await who.get('/reviews')).status).toBe(200);
  const need = ok(await who.post('/needs', heaters(own)), 201).body.id;
  for (const [path, body] of [[`/needs/${need}/submit`, {}], ['/invitations/accept', { token }]] as const) expect((await who.post(path, body)).status).toBe(200);
});

test('an offer of an unconfirmed person stands and may be taken back', async () => {
  const who = await newcomer();
  const offer = ok(await who.post('/offers', wish({ quantity: '5' })), 201).body;
  expect(offer.status).toBe('open');
  const match = await region.propose(offer.id, await region.openNeed(), 5);
  ok(await who.post(`/matches/${match}/decline`));
  expect(ok(await who.post(`/offers/${offer.id}/withdraw`)).body.status).toBe('withdrawn');
});
