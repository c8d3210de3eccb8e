import { DAY_MS, newId } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { CardMails, paymentsChecks, StripeClient, subjectOf, USED_EVENTS } from '#payments';
import { Env } from '#host';
import { type Tx } from '#platform';
import { answerOf } from '../needs/fixture.js';
import { liveEverything } from '../../support/stripe/every-event.js';
import { StripeWorld } from '../../support/stripe/world.js';
import { openCards, type Cards } from './card.fixture.js';

let cards: Cards;
beforeAll(async () => {
  cards = await openCards();
});
afterAll(async () => {
  expect((await verifyLedger(cards.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks, ...needChecks])
    expect([sentence, await cards.source.query(sql)]).toEqual([sentence, []]);
  await cards.close();
});

const entriesOf = async (gift: { id: string }): Promise<string[]> =>
  (
    (await cards.source.query('SELECT kind, amount, booked FROM card_entries WHERE gift_id = $1 ORDER BY at, id', [
      gift.id,
    ])) as {
      kind: string;
      amount: number;
      booked: number | null;
    }[]
  ).map(({ kind, amount, booked }) => `${kind} ${amount} ${booked}`);
const statusOf = async ({ code }: { code: string }): Promise<string> => (await cards.reads.gift(code)).status;
const idOfEntry = async (gift: { id: string }, kind: string): Promise<string> =>
  (
    (await cards.source.query('SELECT id FROM card_entries WHERE gift_id = $1 AND kind = $2', [gift.id, kind])) as {
      id: string;
    }[]
  )[0]!.id;

test('a gift by card holds its part, and counts once Stripe says that it is paid', async () => {
  const need = await cards.moneyNeed();
  expect(await cards.cardReads.providersOf(need)).toEqual(['bank', 'stripe']);
  const gift = await cards.byCard(need);
  expect(gift).toMatchObject({ provider: 'stripe', status: 'promised', held: true, qr: null, payee: null });
  expect(await cards.balance(need)).toMatchObject({ reserved: 150_000, received: 0 });
  expect(cards.fake.world.get(gift.intent)).toMatchObject({
    amount: 150_000,
    currency: 'rub',
    on_behalf_of: cards.account,
    transfer_data: { destination: cards.account },
    metadata: { gift: gift.id },
  });

  cards.fake.world.decline(gift.intent);
  await cards.settle();
  expect(await cards.reads.gift(gift.code)).toMatchObject({ status: 'promised', declined: 'insufficient_funds' });
  cards.fake.world.pay(gift.intent);
  expect(await statusOf(gift)).toBe('promised');
  await cards.settle();
  expect(await cards.reads.gift(gift.code)).toMatchObject({ status: 'paid', declined: null });
  expect(await cards.balance(need)).toMatchObject({ open: 1_350_000, reserved: 0, received: 150_000 });
  expect(await entriesOf(gift)).toEqual(['payment 150000 150000', 'fee 5850 null']);
});

test('nobody confirms a gift by card by hand, so its money is never counted twice', async () => {
  const need = await cards.moneyNeed();
  const gift = await cards.byCard(need);
  const [match] = (await cards.source.query('SELECT match_id AS id FROM gifts WHERE id = $1', [gift.id])) as [
    { id: string },
  ];
  const said = { bankDate: '2026-03-09', bankNumber: '17' };
  const treasurer = cards.as(cards.coordinator, cards.organization, 'owner');
  expect(await answerOf(cards.life.confirm(treasurer, match.id, said))).toBe('match.by-card');
  cards.fake.world.pay(gift.intent);
  await cards.settle();
  expect(await cards.balance(need)).toMatchObject({ open: 1_350_000, received: 150_000 });
});

test('a transfer that names the code of a gift by card is no gift that is known: a person says what it is, and by card it counts once', async () => {
  const need = await cards.moneyNeed();
  const gift = await cards.byCard(need, '70.00');
  await cards.import([{ purpose: `Дар ${gift.code}`, sum: '70.00', number: 'by-card-1' }]);
  cards.fake.world.pay(gift.intent);
  await cards.settle();
  await cards.import([{ purpose: `Дар ${gift.code}`, sum: '70.00', number: 'by-card-2' }]);
  expect(
    await cards.source.query(`SELECT state, reason FROM bank_rows WHERE number LIKE 'by-card-%' ORDER BY number`),
  ).toEqual(Array.from({ length: 2 }, () => ({ state: 'to-decide', reason: 'unknown-code' })));
  expect(await cards.balance(need)).toMatchObject({ received: 7_000 });
});

test('by card to a sphere the engine chooses among those that take cards, says why, and each organization has a payment of its own', async () => {
  const neighbour = await cards.people.person('Вера Соседова');
  const second = await cards.people.organization(neighbour.personId, 'verified', 2);
  await cards.source.query(`UPDATE needs SET status = 'closed' WHERE status IN ('open', 'partly_met')`);
  const who = cards.as(neighbour, second, 'coordinator');
  const theirs = await cards.needs.draft(
    who,
    cards.heaters({
      kind: 'money',
      category: 'elderly-veterans',
      item: null,
      unit: 'rub',
      autoAccept: true,
      organization: second,
      quantity: '9000.00',
    }),
  );
  await cards.needs.submit(who, theirs);
  await cards.run((tx: Tx) => cards.needs.approve(tx, cards.moderator, theirs));
  const look = (provider?: 'stripe') =>
    cards.orders.look(
      null,
      { sphere: 'elderly' },
      { quantity: '150.00', unit: 'rub', ...(provider && { provider }) },
      'ru',
    );
  expect(await look('stripe')).toMatchObject({ providers: ['bank'], parts: [], left: 15_000 });
  const own = await cards.moneyNeed('100.00');
  const seen = await look('stripe');
  expect(seen).toMatchObject({ providers: ['bank', 'stripe'], parts: [{ need: own, amount: 10_000 }], left: 5_000 });
  expect(seen.parts[0]!.why.length).toBeGreaterThan(2);
  expect((await look()).parts).toMatchObject([{ need: theirs, amount: 15_000 }]);
  const id = await cards.orders.promise(
    null,
    { sphere: 'elderly' },
    { quantity: '150.00', unit: 'rub', locale: 'ru', provider: 'stripe' },
  );
  const { gifts } = await cards.orderReads.ofOrder(id, 'ru');
  expect(gifts).toMatchObject([{ need: own, amount: 10_000, status: 'promised' }]);
  const { clientSecret } = await cards.payments.session(gifts[0]!.code);
  cards.fake.world.pay(clientSecret.split('_secret_')[0]!);
  await cards.settle();
  expect(await cards.balance(own)).toMatchObject({ received: 10_000, open: 0 });
  expect(
    await answerOf(
      cards.orders.promise(
        null,
        { sphere: 'elderly' },
        { quantity: '10.00', unit: 'rub', locale: 'ru', provider: 'stripe' },
      ),
    ),
  ).toBe('gift.nothing-fits');
});

test('the way to pay is one payment, however often it is asked for and whatever answer is lost', async () => {
  const need = await cards.moneyNeed();
  cards.fake.loseNextAnswer();
  const gift = await cards.byCard(need, '200.00');
  const again = await cards.payments.session(gift.code);
  expect(again.clientSecret.split('_secret_')[0]).toBe(gift.intent);
  expect(
    cards.fake.world.all('payment_intent').filter((one) => (one['metadata'] as { gift: string }).gift === gift.id),
  ).toHaveLength(1);
  cards.fake.world.pay(gift.intent);
  await cards.payments.look(gift.code); // who comes back from paying waits for no event
  expect(await statusOf(gift)).toBe('paid');
  expect(await answerOf(cards.payments.session(gift.code))).toBe('gift.card-over');
  await cards.settle();
  expect(await cards.balance(need)).toMatchObject({ received: 20_000 });
});

test('the secret of another, a body that was changed and an old signature are refused; the same event is stored once', async () => {
  const gift = await cards.byCard(await cards.moneyNeed(), '300.00');
  cards.fake.world.pay(gift.intent);
  const event = cards.fresh().at(-1)!;
  const signed = cards.fake.sign(event);
  const store = (payload: string, signature: string) => answerOf(cards.events.store(Buffer.from(payload), signature));
  expect(await store(signed.payload, cards.fake.sign(event, 'whsec_other').signature)).toBe('card.bad-signature');
  expect(await store(signed.payload.replace('30000', '90000'), signed.signature)).toBe('card.bad-signature');
  expect(await store(signed.payload, '')).toBe('card.bad-signature');
  cards.clock.forward(301_000);
  expect(await store(signed.payload, signed.signature)).toBe('card.bad-signature');
  const late = cards.fake.sign(event);
  await cards.deliver([late, late]);
  expect(await cards.events.applyDue()).toBe(1);
  await cards.deliver([late]);
  expect([await cards.events.applyDue(), await statusOf(gift)]).toEqual([0, 'paid']);
  const kept = JSON.stringify(await cards.source.query('SELECT * FROM card_events WHERE event = $1', [event.id]));
  expect(kept).not.toMatch(/4242|billing|description/);
});

test('refunds in part and in full go back to the card, once for a request; what failed has come back', async () => {
  const need = await cards.moneyNeed();
  const gift = await cards.byCard(need, '1000.00');
  cards.fake.world.pay(gift.intent);
  await cards.settle();
  const key = newId();
  const part = { quantity: '300.00', unit: 'rub', locale: 'ru' } as const;
  expect(await answerOf(cards.cardRefunds.refund(cards.coordinator, gift.code, part, key))).toBe(
    'gift.refund-not-yours',
  );
  await cards.cardRefunds.refund(cards.owner, gift.code, part, key);
  await cards.cardRefunds.refund(cards.owner, gift.code, part, key);
  expect(await cards.reads.gift(gift.code, cards.owner)).toMatchObject({
    status: 'refunded',
    refunded: 30_000,
    can: ['refund'],
  });
  expect(await cards.balance(need)).toMatchObject({ received: 70_000 });
  expect(
    await answerOf(
      cards.cardRefunds.refund(cards.owner, gift.code, { quantity: '701.00', unit: 'rub', locale: 'ru' }, newId()),
    ),
  ).toBe('gift.refund-too-much');
  await cards.cardRefunds.refund(cards.owner, gift.code, { locale: 'ru' }, newId());
  expect(await cards.reads.gift(gift.code, cards.owner)).toMatchObject({ refunded: 100_000, can: [] });
  expect(await cards.balance(need)).toMatchObject({ received: 0, open: 1_500_000 });

  const [failed] = cards.fake.world.all('refund');
  cards.fake.world.failRefund(failed!.id);
  await cards.settle();
  expect(await cards.reads.gift(gift.code)).toMatchObject({ status: 'refunded', refunded: 30_000 });
  expect(await cards.balance(need)).toMatchObject({ received: 70_000 });
});

test('a dispute takes the money at once, and from the organization; won it is back, lost it is not', async () => {
  const need = await cards.moneyNeed();
  const [won, lost] = [await cards.byCard(need, '400.00'), await cards.byCard(need, '500.00')];
  for (const { intent } of [won, lost]) cards.fake.world.pay(intent);
  await cards.settle();
  const disputes = [won, lost].map(({ intent }) => cards.fake.world.dispute(intent)!);
  await cards.settle();
  expect([await statusOf(won), await statusOf(lost)]).toEqual(['refunded', 'refunded']);
  expect(await cards.balance(need)).toMatchObject({ received: 0 });
  expect(cards.fake.world.all('transfer').filter(({ reversed }) => reversed === true).length).toBeGreaterThanOrEqual(2);
  const mails = async (gift: { id: string }): Promise<string[]> => {
    for (let told = 0; told < 2; told += 1)
      await cards.source.transaction((tx: Tx) =>
        new CardMails(cards.catalogue).disputed.apply!(tx, { payload: { giftId: gift.id } } as never),
      );
    const rows = (await cards.source.query(
      `SELECT m.body FROM mails m WHERE m.template = 'card.disputed' AND m.body LIKE '%' || (SELECT code FROM gifts WHERE id = $1) || '%' AND m.person_id = $2 ORDER BY m.created_at`,
      [gift.id, cards.owner.personId],
    )) as { body: string }[];
    return rows.map(({ body }) => body);
  };
  expect((await mails(won)).map((body) => body.includes('Не тратьте'))).toEqual([true]);
  cards.fake.world.close(disputes[0]!.id, 'won');
  cards.fake.world.close(disputes[1]!.id, 'lost');
  await cards.settle();
  await cards.events.applyDue();
  expect([await statusOf(won), await statusOf(lost)]).toEqual(['paid', 'refunded']);
  expect(await cards.balance(need)).toMatchObject({ received: 40_000 });
  expect(
    cards.fake.world.all('transfer').filter((one) => one['transfer_group'] === `won-${disputes[0]!.id}`),
  ).toHaveLength(1);
  expect((await mails(won)).map((body) => body.includes('Не тратьте'))).toEqual([true, false]);
  expect(await entriesOf(won)).toEqual(
    expect.arrayContaining(['dispute 40000 40000', 'dispute-fee 1500 null', 'dispute-won 40000 40000']),
  );
});

test('what a need has reported as used stays there; it is listed until it can be taken back', async () => {
  const need = await cards.moneyNeed('100.00');
  const gift = await cards.byCard(need, '100.00', cards.donor);
  cards.fake.world.pay(gift.intent);
  await cards.settle();
  await cards.ledger.run((tx) =>
    cards.ledger.use(tx, { id: newId(), needId: need, amount: 8_000, at: cards.clock.now(), by: null }),
  );
  expect(await answerOf(cards.cardRefunds.refund(cards.owner, gift.code, { locale: 'ru' }, newId()))).toBe('done');
  cards.fake.world.dispute(gift.intent);
  await cards.settle();
  expect(await entriesOf(gift)).toEqual(expect.arrayContaining(['refund 2000 2000', 'dispute 8000 0']));
  const { differences } = await cards.reconciliation.compare(cards.clock.now());
  expect(differences).toContainEqual({
    side: 'books',
    id: await idOfEntry(gift, 'dispute'),
    amount: 8_000,
    currency: 'rub',
  });
});

test('what the need has no room for is surplus; what is sent back leaves what lies aside first, and then the need', async () => {
  const need = await cards.moneyNeed('100.00');
  const [late, other] = [await cards.byCard(need, '80.00'), await cards.promise(need, '60.00', cards.donor)];
  expect([late.held, other.held]).toEqual([false, true]);
  await cards.import([{ purpose: other.code, sum: '60.00', number: newId().slice(-8) }]);
  cards.fake.world.pay(late.intent);
  await cards.settle();
  const surplus = async (): Promise<number[]> =>
    (await cards.surplusReads.ofOrganization(cards.owner, cards.organization, 20, null, 'ru'))
      .filter(({ view }) => view.state === 'waiting' && view.fromNeed?.id === need)
      .map(({ view }) => view.amount);
  expect([await cards.balance(need), await surplus()]).toMatchObject([{ received: 10_000 }, [4_000]]);
  const [{ surplus: aside }] = (await cards.source.query(
    `SELECT id AS surplus FROM transfers WHERE kind = 'surplus' AND subject_id = (SELECT match_id FROM gifts WHERE id = $1)`,
    [late.id],
  )) as [{ surplus: string }];
  const receipt = { outcome: 'back', bankDate: '2026-03-10', bankNumber: '7' } as const;
  expect(await answerOf(cards.surpluses.decide(cards.owner, aside, receipt))).toBe('surplus.by-card');
  await cards.cardRefunds.refund(cards.owner, late.code, { quantity: '15.00', unit: 'rub', locale: 'ru' }, newId());
  expect([await cards.balance(need), await surplus()]).toMatchObject([{ received: 10_000 }, [2_500]]);
  await cards.cardRefunds.refund(cards.owner, late.code, { quantity: '35.00', unit: 'rub', locale: 'ru' }, newId());
  expect([await cards.balance(need), await surplus()]).toMatchObject([{ received: 9_000 }, []]);
  await cards.cardRefunds.refund(cards.owner, late.code, { locale: 'ru' }, newId());
  expect([await cards.balance(need), await surplus()]).toMatchObject([{ received: 6_000 }, []]);
  expect(await cards.reads.gift(late.code)).toMatchObject({ refunded: 8_000 });
});

test('a promise by card that nobody pays is ended at Stripe and lapses after a day; one that was paid is found', async () => {
  const need = await cards.moneyNeed();
  const [idle, paid] = [await cards.byCard(need, '100.00'), await cards.byCard(need, '200.00')];
  cards.fake.world.pay(paid.intent);
  cards.fresh(); // every event is lost
  cards.clock.forward(DAY_MS);
  expect(await cards.gifts.lapseDue()).toBe(0);
  await cards.payments.endDue();
  expect([await statusOf(idle), await statusOf(paid)]).toEqual(['lapsed', 'paid']);
  expect(cards.fake.world.get(idle.intent)['status']).toBe('canceled');
  expect(await cards.balance(need)).toMatchObject({ reserved: 0, received: 20_000 });
});

test('the night finds what events did not tell, here and there, and payouts of the organization', async () => {
  const need = await cards.moneyNeed();
  const gift = await cards.byCard(need, '700.00');
  cards.fake.world.pay(gift.intent);
  cards.fake.world.refund(gift.intent, 20_000, {}, true);
  cards.fake.world.payOut(cards.account, 50_000);
  cards.fake.world.payOut(cards.account, 9_000, 'failed');
  const stranger = cards.fake.world.put({
    ...cards.fake.world.get(gift.intent),
    id: 'pi_of_another_shop',
    metadata: {},
  });
  cards.fresh();
  expect(await cards.reconciliation.tick()).toBe(true);
  expect(await statusOf(gift)).toBe('refunded');
  expect(await cards.balance(need)).toMatchObject({ received: 50_000 });
  const [night] = await cards.cardReads.reconciliations(1);
  expect(night!.mended).toBeGreaterThanOrEqual(6);
  expect(night!.differences).toContainEqual(
    expect.objectContaining({ side: 'stripe', id: stranger.id, amount: 70_000, currency: 'rub' }),
  );
  const all = await cards.differences.all();
  expect(all).toMatchObject({ again: false, looked: night!.looked, mended: night!.mended });
  expect(all.items).toContainEqual(
    expect.objectContaining({ id: stranger.id, since: night!.day, gift: null, organization: cards.organization }),
  );
  expect((await cards.differences.ofOrganization(cards.owner, cards.organization)).items).toEqual(all.items);
  await cards.differences.again();
  expect([(await cards.differences.all()).again, await cards.reconciliation.tick()]).toEqual([true, true]);
  expect(await cards.reconciliation.tick()).toBe(false);
  const kinds = (await cards.cardReads.entries(cards.organization, 100, null)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['payout', 'payout-failed']));
});

test('where Stripe does not answer nothing is lost: events wait, a giver is told, and everything goes on', async () => {
  const need = await cards.moneyNeed();
  const gift = await cards.byCard(need, '250.00');
  cards.fake.world.pay(gift.intent);
  await cards.deliver(cards.fresh().map((event) => cards.fake.sign(event)));
  cards.fake.away(true);
  expect([await cards.events.applyDue(), await answerOf(cards.byCard(need, '10.00'))]).toEqual([0, 'card.away']);
  cards.fake.away(false);
  expect(await cards.events.applyDue()).toBeGreaterThan(0);
  expect(await statusOf(gift)).toBe('paid');
});

test('an organization sees how it stands at Stripe; while it may not take cards none is offered', async () => {
  const need = await cards.moneyNeed();
  expect(await cards.accounts.view(cards.owner, cards.organization)).toMatchObject({
    state: 'ready',
    missing: [],
    can: ['continue', 'look'],
  });
  cards.fake.world.enable(cards.account, false);
  await cards.settle();
  expect(await cards.accounts.view(cards.coordinator, cards.organization)).toMatchObject({
    state: 'stopped',
    missing: ['bank'],
    can: ['look'],
  });
  expect(await cards.cardReads.providersOf(need)).toEqual(['bank']);
  expect(await answerOf(cards.byCard(need))).toBe('gift.no-card');
  cards.fake.world.enable(cards.account);
  await cards.settle();
  expect(await answerOf(cards.accounts.link(cards.coordinator, cards.organization, undefined, newId()))).toBe(
    'card.not-yours',
  );
});

test('without keys there is no card, and a key that Stripe refuses takes it away until it is right', async () => {
  const none = new StripeClient(new Env({}));
  expect([none.offered, none.publishableKey]).toEqual([false, null]);
  await none.check();
  const wrong = new StripeClient(new Env({ ...cards.fake.settings, STRIPE_SECRET_KEY: 'sk_live_wrong' }));
  expect(wrong.offered).toBe(true);
  await wrong.check();
  expect(wrong.offered).toBe(false);
});

test('of every event that is used there is one in the shape of the pinned version, and each is proved, read and stored', async () => {
  const world = new StripeWorld(cards.fake.world.version, () => cards.clock.now());
  liveEverything(world);
  expect([...new Set(world.events.map(({ type }) => type))].sort()).toEqual([...USED_EVENTS]);
  for (const event of world.events) {
    const { object } = event['data'] as { object: object };
    expect([
      event['type'],
      subjectOf(event['type'] as string, object, (event['account'] ?? null) as string | null),
    ]).toEqual([event['type'], expect.objectContaining({ id: expect.any(String) })]);
  }
  const told = world.events.map((event) => ({ ...event, id: `${event.id}_every` }));
  await cards.deliver(told.map((event) => cards.fake.sign(event)));
  const [{ stored }] = (await cards.source.query(
    `SELECT count(*)::int AS stored FROM card_events WHERE event LIKE '%_every' AND object IS NOT NULL AND applied_at IS NULL`,
  )) as [{ stored: number }];
  expect(stored).toBe(told.length);
  await cards.source.query(`UPDATE card_events SET applied_at = now() WHERE event LIKE '%_every'`);
});

test('every call that changes something has a key of its own', () => {
  expect(
    [...cards.fake.keys.keys()].filter(
      (key) => !/^(gift|refund|cancel|account|link|dispute|dispute-won|customer|setup|payer|charge|forget)-/.test(key),
    ),
  ).toEqual([]);
});
