import { DAY_MS, HOUR_MS, newId, SetClock } from '#kernel';
import {
  actorOf,
  ApiKeysService,
  API_KEYS_MAX,
  ConsentsService,
  hashPassword,
  identityChecks,
  identityEntities,
  IdentityService,
  Confirmations,
  Registrations,
  type Actor,
} from '#identity';
import { Env } from '#host';
import { checksSince } from '../../support/cheap-passwords.mjs';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails, TEST_SECRET } from '../../support/mails.js';

const clock = new SetClock(new Date('2026-03-01T09:00:00Z'));
let db: TestDatabase;
let identity: IdentityService;
let registrations: Registrations;
let confirmations: Confirmations;
let hash: string;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  identity = new IdentityService(db.source, clock);
  const env = new Env({ PUBLIC_URL: 'https://lepta.example', SESSION_SECRET: TEST_SECRET });
  confirmations = new Confirmations(db.source, clock, env);
  registrations = new Registrations(db.source, clock, env, identity, confirmations);
  hash = await hashPassword('сливовый пирог 7');
});
afterEach(async () => {
  for (const { sentence, sql } of identityChecks)
    expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(() => db?.drop());

const person = (email = `${newId()}@example.org`) =>
  db.source.transaction((tx) =>
    identity.createPerson(tx, { email, passwordHash: hash, name: 'Анна', locale: 'ru', emailConfirmed: true }),
  );
const registration = (email: string) => ({
  email,
  password: 'сливовый пирог 7',
  name: 'Анна',
  locale: 'ru' as const,
  consents: [{ purpose: 'personal-data', version: '2026-01' }],
});
/** Each form in a job of its own, all of them at once. */
async function answerAll(): Promise<void> {
  const facts = await db.source.query(`SELECT * FROM facts WHERE type = 'person.registration-asked'`);
  await Promise.all(facts.map((fact: never) => db.source.transaction((tx) => registrations.job.apply!(tx, fact))));
}
const mailsTo = (email: string) => readMails(db.source, 'p.email = $1', [email]);

test('ten registrations of one address at once make one person, and no more mails than an hour allows', async () => {
  await Promise.all(Array.from({ length: 10 }, () => registrations.ask(registration('crowd@example.org'))));
  await answerAll();
  expect(await db.source.query(`SELECT count(*) AS n FROM people WHERE email = 'crowd@example.org'`)).toEqual([
    { n: 1 },
  ]);
  expect(await mailsTo('crowd@example.org')).toHaveLength(3);
  expect(
    await db.source.query(
      `SELECT count(*) AS n FROM facts f JOIN people p ON p.id::text = f.payload ->> 'personId' WHERE f.type = 'person.registered' AND p.email = 'crowd@example.org'`,
    ),
  ).toEqual([{ n: 1 }]);
  clock.forward(HOUR_MS + 1);
  await registrations.ask(registration('crowd@example.org'));
  await answerAll();
  expect(await mailsTo('crowd@example.org')).toHaveLength(4);
});

test('a link is dead after three days', async () => {
  await registrations.ask(registration('late@example.org'));
  await answerAll();
  const token = /#(\S+)/.exec((await mailsTo('late@example.org'))[0]!.body)?.[1] as string;
  clock.forward(3 * DAY_MS);
  await expect(confirmations.confirm(token)).rejects.toMatchObject({ code: 'identity.link-not-valid' });
  await expect(confirmations.confirm('nothing')).rejects.toMatchObject({ code: 'identity.link-not-valid' });
});

test('a password fits in any composition of its letters, and nothing else does', async () => {
  const id = await person('letters@example.org');
  expect(await identity.verifyPassword('Letters@Example.org', 'сливовый пирог 7')).toMatchObject({ personId: id });
  expect(await identity.verifyPassword('letters@example.org', 'сливовый пирог 7'.normalize('NFD'))).toMatchObject({
    personId: id,
  });
  expect(await identity.verifyPassword('letters@example.org', 'Сливовый пирог 7')).toBeNull();
  expect(await identity.verifyPassword('unknown@example.org', 'сливовый пирог 7')).toBeNull();
});

test('an unknown address costs as much work as a known one', async () => {
  await person('timing@example.org');
  const checksOf = async (email: string): Promise<string[]> => {
    checksSince();
    await identity.verifyPassword(email, 'не тот пароль');
    return checksSince();
  };
  const known = await checksOf('timing@example.org');
  expect(known).toEqual([expect.stringMatching(/^argon2id v=19 m=\d+,t=\d+,p=1$/)]);
  expect(await checksOf('nobody@example.org')).toEqual(known);
});

test('a role is granted once, taken back, and granted again; each is in the audit log', async () => {
  const [id, organization, by] = [await person(), newId(), await person()];
  await db.source.transaction((tx) => identity.createParty(tx, organization, 'organization'));
  const grant = { personId: id, role: 'owner', objectType: 'organization', objectId: organization, by } as const;
  await db.source.transaction((tx) => identity.grant(tx, grant));
  await db.source.transaction((tx) => identity.grant(tx, grant));
  expect((await identity.actorOf(id, 'web'))?.organizations).toEqual([{ id: organization, role: 'owner' }]);
  await db.source.transaction((tx) => identity.revoke(tx, grant));
  expect((await identity.actorOf(id, 'web'))?.organizations).toEqual([]);
  await expect(db.source.transaction((tx) => identity.revoke(tx, grant))).rejects.toMatchObject({
    code: 'identity.grant-not-found',
  });
  await db.source.transaction((tx) => identity.grant(tx, grant));
  expect(await db.source.query('SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY at, id', [id])).toEqual([
    { action: 'identity.granted' },
    { action: 'identity.revoked' },
    { action: 'identity.granted' },
  ]);
});

test('create-admin makes a person, and for a known one it is the way back in', async () => {
  const first = await identity.createAdministrator({
    email: 'Root@Example.org',
    password: 'старая жестяная лейка',
    name: 'Хозяйка',
    locale: 'ru',
  });
  expect(first.created).toBe(true);
  expect(await actorOf(db.source, first.personId, 'web', new Date())).toMatchObject({ platform: ['administrator'] });
  await db.source.query(`INSERT INTO sessions (sid, sess, expire) VALUES ('s', $1, now() + interval '1 day')`, [
    JSON.stringify({ personId: first.personId }),
  ]);
  const again = await identity.createAdministrator({
    email: 'root@example.org',
    password: 'новый медный чайник',
    name: 'Хозяйка',
    locale: 'ru',
  });
  expect(again).toEqual({ personId: first.personId, created: false });
  expect(await identity.verifyPassword('root@example.org', 'старая жестяная лейка')).toBeNull();
  expect(await identity.verifyPassword('root@example.org', 'новый медный чайник')).toMatchObject({
    personId: first.personId,
  });
  expect(await db.source.query(`SELECT 1 FROM sessions WHERE sid = 's'`)).toEqual([]);
  await expect(
    identity.createAdministrator({ email: 'x@example.org', password: 'password', name: 'x', locale: 'ru' }),
  ).rejects.toMatchObject({ code: 'form.invalid' });
});

test('keys: no more than the limit even when many are made at once', async () => {
  const keys = new ApiKeysService(db.source, clock);
  const actor = (await identity.actorOf(await person(), 'web')) as Actor;
  const made = await Promise.allSettled(
    Array.from({ length: API_KEYS_MAX + 5 }, (_, i) => keys.create(actor, `ключ ${i}`)),
  );
  expect(made.filter((result) => result.status === 'fulfilled')).toHaveLength(API_KEYS_MAX);
  const secret = made.find((result) => result.status === 'fulfilled')!.value.secret as string;
  expect(await keys.actorOf(secret)).toMatchObject({ actor: { personId: actor.personId, via: 'api' } });
  for (const wrong of [
    '',
    'lepta_',
    secret.slice(0, -1),
    `${secret}x`,
    secret.toUpperCase(),
    'lepta_' + 'A'.repeat(43),
  ])
    expect(await keys.actorOf(wrong)).toBeNull();
});

test('a consent given twice at once is one record, with the hash of what was shown', async () => {
  const consents = new ConsentsService(db.source, clock);
  const actor = (await identity.actorOf(await person(), 'web')) as Actor;
  await Promise.all(
    Array.from({ length: 5 }, () => consents.give(actor, { purpose: 'news', version: '2026-01', locale: 'ru' })),
  );
  const [consent, ...more] = await consents.list(actor.personId);
  expect(more).toEqual([]);
  expect(consent!.textHash).toHaveLength(32);
  const withdrawn = await consents.withdraw(actor, consent!.id);
  clock.forward(HOUR_MS);
  expect((await consents.withdraw(actor, consent!.id)).withdrawnAt).toEqual(withdrawn.withdrawnAt);
  expect((await consents.give(actor, { purpose: 'news', version: '2026-01', locale: 'ru' })).id).not.toBe(consent!.id);
});
