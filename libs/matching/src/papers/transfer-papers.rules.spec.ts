import { contractOf, hasAct, kopecksOf, stateOfPaper, takesValue, type Handed } from './transfer-papers.rules.js';

const handed = (changes: Partial<Handed> = {}): Handed => ({
  kind: 'goods',
  status: 'confirmed',
  company: true,
  arrived: 40,
  value: null,
  ...changes,
});

test.each<[Partial<Handed>, boolean, 'none' | 'may' | 'must', boolean]>([
  [{}, true, 'may', true],
  [{ value: 300_000 }, true, 'may', true],
  [{ value: 300_001 }, true, 'must', true],
  [{ value: 9_600_000, company: false }, true, 'none', true],
  [{ value: 9_600_000, status: 'accepted', arrived: 0 }, false, 'must', true],
  [{ arrived: 0 }, false, 'may', true],
  [{ status: 'held', value: 9_600_000 }, false, 'none', false],
  [{ status: 'cancelled' }, false, 'none', false],
  [{ kind: 'money', value: 9_600_000 }, false, 'none', false],
])('of %j: act, contract, value', (changes, act, contract, value) => {
  expect([hasAct(handed(changes)), contractOf(handed(changes)), takesValue(handed(changes))]).toEqual([
    act,
    contract,
    value,
  ]);
});

test.each<[string, number | null]>([
  ['48000', 4_800_000],
  ['48\u00a0000,5', 4_800_050],
  ['0.01', 1],
  ['3 000.00', 300_000],
  ['0', null],
  ['-5', null],
  ['1,234', null],
  ['много', null],
  ['12345678901', null],
])('%s roubles are %s kopecks', (text, kopecks) => {
  expect(kopecksOf(text)).toBe(kopecks);
});

test.each([
  ['accepted', 'hand-over'],
  ['delivered', 'receiver'],
  ['confirmed', 'ready'],
] as const)('an act of what is %s waits for: %s', (status, state) => {
  expect(stateOfPaper(status)).toBe(state);
});
