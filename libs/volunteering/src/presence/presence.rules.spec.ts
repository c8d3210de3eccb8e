import { arrivedAt, isThere, leavingCounts, minutesStayed, momentSaid, type CheckedInBy } from './presence.rules.js';
import type { Point } from './point.js';

const at = (text: string): Date => new Date(`2026-12-05T${text}Z`);
const SHIFT = { startsAt: at('10:00:00'), endsAt: at('13:00:00') };
const HALL: Point = { lat: 50.2907, lon: 127.5272 };

test.each<[what: string, point: Point | null, lat: number, lon: number, accuracy: number, answer: string]>([
  ['at the door', HALL, 50.2907, 127.5272, 10, 'there'],
  ['in the next street', HALL, 50.293, 127.5272, 10, 'there'], // 256 m
  ['two streets on', HALL, 50.2945, 127.5272, 10, 'elsewhere'], // 423 m
  ['two streets on, by a phone that is not sure', HALL, 50.2945, 127.5272, 150, 'there'],
  ['a phone that knows nothing', HALL, 50.2907, 127.5272, 501, 'inexact'],
  ['a phone that says no number', HALL, 50.2907, 127.5272, Number.NaN, 'inexact'],
  ['where nobody said the place', null, 50.2907, 127.5272, 10, 'elsewhere'],
  ['in another town', HALL, 53.7343, 127.2653, 10, 'elsewhere'],
])('%s: %s', (_what, point, lat, lon, accuracy, answer) => {
  expect(isThere(point, { lat, lon, accuracy })).toBe(answer);
});

test.each<[said: string | undefined, moment: string | null]>([
  [undefined, '12:00:00'],
  ['10:04:00', '10:04:00'],
  ['12:00:00', '12:00:00'],
  ['12:09:59', '12:00:00'], // the phone is ahead
  ['12:10:01', null],
])('at twelve a device says %s: %s', (said, moment) => {
  expect(momentSaid(said === undefined ? undefined : at(said), at('12:00:00'))).toEqual(moment && at(moment));
});

test.each<[by: CheckedInBy, checkedIn: string, from: string]>([
  ['code', '09:40:00', '10:00:00'], // the volunteer who comes early waits
  ['code', '10:25:00', '10:25:00'],
  ['location', '10:25:00', '10:25:00'],
  ['code', '13:05:00', '10:00:00'], // remembered when it was over
  ['organization', '12:50:00', '10:00:00'], // the list was entered at the end
])('checked in by %s at %s, there from %s', (checkedInBy, checkedInAt, from) => {
  expect(arrivedAt(SHIFT, { checkedInBy, checkedInAt: at(checkedInAt) })).toEqual(at(from));
});

test.each<[arrived: string, left: string, minutes: number | null]>([
  ['10:00:00', '13:00:00', 180],
  ['10:08:00', '13:00:00', 180], // nearly as long is as long
  ['10:00:00', '13:10:00', 180],
  ['10:00:00', '13:11:00', 191],
  ['10:11:00', '13:00:00', 169],
  ['10:00:00', '11:15:00', 75],
  ['10:00:00', '10:00:20', null],
  ['10:30:00', '10:10:00', null],
])('from %s to %s: %s', (arrived, left, minutes) => {
  expect(minutesStayed(SHIFT, at(arrived), at(left))).toBe(minutes);
});

test('nobody has left before it begins, or half a day after it; said for a week', () => {
  expect(minutesStayed(SHIFT, at('10:00:00'), new Date('2026-12-06T01:01:00Z'))).toBeNull();
  const said = ['2026-12-05T10:00:00Z', '2026-12-05T10:00:01Z', '2026-12-12T12:59:59Z', '2026-12-12T13:00:00Z'];
  expect(said.map((now) => leavingCounts(SHIFT, new Date(now)))).toEqual([false, true, true, false]);
});
