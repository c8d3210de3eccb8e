import { dayAt, daysLater, newId, SetClock, workingDaysLater } from '#kernel';
import { Catalogue } from '#catalogue';
import { identityEntities } from '#identity';
import { startApi, TEST_PASSWORD, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { placesOf } from '../../support/everywhere.js';
import { readMails } from '../../support/mails.js';
import { verifiedOrganization } from '../../support/region.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let administrator: Caller;
let today: string;
beforeAll(async () => {
  db = await testDatabase(identityEntities);
  api = await startApi(db, { clock });
  [administrator] = [await api.person('administrator'), await api.person('administrator')];
  today = dayAt(api.app.get(Catalogue).timeZone, clock.now());
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const BASIS = 'Письмо вх. № 118';
const record = (person: Caller, form: object = {}): Promise<Answer> =>
  administrator.post('/erasure-requests', { person: person.personId, way: 'letter', cameOn: today, ...form });
const erase = (id: string, reason = BASIS, by = administrator): Promise<Answer> =>
  by.post(`/erasure-requests/${id}/erase`, { reason });
const listed = async (status: string): Promise<Answer['body'][]> =>
  (await administrator.get(`/erasure-requests?status=${status}&limit=200`)).body.items;
const offer = {
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title: 'Обогреватели',
  quantity: '5',
  unit: 'pcs',
  place: 'selemdzhinsky',
  radiusKm: 900,
};

test('who asks by letter is told at once, erased by whoever administers, and the request names nobody any more', async () => {
  const person = await api.person('moderator');
  const { email } = (await person.get('/session')).body.person;
  await db.source.query(`UPDATE people SET name = 'Ульяна Колокольцева-Бережная' WHERE id = $1`, [person.personId]);
  const posted = (await person.post('/offers', offer)).body.id;
  const written = await record(person, { said: `Колокольцева пишет с ${email}, вх. № 118` });
  expect([written.status, written.body]).toEqual([
    201,
    expect.objectContaining({
      status: 'waiting',
      way: 'letter',
      cameOn: today,
      dueOn: workingDaysLater(today, 10),
      daysLeft: 10,
      person: { id: person.personId, name: 'Ульяна Колокольцева-Бережная' },
      recordedBy: expect.objectContaining({ id: administrator.personId }),
      email,
      emailConfirmed: true,
      obstacles: [],
      ends: { offers: 1, roles: ['moderator'], organizations: 0 },
      can: ['erase', 'extend', 'refuse'],
    }),
  ]);
  const { id, number } = written.body;
  const mail = await readMails(db.source, 'm.person_id = $1 AND m.template = $2', [
    person.personId,
    'erasure-request-recorded',
  ]);
  expect(mail).toHaveLength(1);
  expect((await record(person)).body.code).toBe('erasure-request.waits-already');
  expect((await person.get('/me/export')).body.erasureRequests).toMatchObject([{ number, status: 'waiting' }]);
  expect((await administrator.get('/admin/attention')).body).toMatchObject({ erasureRequests: 1, erasureDaysLeft: 10 });
  expect((await erase(id, `Письмо Колокольцевой, вх. № 118`)).body.errors).toMatchObject([
    { field: 'reason', code: 'erasure-request.names-person' },
  ]);

  const done = await erase(id);

  expect([done.status, done.body]).toEqual([
    200,
    expect.objectContaining({ id, number, status: 'done', person: null, said: null, email: null, ends: null, can: [] }),
  ]);
  expect((await person.get('/session')).status).toBe(401);
  expect((await db.source.query('SELECT status FROM offers WHERE id = $1', [posted]))[0].status).toBe('withdrawn');
  for (const word of ['Колокольцев', email]) expect([word, await placesOf(db.source, word)]).toEqual([word, []]);
  expect(
    await db.source.query('SELECT 1 FROM erasure_requests x WHERE x::text LIKE $1', [`%${person.personId}%`]),
  ).toEqual([]);
  expect(
    await db.source.query(
      `SELECT person_id AS by, reason, data FROM audit_log WHERE subject_id = $1 AND action = 'identity.erased'`,
      [person.personId],
    ),
  ).toEqual([{ by: administrator.personId, reason: BASIS, data: { request: number } }]);
  expect((await erase(id)).body.code).toBe('erasure-request.decided');
});

test('pressed twice at once it happens once', async () => {
  const person = await api.person();
  const { id } = (await record(person)).body;
  const answers = await Promise.all([erase(id), erase(id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('erasure-request.decided');
  expect(
    await db.source.query(`SELECT 1 FROM audit_log WHERE subject_id = $1 AND action = 'identity.erased'`, [
      person.personId,
    ]),
  ).toHaveLength(1);
});

test('what stands in the way of one’s own erasure stands in the way of this one, and is said before', async () => {
  const [person, owner] = [await api.person(), await api.person()];
  const need = await aNeed(await verifiedOrganization(db.source, owner.personId));
  const posted = (await person.post('/offers', offer)).body.id;
  const match = newId();
  await db.source.query(
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at) VALUES ($1, $2, $3, 'held', 5, 'pcs', 1, '[]', 1, now())`,
    [match, posted, need],
  );
  const promised = (await record(person)).body;
  const alone = (await record(owner)).body;
  expect([promised, alone].map(({ obstacles, can }) => [obstacles, can])).toEqual([
    [[{ code: 'identity.matches-under-way', count: 1, organization: null }], ['extend', 'refuse']],
    [[{ code: 'identity.only-owner', count: null, organization: expect.stringMatching(/./) }], ['extend', 'refuse']],
  ]);
  for (const { id } of [promised, alone]) expect((await erase(id)).body.code).toBe('erasure-request.in-the-way');
  expect((await person.get('/session')).status).toBe(200);
  await db.source.query(`UPDATE matches SET status = 'cancelled' WHERE id = $1`, [match]);
  expect((await erase(promised.id)).status).toBe(200);
});

test('no administrator erases themselves or a colleague here, not even where the request was written down before', async () => {
  const colleague = await api.person('administrator');
  expect((await record(administrator)).body.code).toBe('erasure-request.own');
  const { id, can, obstacles } = (await record(colleague)).body;
  expect([can, obstacles]).toEqual([
    ['extend', 'refuse'],
    [{ code: 'erasure-request.administrator', count: null, organization: null }],
  ]);
  expect((await erase(id)).body.code).toBe('erasure-request.administrator');
  for (const verb of ['erase', 'extend', 'refuse'])
    expect((await colleague.post(`/erasure-requests/${id}/${verb}`, { reason: BASIS })).body.code).toBe(
      'erasure-request.own',
    );
  expect((await colleague.get(`/erasure-requests/${id}`)).body.can).toEqual([]);
  const grant = (await administrator.get(`/people/${colleague.personId}`)).body.roles[0].id;
  await administrator.call('DELETE', `/people/${colleague.personId}/grants/${grant}`, { reason: 'Уходит' });
  expect((await erase(id)).status).toBe(200);
});

test('who is refused reads why and may ask again; erased later, the refusal names nobody', async () => {
  const person = await api.person();
  const { id } = (await record(person, { way: 'office', said: 'Без паспорта' })).body;
  const refused = await administrator.post(`/erasure-requests/${id}/refuse`, { reason: 'Личность не подтверждена' });
  expect([refused.status, refused.body]).toEqual([
    200,
    expect.objectContaining({ status: 'refused', reason: 'Личность не подтверждена', can: [] }),
  ]);
  const [mail] = await readMails(db.source, 'm.person_id = $1 AND m.template = $2', [
    person.personId,
    'erasure-request-refused',
  ]);
  expect(mail?.body).toContain('Почему: Личность не подтверждена');
  expect((await erase(id)).body.code).toBe('erasure-request.decided');
  expect((await record(person)).status).toBe(201);
  expect((await person.post('/me/erasure', { password: TEST_PASSWORD })).status).toBe(204);
  expect(
    await db.source.query('SELECT status, person_id, said, reason FROM erasure_requests WHERE id = $1', [id]),
  ).toEqual([{ status: 'refused', person_id: null, said: null, reason: '—' }]);
  expect((await listed('done'))[0]).toMatchObject({ way: 'letter', person: null, decidedBy: null }); // what waited is done by themselves
});

test('an answer is put off once by five working days, before its time is over, and the person reads why', async () => {
  const person = await api.person();
  const { id, dueOn } = (await record(person)).body;
  const extend = (of: string): Promise<Answer> =>
    administrator.post(`/erasure-requests/${of}/extend`, { reason: 'Сверяем подпись' });
  const answers = await Promise.all([extend(id), extend(id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await administrator.get(`/erasure-requests/${id}`)).body).toMatchObject({
    status: 'waiting',
    dueOn: workingDaysLater(dueOn, 5),
    daysLeft: 15,
    extended: true,
    can: ['erase', 'refuse'],
  });
  const mails = await readMails(db.source, 'm.person_id = $1 AND m.template = $2', [
    person.personId,
    'erasure-request-extended',
  ]);
  expect(mails.map(({ body }) => body)).toEqual([expect.stringContaining('Почему: Сверяем подпись')]);
  const late = (await record(await api.person(), { cameOn: daysLater(today, -60) })).body;
  expect([late.can, (await extend(late.id)).body.code]).toEqual([['erase', 'refuse'], 'erasure-request.not-to-extend']);
});

test('who erases themselves stands in the list as done, without a word about them', async () => {
  const person = await api.person();
  expect((await person.post('/me/erasure', { password: TEST_PASSWORD })).status).toBe(204);
  const [own] = await listed('done');
  expect(own).toMatchObject({
    way: 'self',
    person: null,
    cameOn: today,
    recordedBy: null,
    decidedBy: null,
    reason: null,
  });
});

test('the list begins with what is due first, goes on by its cursor, and counts what waits', async () => {
  await db.source.query(
    `UPDATE erasure_requests SET status = 'refused', reason = '—', decided_at = now() WHERE status = 'waiting'`,
  );
  const days = [today, daysLater(today, -30), daysLater(today, -7)];
  for (const cameOn of days) expect((await record(await api.person(), { cameOn })).status).toBe(201);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await administrator.get(`/erasure-requests?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map((item: { cameOn: string }) => item.cameOn));
    expect(body.today).toBe(today);
    expect(body.waiting).toMatchObject({ count: 3, dueOn: workingDaysLater(daysLater(today, -30), 10) });
    expect(body.waiting.daysLeft).toBeLessThan(0);
    cursor = body.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual([daysLater(today, -30), daysLater(today, -7), today]);
  const { body } = await administrator.get('/erasure-requests?status=refused&limit=1');
  expect((await administrator.get(`/erasure-requests?status=refused&limit=1&cursor=${body.nextCursor}`)).status).toBe(
    200,
  );
  expect((await administrator.get(`/erasure-requests?cursor=${body.nextCursor}`)).status).toBe(422);
  for (const cameOn of [daysLater(today, 1), '2026-02-30', daysLater(today, -400)])
    expect((await record(await api.person(), { cameOn })).body.errors).toMatchObject([{ field: 'cameOn' }]);
});

async function aNeed(organization: string): Promise<string> {
  const coordinator = await api.person([organization, 'coordinator']);
  const { title: _, radiusKm: __, ...what } = offer;
  return (
    await coordinator.post('/needs', {
      ...what,
      organization,
      title: 'Обогреватели для посёлка',
      description: 'Отключили котельную, греются печами.',
      quantity: '120',
      deadline: new Date(clock.now().getTime() + 25_920_000_000).toISOString(),
      urgency: 5,
    })
  ).body.id as string;
}
