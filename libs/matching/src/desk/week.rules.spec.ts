import { weekOf } from './week.rules.js';

const week = (day: string | null, timeZone: string, now = '2026-11-29T16:00:00Z'): string[] => {
  const { monday, from, until } = weekOf(day, timeZone, new Date(now));
  return [monday, from.toISOString(), until.toISOString()];
};

test('the present week is that of the place: in Blagoveshchensk it is Monday while London has Sunday', () => {
  expect(week(null, 'Asia/Yakutsk')).toEqual(['2026-11-30', '2026-11-29T15:00:00.000Z', '2026-12-06T15:00:00.000Z']);
  expect(week(null, 'Europe/London')).toEqual(['2026-11-23', '2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z']);
});

test('any day names its week, also across a year and a change of clocks', () => {
  expect(week('2027-01-01', 'Asia/Yakutsk')[0]).toBe('2026-12-28');
  expect(week('2026-12-28', 'Asia/Yakutsk')[0]).toBe('2026-12-28');
  expect(week('2026-10-25', 'Europe/London')).toEqual([
    '2026-10-19',
    '2026-10-18T23:00:00.000Z',
    '2026-10-26T00:00:00.000Z',
  ]);
});
