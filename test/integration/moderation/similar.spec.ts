import { newId } from '#kernel';
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

const NAMED = 'Ваня Петров, диагноз ДЦП.';

test('a case keeps which need it is like, and shows both side by side, each as far as its reader may read it', async () => {
  const title = `Обогреватели для посёлка ${newId()}`;
  const first = await desk.submit({ title, description: NAMED });
  const second = await desk.submit({ title: `${title}!`, description: 'Во вторую очередь', quantity: '40' });
  const [moderator, administrator] = [await api.person('moderator'), await api.person('administrator')];
  const { reasons } = (await moderator.get(`/reviews/${second.reviewId}`)).body;
  expect(reasons[0]).toMatchObject({ code: 'duplicate', similarNeed: first.needId });

  const path = `/reviews/${second.reviewId}/similar`;
  const { ours, similar } = (await moderator.get(path)).body;
  expect(ours).toMatchObject({ id: second.needId, title: `${title}!`, description: 'Во вторую очередь', amount: 40 });
  expect(similar).toMatchObject({
    id: first.needId,
    title,
    description: '•••, ••• •••.',
    organization: { id: desk.organization },
    place: 'selemdzhinsky',
    amount: 120,
    unit: 'pcs',
  });
  await moderator.call('PUT', `/reviews/${first.reviewId}/look`, {});
  expect((await moderator.get(path)).body.similar.description).toBe(NAMED);
  // Who may not read the page of the other one reads nothing of it here.
  expect((await administrator.get(path)).body).toMatchObject({ ours: { id: second.needId }, similar: null });

  const none = await moderator.get(`/reviews/${first.reviewId}/similar`);
  expect([none.status, none.body.code]).toEqual([409, 'review.nothing-similar']);
});

test('of an edit that makes a need like another one the changed words stand there; what is closed in its case is closed here', async () => {
  const title = `Печи для школы ${newId()}`;
  await desk.submit({ title });
  const { needId, reviewId } = await desk.submit({ title: 'Совсем другое дело', quantity: '7' });
  await desk.decide(desk.moderator, reviewId, 'approve');
  const moderator = await api.person('moderator');
  const { version } = (await moderator.get(`/needs/${needId}`)).body;
  await desk.needs.edit(desk.coordinator, needId, version, { title: `${title}.`, description: NAMED });
  const [edit] = (await desk.source.query(`SELECT id FROM need_edits WHERE need_id = $1`, [needId])) as {
    id: string;
  }[];
  await desk.run((tx) => desk.opening.openNeedEdit(tx, edit?.id ?? ''));
  const [review] = (await desk.source.query(`SELECT id FROM reviews WHERE subject_id = $1`, [edit?.id])) as {
    id: string;
  }[];
  const path = `/reviews/${review?.id}/similar`;
  expect((await moderator.get(path)).body.ours).toMatchObject({
    title: `${title}.`,
    description: '•••, ••• •••.',
    amount: 7,
  });
  await moderator.call('PUT', `/reviews/${review?.id}/look`, {});
  expect((await moderator.get(path)).body.ours.description).toBe(NAMED);
});
