import type { Actor } from '#identity';
import { HOUR_MS, SetClock } from '#kernel';
import { HoursService } from '#volunteering';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
beforeAll(async () => {
  desk = await openShifts();
});
afterEach(async () => expect(await desk.alarms()).toEqual([]));
afterAll(() => desk.db.drop());

const someone = (): Promise<Actor> => desk.people.person('Доброволец');
const forward = (hours: number): void => (desk.clock as SetClock).forward(hours * HOUR_MS);

test('who come together have a place each, or wait together; a place that is enough for the next is not kept for them', async () => {
  const need = await desk.openTime('30');
  const shift = await desk.plan(need, { capacity: 3 });
  const [pair, family, single, last] = [await someone(), await someone(), await someone(), await someone()];
  const { signUps } = desk;
  expect(await answerOf(signUps.signUp(pair, shift, { people: 4 }))).toBe(
    'form.invalid: people sign-up.more-than-places',
  );
  const two = await signUps.signUp(pair, shift, { people: 2 });
  expect(await desk.offerOf(two)).toMatchObject({ pledged: 360, reserved: 360 });
  const waiting = await signUps.signUp(family, shift, { people: 2 });
  const one = await signUps.signUp(single, shift);
  const third = await signUps.signUp(last, shift);
  expect([
    (await desk.signUp(waiting)).status,
    (await desk.signUp(one)).status,
    (await desk.signUp(third)).status,
  ]).toEqual(['waiting', 'signed_up', 'waiting']);
  expect(await desk.shiftReads.byId(null, shift, 'en')).toMatchObject({ free: 0, waiting: 3 });
  await signUps.cancel(single, one); // a place for one: the family needs two
  expect([(await desk.signUp(waiting)).offeredUntil, (await desk.signUp(third)).offeredUntil !== null]).toEqual([
    null,
    true,
  ]);
  await signUps.accept(last, third);
  await signUps.cancel(pair, two);
  expect((await desk.signUp(waiting)).offeredUntil).not.toBeNull();
  await signUps.accept(family, waiting);
  expect(await desk.needOf(need)).toMatchObject({ reserved: 540 });
  expect(await desk.shiftReads.byId(null, shift, 'en')).toMatchObject({ free: 0, waiting: 0 });
});

test('hours of a group are those of all, also when the shift changes; a certificate has those of one', async () => {
  const need = await desk.openTime('12');
  const shift = await desk.plan(need, { capacity: 3 });
  const [person, stranger] = [await someone(), await someone()];
  const id = await desk.signUps.signUp(person, shift, { people: 3 });
  const { startsAt } = await desk.signUp(id);
  await desk.shifts.edit(desk.coordinator, shift, 1, { until: new Date(startsAt.getTime() + 2 * HOUR_MS) });
  expect(await desk.needOf(need)).toMatchObject({ reserved: 360, open: 360 });
  expect(await answerOf(desk.plan(need, { capacity: 3 }))).toBe('shift.more-than-needed');
  forward(48);
  await desk.attendance.noShow(desk.coordinator, id);
  await desk.attendance.checkIn(desk.coordinator, id); // they had come after all: three places again
  expect((await desk.shiftReads.byId(null, shift, 'en')).free).toBe(0);
  expect(await desk.attendance.confirmAll(desk.coordinator, shift)).toBe(1);
  expect(await desk.needOf(need)).toMatchObject({ received: 360, reserved: 0 });
  expect(await desk.shiftReads.signUp(person, id, 'en')).toMatchObject({ people: 3, minutes: 360 });
  await desk.attendance.dispute(person, id, { minutes: 400, reason: 'Остались дольше' });
  await desk.attendance.confirm(desk.coordinator, id, { minutes: 400 });
  const hours = new HoursService(desk.source, desk.clock, desk.catalogue);
  expect(await hours.issue(person.personId, {}, 'ru')).toMatchObject({ minutes: 133, shifts: 1 });
  expect((await hours.issue(stranger.personId, {}, 'ru')).minutes).toBe(0);
});
