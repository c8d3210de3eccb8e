import { TOTP, Secret } from 'otpauth';
import { DAY_MS, SetClock } from '#kernel';
import { identityEntities } from '#identity';
import { startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const nextCode = (secret: string) => {
  clock.forward(30_000);
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
};
const isIn = async (cookie: string) => (await api.visitor({ cookie }).get('/session')).status === 200;

/** What a thief has who got hold of the cookie before, and what its owner has afterwards. */
async function thenAndNow(
  person: Caller,
  prove: () => Promise<{ status: number }>,
): Promise<{ status: number; thief: boolean; owner: boolean }> {
  const stolen = person.cookie;
  expect(await isIn(stolen)).toBe(true);
  const { status } = await prove();
  return { status, thief: await isIn(stolen), owner: await isIn(person.cookie) };
}

test('who proves once more who they are gets another session id, and the one before is worth nothing', async () => {
  const person = await api.person();
  const begun = await person.post('/me/totp', { password: TEST_PASSWORD });
  const { secret } = begun.body;
  expect(await thenAndNow(person, () => person.post('/me/totp/confirm', { code: nextCode(secret) }))).toEqual({
    status: 201,
    thief: false,
    owner: true,
  });
  expect(await thenAndNow(person, () => person.post('/session/second-factor', { code: nextCode(secret) }))).toEqual({
    status: 201,
    thief: false,
    owner: true,
  });
  expect(
    await thenAndNow(person, () =>
      person.post('/me/password', { current: TEST_PASSWORD, password: 'вишнёвый сад за оврагом' }),
    ),
  ).toEqual({ status: 204, thief: false, owner: true });
  const { email } = (await person.get('/session')).body.person;
  const visitor = api.visitor();
  expect((await visitor.post('/session', { email, password: 'вишнёвый сад за оврагом' })).status).toBe(202);
  const half = visitor.cookie;
  expect((await visitor.post('/session/second-factor', { code: nextCode(secret) })).status).toBe(201);
  expect([await isIn(half), await isIn(visitor.cookie)]).toEqual([false, true]);
  expect(
    (await person.get('/me/sessions')).body.items.filter((session: { current: boolean }) => session.current),
  ).toHaveLength(1);
});

test('what does not prove it, or fails, leaves the session as it is', async () => {
  const person = await api.person();
  const before = person.cookie;
  expect(
    (await person.post('/me/password', { current: 'не тот пароль', password: 'вишнёвый сад за оврагом' })).status,
  ).toBe(422);
  expect((await person.post('/session/second-factor', { code: '000000' })).status).toBe(401);
  expect(person.cookie).toBe(before);
  expect(await isIn(before)).toBe(true);
});

test('a session that has ended meanwhile does not come back under another id', async () => {
  const person = await api.person();
  const begun = await person.post('/me/totp', { password: TEST_PASSWORD });
  await person.post('/me/totp/confirm', { code: nextCode(begun.body.secret) });
  const code = nextCode(begun.body.secret);
  await Promise.all([
    person.post('/session/second-factor', { code }),
    api.visitor({ cookie: person.cookie }).delete('/session'),
  ]);
  const [{ n }] = await db.source.query(`SELECT count(*) AS n FROM sessions WHERE sess ->> 'personId' = $1`, [
    person.personId,
  ]);
  expect(n).toBeLessThanOrEqual(1); // 1 when the sign-out came second and met the new id
});

test('a session that nobody uses is over after two weeks', async () => {
  const person = await api.person();
  const [row] = await db.source.query(
    `SELECT expire - now() AS idle, sess -> 'cookie' ->> 'expires' AS cookie FROM sessions WHERE sess ->> 'personId' = $1`,
    [person.personId],
  );
  expect(row.idle.days ?? 0).toBeGreaterThanOrEqual(13);
  expect(row.idle.days ?? 0).toBeLessThanOrEqual(14);
  expect(Date.parse(row.cookie) - Date.now()).toBeLessThanOrEqual(14 * DAY_MS);
  await db.source.query(`UPDATE sessions SET expire = now() - interval '1 second' WHERE sess ->> 'personId' = $1`, [
    person.personId,
  ]); // as if they had passed
  expect((await person.get('/session')).status).toBe(401);
});
