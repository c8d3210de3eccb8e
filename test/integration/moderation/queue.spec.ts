import { newId } from '#kernel';
import { TWO_SIGNATURES_SETTING } from '#moderation';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

let desk: ModerationDesk;
beforeAll(async () => {
  desk = await openModeration();
});
afterAll(() => desk.db.drop());

const reasonsOf = async (reviewId: string): Promise<string[]> =>
  (await desk.queue.byId(desk.moderator, reviewId)).reasons.map((reason) => reason.code);

test('the first need of an organization says so, the next one does not', async () => {
  const first = await desk.submit({ title: 'Дрова и уголь' });
  expect(await reasonsOf(first.reviewId)).toEqual(['first-need']);
  await desk.decide(desk.moderator, first.reviewId, 'approve');
  expect(await reasonsOf((await desk.submit({ title: 'Сапоги и валенки' })).reviewId)).toEqual([]);
});

test('the same thing in nearly the same words is seen as a duplicate, another thing is not', async () => {
  const first = await desk.submit({ title: 'Обогреватели для посёлка Экимчан' });
  const second = await desk.submit({ title: 'Обогреватели для посёлка Экимчан!' });
  expect(await reasonsOf(first.reviewId)).toEqual([]);
  expect(await reasonsOf(second.reviewId)).toEqual(['duplicate']);
  const bedding = await desk.submit({ title: 'Обогреватели для посёлка Экимчан', item: 'bedding', unit: 'set' });
  expect(await reasonsOf(bedding.reviewId)).toEqual([]);
});

test('a need of an organization verified nine days ago, with a card in its text', async () => {
  const other = await desk.people.organization(desk.coordinator.personId, 'verified', 77);
  await desk.source.query('UPDATE organizations SET verified_at = $2 WHERE id = $1', [
    other,
    new Date(desk.clock.now().getTime() - 9 * 86_400_000),
  ]);
  const owner = desk.as(desk.coordinator, other, 'owner');
  const needId = await desk.needs.draft(
    owner,
    desk.heaters({
      organization: other,
      description: 'Переводите на карту 4111 1111 1111 1111 или по номеру 8 914 000-00-42.',
    }),
  );
  await desk.needs.submit(owner, needId);
  await desk.run((tx) => desk.opening.openNeed(tx, needId));
  const [review] = (await desk.queue.page(desk.moderator, { of: { status: 'open' }, limit: 1 })).items;
  expect(review?.subject.id).toBe(needId);
  expect(review?.reasons.map((reason) => reason.code)).toEqual([
    'card-number',
    'phone-for-transfer',
    'new-organization',
    'first-need',
  ]);
  expect(review?.risk).toBe(40 + 34 + 16 + 6);
  expect(JSON.stringify(review?.reasons)).not.toContain('4111 1111');
});

test('the threshold of two signatures is a setting', async () => {
  await desk.source.query('INSERT INTO settings (key, value) VALUES ($1, $2)', [TWO_SIGNATURES_SETTING, '10000000']);
  const small = await desk.submit({
    kind: 'money',
    category: 'emergency-flood',
    item: null,
    quantity: '100000.01',
    unit: 'rub',
    title: 'Лодочный мотор',
  });
  expect((await desk.queue.byId(desk.moderator, small.reviewId)).signaturesNeeded).toBe(2);
  await desk.source.query('DELETE FROM settings WHERE key = $1', [TWO_SIGNATURES_SETTING]);
});

test('an organization in the queue: another one with the same INN, and an account that is not an NGO’s', async () => {
  const id = await desk.people.organization(desk.donor.personId, 'submitted', 78);
  await desk.people.organization(desk.donor.personId, 'draft', 78);
  await desk.source.query(`UPDATE organizations SET account = '{"number": "40817810900000000001"}' WHERE id = $1`, [
    id,
  ]);
  await desk.run((tx) => desk.opening.openOrganization(tx, id));
  await desk.run((tx) => desk.opening.openOrganization(tx, id));
  const reviews = (await desk.queue.page(desk.moderator, { of: { status: 'open' }, limit: 200 })).items.filter(
    (review) => review.subject.id === id,
  );
  expect(reviews).toHaveLength(1);
  expect(reviews[0]?.reasons.map((reason) => reason.code)).toEqual([
    'personal-account',
    'same-inn',
    'not-verified-yet',
  ]);
  await desk.decide(desk.moderator, reviews[0]?.id ?? '', 'approve');
  expect(await desk.source.query('SELECT status FROM organizations WHERE id = $1', [id])).toEqual([
    { status: 'verified' },
  ]);
});

test('pages follow the risk and the waiting, none is shown twice, none is left out', async () => {
  for (let i = 0; i < 7; i += 1) await desk.submit({ title: `Нужда для страниц ${newId()}` });
  const all = (await desk.queue.page(desk.moderator, { of: { status: 'open' }, limit: 200 })).items.map(
    (review) => review.id,
  );
  const walked: string[] = [];
  let after: Parameters<typeof desk.queue.page>[1]['after'] = null;
  do {
    const page = await desk.queue.page(desk.moderator, { of: { status: 'open' }, limit: 3, after });
    walked.push(...page.items.map((review) => review.id));
    after = page.next;
  } while (after);
  expect(walked).toEqual(all);
  expect(new Set(walked).size).toBe(walked.length);
});

test('lines of a budget are said in a case as amounts are said elsewhere', async () => {
  const { reviewId } = await desk.large();
  const { subject } = await desk.queue.byId(desk.moderator, reviewId);
  const budget = [
    { what: 'Обеды', amount: 1_400_000 },
    { what: 'Дорога', amount: 5_050 },
  ];
  await desk.source.query('UPDATE needs SET budget = $2 WHERE id = $1', [subject.need?.id, JSON.stringify(budget)]);
  const { texts } = (await desk.queue.byId(desk.moderator, reviewId)).subject;
  expect(texts.find(({ field }) => field === 'description')?.text).toMatch(
    /\n\nОбеды: 14\u00a0000\u00a0₽\nДорога: 50,50\u00a0₽$/,
  );
});

test('reasons are told in the language of who asks', async () => {
  const { reviewId } = await desk.large();
  const english = await desk.queue.byId(desk.moderator, reviewId, 'en');
  expect(english.reasons[0]?.sentence).toBe('The sum of 600,000 ₽ is above 500,000 ₽: two signatures are needed.');
  expect((await desk.queue.byId(desk.moderator, reviewId)).reasons[0]?.sentence).toMatch(
    /^Сумма 600\s000 ₽ выше порога/,
  );
});

test('by what is due first a dispute stands behind what was opened after it, page by page', async () => {
  await desk.source.query(`UPDATE reviews SET status = 'approved', closed_at = $1 WHERE status = 'open'`, [
    desk.clock.now(),
  ]);
  const insert = async (type: string, hoursAgo: number, risk: number): Promise<string> => {
    const id = newId();
    await desk.source.query(
      `INSERT INTO reviews (id, status, subject_type, subject_id, risk, reasons, signatures_needed, opened_at) VALUES ($1, 'open', $2, $3, $4, '[]', 1, $5)`,
      [id, type, newId(), risk, new Date(desk.clock.now().getTime() - hoursAgo * 3_600_000)],
    );
    return id;
  };
  const dispute = await insert('match', 40, 90);
  const appeal = await insert('appeal', 100, 50);
  const young = await insert('complaint', 1, 80);
  const old = await insert('complaint', 20, 10);
  const ids: string[] = [];
  let after = null;
  do {
    const page = await desk.queue.page(desk.moderator, { of: { status: 'open' }, sort: 'due', limit: 1, after });
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(ids).toEqual([old, young, dispute, appeal]);
  const [first] = (await desk.queue.page(desk.moderator, { of: { status: 'open' }, limit: 1 })).items;
  expect(first?.id).toBe(dispute);
});
