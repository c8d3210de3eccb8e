import { daysUntil, pastDeadline } from './days-until.js';

test.each([
  ['draft', false],
  ['in_review', false],
  ['returned', false],
  ['open', false],
  ['partly_met', false],
  ['expired', false],
  ['met', true],
  ['reported', true],
  ['closed', true],
  ['withdrawn', true],
])('whether nobody waits any more for the day of a need that is %s: %s', (status, past) => {
  expect(pastDeadline(status)).toBe(past);
});

test('days are counted on the calendar of the place', () => {
  const now = Date.parse('2026-12-01T14:30:00Z'); // 23:30 in Yakutsk
  expect(daysUntil('2026-12-01T15:30:00Z', 'Asia/Yakutsk', now)).toBe(1);
  expect(daysUntil('2026-12-01T15:30:00Z', 'UTC', now)).toBe(0);
  expect(daysUntil('2026-12-01T14:00:00Z', 'UTC', now)).toBe(-1);
});
