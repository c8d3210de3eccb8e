import fc from 'fast-check';
import { wholePart, wholePartFrom } from './whole-parts.rules.js';

test.each([
  // amount, left, step, at most, at least
  [20_000, 25_000, 12_500, 12_500, 25_000],
  [12_500, 25_000, 12_500, 12_500, 12_500],
  [5_000, 25_000, 12_500, 0, 12_500],
  [40_000, 25_000, 12_500, 25_000, 40_000],
  [5_000, 7_500, 12_500, 0, 7_500], // the last of an offer goes whole
  [30_000, 32_500, 12_500, 25_000, 32_500],
  [7, 9, 1, 7, 7],
])('%i of %i in parts of %i', (amount, left, step, most, least) => {
  expect([wholePart(amount, left, step), wholePartFrom(amount, left, step)]).toEqual([most, least]);
});

test('both are multiples or all that is left, on either side of the amount, and next to it', () => {
  const n = fc.integer({ min: 1, max: 10 ** 13 });
  fc.assert(
    fc.property(n, n, fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 50 }), n), (amount, left, step) => {
      const [most, least] = [wholePart(amount, left, step), wholePartFrom(amount, left, step)];
      const whole = (part: number): boolean => part % step === 0 || part === left;
      expect([whole(most), most <= amount, most <= left]).toEqual([true, true, true]);
      if (amount <= left)
        expect([whole(least), least >= amount, least <= left, least - most <= step]).toEqual([true, true, true, true]);
      else expect(least).toBe(amount);
    }),
  );
});
