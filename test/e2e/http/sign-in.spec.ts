import { DAY_MS, HOUR_MS, MINUTE_MS, SetClock } from '#kernel';
import { identityEntities } from '#identity';
import { AGREED, startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';

let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const registration = (email: string) => ({
  email,
  password: 'сливовый пирог 7',
  name: 'Анна',
  locale: 'ru',
  consents: AGREED,
});
const linkOf = async (email: string, template = 'confirm-email') => {
  const mail = (await readMails(db.source, 'p.email = $1 AND m.template = $2', [email, template])).at(-1);
  return mail && /#(\S+)/.exec(mail.body)?.[1];
};

test('a newcomer registers, confirms the address in the same browser, signs in and signs out', async () => {
  const anna = api.visitor();
  const registered = await anna.post('/people', { ...registration('Anna@Example.org'), consents: AGREED });
  expect([registered.status, registered.body]).toEqual([201, { email: 'anna@example.org', next: 'confirm-email' }]);
  expect((await anna.post('/session', { email: 'anna@example.org', password: 'сливовый пирог 7' })).body.code).toBe(
    'identity.wrong-sign-in',
  );
  expect((await anna.post('/email-confirmations', { token: await linkOf('anna@example.org') })).status).toBe(200);
  const signedIn = await anna.post('/session', { email: 'ANNA@example.org', password: 'сливовый пирог 7' });
  expect(signedIn.status).toBe(201);
  expect(signedIn.body).toEqual({
    person: { id: expect.any(String), name: 'Анна', email: 'anna@example.org', locale: 'ru', emailConfirmed: true },
    memberships: [],
    roles: [],
    secondFactorRequired: false,
    consentsAsked: [],
  });
  const cookie = signedIn.headers.getSetCookie().find((line) => line.startsWith('lepta_session='));
  expect(cookie).toMatch(/^lepta_session=.*HttpOnly.*SameSite=Lax/);
  expect(cookie).not.toMatch(/Secure/);
  const me = await anna.get('/session');
  expect([me.status, me.body.person.emailConfirmed]).toEqual([200, true]);
  const consents = await anna.get('/me/consents');
  expect(consents.body.items).toMatchObject([{ purpose: 'personal-data', version: '2026-01', withdrawnAt: null }]);
  const kept = anna.cookie;
  expect((await anna.delete('/session')).status).toBe(204);
  expect(anna.cookie).not.toMatch(/lepta_session/);
  expect((await api.visitor({ cookie: kept }).get('/session')).status).toBe(401);
});

test('registering a known address answers the same, and only its owner hears of it', async () => {
  const first = await api.visitor().post('/people', registration('twice@example.org'));
  const again = await api
    .visitor()
    .post('/people', { ...registration('twice@example.org'), password: 'совсем другой пароль' });
  expect([again.status, again.text]).toEqual([first.status, first.text]);
  await api
    .visitor()
    .post('/email-confirmations', { token: await linkOf('twice@example.org'), password: 'мой пароль 22' });
  const third = await api.visitor().post('/people', registration('twice@example.org'));
  expect([third.status, third.text]).toEqual([first.status, first.text]);
  expect(
    (
      await db.source.query(
        `SELECT count(*) AS n FROM mails m JOIN people p ON p.id = m.person_id WHERE p.email = 'twice@example.org' AND template = 'already-registered'`,
      )
    )[0].n,
  ).toBe(1);
  expect((await db.source.query(`SELECT count(*) AS n FROM people WHERE email = 'twice@example.org'`))[0].n).toBe(1);
});

test('a confirmation link works once and not for ever', async () => {
  const visitor = api.visitor();
  await visitor.post('/people', registration('once@example.org'));
  const token = await linkOf('once@example.org');
  expect((await visitor.post('/email-confirmations', { token })).status).toBe(200);
  const again = await visitor.post('/email-confirmations', { token });
  expect([again.status, again.body.code]).toEqual([422, 'identity.link-not-valid']);
});

test('wrong password and unknown address are refused in the same words', async () => {
  const wrong = await api.visitor().post('/session', { email: 'anna@example.org', password: 'не тот пароль' });
  const unknown = await api.visitor().post('/session', { email: 'nobody@example.org', password: 'не тот пароль' });
  const same = ({ status, body }: typeof wrong) => ({ status, body: { ...body, instance: '' } });
  expect(same(wrong)).toEqual(same(unknown));
  expect(wrong.body.code).toBe('identity.wrong-sign-in');
});

test('signing in gives a new session id, so one that was planted is worth nothing', async () => {
  const person = await api.person();
  const before = person.cookie;
  const email = (await person.get('/session')).body.person.email;
  const again = api.visitor({ cookie: before });
  const answer = await again.post('/session', { email, password: 'проверка 2026 лепта' });
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie().join()).toMatch(/lepta_session=/);
  expect((await api.visitor({ cookie: before }).get('/session')).status).toBe(401);
});

test('a session that is used lasts on, is written down once an hour, and ends after ninety days in any case', async () => {
  const clock = new SetClock(new Date());
  const later = await startApi(db, { clock });
  try {
    const person = await later.person();
    const expire = async () =>
      (await db.source.query(`SELECT expire FROM sessions WHERE sess ->> 'personId' = $1`, [person.personId]))[0]
        .expire as Date;
    const first = await expire();
    expect((await person.get('/session')).headers.getSetCookie()).toEqual([]);
    clock.forward(6 * MINUTE_MS); // who administers reads when they were last here, to five minutes
    expect((await person.get('/session')).headers.getSetCookie()).toHaveLength(1);
    expect((await expire()).getTime() - first.getTime()).toBeGreaterThan(5 * MINUTE_MS);
    expect((await person.get('/session')).headers.getSetCookie()).toEqual([]);
    clock.forward(90 * DAY_MS);
    expect((await person.get('/session')).status).toBe(401);
    expect((await person.delete('/session')).status).toBe(204);
  } finally {
    await later.close();
  }
});

test('a request that runs while its person signs out does not bring the session back', async () => {
  const clock = new SetClock(new Date());
  const later = await startApi(db, { clock });
  try {
    for (let round = 0; round < 5; round += 1) {
      clock.set(new Date());
      const person = await later.person();
      const same = later.visitor({ cookie: person.cookie });
      clock.forward(2 * HOUR_MS);
      await Promise.all([same.get('/session'), same.get('/session'), person.delete('/session'), same.get('/session')]);
      expect((await same.get('/session')).status).toBe(401);
    }
  } finally {
    await later.close();
  }
});

test('seven people sign in at once', async () => {
  const people = await Promise.all(Array.from({ length: 7 }, () => api.person()));
  expect(new Set(people.map((p) => p.personId)).size).toBe(7);
});

test('guessing is stopped for the pair of address and network, not for the owner who knows the password elsewhere', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  const guesses = [];
  for (let i = 0; i < 11; i += 1)
    guesses.push((await api.visitor().post('/session', { email, password: `догадка ${i}` })).status);
  expect(guesses).toEqual([...Array(10).fill(401), 429]);
  const refused = await api
    .visitor()
    .post('/session', { email, password: 'проверка 2026 лепта' }, { 'accept-language': 'en' });
  expect(refused.body).toMatchObject({
    code: 'identity.too-many-attempts',
    detail: expect.stringMatching(/Too many attempts/),
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
  const other = await api.person(); // the same network, another address
  expect((await other.get('/session')).status).toBe(200);
});

test('weak passwords and unknown consents are named', async () => {
  for (const [password, code] of [
    ['короткий'.slice(0, 7), 'form.too-short'],
    ['qwerty123456', 'identity.password-too-easy'],
    ['aaaaaaaaaa', 'identity.password-too-easy'],
  ] as const) {
    const answer = await api.visitor().post('/people', { ...registration('weak@example.org'), password });
    expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ field: 'password', code })]]);
  }
  const consent = await api.visitor().post('/people', {
    ...registration('weak@example.org'),
    consents: [{ purpose: 'personal-data', version: '1900' }],
  });
  expect(consent.body.errors).toEqual([
    expect.objectContaining({ field: 'consents.0', code: 'identity.unknown-consent' }),
  ]);
});

test('a consent is taken back and stays on record', async () => {
  const person = await api.person();
  const given = await person.post('/me/consents', { purpose: 'news', version: '2026-01' });
  expect(given.status).toBe(201);
  expect((await person.post('/me/consents', { purpose: 'news', version: '2026-01' })).body.id).toBe(given.body.id);
  const stranger = await api.person();
  expect((await stranger.post(`/me/consents/${given.body.id}/withdraw`)).status).toBe(404);
  expect((await person.post(`/me/consents/${given.body.id}/withdraw`)).body.withdrawnAt).toEqual(expect.any(String));
  expect((await person.get('/me/consents')).body.items).toHaveLength(1);
});

test('a program acts with a key, until it is revoked', async () => {
  const person = await api.person();
  const made = await person.post('/api-keys', { name: 'выгрузка' });
  expect(made.status).toBe(201);
  expect(made.body.secret).toMatch(/^lepta_[\w-]{43}$/);
  const program = api.program(made.body.secret);
  expect((await program.get('/session')).body.person.id).toBe(person.personId);
  expect((await program.post('/api-keys', { name: 'ещё один' })).body.code).toBe('identity.not-with-a-key');
  expect((await person.get('/api-keys')).body.items).toMatchObject([
    { id: made.body.id, prefix: made.body.secret.slice(0, 12), lastUsedAt: expect.any(String) },
  ]);
  expect(JSON.stringify(await db.source.query('SELECT * FROM api_keys'))).not.toContain(made.body.secret.slice(12));
  const stranger = await api.person();
  expect((await stranger.delete(`/api-keys/${made.body.id}`)).status).toBe(404);
  expect((await person.delete(`/api-keys/${made.body.id}`)).status).toBe(204);
  const after = await program.get('/session');
  expect([after.status, after.body.code]).toEqual([401, 'identity.bad-key']);
});

test('the same request for a key, sent twice, makes one key and stores no secret', async () => {
  const person = await api.person();
  const key = { 'idempotency-key': 'key-of-a-key' };
  const first = await person.post('/api-keys', { name: 'раз' }, key);
  const second = await person.post('/api-keys', { name: 'раз' }, key);
  expect([second.status, second.body.id, second.body.secret]).toEqual([201, first.body.id, null]);
  expect(JSON.stringify(await db.source.query('SELECT * FROM idempotency_keys'))).not.toContain(first.body.secret);
});

test('the outbox is for administrators', async () => {
  const administrator = await api.person('administrator');
  const person = await api.person('moderator');
  expect((await api.visitor().get('/mails')).status).toBe(401);
  expect((await person.get('/mails')).status).toBe(403);
  const first = await administrator.get('/mails?limit=2');
  expect(first.body.items).toHaveLength(2);
  const second = await administrator.get(`/mails?limit=2&cursor=${first.body.nextCursor}`);
  const ids = [...first.body.items, ...second.body.items].map((mail: { id: string }) => mail.id);
  expect(new Set(ids).size).toBe(ids.length);
  const to = first.body.items[0].person.id;
  const filtered = await administrator.get(`/mails?person=${to}`);
  expect(filtered.body.items.every((mail: { person: { id: string } }) => mail.person.id === to)).toBe(true);
});
