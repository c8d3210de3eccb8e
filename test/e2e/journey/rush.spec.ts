import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { alarms, heaters, ok, Region, wish } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  region = await Region.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});
afterEach(async () => expect(await alarms(db.source)).toEqual([]));

/** How impatient people are: so many clicks at once. */
const CLICKS = 6;
const clicks = (click: () => Promise<Answer>): Promise<Answer[]> => Promise.all(Array.from({ length: CLICKS }, click));
const facts = async (type: string, id: string): Promise<number> =>
  (
    await db.source.query(`SELECT count(*) AS n FROM facts WHERE type = $1 AND payload::text LIKE '%' || $2 || '%'`, [
      type,
      id,
    ])
  )[0].n;
const statuses = (answers: readonly Answer[]): number[] => [...new Set(answers.map((answer) => answer.status))];

/** A proposal of a donor of its own: what one person may promise at once grows only with kept promises. */
async function promise(
  donor: Caller,
  amount = 50,
  need: object = {},
): Promise<{ need: string; offer: string; match: string }> {
  const needId = await region.openNeed(need);
  const offer = await region.postOffer({ quantity: String(amount) }, donor);
  return { need: needId, offer, match: `/matches/${await region.propose(offer, needId, amount)}` };
}

test('twenty donors say yes at once: the need is promised once, everybody else hears how much is left', async () => {
  const need = await region.openNeed({ quantity: '35', autoAccept: false });
  const donors = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const who = await api.person();
      return { who, match: await region.propose(await region.postOffer({ quantity: '10' }, who), need, 10) };
    }),
  );
  const answers = await Promise.all(donors.map(({ who, match }) => who.post(`/matches/${match}/accept`)));
  const held = answers.filter((answer) => answer.status === 200);
  expect(held.map((answer) => answer.body.amount).sort()).toEqual([10, 10, 10, 5].sort());
  for (const { status, body } of answers.filter((answer) => answer.status !== 200))
    expect([status, body.code, body.params]).toEqual([409, 'match.nothing-left', { left: 0, unit: 'pcs' }]);
  expect(await region.needBalance(need)).toMatchObject({ open: 0, reserved: 35, received: 0 });
});

test('one donor for twenty needs: no more is promised than there is', async () => {
  const offer = await region.postOffer({ quantity: '30' });
  const matches = await Promise.all(
    Array.from({ length: 20 }, async () =>
      region.propose(offer, await region.openNeed({ quantity: '10', autoAccept: true }), 10),
    ),
  );
  const answers = await Promise.all(matches.map((match) => region.donor.post(`/matches/${match}/accept`)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(3);
  expect(statuses(answers).sort()).toEqual([200, 409]);
  expect((await region.donor.get(`/offers/${offer}`)).body.balance).toMatchObject({ available: 0, reserved: 30 });
});

test('double clicks on every verb of a match have one effect', async () => {
  const { coordinator } = region;
  const donor = await api.person();
  const { need, offer, match } = await promise(donor);
  const id = match.slice('/matches/'.length);
  const steps: [string, () => Promise<Answer>, string, string][] = [
    ['accept', () => donor.post(`${match}/accept`), 'held', 'match.held'],
    ['accept by the other side', () => coordinator.post(`${match}/accept`), 'accepted', 'match.accepted'],
    ['deliver', () => donor.post(`${match}/deliver`), 'delivered', 'match.delivered'],
    [
      'confirm',
      () => coordinator.post(`${match}/confirm`, { quantity: '40', unit: 'pcs', lost: '4' }),
      'confirmed',
      'match.confirmed',
    ],
  ];
  for (const [step, click, status, fact] of steps) {
    const answers = await clicks(click);
    expect([
      step,
      statuses(answers),
      [...new Set(answers.map((answer) => answer.body.status))],
      await facts(fact, id),
    ]).toEqual([step, [200], [status], 1]);
  }
  expect(await region.needBalance(need)).toMatchObject({ open: 80, reserved: 0, received: 40 });
  expect((await donor.get(`/offers/${offer}`)).body.balance).toMatchObject({
    available: 6,
    reserved: 0,
    delivered: 44,
    arrived: 40,
    lost: 4,
  });

  const refused = (await promise(donor)).match;
  expect(statuses(await clicks(() => donor.post(`${refused}/decline`, { reason: 'too-far' })))).toEqual([200]);
  const taken = await promise(donor);
  ok(await donor.post(`${taken.match}/accept`));
  expect(statuses(await clicks(() => donor.post(`${taken.match}/cancel`, { reason: 'Передумал' })))).toEqual([200]);
  expect((await donor.get(`/offers/${taken.offer}`)).body.balance).toMatchObject({ available: 50, reserved: 0 });
  const disputed = await promise(donor);
  ok(await donor.post(`${disputed.match}/accept`));
  ok(await coordinator.post(`${disputed.match}/accept`));
  ok(await donor.post(`${disputed.match}/deliver`));
  expect(statuses(await clicks(() => coordinator.post(`${disputed.match}/dispute`, { reason: 'Не то' })))).toEqual([
    200,
  ]);
  expect(await facts('match.disputed', disputed.match.slice(9))).toBe(1);
});

test('opposite clicks at once: one of them wins, the other is told, nothing is half done', async () => {
  const { coordinator } = region;
  const donor = await api.person();
  for (let round = 0; round < 10; round += 1) {
    const { need, offer, match } = await promise(donor, 20, { autoAccept: round % 2 === 0 });
    const answers = await Promise.all([
      donor.post(`${match}/accept`),
      donor.post(`${match}/decline`),
      coordinator.post(`${match}/decline`),
      coordinator.post(`/needs/${need}/withdraw`),
      donor.post(`/offers/${offer}/withdraw`),
      donor.post(`${match}/cancel`),
      donor.post(`${match}/deliver`),
    ]);
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    const { available, reserved, delivered, released } = (await donor.get(`/offers/${offer}`)).body.balance;
    expect(available + reserved + delivered + released).toBe(20);
  }
});

test('double clicks on needs, offers, organizations and reviews', async () => {
  const { coordinator, moderator, donor, organization } = region;
  const draft = `/needs/${ok(await coordinator.post('/needs', heaters(organization)), 201).body.id}`;
  expect(statuses(await clicks(() => coordinator.post(`${draft}/submit`)))).toEqual([200]);
  expect(await facts('need.submitted', draft.slice(7))).toBe(1);
  const review = await reviewOf('need', draft.slice(7));
  expect(statuses(await clicks(() => moderator.post(`/reviews/${review}/decision`, { outcome: 'approve' })))).toEqual([
    200,
  ]);
  expect([await facts('need.opened', draft.slice(7)), await facts('review.decided', review)]).toEqual([1, 1]);
  expect(statuses(await clicks(() => coordinator.post(`${draft}/renew`)))).toEqual([200]);
  expect(statuses(await clicks(() => coordinator.post(`${draft}/withdraw`)))).toEqual([200]);
  expect(await facts('need.withdrawn', draft.slice(7))).toBe(1);
  const offer = `/offers/${await region.postOffer()}`;
  expect(statuses(await clicks(() => donor.post(`${offer}/withdraw`)))).toEqual([200]);
  expect((await donor.get(offer)).body.balance).toMatchObject({ pledged: 50, available: 0, released: 50 });
  expect((await donor.get(`${offer}/entries`)).body.items).toHaveLength(2);
});

test('two moderators at once, one for and one against: the review has one end', async () => {
  for (let round = 0; round < 5; round += 1) {
    const need = ok(await region.coordinator.post('/needs', heaters(region.organization)), 201).body.id as string;
    ok(await region.coordinator.post(`/needs/${need}/submit`));
    const review = await reviewOf('need', need);
    const other = await api.person('moderator');
    const answers = await Promise.all([
      region.moderator.post(`/reviews/${review}/decision`, { outcome: 'approve' }),
      other.post(`/reviews/${review}/decision`, { outcome: 'return', reason: 'Нет' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const status = (await region.coordinator.get(`/needs/${need}`)).body.status;
    expect(status).toBe(answers[0]?.status === 200 ? 'open' : 'returned');
  }
});

test('the same request with the same key, sent six times at once: one offer, one need, one key', async () => {
  const same = async (who: Caller, path: string, body: object): Promise<void> => {
    const key = randomUUID();
    const answers = await clicks(() => who.post(path, body, { 'idempotency-key': key }));
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    for (const { body: refusal } of answers.filter((answer) => answer.status === 409))
      expect(refusal.code).toBe('http.still-running');
    const again = await who.post(path, body, { 'idempotency-key': key });
    expect(
      new Set([...answers.filter((answer) => answer.status === 201), again].map((answer) => answer.body.id)).size,
    ).toBe(1);
  };
  const donor = await api.person();
  await same(donor, '/offers', wish());
  expect((await donor.get('/offers')).body.items).toHaveLength(1);
  await same(donor, '/api-keys', { name: 'выгрузка' });
  expect((await donor.get('/api-keys')).body.items).toHaveLength(1);
  await same(region.coordinator, '/needs', heaters(region.organization, { title: 'Одна и та же нужда' }));
  expect(
    (await region.coordinator.get(`/needs?organization=${region.organization}&q=${encodeURIComponent('Одна и та же')}`))
      .body.items,
  ).toHaveLength(1);
});

test('two edits of one version at once: one is kept, the other hears that it is stale', async () => {
  const offer = `/offers/${await region.postOffer()}`;
  const answers = await Promise.all(
    ['60', '70', '80', '90'].map((quantity) =>
      region.donor.patch(offer, { quantity, unit: 'pcs' }, { 'if-match': '"v1"' }),
    ),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412]);
  expect((await region.donor.get(offer)).body.balance.pledged).toBe(
    answers.find((answer) => answer.status === 200)?.body.balance.pledged,
  );
});

/** The review that the worker would open. */
async function reviewOf(type: string, id: string): Promise<string> {
  const review = randomUUID();
  await db.source.query(
    `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, signatures_needed, opened_at) VALUES ($1, $2, $3, 'open', 0, '[]', 1, now())`,
    [review, type, id],
  );
  return review;
}
