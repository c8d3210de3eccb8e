import type { Actor } from '#identity';
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
