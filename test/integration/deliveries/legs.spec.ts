import { newId, Refusal } from '#kernel';
import type { Actor } from '#identity';
import { openRoad, type Road } from './fixture.js';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  await road.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'coordinator', 'organization', $3)`,
    [newId(), road.coordinator.personId, road.organization],
  );
});
afterAll(async () => {
  await road.holds();
  await road.db.drop();
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error as Error)),
  );

interface OnTheWay {
  match: string;
  offer: string;
  need: string;
  leg: string;
  driver: Actor;
  trip: string;
}

/** Six heaters in the car. */
async function loaded(kg = 24): Promise<OnTheWay> {
  const agreed = await road.agreed();
  const leg = await road.asked(agreed.match, kg);
  const { driver, trip } = await road.driver(100);
  await road.trips.take(driver, leg, trip);
  await road.carrying.pickUp(driver, leg, { id: newId(), code: (await road.codes(agreed.match)).giver });
  return { ...agreed, leg, driver, trip };
}

test('from the giver to the driver by one code, from the driver to the receiver by another', async () => {
  const { match, offer } = await road.agreed();
  const leg = await road.asking.ask(road.donorOf(match), match, {
    kg: 24,
    m3: 0.6,
    address: 'ул. Образцовая, 1, кв. 5',
  });
  expect(await road.legStatus(leg)).toBe('waits');
  const { driver, trip } = await road.driver(100);
  expect(await codeOf(road.trips.take(driver, leg, trip))).toBe('leg.not-found'); // nobody else knows of it yet
  await road.asking.ask(road.coordinator, match, { address: 'Склад, ворота 2', note: 'Звонить Марии' });

  const open = await road.reads.asked(driver, 'zeya', 'ru');
  expect(open.find(({ id }) => id === leg)).toMatchObject({
    status: 'asked',
    kg: 24,
    m3: 0.6,
    from: { address: null, contact: null },
    to: { address: null, note: null },
    driver: null,
    code: null,
    can: ['take'],
  });
  expect(await codeOf(road.trips.take(road.coordinator, leg, trip))).toBe('leg.own');
  await road.trips.take(driver, leg, trip);
  await road.trips.take(driver, leg, trip); // a second click
  const told: { template: string; side: boolean }[] = await road.source.query(
    `SELECT template, person_id = $1 AS side FROM mails WHERE template = 'delivery-taken' AND person_id IN ($1, $2)`,
    [road.donorOf(match).personId, road.coordinator.personId],
  );
  expect(told.map(({ side }) => side).sort()).toEqual([false, true]); // each side once, whatever was clicked twice
  const mine = await road.reads.trip(driver, trip, 'ru');
  expect(mine.stops).toMatchObject([
    { address: 'ул. Образцовая, 1, кв. 5', kg: 24, m3: 0.6, done: false, acts: [{ act: 'load' }] },
    { address: 'Склад, ворота 2', kg: 0, m3: 0, done: false, acts: [{ act: 'unload' }] },
  ]);
  const { giver, carrier } = await road.codes(match);
  expect(mine.legs[0]).toMatchObject({ code: carrier, to: { note: 'Звонить Марии' } });
  expect(giver).not.toBe(carrier);

  expect(await codeOf(road.carrying.pickUp(driver, leg, { id: newId(), code: String(carrier) }))).toBe(
    'hand-over.wrong-code',
  );
  const entry = { id: newId(), code: giver };
  await Promise.all([1, 2, 3].map(() => road.carrying.pickUp(driver, leg, entry)));
  expect(await road.legStatus(leg)).toBe('picked_up');
  const seen = await road.reads.ofMatch(road.donorOf(match), match, 'ru');
  expect(seen).toMatchObject({
    status: 'picked_up',
    stopsBefore: 0,
    code: null,
    from: { address: expect.any(String) },
  });
  expect((await road.reads.trip(driver, trip, 'ru')).legs[0]).toMatchObject({ from: { contact: null } });

  await road.entries.enter(road.coordinator, match, { id: newId(), code: String(carrier), quantity: '6' });
  await road.follow(match);
  expect(await road.legStatus(leg)).toBe('delivered');
  expect(await road.books(match, offer)).toEqual(['delivery post 6']);
  const after = await road.reads.trip(driver, trip, 'ru');
  expect(after.legs[0]).toMatchObject({
    status: 'delivered',
    from: { address: null },
    to: { address: null },
    code: null,
  });
  expect(after.can).toEqual(['cancel', 'end']);
  await road.trips.close(driver, trip, 'ended');
});

test('refused and lost where it arrives: each its own entry, what is lost in the account of the driver', async () => {
  const { match, offer, driver } = await loaded();
  await road.entries.enter(road.coordinator, match, {
    id: newId(),
    code: String((await road.codes(match)).carrier),
    quantity: '3',
    refused: '1',
    refusedReason: 'broken',
    lost: '2',
    lostReason: 'damaged',
  });
  await road.follow(match);
  expect(await road.books(match, offer)).toEqual([
    'delivery post 3',
    'delivery void 3 refused: broken, lost on the way',
    'loss posted 2 lost on the way: damaged',
    'release posted 1 refused: broken',
  ]);
  const [account] = await road.source.query(
    `SELECT a.holder_type AS type, a.holder_id AS holder FROM transfers t JOIN accounts a ON a.id = t.credit WHERE t.subject_id = $1 AND t.kind = 'loss'`,
    [match],
  );
  expect(account).toEqual({ type: 'party', holder: driver.personId });
});

test('what is left behind at the giver’s is available again; what is lost on the way is told at once', async () => {
  const { match, offer, need } = await road.agreed();
  const leg = await road.asked(match, 10);
  const { driver, trip } = await road.driver(100);
  await road.trips.take(driver, leg, trip);
  const { giver, carrier } = await road.codes(match);
  expect(await codeOf(road.carrying.pickUp(driver, leg, { id: newId(), code: giver, quantity: '7' }))).toBe(
    'leg.amount',
  );
  await road.carrying.pickUp(driver, leg, { id: newId(), code: giver, quantity: '5' });
  const loss = { id: newId(), quantity: '1', reason: 'damaged' as const };
  await Promise.all([1, 2].map(() => road.carrying.lose(driver, leg, loss)));
  expect(await codeOf(road.carrying.lose(driver, leg, { id: newId(), quantity: '5', reason: 'lost' }))).toBe(
    'leg.amount',
  );
  expect((await road.reads.ofMatch(road.coordinator, match, 'ru'))?.lost).toMatchObject({ amount: 1 });
  await road.entries.enter(road.coordinator, match, { id: newId(), code: String(carrier) });
  await road.follow(match);
  const [offers, needs] = [
    (await road.ledger.offerBalances(road.source, [offer])).get(offer),
    (await road.ledger.needBalances(road.source, [need])).get(need),
  ];
  expect(offers).toMatchObject({ pledged: 6, available: 1, reserved: 0, delivered: 5 });
  expect(needs).toMatchObject({ received: 4, reserved: 0 });
});

test('all of it lost ends the match, nobody there brings it back, and nothing is held any more', async () => {
  const lost = await loaded();
  await road.carrying.lose(lost.driver, lost.leg, { id: newId(), reason: 'lost' });
  expect([await road.legStatus(lost.leg), await road.books(lost.match, lost.offer)]).toEqual([
    'lost',
    ['delivery void 6 lost on the way', 'loss posted 6 lost on the way: lost'],
  ]);

  const back = await loaded();
  await road.carrying.turnBack(back.driver, back.leg, 'nobody-there');
  expect((await road.reads.trip(back.driver, back.trip, 'ru')).stops.at(-1)).toMatchObject({
    acts: [{ act: 'return' }],
  });
  const { carrier, giver } = await road.codes(back.match);
  expect(await codeOf(road.carrying.takeBack(road.donorOf(back.match), back.leg, giver))).toBe('hand-over.wrong-code');
  expect(await codeOf(road.carrying.takeBack(road.coordinator, back.leg, String(carrier)))).toBe('leg.not-yours');
  await road.carrying.takeBack(road.donorOf(back.match), back.leg, String(carrier));
  expect([await road.legStatus(back.leg), await road.books(back.match, back.offer)]).toEqual([
    'returned',
    ['delivery void 6 cancelled'],
  ]);
  expect((await road.ledger.offerBalances(road.source, [back.offer])).get(back.offer)).toMatchObject({ available: 6 });
});

test('both phones were without a connection: the word of the organization may come first', async () => {
  const { match } = await road.agreed();
  const leg = await road.asked(match, 10);
  const { driver, trip } = await road.driver(100);
  await road.trips.take(driver, leg, trip);
  const { giver, carrier } = await road.codes(match);
  await road.entries.enter(road.coordinator, match, { id: newId(), code: String(carrier) });
  await road.follow(match);
  await road.carrying.pickUp(driver, leg, { id: newId(), code: giver });
  expect(await road.legStatus(leg)).toBe('delivered');
});

test('twelve legs and twenty who ask at once: one driver each, and no car is overloaded', async () => {
  const legs: string[] = [];
  for (let at = 0; at < 12; at += 1)
    legs.push(await road.asked((await road.agreed(2)).match, 30, 0.1, 'Склад на Речной, 1'));
  const drivers = await Promise.all([100, 70, 100, 29].map((kg) => road.driver(kg)));
  const answers = await Promise.all(
    legs.flatMap((leg) => drivers.map(({ driver, trip }) => codeOf(road.trips.take(driver, leg, trip)))),
  );
  expect(answers.filter((code) => code === 'ok')).toHaveLength(12);
  expect(answers.filter((code) => !['ok', 'leg.not-now', 'leg.not-found', 'trip.no-room'].includes(code))).toEqual([]);
  const rows: { id: string; peak: number; capacity: number }[] = await road.source.query(
    'SELECT id, peak_grams AS peak, capacity_grams AS capacity FROM trips WHERE id = ANY($1)',
    [drivers.map(({ trip }) => trip)],
  );
  expect(rows.filter(({ peak, capacity }) => peak > capacity)).toEqual([]);
  expect(Math.max(...rows.map(({ peak }) => peak))).toBeGreaterThanOrEqual(60_000); // of one store several go together
  const small = drivers[3]!;
  const alone = await road.asked((await road.agreed(1)).match, 30);
  expect(await codeOf(road.trips.take(small.driver, alone, small.trip))).toBe('trip.no-room');
  await expect(
    road.source.query('UPDATE trips SET peak_grams = capacity_grams + 1 WHERE id = $1', [drivers[0]?.trip]),
  ).rejects.toThrow('trips_not_overloaded');
  const bulky = await road.asked((await road.agreed(1)).match, 101);
  const first = drivers[0]!;
  expect(await codeOf(road.trips.take(first.driver, bulky, first.trip))).toBe('trip.no-room');
});

test('stops at one address are one stop, in an order of the driver’s that fits', async () => {
  const { driver, trip } = await road.driver(100);
  const [a, b] = [await road.agreed(2), await road.agreed(2)];
  const legs = [await road.asked(a.match, 60), await road.asked(b.match, 60)];
  for (const leg of legs) await road.trips.take(driver, leg, trip);
  const seen = await road.reads.trip(driver, trip, 'ru');
  expect(seen.stops.map(({ kg }) => kg)).toEqual([60, 0, 60, 0]); // both at once would be 120
  const [loadA, unloadA, loadB, unloadB] = seen.open;
  const order = [loadB!, unloadB!, loadA!, unloadA!];
  expect(await codeOf(road.trips.order(driver, trip, seen.version, [loadA!, loadB!, unloadA!, unloadB!]))).toBe(
    'trip.no-room',
  );
  expect(await codeOf(road.trips.order(driver, trip, 1, order))).toBe('trip.stale');
  await road.trips.order(driver, trip, seen.version, order);
  expect((await road.reads.trip(driver, trip, 'ru')).open).toEqual(order);
  await road.trips.release(driver, legs[1]!);
  expect(await road.legStatus(legs[1]!)).toBe('asked');
  await road.trips.close(driver, trip, 'cancelled');
  expect(await road.legStatus(legs[0]!)).toBe('asked');
  expect((await road.codes(a.match)).carrier).toBeNull();
});

test('what nobody drives in time is over, and a trip that nobody ended is ended', async () => {
  const { match } = await road.agreed();
  const leg = await road.asked(match, 10);
  const { driver, trip } = await road.driver(100);
  await road.trips.take(driver, leg, trip);
  road.clock.forward(25 * 3_600_000);
  await road.trips.tick();
  expect([await road.legStatus(leg), (await road.reads.trip(driver, trip, 'ru')).status]).toEqual(['asked', 'ended']);
  road.clock.forward(14 * 86_400_000);
  await road.trips.tick();
  expect(await road.legStatus(leg)).toBe('cancelled');
});

test('who is erased leaves what they only meant to drive; not with things of others in the car', async () => {
  const { match } = await road.agreed();
  const leg = await road.asked(match, 10);
  const { driver, trip } = await road.driver(100);
  await road.trips.take(driver, leg, trip);
  await road.trips.leaveAll(driver.personId);
  expect([await road.legStatus(leg), (await road.reads.trip(driver, trip, 'ru')).status]).toEqual([
    'asked',
    'cancelled',
  ]);
  const aboard = await loaded();
  expect(await codeOf(road.trips.leaveAll(aboard.driver.personId))).toBe('trip.aboard');
});
