import { backupDays } from './backup-days.rules.js';

const NOW = new Date('2026-11-24T03:00:00Z'); // the 24th, noon, in Yakutsk
const counts = (...at: string[]): number[] =>
  backupDays(
    at.map((one) => ({ at: one })),
    'Asia/Yakutsk',
    NOW,
  ).map(({ count }) => count);

test('fourteen days, the last of them today, in the days of the installation', () => {
  const days = backupDays(
    ['2026-11-23T16:00:00Z', '2026-11-01T03:00:00Z'].map((at) => ({ at })), // the first in the morning of the 24th there
    'Asia/Yakutsk',
    NOW,
  );
  expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 14 }, (_, at) => `2026-11-${String(11 + at)}`));
  expect(days.at(-1)).toEqual({ day: '2026-11-24', count: 1 });
});

test.each<[string, string[], number[]]>([
  ['none was ever noted: nothing is known, no day is listed', [], []],
  ['a day without one after the first that was noted is a day without one', ['2026-11-22T03:00:00Z'], [1, 0, 0]],
  [
    'several on one day are counted, days before the first are not listed',
    ['2026-11-24T02:00:00Z', '2026-11-24T01:00:00Z', '2026-11-23T01:00:00Z'],
    [1, 2],
  ],
])('%s', (_, at, last) => {
  expect(counts(...at)).toEqual(last);
});

test.each<[string, string]>([
  ['begins', '2026-03-29T22:30:00Z'], // 00:30 of the 30th in Berlin; 24 hours earlier is 23:30 of the 28th
  ['ends', '2026-10-25T22:30:00Z'], // 23:30 of the 25th; 24 hours earlier is 00:30 of the same day
])('where summer time %s each day stands there once', (_, now) => {
  const days = backupDays([{ at: '2026-01-01T12:00:00Z' }], 'Europe/Berlin', new Date(now)).map(({ day }) => day);
  expect(new Set(days).size).toBe(14);
  expect(days.map((day) => Date.parse(day)).every((at, of, all) => of === 0 || at - all[of - 1]! === 86_400_000)).toBe(
    true,
  );
});
