import { seedCatalogue } from '#catalogue-store';
import { identityEntities } from '#identity';
import { firstDay, installationFacts } from '#installation';
import { Clock } from '#kernel';
import { Env } from '#host';
import { noteBackup } from '#platform';
import { migrations } from '../../../migrations/index.js';
import { doctor } from '../../../apps/cli/src/doctor.js';
import { AGREED, startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';
import { FakeSmtp } from '../notifications/fake-smtp.js';

const TOWN = {
  name: 'Администрация города Заречный',
  inn: '7707083893',
  address: 'Заречный, ул. Мира, 1',
  email: 'lepta@example.org',
};

let db: TestDatabase;
let api: TestApi;
let smtp: FakeSmtp;
let settings: Record<string, string>;
let administrator: Caller;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  await seedCatalogue(db.ownerUrl);
  smtp = new FakeSmtp();
  settings = { SMTP_URL: await smtp.listen(), PUBLIC_URL: 'https://lepta.example' };
  api = await startApi(db, { settings });
  administrator = await api.person('administrator');
});
afterAll(async () => {
  await api?.close();
  await smtp?.close();
  await db?.drop();
});

const states = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await administrator.get('/admin/first-day')).body.steps.map(({ code, state }: { code: string; state: string }) => [
      code,
      state,
    ]),
  );
const emailOf = async ({ personId }: Caller): Promise<string> =>
  (await db.source.query('SELECT email FROM people WHERE id = $1', [personId]))[0].email;

/** What `lepta doctor` prints, and whether everything is there. */
async function doctorSays(
  locale = 'en',
  other: Record<string, string> = {},
): Promise<{ lines: string[]; ready: boolean }> {
  const lines: string[] = [];
  const ready = await doctor(
    db.url,
    new Env({ ...settings, ...other, DATABASE_URL: db.url, NODE_ENV: 'test' }),
    locale,
    (line) => lines.push(line),
  );
  return { lines, ready };
}

test('the page and the operator’s tool say the same of an installation where nothing is done yet', async () => {
  const { body } = await administrator.get('/admin/first-day');
  expect(body).toMatchObject({
    ready: false,
    abilities: [
      { code: 'look', because: null },
      { code: 'draft', because: 'mail' },
      { code: 'be-verified', because: 'moderators' },
      { code: 'register', because: 'mail' },
    ],
  });
  expect(await states()).toEqual({
    administrators: 'warning',
    moderators: 'missing',
    mail: 'missing',
    operator: 'missing',
    backup: 'missing',
    address: 'done',
    cards: 'done',
    places: 'done',
    catalogue: 'done',
    texts: 'waits',
  });
  const { lines, ready } = await doctorSays('ru');
  expect(ready).toBe(false);
  expect(lines.map((line) => line.slice(22))).toEqual(body.steps.map(({ says }: { says: string }) => says));
  expect((await doctorSays()).lines[1]).toBe(
    'no    moderators      None is appointed. Two are needed: large sums take two signatures, and nobody decides about their own organization.',
  );
});

test('a test mail is really sent to whoever asks, and its refusal is told with the server’s words and without the address', async () => {
  smtp.verdict = () => 'no-reader';
  const refused = await administrator.post('/admin/test-mail');
  expect(refused.body).toMatchObject({ ok: false, code: '550', host: new URL(settings.SMTP_URL as string).host });
  expect(refused.body.text).not.toContain(await emailOf(administrator));
  expect(await states()).toMatchObject({ mail: 'failed' });
  smtp.verdict = () => 'take';
  expect((await administrator.post('/admin/test-mail')).body).toMatchObject({ ok: true, code: '250' });
  expect(smtp.to(await emailOf(administrator))).toMatchObject([{ subject: 'Пробное письмо' }]);
  expect(await states()).toMatchObject({ mail: 'done' });
  expect((await doctorSays('en', { SMTP_URL: 'smtp://other.example:587' })).lines[2]).toContain(
    'no test mail has been sent yet',
  ); // another server has not been tried
  expect((await doctorSays('en', { PUBLIC_URL: 'https://other.example' })).lines[2]).toContain(
    'no test mail has been sent yet',
  ); // nor has another sender
  await db.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, kind, status, next_try_at, searched, created_at) VALUES (gen_random_uuid(), $1, 'x', 'ru', 'x', 'x', 'security', 'ready', now(), true, now() - interval '1 hour')`,
    [administrator.personId],
  );
  expect(await states()).toMatchObject({ mail: 'warning' });
  await db.source.query(`DELETE FROM mails WHERE template = 'x'`);
});

test('without a mail server the test mail says what to set', async () => {
  const other = await startApi(db, { settings: { PUBLIC_URL: 'https://lepta.example' } });
  try {
    expect(await administrator.at(other.url).post('/admin/test-mail')).toMatchObject({
      status: 409,
      body: { code: 'installation.no-mail-server' },
    });
  } finally {
    await other.close();
  }
});

test('the operator is said once by an administrator and read by everybody; the log learns which fields, not which words', async () => {
  expect((await api.visitor().get('/installation')).body.operator).toBeNull();
  expect(await administrator.call('PUT', '/admin/operator', { ...TOWN, inn: '7707083894', name: ' ' })).toMatchObject({
    status: 422,
    body: {
      errors: [
        { field: 'name', code: 'form.required' },
        { field: 'inn', code: 'installation.wrong-inn' },
      ],
    },
  });
  expect(await administrator.post('/admin/texts', { purpose: 'privacy', ru: 'Текст', en: 'Text' })).toMatchObject({
    status: 409,
    body: { code: 'installation.operator-first' },
  });
  expect((await administrator.call('PUT', '/admin/operator', TOWN)).body).toEqual({ ...TOWN, phone: null });
  expect((await administrator.call('PUT', '/admin/operator', { ...TOWN, phone: '+7 000 000-00-00' })).status).toBe(200);
  expect((await api.visitor().get('/installation')).body.operator).toEqual({ ...TOWN, phone: '+7 000 000-00-00' });
  expect(
    await db.source.query(
      `SELECT person_id AS by, data FROM audit_log WHERE action = 'installation.operator' ORDER BY at, id`,
    ),
  ).toEqual([
    { by: administrator.personId, data: { changed: ['name', 'inn', 'address', 'email', 'phone'] } },
    { by: administrator.personId, data: { changed: ['phone'] } },
  ]);
  expect(await states()).toMatchObject({ operator: 'done', texts: 'missing' });
});

test('a text is published in versions; older ones stay, and two who write at once do not run over each other', async () => {
  expect(await api.visitor().get('/texts/privacy')).toMatchObject({
    status: 404,
    body: { code: 'text.not-published' },
  });
  const [privacy] = (await administrator.get('/admin/texts')).body.items;
  expect(privacy).toMatchObject({ purpose: 'privacy', published: null });
  expect(privacy.draft.ru).toContain('ИНН 7707083893');
  const both = await Promise.all(
    [1, 2].map(() => administrator.post('/admin/texts', { purpose: 'privacy', ...privacy.draft, basedOn: null })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const { version } = both.find(({ status }) => status === 201)!.body.published;
  expect(
    (await administrator.post('/admin/texts', { purpose: 'privacy', ru: 'Вторая', en: 'Second', basedOn: version }))
      .body.published.version,
  ).toBe(`${version}-2`);
  expect((await api.visitor().get('/texts/privacy', { 'accept-language': 'en' })).body).toMatchObject({
    version: `${version}-2`,
    text: 'Second',
  });
  expect((await api.visitor().get(`/texts/privacy?version=${version}`)).body.text).toContain('ИНН 7707083893');
  await administrator.post('/admin/texts', { purpose: 'rules', ru: 'Правила', en: 'Rules', basedOn: null });
  expect(await states()).toMatchObject({ texts: 'done' });
  await expect(db.source.query(`UPDATE published_texts SET ru = 'Другое'`)).rejects.toThrow('permission denied');
});

test('nobody is registered without the consent that the law requires; a new wording of it is asked for at the next sign-in, others are not', async () => {
  const form = { email: 'consent@example.org', password: 'сливовый пирог 7', name: 'Анна', locale: 'ru' };
  expect(await api.visitor().post('/people', form)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'consents', code: 'identity.consent-needed' }] },
  });
  expect(
    await api.visitor().post('/people', { ...form, consents: [{ purpose: 'news', version: '2026-01' }] }),
  ).toMatchObject({ status: 422 });
  const browser = api.visitor();
  expect((await browser.post('/people', { ...form, consents: AGREED })).status).toBe(201);
  const [mail] = await readMails(db.source, 'p.email = $1', [form.email]);
  await browser.post('/email-confirmations', { token: /#(\S+)/.exec(mail!.body)![1] });
  const signedIn = (await browser.post('/session', { email: form.email, password: form.password })).body;
  expect(signedIn.consentsAsked).toEqual([]);
  await administrator.post('/admin/texts', { purpose: 'news', ru: 'Новости', en: 'News', basedOn: null });
  const { version } = (
    await administrator.post('/admin/texts', { purpose: 'personal-data', ru: 'Согласен', en: 'I agree', basedOn: null })
  ).body.published;
  expect((await browser.get('/session')).body.consentsAsked).toEqual([{ purpose: 'personal-data', version }]);
  expect((await browser.get('/consent-texts')).body.items).toEqual([
    { purpose: 'personal-data', version, text: 'Согласен' },
    { purpose: 'news', version, text: 'Новости' },
  ]);
  expect((await browser.post('/me/consents', { purpose: 'personal-data', version })).status).toBe(201);
  expect((await browser.get('/session')).body.consentsAsked).toEqual([]);
  expect((await browser.get('/me/consents')).body.items).toHaveLength(2);
});

test('with moderators and a backup everything that is required is there', async () => {
  await api.person('moderator');
  await api.person('moderator');
  await noteBackup(db.url, { at: new Date().toISOString(), encrypted: true });
  const { lines, ready } = await doctorSays();
  expect([ready, lines.filter((line) => !line.startsWith('ok')).map((line) => line.split(/\s+/)[1])]).toEqual([
    true,
    ['administrators'],
  ]); // nobody here has a second factor
  expect(
    firstDay(
      await installationFacts(db.source, new Env({ ...settings, REQUIRE_SECOND_FACTOR: 'on' }), new Clock().now()),
    )
      .filter(({ state }) => state === 'missing')
      .map(({ say }) => say),
  ).toEqual(['administrators.asleep', 'moderators.asleep']);
});

test('how the installation does is told with the numbers that there are, and what is not known is null', async () => {
  const { status, body } = await administrator.get('/admin/health');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    dueRowsFailed: 0,
    relay: { lagSeconds: expect.any(Number) },
    seal: { waiting: 0, lagSeconds: 0 },
    disk: { databaseBytes: expect.any(Number) },
    mails: { server: new URL(settings.SMTP_URL as string).host },
    versions: {
      api: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      postgresql: expect.stringMatching(/^\d+/),
      workerConnections: 0,
    },
    backups: { last: { encrypted: true, bytes: null } }, // noted by the test before, which said no size
  });
  expect(body.versions.schema).toBe(migrations.length);
  expect(body.answers.count).toBeGreaterThan(10);
  expect(body.answers.median).toBeGreaterThan(0);
  expect(body.answers.p99).toBeGreaterThanOrEqual(body.answers.median);
  expect(body.backups.days).toEqual([{ day: expect.any(String), count: 1 }]); // none from before the first that was noted
  await noteBackup(db.url, { at: new Date().toISOString(), encrypted: false, bytes: 1_048_576 });
  const { backups } = (await administrator.get('/admin/health')).body;
  expect([backups.last, backups.days.at(-1).count]).toEqual([
    { at: expect.any(String), encrypted: false, bytes: 1_048_576 },
    2,
  ]);
});

test('what the database needs too long for is null, and the rest is told', async () => {
  const { status, body } = await db.source.transaction(async (tx) => {
    await tx.query('LOCK TABLE due_row_failures IN ACCESS EXCLUSIVE MODE');
    return administrator.get('/admin/health');
  });
  expect([status, body.queues, body.dueRowsFailed, body.relay, body.seal]).toEqual([200, null, null, null, null]);
  expect(body).toMatchObject({ mails: { waiting: expect.any(Number) }, disk: { databaseBytes: expect.any(Number) } });
});

test('a job that was given up and a role that sleeps are counted for the menu, and the queue says of which area', async () => {
  const before = (await administrator.get('/admin/attention')).body;
  const none = { erasureRequests: 0, erasureDaysLeft: null };
  expect(before).toEqual({ ...none, stoppedJobs: 0, sleepingRoles: 0, weightsToSign: 0 });
  const [{ id }] = await db.source.query('SELECT id FROM facts ORDER BY id LIMIT 1');
  await db.source.query(
    `INSERT INTO fact_jobs (fact_id, job, queued_at, failed_at) VALUES ($1, 'matching.propose-for-need', now(), now()), ($1, 'photos.process', now(), NULL)`,
    [id],
  );
  await db.source.query(`UPDATE people SET email_confirmed_at = NULL WHERE id = $1`, [
    (await api.person('moderator')).personId,
  ]);
  expect((await administrator.get('/admin/attention')).body).toEqual({
    ...none,
    stoppedJobs: 1,
    sleepingRoles: 1,
    weightsToSign: 0,
  });
  const { queues } = (await administrator.get('/admin/health')).body;
  expect(queues.find(({ area }: { area: string }) => area === 'matching')).toMatchObject({
    stopped: 1,
    waiting: 0,
    oldestSeconds: null,
  });
  expect(queues.find(({ area }: { area: string }) => area === 'photos')).toMatchObject({
    stopped: 0,
    waiting: 1,
    oldestSeconds: expect.any(Number),
  });
  await db.source.query(
    `WITH happened AS (INSERT INTO facts (id, type, payload, at)
       SELECT gen_random_uuid(), 'offer.opened', '{}', now() - make_interval(mins => m) FROM unnest(ARRAY[2, 3, 32, 58, 70]) m RETURNING id)
     INSERT INTO fact_jobs (fact_id, job, queued_at, handled_at) SELECT id, 'sparks.fly', now(), now() FROM happened`,
  );
  const hour = (await administrator.get('/admin/health')).body.queues.find(
    ({ area }: { area: string }) => area === 'sparks',
  );
  expect([hour.lastHour, hour.inFiveMinutes]).toEqual([4, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2]]);
  for (const path of ['/admin/health', '/admin/attention'])
    expect((await (await api.person('moderator')).get(path)).status).toBe(403);
});
