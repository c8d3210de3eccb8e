import { GrantEntity, type Actor } from '#identity';
import { newId } from '#kernel';
import { startApi, type TestApi } from '../../support/api.js';
import { answerOf } from '../needs/fixture.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

const TITLE = 'Коляска для Вани Петрова с ДЦП';
const WORDS = 'Ваня Петров, диагноз ДЦП, ходить может с опорой.';

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

const looksAt = async (reviewId: string): Promise<string[]> =>
  (await desk.auditLog.page(desk.moderator, { limit: 200 })).items
    .filter(({ action, data }) => action === 'review.look' && data['reviewId'] === reviewId)
    .map(({ person }) => person?.id ?? '');

const grantIn = (personId: string): Promise<unknown> =>
  desk.db.source.manager.insert(GrantEntity, {
    id: newId(),
    personId,
    role: 'coordinator',
    objectType: 'organization',
    objectId: desk.organization,
    grantedBy: null,
    grantedAt: desk.clock.now(),
  });

test('who is named with an illness is closed in every answer on a case until a moderator looks, which is written down once for each of them', async () => {
  const { reviewId } = await desk.submit({ title: TITLE, description: WORDS });
  const [first, second] = [await api.person('moderator'), await api.person('moderator')];
  const paths = ['/reviews?status=open&limit=200', `/reviews/${reviewId}`, `/reviews/${reviewId}/letters`];
  const read = async (who: typeof first): Promise<string> =>
    JSON.stringify(await Promise.all(paths.map(async (path) => (await who.get(path)).body)));
  expect(await read(first)).not.toMatch(/Петров|ДЦП|диагноз/u);
  expect((await first.get(`/reviews/${reviewId}`)).body.shut).toEqual({ count: 5, seenAt: null, can: ['look'] });

  const look = `/reviews/${reviewId}/look`;
  const answers = await Promise.all([first.call('PUT', look, {}), first.call('PUT', look, {})]);
  expect(answers.map(({ status, body }) => [status, body.subject.title, body.subject.description])).toEqual([
    [200, TITLE, WORDS],
    [200, TITLE, WORDS],
  ]);
  expect((await first.call('PUT', look, {})).body.shut).toMatchObject({ seenAt: expect.any(String), can: [] });
  expect(await looksAt(reviewId)).toEqual([first.personId]);

  expect(await read(second)).not.toMatch(/Петров|ДЦП|диагноз/u); // each for themselves
  await second.call('PUT', look, {});
  expect((await looksAt(reviewId)).sort()).toEqual([first.personId, second.personId].sort());
  // Letters never carry it, whoever has looked.
  expect(JSON.stringify((await first.get(`/reviews/${reviewId}/letters`)).body)).not.toMatch(/Петров|ДЦП/u);
});

test('a name in the title is closed beside an illness in the text under it: in letters before and after they are sent, and in the list of decisions', async () => {
  const { reviewId } = await desk.submit({
    title: 'Дрова на зиму для Вани Петрова',
    description: 'Дом отапливают печью, у мальчика ДЦП.',
  });
  const who = await api.person('moderator');
  const { items } = (await who.get(`/reviews/${reviewId}/letters`)).body;
  expect(items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['approve', 'return']);
  expect(JSON.stringify(items)).toContain('Дрова на\u00a0зиму для •••');
  expect(JSON.stringify(items)).not.toContain('Петров');
  expect(JSON.stringify((await who.get(`/reviews/${reviewId}`)).body)).not.toContain('Петров');

  await who.call('PUT', `/reviews/${reviewId}/look`, {});
  await who.post(`/reviews/${reviewId}/decision`, { outcome: 'return', reason: 'Без имени и болезни' });
  const [decided] = (await who.get('/reviews/mine')).body.items;
  expect(decided.subject.title).toBe('Дрова на зиму для •••');
  const sent: unknown = await desk.db.source.query(
    `SELECT subject, body FROM mails WHERE template = 'review-return' AND body LIKE '%Дрова%'`,
  );
  expect(sent).toHaveLength(1);
  expect(JSON.stringify(sent)).not.toContain('Петров');
});

test('nobody looks who may not decide: not in an own matter, not at what another has open, not at what is decided', async () => {
  const { reviewId } = await desk.submit({ title: TITLE, description: WORDS });
  const own: Actor = { ...desk.coordinator, platform: ['moderator'] };
  expect(await answerOf(desk.looks.look(own, reviewId))).toBe('review.own-matter');
  await desk.holds.hold(desk.second, reviewId, false);
  expect(await answerOf(desk.looks.look(desk.moderator, reviewId))).toBe('review.held');
  await desk.decide(desk.second, reviewId, 'return', 'Без имени и болезни');
  expect(await answerOf(desk.looks.look(desk.moderator, reviewId))).toBe('review.already-decided');
  expect(await looksAt(reviewId)).toEqual([]);
});

test('the page of the need says no more than its case does: to each moderator by what they have opened there, to its own people all of it', async () => {
  const { needId, reviewId } = await desk.submit({ title: TITLE, description: WORDS });
  const [first, second] = [await api.person('moderator'), await api.person('moderator')];
  const organization = desk.organization;
  const doors = [`/needs/${needId}`, `/needs?organization=${organization}&limit=100`];
  const read = async (who: typeof first): Promise<string> =>
    JSON.stringify(await Promise.all(doors.map(async (path) => (await who.get(path)).body)));
  expect(await read(first)).not.toMatch(/Петров|ДЦП|диагноз/u);
  expect((await first.get(`/needs/${needId}`)).body).toMatchObject({
    title: 'Коляска для ••• с •••',
    shut: { count: 5, reviewId },
  });
  const search = `/needs?organization=${organization}&q=${encodeURIComponent('Петрова')}`;
  expect((await first.get(search)).body.items).toEqual([]); // nor by guessing

  await first.call('PUT', `/reviews/${reviewId}/look`, {});
  expect((await first.get(`/needs/${needId}`)).body).toMatchObject({ title: TITLE, description: WORDS, shut: null });
  expect(await read(second)).not.toMatch(/Петров|ДЦП|диагноз/u);

  const both = await api.person('moderator');
  await grantIn(both.personId);
  expect((await both.get(`/needs/${needId}`)).body).toMatchObject({ title: TITLE, shut: null });
  expect((await both.get(search)).body.items.map(({ id }: { id: string }) => id)).toContain(needId);
});

test('an edit that waits is closed until its own case is opened, and words sent again until they are looked at again', async () => {
  const { needId, reviewId } = await desk.submit({ title: 'Коляска', description: 'Ходить может с опорой.' });
  const who = await api.person('moderator');
  await desk.decide(desk.moderator, reviewId, 'approve');
  const { version } = (await who.get(`/needs/${needId}`)).body;
  await desk.needs.edit(desk.coordinator, needId, version, { description: WORDS });
  const [edit] = (await desk.db.source.query(`SELECT id FROM need_edits WHERE need_id = $1`, [needId])) as {
    id: string;
  }[];
  await desk.run((tx) => desk.opening.openNeedEdit(tx, edit?.id ?? ''));
  const [review] = (await desk.db.source.query(`SELECT id FROM reviews WHERE subject_id = $1`, [edit?.id])) as {
    id: string;
  }[];
  const closed = await who.get(`/needs/${needId}`);
  expect(JSON.stringify(closed.body)).not.toMatch(/Петров|ДЦП/u);
  expect(closed.body.shut).toEqual({ count: 3, reviewId: review?.id });
  await who.call('PUT', `/reviews/${review?.id}/look`, {});
  expect((await who.get(`/needs/${needId}`)).body.pendingEdit.description).toBe(WORDS);
  await desk.decide(desk.moderator, review?.id ?? '', 'return', 'Без имени');

  const twice = await desk.submit({ title: TITLE });
  await who.call('PUT', `/reviews/${twice.reviewId}/look`, {});
  await desk.decide(desk.moderator, twice.reviewId, 'return', 'Без имени');
  expect((await who.get(`/needs/${twice.needId}`)).body.title).toBe(TITLE);
  await desk.needs.submit(desk.coordinator, twice.needId);
  await desk.run((tx) => desk.opening.openNeed(tx, twice.needId));
  expect((await who.get(`/needs/${twice.needId}`)).body.title).toBe('Коляска для ••• с •••');
});

test('an offer that waits is closed to a moderator in the same way', async () => {
  const donor = await api.person();
  const made = await donor.post('/offers', {
    kind: 'goods',
    item: 'medical-device',
    category: 'health-equipment',
    title: TITLE,
    description: WORDS,
    quantity: '1',
    unit: 'pcs',
    place: 'blagoveshchensk',
    until: '2026-06-01T00:00:00Z',
  });
  expect([made.status, made.body.status]).toEqual([201, 'in_review']);
  await desk.run((tx) => desk.opening.openOffer(tx, made.body.id));
  const who = await api.person('moderator');
  const { body } = await who.get(`/offers/${made.body.id}`);
  expect(JSON.stringify(body)).not.toMatch(/Петров|ДЦП/u);
  await who.call('PUT', `/reviews/${body.shut.reviewId}/look`, {});
  expect((await who.get(`/offers/${made.body.id}`)).body).toMatchObject({ title: TITLE, shut: null });
  expect((await donor.get(`/offers/${made.body.id}`)).body).toMatchObject({ title: TITLE, shut: null });
});
