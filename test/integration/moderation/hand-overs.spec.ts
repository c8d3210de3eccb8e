import { DAY_MS, newId } from '#kernel';
import { MatchExpiryService, MatchEntity, type PartInput } from '#matching';
import { moderationChecks } from '#moderation';
import { answerOf } from '../needs/fixture.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

let desk: ModerationDesk;
beforeAll(async () => {
  desk = await openModeration();
});
afterAll(() => desk.db.drop());

/** A hand-over about which the organization has said nothing for three days. Returns its match and review. */
async function silentHandOver(): Promise<{ needId: string; offerId: string; matchId: string; reviewId: string }> {
  const needId = await desk.openNeed();
  const offerId = await desk.postOffer({ quantity: '5' });
  const matchId = newId();
  await desk.source.manager.insert(MatchEntity, {
    id: matchId,
    offerId,
    needId,
    status: 'proposed',
    amount: 5,
    unit: 'pcs',
    score: 0,
    parts: [],
    weightsVersion: 1,
    proposedAt: desk.clock.now(),
  });
  await desk.life.accept(desk.donor, matchId);
  await desk.life.accept(desk.coordinator, matchId);
  await desk.life.deliver(desk.donor, matchId);
  desk.clock.forward(4 * DAY_MS);
  await new MatchExpiryService(desk.source, desk.clock, desk.ledger, desk.needs, desk.offers).lapseDue();
  await desk.run((tx) => desk.opening.openMatch(tx, matchId));
  const [review] = await desk.source.query('SELECT id FROM reviews WHERE subject_id = $1', [matchId]);
  return { needId, offerId, matchId, reviewId: review.id };
}

const balances = async (needId: string, offerId: string) => ({
  received: (await desk.ledger.needBalances(desk.source, [needId])).get(needId)?.received,
  available: (await desk.ledger.offerBalances(desk.source, [offerId])).get(offerId)?.available,
});

const losses = async (matchId: string): Promise<number[]> =>
  (
    (await desk.source.query(`SELECT amount FROM transfers WHERE kind = 'loss' AND subject_id = $1`, [matchId])) as {
      amount: number;
    }[]
  ).map(({ amount }) => Number(amount));

test('a moderator finds that it arrived: the match is confirmed and posted', async () => {
  const { needId, offerId, matchId, reviewId } = await silentHandOver();
  expect(await desk.queue.byId(desk.moderator, reviewId, 'ru')).toMatchObject({
    subject: { type: 'match', id: matchId, need: { id: needId } },
    reasons: [{ code: 'silent', sentence: 'После передачи организация молчит 4 дня.' }],
  });
  await desk.decide(desk.moderator, reviewId, 'approve');
  expect(await balances(needId, offerId)).toEqual({ received: 5, available: 0 });
});

test('a moderator finds that it did not arrive: everything goes back to the donor', async () => {
  const { needId, offerId, reviewId } = await silentHandOver();
  await desk.decide(desk.second, reviewId, 'return', 'Обе стороны говорят, что передачи не было');
  expect(await balances(needId, offerId)).toEqual({ received: 0, available: 5 });
  expect((await desk.ownDecisions.page(desk.second, 1, null)).items).toMatchObject([
    { outcome: 'return', arrived: null },
  ]);
});

test('a moderator finds that a part arrived: that is posted, what was lost is a loss, the rest is the giver’s again, and both read it', async () => {
  const { needId, offerId, matchId, reviewId } = await silentHandOver();
  for (const [part, code] of [
    [{ quantity: '4', lost: '2' }, 'match.lost-beyond-rest'],
    [{ quantity: '6' }, 'match.more-than-held'],
    [{ quantity: '0' }, 'form.invalid: quantity match.nothing-arrived'],
    [{ quantity: 'пять' }, expect.stringMatching(/^form\.invalid: quantity /)],
  ] as const)
    expect([part, await answerOf(desk.decide(desk.moderator, reviewId, 'approve', undefined, part))]).toEqual([
      part,
      code,
    ]);
  const why = 'На снимке видно три.';
  const decided = desk.decide(desk.moderator, reviewId, 'approve', why, { quantity: '3', lost: '1', unit: 'pcs' });
  expect(await answerOf(decided)).toBe('done');
  expect(await balances(needId, offerId)).toEqual({ received: 3, available: 1 });
  expect(await losses(matchId)).toEqual([1]);

  // The same word again changes nothing, another one is refused.
  const again = (part: PartInput) => answerOf(desk.decide(desk.moderator, reviewId, 'approve', why, part));
  expect(await again({ quantity: '3', lost: '1' })).toBe('done');
  expect(await again({ quantity: '4', lost: '1' })).toBe('match.confirmed-otherwise');
  expect(await balances(needId, offerId)).toEqual({ received: 3, available: 1 });

  const { items } = await desk.ownDecisions.page(desk.moderator, 1, null);
  expect(items).toMatchObject([{ outcome: 'approve', reason: why, arrived: { amount: 3, lost: 1, unit: 'pcs' } }]);

  const letters: { locale: string; body: string }[] = await desk.source.query(
    `SELECT DISTINCT locale, body FROM mails WHERE template = 'review-approve' AND body LIKE '%' || $1 || '%'`,
    [why.slice(-10)],
  );
  expect(letters.map(({ body }) => body.replaceAll('\u00a0', ' '))).toEqual([
    expect.stringContaining('дошло 3 шт из 5 шт. Потеряно в дороге: 1 шт. Вернулось тому, кто предложил: 1 шт.'),
  ]);
});

test.each(['return', 'escalate'] as const)('how much arrived is no part of the word: %s', async (outcome) => {
  const { reviewId } = await silentHandOver();
  expect(await answerOf(desk.decide(desk.moderator, reviewId, outcome, 'Не было', { quantity: '1' }))).toBe(
    'form.invalid: quantity review.part-elsewhere',
  );
});

test('how much arrived is said of no other matter', async () => {
  const { reviewId } = await desk.submit();
  expect(await answerOf(desk.decide(desk.moderator, reviewId, 'approve', undefined, { lost: '1' }))).toBe(
    'form.invalid: lost review.part-elsewhere',
  );
});

test('a dispute shows whose words they are and what each decision does to the books', async () => {
  const { matchId } = await silentHandOver();
  await desk.life.dispute(desk.coordinator, matchId, 'Привезли пустые коробки, звоните +7 914 000-00-17');
  const [{ id: reviewId }] = await desk.source.query('SELECT id FROM reviews WHERE subject_id = $1', [matchId]);
  const { subject } = await desk.queue.byId(desk.moderator, reviewId, 'ru');
  expect(subject.texts).toMatchObject([
    {
      field: 'reason',
      from: 'organization',
      text: expect.stringContaining('пустые коробки'),
      marks: [{ code: 'phone', length: 16 }],
    },
  ]);
  expect(subject.effects).toEqual({
    unit: 'pcs',
    amount: 5,
    rows: [
      { account: 'need.received', now: 0, approve: 5, lost: 0, return: 0 },
      { account: 'need.reserved', now: 5, approve: 0, lost: 0, return: 0 },
      { account: 'need.open', now: 115, approve: 115, lost: 120, return: 120 },
      { account: 'need.required', now: 120, approve: 120, lost: 120, return: 120 },
      { account: 'losses', now: 0, approve: 0, lost: 5, return: 0 },
      { account: 'offer.available', now: 0, approve: 0, lost: 0, return: 5 },
    ],
  });
  expect(subject.handOver).toMatchObject({
    giver: 'Анонимный даритель',
    broken: 0,
    steps: [{ step: 'accepted' }, { step: 'delivered' }],
  });
  await desk.life.dispute(desk.donor, matchId, 'Отдали полные, акт подписан');
  await desk.life.dispute(desk.donor, matchId, 'Второй раз'); // once
  await desk.life.dispute(desk.coordinator, matchId, 'И мы второй раз');
  expect((await desk.queue.byId(desk.moderator, reviewId)).subject.texts.map(({ from, text }) => [from, text])).toEqual(
    [
      ['organization', expect.stringContaining('пустые коробки')],
      ['donor', 'Отдали полные, акт подписан'],
    ],
  );
  await desk.decide(desk.moderator, reviewId, 'return', 'Передачи не было');
});

test('the messages of a match are another matter than its hand-over, on one page of the queue', async () => {
  const { matchId, reviewId } = await silentHandOver();
  await desk.life.dispute(desk.coordinator, matchId, 'Привезли пустые коробки');
  await desk.source.query(
    `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, signatures_needed, opened_at) VALUES ($1, 'messages', $2, 'open', 42, '[]', 1, $3)`,
    [newId(), matchId, desk.clock.now()],
  );
  const { items } = await desk.queue.page(desk.moderator, { of: { status: 'open' }, limit: 200 });
  const shown = items
    .filter(({ subject }) => subject.id === matchId)
    .map(({ subject: { type, texts, effects } }) => ({ type, texts: texts.length, effects: effects !== null }));
  expect(shown.sort((a, b) => (a.type < b.type ? -1 : 1))).toEqual([
    { type: 'match', texts: 1, effects: true },
    { type: 'messages', texts: 0, effects: false },
  ]);
  await desk.decide(desk.moderator, reviewId, 'return', 'Передачи не было');
});

test('the donor of a hand-over does not decide on it, though a moderator', async () => {
  const { reviewId } = await silentHandOver();
  expect(await answerOf(desk.decide({ ...desk.donor, platform: ['moderator'] }, reviewId, 'approve'))).toBe(
    'review.own-matter',
  );
});

test('the organization confirms after all: the matter leaves the queue by itself', async () => {
  const { matchId, reviewId } = await silentHandOver();
  await desk.run((tx) => desk.opening.closeSubject(tx, 'match', matchId));
  expect(await desk.reviewStatus(reviewId)).toBe('open');
  await desk.life.confirm(desk.coordinator, matchId);
  await desk.run((tx) => desk.opening.closeSubject(tx, 'match', matchId));
  expect(await desk.reviewStatus(reviewId)).toBe('returned');
  for (const check of moderationChecks)
    expect([check.sentence, await desk.source.query(check.sql)]).toEqual([check.sentence, []]);
});
