import { TOTP, Secret } from 'otpauth';
import { SetClock } from '#kernel';
import { identityEntities, IdentityService, SignInAlarms } from '#identity';
import { startApi, TEST_PASSWORD, type Answer, type TestApi } from '../../support/api.js';
import { checksSince } from '../../support/cheap-passwords.mjs';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let second: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  const settings = { SESSION_SECRET: 's'.repeat(40), TRUST_PROXY: '127.0.0.1' };
  api = await startApi(db, { clock, settings });
  second = await startApi(db, { clock, settings }); // another process
});
afterAll(async () => {
  await api?.close();
  await second?.close();
  await db?.drop();
});

/** Every time from another network. */
const from = (n: number) => ({ 'x-forwarded-for': `203.0.${Math.floor(n / 200)}.${n % 200}` });
const guessesAt = async (email: string, times: number): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let n = 0; n < times; n += 1)
    answers.push(await (n % 2 ? second : api).visitor(from(n)).post('/session', { email, password: `догадка ${n}` }));
  return answers;
};

test('one account is guessed at from many networks: refused, told to its owner, who goes on signing in where they were before', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  const guesses = await guessesAt(email, 23);
  expect(guesses.map((answer) => answer.status)).toEqual([...Array(20).fill(401), ...Array(3).fill(429)]);
  const nobody = await guessesAt('nobody-here@example.org', 23);
  const same = ({ status, headers, body: { instance: _instance, params: _params, detail, ...body } }: Answer) => ({
    status,
    body,
    detail: detail.replace(/\d+ мин\S+/, ''),
    waits: headers.has('retry-after'),
  });
  expect(nobody.map(same)).toEqual(guesses.map(same));

  const stranger = await api
    .visitor(from(500))
    .post('/session', { email, password: TEST_PASSWORD }, { 'accept-language': 'en' });
  expect([stranger.status, stranger.body.code]).toEqual([429, 'identity.too-many-guesses']);
  expect(stranger.body.detail).toMatch(
    /^Somebody is guessing.*From a device on which you have signed in before you can sign in now/,
  );
  expect(Number(stranger.headers.get('retry-after'))).toBeGreaterThan(3_000);
  const known = await second
    .visitor({ ...from(600), cookie: person.cookie })
    .post('/session', { email, password: TEST_PASSWORD });
  expect(known.status).toBe(201);

  expect(await api.app.get(SignInAlarms).tell()).toBe(1);
  const mails = await db.source.query(
    `SELECT m.template, m.kind, m.body FROM mails m WHERE m.person_id = $1 AND template LIKE 'guessed%'`,
    [person.personId],
  );
  expect(mails).toEqual([
    {
      template: 'guessed-password',
      kind: 'security',
      body: expect.stringMatching(
        /С устройства, с которого вы уже входили, всё работает как прежде[^]*\/forgot-password\n/,
      ),
    },
  ]);
});

test('a wrong password is answered alike and costs the same hash, whatever has become of the account', async () => {
  const [person, gone] = [await api.person(), await api.person()];
  const [email, erased] = [
    (await person.get('/session')).body.person.email,
    (await gone.get('/session')).body.person.email,
  ];
  expect((await gone.post('/me/erasure', { password: TEST_PASSWORD })).status).toBe(204);
  const unconfirmed = 'never-confirmed@example.org';
  await db.source.transaction((tx) =>
    api.app.get(IdentityService).createPerson(tx, {
      email: unconfirmed,
      passwordHash: '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$qqxV5hmvyfKjqHcVoVWDUg',
      name: 'Анна',
      locale: 'ru',
      emailConfirmed: false,
    }),
  );
  checksSince();
  const told = [];
  for (const [n, address] of [email, erased, unconfirmed, 'nobody-at-all@example.org'].entries()) {
    const { status, body, headers } = await api
      .visitor(from(900 + n))
      .post('/session', { email: address, password: 'не тот пароль' });
    const names = [...headers.keys()].filter((name) => name !== 'content-length').sort();
    told.push({
      status,
      body: { ...body, instance: '' },
      names,
      cookies: headers.getSetCookie(),
      checks: checksSince().length,
    });
  }
  expect(told[0]).toMatchObject({ status: 401, body: { code: 'identity.wrong-sign-in' }, cookies: [], checks: 1 });
  for (const other of told.slice(1)) expect(other).toEqual(told[0]);
  for (const address of [email, erased]) await guessesAt(address, 20);
  checksSince();
  for (const address of [email, erased])
    expect((await api.visitor(from(950)).post('/session', { email: address, password: TEST_PASSWORD })).body.code).toBe(
      'identity.too-many-guesses',
    );
  expect(checksSince()).toEqual([]); // refused before the hash
});

test('who sets a new password by the mail can sign in on a new device at once', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  await guessesAt(email, 21);
  await api.visitor().post('/password-resets', { email });
  const [mail] = await readMails(
    db.source,
    `m.person_id = $1 AND m.template = 'reset-password'`,
    [person.personId],
    's'.repeat(40),
  );
  const token = /#([\w-]{43})/.exec(mail?.body ?? '')?.[1];
  expect(
    (await api.visitor().post('/password-resets/complete', { token, password: 'сорок два синих слона' })).status,
  ).toBe(200);
  expect((await api.visitor(from(700)).post('/session', { email, password: 'сорок два синих слона' })).status).toBe(
    201,
  );
});

test('wrong codes from many networks are refused with the same words, and the owner hears that the password is known', async () => {
  const person = await api.person();
  const begun = await person.post('/me/totp', { password: TEST_PASSWORD });
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(begun.body.secret) }).generate({ timestamp: clock.now().getTime() });
  await person.post('/me/totp/confirm', { code: code() });
  const { email } = (await person.get('/session')).body.person;
  const answers: Answer[] = [];
  for (let n = 0; n < 4; n += 1) {
    const thief = api.visitor(from(800 + n));
    expect((await thief.post('/session', { email, password: TEST_PASSWORD })).status).toBe(202);
    for (let time = 0; time < 9; time += 1)
      answers.push(await thief.post('/session/second-factor', { code: '000000' }));
  }
  expect(answers.map((answer) => answer.status)).toEqual([...Array(30).fill(401), ...Array(6).fill(429)]);
  expect(answers.at(-1)?.body.code).toBe('identity.too-many-guesses');
  await api.app.get(SignInAlarms).tell();
  const mails = await db.source.query(`SELECT template FROM mails WHERE person_id = $1 AND template LIKE 'guessed%'`, [
    person.personId,
  ]);
  expect(mails).toEqual([{ template: 'guessed-code' }]);
});
