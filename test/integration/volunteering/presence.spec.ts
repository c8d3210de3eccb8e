import { HOUR_MS, MINUTE_MS, SetClock } from '#kernel';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
beforeAll(async () => {
  desk = await openShifts();
});
afterEach(async () => expect(await desk.alarms()).toEqual([]));
afterAll(() => desk.db.drop());

const clock = (): SetClock => desk.clock as SetClock;
const someone = () => desk.people.person('Доброволец');
const HALL = { lat: 50.2907, lon: 127.5272 };

test('what a phone kept without a connection counts from when it was, for a week; what it says of a time to come does not', async () => {
  const shift = await desk.plan(await desk.openTime(), { capacity: 3 });
  const [one, two, three] = [await someone(), await someone(), await someone()];
  const [a, b, c] = [
    await desk.signUps.signUp(one, shift),
    await desk.signUps.signUp(two, shift),
    await desk.signUps.signUp(three, shift),
  ];
  const code = await desk.codeOf(shift);
  const begins = new Date(clock().now().getTime() + 48 * HOUR_MS);
  const at = (hours: number): Date => new Date(begins.getTime() + hours * HOUR_MS);
  clock().forward(47 * HOUR_MS);
  expect(await answerOf(desk.attendance.checkIn(one, a, code, { at: at(0) }))).toBe(
    'form.invalid: at sign-up.at-ahead',
  );
  clock().forward(30 * HOUR_MS); // the next day there is a network again
  expect(await answerOf(desk.attendance.checkIn(one, a, code))).toBe('sign-up.not-in-window');
  expect(await answerOf(desk.attendance.checkIn(one, a, code, { at: at(-2) }))).toBe('sign-up.not-in-window');
  expect(await answerOf(desk.attendance.checkIn(one, a, 'WRONG', { at: at(0) }))).toBe('sign-up.wrong-code');
  await desk.attendance.checkIn(one, a, code, { at: at(0.05) });
  await desk.attendance.checkIn(one, a, code, { at: at(0.05) }); // sent again: nobody knew whether it had come
  expect(await desk.signUp(a)).toMatchObject({
    status: 'checked_in',
    checkedInBy: 'code',
    checkedInAt: at(0.05),
    heardAt: clock().now(),
  });
  await desk.departures.leave(one, a, at(3.1)); // kept by the phone too
  expect(await desk.signUp(a)).toMatchObject({ leftAt: at(3.1), stayed: 180 });

  await desk.attendance.noShow(desk.coordinator, b);
  expect(await answerOf(desk.attendance.checkIn(two, b, code, { at: at(0) }))).toBe('sign-up.not-now'); // the coordinator was there, and mends it
  await desk.attendance.checkIn(desk.coordinator, b, undefined, { at: at(0.5) }); // a list that was kept
  expect(await desk.signUp(b)).toMatchObject({ checkedInBy: 'organization', checkedInAt: at(0.5) });
  clock().forward(7 * 24 * HOUR_MS);
  expect(await answerOf(desk.attendance.checkIn(three, c, code, { at: at(0) }))).toBe('sign-up.not-in-window');
});

test('who agrees checks in by where they are, if the shift says where it is; the place is compared and not kept', async () => {
  const need = await desk.openTime();
  const [here, nowhere] = [
    await desk.plan(need, { point: HALL }),
    await desk.plan(need, { from: new Date(clock().now().getTime() + 54 * HOUR_MS) }),
  ];
  const [volunteer, stranger] = [await someone(), await someone()];
  const id = await desk.signUps.signUp(volunteer, here);
  const other = await desk.signUps.signUp(volunteer, nowhere);
  expect((await desk.shiftReads.byId(volunteer, here, 'ru')).point).toEqual(HALL);
  expect((await desk.shiftReads.byId(stranger, here, 'ru')).point).toBeUndefined();
  clock().forward(48 * HOUR_MS);
  const by = (lat: number, accuracy: number) => ({ position: { lat, lon: HALL.lon, accuracy } });
  const answers = [];
  for (const how of [by(50.4, 10), by(50.2907, 900)])
    answers.push(await answerOf(desk.attendance.checkIn(volunteer, id, undefined, how)));
  expect(answers).toEqual(['sign-up.not-here', 'sign-up.position-inexact']);
  await desk.attendance.checkIn(volunteer, id, undefined, by(50.2908, 20));
  expect(await desk.signUp(id)).toMatchObject({ status: 'checked_in', checkedInBy: 'location' });
  const kept = JSON.stringify(await desk.source.query('SELECT * FROM sign_ups WHERE id = $1', [id]));
  expect(kept).not.toContain('50.29');
  clock().forward(6 * HOUR_MS);
  expect(await answerOf(desk.attendance.checkIn(volunteer, other, undefined, by(50.2907, 10)))).toBe(
    'sign-up.not-here',
  );
});

test('everybody at once is confirmed as planned, but whoever left early or late is looked at', async () => {
  const need = await desk.openTime('24');
  const shift = await desk.plan(need, { capacity: 4 });
  const people = [await someone(), await someone(), await someone(), await someone()];
  const ids: string[] = [];
  for (const who of people) ids.push(await desk.signUps.signUp(who, shift));
  const code = await desk.codeOf(shift);
  clock().forward(48 * HOUR_MS);
  expect(await answerOf(desk.departures.leave(people[0]!, ids[0]!))).toBe('sign-up.not-now'); // not come yet
  for (const [at, who] of people.entries()) await desk.attendance.checkIn(who, ids[at]!, code);
  clock().forward(75 * MINUTE_MS);
  await desk.departures.leave(people[0]!, ids[0]!);
  expect(await answerOf(desk.departures.leave(people[1]!, ids[0]!))).toBe('sign-up.not-found');
  expect(await answerOf(desk.departures.leave(desk.coordinator, ids[0]!))).toBe('sign-up.not-yours');
  clock().forward(103 * MINUTE_MS);
  await desk.departures.leave(people[1]!, ids[1]!); // two minutes before the end
  clock().forward(HOUR_MS);
  await desk.departures.leave(people[2]!, ids[2]!);
  const view = await desk.shiftReads.byId(desk.coordinator, shift, 'ru');
  expect([view.checkedIn, view.asPlanned, view.can.includes('confirm-all')]).toEqual([4, 2, true]);
  expect(await desk.attendance.confirmAll(desk.coordinator, shift)).toBe(2);
  const { items } = await desk.shiftReads.signUpsOf(desk.coordinator, shift, 20, null, 'en');
  expect(items.map(({ status, minutes, stayed }) => [status, minutes, stayed])).toEqual([
    ['checked_in', null, 75],
    ['confirmed', 180, 180],
    ['checked_in', null, 238],
    ['confirmed', 180, null],
  ]);
  expect((await desk.shiftReads.byId(desk.coordinator, shift, 'ru')).can).not.toContain('confirm-all');
  await desk.departures.leave(people[0]!, ids[0]!, new Date(clock().now().getTime() - 2 * HOUR_MS)); // pressed too late, said right
  await desk.attendance.confirm(desk.coordinator, ids[0]!, { minutes: 118, reason: 'Как отметились' });
  await desk.departures.leave(people[0]!, ids[0]!); // what comes after the hours stand changes nothing
  expect(await desk.signUp(ids[0]!)).toMatchObject({ status: 'confirmed', minutes: 118 });
});

test('nobody helps for more than twelve hours of a day and a night, all organizations together; children for no more than their age allows', async () => {
  const owner = await desk.people.person('Ольга Вторая');
  const elsewhere = await desk.people.organization(owner.personId, 'verified', 2);
  const boss = desk.as(owner, elsewhere, 'owner');
  const theirs = await desk.needs.draft(
    boss,
    desk.heaters({
      organization: elsewhere,
      kind: 'time',
      category: 'emergency-logistics',
      item: undefined,
      quantity: '60',
      unit: 'hour',
    }),
  );
  await desk.needs.submit(boss, theirs);
  await desk.run((tx) => desk.needs.approve(tx, desk.moderator, theirs));
  const need = await desk.openTime('60');
  const midnight = Math.ceil(clock().now().getTime() / (24 * HOUR_MS)) * 24 * HOUR_MS + 5 * 24 * HOUR_MS - 9 * HOUR_MS; // in Yakutsk
  const times = (from: number, until: number) => ({
    from: new Date(midnight + from * HOUR_MS),
    until: new Date(midnight + until * HOUR_MS),
    capacity: 3,
  });
  const morning = await desk.plan(need, times(8, 15));
  const evening = await desk.plan(theirs, times(16, 21), boss);
  const late = await desk.plan(need, times(21, 22));
  const [grown, child] = [await someone(), await someone()];
  await desk.signUps.signUp(grown, morning);
  await desk.signUps.signUp(grown, evening);
  expect(await answerOf(desk.signUps.signUp(grown, late))).toBe('shift.too-little-rest');
  await desk.signUps.signUp(child, morning, { age: 17 });
  expect(await answerOf(desk.signUps.signUp(child, late, { age: 17 }))).toBe('form.invalid: age minor.too-long');

  const [busy] = [await someone()];
  const both = await Promise.all([morning, evening, late].map((shift) => answerOf(desk.signUps.signUp(busy, shift))));
  expect(both.filter((answer) => answer === 'done')).toHaveLength(2);
  expect(both).toContain('shift.too-little-rest');
});

test('a shift says from which age on it is, and what the organization takes upon itself; a series says it on each of its days', async () => {
  const need = await desk.openTime('60', { deadline: new Date(clock().now().getTime() + 80 * 24 * HOUR_MS) });
  const midnight = Math.ceil(clock().now().getTime() / (24 * HOUR_MS)) * 24 * HOUR_MS;
  const first = await desk.series.plan(
    desk.coordinator,
    need,
    desk.shiftForm({
      from: new Date(midnight + 49 * HOUR_MS),
      until: new Date(midnight + 52 * HOUR_MS),
      covered: ' Обед и дорога ',
      minAge: 16,
      point: HALL,
    }),
    { rule: 'FREQ=WEEKLY' },
  );
  const shifts = (await desk.shiftReads.ofNeed(desk.coordinator, need, undefined, 50, null, 'ru')).items;
  expect(shifts.length).toBeGreaterThan(3);
  for (const { covered, minAge, point } of shifts)
    expect([covered, minAge, point]).toEqual(['Обед и дорога', 16, HALL]);
  expect(await answerOf(desk.signUps.signUp(await someone(), first, { age: 15 }))).toBe(
    'form.invalid: age minor.too-young',
  );
  await desk.signUps.signUp(await someone(), first, { age: 16 });
  await desk.series.editLater(desk.coordinator, shifts[1]!.id, 1, { minAge: 18, point: null });
  const now = (await desk.shiftReads.ofNeed(desk.coordinator, need, undefined, 50, null, 'ru')).items;
  expect(now.slice(0, 3).map(({ minAge, point }) => [minAge, point])).toEqual([
    [16, HALL],
    [18, null],
    [18, null],
  ]);
  expect(await answerOf(desk.signUps.signUp(await someone(), shifts[2]!.id, { age: 17 }))).toBe(
    'form.invalid: age minor.adults-only',
  );
});

test('work without an hour: in nobody’s way, reminded before its moment, done by their word, confirmed; what nobody did is given back', async () => {
  const need = await desk.openTime('10');
  const until = new Date(clock().now().getTime() + 96 * HOUR_MS);
  const task = await desk.plan(need, { until, minutes: 60, capacity: 3 });
  const [one, two] = [await someone(), await someone()];
  const shift = await desk.plan(await desk.openTime(), { from: new Date(until.getTime() - 2 * HOUR_MS) });
  const [a, b] = [await desk.signUps.signUp(one, task), await desk.signUps.signUp(two, task)];
  await desk.signUps.signUp(one, shift); // at the same hour
  expect(await desk.needOf(need)).toMatchObject({ reserved: 120 });
  expect(await desk.shiftReads.byId(one, task, 'ru')).toMatchObject({
    anyTime: true,
    until,
    minutes: 60,
    signUp: { can: ['cancel', 'done'], checkInFrom: null },
  });
  expect((await desk.calendars.ofSignUp(one, a, 'ru')).split('\r\n')).toContain('TRANSP:TRANSPARENT');
  expect(await answerOf(desk.attendance.checkIn(one, a, await desk.codeOf(task)))).toBe('sign-up.not-in-window');
  expect(await answerOf(desk.word.done(two, a))).toBe('sign-up.not-found');
  expect(await answerOf(desk.word.done(one, a, 900))).toBe('form.invalid: minutes form.too-large');
  await desk.word.done(one, a);
  await desk.word.done(one, a, 75); // said anew
  await desk.word.done(one, a, 75);
  expect(await desk.signUp(a)).toMatchObject({ status: 'checked_in', checkedInBy: 'word', stayed: 75 });
  const shown = await desk.shiftReads.byId(desk.coordinator, task, 'ru');
  expect(shown).toMatchObject({ state: 'confirm', checkedIn: 1, asPlanned: 0 });

  const before = (await desk.source.query('SELECT count(*)::int AS n FROM mails'))[0].n as number;
  const told = async (): Promise<string[]> =>
    (
      (await desk.source.query('SELECT template, person_id FROM mails ORDER BY created_at, id OFFSET $1', [
        before,
      ])) as {
        template: string;
        person_id: string;
      }[]
    ).flatMap(({ template, person_id }) => (person_id === two.personId ? [template] : []));
  clock().forward(73 * HOUR_MS);
  await desk.mails.remind();
  await desk.mails.remind();
  expect(await told()).toEqual(['shift.task-day']);
  await desk.attendance.confirm(desk.coordinator, a, { minutes: 75 });
  expect(await desk.needOf(need)).toMatchObject({ received: 75, reserved: 60 });
  clock().forward(24 * HOUR_MS);
  await desk.mails.remind();
  expect(await told()).toEqual(['shift.task-day', 'shift.task-due']);
  expect((await desk.ownShifts.mine(two, false, 10, null, 'ru')).items.map(({ id, can }) => [id, can])).toEqual([
    [b, ['done']],
  ]);
  await desk.clockJob.tick();
  expect(await desk.signUp(b)).toMatchObject({ status: 'signed_up' });
  clock().forward(48 * HOUR_MS);
  expect(await answerOf(desk.word.done(two, b))).toBe('sign-up.not-now');
  await desk.clockJob.tick();
  expect(await desk.signUp(b)).toMatchObject({ status: 'cancelled', endedReason: 'not-done' });
  expect(await desk.needOf(need)).toMatchObject({ received: 75, reserved: 0 });
});

test('who comes late says so once, and the organization hears by how much', async () => {
  await desk.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES (gen_random_uuid(), $1, 'coordinator', 'organization', $2)`,
    [desk.coordinator.personId, desk.organization],
  );
  const shift = await desk.plan(await desk.openTime());
  const volunteer = await someone();
  const id = await desk.signUps.signUp(volunteer, shift);
  expect(await answerOf(desk.word.late(volunteer, id, 20))).toBe('sign-up.not-now');
  expect((await desk.shiftReads.byId(volunteer, shift, 'ru')).ticketQr?.payload).toContain(`#sign-up=${id}`);
  clock().forward(47 * HOUR_MS);
  expect(await answerOf(desk.word.late(desk.coordinator, id, 20))).toBe('sign-up.not-yours');
  await desk.tell();
  await desk.word.late(volunteer, id, 20);
  await desk.word.late(volunteer, id, 40); // once
  expect(await desk.tell()).toMatchObject([
    { template: 'shift.coming-late-organization', personId: desk.coordinator.personId },
  ]);
  expect(await desk.shiftReads.signUp(desk.coordinator, id, 'ru')).toMatchObject({ number: 1, lateMinutes: 20 });
});
