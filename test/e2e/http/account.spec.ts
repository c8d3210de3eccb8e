import { DAY_MS, dayAt, HOUR_MS, MINUTE_MS, SetClock } from '#kernel';
import { identityChecks, identityEntities } from '#identity';
import { AGREED, startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';

const NEW = 'совершенно новый пароль';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0';
const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock, settings: { TRUST_PROXY: '127.0.0.1', PUBLIC_URL: 'https://lepta.example' } });
});
afterEach(async () => {
  for (const { sentence, sql } of identityChecks)
    expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const mailsOf = (personId: string, template?: string) =>
  readMails(db.source, 'm.person_id = $1 AND ($2::text IS NULL OR m.template = $2)', [personId, template ?? null]);
const tokensOf = async (personId: string, template: string) =>
  (await mailsOf(personId, template)).map((mail) => /#(\S+)/.exec(mail.body)?.[1] as string);
const emailOf = async (person: Caller) => (await person.get('/session')).body.person.email as string;
const tries = async (email: string, password: string) =>
  (await api.visitor().post('/session', { email, password })).status;
const fresh = () => `${Math.random().toString(36).slice(2)}@example.org`;

test('a forgotten password: the link sets a new one, once, and ends every session and key', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  const key = (await person.post('/api-keys', { name: 'ключ' })).body.secret;
  const asked = await api.visitor().post('/password-resets', { email: email.toUpperCase() });
  expect([asked.status, asked.body]).toEqual([202, { email, next: 'open-the-mail' }]);
  const [token] = await tokensOf(person.personId, 'reset-password');
  expect(
    (await api.visitor().post('/password-resets/complete', { token, password: 'qwerty123456' })).body.errors,
  ).toEqual([expect.objectContaining({ field: 'password', code: 'identity.password-too-easy' })]);
  expect((await api.visitor().post('/password-resets/complete', { token, password: NEW })).status).toBe(200);
  expect((await person.get('/session')).status).toBe(401);
  expect((await api.program(key).get('/session')).status).toBe(401);
  expect([await tries(email, TEST_PASSWORD), await tries(email, NEW)]).toEqual([401, 201]);
  const again = await api.visitor().post('/password-resets/complete', { token, password: TEST_PASSWORD });
  expect([again.status, again.body.code]).toEqual([422, 'identity.link-not-valid']);
  expect(await mailsOf(person.personId, 'password-changed')).toHaveLength(1);
});

test('an unknown address gets the same answer and no mail', async () => {
  const before = (await db.source.query('SELECT count(*) AS n FROM mails'))[0].n;
  const email = fresh();
  const answer = await api.visitor().post('/password-resets', { email });
  expect([answer.status, answer.body]).toEqual([202, { email, next: 'open-the-mail' }]);
  expect((await db.source.query('SELECT count(*) AS n FROM mails'))[0].n).toBe(before);
});

test('a link is dead after an hour; when the password is set the others are dead too', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  await api.visitor().post('/password-resets', { email });
  const [old] = await tokensOf(person.personId, 'reset-password');
  clock.forward(HOUR_MS);
  expect((await api.visitor().post('/password-resets/complete', { token: old, password: NEW })).status).toBe(422);
  await api.visitor().post('/password-resets', { email });
  await api.visitor().post('/password-resets', { email });
  const [, second, third] = await tokensOf(person.personId, 'reset-password');
  const answers = await Promise.all(
    [second, third].map((token) => api.visitor().post('/password-resets/complete', { token, password: NEW })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
});

test('a stranger who asks for resets all day locks nobody out: the owner has working links, signs in, and can ask again', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  const stranger = { 'x-forwarded-for': '203.0.113.66' };
  const statuses = [];
  for (let i = 0; i < 70; i += 1)
    statuses.push((await api.visitor(stranger).post('/password-resets', { email })).status);
  expect([statuses[0], statuses[59], statuses[60]]).toEqual([202, 202, 429]);
  const tokens = await tokensOf(person.personId, 'reset-password');
  expect(tokens).toHaveLength(3); // enough mails for one address in an hour
  expect(await tries(email, TEST_PASSWORD)).toBe(201);
  expect((await api.visitor({ 'x-forwarded-for': '198.51.100.7' }).post('/password-resets', { email })).status).toBe(
    202,
  );
  expect((await api.visitor().post('/password-resets/complete', { token: tokens[0], password: NEW })).status).toBe(200);
});

test('who signs in with the old password while it is being changed is out all the same', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  await api.visitor().post('/password-resets', { email });
  const [token] = await tokensOf(person.personId, 'reset-password');
  const thieves = Array.from({ length: 12 }, () => api.visitor());
  const signIns = thieves.map(async (thief, at) => {
    await new Promise((done) => setTimeout(done, at * 15));
    return thief.post('/session', { email, password: TEST_PASSWORD });
  });
  expect((await api.visitor().post('/password-resets/complete', { token, password: NEW })).status).toBe(200);
  await Promise.all(signIns);
  for (const thief of thieves) expect((await thief.get('/session')).status).toBe(401);
});

test('a change of password needs the old one and ends the other sessions and every key, which its mail tells', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  const program = api.program((await person.post('/api-keys', { name: 'ключ' })).body.secret);
  expect((await program.get('/session')).status).toBe(200);
  const other = await api.signIn(email, TEST_PASSWORD);
  expect((await person.post('/me/password', { current: 'не тот пароль', password: NEW })).body.errors).toEqual([
    expect.objectContaining({ field: 'current', code: 'identity.wrong-own-password' }),
  ]);
  expect((await person.post('/me/password', { current: TEST_PASSWORD, password: 'aaaaaaaaaaaa' })).body.errors).toEqual(
    [expect.objectContaining({ field: 'password' })],
  );
  expect((await person.post('/me/password', { current: TEST_PASSWORD, password: NEW })).status).toBe(204);
  expect([(await person.get('/session')).status, (await other.get('/session')).status]).toEqual([200, 401]);
  expect([await tries(email, TEST_PASSWORD), await tries(email, NEW)]).toEqual([401, 201]);
  expect([(await program.get('/session')).body.code, (await person.get('/api-keys')).body.items]).toEqual([
    'identity.bad-key',
    [],
  ]);
  expect((await mailsOf(person.personId, 'password-changed'))[0]!.body).toContain('все ключи программ');
});

test('guessing the old password in a session that was left open is stopped, and the owner signs in elsewhere all the same', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  const statuses = [];
  for (let i = 0; i < 11; i += 1)
    statuses.push((await person.post('/me/password', { current: `догадка ${i}`, password: NEW })).status);
  expect(statuses).toEqual([...Array(10).fill(422), 429]);
  expect(await tries(email, TEST_PASSWORD)).toBe(201);
});

test('another address: confirmed where the mail goes, told to the old one, which can take it back for a week', async () => {
  const person = await api.person();
  const [old, next] = [await emailOf(person), fresh()];
  expect((await person.post('/me/email', { email: next, password: 'не тот пароль' })).status).toBe(422);
  expect((await person.post('/me/email', { email: old, password: TEST_PASSWORD })).body.errors).toEqual([
    expect.objectContaining({ field: 'email', code: 'identity.same-email' }),
  ]);
  expect((await person.post('/me/email', { email: next.toUpperCase(), password: TEST_PASSWORD })).body).toEqual({
    email: next,
    next: 'confirm-email',
  });
  expect(await emailOf(person)).toBe(old);
  const [mail] = await mailsOf(person.personId, 'confirm-new-email');
  expect(mail!.address).toBe(next);
  await api.visitor().post('/password-resets', { email: old });
  const [reset] = await tokensOf(person.personId, 'reset-password');
  const [token] = await tokensOf(person.personId, 'confirm-new-email');
  expect((await api.visitor().post('/email-changes/confirm', { token })).body.code).toBe('identity.not-your-change');
  expect((await person.post('/email-changes/confirm', { token })).body).toEqual({ email: next });
  expect((await person.get('/session')).body.person).toMatchObject({ email: next, emailConfirmed: true });
  expect((await api.visitor().post('/email-changes/confirm', { token })).status).toBe(422);
  expect((await api.visitor().post('/password-resets/complete', { token: reset, password: NEW })).status).toBe(422); // it went to the old address
  const [told] = await mailsOf(person.personId, 'email-changed');
  expect(told!.address).toBe(old);
  const [undo] = await tokensOf(person.personId, 'email-changed');
  clock.forward(6 * DAY_MS);
  expect((await api.visitor().post('/email-changes/undo', { token: undo })).body).toEqual({ email: old });
  expect((await person.get('/session')).status).toBe(401);
  expect([await tries(next, TEST_PASSWORD), await tries(old, TEST_PASSWORD)]).toEqual([401, 401]); // the person who changed it knew the password
  const resets = await tokensOf(person.personId, 'reset-password');
  expect((await api.visitor().post('/password-resets/complete', { token: resets.at(-1), password: NEW })).status).toBe(
    200,
  );
  expect(await tries(old, NEW)).toBe(201);
  expect((await api.visitor().post('/email-changes/undo', { token: undo })).status).toBe(422);
});

test('a thief who changes the address twice and adds a second factor has nothing once the owner takes it back', async () => {
  const { TOTP, Secret } = await import('otpauth');
  const owner = await api.person();
  const email = await emailOf(owner);
  const thief = await api.signIn(email, TEST_PASSWORD);
  for (const at of [1, 2]) {
    await thief.post('/me/email', { email: `thief-${at}@example.org`, password: TEST_PASSWORD });
    await thief.post('/email-changes/confirm', { token: (await tokensOf(owner.personId, 'confirm-new-email')).at(-1) });
    clock.forward(MINUTE_MS);
  }
  const { secret } = (await thief.post('/me/totp', { password: TEST_PASSWORD })).body;
  await thief.post('/me/totp/confirm', {
    code: new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() }),
  });
  const undos = await tokensOf(owner.personId, 'email-changed');
  expect((await api.visitor().post('/email-changes/undo', { token: undos[0] })).body).toEqual({ email });
  expect((await api.visitor().post('/email-changes/undo', { token: undos[1] })).status).toBe(422); // the thief's own way back
  expect((await thief.get('/session')).status).toBe(401);
  await api.visitor().post('/password-resets/complete', {
    token: (await tokensOf(owner.personId, 'reset-password')).at(-1),
    password: NEW,
  });
  expect(await tries(email, NEW)).toBe(201);
});

test('an address that is taken answers the same; its owner hears of it, and a link that lost the race is dead', async () => {
  const [person, owner] = [await api.person(), await api.person()];
  const taken = await emailOf(owner);
  const answer = await person.post('/me/email', { email: taken, password: TEST_PASSWORD });
  expect([answer.status, answer.body]).toEqual([202, { email: taken, next: 'confirm-email' }]);
  expect(await mailsOf(owner.personId, 'already-registered')).toHaveLength(1);
  expect(await mailsOf(person.personId, 'confirm-new-email')).toEqual([]);
  const free = fresh();
  await person.post('/me/email', { email: free, password: TEST_PASSWORD });
  await api.visitor().post('/people', { email: free, password: NEW, name: 'Первая', locale: 'ru', consents: AGREED });
  const [token] = await tokensOf(person.personId, 'confirm-new-email');
  expect((await person.post('/email-changes/confirm', { token })).body.code).toBe('identity.link-not-valid');
});

test('where I am signed in: family of browser and day, no more; one ends, all others end', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  const phone = await api.signIn(email, TEST_PASSWORD, { 'user-agent': FIREFOX });
  const third = await api.signIn(email, TEST_PASSWORD);
  const { items } = (await person.get('/me/sessions')).body;
  expect(items).toHaveLength(3);
  // the day at the place: 00:28 there is still the day before in UTC
  expect(items[0]).toMatchObject({ current: true, lastSeen: dayAt('Asia/Yakutsk', clock.now()) });
  const firefox = items.find((item: { device: string | null }) => item.device === 'Firefox, Linux');
  expect(Object.keys(firefox).sort()).toEqual(['current', 'device', 'id', 'lastSeen', 'signedInAt']);
  expect(
    JSON.stringify(
      await db.source.query(`SELECT sess FROM sessions WHERE sess ->> 'personId' = $1`, [person.personId]),
    ),
  ).not.toContain('rv:133');
  const stranger = await api.person();
  expect((await stranger.delete(`/me/sessions/${firefox.id}`)).status).toBe(404);
  expect((await person.delete(`/me/sessions/${firefox.id}`)).status).toBe(204);
  expect([(await phone.get('/session')).status, (await third.get('/session')).status]).toEqual([401, 200]);
  expect((await person.post('/me/sessions/end-others')).body).toEqual({ ended: 1 });
  expect([
    (await third.get('/session')).status,
    (await person.get('/session')).status,
    (await stranger.get('/session')).status,
  ]).toEqual([401, 200, 200]);
});

test('a sign-in from a device that was not seen before is told by mail, in the language of its person; the first one is not', async () => {
  const person = await api.person();
  const email = await emailOf(person);
  expect(await mailsOf(person.personId, 'new-device')).toEqual([]);
  const device = /__Host-lepta_device=[^;]+/.exec(person.cookie)?.[0] as string; // PUBLIC_URL is https
  await api.visitor({ cookie: device }).post('/session', { email, password: TEST_PASSWORD });
  expect(await mailsOf(person.personId, 'new-device')).toEqual([]);
  await db.source.query(`UPDATE people SET locale = 'en' WHERE id = $1`, [person.personId]);
  await api.visitor({ 'user-agent': FIREFOX }).post('/session', { email, password: TEST_PASSWORD });
  expect(await mailsOf(person.personId, 'new-device')).toEqual([
    expect.objectContaining({ subject: 'Sign-in from a new device', body: expect.stringContaining('Firefox, Linux') }),
  ]);
  expect(
    JSON.stringify(await db.source.query(`SELECT encode(device_hash, 'escape') FROM known_devices`)),
  ).not.toContain(device.split('=')[1]);
  const planted = await api
    .visitor({ cookie: `__Host-lepta_device=${'x'.repeat(3000)}` })
    .post('/session', { email, password: TEST_PASSWORD });
  expect(planted.status).toBe(201);
  const guest = await api.person(); // the same browser, another person
  await api.visitor({ cookie: device }).post('/session', { email: await emailOf(guest), password: TEST_PASSWORD });
  expect(await mailsOf(guest.personId, 'new-device')).toHaveLength(1);
});

test('a program with a key does nothing of this', async () => {
  const person = await api.person();
  const program = api.program((await person.post('/api-keys', { name: 'ключ' })).body.secret);
  for (const [method, path] of [
    ['POST', '/me/password'],
    ['POST', '/me/email'],
    ['GET', '/me/sessions'],
    ['POST', '/me/sessions/end-others'],
    ['GET', '/me/export'],
    ['POST', '/me/erasure'],
    ['POST', '/me/totp'],
  ] as const) {
    const answer = await program.call(method, path, method === 'POST' ? {} : undefined);
    expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'identity.only-in-person']);
    expect((await api.visitor().call(method, path, method === 'POST' ? {} : undefined)).status).toBe(401);
  }
});
