import { giverLevel, plausibilityOf, PLAUSIBLE, type GiverLevel } from './plausible.rules.js';

test.each<[string, number, number, GiverLevel, string]>([
  // what was offered once by a new giver: 99,999,999,999 roubles
  ['kopeck', 9_999_999_999_900, 0, 'new', 'ask review'],
  ['kopeck', 9_999_999_999_900, 0, 'proven', 'ask review'],
  ['kopeck', 50_000_000, 0, 'new', ''],
  ['kopeck', 50_000_001, 0, 'new', 'ask'],
  ['kopeck', 50_000_001, 0, 'known', ''],
  ['kopeck', 300_000_001, 0, 'new', 'ask review'],
  ['kopeck', 300_000_001, 0, 'known', 'ask'],
  ['kopeck', 300_000_001, 0, 'proven', ''],
  // in many parts it is as much
  ['kopeck', 40_000_000, 260_000_000, 'new', ''],
  ['kopeck', 40_000_000, 260_000_001, 'new', 'review'],
  ['minute', 30_000, 0, 'new', ''],
  ['minute', 150_001, 0, 'new', 'ask review'],
  ['gram', 20_000_001, 0, 'known', 'ask'],
  ['pcs', 1_000, 0, 'new', ''],
  ['pcs', 1_001, 0, 'new', 'ask'],
  ['pcs', 10_001, 0, 'new', 'ask review'],
  ['portion', 10_001, 0, 'known', 'ask'],
])('%s: %d beside %d of a %s giver: %s', (unit, amount, onTable, level, expected) => {
  const { ask, review } = plausibilityOf(unit, amount, onTable, level);
  expect([...(ask ? ['ask'] : []), ...(review ? ['review'] : [])].join(' ')).toBe(expected);
});

test.each([
  [0, false, 'new'],
  [1, false, 'known'],
  [9, false, 'known'],
  [10, false, 'proven'],
  [0, true, 'proven'],
] as const)('%d given, verified organization %j: %s', (given, isVerifiedOrganization, level) => {
  expect(giverLevel({ given, isVerifiedOrganization })).toBe(level);
});

test('who is better known is asked later, and asked before anybody else is', () => {
  for (const [unit, { new: fresh, known, proven }] of Object.entries(PLAUSIBLE)) {
    const asks = [fresh.ask, known.ask, proven.ask];
    const reviews = [fresh.review, known.review, proven.review];
    for (const limits of [asks, reviews]) expect([unit, [...limits].sort((a, b) => a - b)]).toEqual([unit, limits]);
    expect(asks.every((ask, at) => ask < (reviews[at] as number))).toBe(true);
  }
});
