import { periodAround, periodNamed } from './periods.js';

test.each([
  ['2026-11-24', 'month', '2026-11-01', '2026-11-30'],
  ['2028-02-10', 'month', '2028-02-01', '2028-02-29'],
  ['2026-12-01', 'quarter', '2026-10-01', '2026-12-31'],
  ['2026-03-31', 'quarter', '2026-01-01', '2026-03-31'],
  ['2026-01-01', 'year', '2026-01-01', '2026-12-31'],
] as const)('%s lies in the %s from %s to %s, which is known by its days again', (today, name, from, to) => {
  expect(periodAround(today, name)).toEqual({ from, to });
  expect(periodNamed({ from, to }, today)).toBe(name);
});

test('days of one’s own have no name', () => {
  expect(periodNamed({ from: '2026-11-02', to: '2026-11-30' }, '2026-11-24')).toBeNull();
});
