import { DAY_MS, newId, SetClock } from '#kernel';
import {
  AccessWatch,
  AccountLimit,
  GuessLimit,
  guessLimits,
  hashPassword,
  identityEntities,
  IdentityService,
  SignInAlarms,
  SignInLimit,
  signInLimits,
} from '#identity';
import { Env } from '#host';
import { log } from '#platform';
import { testDatabase, type TestDatabase } from '../../support/database.js';

const clock = new SetClock(new Date('2026-03-01T09:00:00Z'));
const env = new Env({ SESSION_SECRET: 's'.repeat(40), PUBLIC_URL: 'https://lepta.example' });
let db: TestDatabase;
let identity: IdentityService;
let passwordHash: string;
const { level } = log;
beforeAll(async () => {
  log.level = 'silent';
  db = await testDatabase(identityEntities);
  identity = new IdentityService(db.source, clock);
  passwordHash = await hashPassword('сливовый пирог 7');
});
afterAll(async () => {
  log.level = level;
  await db?.drop();
});

const person = async (emailConfirmed = true): Promise<{ id: string; email: string }> => {
  const email = `${newId()}@example.org`;
  const id = await db.source.transaction((tx) =>
    identity.createPerson(tx, { email, passwordHash, name: 'Анна', locale: 'ru', emailConfirmed }),
  );
  return { id, email };
};
const mailsTo = async (id: string): Promise<string[]> =>
  (await db.source.query('SELECT template FROM mails WHERE person_id = $1 ORDER BY created_at, id', [id])).map(
    (row: { template: string }) => row.template,
  );

/** What one api process has; all of them share the database. */
function processOf(
  limits = guessLimits,
  perSource = signInLimits,
): { signIn: SignInLimit; account: AccountLimit; alarms: SignInAlarms } {
  const watch = new AccessWatch(env);
  const alarms = new SignInAlarms(db.source, clock, env);
  const guesses = new GuessLimit(db.source, alarms, watch, limits);
  return {
    signIn: new SignInLimit(db.source, guesses, watch, perSource),
    account: new AccountLimit(db.source, guesses, watch),
    alarms,
  };
}

/** Wrong passwords for one address, each from a network of its own: what was answered, and how many were looked at. */
async function guess(
  limit: SignInLimit,
  email: string,
  times: number,
  knownDevice: string | null = null,
): Promise<{ answers: string[]; looked: number }> {
  let looked = 0;
  const answers: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const address = `198.51.${Math.floor(n / 250)}.${n % 250}`;
    const wrong = async () => {
      looked += 1;
      return null;
    };
    answers.push(
      await limit.attempt({ email, address, knownDevice }, wrong).then(
        () => 'wrong',
        (refusal: { code: string }) => refusal.code,
      ),
    );
  }
  return { answers, looked };
}

test('guessing many addresses from one network is stopped as well; success takes its attempt off again', async () => {
  const { signIn: limit } = processOf(guessLimits, { perPair: 3, perNetwork: 5, registrations: 2 });
  const fail = (email: string, address = '203.0.113.7') =>
    limit.attempt({ email, address, knownDevice: null }, async () => null);
  for (let i = 0; i < 10; i += 1)
    expect(
      await limit.attempt({ email: 'good@example.org', address: '203.0.113.7', knownDevice: null }, async () => 'yes'),
    ).toBe('yes');
  for (let i = 0; i < 5; i += 1) expect(await fail(`a${i}@example.org`)).toBeNull();
  await expect(fail('a9@example.org')).rejects.toMatchObject({ code: 'identity.too-many-attempts' });
  expect(await fail('a9@example.org', '203.0.113.8')).toBeNull();
  expect(JSON.stringify(await db.source.query('SELECT key FROM sign_in_limits'))).not.toMatch(/example|203\.0/);
});

test('guessing one account from many networks is refused after twenty, in the same way where there is no account, and after a restart too', async () => {
  const anna = await person();
  const known = await guess(processOf().signIn, anna.email, 23);
  expect(known).toEqual({
    looked: 20,
    answers: [...Array(20).fill('wrong'), ...Array(3).fill('identity.too-many-guesses')],
  });
  expect(await guess(processOf().signIn, `nobody-${newId()}@example.org`, 23)).toEqual(known);
  expect(await guess(processOf().signIn, ` ${anna.email.toUpperCase()}`, 2)).toEqual({
    looked: 0,
    answers: Array(2).fill('identity.too-many-guesses'),
  });
  const other = await person();
  expect((await guess(processOf().signIn, other.email, 1)).looked).toBe(1);
});

test('many at once, in two processes, are no more than twenty', async () => {
  const { email } = await person();
  const processes = [processOf().signIn, processOf().signIn];
  let looked = 0;
  const one = (n: number) =>
    processes[n % 2]!.attempt(
      { email, address: `203.0.${n}.1`, knownDevice: null },
      async () => ((looked += 1), null),
    ).catch(() => null);
  await Promise.all(Array.from({ length: 60 }, (_, n) => one(n)));
  expect(looked).toBe(20);
});

test('a hundred in a day are enough, however they are spread', async () => {
  const { email } = await person();
  const { signIn } = processOf({ ...guessLimits, password: { perHour: 1_000, perDay: guessLimits.password.perDay } });
  expect((await guess(signIn, email, 103)).looked).toBe(100);
  await expect(
    signIn.attempt({ email, address: '203.0.113.9', knownDevice: null }, async () => null),
  ).rejects.toMatchObject({ params: { minutes: expect.any(Number) } });
});

test('a device that is known is counted alone: strangers do not shut it out, in its own network neither, and it may not guess for ever', async () => {
  const { email } = await person();
  const { signIn } = processOf();
  await guess(signIn, email, 25);
  for (let n = 0; n < 12; n += 1)
    await signIn.attempt({ email, address: '203.0.113.50', knownDevice: null }, async () => null).catch(() => null);
  expect(await signIn.attempt({ email, address: '203.0.113.50', knownDevice: 'a cookie' }, async () => 'in')).toBe(
    'in',
  );
  expect((await guess(signIn, email, 12, 'a cookie')).answers).toEqual([
    ...Array(10).fill('wrong'),
    ...Array(2).fill('identity.too-many-attempts'),
  ]);
});

test('the right password takes its attempt off again, so that people who sign in on new devices all day are not counted', async () => {
  const { email } = await person();
  const { signIn } = processOf();
  for (let n = 0; n < 30; n += 1)
    expect(await signIn.attempt({ email, address: `203.0.${n}.2`, knownDevice: null }, async () => 'in')).toBe('in');
});

test('who sets a new password by mail begins anew', async () => {
  const anna = await person();
  const { signIn, account } = processOf();
  await guess(signIn, anna.email, 25);
  await account.ownerCame(anna);
  expect(
    await signIn.attempt({ email: anna.email, address: '203.0.113.60', knownDevice: null }, async () => 'in'),
  ).toBe('in');
});

test('codes of the second step are counted for the account too, and their owner hears that somebody has the password', async () => {
  const anna = await person();
  const { account, alarms } = processOf();
  let looked = 0;
  for (let n = 0; n < 40; n += 1)
    await account
      .proof(
        anna.id,
        { address: `203.0.${n}.3`, knownDevice: null },
        'second-factor',
        async () => ((looked += 1), null),
      )
      .catch(() => null);
  expect(looked).toBe(guessLimits.code.perHour);
  expect(
    await account.proof(
      anna.id,
      { address: '203.0.113.70', knownDevice: 'a cookie' },
      'second-factor',
      async () => true,
    ),
  ).toBe(true);
  await alarms.tell();
  expect(await mailsTo(anna.id)).toEqual(['guessed-code']);
});

test('the owner gets one mail a day; where there is no account, or none that is confirmed, nobody gets one and the row looks the same', async () => {
  const [anna, stranger] = [await person(), await person(false)];
  const { signIn, alarms } = processOf();
  await alarms.tell();
  for (const email of [anna.email, stranger.email, `nobody-${newId()}@example.org`]) await guess(signIn, email, 24);
  const rows = await db.source.query(
    'SELECT what, length(id) AS id, sealed_account FROM sign_in_alarms WHERE sealed_account IS NOT NULL',
  );
  expect(rows).toHaveLength(3);
  expect(
    JSON.stringify(rows.map((row: { sealed_account: Buffer }) => row.sealed_account.toString('latin1'))),
  ).not.toContain('example');
  expect(await Promise.all([processOf().alarms.tell(), processOf().alarms.tell()])).toContain(1); // two workers
  expect(await mailsTo(anna.id)).toEqual(['guessed-password']);
  expect(await mailsTo(stranger.id)).toEqual([]);
  await guess(signIn, anna.email, 3);
  expect(await alarms.tell()).toBe(0);
  clock.forward(DAY_MS);
  await guess(signIn, anna.email, 3);
  expect(await alarms.tell()).toBe(1);
  expect(await mailsTo(anna.id)).toEqual(['guessed-password', 'guessed-password']);
});
