import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { ReviewSection } from '#moderation';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

let desk: ModerationDesk;
beforeAll(async () => {
  desk = await openModeration();
});
afterAll(() => desk.db.drop());
/** Nothing waits: what one test leaves is not counted by the next. */
beforeEach(() =>
  desk.source.query(`UPDATE reviews SET status = 'approved', closed_at = $1 WHERE status IN ('open', 'escalated')`, [
    desk.clock.now(),
  ]),
);

const ids = async (who: Actor, section: ReviewSection): Promise<string[]> =>
  (await desk.queue.page(who, { of: { section }, limit: 200 })).items.map(({ id }) => id);
const insert = async (type: string, risk = 0): Promise<string> => {
  const id = newId();
  await desk.source.query(
    `INSERT INTO reviews (id, status, subject_type, subject_id, risk, reasons, signatures_needed, opened_at) VALUES ($1, 'open', $2, $3, $4, '[]', 1, $5)`,
    [id, type, newId(), risk, desk.clock.now()],
  );
  return id;
};

test('each section has what is in it, and as many as are counted', async () => {
  const free = await desk.submit({ title: `Дрова ${newId()}` });
  const large = await desk.large();
  const passedOn = await desk.submit({ title: `Уголь ${newId()}` });
  const returned = await desk.submit({ title: `Печь ${newId()}` });
  const [dispute, appeal] = [await insert('match'), await insert('appeal')];
  await desk.decide(desk.second, large.reviewId, 'approve');
  await desk.decide(desk.second, passedOn.reviewId, 'escalate');
  await desk.decide(desk.second, returned.reviewId, 'return', 'Нет размеров');
  const expected: Record<ReviewSection, string[]> = {
    open: [free.reviewId, large.reviewId, dispute, appeal],
    escalated: [passedOn.reviewId],
    signatures: [large.reviewId],
    disputes: [dispute],
    appeals: [appeal],
    mine: [large.reviewId, passedOn.reviewId],
    'to-correct': [returned.reviewId],
  };
  const { sections } = await desk.queue.counts(desk.second);
  for (const [section, own] of Object.entries(expected) as [ReviewSection, string[]][]) {
    expect([section, (await ids(desk.second, section)).sort()]).toEqual([section, own.sort()]);
    expect([section, sections[section]]).toEqual([section, own.length]);
  }
  expect(await ids(desk.moderator, 'mine')).toEqual([]);
  await desk.holds.hold(desk.moderator, free.reviewId, false);
  expect(await ids(desk.moderator, 'mine')).toEqual([free.reviewId]);
  await desk.needs.submit(desk.coordinator, returned.needId); // sent again: it waits for its author no more
  expect(await ids(desk.second, 'to-correct')).toEqual([]);
});

test('what a moderator has an interest in stands on no page and in no sum: they learn how many there are', async () => {
  const { reviewId } = await desk.submit({ title: `Своё ${newId()}` });
  const others = await insert('match', 5);
  const own: Actor = { ...desk.second, organizations: [{ id: desk.organization, role: 'coordinator' }] };
  const page = await desk.queue.page(own, { of: { section: 'open' }, limit: 200 });
  expect([page.items.map(({ id }) => id), page.hidden]).toEqual([[others], 1]);
  expect(await desk.queue.counts(own)).toMatchObject({ sections: { open: 1, disputes: 1 }, hidden: 1 });
  expect((await desk.queue.page(own, { of: { section: 'disputes' }, limit: 200 })).hidden).toBe(0);
  expect(await ids(desk.second, 'open')).toContain(reviewId);
  expect((await desk.queue.counts(desk.second)).hidden).toBe(0);
});

test.each(['risk', 'due'] as const)('by %s each page says how many come after it', async (sort) => {
  for (let i = 0; i < 5; i += 1) await insert('complaint', i);
  const rest: number[] = [];
  let after = null;
  do {
    const page = await desk.queue.page(desk.second, { of: { section: 'open' }, sort, limit: 2, after });
    rest.push(page.rest);
    after = page.next;
  } while (after);
  expect(rest).toEqual([3, 1, 0]);
});
