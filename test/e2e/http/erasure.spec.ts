import { DAY_MS, newId, SetClock, type Fact } from '#kernel';
import { identityChecks, identityEntities } from '#identity';
import { verifyLedger } from '#ledger';
import { photoKey, ProcessPhoto } from '#photos';
import { Files, sendMail, type FactJob, type Mail } from '#platform';
import { FACT_JOBS } from '../../../apps/worker/src/jobs.js';
import { REACTIONS } from '../../../apps/worker/src/reactions.js';
import { jpeg } from '../../factories/pictures.js';
import { AGREED, startApi, TEST_PASSWORD, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { placesOf } from '../../support/everywhere.js';
import { readMails } from '../../support/mails.js';
import { verifiedOrganization } from '../../support/region.js';
import { People } from '../../integration/needs/fixture.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let organization: string;
let need: string;
let people: People;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock });
  people = new People(db.source);
  organization = await people.organization((await people.person('Мария Орлова')).personId, 'verified', 1);
  const coordinator = await api.person([organization, 'coordinator']);
  const body = {
    organization,
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    title: 'Обогреватели для посёлка',
    description: 'Отключили котельную, греются печами.',
    quantity: '120',
    unit: 'pcs',
    place: 'selemdzhinsky',
    deadline: new Date(clock.now().getTime() + 300 * DAY_MS).toISOString(),
    urgency: 5,
  };
  need = (await coordinator.post('/needs', body)).body.id;
});
afterEach(async () => {
  for (const { sentence, sql } of identityChecks)
    expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
  expect((await verifyLedger(db.source)).alarms).toEqual([]);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const offer = (title = 'Обогреватели Незабудкиной') => ({
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title,
  quantity: '50',
  unit: 'pcs',
  place: 'selemdzhinsky',
  radiusKm: 900,
});
const erase = (person: Caller, password = TEST_PASSWORD) => person.post('/me/erasure', { password });
async function match(offerId: string, status: string): Promise<string> {
  const id = newId();
  await db.source.query(
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at, reason, ended_by) VALUES ($1, $2, $3, $4, 5, 'pcs', 1, '[]', 1, now(), 'Звоните Незабудкиной', 'donor')`,
    [id, offerId, need, status],
  );
  return id;
}

test('who asks is forgotten: nothing of name, address or sign-in is left, and the books add up', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  await db.source.query(`UPDATE people SET name = 'Анна Петрова-Незабудкина' WHERE id = $1`, [person.personId]);
  const posted = await person.post('/offers', offer());
  expect(posted.status).toBe(201);
  await person.post('/me/consents', { purpose: 'news', version: '2026-01' });
  const key = (await person.post('/api-keys', { name: 'ключ Незабудкиной' })).body.secret;
  await api.visitor().post('/password-resets', { email });
  await match(posted.body.id, 'cancelled');
  expect((await erase(person, 'не тот пароль')).body.errors).toEqual([expect.objectContaining({ field: 'password' })]);
  const { pseudonym } = (await db.source.query('SELECT pseudonym FROM parties WHERE id = $1', [person.personId]))[0];

  expect((await erase(person)).status).toBe(204);

  expect([(await person.get('/session')).status, (await api.program(key).get('/session')).status]).toEqual([401, 401]);
  expect((await api.visitor().post('/session', { email, password: TEST_PASSWORD })).status).toBe(401);
  const tables = (
    (await db.source.query(
      `SELECT table_name AS t FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )) as { t: string }[]
  ).map((row) => row.t);
  for (const table of tables) {
    const found = await db.source.query(
      `SELECT 1 FROM ${table} x WHERE x::text ILIKE '%Незабудкин%' OR x::text ILIKE $1`,
      [`%${email}%`],
    );
    expect([table, found]).toEqual([table, []]);
  }
  for (const table of [
    'sessions',
    'api_keys',
    'passkeys',
    'totp_secrets',
    'recovery_codes',
    'mails',
    'notifications',
    'notification_choices',
    'follows',
    'told_proposals',
    'email_confirmations',
    'password_resets',
    'email_changes',
    'known_devices',
  ]) {
    const column = table === 'sessions' ? `sess ->> 'personId'` : 'person_id::text';
    expect([table, await db.source.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [person.personId])]).toEqual([
      table,
      [],
    ]);
  }
  expect(
    await db.source.query('SELECT 1 FROM idempotency_keys WHERE caller = $1', [`person:${person.personId}`]),
  ).toEqual([]);
  expect(
    await db.source.query('SELECT purpose, withdrawn_at IS NULL AS stands FROM consents WHERE person_id = $1', [
      person.personId,
    ]),
  ).toEqual([{ purpose: 'news', stands: false }]);
  expect(await db.source.query('SELECT status FROM offers WHERE id = $1', [posted.body.id])).toEqual([
    { status: 'withdrawn' },
  ]);
  expect((await db.source.query('SELECT pseudonym FROM parties WHERE id = $1', [person.personId]))[0].pseudonym).toBe(
    pseudonym,
  );
  expect(
    await db.source.query(`SELECT posted_in, posted_back FROM accounts WHERE party_id = $1 AND kind = 'offer'`, [
      person.personId,
    ]),
  ).toEqual([{ posted_in: 50, posted_back: 50 }]);
  expect(
    await db.source.query(`SELECT action, data FROM audit_log WHERE subject_id = $1 AND action = 'identity.erased'`, [
      person.personId,
    ]),
  ).toEqual([{ action: 'identity.erased', data: {} }]);
  expect(
    await db.source.query(`SELECT 1 FROM facts WHERE type = 'person.erased' AND payload ->> 'personId' = $1`, [
      person.personId,
    ]),
  ).toHaveLength(1);
  expect(
    (
      await api
        .visitor()
        .post('/people', { email, password: 'совсем новый человек', name: 'Другая', locale: 'ru', consents: AGREED })
    ).status,
  ).toBe(201); // the address is free
});

/** Where a name or address of a person who was erased may stand all the same, and why. Whatever is not here is searched. */
const STAYS: Readonly<Record<string, string>> = {
  audit_log:
    'never changed: the reason that a moderator or administrator gave for a decision stands there in their words; everything else in it is ids',
  transfers: 'never changed: the reason of a correction of the books, in the words of who made it',
  needs: 'words of an organization about itself and those whom it helps',
  need_edits: 'words of an organization, as needs',
  organizations: 'name and papers of an organization, also of one that bears a person’s name',
  organization_documents: 'names of the papers of an organization',
  organization_vouches: 'words of an official about a group',
};

test('nothing of them is left among the things of others either: invitations, kept answers, mails, words of moderators, of whatever address', async () => {
  const [person, owner, moderator] = [await api.person(), await api.person(), await api.person('moderator')];
  const old = (await person.get('/session')).body.person.email as string;
  await db.source.query(`UPDATE people SET name = 'Вера Ромашкина-Вьюгина' WHERE id = $1`, [person.personId]);
  const id = await verifiedOrganization(db.source, owner.personId);
  const invite = (email: string, key: string) =>
    owner.post(`/organizations/${id}/invitations`, { email, role: 'coordinator' }, { 'idempotency-key': key });
  expect((await invite(old, 'first')).status).toBe(201);
  const [invitation] = await readMails(db.source, `m.template = 'invitation' AND m.person_id = $1`, [person.personId]);
  await person.post('/invitations/accept', { token: /#([\w-]{43})/.exec(invitation?.body ?? '')?.[1] });
  await person.post('/me/email', { email: 'romashkina@example.org', password: TEST_PASSWORD });
  const [change] = await readMails(db.source, `m.template = 'confirm-new-email' AND m.person_id = $1`, [
    person.personId,
  ]);
  expect(
    (await person.post('/email-changes/confirm', { token: /#([\w-]{43})/.exec(change?.body ?? '')?.[1] })).status,
  ).toBe(200);
  const other = await verifiedOrganization(db.source, owner.personId);
  const kept = await owner.post(
    `/organizations/${other}/invitations`,
    { email: 'romashkina@example.org', role: 'owner' },
    { 'idempotency-key': 'second' },
  );
  await db.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, address) VALUES ($1, $2, 'invitation', 'ru', 'Зовут', 'Текст', $3)`,
    [newId(), owner.personId, old],
  ); // written before they had an account
  for (let wrong = 0; wrong < 3; wrong += 1)
    await api.visitor().post('/session', { email: 'romashkina@example.org', password: 'не тот пароль' });
  const posted = await person.post('/offers', { ...offer('Одеяла от Ромашкиной-Вьюгиной'), anonymous: false });
  const promise = await match(posted.body.id, 'cancelled');
  await db.source.query(
    `UPDATE matches SET ended_by = 'organization', reason = 'Вера Ромашкина-Вьюгина не приехала' WHERE id = $1`,
    [promise],
  );
  const decide = async (type: string, subject: string, note: string): Promise<void> => {
    const review = newId();
    await db.source.query(
      `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, opened_at) VALUES ($1, $2, $3, 'returned', 1, '[]', now())`,
      [review, type, subject],
    );
    await db.source.query(
      `INSERT INTO decisions (id, review_id, person_id, outcome, reason, note, at) VALUES ($1, $2, $3, 'return', $4, $4, now())`,
      [newId(), review, moderator.personId, note],
    );
  };
  await decide('match', promise, 'Вьюгина обещала привезти');
  await decide('organization', id, `Говорил с Вера  Ромашкина-Вьюгина, romashkina@EXAMPLE.org, ${old}`);
  await decide('organization', await verifiedOrganization(db.source, owner.personId), 'Вера Ромашкина: другой человек');
  expect((await placesOf(db.source, 'romashkina@example.org')).sort()).toEqual(
    expect.arrayContaining(['decisions', 'idempotency_keys', 'mails', 'organization_invitations', 'people']),
  );

  expect((await erase(person)).status).toBe(204);

  for (const word of ['Ромашкина-Вьюгин', 'Вьюгин', 'Одеяла от', 'romashkina', old])
    expect([word, (await placesOf(db.source, word)).filter((table) => !(table in STAYS))]).toEqual([word, []]);
  expect(await db.source.query(`SELECT reason, note FROM decisions ORDER BY at`)).toEqual([
    { reason: '—', note: null },
    { reason: 'Говорил с —, —, —', note: 'Говорил с —, —, —' },
    { reason: 'Вера Ромашкина: другой человек', note: 'Вера Ромашкина: другой человек' },
  ]);
  const again = await owner.post(
    `/organizations/${other}/invitations`,
    { email: 'romashkina@example.org', role: 'owner' },
    { 'idempotency-key': 'second' },
  );
  expect([kept.status, again.status, again.headers.get('idempotency-replayed'), again.text]).toEqual([
    201,
    201,
    'true',
    '',
  ]);
});

test('who typed another’s address, or a name of common words, takes nothing of others along', async () => {
  const [person, owner] = [await api.person(), await api.person()];
  const id = await verifiedOrganization(db.source, owner.personId);
  const invited = await owner.post(
    `/organizations/${id}/invitations`,
    { email: 'victim@example.org', role: 'coordinator' },
    { 'idempotency-key': 'of-victim' },
  );
  await person.post('/me/email', { email: 'victim@example.org', password: TEST_PASSWORD }); // never confirmed
  await db.source.query(`UPDATE people SET name = 'Не подтверждено' WHERE id = $1`, [person.personId]);
  const review = newId();
  await db.source.query(
    `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, opened_at) VALUES ($1, 'organization', $2, 'returned', 1, '[]', now())`,
    [review, id],
  );
  await db.source.query(
    `INSERT INTO decisions (id, review_id, person_id, outcome, note, at) VALUES ($1, $2, $3, 'return', 'Не подтверждено', now())`,
    [newId(), review, owner.personId],
  );
  const unproved = await api.unconfirmed('neighbour@example.org');
  await owner.post(`/organizations/${id}/invitations`, { email: 'neighbour@example.org', role: 'coordinator' });
  expect([(await erase(person)).status, (await erase(unproved)).status]).toEqual([204, 204]);
  expect(
    await db.source.query(
      `SELECT email, ended_at FROM organization_invitations WHERE organization_id = $1 ORDER BY email`,
      [id],
    ),
  ).toEqual(['neighbour@example.org', 'victim@example.org'].map((email) => ({ email, ended_at: null })));
  expect(await readMails(db.source, `m.address = 'victim@example.org' AND m.template = 'invitation'`)).toHaveLength(1);
  expect(
    (
      await owner.post(
        `/organizations/${id}/invitations`,
        { email: 'victim@example.org', role: 'coordinator' },
        { 'idempotency-key': 'of-victim' },
      )
    ).body,
  ).toEqual(invited.body);
  expect(await db.source.query(`SELECT note FROM decisions WHERE review_id = $1`, [review])).toEqual([
    { note: 'Не подтверждено' },
  ]);
});

test('an invitation that they wrote ends where its mail has not left, and stays where it has', async () => {
  const [person, partner] = [await api.person(), await api.person()];
  const id = await verifiedOrganization(db.source, person.personId);
  await db.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'owner', 'organization', $3)`,
    [newId(), partner.personId, id],
  );
  for (const email of ['sent@example.org', 'unsent@example.org'])
    expect((await person.post(`/organizations/${id}/invitations`, { email, role: 'coordinator' })).status).toBe(201);
  await db.source.query(`UPDATE mails SET status = 'sent', sealed = NULL WHERE address = 'sent@example.org'`);
  expect((await erase(person)).status).toBe(204);
  expect(
    await db.source.query(
      `SELECT email, ended_at IS NULL AS open FROM organization_invitations WHERE organization_id = $1 ORDER BY email`,
      [id],
    ),
  ).toEqual([
    { email: 'sent@example.org', open: true },
    { email: 'unsent@example.org', open: false },
  ]);
});

test.each(['held', 'accepted', 'delivered', 'disputed'])('not while a match is %s', async (status) => {
  const person = await api.person();
  const posted = await person.post('/offers', offer('Обогреватели'));
  const id = await match(posted.body.id, status);
  const refused = await erase(person);
  expect([refused.status, refused.body.code, refused.body.params]).toEqual([
    409,
    'identity.matches-under-way',
    { count: 1 },
  ]);
  expect((await person.get('/me/erasure')).body).toEqual({
    count: 1,
    promised: [
      { id, text: expect.stringMatching(/\d/), need: { id: expect.any(String), title: expect.stringMatching(/./) } },
    ],
    obstacles: [{ code: 'identity.matches-under-way', count: 1, organization: null }],
  }); // said beforehand
  expect((await person.get(`/offers/${posted.body.id}`)).body.status).toBe('open');
  await db.source.query(`UPDATE matches SET status = 'cancelled' WHERE id = $1`, [id]);
  expect((await person.get('/me/erasure')).body).toEqual({ count: 0, promised: [], obstacles: [] });
  expect((await erase(person)).status).toBe(204);
});

test('not as the only owner of an organization; of two owners who go at once one stays', async () => {
  const shared = await people.organization((await people.person('Основатель')).personId, 'verified', 2);
  const [first, second] = await Promise.all([api.person([shared, 'owner']), api.person([shared, 'owner'])]);
  await db.source.query(
    `UPDATE grants SET revoked_at = now() WHERE object_id = $1 AND role = 'owner' AND person_id NOT IN ($2, $3)`,
    [shared, first.personId, second.personId],
  );
  const answers = await Promise.all([erase(first), erase(second)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
  const refused = answers.find((answer) => answer.status === 409)!;
  expect(refused.body.code).toBe('identity.only-owner');
  const stays = answers[0] === refused ? first : second; // their page names it before they try again
  expect((await stays.get('/me/erasure')).body).toMatchObject({
    count: 0,
    obstacles: [{ code: 'identity.only-owner', count: null, organization: expect.stringContaining('Тепло') }],
  });
  expect(refused.body.detail).toMatch(/единственный владелец/);
});

test('an offer that is posted while its donor is erased is either withdrawn with them or refused', async () => {
  for (let round = 0; round < 4; round += 1) {
    const person = await api.person();
    const [erased, ...posts] = await Promise.all([
      erase(person),
      ...Array.from({ length: 3 }, () => person.post('/offers', offer('Обогреватели'))),
    ]);
    expect([204, 409]).toContain(erased.status);
    expect(posts.every((answer) => [201, 401, 404].includes(answer.status))).toBe(true); // 404: withdrawn and gone before it could be shown
    if (erased.status === 409) expect((await erase(person)).status).toBe(204);
    expect(
      await db.source.query(`SELECT id FROM offers WHERE donor_id = $1 AND status IN ('open', 'partly_used')`, [
        person.personId,
      ]),
    ).toEqual([]);
    expect(
      await db.source.query('SELECT display_name FROM donors WHERE id = $1 AND display_name <> $2', [
        person.personId,
        '—',
      ]),
    ).toEqual([]);
  }
});

/** What the worker does when it hears of an erasure. */
async function hear(personId: string): Promise<void> {
  const [fact] = (await db.source.query(
    `SELECT * FROM facts WHERE type = 'person.erased' AND payload ->> 'personId' = $1`,
    [personId],
  )) as Fact<never>[];
  for (const name of REACTIONS['person.erased']) {
    const job = FACT_JOBS[name]((service) => api.app.get(service, { strict: false })) as FactJob<never>;
    for (let delivery = 1; delivery <= 2; delivery += 1) {
      if (job.apply) await db.source.transaction((tx) => job.apply?.(tx, fact as never) as Promise<void>);
      else await job.call?.(fact as never);
    }
  }
}

test('pictures of what somebody offered go too, and nobody writes to them any more', async () => {
  const [person, neighbour] = [await api.person(), await api.person()];
  const files = api.app.get(Files);
  const photoOf = async (who: Caller): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(await jpeg(40, 20))], { type: 'image/jpeg' }), 'x.jpg');
    const posted = await who.post('/offers', offer('Обогреватели'));
    const { id } = (await who.post(`/offers/${posted.body.id}/photos`, form)).body;
    await api.app.get(ProcessPhoto, { strict: false }).process(id);
    return id;
  };
  const [gone, kept] = [await photoOf(person), await photoOf(neighbour)];
  expect(await files.head(photoKey(gone, 480))).not.toBeNull();
  expect((await erase(person)).status).toBe(204);
  const mail = (personId: string): Mail => ({
    id: newId(),
    personId,
    template: 'test',
    locale: 'ru',
    subject: 'Письмо',
    body: 'Текст',
    notice: { subjectType: 'match', subjectId: newId(), path: '/matches', ru: 'Да', en: 'Yes' },
  });
  expect(await db.source.transaction((tx) => sendMail(tx, mail(person.personId)))).toBe(false);
  expect(await db.source.transaction((tx) => sendMail(tx, mail(neighbour.personId)))).toBe(true);
  await db.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body) VALUES ($1, $2, 'test', 'ru', 'Письмо', 'Текст')`,
    [newId(), person.personId],
  ); // by a job that had looked before
  await hear(person.personId);
  for (const table of ['mails', 'notifications']) {
    expect([table, await db.source.query(`SELECT 1 FROM ${table} WHERE person_id = $1`, [person.personId])]).toEqual([
      table,
      [],
    ]);
  }
  expect(await db.source.query('SELECT id FROM photos WHERE id = ANY($1)', [[gone, kept]])).toEqual([{ id: kept }]);
  expect([await files.head(photoKey(gone, 480)), await files.head(photoKey(kept, 480))]).toEqual([
    null,
    expect.anything(),
  ]);
  expect(
    await db.source.query(`SELECT 1 FROM mails WHERE person_id = $1 AND template = 'test'`, [neighbour.personId]),
  ).toHaveLength(1);
});

test('the export holds what is kept, page after page, and no secret', async () => {
  const person = await api.person();
  const { email } = (await person.get('/session')).body.person;
  const posted = await person.post('/offers', offer('Обогреватели'));
  const other = await (await api.person()).post('/offers', offer('Чужие обогреватели'));
  const id = await match(posted.body.id, 'confirmed');
  const key = (await person.post('/api-keys', { name: 'ключ' })).body.secret;
  await db.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body) SELECT gen_random_uuid(), $1, 'test', 'ru', 'Письмо ' || n, 'Текст' FROM generate_series(1, 1203) n`,
    [person.personId],
  );
  const answer = await person.get('/me/export');
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="lepta-export.json"',
  ]);
  const { body } = answer;
  expect(Object.keys(body)).toEqual([
    'format',
    'at',
    'person',
    'roles',
    'consents',
    'sessions',
    'knownDevices',
    'apiKeys',
    'passkeys',
    'emailChanges',
    'erasureRequests',
    'offers',
    'standingOffers',
    'standingOfferDates',
    'matches',
    'contactsShared',
    'contactLooks',
    'contactsRead',
    'handOversProposed',
    'bankFiles',
    'gifts',
    'savedCards',
    'arrivals',
    'signUps',
    'tripHours',
    'guardianConsents',
    'shiftAsks',
    'shiftWish',
    'calendarFeed',
    'trips',
    'deliveryAddresses',
    'bookings',
    'messages',
    'complaints',
    'appeals',
    'messageReports',
    'statement',
    'paperChecks',
    'mails',
    'notifications',
    'notificationChoices',
    'follows',
    'changes',
  ]);
  expect(body.person).toMatchObject({
    id: person.personId,
    email,
    donor: { displayName: 'Проверка', anonymous: true },
  });
  expect(body.offers).toMatchObject([{ id: posted.body.id, title: 'Обогреватели' }]);
  expect(body.matches).toMatchObject([{ id, status: 'confirmed' }]);
  expect(body.statement).toMatchObject([{ kind: 'pledge', amount: 50, unit: 'pcs' }]);
  expect(new Set(body.mails.map((mail: { subject: string }) => mail.subject)).size).toBe(1203);
  expect(body.apiKeys).toHaveLength(1);
  for (const secret of [key.slice(12), 'argon2', other.body.id]) expect(answer.text).not.toContain(secret);
  for (let i = 0; i < 9; i += 1) await person.get('/me/export');
  expect((await person.get('/me/export')).body.code).toBe('identity.too-often');
});

test('who waits for a place leaves the queue, and words about their hours go; a place that is promised comes first', async () => {
  const boss = await api.person([organization, 'coordinator']);
  const form = {
    organization,
    kind: 'time',
    category: 'emergency-logistics',
    title: 'Сортировка помощи',
    description: 'Привезли две машины коробок.',
    quantity: '100',
    unit: 'hour',
    place: 'selemdzhinsky',
    deadline: new Date(clock.now().getTime() + 300 * DAY_MS).toISOString(),
    urgency: 3,
  };
  const timed = (await boss.post('/needs', form)).body.id as string;
  await db.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [timed],
  );
  const plan = async (days: number): Promise<string> => {
    const from = Math.ceil(clock.now().getTime() / DAY_MS) * DAY_MS + days * DAY_MS;
    return (
      await boss.post(`/needs/${timed}/shifts`, {
        from: new Date(from),
        until: new Date(from + DAY_MS / 12),
        capacity: 1,
        meet: 'Ворота 2',
      })
    ).body.id as string;
  };
  const [full, own] = [await plan(3), await plan(5)];
  const [first, person] = [await api.person(), await api.person()];
  await first.post(`/shifts/${full}/sign-ups`);
  const waiting = (await person.post(`/shifts/${full}/sign-ups`)).body;
  const place = (await person.post(`/shifts/${own}/sign-ups`)).body;
  await person.post('/me/calendar');
  expect([waiting.status, place.status]).toEqual(['waiting', 'signed_up']);
  const exported = (await person.get('/me/export')).body;
  expect(exported.signUps.map(({ status }: { status: string }) => status).sort()).toEqual(['signed_up', 'waiting']);
  expect(exported.calendarFeed).toHaveLength(1);
  expect((await erase(person)).body.code).toBe('identity.matches-under-way');
  await person.post(`/sign-ups/${place.id}/cancel`);
  expect((await erase(person)).status).toBe(204);
  expect(await db.source.query('SELECT status FROM sign_ups WHERE person_id = $1', [person.personId])).toEqual([
    { status: 'cancelled' },
    { status: 'cancelled' },
  ]);
  expect(await db.source.query('SELECT 1 FROM calendar_feeds WHERE person_id = $1', [person.personId])).toEqual([]);
});
