import type { Actor } from '#identity';
import { DAY_MS, newId } from '#kernel';
import { forgetAppeals, forgetInDecisions, MODERATION_AGES, moderationChecks } from '#moderation';
import { ForgetJob } from '#platform';
import { freshNumbers } from '../../support/region.js';
import { answerOf } from '../needs/fixture.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

let desk: ModerationDesk;
beforeAll(async () => {
  desk = await openModeration();
});
afterAll(() => desk.db.drop());
afterEach(async () => {
  for (const check of moderationChecks)
    expect([check.sentence, await desk.source.query(check.sql)]).toEqual([check.sentence, []]);
});

const WORDS = 'Размеры есть: они в описании.';

async function refused(): Promise<{ needId: string; reviewId: string }> {
  const submitted = await desk.submit({ title: `Печи ${newId()}` });
  await desk.decide(desk.moderator, submitted.reviewId, 'return', 'Укажите размеры');
  return submitted;
}
async function appealed(): Promise<{ needId: string; reviewId: string; appealReview: string }> {
  const one = await refused();
  await desk.appeals.make(desk.coordinator, one.reviewId, WORDS);
  const [row] = (await desk.source.query(
    `SELECT r.id FROM reviews r JOIN appeals a ON a.id = r.subject_id WHERE a.review_id = $1 AND r.subject_type = 'appeal'`,
    [one.reviewId],
  )) as { id: string }[];
  return { ...one, appealReview: row?.id ?? '' };
}
const mails = (template: string): Promise<{ subject: string; body: string; person: string }[]> =>
  desk.source.query(`SELECT subject, body, person_id AS person FROM mails WHERE template = $1 ORDER BY id`, [template]);

test('who was refused appeals once, another moderator lifts the refusal, the need is open and the answer is mailed', async () => {
  const { needId, reviewId, appealReview } = await appealed();
  expect(await desk.needStatus(needId)).toBe('in_review');
  const [{ version }] = await desk.source.query('SELECT version FROM needs WHERE id = $1', [needId]);
  expect(await answerOf(desk.needs.edit(desk.coordinator, needId, version, { title: 'Другое' }))).toBe(
    'need.not-editable',
  );
  await desk.appeals.make(desk.coordinator, reviewId, ` ${WORDS} `); // a double click
  expect(await answerOf(desk.appeals.make(desk.coordinator, reviewId, 'И ещё'))).toBe('appeal.already-made');

  expect(await answerOf(desk.decide(desk.moderator, appealReview, 'approve'))).toBe('review.own-decision');
  expect(await desk.queue.byId(desk.moderator, appealReview)).toMatchObject({ can: [] });
  const seen = await desk.queue.byId(desk.second, appealReview);
  expect(seen).toMatchObject({
    can: ['approve', 'return', 'escalate'],
    subject: {
      type: 'appeal',
      need: { id: needId },
      description: null,
      texts: [{ field: 'reason', text: WORDS }, {}, {}],
    },
    appeal: {
      of: 'need',
      decisions: [{ person: { id: desk.moderator.personId }, outcome: 'return', reason: 'Укажите размеры' }],
    },
  });
  await desk.decide(desk.second, appealReview, 'approve', 'Размеры есть.');
  expect(await desk.needStatus(needId)).toBe('open');
  const [mail] = await mails('appeal-lifted');
  expect(mail?.person).toBe(desk.coordinator.personId);
  expect(mail?.body).toContain('Размеры есть.');
  const view = await desk.appeals.byReview(desk.coordinator, reviewId);
  expect(view).toMatchObject({
    reason: 'Укажите размеры',
    appeal: { outcome: 'lifted', words: WORDS, answer: 'Размеры есть.' },
    can: [],
  });
  const mine = await desk.ownDecisions.page(desk.moderator, 50, null);
  expect(mine.items[0]).toMatchObject({
    outcome: 'return',
    status: 'returned',
    needId,
    appeal: { outcome: 'lifted', answer: 'Размеры есть.' },
  });
  const log = await desk.auditLog.page(desk.second, { limit: 20, subject: { type: 'need', id: needId } });
  expect(log.items.map(({ action }) => action)).toEqual(['review.appeal', 'review.return']);
});

const appealOf = async (reviewId: string): Promise<string> => {
  const [row] = (await desk.source.query(
    `SELECT r.id FROM reviews r JOIN appeals a ON a.id = r.subject_id WHERE a.review_id = $1 AND r.subject_type = 'appeal'`,
    [reviewId],
  )) as { id: string }[];
  return row?.id ?? '';
};
const changesOf = async (reviewId: string) =>
  (await desk.queue.byId(desk.second, await appealOf(reviewId))).appeal?.changes;

test('beside an appeal stands what its author has changed since the refusal, as it was and as it is; a name beside an illness is closed in both', async () => {
  const same = await refused();
  await desk.appeals.make(desk.coordinator, same.reviewId, WORDS);
  expect(await changesOf(same.reviewId)).toEqual([]);

  const { needId, reviewId } = await desk.submit({ title: 'Коляска для Вани Петрова', description: 'Диагноз ДЦП' });
  await desk.decide(desk.moderator, reviewId, 'return', 'Без имени');
  const [{ version }] = await desk.source.query('SELECT version FROM needs WHERE id = $1', [needId]);
  await desk.needs.edit(desk.coordinator, needId, version, {
    title: 'Коляска для мальчика',
    description: 'Ходить может с опорой.',
    quantity: '2',
    unit: 'pcs',
    place: 'zeya',
  });
  await desk.appeals.make(desk.coordinator, reviewId, WORDS);
  expect(await changesOf(reviewId)).toEqual([
    { field: 'title', before: 'Коляска для •••', after: 'Коляска для мальчика' },
    { field: 'description', before: '••• •••', after: 'Ходить может с опорой.' },
    { field: 'amount', before: '120', after: '2' },
    { field: 'place', before: 'selemdzhinsky', after: 'zeya' },
  ]);
  const appeal = await appealOf(reviewId);
  expect((await desk.queue.byId(desk.second, appeal)).shut).toEqual({ count: 3, seenAt: null, can: ['look'] });
  await desk.looks.look(desk.second, appeal);
  expect((await changesOf(reviewId))?.[1]).toMatchObject({ before: 'Диагноз ДЦП' });
  await desk.decide(desk.second, appeal, 'approve');
  expect(await changesOf(reviewId)).toBeNull(); // decided: what changes from now on is no matter of it
});

test('of an edit that was refused it is what the need under it has become', async () => {
  const { needId, reviewId } = await desk.submit({ title: `Печи ${newId()}` });
  await desk.decide(desk.moderator, reviewId, 'approve');
  const version = async (): Promise<number> => (await desk.view(needId)).version;
  await desk.needs.edit(desk.coordinator, needId, await version(), { title: 'Печи и трубы' });
  const [edit] = (await desk.source.query('SELECT id FROM need_edits WHERE need_id = $1', [needId])) as {
    id: string;
  }[];
  await desk.run((tx) => desk.opening.openNeedEdit(tx, edit?.id ?? ''));
  const [review] = (await desk.source.query('SELECT id FROM reviews WHERE subject_id = $1', [edit?.id])) as {
    id: string;
  }[];
  await desk.decide(desk.moderator, review?.id ?? '', 'return', 'Зачем трубы?');
  await desk.needs.edit(desk.coordinator, needId, await version(), { deadline: new Date('2026-04-01T05:00:00Z') });
  await desk.appeals.make(desk.coordinator, review?.id ?? '', WORDS);
  expect(await changesOf(review?.id ?? '')).toEqual([
    { field: 'deadline', before: expect.any(String), after: '2026-04-01T05:00:00Z' },
  ]);
});

test('an appeal that is not right leaves the refusal, with the new reason; what is sent again may be appealed against again', async () => {
  const { needId, reviewId, appealReview } = await appealed();
  await desk.decide(desk.second, appealReview, 'return', 'Нужна длина');
  expect(await desk.needStatus(needId)).toBe('returned');
  expect((await mails('appeal-kept'))[0]?.body).toContain('Нужна длина');
  expect((await desk.appeals.byReview(desk.coordinator, reviewId)).appeal).toMatchObject({
    outcome: 'kept',
    answer: 'Нужна длина',
  });
  await desk.needs.submit(desk.coordinator, needId);
  await desk.run((tx) => desk.opening.openNeed(tx, needId));
  const [again] = await desk.source.query(`SELECT id FROM reviews WHERE subject_id = $1 AND status = 'open'`, [needId]);
  await desk.decide(desk.second, again.id, 'return', 'Длина?');
  expect((await desk.appeals.about(desk.coordinator, needId)).map(({ can }) => can)).toEqual([['appeal'], []]);
});

test('only those who were refused, with words, in time, and while the refusal stands', async () => {
  const { needId, reviewId } = await refused();
  for (const stranger of [desk.donor, desk.second, desk.administrator])
    expect(await answerOf(desk.appeals.make(stranger, reviewId, WORDS))).toBe('appeal.not-found');
  expect(await desk.appeals.about(desk.donor, needId)).toEqual([]);
  expect(await answerOf(desk.appeals.make(desk.coordinator, reviewId, ' '))).toBe(
    'form.invalid: words appeal.no-words',
  );
  expect(await answerOf(desk.appeals.make(desk.coordinator, newId(), WORDS))).toBe('appeal.not-found');
  desk.clock.set(new Date(desk.clock.now().getTime() + 14 * DAY_MS + 1));
  expect(await answerOf(desk.appeals.make(desk.coordinator, reviewId, WORDS))).toBe('appeal.too-late');
  const other = await refused();
  await desk.needs.submit(desk.coordinator, other.needId);
  expect(await answerOf(desk.appeals.make(desk.coordinator, other.reviewId, WORDS))).toBe('appeal.not-refused');
});

test('a large sum needs two who lift it, and both are others than those before', async () => {
  const { needId, reviewId } = await desk.large();
  await desk.decide(desk.moderator, reviewId, 'return', 'Нет расчёта');
  await desk.appeals.make(desk.coordinator, reviewId, 'Расчёт приложен');
  const [review] = await desk.source.query(
    `SELECT r.id, r.signatures_needed AS needed FROM reviews r JOIN appeals a ON a.id = r.subject_id WHERE a.review_id = $1`,
    [reviewId],
  );
  expect(review.needed).toBe(2);
  await desk.decide(desk.second, review.id, 'approve');
  expect(await desk.needStatus(needId)).toBe('in_review');
  const third = await desk.people.person('Глеб Третий', { platform: ['moderator'] });
  await desk.decide(third, review.id, 'approve');
  expect(await desk.needStatus(needId)).toBe('open');
});

test('a need that is taken back ends the appeal; whoever is erased leaves no words', async () => {
  const { needId, reviewId, appealReview } = await appealed();
  await desk.run((tx) => desk.needs.withdraw(tx, desk.coordinator, needId));
  await desk.run((tx) => desk.opening.closeSubject(tx, 'need', needId));
  expect(await desk.reviewStatus(appealReview)).toBe('returned');
  expect((await desk.appeals.byReview(desk.coordinator, reviewId)).appeal?.outcome).toBe('moot');
  await desk.run((tx) => forgetAppeals(tx, { personId: desk.coordinator.personId }));
  const [left] = await desk.source.query('SELECT words, person_id FROM appeals WHERE review_id = $1', [reviewId]);
  expect(left).toEqual({ words: '—', person_id: null });
});

test('what was refused is kept until every appeal against it is over, and goes with the one who gave it', async () => {
  const kept = async (reviewId: string): Promise<unknown[]> =>
    (
      (await desk.source.query('SELECT words FROM review_words WHERE review_id = $1', [reviewId])) as {
        words: unknown;
      }[]
    ).map(({ words }) => words);
  const offerId = await desk.postOffer({ item: 'medical-device', category: 'health-equipment', title: 'Тонометры' });
  await desk.run((tx) => desk.opening.openOffer(tx, offerId));
  const [review] = (await desk.source.query('SELECT id FROM reviews WHERE subject_id = $1', [offerId])) as {
    id: string;
  }[];
  const ofOffer = review?.id ?? '';
  await desk.decide(desk.moderator, ofOffer, 'return', 'Какие?');
  expect(await kept(ofOffer)).toEqual([expect.objectContaining({ title: 'Тонометры' })]);
  await desk.run((tx) => forgetInDecisions(tx, { personId: desk.donor.personId, ids: [], names: [], addresses: [] }));
  expect(await kept(ofOffer)).toEqual([]);

  const { reviewId } = await refused();
  const forget = new ForgetJob(desk.source, desk.clock, MODERATION_AGES);
  desk.clock.set(new Date(desk.clock.now().getTime() + 89 * DAY_MS));
  await forget.tick();
  expect(await kept(reviewId)).toHaveLength(1);
  desk.clock.set(new Date(desk.clock.now().getTime() + 2 * DAY_MS));
  await forget.tick();
  expect(await kept(reviewId)).toEqual([]);
});

describe('what is done to an organization outside the queue', () => {
  const owner = async (): Promise<Actor> =>
    desk.as(await desk.people.person('Нина Хозяйка'), desk.organization, 'owner');
  const statusOf = async (): Promise<string> =>
    (await desk.source.query('SELECT status FROM organizations WHERE id = $1', [desk.organization]))[0].status;
  const suspend = (): Promise<void> =>
    desk.run((tx) => desk.measures.suspend(tx, desk.moderator, desk.organization, 'Нет отчётов'));
  const appealOf = async (reviewId: string): Promise<string> =>
    (
      await desk.source.query(
        `SELECT r.id FROM reviews r JOIN appeals a ON a.id = r.subject_id WHERE a.review_id = $1 AND r.subject_type = 'appeal'`,
        [reviewId],
      )
    )[0].id;

  test('a suspension is told with its reason, its owner appeals, another moderator ends it', async () => {
    const own = await owner();
    await suspend();
    await suspend(); // once more changes nothing
    const [refusal, ...others] = await desk.appeals.about(own, desk.organization);
    expect([refusal, others]).toMatchObject([
      { subject: { type: 'suspension', id: desk.organization }, reason: 'Нет отчётов', can: ['appeal'] },
      [],
    ]);
    expect(await desk.appeals.about(desk.coordinator, desk.organization)).toEqual([]);
    expect((await mails('review-return')).filter(({ body }) => body.includes('Нет отчётов')).length).toBeGreaterThan(0);

    await desk.appeals.make(own, refusal?.id ?? '', 'Отчёты отправлены в мае');
    expect(await statusOf()).toBe('suspended');
    const review = await appealOf(refusal?.id ?? '');
    expect(await answerOf(desk.decide(desk.moderator, review, 'approve'))).toBe('review.own-decision');
    await desk.run((tx) => desk.opening.closeSubject(tx, 'organization', desk.organization)); // it waits on
    await desk.decide(desk.second, review, 'approve');
    expect(await statusOf()).toBe('verified');
    expect((await desk.appeals.byReview(own, refusal?.id ?? '')).appeal).toMatchObject({ outcome: 'lifted' });
  });

  test('a suspension stays where the appeal is not right, and a later one may be appealed against anew', async () => {
    const own = await owner();
    await suspend();
    const [refusal] = await desk.appeals.about(own, desk.organization);
    await desk.appeals.make(own, refusal?.id ?? '', 'Отчёты есть');
    await desk.decide(desk.second, await appealOf(refusal?.id ?? ''), 'return', 'За май их нет');
    expect(await statusOf()).toBe('suspended');
    await desk.run((tx) => desk.measures.reinstate(tx, desk.second, desk.organization, 'Прислали'));
    await suspend();
    expect((await desk.appeals.about(own, desk.organization)).map(({ can }) => can)).toEqual([['appeal'], [], []]);
  });

  test('a suspension that ends by a moderator’s word leaves no appeal waiting', async () => {
    const own = await owner();
    await suspend();
    const [refusal] = await desk.appeals.about(own, desk.organization);
    await desk.appeals.make(own, refusal?.id ?? '', 'Отчёты есть');
    await desk.run((tx) => desk.measures.reinstate(tx, desk.moderator, desk.organization, 'Ошибка'));
    expect(await desk.reviewStatus(await appealOf(refusal?.id ?? ''))).toBe('returned');
    expect((await desk.appeals.byReview(own, refusal?.id ?? '')).appeal?.outcome).toBe('moot');
  });

  const giveBack = (): Promise<void> =>
    desk.run((tx) => desk.measures.giveBack(tx, desk.moderator, desk.organization, 'Счёт закрыт'));

  test('a verified organization that is given back is told why, its owner appeals, another moderator lifts it', async () => {
    const own = await owner();
    const { inn, ogrn } = freshNumbers(); // it is read anew when it goes into review
    await desk.source.query('UPDATE organizations SET inn = $2, ogrn = $3 WHERE id = $1', [
      desk.organization,
      inn,
      ogrn,
    ]);
    await giveBack();
    await giveBack(); // once more changes nothing
    const [refusal, ...others] = await desk.appeals.about(own, desk.organization);
    expect(refusal).toMatchObject({
      subject: { type: 'organization', id: desk.organization },
      reason: 'Счёт закрыт',
      can: ['appeal'],
    });
    expect(others.filter(({ subject }) => subject.type === 'organization')).toEqual([]);
    expect((await mails('review-return')).filter(({ body }) => body.includes('Счёт закрыт')).length).toBeGreaterThan(0);
    await desk.run((tx) => desk.opening.closeSubject(tx, 'organization', desk.organization)); // as its fact asks
    await desk.appeals.make(own, refusal?.id ?? '', 'Счёт открыт, вот справка');
    expect(await statusOf()).toBe('submitted');
    const review = await appealOf(refusal?.id ?? '');
    expect(await answerOf(desk.decide(desk.moderator, review, 'approve'))).toBe('review.own-decision');
    await desk.decide(desk.second, review, 'approve');
    expect(await statusOf()).toBe('verified');
    expect((await desk.appeals.byReview(own, refusal?.id ?? '')).appeal).toMatchObject({ outcome: 'lifted' });
  });

  test('a suspension that becomes a return leaves its appeal behind; the return has one of its own', async () => {
    const own = await owner();
    await suspend();
    const [suspension] = await desk.appeals.about(own, desk.organization);
    await desk.appeals.make(own, suspension?.id ?? '', 'Отчёты есть');
    await giveBack();
    expect((await desk.appeals.byReview(own, suspension?.id ?? '')).appeal?.outcome).toBe('moot');
    const [latest, before] = await desk.appeals.about(own, desk.organization);
    expect([latest, before]).toMatchObject([
      { subject: { type: 'organization' }, can: ['appeal'] },
      { subject: { type: 'suspension' }, can: [] },
    ]);
  });
});
