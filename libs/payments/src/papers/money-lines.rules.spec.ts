import { ROW_UNDONE } from '#matching';
import { changeOf, dayOfEntry, digestOfLines, moneyLines, sumLines, type MoneyEntry } from './money-lines.rules.js';

const ZONE = 'Asia/Yakutsk';
const entry = (changes: Partial<MoneyEntry>): MoneyEntry => ({
  id: 'e',
  at: new Date('2027-01-04T01:00:00Z'),
  amount: 100,
  reason: null,
  originAt: new Date('2027-01-04T01:00:00Z'),
  thing: 'm',
  donorId: 'd',
  organizationId: 'o',
  code: null,
  needId: 'n',
  needNumber: 1,
  title: 'Нужда',
  category: 'c',
  donorName: null,
  bankDay: null,
  bankNumber: null,
  backDay: null,
  backNumber: null,
  ...changes,
});

test.each<[name: string, entry: Partial<MoneyEntry>, day: string]>([
  [
    'what the bank had in the old year counts there, whenever its statement came',
    { bankDay: '2026-12-31' },
    '2026-12-31',
  ],
  ['without the bank’s day the day of the books counts', { originAt: new Date('2026-12-31T15:00:00Z') }, '2027-01-01'],
  [
    'a refund counts when the bank sent it',
    { reason: 'refund', bankDay: '2026-12-31', backDay: '2027-01-02' },
    '2027-01-02',
  ],
  ['surplus that went back counts when the bank sent it', { reason: 'returned', backDay: '2027-01-02' }, '2027-01-02'],
  [
    'a recognition that was undone never was',
    { reason: ROW_UNDONE, originAt: new Date('2026-12-30T00:00:00Z') },
    '2026-12-30',
  ],
  [
    'what moved within the organization counts when it was said',
    { reason: 'kept', bankDay: '2026-12-31' },
    '2027-01-04',
  ],
])('%s', (_, changes, day) => expect(dayOfEntry(entry(changes), ZONE)).toBe(day));

test('what cancels out within a day is no line, and sums say what came and what went back', () => {
  const kept = [
    entry({ id: 'a', bankDay: '2026-12-31', amount: 500 }),
    entry({ id: 'b', reason: 'kept', amount: -500 }),
    entry({ id: 'c', amount: 500, thing: 'm' }),
    entry({ id: 'd', reason: 'refund', amount: -120, backDay: '2027-01-04' }),
  ];
  const lines = moneyLines(kept, ZONE);
  expect(lines.map(({ day, amount, returned }) => [day, amount, returned])).toEqual([
    ['2026-12-31', 500, false],
    ['2027-01-04', -120, true],
  ]);
  expect(sumLines(lines)).toEqual({ received: 500, returned: 120, total: 380 });
  expect(moneyLines(kept, ZONE, { from: '2026-01-01', to: '2026-12-31' }).map(({ amount }) => amount)).toEqual([500]);
});

test('a paper is changed by what stands on it, and by nothing else', () => {
  const then = moneyLines([entry({})], ZONE);
  const other = moneyLines([entry({}), entry({ thing: 'x', amount: 5 })], ZONE);
  const back = moneyLines([entry({}), entry({ id: 'r', reason: 'refund', amount: -1, backDay: '2027-02-01' })], ZONE);
  expect([
    changeOf(then, then, []),
    changeOf(then, other, []),
    changeOf(then, back, []),
    changeOf(then, [], []),
    changeOf(then, then, [entry({ reason: ROW_UNDONE })]),
    changeOf(then, then, [entry({ reason: ROW_UNDONE, thing: 'x' })]),
  ]).toEqual([
    { changed: false, newer: false },
    { changed: false, newer: true },
    { changed: true, newer: false },
    { changed: true, newer: false },
    { changed: true, newer: false },
    { changed: false, newer: false },
  ]);
  expect(
    digestOfLines(then).equals(digestOfLines(moneyLines([entry({ title: 'Иначе', bankDay: '2026-12-30' })], ZONE))),
  ).toBe(true);
});
