import { INTEREST_MS, type Actor } from '#identity';
import { DAY_MS, newId } from '#kernel';
import { Members } from '#organizations';
import { answerOf } from '../needs/fixture.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

let desk: ModerationDesk;
beforeAll(async () => {
  desk = await openModeration();
  await desk.source.query('UPDATE people SET email_confirmed_at = now()');
});
afterAll(() => desk.db.drop());

/** As the next request would know them. */
const actor = async ({ personId }: Actor): Promise<Actor> => (await desk.identity.actorOf(personId, 'web')) as Actor;

test('who leaves an organization decides nothing about it for a year, through no door; then they may', async () => {
  const moderator = await desk.people.person('Ольга Ушедшая');
  const owner = await desk.people.person('Павел Хозяин');
  await desk.source.query('UPDATE people SET email_confirmed_at = now()');
  const grant = { by: null, objectType: 'organization', objectId: desk.organization } as const;
  await desk.run(async (tx) => {
    await desk.identity.grant(tx, { personId: owner.personId, role: 'owner', ...grant });
    await desk.identity.grant(tx, { personId: moderator.personId, role: 'coordinator', ...grant });
    await desk.identity.grant(tx, {
      personId: moderator.personId,
      role: 'moderator',
      by: null,
      objectType: 'platform',
      objectId: null,
    });
  });
  const { reviewId } = await desk.submit();
  expect(await answerOf(desk.decide(await actor(moderator), reviewId, 'approve'))).toBe('review.own-matter');

  const members = new Members(desk.source, desk.identity);
  await members.changeRole(await actor(owner), desk.organization, moderator.personId, 'accountant');
  await members.remove(await actor(moderator), desk.organization, moderator.personId);
  const left = await actor(moderator);
  expect([left.organizations, left.left]).toEqual([[], [desk.organization]]);
  expect(await answerOf(desk.decide(left, reviewId, 'approve'))).toBe('review.own-matter');
  expect((await desk.queue.byId(left, reviewId)).can).toEqual([]);
  expect(await answerOf(desk.run((tx) => desk.organizations.suspend(tx, left, desk.organization, 'Отчётов нет')))).toBe(
    'organization.not-yours-to-decide',
  );

  desk.clock.set(new Date(desk.clock.now().getTime() + INTEREST_MS - DAY_MS));
  expect(await answerOf(desk.decide(await actor(moderator), reviewId, 'return', 'Укажите размеры'))).toBe(
    'review.own-matter',
  );
  desk.clock.set(new Date(desk.clock.now().getTime() + 2 * DAY_MS));
  expect((await actor(moderator)).left).toEqual([]);
  expect(await answerOf(desk.decide(await actor(moderator), reviewId, 'return', 'Укажите размеры'))).toBe('done');
});

test('who has promised something to a need does not decide on it, nor on its edits, whatever became of the promise', async () => {
  const giver = await desk.people.person('Юрий Даритель', { platform: ['moderator'] });
  const firm = await desk.people.organization((await desk.people.person('Хозяин фирмы')).personId, 'verified', 77);
  const ofFirm = { ...(await desk.people.person('Из фирмы', { platform: ['moderator'] })), left: [firm] };
  const needId = await desk.openNeed({ title: 'Обогреватели в клуб' });
  for (const [who, onBehalfOf] of [
    [giver, null],
    [desk.donor, firm],
  ] as const) {
    const offerId = await desk.postOffer({}, who);
    await desk.source.query('UPDATE offers SET on_behalf_of = $2 WHERE id = $1', [offerId, onBehalfOf]);
    await desk.source.query(
      `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at, held_at, ended_at) VALUES ($1, $2, $3, 'cancelled', 5, 'pcs', 0, '[]', 1, now(), now(), now())`,
      [newId(), offerId, needId],
    );
  }
  const { version } = await desk.view(needId);
  await desk.needs.edit(desk.coordinator, needId, version, { quantity: '200', unit: 'pcs' });
  const [edit] = (await desk.source.query('SELECT id FROM need_edits WHERE need_id = $1', [needId])) as {
    id: string;
  }[];
  await desk.run((tx) => desk.opening.openNeedEdit(tx, edit?.id ?? ''));
  const [review] = (await desk.source.query('SELECT id FROM reviews WHERE subject_id = $1', [edit?.id])) as {
    id: string;
  }[];
  for (const who of [giver, ofFirm])
    expect(await answerOf(desk.decide(who, review?.id ?? '', 'approve'))).toBe('review.own-matter');
  expect(await answerOf(desk.decide(desk.moderator, review?.id ?? '', 'approve'))).toBe('done');
});
