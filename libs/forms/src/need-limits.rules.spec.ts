import { checkTimes, checkWords } from './need-form.rules.js';
import { deadlineOfImport, NEED_LIMITS, SMALLEST_PUBLIC_COUNT } from './need-limits.rules.js';

test('a need of a file that names no deadline is taken, and outlives its time of being fresh', () => {
  const at = new Date('2026-11-30T12:00:00Z');
  const deadline = deadlineOfImport(at);
  expect(deadline).toEqual(new Date('2027-01-30T12:00:00Z'));
  expect(deadline.getTime() - at.getTime()).toBeGreaterThan(NEED_LIMITS.freshForMs);
  expect(checkTimes({ deadline }, at)).toEqual([]);
});

const now = new Date('2026-03-01T00:00:00Z');
test.each<[string, number, string[]]>([
  ['in a millisecond', 1, []],
  ['now', 0, ['need.deadline-in-past']],
  ['in two years', NEED_LIMITS.deadlineWithinMs, []],
  ['in two years and a millisecond', NEED_LIMITS.deadlineWithinMs + 1, ['need.deadline-too-far']],
])('a deadline %s', (_, ms, codes) => {
  expect(checkTimes({ deadline: new Date(now.getTime() + ms) }, now).map(({ code }) => code)).toEqual(codes);
});

test.each<[string, number, number, string[]]>([
  ['the shortest', 5, 10, []],
  ['one letter too short', 4, 9, ['title form.too-short', 'description form.too-short']],
  ['the longest', 140, 5000, []],
  ['one letter too long', 141, 5001, ['title form.too-long', 'description form.too-long']],
])('words, %s', (_, title, description, faults) => {
  expect(
    checkWords({ title: 'т'.repeat(title), description: 'д'.repeat(description) }).map(
      ({ field, code }) => `${field} ${code}`,
    ),
  ).toEqual(faults);
});

test('no count below five is shown of a private category', () => {
  expect(SMALLEST_PUBLIC_COUNT).toBe(5);
});
