import type { Actor } from '#identity';
import { DAY_MS, HOUR_MS, SetClock } from '#kernel';
import type { RepeatForm, ShiftForm } from '#volunteering';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
beforeAll(async () => {
  desk = await openShifts('2026-03-10T05:00:00Z'); // a Tuesday, two in the afternoon in Yakutsk
});
afterEach(async () => expect(await desk.alarms()).toEqual([]));
afterAll(() => desk.db.drop());

interface Row {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
}

/** All shifts of the need, by the day that they stand for. */
const rows = (need: string): Promise<Row[]> =>
  desk.source.query(
    `SELECT id, version, status, coalesce(series_day::text, '-') AS day, starts_at AS "startsAt", ends_at AS "endsAt", capacity
     FROM shifts WHERE need_id = $1 ORDER BY series_day, starts_at`,
    [need],
  );
const seriesOf = async (
  need: string,
): Promise<{ nextOn: string | null; waits: string | null; over: boolean; starts: string; capacity: number }> => {
  const [row] = await desk.source.query(
    `SELECT next_on::text AS "nextOn", waits, ended_at IS NOT NULL AS over, starts, capacity FROM shift_series WHERE need_id = $1`,
    [need],
  );
  return row;
};
/** On the coming Thursday at ten, on the clock of the place, and every week. */
const thursday = (changes: Partial<ShiftForm> = {}): ShiftForm => {
  const midnight = Math.floor(desk.clock.now().getTime() / DAY_MS) * DAY_MS;
  const ahead = (11 - new Date(midnight).getUTCDay()) % 7 || 7;
  const from = new Date(midnight + ahead * DAY_MS + HOUR_MS);
  return desk.shiftForm({ from, until: new Date(from.getTime() + 3 * HOUR_MS), ...changes });
};
const weekly = (
  need: string,
  changes: Partial<ShiftForm> = {},
  repeat: Partial<RepeatForm> = {},
  who: Actor = desk.coordinator,
): Promise<string> => desk.series.plan(who, need, thursday(changes), { rule: 'FREQ=WEEKLY;BYDAY=TH', ...repeat });
const longNeed = (hours: string): Promise<string> =>
  desk.openTime(hours, { deadline: new Date(desk.clock.now().getTime() + 85 * DAY_MS) });
const forward = (days: number): void => (desk.clock as SetClock).forward(days * DAY_MS);

test('shifts come again in the time of the place, eight weeks ahead, and the job makes each once', async () => {
  const need = await longNeed('60');
  const first = await weekly(
    need,
    {},
    { except: [new Date(thursday().from!.getTime() + 7 * DAY_MS).toISOString().slice(0, 10)] },
  );
  const made = await rows(need);
  expect(made).toHaveLength(7);
  expect(made[0]!.id).toBe(first);
  expect(new Set(made.map(({ startsAt }) => startsAt.toISOString().slice(10)))).toEqual(new Set(['T01:00:00.000Z']));
  expect((made[1]!.startsAt.getTime() - made[0]!.startsAt.getTime()) / DAY_MS).toBe(14);
  expect((await desk.shiftReads.byId(null, made[1]!.id, 'en')).series).toEqual({
    id: expect.any(String),
    rule: 'FREQ=WEEKLY;BYDAY=TH',
    lastOn: null,
    day: made[1]!.day,
    apart: false,
    goesOn: true,
    waits: null,
  });
  expect(await desk.series.tick()).toBe(0);
  forward(7);
  expect(await Promise.all([desk.series.tick(), desk.series.tick(), desk.series.tick()])).toEqual(
    expect.arrayContaining([1, 0, 0]),
  );
  expect(await rows(need)).toHaveLength(8);
  forward(80); // past the deadline: nobody makes shifts of days that were missed
  await desk.series.tick();
  expect(await rows(need)).toHaveLength(8);
  expect((await seriesOf(need)).waits).toBe('deadline');
});

test('together never more than the need requires: the next ones wait until there is room', async () => {
  const need = await longNeed('10'); // three shifts of three hours, and one hour
  await weekly(need);
  expect(await rows(need)).toHaveLength(3);
  expect(await seriesOf(need)).toMatchObject({ waits: 'room', over: false });
  expect(await answerOf(desk.plan(need, { capacity: 1 }))).toBe('shift.more-than-needed');
  const [, second] = await rows(need);
  await desk.shifts.cancel(desk.coordinator, second!.id, null);
  (desk.clock as SetClock).forward(2 * HOUR_MS);
  expect(await desk.series.tick()).toBe(1);
  const all = await rows(need);
  expect(all.map(({ status }) => status)).toEqual(['planned', 'cancelled', 'planned', 'planned']); // what was cancelled is an exception, and made no second time
  expect(await answerOf(weekly(await longNeed('2')))).toBe('shift.more-than-needed');
});

test('one is changed alone; all later ones together, with who is in them; those changed alone stay as they are', async () => {
  const need = await longNeed('60');
  const first = await weekly(need, { capacity: 2 });
  const before = await rows(need);
  const [, second, third, fourth] = before;
  const { coordinator, series, shifts } = desk;
  await shifts.edit(coordinator, third!.id, 1, {
    from: new Date(third!.startsAt.getTime() + HOUR_MS),
    until: new Date(third!.endsAt.getTime() + HOUR_MS),
  });
  const person = await desk.people.person('Доброволец');
  const signUp = await desk.signUps.signUp(person, fourth!.id);
  expect(await answerOf(series.editLater(coordinator, second!.id, 7, { capacity: 3 }))).toBe('shift.stale');
  expect(await answerOf(series.editLater(person, second!.id, 1, { capacity: 3 }))).toBe('shift.not-yours');
  expect(
    await answerOf(
      series.editLater(coordinator, second!.id, 1, {
        from: new Date(second!.startsAt.getTime() + DAY_MS),
        until: new Date(second!.endsAt.getTime() + DAY_MS),
      }),
    ),
  ).toBe('form.invalid: from series.another-day');
  await series.editLater(coordinator, second!.id, 1, {
    from: new Date(second!.startsAt.getTime() + 2 * HOUR_MS),
    until: new Date(second!.endsAt.getTime() + HOUR_MS),
    capacity: 3,
  });
  const after = await rows(need);
  expect(
    after.map(({ startsAt }, at) => (startsAt.getTime() - before[at]!.startsAt.getTime()) / HOUR_MS).slice(0, 5),
  ).toEqual([0, 2, 1, 2, 2]);
  expect(after.map(({ capacity }) => capacity).slice(0, 5)).toEqual([2, 3, 2, 3, 3]);
  expect(await seriesOf(need)).toMatchObject({ starts: '12:00', capacity: 3 });
  expect((await desk.signUp(signUp)).startsAt).toEqual(after[3]!.startsAt);
  expect(await desk.offerOf(signUp)).toMatchObject({ reserved: 120 });
  expect((await desk.shiftReads.byId(null, third!.id, 'en')).series).toMatchObject({ apart: true });
  expect((await desk.shiftReads.byId(null, first, 'en')).version).toBe(1);
  expect(await answerOf(series.editLater(coordinator, await desk.plan(need), 1, { capacity: 2 }))).toBe('series.none');
  // What does not fit into the need changes none of them.
  expect(await answerOf(series.editLater(coordinator, second!.id, 2, { capacity: 9 }))).toBe('shift.more-than-needed');
  expect((await rows(need)).map(({ capacity }) => capacity).slice(0, 5)).toEqual([2, 3, 2, 3, 3]);
  forward(7);
  await series.tick();
  expect((await rows(need)).filter(({ day }) => day !== '-').at(-1)).toMatchObject({ capacity: 3 });
});

test('stopped from one on: those are cancelled, who was in them is free and hears, and no more are made', async () => {
  const need = await longNeed('60');
  await weekly(need);
  const [first, second, third] = await rows(need);
  const person = await desk.people.person('Доброволец');
  const signUp = await desk.signUps.signUp(person, third!.id);
  await desk.tell();
  await desk.series.cancelLater(desk.coordinator, second!.id, 'Склад закрыли');
  await desk.series.cancelLater(desk.coordinator, second!.id, 'Склад закрыли');
  expect((await rows(need)).map(({ status }) => status).slice(0, 4)).toEqual([
    'planned',
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
  expect(await desk.signUp(signUp)).toMatchObject({ status: 'cancelled', endedReason: 'shift-cancelled' });
  expect((await desk.tell()).filter(({ personId }) => personId === person.personId)).toMatchObject([
    { template: 'shift.cancelled' },
  ]);
  expect((await desk.shiftReads.byId(null, first!.id, 'en')).series).toMatchObject({ goesOn: false });
  const count = (await rows(need)).length;
  forward(14);
  await desk.series.tick();
  expect(await rows(need)).toHaveLength(count);
});

test('not where somebody’s hours count already; and a need that was taken back ends its series', async () => {
  const need = await longNeed('60');
  const first = await weekly(need);
  const person = await desk.people.person('Доброволец');
  const signUp = await desk.signUps.signUp(person, first);
  (desk.clock as SetClock).forward((await desk.signUp(signUp)).startsAt.getTime() - desk.clock.now().getTime());
  await desk.attendance.checkIn(desk.coordinator, signUp);
  expect(await answerOf(desk.series.cancelLater(desk.coordinator, first, null))).toBe('shift.hours-counted');
  expect((await rows(need)).filter(({ status }) => status === 'cancelled')).toEqual([]);
  await desk.attendance.confirm(desk.coordinator, signUp);
  const other = await longNeed('60');
  await weekly(other);
  await desk.run((tx) => desk.needs.withdraw(tx, desk.coordinator, other));
  await desk.followAll();
  expect(await seriesOf(other)).toMatchObject({ over: true });
  expect((await rows(other)).every(({ status }) => status === 'cancelled')).toBe(true);
});
