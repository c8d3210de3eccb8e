import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
/** Shifts of one need: on a Thursday morning, on a Friday evening, on a Saturday from home, and one in two weeks that was cancelled. */
let shifts: Record<'morning' | 'evening' | 'home' | 'cancelled', string>;
/** The clock of Yakutsk, nine hours ahead of UTC. */
const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 2, day, hour - 9));

beforeAll(async () => {
  desk = await openShifts('2026-03-10T05:00:00Z'); // a Tuesday
  const need = await desk.openTime('60', { place: 'zeya' });
  const plan = (day: number, from: number, changes = {}) =>
    desk.plan(need, { from: at(day, from), until: at(day, from + 2), capacity: 2, ...changes });
  shifts = {
    morning: await plan(12, 10),
    evening: await plan(13, 18, { place: 'tyndinsky' }),
    home: await plan(14, 11, { remote: true }),
    cancelled: await plan(20, 11),
  };
  await desk.shifts.cancel(desk.coordinator, shifts.cancelled, null);
  await desk.signUps.signUp(await desk.people.person('Доброволец'), shifts.morning);
});
afterAll(() => desk.db.drop());

test.each<[what: string, filters: Parameters<Shifts['shiftReads']['upcoming']>[1], found: string]>([
  ['all', {}, 'morning evening home'],
  ['on a day of the region', { day: '2026-03-13' }, 'evening'],
  ['on a day without one', { day: '2026-03-15' }, ''],
  ['on weekends', { when: 'weekend' }, 'home'],
  ['in the evening', { when: 'evening' }, 'evening'],
  ['from home', { remote: true }, 'home'],
  ['near a place, and from home', { near: 'zeya', radiusKm: 20 }, 'morning home'],
  ['in a place on a day', { place: 'zeya', day: '2026-03-12' }, 'morning'],
])('%s: %#', async (_what, filters, found) => {
  const { items } = await desk.shiftReads.upcoming(null, filters, 20, null, 'ru');
  const names = items.map(({ id }) => Object.entries(shifts).find(([, one]) => one === id)?.[0]);
  expect(names.join(' ')).toBe(found);
});

test('pages of what was asked for join up; a day that is none is refused', async () => {
  const first = await desk.shiftReads.upcoming(null, { near: 'zeya', radiusKm: 20 }, 1, null, 'ru');
  const second = await desk.shiftReads.upcoming(null, { near: 'zeya', radiusKm: 20 }, 1, first.next, 'ru');
  expect([first.items[0]?.id, second.items[0]?.id, second.next]).toEqual([shifts.morning, shifts.home, null]);
  expect(await answerOf(desk.shiftReads.upcoming(null, { day: '2026-02-31' }, 20, null, 'ru'))).toBe(
    'form.invalid: day form.not-a-date',
  );
});

test('how many there are on each of the next fourteen days, and in which places', async () => {
  const { timeZone, days, places } = await desk.upcoming.counts({});
  expect(timeZone).toBe('Asia/Yakutsk');
  expect(days.map(({ day }) => day)).toEqual(
    Array.from({ length: 14 }, (_, ahead) => new Date(Date.UTC(2026, 2, 10 + ahead)).toISOString().slice(0, 10)),
  );
  expect(days.filter(({ shifts: some }) => some > 0)).toEqual([
    { day: '2026-03-12', shifts: 1 },
    { day: '2026-03-13', shifts: 1 },
    { day: '2026-03-14', shifts: 1 },
  ]);
  expect(places).toEqual([
    { place: 'tyndinsky', shifts: 1, capacity: 2, taken: 0 },
    { place: 'zeya', shifts: 1, capacity: 2, taken: 1 },
  ]);
  expect((await desk.upcoming.counts({ when: 'evening' })).places).toHaveLength(1);
});

test('a week of the organization has what begins in it, cancelled ones too, for its own people', async () => {
  const week = await desk.shiftReads.ofWeek(desk.coordinator, desk.organization, null, 'ru');
  expect([week.monday, week.items.map(({ id }) => id)]).toEqual([
    '2026-03-09',
    [shifts.morning, shifts.evening, shifts.home],
  ]);
  const next = await desk.shiftReads.ofWeek(desk.coordinator, desk.organization, '2026-03-22', 'ru');
  expect([next.monday, next.items.map(({ status }) => status)]).toEqual(['2026-03-16', ['cancelled']]);
  const stranger = await desk.people.person('Чужой');
  expect(await answerOf(desk.shiftReads.ofWeek(stranger, desk.organization, null, 'ru'))).toBe('shift.not-yours');
  expect(await answerOf(desk.shiftReads.ofWeek(desk.coordinator, desk.organization, 'soon', 'ru'))).toBe(
    'form.invalid: day form.not-a-date',
  );
});

test('a shift that is over is no longer among those of its need to which somebody can come', async () => {
  const need = await desk.openTime('60', { place: 'zeya' });
  const over = await desk.plan(need, { from: at(10, 10), until: at(10, 12) });
  const [first, next, last] = [
    await desk.plan(need, { from: at(10, 13), until: at(10, 15) }), // under way at 14 in the time of Yakutsk
    await desk.plan(need, { from: at(11, 10), until: at(11, 12) }),
    await desk.plan(need, { from: at(12, 10), until: at(12, 12) }),
  ];
  const cancelled = await desk.plan(need, { from: at(13, 10), until: at(13, 12) });
  await desk.shifts.cancel(desk.coordinator, cancelled, null);
  const listed = async (
    when: 'to-come' | 'past' | undefined,
    limit = 20,
    after: Parameters<Shifts['shiftReads']['ofNeed']>[4] = null,
  ) => {
    const { items, next: more } = await desk.shiftReads.ofNeed(null, need, when, limit, after, 'ru');
    return { ids: items.map(({ id }) => id), more };
  };
  expect((await listed('to-come')).ids).toEqual([first, next, last]);
  expect((await listed('past')).ids).toEqual([over]);
  const { items } = await desk.shiftReads.ofNeed(desk.coordinator, need, 'past', 20, null, 'ru');
  expect(items.map(({ id }) => id)).toEqual([cancelled, over]);
  expect((await listed(undefined)).ids).toEqual([over, first, next, last]);
  const page = await listed('to-come', 2);
  expect([page.ids, (await listed('to-come', 2, page.more)).ids]).toEqual([[first, next], [last]]);
});
