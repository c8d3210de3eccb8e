import { Dice, logNormal, Zipf } from './random.js';

test('the same seed gives the same numbers, another seed others', () => {
  const take = (seed: number): number[] => {
    const dice = new Dice(seed);
    return Array.from({ length: 5 }, () => dice.next());
  };
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
});

test('Zipf: the first is chosen about twice as often as the second', () => {
  const dice = new Dice(1);
  const zipf = new Zipf([...'abcdefgh']);
  const seen = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const letter = zipf.pick(dice);
    seen.set(letter, (seen.get(letter) ?? 0) + 1);
  }
  expect((seen.get('a') ?? 0) / (seen.get('b') ?? 1)).toBeCloseTo(2, 0);
  expect(seen.size).toBe(8);
});

test('log-normal: half above the median, never below one step, whole steps', () => {
  const dice = new Dice(2);
  const values = Array.from({ length: 10_000 }, () => logNormal(dice, 8, 1.6, 0.5, 1000));
  const above = values.filter((value) => value > 8).length;
  expect(above).toBeGreaterThan(4_500);
  expect(above).toBeLessThan(5_500);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0.5);
  expect(values.every((value) => Number.isInteger(value * 2))).toBe(true);
});
