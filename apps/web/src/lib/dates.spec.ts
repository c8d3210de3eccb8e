import { day, dayTime, endOfDay, instantIn, timeOf, zoneName } from './dates.js';
import { setSurroundings } from './surroundings.js';

beforeAll(() =>
  setSurroundings(() => ({ locale: 'ru', path: '/', origin: 'https://lepta.example', send: () => Promise.reject() })),
);
afterAll(() => setSurroundings(() => undefined));

test.each([
  ['2026-11-24', '10:00', 'Asia/Yakutsk', 0, '2026-11-24T01:00:00.000Z'],
  ['2026-11-30', '03:00', 'Asia/Yakutsk', 1, '2026-11-30T18:00:00.000Z'],
  ['2026-03-29', '01:30', 'Europe/Berlin', 0, '2026-03-29T00:30:00.000Z'], // half an hour before the clock goes forward
  ['2026-03-29', '03:30', 'Europe/Berlin', 0, '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '01:30', 'Europe/Berlin', 0, '2026-10-24T23:30:00.000Z'], // before it goes back
  ['2026-10-25', '04:00', 'Europe/Berlin', 0, '2026-10-25T03:00:00.000Z'],
  ['2026-11-24', '10:00', 'America/New_York', 0, '2026-11-24T15:00:00.000Z'],
  ['no day', '10:00', 'Asia/Yakutsk', 0, ''],
])('%s %s in %s, %i days later, is %s', (date, time, timeZone, later, instant) => {
  expect(instantIn(date, time, timeZone, later)).toBe(instant);
});

test('a day ends with its last minute on the clock of the place, whose zone can be named', () => {
  expect(endOfDay('2026-12-31', 'Asia/Yakutsk')).toBe('2026-12-31T14:59:00.000Z');
  expect(zoneName('Asia/Yakutsk', '2026-12-31T00:00:00Z')).toBe('UTC+9');
});

test.each([
  ['Asia/Yakutsk', '1\u00a0января\u00a02030', '1\u00a0января\u00a02030, 00:30', '00:30'],
  ['America/New_York', '31\u00a0декабря\u00a02029', '31\u00a0декабря\u00a02029, 10:30', '10:30'],
])('an instant is told on the clock of %s', (zone, date, moment, time) => {
  const iso = '2029-12-31T15:30:00Z';
  expect([day(iso, zone), dayTime(iso, zone), timeOf(iso, zone)]).toEqual([date, moment, time]);
});

test('a day of the calendar is that day in every zone', () => {
  for (const zone of ['America/New_York', 'Asia/Yakutsk', undefined])
    expect(day('2029-12-10', zone)).toBe('10\u00a0декабря\u00a02029');
});
