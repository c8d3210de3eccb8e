import { Clock, newId } from '#kernel';
import { identityEntities, IdentityService, StaffRoles, type Actor } from '#identity';
import { Env } from '#host';
import { seedCatalogue } from '#catalogue-store';
import * as cli from '../../../apps/cli/src/roles.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails, TEST_SECRET } from '../../support/mails.js';

let db: TestDatabase;
let api: TestApi;
let administrator: Caller;
const env = (settings: Record<string, string> = {}): Env =>
  new Env({ PUBLIC_URL: 'https://lepta.example', SESSION_SECRET: TEST_SECRET, ...settings });
const strict = env({ REQUIRE_SECOND_FACTOR: 'on' });
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  await seedCatalogue(db.ownerUrl);
  api = await startApi(db);
  administrator = await api.person('administrator');
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const said: string[] = [];
const say = (line: string): void => void said.push(line);
const grantRole = (url: string, settings: Env, options: Parameters<typeof cli.grantRole>[2]): Promise<void> =>
  cli.grantRole(url, settings, options, say);
const revokeRole = (url: string, settings: Env, options: Parameters<typeof cli.grantRole>[2]): Promise<void> =>
  cli.revokeRole(url, settings, options, say);
const service = (settings: Env): StaffRoles =>
  new StaffRoles(db.source, new Clock(), settings, new IdentityService(db.source, new Clock()));
const mailsOf = ({ personId }: Caller) =>
  readMails(db.source, `m.person_id = $1 AND m.template LIKE 'role-%'`, [personId]);
const emailOf = async ({ personId }: Caller): Promise<string> =>
  (await db.source.query('SELECT email FROM people WHERE id = $1', [personId]))[0].email;
const auditOf = ({ personId }: Caller) =>
  db.source.query(
    `SELECT action, person_id AS by, reason FROM audit_log WHERE subject_id = $1 AND action LIKE 'identity.%ed' ORDER BY at, id`,
    [personId],
  );
const factor = (personId: string): Promise<unknown> =>
  db.source.query(
    `INSERT INTO totp_secrets (person_id, secret, created_at, confirmed_at) VALUES ($1, '\\x00', now(), now())`,
    [personId],
  );
/** Only these administer: what other tests made would hide who is the last. */
async function onlyAdministrators(...people: Caller[]): Promise<() => Promise<unknown>> {
  const hidden = (
    await db.source.query(
      `SELECT id FROM grants WHERE role = 'administrator' AND revoked_at IS NULL AND person_id <> ALL($1)`,
      [people.map(({ personId }) => personId)],
    )
  ).map(({ id }: { id: string }) => id);
  await db.source.query('UPDATE grants SET revoked_at = now() WHERE id = ANY($1)', [hidden]);
  return () => db.source.query('UPDATE grants SET revoked_at = NULL WHERE id = ANY($1)', [hidden]);
}

test('an administrator gives a role and takes it: at once, with a reason, an entry in the audit log and a mail', async () => {
  const person = await api.person();
  expect((await person.get('/reviews')).status).toBe(403);
  const given = await administrator.post(`/people/${person.personId}/grants`, {
    role: 'moderator',
    reason: ' Решение совета № 3 ',
  });
  expect(given).toMatchObject({
    status: 201,
    body: {
      roles: [
        {
          role: 'moderator',
          place: null,
          reason: 'Решение совета № 3',
          grantedBy: { id: administrator.personId },
          asleep: null,
          can: ['revoke'],
        },
      ],
    },
  });
  expect((await person.get('/reviews')).status).toBe(200);
  expect(
    (await administrator.post(`/people/${person.personId}/grants`, { role: 'moderator', reason: 'ещё раз' })).body
      .roles,
  ).toEqual(given.body.roles); // has it already
  const grant = given.body.roles[0].id as string;
  expect(
    await administrator.call('DELETE', `/people/${person.personId}/grants/${grant}`, { reason: '' }),
  ).toMatchObject({ status: 422, body: { errors: [{ field: 'reason', code: 'form.required' }] } });
  const taken = await administrator.call('DELETE', `/people/${person.personId}/grants/${grant}`, {
    reason: 'Ушёл из палаты',
  });
  expect(taken).toMatchObject({
    status: 200,
    body: {
      roles: [{ id: grant, revokedBy: { id: administrator.personId }, revokeReason: 'Ушёл из палаты', can: [] }],
    },
  });
  expect((await person.get('/reviews')).status).toBe(403);
  expect(
    await administrator.call('DELETE', `/people/${person.personId}/grants/${grant}`, { reason: 'ещё раз' }),
  ).toMatchObject({ status: 404, body: { code: 'identity.grant-not-found' } });
  expect((await mailsOf(person)).map(({ template, body }) => [template, /Почему: .*/.exec(body)?.[0]])).toEqual([
    ['role-given', 'Почему: Решение совета № 3'],
    ['role-taken', 'Почему: Ушёл из палаты'],
  ]);
  expect(await auditOf(person)).toEqual([
    { action: 'identity.granted', by: administrator.personId, reason: 'Решение совета № 3' },
    { action: 'identity.revoked', by: administrator.personId, reason: 'Ушёл из палаты' },
  ]);
});

test.each([
  [{ role: 'official', reason: 'Письмо' }, 'place identity.place-needed'],
  [{ role: 'official', place: 'nowhere', reason: 'Письмо' }, 'place identity.unknown-place'],
  [{ role: 'moderator', place: 'zeya', reason: 'Письмо' }, 'place identity.place-not-wanted'],
  [{ role: 'moderator' }, 'reason form.required'],
  [{ role: 'owner', reason: 'Письмо' }, 'role form.not-in-list'],
])('%j is refused: %s', async (wish, error) => {
  const person = await api.person();
  const { status, body } = await administrator.post(`/people/${person.personId}/grants`, wish);
  expect([
    status,
    ...body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
  ]).toEqual([422, error]);
});

test('the operator gives and takes by the same rules, also the word for a place', async () => {
  const person = await api.person();
  const official = { email: await emailOf(person), role: 'official', place: 'zeya', reason: 'Письмо администрации' };
  await grantRole(db.url, env(), official);
  expect((await administrator.get(`/people/${person.personId}`)).body.roles).toMatchObject([
    { role: 'official', place: { code: 'zeya' }, grantedBy: null, reason: 'Письмо администрации' },
  ]);
  await revokeRole(db.url, env(), { ...official, reason: 'Сменился' });
  expect(said).toEqual([
    `${official.email} has the role official for zeya.`,
    `${official.email} no longer has the role official for zeya.`,
  ]);
  expect((await mailsOf(person)).map(({ template }) => template)).toEqual(['role-given', 'role-taken']);
  expect(await auditOf(person)).toMatchObject([
    { by: null, reason: 'Письмо администрации' },
    { by: null, reason: 'Сменился' },
  ]);
  await expect(grantRole(db.url, env(), { ...official, reason: ' ' })).rejects.toThrow('--reason');
  await expect(grantRole(db.url, env(), { email: official.email, role: 'official', reason: 'x' })).rejects.toThrow(
    'identity.place-needed',
  );
  await expect(grantRole(db.url, env(), { ...official, email: 'nobody@example.org' })).rejects.toThrow(
    'identity.person-not-found',
  );
  await expect(revokeRole(db.url, env(), official)).rejects.toThrow('identity.grant-not-found');
});

test('the last administrator goes by no way: not by others, not by themselves, not by ending the account', async () => {
  const [only, sleeper] = [await api.person('administrator'), await api.person('administrator')];
  const restore = await onlyAdministrators(only, sleeper);
  await factor(only.personId);
  const mine = (await only.get(`/people/${only.personId}`)).body.roles[0].id;
  const actor = (await new IdentityService(db.source, new Clock()).actorOf(only.personId, 'web')) as Actor;
  await expect(service(strict).revoke(actor, only.personId, mine, 'Ухожу')).rejects.toMatchObject({
    code: 'identity.last-administrator',
    status: 409,
  }); // the other one sleeps
  await service(strict).revoke(
    actor,
    sleeper.personId,
    (await only.get(`/people/${sleeper.personId}`)).body.roles[0].id,
    'Спит',
  );
  expect((await only.get(`/people/${only.personId}`)).body).toMatchObject({
    lastAdministrator: true,
    roles: [{ can: [] }],
  });
  expect(await only.call('DELETE', `/people/${only.personId}/grants/${mine}`, { reason: 'Ухожу' })).toMatchObject({
    status: 409,
    body: { code: 'identity.last-administrator' },
  });
  await expect(
    revokeRole(db.url, env(), { email: await emailOf(only), role: 'administrator', reason: 'Ушёл' }),
  ).rejects.toThrow('identity.last-administrator');
  await db.source.query('DELETE FROM totp_secrets WHERE person_id = $1', [only.personId]);
  expect(await only.post('/me/erasure', { password: 'проверка 2026 лепта' })).toMatchObject({
    status: 409,
    body: { code: 'identity.last-administrator' },
  });
  await restore();
});

test('two administrators who take each other’s role at the same moment leave one', async () => {
  for (let round = 0; round < 5; round++) {
    const pair = [await api.person('administrator'), await api.person('administrator')] as const;
    const restore = await onlyAdministrators(...pair);
    const grants = await Promise.all(
      pair.map(async ({ personId }) => (await pair[0].get(`/people/${personId}`)).body.roles[0].id as string),
    );
    const answers = await Promise.all(
      pair.map((who, at) =>
        who.call('DELETE', `/people/${pair[1 - at]!.personId}/grants/${grants[1 - at]}`, { reason: 'Не согласны' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect([403, 409]).toContain(answers.map(({ status }) => status).sort()[1]);
    expect(
      await db.source.query(
        `SELECT count(*)::int AS n FROM grants WHERE role = 'administrator' AND revoked_at IS NULL`,
      ),
    ).toEqual([{ n: 1 }]);
    await restore();
  }
});

test('who has just lost the role gives none any more, however far their request had come', async () => {
  const [gone, friend] = [await api.person('administrator'), await api.person()];
  const actor = (await new IdentityService(db.source, new Clock()).actorOf(gone.personId, 'web')) as Actor;
  await administrator.call(
    'DELETE',
    `/people/${gone.personId}/grants/${(await administrator.get(`/people/${gone.personId}`)).body.roles[0].id}`,
    { reason: 'Ушёл' },
  );
  await expect(
    service(env()).grant(actor, friend.personId, { role: 'administrator', place: null, reason: 'Друг' }),
  ).rejects.toMatchObject({ code: 'identity.administrators-only' });
});

test('a role that sleeps says so and how it wakes; an unconfirmed address gets its link', async () => {
  const [person, stranger] = [await api.person(), await api.unconfirmed()];
  expect(
    await service(strict).grant(null, person.personId, { role: 'moderator', place: null, reason: 'Решение' }),
  ).toBe('no-second-factor');
  expect((await mailsOf(person))[0]!.body).toContain('пока спит');
  expect(
    await service(strict).grant(null, stranger.personId, { role: 'moderator', place: null, reason: 'Решение' }),
  ).toBe('address-not-confirmed');
  expect((await mailsOf(stranger))[0]!.body).toContain('когда вы подтвердите адрес');
  expect(
    await db.source.query(
      `SELECT 1 AS asked FROM facts WHERE type = 'person.confirmation-asked' AND payload ->> 'personId' = $1`,
      [stranger.personId],
    ),
  ).toEqual([{ asked: 1 }]);
  expect(await service(strict).person(administrator, person.personId)).toMatchObject({
    secondFactor: [],
    roles: [{ asleep: 'no-second-factor' }],
  });
  await factor(person.personId);
  expect(await service(strict).person(administrator, person.personId)).toMatchObject({
    secondFactor: ['totp'],
    roles: [{ asleep: null }],
  });
  await db.source.query(`UPDATE people SET locale = 'en' WHERE id = $1`, [person.personId]);
  await service(strict).grant(null, person.personId, { role: 'official', place: 'zeya', reason: 'Letter' });
  expect((await mailsOf(person)).at(-1)!.body).toMatch(/role of official, place: .*\. An official/);
});

test('people are found by name, address and place, page by page; who was looked for is written down', async () => {
  const [first, second] = [await api.person(), await api.person()];
  const tag = newId().slice(-8);
  for (const [person, name] of [
    [first, `Алёна ${tag}`],
    [second, `Борис ${tag}`],
  ] as const)
    await db.source.query('UPDATE people SET name = $2 WHERE id = $1', [person.personId, name]);
  const find = (query: string) => administrator.get(`/people?${query}`);
  const one = await find(`q=${tag.toUpperCase()}&limit=1`);
  expect(one.body).toMatchObject({
    items: [{ id: first.personId, roles: [] }],
    counts: { administrator: { all: expect.any(Number) } },
  });
  expect((await find(`q=${tag}&limit=1&cursor=${one.body.nextCursor}`)).body.items).toMatchObject([
    { id: second.personId },
  ]);
  expect((await find(`q=${encodeURIComponent(`алена ${tag}`)}`)).body.items).toHaveLength(1);
  expect((await find(`q=${await emailOf(second)}`)).body.items).toMatchObject([{ id: second.personId }]);
  expect((await find(`q=${encodeURIComponent('%%')}`)).body.items).toEqual([]);
  await grantRole(db.url, env(), { email: await emailOf(second), role: 'official', place: 'zeya', reason: 'Письмо' });
  expect((await find(`q=${encodeURIComponent('Зея')}`)).body.items.map(({ id }: { id: string }) => id)).toContain(
    second.personId,
  );
  expect(
    (await find('role=official')).body.items.every(({ roles }: { roles: { role: string }[] }) =>
      roles.some(({ role }) => role === 'official'),
    ),
  ).toBe(true);
  expect((await find('asleep=true')).body.items.map(({ id }: { id: string }) => id)).not.toContain(second.personId);
  const [entry] = await db.source.query(
    `SELECT data FROM audit_log WHERE action = 'identity.people-searched' ORDER BY at, id LIMIT 1`,
  );
  expect(entry.data).toEqual({ personIds: [first.personId] });
  for (const { personId } of [first, second]) expect((await administrator.get(`/people/${personId}`)).status).toBe(200);
  const looks = await db.source.query(
    `SELECT person_id AS by, subject_id AS of FROM audit_log WHERE action = 'identity.person-looked-up' AND subject_id = ANY($1)`,
    [[first.personId, second.personId]],
  );
  expect(looks).toEqual([{ by: administrator.personId, of: first.personId }]); // the second one is of the staff
});
