import { firstDayOf, type Period } from './period.rules.js';

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
