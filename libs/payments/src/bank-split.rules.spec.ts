import { readParts, seenKey, type SaidPart } from './bank-split.rules.js';

const part = (changes: Partial<SaidPart> = {}): SaidPart => ({
  gift: 'LP-7K3F-9TRB-3',
  quantity: '500.05',
  unit: 'rub',
  ...changes,
});

test.each<[said: SaidPart[], read: unknown]>([
  [
    [part(), part({ gift: 'B', quantity: '7', unit: 'kopeck' })],
    [50_005, 7],
  ],
  [[], ['parts form.required']],
  [[part({ quantity: '0' })], ['parts.0.quantity bank.part-not-an-amount']],
  [[part(), part({ quantity: '-5' })], ['parts.1.quantity bank.part-not-an-amount']],
  [[part({ quantity: '1.005' })], ['parts.0.quantity bank.part-not-an-amount']],
  [[part({ quantity: '5', unit: 'kg' })], ['parts.0.unit form.not-in-list']],
])('%j: %j', (said, expected) => {
  const read = readParts(said);
  expect(
    read.ok ? read.parts.map(({ amount }) => amount) : read.errors.map(({ field, code }) => `${field} ${code}`),
  ).toEqual(expected);
});

test('money that is seen anew has other entries, and the first ones keep their ids', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  expect(seenKey(id, 0)).toBe(id);
  expect(new Set([0, 1, 2].map((undone) => seenKey(id, undone))).size).toBe(3);
  expect(seenKey(id, 1)).toBe(seenKey(id, 1));
});
