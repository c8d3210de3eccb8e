import { startApi, type TestApi } from '../../support/api.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

const MINUTE_MS = 60_000;

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

test('a case that a moderator has open is theirs to decide: others see the name, and decide it once they have taken it over', async () => {
  const { reviewId } = await desk.submit();
  const [first, second] = [await api.person('moderator'), await api.person('moderator')];
  const hold = `/reviews/${reviewId}/hold`;
  const held = await first.call('PUT', hold, {});
  expect([held.status, held.body.hold, held.body.can]).toEqual([
    200,
    expect.objectContaining({ person: expect.objectContaining({ id: first.personId }), mine: true }),
    ['approve', 'return', 'escalate'],
  ]);

  const looking = await second.call('PUT', hold, {}); // looks too: nothing changes
  expect([looking.status, looking.body.hold, looking.body.can]).toEqual([
    200,
    expect.objectContaining({ person: expect.objectContaining({ id: first.personId }), mine: false }),
    ['take-over'],
  ]);
  const queue = await second.get('/reviews?status=open&limit=200');
  expect(queue.body.items.find(({ id }: { id: string }) => id === reviewId).hold).toEqual(looking.body.hold);
  const early = await second.post(`/reviews/${reviewId}/decision`, { outcome: 'approve' });
  expect([early.status, early.body.code]).toEqual([409, 'review.held']);

  expect((await second.call('PUT', hold, { takeOver: true })).body.can).toEqual(['approve', 'return', 'escalate']);
  expect((await first.get(`/reviews/${reviewId}`)).body).toMatchObject({
    hold: { person: { id: second.personId }, mine: false },
    can: ['take-over'],
  });
  expect((await first.delete(hold)).status).toBe(204); // not theirs any more: nothing changes
  expect((await first.post(`/reviews/${reviewId}/decision`, { outcome: 'approve' })).body.code).toBe('review.held');
  const decided = await second.post(`/reviews/${reviewId}/decision`, { outcome: 'approve' });
  expect([decided.status, decided.body.hold]).toEqual([200, null]);
  expect((await first.call('PUT', hold, { takeOver: true })).body.code).toBe('review.already-decided');
});

test('a hold lasts while it is said again, ends some minutes after, and at once where the page is left', async () => {
  const { reviewId } = await desk.submit();
  const heldBy = async (): Promise<string | undefined> =>
    (await desk.queue.byId(desk.moderator, reviewId)).hold?.person.id;
  await desk.holds.hold(desk.second, reviewId, false);
  const { since } = (await desk.queue.byId(desk.moderator, reviewId)).hold!;
  desk.clock.forward(4 * MINUTE_MS);
  await desk.holds.hold(desk.second, reviewId, false);
  desk.clock.forward(4 * MINUTE_MS);
  expect((await desk.queue.byId(desk.moderator, reviewId)).hold).toMatchObject({
    person: { id: desk.second.personId },
    since,
  });
  desk.clock.forward(MINUTE_MS);
  expect(await heldBy()).toBeUndefined();
  await desk.holds.hold(desk.moderator, reviewId, false); // free again: no need to take it over
  expect(await heldBy()).toBe(desk.moderator.personId);
  await desk.holds.release(desk.moderator, reviewId);
  expect(await heldBy()).toBeUndefined();
});

test('of a case that needs two signatures the first one leaves it to the second', async () => {
  const { reviewId } = await desk.large();
  await desk.holds.hold(desk.moderator, reviewId, false);
  await desk.decide(desk.moderator, reviewId, 'approve');
  await desk.decide(desk.second, reviewId, 'approve');
  expect(await desk.reviewStatus(reviewId)).toBe('approved');
});

test('of two who open a free case at once one holds it', async () => {
  const { reviewId } = await desk.submit();
  await Promise.all([desk.moderator, desk.second].map((who) => desk.holds.hold(who, reviewId, false)));
  const cans = await Promise.all(
    [desk.moderator, desk.second].map(async (who) => (await desk.queue.byId(who, reviewId)).can.join(' ')),
  );
  expect(cans.sort()).toEqual(['approve return escalate', 'take-over']);
});
