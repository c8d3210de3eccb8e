import type { Fact } from '#kernel';
import { MatchIndex } from '#matching';
import { ModerationJobs } from '#moderation';
import { offerChecks } from '#offers';
import { readMails } from '../../support/mails.js';
import { openRegion, type OpenRegion } from '../../support/open-region.js';
import { inDays, ok, until, verifiedOrganization, wish } from '../../support/region.js';

let { db, api, region, close } = {} as OpenRegion;
beforeAll(async () => {
  ({ db, api, region, close } = await openRegion());
});
afterEach(async () => {
  for (const { sentence, sql } of offerChecks) expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(() => close?.());

const money = (quantity: string, changes: object = {}): object => ({
  kind: 'money',
  quantity,
  unit: 'rub',
  until: inDays(30),
  ...changes,
});
const inPlans = async (): Promise<string[]> =>
  (await api.app.get(MatchIndex).sides.openOffersAfter(db.source, '00000000-0000-0000-0000-000000000000', 10_000)).map(
    ({ id }) => id,
  );
/** What the worker does of an offer that waits, twice; answers the case. */
async function review(
  offerId: string,
): Promise<{ id: string; can: string[]; reasons: { code: string }[] } | undefined> {
  for (let delivery = 1; delivery <= 2; delivery += 1)
    await db.source.transaction(
      (tx) =>
        api.app
          .get(ModerationJobs)
          .openOfferReview.apply?.(tx, { payload: { offerId } } as Fact<'offer.submitted'>) as Promise<void>,
    );
  const cases = ok(await region.moderator.get('/reviews?limit=200')).body.items.filter(
    (one: { subject: { id: string } }) => one.subject.id === offerId,
  );
  expect(cases.length).toBeLessThan(2);
  return cases[0];
}
const asked = (answer: {
  status: number;
  body: { errors?: { field: string; code: string; message?: string }[] };
}): unknown => [answer.status, answer.body.errors?.map(({ field, code }) => `${field} ${code}`)];

test('one offer of 99,999,999,999 roubles: asked back, then looked at, in no plan', async () => {
  const who = await api.person();
  const first = await who.post('/offers', money('99999999999'), { 'accept-language': 'ru' });
  expect(asked(first)).toEqual([422, ['amountConfirmed offer.confirm-amount']]);
  expect(first.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('99 999 999 999 ₽');
  expect(asked(await who.post('/offers', money('99999999999', { amountConfirmed: false })))).toEqual([
    422,
    ['amountConfirmed offer.confirm-amount'],
  ]);
  const posted = ok(await who.post('/offers', money('99999999999', { amountConfirmed: true })), 201).body;
  expect(posted).toMatchObject({
    status: 'in_review',
    waiting: { for: 'review', reasons: [{ code: 'amount' }] },
    can: ['withdraw'],
  });
  expect(await inPlans()).not.toContain(posted.id);
  expect((await review(posted.id))?.reasons).toMatchObject([{ code: 'offer-amount' }]);
  ok(await who.post(`/offers/${posted.id}/withdraw`));
  await db.source.transaction(
    (tx) =>
      api.app
        .get(ModerationJobs)
        .closeOfferReview.apply?.(tx, { payload: { offerId: posted.id } } as Fact<'offer.withdrawn'>) as Promise<void>,
  );
  expect(
    ok(await region.moderator.get('/reviews?limit=200')).body.items.filter(
      (one: { subject: { id: string } }) => one.subject.id === posted.id,
    ),
  ).toEqual([]);
});

test('in many parts it is as much: what is on the table counts, and an edit is asked back too', async () => {
  const who = await api.person();
  for (let at = 0; at < 7; at += 1)
    expect(ok(await who.post('/offers', money('400000')), 201).body.status).toBe('open');
  const eighth = ok(await who.post('/offers', money('400000')), 201).body;
  expect(eighth.status).toBe('in_review');
  const other = await api.person();
  const open = ok(await other.post('/offers', money('1000')), 201).body;
  const edit = (body: object) =>
    other.patch(`/offers/${open.id}`, { unit: 'rub', ...body }, { 'if-match': `"v${open.version}"` });
  expect(asked(await edit({ quantity: '600000' }))).toEqual([422, ['amountConfirmed offer.confirm-amount']]);
  expect((await edit({ quantity: '4000000', amountConfirmed: true })).body.code).toBe('offer.amount-needs-review');
  expect(ok(await edit({ quantity: '600000', amountConfirmed: true })).body.balance.pledged).toBe(60_000_000);
});

test('a verified organization is asked later', async () => {
  const owner = await api.person();
  const onBehalfOf = await verifiedOrganization(db.source, owner.personId);
  expect(ok(await owner.post('/offers', money('5000000', { onBehalfOf })), 201).body.status).toBe('open');
  expect(asked(await owner.post('/offers', money('5000000')))).toEqual([422, ['amountConfirmed offer.confirm-amount']]);
});

test.each([
  ['other-goods', 'unlisted'],
  ['food-baby', 'baby-food'],
  ['medical-device', 'licensed'],
  ['fuel', 'hazard'],
])('%s waits for a moderator, who lets it in; the giver hears of it', async (item, reason) => {
  const who = await api.person();
  const unit = item === 'fuel' ? 'l' : 'pcs';
  const storage = item === 'food-baby' ? { bestBefore: inDays(300).slice(0, 10), coldChain: false } : {};
  const posted = ok(
    await who.post('/offers', wish({ item, category: null, quantity: '5', unit, ...storage })),
    201,
  ).body;
  expect(posted).toMatchObject({
    status: 'in_review',
    waiting: { reasons: [{ code: reason, sentence: expect.stringMatching(/модератор/) }] },
  });
  expect(await inPlans()).not.toContain(posted.id);
  const opened = await review(posted.id);
  expect(opened).toMatchObject({ reasons: [{ code: `offer-${reason}` }], can: ['approve', 'return', 'escalate'] });
  ok(await region.moderator.post(`/reviews/${opened?.id}/decision`, { outcome: 'approve' }));
  expect(ok(await who.get(`/offers/${posted.id}`)).body).toMatchObject({ status: 'open', waiting: null });
  expect(await inPlans()).toContain(posted.id);
  expect(
    await db.source.query(`SELECT 1 FROM facts WHERE type = 'offer.opened' AND payload ->> 'offerId' = $1`, [
      posted.id,
    ]),
  ).toHaveLength(1);
  expect(await readMails(db.source, `m.template = 'review-approve' AND m.person_id = $1`, [who.personId])).toHaveLength(
    1,
  );
});

test('a moderator gives it back with a reason, never in their own matter; the giver reads it', async () => {
  const giver = await api.person('moderator');
  const posted = ok(
    await giver.post('/offers', wish({ item: 'other-goods', quantity: '5', title: 'Самогонный аппарат' })),
    201,
  ).body;
  const opened = await review(posted.id);
  expect((await giver.post(`/reviews/${opened?.id}/decision`, { outcome: 'approve' })).body.code).toBe(
    'review.own-matter',
  );
  ok(
    await region.moderator.post(`/reviews/${opened?.id}/decision`, {
      outcome: 'return',
      reason: 'Такое мы не передаём',
    }),
  );
  expect(ok(await giver.get(`/offers/${posted.id}`)).body).toMatchObject({
    status: 'returned',
    returnReason: 'Такое мы не передаём',
    can: [],
    balance: { available: 0, released: 5 },
  });
  const [mail] = await readMails(db.source, `m.template = 'review-return' AND m.person_id = $1`, [giver.personId]);
  expect(mail?.whole.replaceAll('\u00a0', ' ')).toContain('Такое мы не передаём');
});

test('two raises of one giver at the same moment are counted together', async () => {
  const who = await api.person();
  const offers = [
    ok(await who.post('/offers', money('1000')), 201).body,
    ok(await who.post('/offers', money('1000')), 201).body,
  ];
  const before = db.source.createQueryRunner();
  await before.startTransaction();
  await before.query('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [who.personId]);
  const raised = Promise.all(
    offers.map(({ id, version }) =>
      who.patch(
        `/offers/${id}`,
        { quantity: '1600000', unit: 'rub', amountConfirmed: true },
        { 'if-match': `"v${version}"` },
      ),
    ),
  );
  await until(
    'both wait for the giver',
    async () =>
      (
        await db.source.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).length === 2,
  );
  await before.commitTransaction();
  await before.release();
  expect((await raised).map(({ status, body }) => [status, body.code]).sort()).toEqual([
    [200, undefined],
    [409, 'offer.amount-needs-review'],
  ]);
});
