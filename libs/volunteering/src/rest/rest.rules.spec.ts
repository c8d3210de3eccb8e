import { leavesRest, minutesOnDayOf } from './rest.rules.js';

/** Hours from a midnight of UTC. */
const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 10) + Math.round(hours * 60) * 60_000);
const shift = (from: number, until: number) => ({ startsAt: at(from), endsAt: at(until) });

test.each<[what: string, others: [number, number][], own: [number, number], rests: boolean]>([
  ['nothing else', [], [0, 24], true],
  ['twelve hours in two parts', [[8, 14]], [14, 20], true],
  ['a minute more than twelve is too much', [[8, 14]], [14, 20.02], false],
  [
    'three of two organizations',
    [
      [0, 5],
      [6, 10],
    ],
    [11, 15],
    false,
  ],
  ['what ended a day before does not count', [[0, 12]], [24, 36], true],
  ['the end of a long one still counts', [[0, 13]], [24, 25], false],
  ['until it lies a day back', [[0, 13]], [25, 26], true],
  [
    'between two days of others',
    [
      [0, 8],
      [40, 48],
    ],
    [20, 28],
    true,
  ],
  ['a night between two long days', [[8, 18]], [28, 38], false],
  ['ten hours after ten with a night of fourteen', [[8, 18]], [32, 42], true],
  ['a long one alone, others far away', [[0, 2]], [100, 124], true],
])('%s', (_what, others, own, rests) => {
  const all = others.map(([from, until]) => shift(from, until));
  expect(leavesRest(all, shift(...own))).toBe(rests);
});

test('a day is that of the place', () => {
  // 15:00 of UTC is midnight in Yakutsk
  const others = [shift(13, 14), shift(16, 18), shift(20, 21)];
  expect(minutesOnDayOf(shift(22, 23), others, 'Asia/Yakutsk')).toBe(180);
  expect(minutesOnDayOf(shift(1, 2), others, 'Asia/Yakutsk')).toBe(60);
});
