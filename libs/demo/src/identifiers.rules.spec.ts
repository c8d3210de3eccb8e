import { demoAccount, demoInn, demoOgrn } from './identifiers.rules.js';
import { Dice } from './random.js';

test('the first identifiers are the published demo ones', () => {
  expect([1, 2, 3].map(demoInn)).toEqual(['2899000017', '2899000024', '2899000031']);
  expect([1, 2, 3].map(demoOgrn)).toEqual(['1992800000015', '1992800000026', '1992800000037']);
  expect(demoAccount(1)).toBe('40703810900000000001');
});

test('the same seed makes the same region', () => {
  const rolls = (seed: number): number[] => Array.from({ length: 5 }, () => new Dice(seed).whole(1, 1000));
  expect(rolls(7)).toEqual(rolls(7));
  const dice = new Dice(1);
  expect(dice.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
});
