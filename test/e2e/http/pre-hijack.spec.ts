import { Secret, TOTP } from 'otpauth';
import { MINUTE_MS, SetClock } from '#kernel';
import { identityChecks, identityEntities, IdentityService } from '#identity';
import { AGREED, startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { SoftwareAuthenticator } from '../../support/authenticator.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { ACCOUNT, freshNumbers } from '../../support/region.js';
import { readMails } from '../../support/mails.js';

// A person registers an address that is another's and waits for its owner. The names are those of Sudhodanan and Paverd, "Pre-hijacked accounts" (USENIX Security 2022).

const ORIGIN = 'https://lepta.example';
const [STRANGERS, OWNERS] = ['чужие слова на двери', 'медный чайник и три ложки'];
const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock, settings: { PUBLIC_URL: ORIGIN } });
});
afterEach(async () => {
  for (const { sentence, sql } of identityChecks)
    expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const fresh = () => `${Math.random().toString(36).slice(2)}@example.org`;
const register = (email: string, password: string, name: string, from = api.visitor()) =>
  from.post('/people', { email, password, name, locale: 'ru', consents: AGREED }).then(() => from);
const tokensTo = async (email: string, template: string): Promise<string[]> =>
  (await readMails(db.source, 'coalesce(m.address, p.email) = $1 AND m.template = $2', [email, template])).map(
    ({ body }) => /#([\w-]{43})/.exec(body)?.[1] ?? '',
  );
const tries = async (email: string, password: string) =>
  (await api.visitor().post('/session', { email, password })).status;
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
const setConfirmed = (email: string, at: Date | null) =>
  db.source.query('UPDATE people SET email_confirmed_at = $2 WHERE email = $1', [email, at]);

interface Trap {
  stranger: Caller;
  key: string;
  phone: SoftwareAuthenticator;
  secret: string;
  codes: string[];
  change: string;
}

/** Everything that can be put into an account, as a version before this one let it be done before the address was confirmed. */
async function trap(email: string): Promise<Trap> {
  const stranger = await api.unconfirmed(email);
  await setConfirmed(email, new Date(0));
  const key = (await stranger.post('/api-keys', { name: 'ключ' })).body.secret as string;
  const { secret } = (await stranger.post('/me/totp', { password: TEST_PASSWORD })).body;
  const codes = (await stranger.post('/me/totp/confirm', { code: codeOf(secret) })).body.recoveryCodes as string[];
  const phone = new SoftwareAuthenticator(ORIGIN);
  const asked = (await stranger.post('/me/passkeys/options', { password: TEST_PASSWORD })).body;
  await stranger.post('/me/passkeys', {
    challengeId: asked.challengeId,
    name: 'телефон',
    response: phone.create(asked.options),
  });
  const [elsewhere] = [fresh()];
  await stranger.post('/me/email', { email: elsewhere, password: TEST_PASSWORD });
  const [change] = await tokensTo(elsewhere, 'confirm-new-email');
  await setConfirmed(email, null);
  return { stranger, key, phone, secret, codes, change: change! };
}

/** Nothing that the stranger has opens the account, and its owner is asked for a password and nothing more. */
async function expectOnlyTheOwner(email: string, { stranger, key, phone, change }: Trap): Promise<void> {
  expect((await stranger.get('/session')).status).toBe(401); // unexpired session identifier
  expect((await api.program(key).get('/session')).body.code).toBe('identity.bad-key');
  const visitor = api.visitor();
  const { challengeId, options } = (await visitor.post('/session/passkey/options')).body;
  expect((await visitor.post('/session/passkey', { challengeId, response: phone.get(options) })).status).toBe(401); // trojan identifier
  expect(await tries(email, TEST_PASSWORD)).toBe(401);
  const owner = await api.signIn(email, OWNERS); // 201, not 202: no second step of another person's stands before it
  expect((await owner.post('/email-changes/confirm', { token: change })).body.code).toBe('identity.link-not-valid'); // unexpired email change
  expect((await owner.get('/me/second-factors')).body).toMatchObject({
    totpSince: null,
    passkeys: [],
    recoveryCodes: 0,
  });
  expect((await owner.get('/api-keys')).body.items).toEqual([]);
  expect((await owner.get('/session')).body.person).toMatchObject({ email, emailConfirmed: true });
}

test('a stranger who registered my address first never gets in, and once I confirm it my password is the only one', async () => {
  const email = fresh();
  const stranger = await register(email, STRANGERS, 'Чужак');
  expect((await stranger.post('/session', { email, password: STRANGERS })).status).toBe(401);
  const owner = await register(email, OWNERS, 'Хозяйка');
  const [theirs, mine] = await tokensTo(email, 'confirm-email');
  expect((await owner.post('/email-confirmations', { token: mine })).status).toBe(200);
  expect([await tries(email, STRANGERS), await tries(email, OWNERS)]).toEqual([401, 201]);
  expect((await stranger.post('/email-confirmations', { token: theirs })).body.code).toBe('identity.link-not-valid');
  const me = await api.signIn(email, OWNERS);
  expect((await me.get('/session')).body.person).toMatchObject({ name: 'Хозяйка', emailConfirmed: true });
});

test('I open the link of the stranger by mistake: it asks for a password, and mine becomes the one that counts', async () => {
  const email = fresh();
  const stranger = await register(email, STRANGERS, 'Чужак');
  const owner = await register(email, OWNERS, 'Хозяйка');
  const [theirs] = await tokensTo(email, 'confirm-email');
  const refused = await owner.post('/email-confirmations', { token: theirs });
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'password', code: 'identity.password-needed' })],
  ]);
  const easy = await owner.post('/email-confirmations', { token: theirs, password: 'qwerty123456' });
  expect(easy.body.errors).toEqual([
    expect.objectContaining({ field: 'password', code: 'identity.password-too-easy' }),
  ]);
  expect((await owner.post('/email-confirmations', { token: theirs, password: OWNERS })).status).toBe(200);
  expect([await tries(email, STRANGERS), await tries(email, OWNERS)]).toEqual([401, 201]);
  expect((await stranger.get('/session')).status).toBe(401);
});

test('a stranger who registers after me changes nothing: the link of my own browser keeps my password', async () => {
  const email = fresh();
  const owner = await register(email, OWNERS, 'Хозяйка');
  await register(email, STRANGERS, 'Чужак');
  const [mine] = await tokensTo(email, 'confirm-email');
  await owner.post('/email-confirmations', { token: mine });
  expect([await tries(email, STRANGERS), await tries(email, OWNERS)]).toEqual([401, 201]);
  await register(email, STRANGERS, 'Чужак');
  expect([await tries(email, STRANGERS), await tries(email, OWNERS)]).toEqual([401, 201]);
  expect(await tokensTo(email, 'confirm-email')).toHaveLength(2);
});

test('a stranger who uses up all mails of an hour has only sent me links that let me in', async () => {
  const email = fresh();
  for (let i = 0; i < 5; i += 1) await register(email, STRANGERS, 'Чужак');
  const owner = await register(email, OWNERS, 'Хозяйка');
  const tokens = await tokensTo(email, 'confirm-email');
  expect(tokens).toHaveLength(3);
  expect((await owner.post('/email-confirmations', { token: tokens[1], password: OWNERS })).status).toBe(200);
  expect([await tries(email, STRANGERS), await tries(email, OWNERS)]).toEqual([401, 201]);
});

test('two links of one address opened at once: one counts', async () => {
  const email = fresh();
  const owner = await register(email, OWNERS, 'Хозяйка');
  await register(email, OWNERS, 'Хозяйка', owner);
  const tokens = await tokensTo(email, 'confirm-email');
  const answers = await Promise.all(tokens.map((token) => owner.post('/email-confirmations', { token })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await tries(email, OWNERS)).toBe(201);
});

test('what was put into an account before its address was confirmed is gone once its owner confirms it', async () => {
  const email = fresh();
  const set = await trap(email);
  const owner = await register(email, OWNERS, 'Хозяйка');
  await owner.post('/email-confirmations', { token: (await tokensTo(email, 'confirm-email')).at(-1) });
  await expectOnlyTheOwner(email, set);
});

test('and likewise once its owner sets a new password by the mail', async () => {
  const email = fresh();
  const set = await trap(email);
  await api.visitor().post('/password-resets', { email });
  expect(
    (
      await api
        .visitor()
        .post('/password-resets/complete', { token: (await tokensTo(email, 'reset-password'))[0], password: OWNERS })
    ).status,
  ).toBe(200);
  await expectOnlyTheOwner(email, set);
});

test('and likewise where the operator makes the address an administrator: what a stranger set up there is gone', async () => {
  const email = fresh();
  const set = await trap(email);
  await api.app.get(IdentityService).createAdministrator({ email, password: OWNERS, name: 'Хозяйка', locale: 'ru' });
  await expectOnlyTheOwner(email, set);
});

test('an account that was confirmed over a trap before this version: a reset takes away what is older than the confirmation, and leaves what its owner added', async () => {
  const email = fresh();
  const set = await trap(email);
  clock.forward(MINUTE_MS);
  await setConfirmed(email, clock.now());
  clock.forward(MINUTE_MS);
  const [person] = await db.source.query('SELECT id FROM people WHERE email = $1', [email]);
  const phone = new SoftwareAuthenticator(ORIGIN);
  await db.source.query(`DELETE FROM sign_in_limits`);
  await set.stranger.post('/session/second-factor', { code: codeOf(set.secret) });
  const asked = (await set.stranger.post('/me/passkeys/options', { password: TEST_PASSWORD })).body;
  expect(
    (
      await set.stranger.post('/me/passkeys', {
        challengeId: asked.challengeId,
        name: 'мой',
        response: phone.create(asked.options),
      })
    ).status,
  ).toBe(201);
  await api.visitor().post('/password-resets', { email });
  await api
    .visitor()
    .post('/password-resets/complete', { token: (await tokensTo(email, 'reset-password'))[0], password: OWNERS });
  expect(await db.source.query('SELECT name FROM passkeys WHERE person_id = $1', [person.id])).toEqual([
    { name: 'мой' },
  ]);
  expect(
    await db.source.query(
      'SELECT 1 FROM totp_secrets WHERE person_id = $1 UNION ALL SELECT 1 FROM recovery_codes WHERE person_id = $1',
      [person.id],
    ),
  ).toEqual([]);
  expect((await api.program(set.key).get('/session')).status).toBe(401);
  expect((await set.stranger.get('/session')).status).toBe(401);
});

test('a second factor that came after the confirmation is still asked for after a reset, also where the address was changed since', async () => {
  const email = fresh();
  const next = fresh();
  const person = await api.person();
  await db.source.query('UPDATE people SET email = $2 WHERE id = $1', [person.personId, email]);
  clock.forward(MINUTE_MS);
  const { secret } = (await person.post('/me/totp', { password: TEST_PASSWORD })).body;
  await person.post('/me/totp/confirm', { code: codeOf(secret) });
  clock.forward(MINUTE_MS);
  await person.post('/me/email', { email: next, password: TEST_PASSWORD });
  expect(
    (await person.post('/email-changes/confirm', { token: (await tokensTo(next, 'confirm-new-email'))[0] })).status,
  ).toBe(200);
  await api.visitor().post('/password-resets', { email: next });
  await api
    .visitor()
    .post('/password-resets/complete', { token: (await tokensTo(next, 'reset-password'))[0], password: OWNERS });
  expect(await tries(next, OWNERS)).toBe(202);
});

test('before the address is confirmed there is no key, no second factor, no other address and no organization, and each refusal comes with a mail that helps', async () => {
  const email = fresh();
  const person = await api.unconfirmed(email);
  const organization = {
    name: 'АНО «Ничья»',
    shortName: '«Ничья»',
    form: 'ano',
    place: 'zeya',
    account: ACCOUNT,
    ...freshNumbers(),
  };
  const verbs: [string, object][] = [
    ['/api-keys', { name: 'ключ' }],
    ['/me/totp', { password: TEST_PASSWORD }],
    ['/me/totp/confirm', { code: '000000' }],
    ['/me/email', { email: fresh(), password: TEST_PASSWORD }],
    ['/me/passkeys/options', { password: TEST_PASSWORD }],
    ['/me/passkeys', { name: 'телефон', challengeId: '018f3c1e-0000-7000-8000-000000000000', response: {} }],
    ['/organizations', organization],
  ];
  for (const [path, body] of verbs) {
    const answer = await person.post(path, body);
    expect([path, answer.status, answer.body.code, answer.headers.get('content-type')]).toEqual([
      path,
      409,
      'person.unconfirmed',
      expect.stringContaining('problem+json'),
    ]);
  }
  expect((await person.post('/api-keys', { name: 'ключ' }, { 'accept-language': 'en' })).body.detail).toMatch(
    /^Confirm your e-mail address first/,
  );
  const tokens = await tokensTo(email, 'confirm-email');
  expect(tokens).toHaveLength(3); // however often: an hour's worth
  expect((await person.post('/email-confirmations', { token: tokens[0], password: OWNERS })).status).toBe(200);
  const owner = await api.signIn(email, OWNERS);
  for (const [path, body] of [
    ['/api-keys', { name: 'ключ' }],
    ['/organizations', organization],
  ] as const)
    expect([path, (await owner.post(path, body)).status]).toEqual([path, 201]);
});

test('roles that somebody was given sleep until the address is confirmed: who gave them meant its owner', async () => {
  const email = fresh();
  const person = await api.unconfirmed(email);
  await db.source.transaction((tx) =>
    api.app.get(IdentityService).grant(tx, {
      personId: person.personId,
      role: 'administrator',
      objectType: 'platform',
      objectId: null,
      by: null,
    }),
  );
  expect([(await person.get('/mails')).status, (await person.get('/session')).body.roles]).toEqual([403, []]);
  await person.post('/api-keys', { name: 'ключ' });
  await person.post('/email-confirmations', { token: (await tokensTo(email, 'confirm-email'))[0], password: OWNERS });
  expect((await (await api.signIn(email, OWNERS)).get('/mails')).status).toBe(200);
});

test('a stranger who changes their own address to mine gains nothing by my opening the link: it works only in their account', async () => {
  const mine = fresh();
  const stranger = await api.person();
  await stranger.post('/me/email', { email: mine, password: TEST_PASSWORD });
  const [token] = await tokensTo(mine, 'confirm-new-email');
  for (const who of [api.visitor(), await api.person()]) {
    const answer = await who.post('/email-changes/confirm', { token });
    expect([answer.status, answer.body.code]).toEqual([403, 'identity.not-your-change']);
  }
  await register(mine, OWNERS, 'Хозяйка');
  expect(await tokensTo(mine, 'confirm-email')).toHaveLength(1);
});
