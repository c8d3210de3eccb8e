import { randomUUID } from 'node:crypto';
import { startApi, type TestApi } from '../../support/api.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

let desk: ModerationDesk;
let api: TestApi;
beforeAll(async () => {
  desk = await openModeration();
  api = await startApi(desk.db, { clock: desk.clock });
});
afterAll(async () => {
  await api.close();
  await desk.db.drop();
});

test('the queue over HTTP: who may see it, what it says, and a decision', async () => {
  const { needId, reviewId } = await desk.submit();
  const moderator = await api.person('moderator');
  const stranger = await api.person();
  expect((await api.visitor().get('/reviews')).status).toBe(401);
  const barred = await stranger.get('/reviews?status=open');
  expect([barred.status, barred.body.code]).toEqual([403, 'review.moderators-only']);
  const seen = await moderator.get('/reviews?status=open&limit=200');
  expect(seen.body.items.find((review: { id: string }) => review.id === reviewId)).toMatchObject({
    subject: { type: 'need', id: needId, organization: { shortName: '«Тепло 1»' }, need: { amount: 120, unit: 'pcs' } },
    reasons: [{ code: 'first-need', sentence: 'Первая нужда этой организации.' }],
    can: ['approve', 'return', 'escalate'],
  });
  expect((await stranger.post(`/reviews/${reviewId}/decision`, { outcome: 'approve' })).status).toBe(403);
  const decided = await moderator.post(`/reviews/${reviewId}/decision`, { outcome: 'approve' });
  expect([decided.status, decided.body.status, decided.body.can]).toEqual([200, 'approved', []]);
  expect((await moderator.get(`/reviews/${reviewId}`)).body.decisions).toMatchObject([{ outcome: 'approve' }]);
  const late = await moderator.post(`/reviews/${reviewId}/decision`, { outcome: 'return', reason: 'Поздно' });
  expect([late.status, late.body.code]).toEqual([409, 'review.already-decided']);
});

test('an administrator who is no moderator has no page of a need that is not public, and hears so', async () => {
  const { needId, reviewId } = await desk.submit();
  const administrator = await api.person('administrator');
  const moderator = await api.person('moderator');
  const page = async (who: typeof moderator): Promise<unknown[]> => [
    (await who.get(`/reviews/${reviewId}`)).body.subject.need.page,
    (await who.get(`/needs/${needId}`)).status,
  ];
  expect([await page(administrator), await page(moderator)]).toEqual([
    [false, 404],
    [true, 200],
  ]);
  const inLog = async (who: typeof moderator): Promise<unknown> =>
    (await who.get(`/audit-log?subjectType=need&subjectId=${needId}`)).body.items[0]?.subject;
  const returned = { outcome: 'return', reason: 'Сколько стоит одна штука?' };
  expect((await moderator.post(`/reviews/${reviewId}/decision`, returned)).status).toBe(200);
  expect(await inLog(administrator)).toEqual({ type: 'need', id: needId, page: false });
  expect(await inLog(moderator)).toEqual({ type: 'need', id: needId, page: true });
  const open = await desk.submit();
  expect((await moderator.post(`/reviews/${open.reviewId}/decision`, { outcome: 'approve' })).status).toBe(200);
  expect((await administrator.get(`/reviews/${open.reviewId}`)).body.subject.need.page).toBe(true);
});

test('what was returned and sent again says with which words it was returned before', async () => {
  const { needId, reviewId } = await desk.submit();
  const moderator = await api.person('moderator');
  expect((await moderator.get(`/reviews/${reviewId}`)).body.returnedBefore).toEqual([]);
  const said = { outcome: 'return', reason: 'Сколько стоит одна штука?' };
  expect((await moderator.post(`/reviews/${reviewId}/decision`, said)).status).toBe(200);
  const again = randomUUID();
  await desk.db.source.query(
    `INSERT INTO reviews SELECT (jsonb_populate_record(r, jsonb_build_object('id', $2::text, 'status', 'open', 'closed_at', NULL, 'opened_at', r.opened_at + interval '1 day'))).* FROM reviews r WHERE id = $1`,
    [reviewId, again],
  );
  expect((await moderator.get(`/reviews/${again}`)).body).toMatchObject({
    subject: { id: needId },
    decisions: [],
    returnedBefore: [{ ...said, person: { id: moderator.personId } }],
  });
});

test('what is wrong is named; what does not exist is not found', async () => {
  const { reviewId } = await desk.submit();
  const moderator = await api.person('moderator');
  const fields = async (body: unknown): Promise<unknown> =>
    (await moderator.post(`/reviews/${reviewId}/decision`, body)).body.errors?.map(
      (error: { field: string }) => error.field,
    );
  expect(await fields({ outcome: 'return' })).toEqual(['reason']);
  expect(await fields({ outcome: 'burn' })).toEqual(['outcome']);
  expect(await fields({ outcome: 'approve', surprise: 1 })).toEqual(['surprise']);
  expect(await fields({ outcome: 'return', reason: 'я'.repeat(2001) })).toEqual(['reason']);
  expect(await fields({ outcome: 'return', reason: 'а\0б' })).toEqual(['reason']);
  for (const id of [randomUUID(), 'nonsense']) {
    expect((await moderator.get(`/reviews/${id}`)).status).toBe(404);
    expect((await moderator.post(`/reviews/${id}/decision`, { outcome: 'approve' })).status).toBe(404);
  }
  for (const query of ['status=lost', 'limit=0', 'limit=201', 'cursor=zzz', 'surprise=1'])
    expect([query, (await moderator.get(`/reviews?${query}`)).status]).toEqual([query, 422]);
});

test('a complaint needs no account: a number, a case for moderators without an interest, an answer by mail, and no word to whom it is about', async () => {
  const { needId } = await desk.submit();
  const [{ organization }] = (await desk.db.source.query(
    'SELECT organization_id AS organization FROM needs WHERE id = $1',
    [needId],
  )) as [{ organization: string }];
  const [owner, moderator, interested] = [
    await api.person([organization, 'owner']),
    await api.person('moderator'),
    await api.person('moderator', [organization, 'coordinator']),
  ];
  const form = {
    about: `/en/needs/${needId}?x=1`,
    kind: 'card',
    text: `Пишут: переведите на карту, звоните +7 914 000-00-17 ${randomUUID()}`,
    email: 'seen@example.org',
  };
  const taken = await api.visitor().post('/complaints', form);
  expect([taken.status, taken.body]).toEqual([201, { number: expect.any(Number), answered: true }]);
  expect((await api.visitor().post('/complaints', { ...form, about: `/needs/${needId}` })).body.number).toBe(
    taken.body.number,
  ); // said twice
  expect(
    (await api.visitor().post('/complaints', { ...form, about: '/how', email: 'one@example.org' })).body.number,
  ).not.toBe((await api.visitor().post('/complaints', { ...form, about: '/how', email: null })).body.number);
  const of = async (who: typeof owner) =>
    (await who.get('/reviews?limit=200')).body.items.find(
      (review: { subject: { type: string; need: { id: string } } }) =>
        review.subject.type === 'complaint' && review.subject.need?.id === needId,
    );
  const seen = await of(moderator);
  expect(seen).toMatchObject({
    reasons: [{ code: 'complaint-card' }, { code: 'phone-for-transfer' }],
    subject: { need: { id: needId }, texts: [{ field: 'reason', from: null, text: form.text }] },
    can: ['approve', 'return', 'escalate'],
  });
  expect(JSON.stringify(seen)).not.toContain(form.email);
  expect(await of(interested)).toBeUndefined(); // on no list, and by its address without its words
  const barred = (await interested.get(`/reviews/${seen.id}`)).body;
  expect(barred).toMatchObject({
    can: [],
    reasons: [{ code: 'complaint-card' }],
    subject: { texts: [], photos: [], history: null, effects: null, handOver: null },
  });
  expect([barred.reasons.length, JSON.stringify(barred).includes(form.text)]).toEqual([1, false]);
  expect((await owner.get('/reviews')).status).toBe(403);
  expect(
    (await moderator.post(`/reviews/${seen.id}/decision`, { outcome: 'return', reason: 'Карты в тексте нет' })).status,
  ).toBe(200);
  const mails = (await desk.db.source.query(
    `SELECT address, body, person_id AS "personId" FROM mails WHERE template LIKE 'complaint-%' OR body LIKE '%' || $1 || '%'`,
    [form.text],
  )) as { address: string; body: string; personId: string }[];
  expect(mails).toEqual([
    expect.objectContaining({ address: form.email, body: expect.stringMatching(/Карты\sв\sтексте\sнет/) }),
  ]);
  expect(mails[0]!.body).not.toContain(form.text);
  expect(
    (await desk.db.source.query('SELECT 1 FROM mails WHERE person_id = $1', [owner.personId])) as unknown[],
  ).toEqual([]);
});

test('a complaint about a page below a need is about the need; a shift or match that is not there is about nothing', async () => {
  const { needId } = await desk.submit();
  const shift = randomUUID();
  const ofNeed = async (about: string): Promise<unknown> => {
    const { number } = (await api.visitor().post('/complaints', { about, kind: 'rude', text: 'Грубо' })).body;
    return (
      (await desk.db.source.query('SELECT need_id AS id FROM complaints WHERE number = $1', [number])) as {
        id: string | null;
      }[]
    )[0]?.id;
  };
  expect(await ofNeed(`/needs/${needId}/edit`)).toBe(needId);
  const [need] = (await desk.db.source.query('SELECT number FROM needs WHERE id = $1', [needId])) as {
    number: number;
  }[];
  expect(await ofNeed(`/en/needs/${need?.number}`)).toBe(needId);
  // Nobody has opened that need: the case of the complaint says its number, and no words of it.
  const moderator = await api.person('moderator');
  const cases = (await moderator.get('/reviews?limit=200')).body.items.filter(
    ({ subject }: { subject: { type: string; need: { id: string } | null } }) =>
      subject.type === 'complaint' && subject.need?.id === needId,
  );
  expect(
    cases.map(({ subject }: { subject: { title: string; page: string } }) => [subject.title, subject.page]),
  ).toEqual(expect.arrayContaining([[`№ ${need?.number}`, `/needs/${need?.number}`]]));
  for (const about of [`/shifts/${shift}`, `/matches/${shift}`]) expect(await ofNeed(about)).toBeNull();
});

test('a complaint names a page of this site, a kind and words; one network complains so often and no more', async () => {
  const form = { about: '/how', kind: 'other', text: 'Непонятно' };
  const fields = async (changes: object): Promise<unknown> =>
    (await api.visitor().post('/complaints', { ...form, ...changes })).body.errors?.map(
      (error: { field: string }) => error.field,
    );
  expect(await fields({ about: 'https://evil.example/' })).toEqual(['about']);
  for (const about of ['', ' ', undefined]) expect(await fields({ about })).toEqual(['about']);
  const empty = (await api.visitor().post('/complaints', { ...form, about: '' })).body;
  expect([empty.status, empty.errors]).toMatchObject([422, [{ field: 'about', code: 'form.required' }]]);
  expect(await fields({ text: '  ' })).toEqual(['text']);
  expect(await fields({ kind: 'revenge' })).toEqual(['kind']);
  expect(await fields({ email: 'nobody' })).toEqual(['email']);
  let last = 201;
  for (let at = 0; at < 31 && last === 201; at += 1)
    last = (await api.visitor().post('/complaints', { ...form, text: `Непонятно ${at}` })).status;
  expect(last).toBe(429);
});

test('pages and the audit log', async () => {
  for (let i = 0; i < 3; i += 1) await desk.submit({ title: `Нужда ${randomUUID()}` });
  const moderator = await api.person('moderator');
  const administrator = await api.person('administrator');
  const first = await moderator.get('/reviews?limit=2');
  const second = await moderator.get(`/reviews?limit=200&cursor=${first.body.nextCursor}`);
  const ids = [...first.body.items, ...second.body.items].map((review: { id: string }) => review.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(second.body.nextCursor).toBeNull();
  const log = await administrator.get('/audit-log?limit=1');
  expect(log.body.items).toHaveLength(1);
  const next = await administrator.get(`/audit-log?limit=1&cursor=${log.body.nextCursor}`);
  expect(next.body.items[0].id).not.toBe(log.body.items[0].id);
  expect((await (await api.person()).get('/audit-log')).status).toBe(403);
  expect((await api.visitor().get('/audit-log')).status).toBe(401);
  expect((await administrator.get('/audit-log?subjectType=need')).status).toBe(422);
});
