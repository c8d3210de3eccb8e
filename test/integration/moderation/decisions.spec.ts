import { moderationChecks } from '#moderation';
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

test('a moderator approves: the need is open, the decision is kept, the organization gets a mail', async () => {
  const { needId, reviewId } = await desk.submit();
  await desk.decide(desk.moderator, reviewId, 'approve');
  expect([await desk.needStatus(needId), await desk.reviewStatus(reviewId)]).toEqual(['open', 'approved']);
  expect(
    (await desk.auditLog.page(desk.moderator, { limit: 10, subject: { type: 'need', id: needId } })).items,
  ).toMatchObject([
    {
      action: 'review.approve',
      person: { id: desk.moderator.personId, name: 'Пётр Чистый' },
      subject: { type: 'need', id: needId },
    },
  ]);
  const mails = await desk.source.query(`SELECT subject, body FROM mails WHERE person_id = $1`, [
    desk.coordinator.personId,
  ]);
  expect(mails).toHaveLength(1);
  expect(mails[0].subject).toMatch(/^Нужда №\s\d+ опубликована$/);
  expect(await desk.facts(needId)).toEqual(['need.submitted', 'need.opened']);
});

test('a repeated click changes nothing; another decision on a decided matter is refused', async () => {
  const { reviewId } = await desk.submit();
  await desk.decide(desk.moderator, reviewId, 'approve');
  await desk.decide(desk.moderator, reviewId, 'approve');
  expect(await desk.signatures(reviewId)).toBe(1);
  expect(await answerOf(desk.decide(desk.moderator, reviewId, 'return', 'Поздно'))).toBe('review.already-decided');
  expect(await answerOf(desk.decide(desk.second, reviewId, 'approve'))).toBe('review.already-decided');
});

test('what is returned has a reason that its author reads, and may come again', async () => {
  const { needId, reviewId } = await desk.submit();
  expect(await answerOf(desk.decide(desk.moderator, reviewId, 'return'))).toBe(
    'form.invalid: reason review.reason-needed',
  );
  expect(await answerOf(desk.decide(desk.moderator, reviewId, 'return', '   '))).toBe(
    'form.invalid: reason review.reason-needed',
  );
  await desk.decide(desk.moderator, reviewId, 'return', 'Укажите размеры');
  await desk.decide(desk.moderator, reviewId, 'return', 'Укажите размеры');
  expect([await desk.needStatus(needId), await desk.reviewStatus(reviewId)]).toEqual(['returned', 'returned']);
  const [mail] = await desk.source.query(`SELECT body FROM mails WHERE template = 'review-return'`);
  expect(mail.body).toContain('Укажите размеры');

  await desk.needs.submit(desk.coordinator, needId);
  await desk.run((tx) => desk.opening.openNeed(tx, needId));
  await desk.run((tx) => desk.opening.openNeed(tx, needId));
  const reviews = await desk.source.query(
    'SELECT id, status FROM reviews WHERE subject_id = $1 ORDER BY opened_at, id',
    [needId],
  );
  expect(reviews.map((review: { status: string }) => review.status).sort()).toEqual(['open', 'returned']);
  await desk.decide(desk.second, reviews.find((review: { status: string }) => review.status === 'open').id, 'approve');
  expect(await desk.needStatus(needId)).toBe('open');
});

test('only moderators decide, and never in their own matter', async () => {
  const { needId, reviewId } = await desk.submit();
  expect(await answerOf(desk.decide(desk.coordinator, reviewId, 'approve'))).toBe('review.moderators-only');
  expect(await answerOf(desk.decide(desk.donor, reviewId, 'approve'))).toBe('review.moderators-only');
  expect(await answerOf(desk.decide(desk.administrator, reviewId, 'approve'))).toBe('review.moderators-only');
  const insider = desk.as(desk.moderator, desk.organization, 'accountant');
  expect(await answerOf(desk.decide(insider, reviewId, 'approve'))).toBe('review.own-matter');
  expect(
    await answerOf(
      desk.decide({ ...desk.coordinator, organizations: [], platform: ['moderator'] }, reviewId, 'approve'),
    ),
  ).toBe('review.own-matter');
  expect((await desk.queue.byId(insider, reviewId)).can).toEqual([]);
  expect((await desk.queue.byId(desk.moderator, reviewId)).can).toEqual(['approve', 'return', 'escalate']);
  expect(await answerOf(desk.queue.page(desk.coordinator, { of: { status: 'open' }, limit: 20 }))).toBe(
    'review.moderators-only',
  );
  expect(await desk.needStatus(needId)).toBe('in_review');
});

test('above the threshold two different moderators must approve; one may return', async () => {
  const { needId, reviewId } = await desk.large();
  await desk.decide(desk.moderator, reviewId, 'approve');
  await desk.decide(desk.moderator, reviewId, 'approve');
  expect([await desk.needStatus(needId), await desk.reviewStatus(reviewId), await desk.signatures(reviewId)]).toEqual([
    'in_review',
    'open',
    1,
  ]);
  const seen = await desk.queue.byId(desk.moderator, reviewId);
  expect(seen).toMatchObject({
    signaturesNeeded: 2,
    signatures: [{ person: { name: 'Пётр Чистый' } }],
    can: ['return', 'escalate'],
  });
  expect((await desk.queue.byId(desk.second, reviewId)).can).toContain('approve');
  await desk.decide(desk.second, reviewId, 'approve');
  expect([await desk.needStatus(needId), await desk.reviewStatus(reviewId), await desk.signatures(reviewId)]).toEqual([
    'open',
    'approved',
    2,
  ]);

  const other = await desk.large();
  await desk.decide(desk.moderator, other.reviewId, 'return', 'Приложите смету');
  expect(await desk.needStatus(other.needId)).toBe('returned');
});

test('two moderators at once on a matter of two signatures: it opens once', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { needId, reviewId } = await desk.large();
    const answers = await Promise.all(
      [desk.moderator, desk.second, desk.moderator].map((who) => answerOf(desk.decide(who, reviewId, 'approve'))),
    );
    expect(answers).toEqual(['done', 'done', 'done']);
    expect([await desk.needStatus(needId), await desk.signatures(reviewId)]).toEqual(['open', 2]);
    expect((await desk.facts(needId)).filter((fact) => fact === 'need.opened')).toHaveLength(1);
  }
});

test('one approves while another returns: exactly one of them decides', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { needId, reviewId } = await desk.submit({ title: `Обогреватели, круг ${round}` });
    const answers = await Promise.all([
      answerOf(desk.decide(desk.moderator, reviewId, 'approve')),
      answerOf(desk.decide(desk.second, reviewId, 'return', 'Нет')),
    ]);
    expect([...answers].sort()).toEqual(['done', 'review.already-decided']);
    expect(await desk.needStatus(needId)).toBe(answers[0] === 'done' ? 'open' : 'returned');
  }
});

test('what is passed on is decided by an administrator, or a moderator who did not pass it on', async () => {
  const { needId, reviewId } = await desk.submit();
  await desk.decide(desk.moderator, reviewId, 'escalate');
  await desk.decide(desk.moderator, reviewId, 'escalate');
  expect(await desk.reviewStatus(reviewId)).toBe('escalated');
  expect(await answerOf(desk.decide(desk.moderator, reviewId, 'approve'))).toBe('review.administrators-only');
  expect((await desk.queue.page(desk.administrator, { of: { status: 'escalated' }, limit: 20 })).items).toMatchObject([
    { id: reviewId, can: ['approve', 'return'] },
  ]);
  await desk.decide(desk.administrator, reviewId, 'approve');
  expect(await desk.needStatus(needId)).toBe('open');
});

test('an edit of an open need shows once a moderator has approved it', async () => {
  const { needId, reviewId } = await desk.submit();
  await desk.decide(desk.moderator, reviewId, 'approve');
  const [{ version }] = await desk.source.query('SELECT version FROM needs WHERE id = $1', [needId]);
  await desk.needs.edit(desk.coordinator, needId, version, { title: 'Обогреватели и одеяла' });
  const [edit] = await desk.source.query('SELECT id FROM need_edits WHERE need_id = $1', [needId]);
  await desk.run((tx) => desk.opening.openNeedEdit(tx, edit.id));
  const [review] = (await desk.queue.page(desk.second, { of: { status: 'open' }, limit: 200 })).items.filter(
    (one) => one.subject.id === edit.id,
  );
  expect(review).toMatchObject({
    subject: { type: 'need_edit', title: 'Обогреватели и одеяла', need: { id: needId } },
  });
  await desk.decide(desk.second, review?.id ?? '', 'approve');
  expect((await desk.view(needId, null)).title).toBe('Обогреватели и одеяла');
});

test('a need that was taken back leaves the queue', async () => {
  const { needId, reviewId } = await desk.submit();
  await desk.run((tx) => desk.needs.withdraw(tx, desk.coordinator, needId));
  await desk.run((tx) => desk.opening.closeSubject(tx, 'need', needId));
  expect(await desk.reviewStatus(reviewId)).toBe('returned');
  expect(await answerOf(desk.decide(desk.moderator, reviewId, 'approve'))).toBe('review.already-decided');
});

test('what a moderator is shown of the letter before deciding is the letter that leaves', async () => {
  const { reviewId } = await desk.submit({ title: 'Печи для бани' });
  const reason = 'Напишите, из чего сложилось количество.';
  const [approved, returned] = await desk.letters.of(desk.moderator, reviewId);
  expect([approved, returned]).toMatchObject([
    { outcome: 'approve', around: null, readers: 1, waits: false },
    { outcome: 'return', body: null, readers: 1, waits: false },
  ]);
  await desk.decide(desk.moderator, reviewId, 'return', reason);
  const [mail] = await desk.source.query("SELECT subject, body FROM mails WHERE body LIKE '%Печи для бани%'");
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  expect([plain(mail.subject), plain(mail.body)]).toEqual([
    plain(returned?.subject ?? ''),
    plain(`${returned?.around?.before}${reason}${returned?.around?.after}`),
  ]);
  expect(await desk.letters.of(desk.moderator, reviewId)).toEqual([]); // nothing is left to decide
});

test('of two signatures the letter waits for the second; who gave the first has the return alone', async () => {
  const { reviewId } = await desk.large();
  const waits = async (actor: typeof desk.moderator): Promise<[string, boolean][]> =>
    (await desk.letters.of(actor, reviewId)).map((one) => [one.outcome, one.waits]);
  expect(await waits(desk.moderator)).toEqual([
    ['approve', true],
    ['return', false],
  ]);
  await desk.decide(desk.moderator, reviewId, 'approve');
  expect(await waits(desk.moderator)).toEqual([['return', false]]);
  expect(await waits(desk.second)).toEqual([
    ['approve', false],
    ['return', false],
  ]);
  expect(await answerOf(desk.letters.of(desk.coordinator, reviewId))).toBe('review.moderators-only');
});

test('with a return a moderator proposes a text, which its author may take; it goes when the need is sent again', async () => {
  const { needId, reviewId } = await desk.submit({ title: 'Одеяла' });
  const suggestion = 'Двадцать семей ночуют в школе.';
  const propose = (outcome: 'approve' | 'return', id = reviewId): Promise<void> =>
    desk.moderation.decide(desk.moderator, id, { outcome, reason: 'Уберите телефон', suggestion });
  expect(await answerOf(propose('approve'))).toBe('form.invalid: suggestion review.suggestion-elsewhere');
  await propose('return');
  const suggested = async (): Promise<string | null> => {
    const [row] = await desk.source.query('SELECT suggested_text AS text FROM needs WHERE id = $1', [needId]);
    return row.text as string | null;
  };
  expect(await suggested()).toBe(suggestion);
  await desk.needs.submit(desk.coordinator, needId);
  expect(await suggested()).toBeNull();
});
