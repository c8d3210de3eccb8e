import pg from 'pg';
import { HOUR_MS, DAY_MS, MINUTE_MS } from '#kernel';
import { verifyLedger } from '#ledger';
import {
  offerChecks,
  OpenStandingOffers,
  STANDING_LIMITS,
  StandingOffersQueries,
  StandingOffersService,
  type StandingOfferChanges,
  type StandingOfferForm,
} from '#offers';
import { log } from '#platform';
import { answerOf, openDesk, type Desk } from '../needs/fixture.js';
import { asOwner } from '../../support/database.js';

let desk: Desk;
let standing: StandingOffersService;
let reads: StandingOffersQueries;
const opener = (): OpenStandingOffers => new OpenStandingOffers(desk.source, desk.clock, desk.catalogue, desk.offers);
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these scenarios
  desk = await openDesk('2026-03-10T05:00:00Z'); // two in the afternoon on the Amur
  standing = new StandingOffersService(desk.source, desk.clock, desk.catalogue, desk.offers);
  reads = new StandingOffersQueries(desk.source, desk.ledger);
});
afterAll(() => desk.db.drop());
beforeEach(() => desk.source.query(`UPDATE standing_offers SET status = 'ended', next_on = NULL, next_at = NULL`)); // scenarios share the clock
beforeEach(() => desk.clock.set(new Date('2026-03-10T05:00:00Z')));

const gift = (changes: Partial<StandingOfferForm> = {}): StandingOfferForm => ({
  kind: 'money',
  category: 'relief',
  quantity: '5000',
  unit: 'rub',
  frequency: 'monthly',
  firstOn: '2026-04-05',
  ...changes,
});
const setUp = (changes: Partial<StandingOfferForm> = {}, who = desk.donor): Promise<string> =>
  standing.setUp(who, gift(changes));
const view = (id: string, who = desk.donor) => reads.byId(who, id);
const dates = async (id: string, who = desk.donor) =>
  (await reads.dates(who, id, 20, null)).items
    .map(({ day, offer, skipped }) => `${day} ${offer?.status ?? skipped}`)
    .reverse();
const edit = async (id: string, changes: StandingOfferChanges): Promise<string> =>
  answerOf(standing.edit(desk.donor, id, (await view(id)).version, changes));
const at = (text: string): void => desk.clock.set(new Date(text));
const mails = async (id: string): Promise<string[]> =>
  (
    (await desk.source.query(`SELECT template FROM notifications WHERE subject_id = $1 ORDER BY created_at, id`, [
      id,
    ])) as { template: string }[]
  ).map((row) => row.template);

test('it waits for its date, opens an ordinary offer of it, and waits for the next', async () => {
  const id = await setUp({ title: 'На тепло' });
  expect(await view(id)).toMatchObject({
    status: 'active',
    can: ['edit', 'pause', 'end'],
    amount: { amount: 500_000, unit: 'kopeck' },
    nextOn: '2026-04-05',
    nextAt: new Date('2026-04-05T00:00:00Z'),
    timeZone: 'Asia/Yakutsk',
    standsDays: 30,
    rrule: 'FREQ=MONTHLY;UNTIL=20360405T000000Z',
  });
  at('2026-04-04T23:59:59Z');
  expect(await opener().tick()).toBe(0);
  at('2026-04-05T00:00:30Z');
  expect(await opener().tick()).toBe(1);
  expect(await opener().tick()).toBe(0);
  const [date] = (await reads.dates(desk.donor, id, 20, null)).items;
  expect(date).toMatchObject({
    day: '2026-04-05',
    skipped: null,
    sentence: null,
    offer: { status: 'open', balance: { pledged: 500_000, available: 500_000 } },
  });
  const offer = await desk.offerReads.byId(desk.donor, date!.offer!.id);
  expect(offer).toMatchObject({
    kind: 'money',
    category: 'relief',
    title: 'На тепло',
    unit: 'rub',
    anonymous: true,
    standingOfferId: id,
    until: new Date('2026-05-05T00:00:30Z'),
    can: ['edit', 'withdraw'],
  });
  expect(await desk.facts(offer.id)).toEqual(['offer.opened']);
  expect(await view(id)).toMatchObject({ nextOn: '2026-05-05', version: 1 });
  expect(await mails(id)).toEqual(['standing.opened']);
});

test('only its own side knows it, moderators see it, an organization gives through owner and coordinator', async () => {
  const { coordinator, organization, moderator } = desk;
  const id = await setUp();
  expect(await answerOf(view(id, coordinator))).toBe('standing.not-found');
  expect(await answerOf(reads.dates(coordinator, id, 20, null))).toBe('standing.not-found');
  expect(await answerOf(standing.pause(coordinator, id))).toBe('standing.not-found');
  expect(await view(id, moderator)).toMatchObject({ can: [] });
  expect(await answerOf(standing.end(moderator, id))).toBe('standing.not-yours');
  const accountant = desk.as(await desk.people.person('Счёт Верный'), organization, 'accountant');
  expect(await answerOf(setUp({ onBehalfOf: organization }, accountant))).toBe('offer.not-yours-to-give-for');
  const ours = await setUp({ onBehalfOf: organization }, coordinator);
  expect(await view(ours, accountant)).toMatchObject({ onBehalfOf: organization, can: [] });
  expect((await reads.page(accountant, { onBehalfOf: organization }, 20, null)).items.map((one) => one.id)).toEqual([
    ours,
  ]);
  expect(await answerOf(reads.page(desk.donor, { onBehalfOf: organization }, 20, null))).toBe('standing.not-found');
});

test('today counts where its hour has passed: it opens within the minute', async () => {
  const id = await setUp({ firstOn: '2026-03-10', frequency: 'weekly' });
  expect(await opener().tick()).toBe(1);
  expect(await view(id)).toMatchObject({ nextOn: '2026-03-17', standsDays: 14 });
});

test('a worker that was down for months opens the latest date only, and the others are kept as missed', async () => {
  const id = await setUp();
  at('2026-07-06T00:00:00Z');
  expect(await opener().tick()).toBe(1);
  expect(await dates(id)).toEqual(['2026-04-05 missed', '2026-05-05 missed', '2026-06-05 missed', '2026-07-05 open']);
  expect(await view(id)).toMatchObject({ nextOn: '2026-08-05' });
});

test('two workers at once open one offer', async () => {
  for (let round = 0; round < 5; round += 1) {
    at('2026-03-10T05:00:00Z');
    const ids = await Promise.all([1, 2, 3].map(() => setUp()));
    at('2026-04-05T01:00:00Z');
    const opened = await Promise.all(Array.from({ length: 4 }, () => opener().tick()));
    expect(opened.reduce((sum, count) => sum + count, 0)).toBe(3);
    for (const id of ids) expect(await dates(id)).toEqual(['2026-04-05 open']);
    await desk.source.query(`UPDATE standing_offers SET status = 'ended', next_on = NULL, next_at = NULL`);
  }
});

/** The process dies at the nth statement that it sends: before it is sent, or with its answer lost. Returns whether it got so far. */
async function diesAt(nth: number, answerLost: boolean, work: () => Promise<unknown>): Promise<boolean> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => Promise<unknown> };
  const { query } = prototype;
  let sent = 0;
  prototype.query = function (this: unknown, ...args: unknown[]): Promise<unknown> {
    sent += 1;
    const callback = args.at(-1);
    if (sent !== nth || typeof callback === 'function') return query.apply(this, args);
    return answerLost
      ? Promise.resolve(query.apply(this, args)).then(() => Promise.reject(new Error('killed')))
      : Promise.reject(new Error('killed'));
  };
  await work()
    .catch(() => undefined)
    .finally(() => (prototype.query = query));
  return sent >= nth;
}

test.each([
  ['before a statement is sent', false],
  ['with its answer lost', true],
])(
  'a death between any two lines, %s, leaves one offer or none, and a tick a minute later makes it one',
  async (_name, answerLost) => {
    let reached = true;
    for (let nth = 1; reached && nth < 60; nth += 1) {
      at('2026-03-10T05:00:00Z');
      const id = await setUp();
      at('2026-04-05T01:00:00Z');
      reached = await diesAt(nth, answerLost, () => opener().tick());
      const [{ offers, kept, accounts }] = await desk.source.query(
        `SELECT count(o.id) AS offers, (SELECT count(*) FROM standing_offer_dates WHERE standing_offer_id = $1) AS kept, count(a.id) AS accounts
       FROM offers o LEFT JOIN accounts a ON a.holder_id = o.id WHERE o.standing_offer_id = $1`,
        [id],
      );
      expect([offers, kept, accounts]).toEqual([kept, offers, offers]);
      desk.clock.forward(MINUTE_MS); // what was noted as a failure is tried again
      await opener().tick();
      expect(await dates(id)).toEqual(['2026-04-05 open']);
      await standing.end(desk.donor, id);
    }
    expect(reached).toBe(false);
  },
);

test('paused it opens nothing; resumed it goes on with the next date, and says what passed', async () => {
  const id = await setUp();
  await standing.pause(desk.donor, id);
  await standing.pause(desk.donor, id);
  expect(await view(id)).toMatchObject({ status: 'paused', version: 2, nextOn: null, can: ['edit', 'resume', 'end'] });
  at('2026-05-10T00:00:00Z');
  expect(await opener().tick()).toBe(0);
  await standing.resume(desk.donor, id);
  expect(await view(id)).toMatchObject({ status: 'active', nextOn: '2026-06-05' });
  expect(await dates(id)).toEqual(['2026-04-05 paused', '2026-05-05 paused']);
  await standing.end(desk.donor, id);
  await standing.end(desk.donor, id);
  expect(await view(id)).toMatchObject({ status: 'ended', can: [], nextOn: null });
  for (const verb of ['pause', 'resume'] as const)
    expect(await answerOf(standing[verb](desk.donor, id))).toBe('standing.ended');
  expect(await answerOf(standing.edit(desk.donor, id, 4, { quantity: '1' }))).toBe('standing.ended');
});

test('it ends by itself after its last date, also while it is paused', async () => {
  const [counted, until] = [await setUp({ times: 2 }), await setUp({ lastOn: '2026-05-05' })];
  at('2026-04-05T01:00:00Z');
  expect(await opener().tick()).toBe(2);
  await standing.pause(desk.donor, until);
  at('2026-05-05T01:00:00Z');
  expect(await opener().tick()).toBe(1);
  expect(await view(counted)).toMatchObject({ status: 'ended', nextOn: null });
  await standing.resume(desk.donor, until);
  expect(await view(until)).toMatchObject({ status: 'ended' });
  expect(await dates(until)).toEqual(['2026-04-05 open', '2026-05-05 paused']);
});

test('an edit changes what the next ones will be, and nothing that is open', async () => {
  const id = await setUp();
  at('2026-04-05T01:00:00Z');
  await opener().tick();
  expect(await edit(id, { quantity: '7000', category: 'x' } as StandingOfferChanges)).toBe('done');
  expect(await view(id)).toMatchObject({ amount: { amount: 700_000 }, category: 'relief', nextOn: '2026-05-05' });
  expect(await answerOf(standing.edit(desk.donor, id, 1, { quantity: '1' }))).toBe('standing.stale');
  expect(await edit(id, { frequency: 'weekly' })).toBe('done');
  expect(await view(id)).toMatchObject({ nextOn: '2026-04-12' }); // Sundays, as the first one
  expect(await edit(id, { firstOn: '2026-04-05' })).toBe('done'); // as it was
  expect(await edit(id, { firstOn: '2026-04-04' })).toBe('form.invalid: firstOn standing.first-in-past');
  expect(await edit(id, { firstOn: '2026-04-08', frequency: 'monthly' })).toBe('done');
  at('2026-04-08T01:00:00Z');
  expect(await opener().tick()).toBe(1);
  expect(await dates(id)).toEqual(['2026-04-05 open', '2026-04-08 open']);
  const [first, second] = (await reads.dates(desk.donor, id, 20, null)).items
    .map((date) => date.offer!.balance.pledged)
    .reverse();
  expect([first, second]).toEqual([500_000, 700_000]);
  at('2026-04-06T01:00:00Z'); // clocks of servers differ
  expect(await edit(id, { firstOn: '2026-04-07' })).toBe('form.invalid: firstOn standing.date-taken');
  expect(await edit(id, { times: 3 })).toBe('done');
  expect(await edit(id, { lastOn: '2026-08-08' })).toBe('done'); // an end of one sort takes the place of the other
  expect(await view(id)).toMatchObject({ lastOn: '2026-08-08', times: null });
  expect(await edit(id, { lastOn: '2026-08-09', times: 2 })).toBe('form.invalid: times standing.two-ends');
  expect([await edit(id, { times: 1 }), await edit(id, { quantity: '50' })]).toEqual([
    'form.invalid: times standing.no-date-left',
    'form.invalid: quantity offer.below-smallest',
  ]);
  expect(await edit(id, { lastOn: '2026-04-09' })).toBe('form.invalid: lastOn standing.no-date-left');
});

test.each<[string, Partial<StandingOfferForm>, string]>([
  [
    'every field of its own is named',
    { frequency: 'daily', interval: 0, firstOn: '2026-02-30', standsDays: 1.5 },
    'frequency form.not-in-list,interval form.too-small,standsDays form.wrong-type,firstOn standing.not-a-day',
  ],
  [
    'as those of every offer are',
    { quantity: '0', place: 'atlantis', radiusKm: 0 },
    'place form.not-in-list,radiusKm form.too-small,quantity quantity.not-positive',
  ],
  ['yesterday', { firstOn: '2026-03-09' }, 'firstOn standing.first-in-past'],
  ['in two years', { firstOn: '2028-03-09' }, 'firstOn standing.first-too-far'],
  ['ends before it begins', { lastOn: '2026-04-04' }, 'lastOn standing.last-before-first'],
  ['two ends', { lastOn: '2026-06-04', times: 3 }, 'times standing.two-ends'],
  [
    'more often than fits',
    { frequency: 'yearly', interval: 6, times: 11, standsDays: 367 },
    'interval form.too-large,standsDays form.too-large,times form.too-large',
  ],
])('a form that is wrong: %s', async (_name, changes, errors) => {
  expect(await answerOf(setUp(changes))).toBe(['form.invalid', ...errors.split(',')].join(': '));
});

test('nobody has more than 20 that go on, not even by asking twice at once', async () => {
  const busy = await desk.people.person('Щедрый Даритель');
  const first = await setUp({}, busy);
  await desk.source.query(
    `INSERT INTO standing_offers (id, donor_id, status, kind, category, unit, base_unit, amount, min_lot, anonymous, frequency, interval, first_on, time_zone, stands_days, next_on, next_at, via, created_by, created_at, updated_at)
     SELECT gen_random_uuid(), donor_id, status, kind, category, unit, base_unit, amount, min_lot, anonymous, frequency, interval, first_on, time_zone, stands_days, next_on, next_at, via, created_by, created_at, updated_at
     FROM standing_offers, generate_series(1, $2) WHERE id = $1`,
    [first, STANDING_LIMITS.atOnce - 2],
  );
  const answers = await Promise.all([1, 2, 3].map(() => answerOf(setUp({}, busy))));
  expect(answers.sort()).toEqual(['done', 'standing.too-many', 'standing.too-many']);
});

test('what is refused on its date is kept with its reason, told, and tried again on the next date only', async () => {
  const { coordinator, organization } = desk;
  await desk.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES (gen_random_uuid(), $1, 'coordinator', 'organization', $2)`,
    [coordinator.personId, organization],
  );
  const [ours, mine, gone] = [
    await setUp({ onBehalfOf: organization }, coordinator),
    await setUp(),
    await setUp({ prefers: [organization] }),
  ];
  at('2026-04-05T01:00:00Z');
  await desk.source.query(`UPDATE organizations SET status = 'suspended' WHERE id = $1`, [organization]);
  const sphere = desk.catalogue.sphere('relief') as { retiredAt: Date | null };
  sphere.retiredAt = new Date();
  expect(await opener().tick()).toBe(0);
  sphere.retiredAt = null;
  expect(await opener().tick()).toBe(0);
  for (const [id, who] of [
    [ours, coordinator],
    [mine, desk.donor],
    [gone, desk.donor],
  ] as const) {
    expect(await dates(id, who)).toEqual(['2026-04-05 outdated']);
    expect(await mails(id)).toEqual(['standing.skipped']);
    expect(await view(id, who)).toMatchObject({ status: 'active', nextOn: '2026-05-05' });
  }
  at('2026-05-05T01:00:00Z');
  expect(await opener().tick()).toBe(2);
  expect(await dates(ours, coordinator)).toEqual(['2026-04-05 outdated', '2026-05-05 organization-suspended']);
  expect((await reads.dates(coordinator, ours, 20, null)).items[0]!.sentence).toMatch(/приостановлена/);
  await desk.source.query(`UPDATE organizations SET status = 'verified' WHERE id = $1`, [organization]);
});

test('a donor over the limit of open offers is told, and nothing is opened past it', async () => {
  const busy = await desk.people.person('Много Открытых');
  const first = await desk.postOffer({}, busy);
  await desk.source.query(
    `INSERT INTO offers SELECT gen_random_uuid(), version, donor_id, on_behalf_of, status, kind, category, item, title, description, unit, base_unit, each_amount, each_unit, min_lot, place, radius_km, starts_at,
       until, skills, prefers, anonymous, via, NULL, created_by, created_at, updated_at FROM offers, generate_series(1, 199) WHERE id = $1`,
    [first],
  );
  const id = await setUp({}, busy);
  at('2026-04-05T01:00:00Z');
  expect(await opener().tick()).toBe(0);
  expect(await dates(id, busy)).toEqual(['2026-04-05 too-many-open']);
  await asOwner(desk.db, `DELETE FROM offers WHERE created_by = $1 AND id NOT IN (SELECT holder_id FROM accounts)`, [
    busy.personId,
  ]);
});

test('one that cannot be opened for a fault of ours stops nobody else', async () => {
  const [bad, good] = [await setUp(), await setUp()];
  at('2026-04-05T01:00:00Z');
  await desk.source.query(
    `UPDATE standing_offers SET next_at = next_at - interval '1 second', unit = 'rub', min_lot = 1, kind = 'money', category = 'relief', time_zone = 'Nowhere/Land' WHERE id = $1`,
    [bad],
  );
  expect(await opener().tick()).toBe(1);
  expect(await dates(good)).toEqual(['2026-04-05 open']);
  await desk.source.query(`UPDATE standing_offers SET time_zone = 'Asia/Yakutsk' WHERE id = $1`, [bad]);
  expect(await opener().tick()).toBe(0); // it waits before it is tried again
  desk.clock.forward(MINUTE_MS);
  expect(await opener().tick()).toBe(1);
});

test('of somebody who is erased it has ended, and its words are forgotten', async () => {
  const leaving = await desk.people.person('Уходит Совсем');
  const id = await setUp({ title: 'От Уходящего', description: 'Позвоните мне' }, leaving);
  expect(await standing.anyGoing(desk.source.manager, leaving.personId)).toBe(true);
  await standing.endAllOf(leaving.personId);
  await desk.run((tx) => standing.forgetWords(tx, leaving.personId));
  expect(await standing.anyGoing(desk.source.manager, leaving.personId)).toBe(false);
  expect(await view(id, leaving)).toMatchObject({ status: 'ended', title: null, description: null, anonymous: true });
  at('2026-04-05T01:00:00Z');
  expect(await opener().tick()).toBe(0);
});

test('one’s own come page by page, and so do the dates', async () => {
  const giver = await desk.people.person('Много Дат');
  const made: string[] = [];
  for (let number = 0; number < 5; number += 1) {
    desk.clock.forward(MINUTE_MS);
    made.unshift(await setUp({ frequency: 'weekly', firstOn: '2026-03-10' }, giver));
  }
  const [first, second] = [
    await reads.page(giver, {}, 3, null),
    await reads.page(giver, {}, 3, (await reads.page(giver, {}, 3, null)).next),
  ];
  expect([...first.items, ...second.items].map((one) => one.id)).toEqual(made);
  expect(second.next).toBeNull();
  await standing.pause(giver, made[0]!);
  expect((await reads.page(giver, { status: ['paused'] }, 20, null)).items.map((one) => one.id)).toEqual([made[0]]);
  desk.clock.forward(30 * DAY_MS + HOUR_MS);
  await opener().tick();
  const newest = await reads.dates(giver, made[1]!, 3, null);
  const older = await reads.dates(giver, made[1]!, 3, newest.next);
  expect([...newest.items, ...older.items].map((date) => date.day)).toEqual([
    '2026-04-07',
    '2026-03-31',
    '2026-03-24',
    '2026-03-17',
    '2026-03-10',
  ]);
});

test('after all of it the house is in order', async () => {
  expect((await verifyLedger(desk.source, { more: offerChecks })).alarms).toEqual([]);
});

test('an unusual amount is asked back when it is set up and when it is raised, of whom much has not come yet', async () => {
  expect(await answerOf(setUp({ quantity: '600000' }))).toBe('form.invalid: amountConfirmed offer.confirm-amount');
  const id = await setUp({ quantity: '600000', amountConfirmed: true });
  expect(await edit(id, { quantity: '700000', unit: 'rub' })).toBe(
    'form.invalid: amountConfirmed offer.confirm-amount',
  );
  expect(await edit(id, { quantity: '550000', unit: 'rub' })).toBe('done'); // less than was said already
  expect(await edit(id, { quantity: '700000', unit: 'rub', amountConfirmed: true })).toBe('done');
  expect(await view(id)).toMatchObject({ amount: { amount: 70_000_000 } });
  expect(await answerOf(setUp({ quantity: '600000', onBehalfOf: desk.organization }, desk.coordinator))).toBe('done'); // verified: asked later
});
