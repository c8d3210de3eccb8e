import { newId, DAY_MS, HOUR_MS, SetClock } from '#kernel';
import { AccountLimit, type Actor } from '#identity';
import { SignUpMatches } from '#matching';
import {
  AttendanceService,
  HoursService,
  SignUpsService,
  TripHours,
  TripHoursQueries,
  volunteeringChecks,
  volunteeringEntities,
} from '#volunteering';
import { verifyLedger } from '#ledger';
import { answerOf } from '../needs/fixture.js';
import { openRoad, type Road } from './fixture.js';

let road: Road;
let hours: TripHours;
let reads: TripHoursQueries;
let papers: HoursService;
beforeAll(async () => {
  road = await openRoad('2026-03-10T05:00:00Z', volunteeringEntities);
  const { source, clock, catalogue, ledger, needs, offers } = road;
  const matches = new SignUpMatches(ledger, needs, offers);
  const signUps = new SignUpsService(source, clock, catalogue, ledger, needs, matches);
  const limit = { count: async () => {} } as unknown as AccountLimit;
  const attendance = new AttendanceService(source, clock, catalogue, limit, signUps, matches);
  hours = new TripHours(source, clock, needs, signUps, attendance);
  reads = new TripHoursQueries(source, clock, catalogue, ledger);
  papers = new HoursService(source, clock, catalogue);
});
afterEach(async () => {
  await road.holds();
  expect((await verifyLedger(road.source, { more: volunteeringChecks })).alarms).toEqual([]);
});
afterAll(() => road.db.drop());

/** A driver loads things, and their organization has them; the trip of ten hours is ended after so many. */
async function driven(after: number): Promise<{ driver: Actor; trip: string }> {
  const { match } = await road.agreed();
  const leg = await road.asked(match, 40);
  const { driver, trip } = await road.driver(90);
  await road.trips.take(driver, leg, trip);
  (road.clock as SetClock).forward(2 * HOUR_MS);
  await road.carrying.pickUp(driver, leg, { id: newId(), code: (await road.codes(match)).giver });
  await road.entries.enter(road.coordinator, match, { id: newId(), code: (await road.codes(match)).carrier ?? '' });
  await road.follow(match);
  (road.clock as SetClock).forward(after * HOUR_MS);
  await road.trips.close(driver, trip, 'ended');
  return { driver, trip };
}
/** What the job behind the fact does; twice, as a job may run. */
async function told(): Promise<void> {
  const facts: { payload: never }[] = await road.source.query(`SELECT payload FROM facts WHERE type = 'trip.ended'`);
  for (const { payload } of [...facts, ...facts])
    await road.source.transaction((tx) => hours.job.apply!(tx, { payload } as never));
}
const timeNeed = (quantity: string): Promise<string> =>
  road.openNeed({
    kind: 'time',
    category: 'emergency-logistics',
    item: undefined,
    title: 'Водители на выходные',
    quantity,
    unit: 'hour',
    autoAccept: true,
    deadline: new Date(road.clock.now().getTime() + 30 * DAY_MS),
  });

test('a trip that ended proposes its hours, and confirmed they are hours as of a shift: in the books, on the certificate, to be objected to', async () => {
  const { driver, trip } = await driven(3);
  const need = await timeNeed('12');
  await told();
  const { items, needs } = await reads.ofOrganization(road.coordinator, road.organization, 'ru');
  expect(items).toMatchObject([
    { trip, status: 'proposed', driver: 'Пётр Водитель', minutes: 180, deliveries: 1, can: ['confirm', 'decline'] },
  ]);
  expect(needs).toMatchObject([{ id: need, open: 720 }]);
  const { id } = items[0]!;
  expect(await answerOf(hours.confirm(driver, id, { need }))).toBe('trip-hours.not-yours');
  expect(await answerOf(hours.confirm(await road.people.person('Чужой'), id, { need }))).toBe('trip-hours.not-found');
  expect(await answerOf(hours.confirm(road.coordinator, id, { need: newId() }))).toBe(
    'form.invalid: need form.not-in-list',
  );
  expect(await answerOf(hours.confirm(road.coordinator, id, { need: await timeNeed('1') }))).toBe('shift.need-is-full');
  expect(await papers.issue(driver.personId, {}, 'ru')).toMatchObject({ minutes: 0 });

  // Both coordinators press at once, and one presses again.
  await Promise.all(
    [1, 2].map(() => hours.confirm(road.coordinator, id, { need, minutes: 200, reason: 'Размыло дорогу' })),
  );
  await hours.confirm(road.coordinator, id, { need });
  expect(await papers.issue(driver.personId, {}, 'ru')).toMatchObject({
    minutes: 200,
    items: [{ what: 'Водители на выходные', minutes: 200 }],
  });
  expect((await road.ledger.needBalances(road.source, [need])).get(need)).toMatchObject({ open: 520, received: 200 });
  expect(await reads.ofDriver(driver, trip, 'ru')).toMatchObject([
    { status: 'confirmed', minutes: 200, reason: 'Размыло дорогу', can: [] },
  ]);
  expect(await answerOf(hours.decline(road.coordinator, id, 'Передумали'))).toBe('trip-hours.not-now');
});

test('declined they are told with the reason; what nobody answers can be confirmed no more', async () => {
  const { driver, trip } = await driven(1);
  await told();
  const [waits] = (await reads.ofOrganization(road.coordinator, road.organization, 'ru')).items;
  expect(waits).toMatchObject({ trip, status: 'proposed', minutes: 60 });
  expect(await answerOf(hours.decline(road.coordinator, waits!.id, '  '))).toBe('form.invalid: reason form.required');
  await hours.decline(road.coordinator, waits!.id, 'Рейс оплачен');
  await hours.decline(road.coordinator, waits!.id, 'Рейс оплачен');
  expect(await reads.ofDriver(driver, trip, 'ru')).toMatchObject([{ status: 'declined', reason: 'Рейс оплачен' }]);
  expect(await papers.issue(driver.personId, {}, 'ru')).toMatchObject({ minutes: 0 });

  const late = await driven(1);
  await told();
  const [own] = await reads.ofDriver(late.driver, late.trip, 'ru');
  (road.clock as SetClock).forward(30 * DAY_MS);
  expect(await answerOf(hours.confirm(road.coordinator, own!.id, { need: await timeNeed('5') }))).toBe(
    'trip-hours.not-now',
  );
});

test('hours of one driver are confirmed for several needs at one moment', async () => {
  const { driver, trip } = await driven(1);
  await told();
  const needs: string[] = [];
  for (let at = 1; at <= 6; at += 1) {
    needs.push(await timeNeed('2'));
    const copy = newId();
    await road.source.query(
      `INSERT INTO trips (id, offer_id, driver_id, status, starts_at, ends_at, route, capacity_grams, capacity_litres, created_at, ended_at) SELECT $2, offer_id, driver_id, status, starts_at, ends_at, route, capacity_grams, capacity_litres, created_at, ended_at FROM trips WHERE id = $1`,
      [trip, copy],
    );
    await road.source.query(
      `INSERT INTO trip_hours (id, trip_id, organization_id, driver_id, status, starts_at, ends_at, deliveries, proposed_at) SELECT gen_random_uuid(), $2, organization_id, driver_id, status, starts_at - $3 * interval '1 day', ends_at - $3 * interval '1 day', 1, proposed_at FROM trip_hours WHERE trip_id = $1`,
      [trip, copy, at],
    );
  }
  const waiting = (await reads.ofDriver(driver, null, 'ru')).filter((hours) => hours.trip !== trip);
  expect(waiting).toHaveLength(6);
  const answers = await Promise.all(
    waiting.map(({ id }, at) => answerOf(hours.confirm(road.coordinator, id, { need: needs[at]! }))),
  );
  expect(answers).toEqual(Array(6).fill('done'));
});
