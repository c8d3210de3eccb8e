import { fromBaseUnits, MAX_AMOUNT, toBaseUnits } from './quantity.rules.js';

test.each<[string, string, number, number]>([
  ['roubles with kopecks', '1500.50', 100, 150_050],
  ['a comma, as Russians write it', '1500,5', 100, 150_050],
  ['spaces around, a plus, zeros before', ' +0012 ', 1, 12],
  ['one base unit', '0.01', 100, 1],
  ['zeros behind are no finer unit', '1.5000', 100, 150],
  ['a part of an hour that is whole minutes', '0.05', 60, 3],
  ['what floating point gets wrong: 1.15 × 100', '1.15', 100, 115],
  ['what floating point gets wrong: 4.35 × 100', '4.35', 100, 435],
  ['the largest amount', '100000000000.00', 100, MAX_AMOUNT],
])('%s: %s × %d', (_, quantity, basePerUnit, amount) => {
  expect(toBaseUnits(quantity, basePerUnit)).toEqual({ ok: true, amount });
});

test.each<[string, string, number, string]>([
  ['nothing', '', 1, 'quantity.not-a-number'],
  ['a word', 'many', 1, 'quantity.not-a-number'],
  ['an exponent', '1e3', 1, 'quantity.not-a-number'],
  ['hexadecimal', '0x10', 1, 'quantity.not-a-number'],
  ['a point without digits before it', '.5', 100, 'quantity.not-a-number'],
  ['a point without digits behind it', '5.', 100, 'quantity.not-a-number'],
  ['thousands apart', '1 500', 1, 'quantity.not-a-number'],
  ['two points', '1.500.00', 100, 'quantity.not-a-number'],
  ['digits of another script', '١٢', 1, 'quantity.not-a-number'],
  ['more digits than anybody means', '1'.repeat(31), 1, 'quantity.not-a-number'],
  ['zero', '0', 1, 'quantity.not-positive'],
  ['zero with a sign', '-0.00', 100, 'quantity.not-positive'],
  ['below zero', '-1', 1, 'quantity.not-positive'],
  ['below zero and too fine: the sign is what is wrong', '-0.001', 100, 'quantity.not-positive'],
  ['half a kopeck', '0.005', 100, 'quantity.too-fine'],
  ['half a heater', '0.5', 1, 'quantity.too-fine'],
  ['a third of an hour, written down', '0.33', 60, 'quantity.too-fine'],
  ['a kopeck above the largest', '100000000000.01', 100, 'quantity.too-large'],
  ['thirty digits', '9'.repeat(30), 100, 'quantity.too-large'],
])('%s is refused: %s × %d', (_, quantity, basePerUnit, code) => {
  expect(toBaseUnits(quantity, basePerUnit)).toEqual({ ok: false, code });
});

test.each<[number, number, string]>([
  [150_050, 100, '1500.5'],
  [150_000, 100, '1500'],
  [1, 100, '0.01'],
  [10, 100, '0.1'],
  [0, 100, '0'],
  [7, 1, '7'],
  [12_500, 1000, '12.5'],
  [1005, 1000, '1.005'],
  [-150_050, 100, '-1500.5'],
  [-1, 100, '-0.01'],
  [-100, 100, '-1'],
  [MAX_AMOUNT, 100, '100000000000'],
  [MAX_AMOUNT - 1, 100, '99999999999.99'],
  [90, 60, '1.5'],
  [60, 60, '1'],
])('%d of %d in one is %s', (amount, basePerUnit, written) => {
  expect(fromBaseUnits(amount, basePerUnit)).toBe(written);
});

test.each([1, 10, 100, 1000])('what is written is read back, %d in one', (basePerUnit) => {
  for (const amount of [1, 9, 10, 11, 99, 100, 101, 999, 1000, 1001, 123_456_789, MAX_AMOUNT - 1, MAX_AMOUNT])
    expect(toBaseUnits(fromBaseUnits(amount, basePerUnit), basePerUnit)).toEqual({ ok: true, amount });
});
