import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { offerChecks, type StandingOfferForm } from '#offers';
import { paymentsChecks, standingToken } from '#payments';
import { log } from '#platform';
import { answerOf } from '../needs/fixture.js';
import { openCards, type Cards } from './card.fixture.js';
import { mortal } from './histories.js';

let cards: Cards;
let die: ReturnType<typeof mortal>;
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these scenarios
  cards = await openCards();
  die = mortal(cards);
});
afterAll(async () => {
  expect((await verifyLedger(cards.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks])
    expect([sentence, await cards.source.query(sql)]).toEqual([sentence, []]);
  await cards.close();
});
beforeEach(async () => {
  await cards.source.query(`UPDATE needs SET status = 'closed' WHERE status IN ('open', 'partly_met')`);
  await cards.source.query(`UPDATE standing_offers SET status = 'ended', next_on = NULL, next_at = NULL`);
  await cards.source.query('DELETE FROM due_row_failures');
});

/** Every day at one, long after dates have begun. */
beforeEach(() => cards.clock.set(new Date(Math.ceil(cards.clock.now().getTime() / DAY_MS) * DAY_MS + 4 * HOUR_MS)));
const today = (): string => new Date(cards.clock.now().getTime() + 9 * HOUR_MS).toISOString().slice(0, 10);
/** A standing gift of a giver of its own, with a card where one is said. */
async function setUp(only: string[], more: Partial<StandingOfferForm> = {}) {
  const giver = await cards.people.person('Дарина Карточная');
  const id = await cards.standing.setUp(giver, {
    kind: 'money',
    quantity: '100.00',
    unit: 'rub',
    only,
    frequency: 'weekly',
    firstOn: today(),
    gift: true,
    ...more,
  });
  await cards.source.query('UPDATE standing_offers SET created_at = created_at - $2::interval WHERE id = $1', [
    id,
    '5 minutes',
  ]);
  return { id, giver };
}
type Given = Awaited<ReturnType<typeof setUp>>;
/** Enters a card into the form of Stripe. */
async function save({ id, giver }: Given, card: { month?: number; year?: number } = {}): Promise<string> {
  const { clientSecret } = await cards.saved.begin(giver, id, true, 'ru');
  const method = cards.fake.world.enter(clientSecret.split('_secret_')[0]!, card);
  await cards.saved.look(giver, id);
  return method.id;
}
const viewOf = ({ id, giver }: Given) => cards.saved.view(giver, id, 'ru');
const giftsOf = ({ id }: Given) => cards.links.giftsOf(id);
const statuses = async (of: Given): Promise<string[]> => (await giftsOf(of)).map(({ status }) => status);
const charged = async ({ id }: Given): Promise<{ tries: number; at: Date | null }[]> =>
  cards.source.query(
    'SELECT p.tries, p.charge_at AS at FROM card_payments p JOIN gifts g ON g.id = p.gift_id WHERE g.standing_offer_id = $1 ORDER BY g.created_at',
    [id],
  );
const templates = async ({ giver }: Given): Promise<string[]> =>
  (
    (await cards.source.query('SELECT template FROM mails WHERE person_id = $1 ORDER BY created_at, id', [
      giver.personId,
    ])) as { template: string }[]
  ).map(({ template }) => template);
/** What the links of the newest mail of this kind do. */
const verbsOf = async ({ giver }: Given, template: string): Promise<string[]> => {
  const [mail] = (await cards.source.query(
    'SELECT parts FROM mails WHERE person_id = $1 AND template = $2 ORDER BY created_at DESC, id DESC LIMIT 1',
    [giver.personId, template],
  )) as { parts: { sections: { items: { url: string }[] }[] } }[];
  return mail!.parts.sections.flatMap(({ items }) => items.flatMap(({ url }) => /do=([\w-]+)/.exec(url)?.[1] ?? []));
};
const paidAtStripe = (): number => cards.fake.world.all('charge').length;

test('a card is saved with the consent of its giver; its dates are announced, charged three days later, and told once', async () => {
  const need = await cards.moneyNeed();
  const given = await setUp(['elderly']);
  expect(await answerOf(cards.saved.begin(given.giver, given.id, false, 'ru'))).toBe('card.consent-needed');
  expect(await answerOf(cards.saved.begin(cards.coordinator, given.id, true, 'ru'))).toBe('standing.not-found');
  const first = await cards.saved.begin(given.giver, given.id, true, 'ru');
  expect(await cards.saved.begin(given.giver, given.id, true, 'ru')).toEqual(first);
  expect(await cards.standingGifts.tick()).toBe(0); // the form is open: nobody is asked for a transfer meanwhile
  cards.fake.world.enter(first.clientSecret.split('_secret_')[0]!);
  await cards.settle(); // by its event alone
  expect(await viewOf(given)).toMatchObject({ card: { name: 'Visa •• 4242', end: '12/30' }, can: ['save', 'remove'] });
  expect(await cards.source.query('SELECT consent FROM saved_cards WHERE standing_offer_id = $1', [given.id])).toEqual([
    { consent: expect.stringContaining('письмом за три дня') },
  ]);

  const before = paidAtStripe();
  expect(await cards.standingGifts.tick()).toBe(1);
  expect(await giftsOf(given)).toMatchObject([{ status: 'promised', amount: 10_000, need }]);
  expect(await cards.balance(need)).toMatchObject({ reserved: 10_000, received: 0 });
  cards.clock.forward(3 * DAY_MS);
  expect([await cards.charges.tick(), paidAtStripe()]).toEqual([0, before]);
  cards.clock.forward(2 * HOUR_MS);
  expect([await cards.charges.tick(), await cards.charges.tick(), paidAtStripe()]).toEqual([1, 0, before + 1]);
  expect(await statuses(given)).toEqual(['paid']);
  await cards.settle();
  expect(await cards.balance(need)).toMatchObject({ reserved: 0, received: 10_000 });
  expect((await templates(given)).filter((one) => one.startsWith('standing.'))).toEqual(['standing.gift-given']);
  expect(cards.fake.world.all('payment_intent')[0]).toMatchObject({ on_behalf_of: cards.account });
});

test('what was taken back, paused or stopped before the day is not charged, and its place is free', async () => {
  const need = await cards.moneyNeed();
  const before = paidAtStripe();
  const [taken, paused, stopped] = [await setUp([need]), await setUp([need]), await setUp([need])];
  for (const one of [taken, paused, stopped]) await save(one);
  await cards.standingGifts.tick();
  const token = (one: Given): string => standingToken(one.id, cards.secret);
  await cards.links.act(token(taken), { verb: 'take-back', gift: (await giftsOf(taken))[0]!.code });
  await cards.links.act(token(paused), { verb: 'pause' });
  await cards.standing.end(stopped.giver, stopped.id);
  await cards.charges.tick(); // at once, not on the day
  for (const one of [taken, paused, stopped]) expect(await statuses(one)).toEqual(['lapsed']);
  cards.clock.forward(4 * DAY_MS);
  await cards.charges.tick();
  expect([paidAtStripe(), await cards.balance(need)]).toMatchObject([before, { reserved: 0 }]);
  expect(await cards.links.look(token(paused), 'ru')).toMatchObject({ card: 'Visa •• 4242' });
  await cards.links.act(token(paused), { verb: 'remove-card' });
  expect((await cards.links.look(token(paused), 'ru')).can).not.toContain('remove-card');
});

test('the last of its dates is charged although it has ended by itself', async () => {
  const given = await setUp([await cards.moneyNeed()], { times: 1 });
  await save(given);
  await cards.standingGifts.tick();
  await cards.charges.tick();
  await cards.saved.forgetDue();
  cards.clock.forward(3 * DAY_MS + 2 * HOUR_MS);
  expect([await cards.charges.tick(), await statuses(given)]).toEqual([1, ['paid']]);
  await cards.saved.forgetDue(); // nothing is charged to it any more
  expect(await viewOf(given)).toMatchObject({ card: null, can: [] });
});

test('a refused card is tried again twice, each refusal told; another card is charged at once; without one the place is free in time', async () => {
  const need = await cards.moneyNeed();
  const given = await setUp([need]);
  const method = await save(given);
  cards.fake.world.refuses.set(method, 'insufficient_funds');
  await cards.standingGifts.tick();
  cards.clock.forward(3 * DAY_MS + 2 * HOUR_MS);
  await cards.charges.tick();
  expect(await charged(given)).toMatchObject([{ tries: 1 }]);
  cards.clock.forward(DAY_MS);
  await cards.charges.tick();
  cards.clock.forward(2 * DAY_MS);
  await cards.charges.tick();
  expect(await charged(given)).toEqual([{ tries: 3, at: null }]);
  expect((await templates(given)).filter((one) => one === 'standing.card-refused')).toHaveLength(3);
  expect(await verbsOf(given, 'standing.card-refused')).toEqual(['pause', 'change', 'end', 'remove-card']);
  const other = await save(given);
  await cards.charges.tick();
  expect([await statuses(given), other === method]).toEqual([['paid'], false]);
  await cards.saved.forgetDue();
  expect(cards.fake.world.get(method)['customer']).toBeNull();

  const second = await setUp([need]);
  cards.fake.world.refuses.set(await save(second), 'expired_card');
  await cards.standingGifts.tick();
  cards.clock.forward(3 * DAY_MS + 2 * HOUR_MS);
  await cards.charges.tick();
  expect(await charged(second)).toEqual([{ tries: 1, at: null }]); // it would be refused again
  cards.clock.forward(7 * DAY_MS);
  await cards.payments.endDue();
  expect((await statuses(second)).at(-1)).toBe('lapsed');
});

test('a removed card leaves Stripe, and dates are paid by transfer; what it should have paid asks its giver', async () => {
  const given = await setUp([await cards.moneyNeed()]);
  const method = await save(given);
  await cards.standingGifts.tick();
  await cards.saved.remove(given.giver, given.id);
  await cards.saved.remove(given.giver, given.id);
  expect(await viewOf(given)).toMatchObject({ card: null, can: ['save'] });
  expect(await cards.saved.forgetDue()).toBeGreaterThan(0);
  expect(cards.fake.world.get(method)['customer']).toBeNull();
  cards.clock.forward(3 * DAY_MS + 2 * HOUR_MS);
  await cards.charges.tick();
  expect((await templates(given)).at(-1)).toBe('standing.card-refused');
  cards.clock.forward(4 * DAY_MS);
  await cards.standingGifts.tick();
  const [{ provider }] = (await cards.source.query(
    'SELECT provider FROM gifts WHERE standing_offer_id = $1 ORDER BY created_at DESC LIMIT 1',
    [given.id],
  )) as [{ provider: string }];
  expect(provider).toBe('bank');
  await save(given);
  await cards.source.transaction((tx) =>
    tx.query(`UPDATE saved_cards SET state = 'leaving' WHERE person_id = $1 AND state IN ('new', 'ready')`, [
      given.giver.personId,
    ]),
  );
  await cards.saved.forgetDue();
  expect(
    await cards.source.query('SELECT DISTINCT state, last4 FROM saved_cards WHERE person_id = $1', [
      given.giver.personId,
    ]),
  ).toEqual([{ state: 'gone', last4: null }]);
});

test('its giver is told once that a card ends, and not where the bank has renewed it', async () => {
  const need = await cards.moneyNeed('90000.00');
  const year = cards.clock.now().getUTCFullYear();
  const month = cards.clock.now().getUTCMonth() + 1;
  const [ends, renewed] = [await setUp([need]), await setUp([need])];
  await save(ends, { month, year });
  cards.fake.world.renew(await save(renewed, { month, year }), year + 3);
  expect([await cards.cardEnds.tick(), await cards.cardEnds.tick()]).toEqual([1, 0]);
  expect([await templates(ends), await templates(renewed)]).toEqual([['standing.card-ends'], []]);
  expect(await verbsOf(ends, 'standing.card-ends')).toEqual(['pause', 'change', 'end', 'remove-card']);
  expect((await viewOf(renewed)).card?.end).toMatch(new RegExp(`/${(year + 3) % 100}$`));
});

test('whenever the process dies, and whatever answer is lost, each date is charged once', async () => {
  const need = await cards.moneyNeed('90000.00');
  for (let nth = 0; nth < 40; nth += 3) {
    cards.clock.set(new Date(Math.ceil(cards.clock.now().getTime() / DAY_MS) * DAY_MS + 4 * HOUR_MS));
    const given = await setUp([need], { times: 1 });
    await save(given);
    await cards.standingGifts.tick();
    cards.clock.forward(3 * DAY_MS + 2 * HOUR_MS);
    const before = paidAtStripe();
    if (nth % 2 === 0) cards.fake.loseNextAnswer();
    die(nth);
    await Promise.all([cards.charges.tick(), cards.charges.tick()]).catch(() => undefined);
    die(null);
    cards.clock.forward(30 * MINUTE_MS); // what was noted as a failure has rested
    await cards.charges.tick();
    expect([nth, await statuses(given), paidAtStripe() - before]).toEqual([nth, ['paid'], 1]);
  }
});
