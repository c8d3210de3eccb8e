import { daysOfMonth, firstDayOf, monthBefore, type Period } from './period.rules.js';

test.each<[Period, string, string | null]>([
  ['all', '2026-11-24', null],
  ['year', '2026-11-24', '2026-01-01'],
  ['year', '2026-01-01', '2026-01-01'],
  ['quarter', '2026-11-24', '2026-10-01'],
  ['quarter', '2026-01-31', '2026-01-01'],
  ['quarter', '2026-03-31', '2026-01-01'],
  ['quarter', '2026-04-01', '2026-04-01'],
  ['quarter', '2026-09-30', '2026-07-01'],
  ['quarter', '2026-12-31', '2026-10-01'],
  ['month', '2026-11-24', '2026-11-01'],
  ['month', '2028-02-29', '2028-02-01'],
])('%s of %s begins on %s', (period, today, first) => {
  expect(firstDayOf(period, today)).toBe(first);
});

test.each([
  ['2026-10', { from: '2026-10-01', to: '2026-10-31', whole: true }],
  ['2026-11', { from: '2026-11-01', to: '2026-11-24', whole: false }],
  ['2024-02', { from: '2024-02-01', to: '2024-02-29', whole: true }],
  ['2026-12', null],
  ['2019-12', null],
  ['2026-13', null],
  ['2026-00', null],
  ['2026-1', null],
  ['2026-11-01', null],
])('on 24 November %s has the days %p', (month, days) => {
  expect(daysOfMonth(month, '2026-11-24')).toEqual(days);
});

test('a month is whole on the day after its last', () => {
  expect(daysOfMonth('2026-11', '2026-11-30')?.whole).toBe(false);
  expect(daysOfMonth('2026-11', '2026-12-01')).toEqual({ from: '2026-11-01', to: '2026-11-30', whole: true });
});

test.each([
  ['2026-11', '2026-10'],
  ['2026-01', '2025-12'],
])('before %s is %s', (month, before) => {
  expect(monthBefore(month)).toBe(before);
});
