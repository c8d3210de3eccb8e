import { MINUTE_MS, SetClock } from '#kernel';
import { identityEntities } from '#identity';
import { startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { SoftwareAuthenticator } from '../../support/authenticator.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

const ORIGIN = 'https://lepta.example';
const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock, settings: { PUBLIC_URL: ORIGIN } });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

async function enrol(person: Caller, phone: SoftwareAuthenticator, name = 'телефон') {
  const { body } = await person.post('/me/passkeys/options', { password: TEST_PASSWORD });
  return person.post('/me/passkeys', { challengeId: body.challengeId, name, response: phone.create(body.options) });
}
const emailOf = async (person: Caller) => (await person.get('/session')).body.person.email as string;

async function withPasskey(): Promise<{
  person: Caller;
  phone: SoftwareAuthenticator;
  email: string;
  id: string;
  recoveryCodes: string[];
}> {
  const person = await api.person();
  const phone = new SoftwareAuthenticator(ORIGIN);
  const made = await enrol(person, phone);
  if (made.status !== 201) throw new Error(made.text);
  return { person, phone, email: await emailOf(person), id: made.body.id, recoveryCodes: made.body.recoveryCodes };
}
const signInWith = async (
  phone: SoftwareAuthenticator,
  change: Parameters<SoftwareAuthenticator['get']>[1] = {},
  asked?: { challengeId: string; options: unknown },
) => {
  const visitor = api.visitor();
  const { challengeId, options } = asked ?? (await visitor.post('/session/passkey/options')).body;
  return {
    visitor,
    asked: { challengeId, options },
    answer: await visitor.post('/session/passkey', { challengeId, response: phone.get(options, change) }),
  };
};

test('a passkey is made, named, listed, and signs its person in without a password', async () => {
  const { person, phone, id, recoveryCodes } = await withPasskey();
  expect(recoveryCodes).toHaveLength(10);
  expect((await person.get('/me/passkeys')).body.items).toEqual([
    { id, name: 'телефон', createdAt: expect.any(String), lastUsedAt: null },
  ]);
  expect((await person.post(`/me/passkeys/${id}/rename`, { name: ' часы ' })).body.name).toBe('часы');
  const { visitor, answer } = await signInWith(phone);
  expect([answer.status, answer.body.person.id]).toEqual([201, person.personId]);
  expect((await visitor.get('/session')).status).toBe(200);
  expect((await visitor.get('/me/second-factors')).body).toMatchObject({
    totpSince: null,
    recoveryCodes: 10,
    passkeysPossible: true,
    fresh: true,
    passkeys: [{ id, name: 'часы', lastUsedAt: expect.any(String) }],
  });
});

test('with a passkey set up the password alone opens nothing: the second step does', async () => {
  const { phone, email, person } = await withPasskey();
  const visitor = api.visitor();
  const half = await visitor.post('/session', { email, password: TEST_PASSWORD });
  expect([half.status, half.body]).toEqual([202, { secondFactor: ['passkey', 'recovery-code'] }]);
  for (const path of ['/session', '/me/sessions', '/me/export', '/offers', '/events'])
    expect((await visitor.get(path)).status).toBe(401);
  const { body } = await visitor.post('/session/second-factor/options');
  phone.verifiesUser = false; // a touch is enough after a password
  const full = await visitor.post('/session/second-factor', {
    passkey: { challengeId: body.challengeId, response: phone.get(body.options) },
  });
  expect([full.status, full.body.person.id]).toEqual([201, person.personId]);
  expect((await visitor.get('/session')).status).toBe(200);
});

test('an answer works once, for its own challenge, its own site and its own purpose, and not for ever', async () => {
  const { phone, email } = await withPasskey();
  const first = await signInWith(phone);
  expect(first.answer.status).toBe(201);
  const same = await signInWith(phone, {}, first.asked);
  expect([same.answer.status, same.answer.body.code]).toEqual([401, 'identity.wrong-second-factor']);
  expect(
    (await signInWith(phone, { challenge: Buffer.from('made up by a stranger').toString('base64url') })).answer.status,
  ).toBe(401);
  const stale = (await api.visitor().post('/session/passkey/options')).body;
  clock.forward(6 * MINUTE_MS);
  expect((await signInWith(phone, {}, stale)).answer.status).toBe(401);
  const elsewhere = new SoftwareAuthenticator('https://lepta.example.evil.example');
  elsewhere.credentials.push(...phone.credentials);
  expect((await signInWith(elsewhere)).answer.status).toBe(401);
  const half = api.visitor();
  await half.post('/session', { email, password: TEST_PASSWORD });
  const secondStep = (await half.post('/session/second-factor/options')).body;
  expect((await signInWith(phone, {}, secondStep)).answer.status).toBe(401);
});

test('a passkey that was not unlocked is no sign-in of its own', async () => {
  const { phone } = await withPasskey();
  phone.verifiesUser = false;
  expect((await signInWith(phone)).answer.status).toBe(401);
});

test('a copied authenticator is noticed by its counter', async () => {
  const { phone } = await withPasskey();
  const copy = new SoftwareAuthenticator(ORIGIN);
  copy.credentials.push(...phone.credentials);
  for (let i = 0; i < 3; i += 1) expect((await signInWith(phone)).answer.status).toBe(201);
  expect((await signInWith(copy)).answer.status).toBe(401);
});

test("somebody else's passkey does not pass my second step", async () => {
  const [mine, theirs] = [await withPasskey(), await withPasskey()];
  const visitor = api.visitor();
  await visitor.post('/session', { email: mine.email, password: TEST_PASSWORD });
  const { body } = await visitor.post('/session/second-factor/options');
  const answer = await visitor.post('/session/second-factor', {
    passkey: { challengeId: body.challengeId, response: theirs.phone.get(body.options, { credential: 0 }) },
  });
  expect(answer.status).toBe(401);
  expect((await theirs.person.post(`/me/passkeys/${mine.id}/rename`, { name: 'моё' })).status).toBe(404);
  expect((await theirs.person.delete(`/me/passkeys/${mine.id}`)).status).toBe(404);
});

test('to make another one, or to take one away, the second factor is asked for once more', async () => {
  const { person, phone, id } = await withPasskey();
  clock.forward(16 * MINUTE_MS);
  expect((await person.delete(`/me/passkeys/${id}`)).body.code).toBe('identity.prove-again');
  expect((await person.post('/me/passkeys/options', { password: TEST_PASSWORD })).body.code).toBe(
    'identity.prove-again',
  );
  const { body } = await person.post('/session/second-factor/options');
  expect(
    (
      await person.post('/session/second-factor', {
        passkey: { challengeId: body.challengeId, response: phone.get(body.options) },
      })
    ).status,
  ).toBe(201);
  expect((await enrol(person, new SoftwareAuthenticator(ORIGIN), 'ключ')).body.recoveryCodes).toBeNull();
  for (const passkey of (await person.get('/me/passkeys')).body.items)
    expect((await person.delete(`/me/passkeys/${passkey.id}`)).status).toBe(204);
  expect((await person.get('/me/second-factors')).body).toMatchObject({ passkeys: [], recoveryCodes: 0 });
  expect((await api.visitor().post('/session', { email: await emailOf(person), password: TEST_PASSWORD })).status).toBe(
    201,
  );
});

test('a wrong password, a broken answer and a credential that is known are refused', async () => {
  const { person, phone } = await withPasskey();
  expect((await person.post('/me/passkeys/options', { password: 'не мой пароль' })).body.errors).toEqual([
    expect.objectContaining({ field: 'password', code: 'identity.wrong-own-password' }),
  ]);
  const { body } = await person.post('/me/passkeys/options', { password: TEST_PASSWORD });
  expect(
    (
      await person.post('/me/passkeys', {
        challengeId: body.challengeId,
        name: 'x',
        response: { id: 'x', response: { attestationObject: 5 } },
      })
    ).body.code,
  ).toBe('identity.passkey-not-valid');
  expect(
    (
      await person.post('/me/passkeys', {
        challengeId: body.challengeId,
        name: 'x',
        response: phone.create(body.options),
      })
    ).body.code,
  ).toBe('identity.passkey-not-valid'); // its challenge is used up
  for (const response of [
    {},
    { id: 7 },
    { id: phone.credentials[0]!.id.toString('base64url') },
    { id: phone.credentials[0]!.id.toString('base64url'), response: null },
  ]) {
    const { challengeId } = (await api.visitor().post('/session/passkey/options')).body;
    expect((await api.visitor().post('/session/passkey', { challengeId, response })).status).toBe(401);
  }
});

test('where the service has no name there are no passkeys, and it says so', async () => {
  const bare = await startApi(db, { clock, settings: { PUBLIC_URL: 'http://127.0.0.1:3000' } });
  try {
    const person = await bare.person();
    expect((await person.get('/me/second-factors')).body.passkeysPossible).toBe(false);
    expect((await person.post('/me/passkeys/options', { password: TEST_PASSWORD })).body.code).toBe(
      'identity.passkeys-need-a-name',
    );
  } finally {
    await bare.close();
  }
});
