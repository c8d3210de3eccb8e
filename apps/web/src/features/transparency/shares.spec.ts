import type { BalanceItem } from '../../lib/api-types.js';
import { comparedLine, meanShare, receivedShare, stacked } from './shares.js';

const unit = (kind: 'money' | 'goods', code: string, required: number, received: number) => ({
  kind,
  unit: code,
  required,
  received,
  open: required - received,
  reserved: 0,
});
const item = (needs: number, share: number, units: object[]): BalanceItem => ({ needs, share, units }) as never;
const items = [
  item(3, 500_000, [unit('money', 'kopeck', 1000, 400), unit('goods', 'gram', 9, 9)]),
  item(1, 0, [unit('money', 'kopeck', 1000, 100), unit('goods', 'pcs', 4, 1)]),
];

test('in the mean share each need counts once; without needs there is none', () => {
  expect(meanShare(items)).toBe(0.375);
  expect(meanShare([item(0, 0, [])])).toBeNull();
});

test('kinds are compared in one unit: what is counted in another is left out, never converted', () => {
  expect(comparedLine(items, 'goods')).toMatchObject({ unit: 'pcs', required: 4, received: 1 });
  expect(receivedShare(items, 'money')).toBe(0.25);
  expect(receivedShare(items, 'time')).toBeNull();
});

test('dots that would touch stand one above the other, the first free row is taken', () => {
  expect(stacked([0, 1, 2, 3], 2)).toEqual([0, 1, 0, 1]);
  expect(stacked([0, 0, 0], 1)).toEqual([0, 1, 2]);
});
