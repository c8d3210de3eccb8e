import { identityEntities } from '#identity';
import { startApi, TEST_PASSWORD, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { runIdentityJobs } from '../../support/identity-jobs.js';
import { workOf, type Work } from '../../support/work.js';

// Whether an address has an account is nobody's business but its owner's: requests about an address answer alike and do the same work for each.

let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { worker: false });
  await api.visitor().post('/session', { email: 'nobody@example.org', password: TEST_PASSWORD }); // makes the hash of nobody
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const CHOSEN = 'сливовый пирог 7';
const registration = (email: string) => ({
  email,
  password: CHOSEN,
  name: 'Анна',
  locale: 'ru',
  consents: [{ purpose: 'personal-data', version: '2026-01' }],
});
const emailOf = async (person: Caller) => (await person.get('/session')).body.person.email as string;
const mailsTo = async (email: string): Promise<string[]> =>
  (
    (await db.source.query(
      'SELECT m.template FROM mails m JOIN people p ON p.id = m.person_id WHERE coalesce(m.address, p.email) = $1 ORDER BY m.created_at, m.id',
      [email],
    )) as { template: string }[]
  ).map(({ template }) => template);

/** Addresses of every kind, as a person outside can only guess them. */
async function addresses(): Promise<{ name: string; email: string }[]> {
  const asked = `asked-${Math.random().toString(36).slice(2)}@example.org`;
  await api.visitor().post('/people', registration(asked));
  await runIdentityJobs(api.app);
  return [
    { name: 'new', email: `new-${Math.random().toString(36).slice(2)}@example.org` },
    { name: 'registered, never confirmed', email: asked },
    { name: 'with an account that was never confirmed', email: await emailOf(await api.unconfirmed()) },
    { name: 'with an account', email: await emailOf(await api.person()) },
  ];
}

/** What can be seen from outside, without what each request has of its own. */
const seen = ({ status, text, headers }: Answer, email: string) => ({
  status,
  text: text.replaceAll(email, 'ADDRESS').replace(/urn:lepta:request:[\w-]+/, ''),
  headers: [...headers]
    .filter(([name]) => !['date', 'set-cookie', 'content-length', 'etag', 'x-request-id'].includes(name))
    .sort(),
  cookies: headers.getSetCookie().map((line) => line.replace(/=[^;]*/, '').replace(/Expires=[^;]*/i, '')),
});

/** Does the same with each address; what it costs and answers must be the same. */
async function alike(
  ask: (email: string, visitor: Caller) => Promise<Answer>,
): Promise<{ name: string; email: string }[]> {
  const all = await addresses();
  const told: { name: string; seen: object; work: Work }[] = [];
  for (const { name, email } of all) {
    const visitor = api.visitor();
    const { answer, work } = await workOf(() => ask(email, visitor));
    told.push({ name, seen: seen(answer, email), work });
  }
  const [first, ...others] = told;
  expect(first!.work.statements.length).toBeGreaterThan(1);
  for (const other of others) expect(other).toEqual({ ...first!, name: other.name });
  return all;
}

test('to register costs and answers the same for every address, and each owner gets one mail', async () => {
  const all = await alike((email, visitor) => visitor.post('/people', registration(email)));
  const before = await Promise.all(all.map(({ email }) => mailsTo(email)));
  await runIdentityJobs(api.app);
  const after = await Promise.all(all.map(({ email }) => mailsTo(email)));
  expect(after.map((mails, at) => mails.slice(before[at]!.length))).toEqual([
    ['confirm-email'],
    ['confirm-email'],
    ['confirm-email'],
    ['already-registered'],
  ]);
});

test('to register and sign in at once with the chosen password costs and answers the same for every address: nobody is signed in', async () => {
  await alike(async (email, visitor) => {
    await visitor.post('/people', registration(email));
    const answer = await visitor.post('/session', { email, password: CHOSEN });
    expect([answer.status, (await visitor.get('/session')).status]).toEqual([401, 401]);
    return answer;
  });
});

test('a sign-in with a password that was registered and never confirmed is refused like any other, with the same work', async () => {
  const all = await addresses();
  for (const { email } of all) await api.visitor().post('/people', registration(email));
  await runIdentityJobs(api.app);
  const told = [];
  for (const { email } of all) {
    const { answer, work } = await workOf(() => api.visitor().post('/session', { email, password: CHOSEN }));
    told.push({ seen: seen(answer, email), work });
  }
  expect(told[0]!.seen).toMatchObject({ status: 401 });
  expect(told[0]!.work.checks).toBe(1);
  for (const other of told) expect(other).toEqual(told[0]);
});

test('to ask for a new password costs and answers the same, and only who has an account gets a mail', async () => {
  const all = await alike((email, visitor) => visitor.post('/password-resets', { email }));
  await runIdentityJobs(api.app);
  const resets = await Promise.all(
    all.map(async ({ email }) => (await mailsTo(email)).filter((template) => template === 'reset-password').length),
  );
  expect(resets).toEqual([0, 1, 1, 1]);
});

test('to ask for another address costs and answers the same, whether somebody has it or not', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => api.person()));
  await alike((email) => people.pop()!.post('/me/email', { email, password: TEST_PASSWORD }));
});

test('what was asked is gone once it was answered', async () => {
  await runIdentityJobs(api.app);
  expect(await db.source.query('SELECT 1 FROM registrations UNION ALL SELECT 1 FROM password_reset_requests')).toEqual(
    [],
  );
});
