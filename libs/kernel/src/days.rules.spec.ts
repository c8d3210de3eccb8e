import { dayAt, daysLater, isDay } from './days.rules.js';

test.each([
  ['2026-12-05', true],
  ['2026-12-31', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['0000-01-01', false],
  ['9999-01-01', false],
  ['2026-1-5', false],
  ['2026-2-3', false],
  ['2026-12-05T00:00:00Z', false],
  ['today', false],
  ['', false],
])('%s is a day: %s', (text, fine) => {
  expect(isDay(text)).toBe(fine);
});

test('each place has its own day', () => {
  expect(dayAt('Asia/Yakutsk', new Date('2026-11-29T14:59:59Z'))).toBe('2026-11-29');
  expect(dayAt('Asia/Yakutsk', new Date('2026-11-29T15:00:00Z'))).toBe('2026-11-30');
  expect(dayAt('America/Anchorage', new Date('2026-11-29T08:59:59Z'))).toBe('2026-11-28');
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-11-24', -366, '2025-11-23'],
])('%s and %s days are %s', (day, days, then) => {
  expect(daysLater(day, days)).toBe(then);
});
