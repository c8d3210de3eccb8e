import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import { Statements } from '#ledger';
import { MatchesQueries, MatchReads, type ArrivalInput } from '#matching';
import { OffersQueries } from '#offers';
import { dueRowFailures, log } from '#platform';
import { answerOf } from '../needs/fixture.js';
import { poison } from '../../support/poison.js';
import { openLife, type Life } from './life-fixture.js';

let { desk, life, ends, propose, pair, match, needBalance, offerBalance, close } = {} as Life;
beforeAll(async () => {
  ({ desk, life, ends, propose, pair, match, needBalance, offerBalance, close } = await openLife());
});
afterAll(() => close?.());

test('from the first yes to the receipt, to the unit', async () => {
  const { needId, offerId, matchId } = await pair();
  await life.accept(desk.donor, matchId);
  await life.accept(desk.donor, matchId);
  expect((await match(matchId)).status).toBe('held');
  expect(await needBalance(needId)).toEqual({ required: 120, open: 70, reserved: 50, received: 0, unit: 'pcs' });
  await life.accept(desk.coordinator, matchId);
  await life.deliver(desk.donor, matchId);
  expect(await answerOf(life.confirm(desk.donor, matchId))).toBe('match.not-yours');
  expect(await answerOf(life.confirm(desk.coordinator, matchId, { quantity: '51', unit: 'pcs' }))).toBe(
    'match.more-than-held',
  );
  await life.confirm(desk.coordinator, matchId, { quantity: '45', unit: 'pcs', lost: '3' });
  await life.confirm(desk.coordinator, matchId, { quantity: '45', unit: 'pcs', lost: '3' });
  expect(await needBalance(needId)).toEqual({ required: 120, open: 75, reserved: 0, received: 45, unit: 'pcs' });
  expect(await offerBalance(offerId)).toEqual({
    pledged: 50,
    available: 2,
    reserved: 0,
    delivered: 48,
    released: 0,
    unit: 'pcs',
  });
  expect((await desk.view(needId)).status).toBe('partly_met');
  expect(await desk.facts(needId)).toEqual(
    expect.arrayContaining(['match.held', 'match.accepted', 'match.delivered', 'match.confirmed']),
  );
});

test('while its organization is being checked a need agrees to nothing: the yes that was given beforehand waits, and nobody says one for it', async () => {
  const { needId, matchId } = await pair(50, { autoAccept: true });
  const status = (to: string) =>
    desk.source.query(
      `UPDATE organizations SET status = $2 WHERE id = (SELECT organization_id FROM needs WHERE id = $1)`,
      [needId, to],
    );
  await status('submitted');
  try {
    await life.accept(desk.donor, matchId);
    expect((await match(matchId)).status).toBe('held');
    expect(await answerOf(life.accept(desk.coordinator, matchId))).toBe('match.organization-not-verified');
  } finally {
    await status('verified');
  }
  await life.accept(desk.coordinator, matchId);
  expect((await match(matchId)).status).toBe('accepted');
});

test('more than was promised goes to the need as far as it has room, and to surplus beyond', async () => {
  const { needId, offerId, matchId } = await pair(50, { quantity: '52' });
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  await life.confirm(desk.coordinator, matchId, { quantity: '55', unit: 'pcs', extra: '5' });
  expect(await needBalance(needId)).toEqual({ required: 52, open: 0, reserved: 0, received: 52, unit: 'pcs' });
  expect(await offerBalance(offerId)).toEqual({
    pledged: 55,
    available: 0,
    reserved: 0,
    delivered: 55,
    released: 0,
    unit: 'pcs',
  });
  expect((await desk.view(needId)).status).toBe('met');
});

test('a second confirmation with other numbers is refused and changes nothing; the same words are a repeated click', async () => {
  const confirmed = async (said: ArrivalInput): Promise<{ matchId: string; needId: string; offerId: string }> => {
    const made = await pair();
    await life.accept(desk.donor, made.matchId);
    await life.accept(desk.coordinator, made.matchId);
    await life.confirm(desk.coordinator, made.matchId, said);
    return made;
  };
  const cases: [ArrivalInput, ArrivalInput[], ArrivalInput[]][] = [
    [
      { quantity: '45', unit: 'pcs', lost: '3' },
      [
        { quantity: '45', unit: 'pcs', lost: '3' },
        { quantity: '45', lost: '3', extra: '0' },
      ],
      [
        {},
        { quantity: '44', lost: '3' },
        { quantity: '45' },
        { quantity: '45', lost: '4' },
        { quantity: '50', extra: '1' },
        { quantity: '60' },
      ],
    ],
    [{}, [{}, { quantity: '50' }], [{ quantity: '48' }, { quantity: '0' }, { lost: '50' }, { extra: '2' }]],
    [
      { quantity: '55', extra: '5' },
      [
        { quantity: '55', extra: '5' },
        { quantity: '50', extra: '5' },
      ],
      [{}, { quantity: '54', extra: '4' }, { quantity: '50' }],
    ],
    [{ quantity: '0', lost: '50' }, [{ quantity: '0', lost: '50' }, { lost: '50' }], [{}, { quantity: '0' }]],
  ];
  for (const [first, same, others] of cases) {
    const { matchId, needId, offerId } = await confirmed(first);
    const before = [await needBalance(needId), await offerBalance(offerId)];
    for (const said of same)
      expect([said, await answerOf(life.confirm(desk.coordinator, matchId, said))]).toEqual([said, 'done']);
    for (const said of others)
      expect([said, await answerOf(life.confirm(desk.coordinator, matchId, said))]).toEqual([
        said,
        'match.confirmed-otherwise',
      ]);
    expect([await needBalance(needId), await offerBalance(offerId)]).toEqual(before);
  }
});

test('a yes said again with another quantity is refused: what is promised stays', async () => {
  const { needId, matchId } = await pair();
  await life.accept(desk.donor, matchId, { quantity: '30', unit: 'pcs' });
  for (const said of [{}, { quantity: '30', unit: 'pcs' }])
    expect(await answerOf(life.accept(desk.donor, matchId, said))).toBe('done');
  for (const quantity of ['20', '31'])
    expect(await answerOf(life.accept(desk.donor, matchId, { quantity, unit: 'pcs' }))).toBe('match.amount-changed');
  await life.accept(desk.coordinator, matchId, { quantity: '25' });
  for (const who of [desk.donor, desk.coordinator]) {
    expect(await answerOf(life.accept(who, matchId, { quantity: '25' }))).toBe('done');
    expect(await answerOf(life.accept(who, matchId, { quantity: '30' }))).toBe('match.amount-changed');
  }
  expect(await needBalance(needId)).toEqual({ required: 120, open: 95, reserved: 25, received: 0, unit: 'pcs' });
});

test('nothing of it arrived: all of it lost, nothing received', async () => {
  const { needId, offerId, matchId } = await pair();
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  await life.confirm(desk.coordinator, matchId, { quantity: '0', unit: 'pcs', lost: '50' });
  expect(await needBalance(needId)).toMatchObject({ open: 120, received: 0 });
  expect(await offerBalance(offerId)).toMatchObject({ available: 0, delivered: 50 });
});

test('what was lost on the way has left its giver and arrived nowhere: the need, the offer, the match and the statement say one number', async () => {
  const { source, clock, catalogue, ledger } = desk;
  const { needId, offerId, matchId } = await pair(10, {}, { quantity: '10' });
  const closing = async (): Promise<number> =>
    (
      await new Statements(source, clock).issue({
        partyId: desk.donor.personId,
        side: 'donor',
        timeZone: 'Asia/Yakutsk',
      })
    ).units.find(({ unit }) => unit === 'pcs')?.closing ?? 0;
  const before = await closing();
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  await life.confirm(desk.coordinator, matchId, { quantity: '8', unit: 'pcs', lost: '1' });

  expect(await needBalance(needId)).toMatchObject({ received: 8 });
  expect((await new OffersQueries(source, ledger).byId(desk.donor, offerId)).balance).toMatchObject({
    pledged: 10,
    available: 1,
    delivered: 9,
    arrived: 8,
    lost: 1,
    released: 0,
  });
  expect(
    (await new MatchReads(source, catalogue, new MatchesQueries(source, clock, ledger)).one(desk.donor, matchId, 'ru'))
      .arrived,
  ).toEqual({ amount: 8, text: '8\u00a0шт', lost: 1, lostText: '1\u00a0шт' });
  const { units } = await new Statements(source, clock).issue({
    partyId: desk.donor.personId,
    side: 'donor',
    timeZone: 'Asia/Yakutsk',
  });
  expect(
    units
      .flatMap(({ entries }) => entries)
      .filter(({ match: of }) => of === matchId)
      .map(({ kind, state, amount }) => [kind, state, amount])
      .sort(),
  ).toEqual([
    ['delivery', 'posted', 8],
    ['delivery', 'voided', 2],
    ['loss', 'lost', 1],
  ]);
  expect(await closing()).toBe(before + 8);
});

test('a yes to more than is left says how much is left', async () => {
  const { needId, matchId } = await pair(10, { quantity: '10' });
  const rival = await propose(await desk.postOffer(), needId, 10);
  await life.accept(desk.donor, matchId, { quantity: '7', unit: 'pcs' });
  expect(await answerOf(life.accept(desk.donor, rival, { quantity: '10', unit: 'pcs' }))).toBe('match.less-left');
  await life.accept(desk.donor, rival); // what is proposed is lowered to what is left
  expect((await match(rival)).amount).toBe(3);
  const third = await propose(await desk.postOffer(), needId, 10);
  expect(await answerOf(life.accept(desk.donor, third))).toBe('match.nothing-left');
});

test('minima are kept, except for the last remainder', async () => {
  const { matchId, needId } = await pair(50, { quantity: '60', minQuantity: '20' });
  expect(await answerOf(life.accept(desk.donor, matchId, { quantity: '10', unit: 'pcs' }))).toBe('match.below-minimum');
  await life.accept(desk.donor, matchId);
  const rest = await propose(await desk.postOffer(), needId, 10);
  await life.accept(desk.donor, rest);
  expect(await needBalance(needId)).toMatchObject({ open: 0, reserved: 60 });
});

test('the organization may take less than was promised', async () => {
  const { needId, offerId, matchId } = await pair();
  await life.accept(desk.donor, matchId);
  expect(await answerOf(life.accept(desk.coordinator, matchId, { quantity: '51', unit: 'pcs' }))).toBe(
    'match.amount-changed',
  );
  await life.accept(desk.coordinator, matchId, { quantity: '20', unit: 'pcs' });
  expect(await needBalance(needId)).toMatchObject({ open: 100, reserved: 20 });
  expect(await offerBalance(offerId)).toMatchObject({ available: 30, reserved: 20 });
  await life.confirm(desk.coordinator, matchId);
  expect(await needBalance(needId)).toMatchObject({ received: 20 });
});

test.each([
  ['held', 3 * DAY_MS],
  ['accepted', 14 * DAY_MS],
])('silence on a %s match gives exactly its part back', async (status, wait) => {
  const { needId, offerId, matchId } = await pair();
  await life.accept(desk.donor, matchId);
  if (status === 'accepted') await life.accept(desk.coordinator, matchId);
  desk.clock.forward(wait - HOUR_MS);
  await ends.lapseDue();
  expect((await match(matchId)).status).toBe(status);
  desk.clock.forward(2 * HOUR_MS);
  await ends.lapseDue();
  await ends.lapseDue();
  expect(await match(matchId)).toMatchObject({ status: 'expired', endedBy: 'clock' });
  expect(await needBalance(needId)).toMatchObject({ open: 120, reserved: 0 });
  expect(await offerBalance(offerId)).toMatchObject({ available: 50, reserved: 0 });
});

test('after a hand-over nothing lapses: a moderator is asked, once', async () => {
  const { offerId, matchId } = await pair();
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  await life.deliver(desk.donor, matchId);
  desk.clock.forward(4 * DAY_MS);
  await ends.lapseDue();
  await ends.lapseDue();
  expect((await match(matchId)).status).toBe('delivered');
  expect(await offerBalance(offerId)).toMatchObject({ reserved: 50 });
  expect((await desk.facts(offerId)).filter((fact) => fact === 'match.silent')).toHaveLength(1);
  await desk.run((tx) => life.decide(tx, desk.moderator, matchId, 'confirm'));
  expect(await offerBalance(offerId)).toMatchObject({ reserved: 0, delivered: 50 });
});

test('a dispute is settled by a moderator only', async () => {
  const { offerId, matchId } = await pair();
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  await life.deliver(desk.donor, matchId);
  await life.dispute(desk.coordinator, matchId, 'Привезли не то');
  expect(await answerOf(life.confirm(desk.coordinator, matchId))).toBe('match.not-now');
  await life.cancel(desk.moderator, matchId, 'Не то');
  expect(await offerBalance(offerId)).toMatchObject({ available: 50, reserved: 0 });
});

test('a need taken back gives back what is held and not handed over, in the same moment', async () => {
  const needId = await desk.openNeed({ autoAccept: true });
  const given = await desk.postOffer({ quantity: '10' });
  const held = await desk.postOffer({ quantity: '20' });
  const delivered = await propose(given, needId, 10);
  const accepted = await propose(held, needId, 20);
  const proposed = await propose(await desk.postOffer({ quantity: '5' }), needId, 5);
  await life.accept(desk.donor, delivered);
  await life.deliver(desk.donor, delivered);
  await life.accept(desk.donor, accepted);
  await ends.withdrawNeed(desk.coordinator, needId);
  await ends.withdrawNeed(desk.coordinator, needId);
  expect([(await match(delivered)).status, (await match(accepted)).status, (await match(proposed)).status]).toEqual([
    'delivered',
    'cancelled',
    'expired',
  ]);
  expect(await offerBalance(held)).toMatchObject({ available: 20, reserved: 0 });
  await life.confirm(desk.coordinator, delivered);
  expect(await needBalance(needId)).toMatchObject({ received: 10, reserved: 0 });
});

test('an offer taken back keeps its holds; what comes back from them is released', async () => {
  const { offerId, needId, matchId } = await pair(30);
  await life.accept(desk.donor, matchId);
  await ends.withdrawOffer(desk.donor, offerId);
  expect(await offerBalance(offerId)).toEqual({
    pledged: 50,
    available: 0,
    reserved: 30,
    delivered: 0,
    released: 20,
    unit: 'pcs',
  });
  await life.accept(desk.coordinator, matchId);
  await life.confirm(desk.coordinator, matchId, { quantity: '25', unit: 'pcs' });
  expect(await offerBalance(offerId)).toEqual({
    pledged: 50,
    available: 0,
    reserved: 0,
    delivered: 25,
    released: 25,
    unit: 'pcs',
  });
  expect(await needBalance(needId)).toMatchObject({ received: 25 });
});

test('strangers do not learn that a match exists; a no is heard once', async () => {
  const { matchId } = await pair();
  const stranger = await desk.people.person('Прохожий');
  expect(await answerOf(life.accept(stranger, matchId))).toBe('match.not-found');
  expect(await answerOf(life.decline(desk.donor, matchId, 'because'))).toBe(
    'form.invalid: reason match.decline-reason',
  );
  await life.decline(desk.donor, matchId, 'not-now');
  await life.decline(desk.donor, matchId, 'not-now');
  expect(await match(matchId)).toMatchObject({
    status: 'declined',
    notBefore: new Date(desk.clock.now().getTime() + 90 * DAY_MS),
  });
  expect(await answerOf(life.accept(desk.donor, matchId))).toBe('match.not-now');
});

test('two donors say yes at once to the last place, 200 times: one gets it, always', async () => {
  const rival = await desk.people.person('Соперник');
  const offers = [await desk.postOffer({ quantity: '10' }), await desk.postOffer({ quantity: '10' }, rival)] as const;
  // The place is given back after each round, so that all rounds are about the same need (or the other one, whose yes was given beforehand).
  const places = await Promise.all(
    [true, false].map(async (autoAccept) => {
      const needId = await desk.openNeed({ quantity: '10', autoAccept });
      return {
        needId,
        autoAccept,
        matches: [await propose(offers[0], needId, 10), await propose(offers[1], needId, 10)] as [string, string],
      };
    }),
  );
  const winners = new Set<number>();
  for (let round = 0; round < 200; round += 1) {
    const { needId, autoAccept, matches } = places[round % 2] as (typeof places)[number];
    const answers = await Promise.all([
      answerOf(life.accept(desk.donor, matches[0])),
      answerOf(life.accept(rival, matches[1])),
    ]);
    expect([...answers].sort()).toEqual(['done', 'match.nothing-left']);
    expect(await needBalance(needId)).toMatchObject({ open: 0, reserved: 10 });
    const won = answers.indexOf('done') as 0 | 1;
    winners.add(won);
    if (autoAccept) await life.cancel(desk.coordinator, matches[won]);
    else await life.decline(desk.coordinator, matches[won], 'other');
    matches[won] = await propose(offers[won], needId, 10);
  }
  expect(winners.size).toBe(2); // they really ran side by side
  for (const { needId } of places) expect(await needBalance(needId)).toMatchObject({ open: 10, reserved: 0 });
  for (const offer of offers) expect(await offerBalance(offer)).toMatchObject({ available: 10, reserved: 0 });
});

test('a match, a need or an offer that cannot be ended keeps nobody behind it waiting, and ends once it is mended', async () => {
  log.level = 'silent'; // failures are part of this scenario
  const pairs = [await pair(), await pair(), await pair()];
  for (const { matchId } of pairs) {
    await life.accept(desk.donor, matchId);
    desk.clock.forward(1);
  }
  const [bad] = [pairs[1]!.matchId];
  const mendMatch = await poison(desk.db, 'matches', bad);
  desk.clock.forward(3 * DAY_MS);
  expect(await ends.lapseDue()).toBe(2);
  expect(await Promise.all(pairs.map(async ({ matchId }) => (await match(matchId)).status))).toEqual([
    'expired',
    'held',
    'expired',
  ]);
  expect(await dueRowFailures(desk.source, 9, null)).toMatchObject([{ job: 'matching.lapse', rowId: bad, tries: 1 }]);
  await mendMatch();
  desk.clock.forward(MINUTE_MS);
  expect(await ends.lapseDue()).toBe(1);
  expect((await match(bad)).status).toBe('expired');

  const mends = [await poison(desk.db, 'needs', pairs[0]!.needId), await poison(desk.db, 'offers', pairs[0]!.offerId)];
  desk.clock.forward(400 * DAY_MS);
  await ends.expireDue();
  const live = (): Promise<{ id: string }[]> =>
    desk.source.query(
      `SELECT id FROM needs WHERE status IN ('open', 'partly_met') UNION ALL SELECT id FROM offers WHERE status IN ('open', 'partly_used')`,
    );
  expect((await live()).map(({ id }) => id)).toEqual([pairs[0]!.needId, pairs[0]!.offerId]);
  for (const mend of mends) await mend();
  desk.clock.forward(MINUTE_MS);
  expect(await ends.expireDue()).toBe(2);
  expect(await live()).toEqual([]);
});
