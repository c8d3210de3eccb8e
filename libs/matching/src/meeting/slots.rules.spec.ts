import type { HandOverPoint, OpeningHours } from '#organizations';
import {
  firstTime,
  isNamed,
  meetingSlots,
  pointsFor,
  slotsWithYes,
  suggestedSlots,
  type Promised,
} from './slots.rules.js';

const now = new Date('2026-11-24T03:00:00Z'); // Tuesday noon in Blagoveshchensk
const later = new Date('2026-12-24T03:00:00Z');
const point = (hours: readonly OpeningHours[]): HandOverPoint => ({
  name: 'Пункт',
  address: 'Театральная, 1',
  hours,
  public: false,
});
const named = (...hours: string[]) => ({
  brings: false,
  windows: hours.map((hour) => ({ from: `2026-11-26T${hour}:00:00Z`, until: `2026-11-26T${hour}:59:00Z` })),
});
const said = (points: readonly HandOverPoint[], until = later, promised?: Promised): string[] =>
  suggestedSlots(points, 'Asia/Yakutsk', now, until, promised).map(
    (slot) => `${slot.from.toISOString().slice(5, 16)}–${slot.until.toISOString().slice(11, 16)}`,
  );

test('the last hour of a day, then the first, in the time of the place, from tomorrow on', () => {
  expect(said([point([{ days: [1, 2, 3, 4, 5], from: '09:00', until: '19:30' }])])).toEqual([
    '11-25T09:30–10:30',
    '11-25T00:00–01:00',
    '11-26T09:30–10:30',
    '11-26T00:00–01:00',
    '11-27T09:30–10:30',
    '11-27T00:00–01:00',
  ]);
});

test.each<[string, OpeningHours, string[]]>([
  ['open for half an hour', { days: [4], from: '12:00', until: '12:30' }, ['11-26T03:00–03:30', '12-03T03:00–03:30']],
  [
    'open for an hour and a half',
    { days: [4], from: '12:00', until: '13:30' },
    ['11-26T03:30–04:30', '12-03T03:30–04:30'],
  ],
  ['just after midnight', { days: [4], from: '00:00', until: '00:30' }, ['11-25T15:00–15:30', '12-02T15:00–15:30']],
  ['on Saturday', { days: [6], from: '10:00', until: '15:00' }, ['11-28T05:00–06:00', '11-28T01:00–02:00']],
])('%s', (_name, hours, expected) => expect(said([point([hours])])).toEqual(expected));

test('never after the deadline, nothing without hours, and the same hour of two points once', () => {
  expect(said([point([{ days: [6], from: '10:00', until: '15:00' }])], new Date('2026-11-28T05:00:00Z'))).toEqual([
    '11-28T01:00–02:00',
  ]);
  expect(said([point([])])).toEqual([]);
  const same = point([{ days: [6], from: '10:00', until: '11:00' }]);
  expect(said([same, same])).toEqual(['11-28T01:00–02:00']);
});

test.each<[string, number, string[]]>([
  ['three hours', 180, ['11-28T03:00–06:00']],
  ['two hours', 120, ['11-28T04:00–06:00', '11-28T01:00–03:00']],
  ['half an hour', 30, ['11-28T05:30–06:00', '11-28T01:00–01:30']],
  ['more than the point is open: all of it', 600, ['11-28T01:00–06:00']],
  ['more than a meeting may last', 100_000, ['11-28T01:00–06:00']],
])('a promise of time lasts as long as it is, within the opening hours: %s', (_name, amount, expected) => {
  const saturday = point([{ days: [6], from: '10:00', until: '15:00' }]);
  const week = new Date('2026-11-30T00:00:00Z');
  expect(said([saturday], week, { kind: 'time', amount })).toEqual(expected);
});

test('a promise of time is kept at no point for things; where is still to be said', () => {
  const saturday = point([{ days: [6], from: '10:00', until: '15:00' }]);
  const time = { kind: 'time', amount: 180 };
  expect(meetingSlots(null, [saturday], 'Asia/Yakutsk', now, later, time)[0]).toMatchObject({
    where: 'open',
    place: null,
  });
  expect([pointsFor('time', [saturday]), pointsFor('goods', [saturday])]).toEqual([[], [saturday]]);
});

test.each<[string, readonly HandOverPoint[], Promised, string]>([
  [
    'the first that is suggested',
    [point([{ days: [6], from: '10:00', until: '15:00' }])],
    { kind: 'goods', amount: 5 },
    '11-28T05:00–06:00 point Пункт, Театральная, 1',
  ],
  [
    'no opening hours: an hour of the evening, at the point',
    [point([])],
    { kind: 'goods', amount: 5 },
    '11-26T09:00–10:00 point Пункт, Театральная, 1',
  ],
  ['three hours without a point end by eight', [], { kind: 'time', amount: 180 }, '11-26T08:00–11:00 open null'],
  ['a whole day begins in the morning', [point([])], { kind: 'time', amount: 5_000 }, '11-26T00:00–14:00 open null'],
])('a form for another time begins with %s', (_name, points, promised, expected) => {
  const slots = meetingSlots(null, points, 'Asia/Yakutsk', now, later, promised);
  const { from, until, where, place } = firstTime(slots, points, 'Asia/Yakutsk', now, promised);
  expect(`${from.toISOString().slice(5, 16)}–${until.toISOString().slice(11, 16)} ${where} ${place}`).toBe(expected);
});

test('where nothing is left until the deadline the form begins within the opening hours all the same', () => {
  const daily = [point([{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '18:00' }])];
  const { from, until } = firstTime([], daily, 'Asia/Yakutsk', now, { kind: 'time', amount: 180 });
  expect([from.toISOString(), until.toISOString()]).toEqual(['2026-11-25T06:00:00.000Z', '2026-11-25T09:00:00.000Z']);
});

test.each<[string, Partial<Parameters<typeof slotsWithYes>[0]>, number]>([
  ['three of the point at most', {}, 3],
  ['no more than the need runs', { deadline: new Date('2026-11-25T06:00:00Z') }, 1],
  ['none before the giver has said yes', { status: 'proposed' }, 0],
  ['none for money', { kind: 'money' }, 0],
  ['all that the giver has named', { pickUp: named('05', '06', '07', '08') }, 4],
])('with a yes goes an hour: %s', (_name, said, expected) => {
  const daily = point([{ days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' }]);
  const answer = { status: 'held' as const, kind: 'goods', amount: 2, pickUp: null, deadline: later, ...said };
  expect(slotsWithYes(answer, [daily], 'Asia/Yakutsk', now)).toHaveLength(expected);
});

const open = point([{ days: [6], from: '10:00', until: '11:00' }]);
test.each<[string, Parameters<typeof meetingSlots>[0], string[]]>([
  ['nothing said: hours of the point', null, ['11-28T01:00 Пункт, Театральная, 1']],
  ['times of the giver alone', named('09', '10'), ['11-26T09:00 null', '11-26T10:00 null']],
  [
    'both where it is brought too',
    { ...named('09'), brings: true },
    ['11-26T09:00 null', '11-28T01:00 Пункт, Театральная, 1'],
  ],
  [
    'all of them have passed',
    { brings: false, windows: [{ from: '2026-11-01T09:00:00Z', until: '2026-11-01T10:00:00Z' }] },
    ['11-28T01:00 Пункт, Театральная, 1'],
  ],
])('%s', (_name, pickUp, expected) =>
  expect(
    meetingSlots(pickUp, [open], 'Asia/Yakutsk', now, new Date('2026-11-29T00:00:00Z')).map(
      ({ from, place }) => `${from.toISOString().slice(5, 16)} ${place}`,
    ),
  ).toEqual(expected),
);

test('a time within those that the giver named needs no second word of theirs', () => {
  const at = (from: string, until: string) => ({
    from: new Date(`2026-11-26T${from}:00Z`),
    until: new Date(`2026-11-26T${until}:00Z`),
  });
  expect(isNamed(named('09'), at('09:10', '09:40'), now)).toBe(true);
  expect(isNamed(named('09'), at('09:30', '10:30'), now)).toBe(false);
  expect(isNamed(null, at('09:10', '09:40'), now)).toBe(false);
});
