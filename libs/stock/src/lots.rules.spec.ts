import {
  arrivalOf,
  daysLeft,
  differenceOf,
  firstOut,
  fitsNeed,
  freshnessOf,
  lotCan,
  reasonText,
  takeFrom,
} from './lots.rules.js';

const TODAY = '2026-11-24';
const lot = (id: string, bestBefore: string | null, amount = 10, takenInAt = '2026-11-01T00:00:00Z') => ({
  id,
  bestBefore,
  amount,
  takenInAt: new Date(takenInAt),
});

test.each([
  ['2026-11-23', 'expired', -1],
  ['2026-11-24', 'soon', 0],
  ['2026-12-08', 'soon', 14],
  ['2026-12-09', 'fine', 15],
  [null, 'none', null],
] as const)('%s is %s', (day, expected, left) => {
  expect(freshnessOf(day, TODAY)).toBe(expected);
  expect(daysLeft(day, TODAY)).toBe(left);
});

test('first expired first out, then what came first; what has no date comes last', () => {
  const lots = [
    lot('none', null),
    lot('june', '2027-06-30'),
    lot('second', '2026-12-02', 10, '2026-11-02T00:00:00Z'),
    lot('first', '2026-12-02'),
  ];
  expect(firstOut(lots).map(({ id }) => id)).toEqual(['first', 'second', 'june', 'none']);
});

test.each<[string, number, [string, number][] | null]>([
  ['from one', 5, [['b', 5]]],
  [
    'from several',
    25,
    [
      ['b', 10],
      ['c', 10],
      ['d', 5],
    ],
  ],
  [
    'all of it',
    30,
    [
      ['b', 10],
      ['c', 10],
      ['d', 10],
    ],
  ],
  ['more than is good', 31, null],
])('%s', (_name, wanted, expected) => {
  const lots = [
    lot('d', null),
    lot('c', '2027-01-01'),
    lot('b', '2026-12-01'),
    lot('a', '2026-11-20'),
    lot('e', '2026-11-30', 0),
  ];
  expect(takeFrom(lots, wanted, TODAY)?.map(({ lot: { id }, amount }) => [id, amount]) ?? null).toEqual(expected);
});

const cans = { category: 'relief-food-parcels', item: 'food-canned', baseUnit: 'pcs', coldChain: false };
test.each<[string, object, object, boolean]>([
  ['the same thing', {}, {}, true],
  ['another thing', {}, { item: 'food-dry' }, false],
  ['any of the category', {}, { item: null }, true],
  ['any of another category', {}, { item: null, category: 'relief-clothing' }, false],
  ['a thing in no list, to a need that names one', { item: null }, {}, false],
  ['in another unit', { baseUnit: 'gram' }, {}, false],
  ['cold, where nothing keeps it cold', { coldChain: true }, {}, false],
  ['cold, where it is kept so', { coldChain: true }, { coldChain: true }, true],
])('%s', (_name, shelved, need, expected) =>
  expect(fitsNeed({ ...cans, ...shelved }, { ...cans, ...need })).toBe(expected),
);

test.each<[string, { amount?: number; bestBefore?: string | null; isKit?: boolean }, boolean, string[]]>([
  ['good', {}, true, ['give-out', 'write-off', 'move']],
  ['past its date', { bestBefore: '2026-11-23' }, true, ['write-off-expired', 'write-off']],
  ['a kit', { isKit: true }, true, ['give-out', 'write-off', 'move', 'take-apart']],
  ['nothing left', { amount: 0 }, true, []],
  ['to others', {}, false, []],
])('%s', (_name, changes, keeps, expected) =>
  expect(lotCan({ amount: 5, bestBefore: null, isKit: false, ...changes }, keeps, TODAY)).toEqual(expected),
);

test.each([
  [48, 48, undefined, { ok: true, kind: 'none' }],
  [48, 48, 'broken', { ok: true, kind: 'none' }],
  [48, 46, undefined, { ok: false, code: 'stock.reason-needed' }],
  [48, 46, 'broken', { ok: true, kind: 'loss', amount: 2 }],
  [48, 0, 'missing', { ok: true, kind: 'loss', amount: 48 }],
  [120, 121, 'broken', { ok: false, code: 'stock.more-is-miscounted' }],
  [120, 121, 'miscounted', { ok: true, kind: 'found', amount: 1 }],
] as const)('%d in the books, %d counted, %s', (book, counted, reason, expected) =>
  expect(differenceOf(book, counted, reason)).toEqual(expected),
);

test('a reason with and without words', () => {
  expect([reasonText('count', 'broken', null), reasonText('write-off', 'other', 'намокло')]).toEqual([
    'count: broken',
    'write-off: other, намокло',
  ]);
});

test.each<[string, number, Parameters<typeof arrivalOf>[2], ReturnType<typeof arrivalOf>]>([
  ['all of it', 6, { back: false, reason: undefined }, { ok: true, arrived: 6, lost: 0 }],
  ['a part, the rest is lost', 4, { back: false, reason: 'broken' }, { ok: true, arrived: 4, lost: 2 }],
  ['a part, the rest is back', 4, { back: true, reason: undefined }, { ok: true, arrived: 4, lost: 0 }],
  ['a part, and nobody says why', 4, { back: false, reason: undefined }, { ok: false, code: 'stock.reason-needed' }],
  ['nothing', 0, { back: false, reason: 'missing' }, { ok: true, arrived: 0, lost: 6 }],
  ['more than was sent', 7, { back: true, reason: undefined }, { ok: false, code: 'stock.more-than-sent' }],
])('of six that were sent there came %s', (_, arrived, rest, read) =>
  expect(arrivalOf(6, arrived, rest)).toEqual(read),
);
