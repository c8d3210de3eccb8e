import { isAnyTime, keptTimes, timesUntil } from './any-time.rules.js';

const at = (text: string): Date => new Date(`2026-${text}:00Z`);

test.each([
  ['12-12T20:00', 90, '12-12T18:30'],
  ['12-12T00:15', 30, '12-11T23:45'],
])('until %s, %i minutes are begun by %s', (until, minutes, from) => {
  expect(timesUntil(at(until), minutes)).toEqual({ startsAt: at(from), endsAt: at(until) });
});

test('a sign-up keeps the hours of a shift, and of work without an hour the moment by which it is done', () => {
  const times = { startsAt: at('12-12T18:30'), endsAt: at('12-12T20:00') };
  const [hours, moment] = [keptTimes({ ...times, anyTime: false }), keptTimes({ ...times, anyTime: true })];
  expect(hours).toEqual(times);
  expect(moment).toEqual({ startsAt: times.endsAt, endsAt: times.endsAt });
  expect([isAnyTime(hours), isAnyTime(moment)]).toEqual([false, true]);
});
