import { TOTP, Secret } from 'otpauth';
import { DAY_MS, MINUTE_MS, SetClock } from '#kernel';
import { IdentityService, identityEntities } from '#identity';
import { startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let strict: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock, settings: { SESSION_SECRET: 's'.repeat(40), TRUST_PROXY: '127.0.0.1' } });
  strict = await startApi(db, { clock, settings: { SESSION_SECRET: 's'.repeat(40), REQUIRE_SECOND_FACTOR: 'on' } });
});
afterAll(async () => {
  await api?.close();
  await strict?.close();
  await db?.drop();
});

const codeOf = (secret: string, at = clock.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
/** A code works once, so each use is half a minute later. */
const nextCode = (secret: string) => {
  clock.forward(30_000);
  return codeOf(secret);
};

async function enrolled(
  on = api,
  ...roles: ('moderator' | 'administrator')[]
): Promise<{ person: Caller; secret: string; codes: string[]; email: string }> {
  const person = await on.person(...roles);
  const begun = await person.post('/me/totp', { password: TEST_PASSWORD });
  const confirmed = await person.post('/me/totp/confirm', { code: nextCode(begun.body.secret) });
  if (confirmed.status !== 201) throw new Error(confirmed.text);
  return {
    person,
    secret: begun.body.secret,
    codes: confirmed.body.recoveryCodes,
    email: (await person.get('/session')).body.person.email,
  };
}
async function half(email: string, on = api, headers?: Record<string, string>): Promise<Caller> {
  const visitor = on.visitor(headers);
  const answer = await visitor.post('/session', { email, password: TEST_PASSWORD });
  if (answer.status !== 202) throw new Error(answer.text);
  return visitor;
}

test('an app is connected by its first code; from then on a password opens half a session', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  const begun = await person.post('/me/totp', { password: TEST_PASSWORD });
  expect(begun.body.uri).toContain(`secret=${begun.body.secret}`);
  expect(begun.body.qr).toMatch(/^<svg/);
  expect((await api.visitor().post('/session', { email, password: TEST_PASSWORD })).status).toBe(201); // begun is not connected
  expect((await person.post('/me/totp/confirm', { code: '000000' })).body.errors).toEqual([
    expect.objectContaining({ field: 'code', code: 'identity.wrong-code' }),
  ]);
  const confirmed = await person.post('/me/totp/confirm', { code: codeOf(begun.body.secret) });
  expect(confirmed.body.recoveryCodes).toHaveLength(10);
  expect((await person.post('/me/totp', { password: TEST_PASSWORD })).body.code).toBe('identity.totp-enrolled');
  const visitor = await half(email);
  expect((await visitor.get('/session')).status).toBe(401);
  expect((await visitor.post('/offers', {})).status).toBe(401);
  expect((await visitor.post('/session/second-factor', { code: '000000' })).body.code).toBe(
    'identity.wrong-second-factor',
  );
  for (const none of [{}, { recoveryCode: null }, { code: null, passkey: null }]) {
    expect((await visitor.post('/session/second-factor', none)).body.errors).toEqual([
      expect.objectContaining({ code: 'identity.one-proof' }),
    ]);
  }
  const full = await visitor.post('/session/second-factor', { code: nextCode(begun.body.secret), recoveryCode: null });
  expect([full.status, full.body.person.email]).toEqual([201, email]);
  expect((await visitor.get('/session')).status).toBe(200);
});

test('a code works once, also for two who use it at the same moment', async () => {
  const { secret, email } = await enrolled();
  const two = await Promise.all([half(email), half(email)]);
  const code = nextCode(secret);
  const answers = await Promise.all(two.map((visitor) => visitor.post('/session/second-factor', { code })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 401]);
  expect((await (await half(email)).post('/session/second-factor', { code })).status).toBe(401);
});

test('a recovery code stands in once; new ones make the old ones worthless', async () => {
  const { person, codes, email } = await enrolled();
  const visitor = await half(email);
  expect(
    (
      await visitor.post('/session/second-factor', {
        code: null,
        recoveryCode: codes[0]!.toUpperCase().replaceAll('-', ' '),
      })
    ).status,
  ).toBe(201);
  expect((await (await half(email)).post('/session/second-factor', { recoveryCode: codes[0] })).status).toBe(401);
  expect((await visitor.get('/me/second-factors')).body.recoveryCodes).toBe(9);
  const renewed = await person.post('/me/recovery-codes');
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  expect((await (await half(email)).post('/session/second-factor', { recoveryCode: codes[1] })).status).toBe(401);
  expect(
    (await (await half(email)).post('/session/second-factor', { recoveryCode: renewed.body.recoveryCodes[1] })).status,
  ).toBe(201);
});

test('half a session waits ten minutes and no more, and ends with a change of password', async () => {
  const { person, secret, email } = await enrolled();
  const late = await half(email);
  const changed = await half(email);
  await person.post('/me/password', { current: TEST_PASSWORD, password: 'другой длинный пароль' });
  expect((await changed.post('/session/second-factor', { code: nextCode(secret) })).body.code).toBe(
    'identity.no-second-step',
  );
  clock.forward(11 * MINUTE_MS);
  expect((await late.post('/session/second-factor', { code: nextCode(secret) })).body.code).toBe(
    'identity.no-second-step',
  );
  expect((await api.visitor().post('/session/second-factor', { code: '123456' })).body.code).toBe(
    'identity.no-second-step',
  );
});

test('to disconnect the app the second factor is asked for once more', async () => {
  const { person, secret, email } = await enrolled();
  clock.forward(16 * MINUTE_MS);
  expect((await person.delete('/me/totp')).body.code).toBe('identity.prove-again');
  expect((await person.post('/me/recovery-codes')).body.code).toBe('identity.prove-again');
  expect((await person.post('/session/second-factor', { code: nextCode(secret) })).status).toBe(201);
  expect((await person.delete('/me/totp')).status).toBe(204);
  expect((await api.visitor().post('/session', { email, password: TEST_PASSWORD })).status).toBe(201);
  expect(await db.source.query('SELECT 1 FROM recovery_codes WHERE person_id = $1', [person.personId])).toEqual([]);
});

test('secrets are sealed and codes hashed in the database, and nothing of them is kept elsewhere', async () => {
  const { person, secret, codes } = await enrolled();
  const rows = JSON.stringify(
    await db.source.query(
      `SELECT encode(secret, 'escape') AS s, (SELECT json_agg(encode(code_hash, 'escape')) FROM recovery_codes WHERE person_id = $1) AS c FROM totp_secrets WHERE person_id = $1`,
      [person.personId],
    ),
  );
  const beside = JSON.stringify([
    await db.source.query('SELECT * FROM idempotency_keys'),
    await db.source.query('SELECT * FROM mails'),
    await db.source.query('SELECT * FROM audit_log'),
  ]);
  for (const text of [secret, ...codes]) for (const place of [rows, beside]) expect(place).not.toContain(text);
});

test('codes cannot be guessed, and guessing elsewhere does not lock out a device that the person has used', async () => {
  const { person, secret, email } = await enrolled();
  const from = (n: number) => ({ 'x-forwarded-for': `203.0.113.${n}` });
  const statuses: number[] = [];
  for (let network = 1; network <= 4; network += 1) {
    const thief = await half(email, api, from(network)); // knows the password already
    for (let i = 0; i < 11; i += 1)
      statuses.push((await thief.post('/session/second-factor', { code: '000000' })).status);
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(30); // whatever the network, thirty an hour
  const known = api.visitor({ ...from(200), cookie: person.cookie });
  const again = await known.post('/session', { email, password: TEST_PASSWORD });
  const cookie = [
    person.cookie.replace(/lepta_session=[^;]*;? ?/, ''),
    /lepta_session=[^;]*/.exec(again.headers.getSetCookie().join('; '))?.[0],
  ].join('; ');
  expect(
    (await api.visitor({ ...from(200), cookie }).post('/session/second-factor', { code: nextCode(secret) })).status,
  ).toBe(201);
});

test('where a second factor is required, the roles of a moderator sleep until one is set up and passed in that session', async () => {
  const person = await strict.person('moderator');
  expect((await person.get('/session')).body).toMatchObject({ roles: [], secondFactorRequired: true });
  expect((await person.get('/reviews')).status).toBe(403);
  expect((await person.get('/me/second-factors')).body.required).toBe(true);
  const other = strict.visitor();
  const { email } = (await person.get('/session')).body.person;
  await other.post('/session', { email, password: TEST_PASSWORD });
  const begun = await person.post('/me/totp', { password: TEST_PASSWORD });
  await person.post('/me/totp/confirm', { code: nextCode(begun.body.secret) });
  expect((await person.get('/session')).body).toMatchObject({ roles: ['moderator'], secondFactorRequired: false });
  expect((await person.get('/reviews')).status).toBe(200);
  expect((await other.get('/session')).body).toMatchObject({ roles: [], secondFactorRequired: true }); // a session from before
  expect((await other.get('/reviews')).status).toBe(403);
  const stepped = await other.post('/session/second-factor', { code: nextCode(begun.body.secret) });
  expect(stepped.body).toMatchObject({ roles: ['moderator'], secondFactorRequired: false });
  expect((await other.get('/reviews')).status).toBe(200);
  const plain = await strict.person();
  expect((await plain.get('/session')).body).toMatchObject({ roles: [], secondFactorRequired: false });
  await strict
    .person('administrator')
    .then(async (administrator) => expect((await administrator.get('/mails')).status).toBe(403));
});

test('a key has the roles of a session that had passed a second factor, and no others', async () => {
  const { person } = await enrolled(strict, 'moderator');
  const strong = strict.program((await person.post('/api-keys', { name: 'сильный' })).body.secret);
  expect((await strong.get('/reviews')).status).toBe(200);
  const weakPerson = await strict.person('moderator');
  const weak = strict.program((await weakPerson.post('/api-keys', { name: 'слабый' })).body.secret);
  expect((await weak.get('/reviews')).status).toBe(403);
  expect((await weak.get('/session')).body).toMatchObject({ roles: [], secondFactorRequired: true });
  expect((await strong.get('/me/second-factors')).body.code).toBe('identity.only-in-person');
});

test('create-admin is the way back for whoever lost the phone and the codes', async () => {
  const { email } = await enrolled(api, 'administrator');
  await api.app
    .get(IdentityService)
    .createAdministrator({ email, password: 'совсем новый пароль 3', name: 'Хозяйка', locale: 'ru' });
  expect((await api.visitor().post('/session', { email, password: 'совсем новый пароль 3' })).status).toBe(201);
});

test('with another SESSION_SECRET the app cannot be checked, and a recovery code still opens', async () => {
  const { secret, codes, email } = await enrolled();
  const moved = await startApi(db, { clock, settings: { SESSION_SECRET: 'n'.repeat(40) } });
  try {
    const visitor = await half(email, moved);
    expect((await visitor.post('/session/second-factor', { code: nextCode(secret) })).status).toBe(401);
    expect((await visitor.post('/session/second-factor', { recoveryCode: codes[3] })).status).toBe(201);
  } finally {
    await moved.close();
  }
});

test('a challenge and a device that are old are forgotten', async () => {
  const { AGES } = await import('../../../apps/worker/src/ages.js');
  for (const { table, key, gone, days } of AGES)
    await db.source.query(
      `EXPLAIN DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${gone} LIMIT 10)`,
      [new Date(clock.now().getTime() - days * DAY_MS)],
    );
});
