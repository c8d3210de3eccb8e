import { Secret, TOTP } from 'otpauth';
import { loadCatalogue } from '#catalogue-store';
import { DAY_MS, HOUR_MS, SetClock } from '#kernel';
import { identityEntities } from '#identity';
import { NeedReminders } from '#needs';
import { Digests, MailRouting, unsubscribeToken } from '#notifications';
import { Env } from '#host';
import { AGREED, startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { placesOf } from '../../support/everywhere.js';
import { readMails, TEST_SECRET } from '../../support/mails.js';
import { verifiedOrganization } from '../../support/region.js';

/** What opens something and stands in the database all the same, with the reason. */
const KNOWN_PLACES: Readonly<Record<string, string>> = {
  sessions:
    'the id of a session is its key; without the signature made with SESSION_SECRET, which its cookie has, it opens nothing',
};

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let administrator: Caller;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock, settings: { PUBLIC_URL: 'https://lepta.example' } });
  administrator = await api.person('administrator');
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** Whatever opens something, by what it is called; mails are written by asking for them as people do. */
const tokens = new Map<string, string>();
async function mailed(name: string, template: string, personId: string): Promise<string> {
  const mail = (await readMails(db.source, 'm.template = $1 AND m.person_id = $2', [template, personId])).at(-1);
  const token = /#([\w-]{43})(?![\w-])/.exec(mail?.whole ?? '')?.[1];
  if (!token) throw new Error(`${name}: no link in the mail`);
  tokens.set(name, token);
  return token;
}

let person: Caller;
let owner: Caller;

async function registration(): Promise<void> {
  await api.visitor().post('/people', {
    email: 'newcomer@example.org',
    password: 'сливовый пирог 7',
    name: 'Новая',
    locale: 'ru',
    consents: AGREED,
  });
  const [{ id }] = await db.source.query(`SELECT id FROM people WHERE email = 'newcomer@example.org'`);
  await mailed('confirmation', 'confirm-email', id);
  tokens.set('password', 'сливовый пирог 7');
}

async function account(): Promise<void> {
  const { email } = (await person.get('/session')).body.person;
  await person.post('/me/email', { email: 'another@example.org', password: TEST_PASSWORD });
  await person.post('/email-changes/confirm', {
    token: await mailed('new address', 'confirm-new-email', person.personId),
  });
  await mailed('way back', 'email-changed', person.personId);
  await api.visitor().post('/password-resets', { email: 'another@example.org' });
  await mailed('reset', 'reset-password', person.personId);
  tokens.set('api key', (await person.post('/api-keys', { name: 'ключ' })).body.secret);
  const { secret } = (await person.post('/me/totp', { password: TEST_PASSWORD })).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
  const { recoveryCodes } = (await person.post('/me/totp/confirm', { code })).body;
  tokens.set('one-time secret', secret);
  recoveryCodes.forEach((recovery: string, at: number) => tokens.set(`recovery code ${at}`, recovery));
  for (const part of person.cookie.split('; '))
    tokens.set(`cookie ${part.split('=')[0]}`, decodeURIComponent(part.split('=')[1] ?? '').replace(/^s:/, ''));
  tokens.set('end of mails', unsubscribeToken({ personId: person.personId, kind: 'match' }, TEST_SECRET));
  expect(email).not.toBe('another@example.org');
}

async function organization(): Promise<void> {
  const id = await verifiedOrganization(db.source, owner.personId);
  for (const [name, email, reader] of [
    ['invitation', 'another@example.org', person],
    ['invitation of a stranger', 'nobody@example.org', owner],
  ] as const) {
    expect((await owner.post(`/organizations/${id}/invitations`, { email, role: 'coordinator' })).status).toBe(201);
    await mailed(name, 'invitation', reader.personId);
  }
  const draft = await owner.post('/needs', {
    organization: id,
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    title: 'Обогреватели',
    description: 'Отключили котельную.',
    quantity: '5',
    unit: 'pcs',
    place: 'zeya',
    deadline: new Date(clock.now().getTime() + 300 * DAY_MS).toISOString(),
    urgency: 5,
  });
  await db.source.query(`UPDATE needs SET status = 'open', opened_at = $2, fresh_until = $3 WHERE id = $1`, [
    draft.body.id,
    clock.now(),
    new Date(clock.now().getTime() + 3 * DAY_MS),
  ]);
  await db.source.query(`INSERT INTO notification_choices VALUES ($1, 'reminder', 'digest', now())`, [owner.personId]);
  await api.app.get(NeedReminders, { strict: false }).tick();
  await mailed('renewal', 'need.stale', owner.personId);
}

test('no token is in any table, whatever kind it is and whatever became of its mail', async () => {
  [person, owner] = [await api.person(), await api.person()];
  await registration();
  await account();
  await organization();
  const routing = new MailRouting(db.source, clock);
  await routing.tick();
  clock.set(
    new Date(Date.UTC(clock.now().getUTCFullYear(), clock.now().getUTCMonth(), clock.now().getUTCDate() + 2, 0, 0, 30)),
  ); // nine in the morning of the region
  await new Digests(db.source, clock, await loadCatalogue(db.source), api.app.get(Env)).tick();
  expect(await db.source.query(`SELECT 1 FROM mails WHERE template = 'digest' AND sealed IS NOT NULL`)).toHaveLength(1);
  expect(tokens.size).toBeGreaterThan(18);
  for (const [name, token] of tokens) {
    const parts = name === 'cookie __Host-lepta_session' ? [token, token.split('.')[0] ?? ''] : [token];
    const found = (await Promise.all(parts.map((part) => placesOf(db.source, part))))
      .flat()
      .filter((table) => !(table in KNOWN_PLACES && name === 'cookie __Host-lepta_session'));
    expect([name, found]).toEqual([name, []]);
  }
});

test('nor does the outbox or one’s own export show one; that the outbox was read stands in the log', async () => {
  const texts = [
    (await administrator.get('/mails?limit=100')).text,
    (await administrator.get(`/mails?person=${person.personId}`)).text,
    (await owner.get('/me/export')).text,
    (await administrator.get('/audit-log?limit=100')).text,
  ];
  for (const [name, token] of tokens)
    expect([name, texts.filter((text) => text.includes(token)).length]).toEqual([name, 0]);
  expect(texts[0]).toContain('https://lepta.example/reset-password#••••••');
  expect(texts[2]).toContain('https://lepta.example/invitation#••••••');
  expect(texts.join()).not.toMatch(/token-[0-9a-f]{32}/);
  const noted = await db.source.query(
    `SELECT person_id AS by, subject_type AS type, subject_id AS id, data FROM audit_log WHERE action = 'mail.list' ORDER BY at`,
  );
  expect(noted).toMatchObject([
    { by: administrator.personId, type: 'outbox' },
    { by: administrator.personId, type: 'person', id: person.personId, data: { status: null } },
  ]);
  expect(noted[1].data.mailIds).toEqual(JSON.parse(texts[1] ?? '').items.map((mail: { id: string }) => mail.id));
  const [entry] = (await administrator.get(`/audit-log?subjectType=person&subjectId=${person.personId}`)).body.items;
  expect(entry).toMatchObject({ action: 'mail.list', person: { id: administrator.personId } });
});

test('without a mail server an administrator hands a link over by hand: once more in the log, and the person is told', async () => {
  const reader = await api.person();
  const { email } = (await reader.get('/session')).body.person;
  await api.visitor().post('/password-resets', { email });
  const token = await mailed('asked again', 'reset-password', reader.personId);
  const [mail] = (await administrator.get(`/mails?person=${reader.personId}`)).body.items;
  expect(mail).toMatchObject({ template: 'reset-password', can: ['reveal'], body: expect.stringContaining('#••••••') });
  expect((await reader.post(`/mails/${mail.id}/reveal`)).status).toBe(403);
  const shown = await administrator.post(`/mails/${mail.id}/reveal`);
  expect([shown.status, shown.body]).toEqual([
    200,
    { body: expect.stringContaining(`https://lepta.example/reset-password#${token}`) },
  ]);
  await administrator.post(`/mails/${mail.id}/reveal`);
  expect(
    await db.source.query(
      `SELECT person_id AS by, data FROM audit_log WHERE action = 'mail.reveal' AND subject_id = $1`,
      [mail.id],
    ),
  ).toEqual(
    [1, 2].map(() => ({ by: administrator.personId, data: { personId: reader.personId, template: 'reset-password' } })),
  );
  expect((await reader.get('/notifications')).body.items).toMatchObject([
    { text: expect.stringMatching(/Администратор открыл ссылку/) },
  ]);
  expect(await placesOf(db.source, token)).toEqual([]);
  expect(
    (await api.visitor().post('/password-resets/complete', { token, password: 'совершенно новый пароль' })).status,
  ).toBe(200);
  clock.forward(2 * HOUR_MS);
  expect((await administrator.post(`/mails/${mail.id}/reveal`)).body.code).toBe('mail.no-link');
});

test('no link to an account of the staff is shown, not even one’s own, and none where a server sends mails', async () => {
  const key = (await administrator.post('/api-keys', { name: 'ключ' })).body.secret;
  for (const role of ['moderator', 'administrator'] as const) {
    const staff = role === 'administrator' ? administrator : await api.person(role);
    await api.visitor().post('/password-resets', { email: (await staff.get('/session')).body.person.email });
    const [mail] = (await administrator.get(`/mails?person=${staff.personId}`)).body.items;
    expect(mail).toMatchObject({ template: 'reset-password', can: [] });
    const answer = await administrator.post(`/mails/${mail.id}/reveal`);
    expect([answer.status, answer.body.code]).toEqual([403, 'mail.link-of-staff']);
  }
  const reader = await api.person();
  await api.visitor().post('/password-resets', { email: (await reader.get('/session')).body.person.email });
  const [mail] = (await administrator.get(`/mails?person=${reader.personId}`)).body.items;
  expect((await api.program(key).post(`/mails/${mail.id}/reveal`)).body.code).toBe('identity.only-in-person');
  const delivering = await startApi(db, {
    clock,
    settings: { PUBLIC_URL: 'https://lepta.example', SMTP_URL: 'smtp://127.0.0.1:1' },
  });
  const answer = await administrator.at(delivering.url).post(`/mails/${mail.id}/reveal`);
  await delivering.close();
  expect([answer.status, answer.body.code]).toEqual([409, 'mail.sent-by-server']);
});
