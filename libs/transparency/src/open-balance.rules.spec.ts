import { itemsOf, type BalanceRow } from './open-balance.rules.js';

const row = (changes: Partial<BalanceRow>): BalanceRow => ({
  key: 'zeya',
  kind: 'goods',
  unit: 'pcs',
  openNeeds: 1,
  openShares: 0.5,
  open: 3,
  reserved: 2,
  received: 5,
  discreet: false,
  needs: 1,
  ...changes,
});

test('a key where nothing is asked is there with no line', () => {
  expect(itemsOf([], ['zeya', 'tynda'], 'place')).toEqual([
    { key: 'zeya', needs: 0, share: 0, withheld: false, units: [] },
    { key: 'tynda', needs: 0, share: 0, withheld: false, units: [] },
  ]);
});

test('kinds and units are never added up; money comes first', () => {
  const [item] = itemsOf(
    [
      row({}),
      row({ unit: 'gram', open: 1 }),
      row({ kind: 'time', unit: 'minute' }),
      row({ kind: 'money', unit: 'kopeck', open: 100 }),
    ],
    ['zeya'],
    'place',
  );
  expect(item?.units.map((line) => [line.kind, line.unit, line.required])).toEqual([
    ['money', 'kopeck', 107],
    ['goods', 'gram', 8],
    ['goods', 'pcs', 10],
    ['time', 'minute', 10],
  ]);
});

test('a unit in which nothing is asked and nothing came has no line', () => {
  const ended = row({ unit: 'set', open: 0, reserved: 0, received: 0, openNeeds: 0, openShares: 0 });
  expect(itemsOf([row({}), ended], ['zeya'], 'place')[0]?.units.map(({ unit }) => unit)).toEqual(['pcs']);
});

test.each([
  [1, true],
  [4, true],
  [5, false],
  [40, false],
])('%i needs of private categories in a place: withheld is %s', (needs, withheld) => {
  const [item] = itemsOf([row({}), row({ discreet: true, needs, openNeeds: needs, open: 1000 })], ['zeya'], 'place');
  expect(item).toMatchObject({ withheld, needs: withheld ? 1 : 1 + needs, units: [{ open: withheld ? 3 : 1003 }] });
});

test('few needs of private categories are withheld by place only', () => {
  for (const by of ['sphere', 'category', 'month'] as const)
    expect(itemsOf([row({ discreet: true })], ['zeya'], by)[0]).toMatchObject({ withheld: false, needs: 1 });
});

test('the share is the mean over open needs, never more than the whole', () => {
  expect(
    itemsOf(
      [row({ openNeeds: 3, openShares: 1.5 }), row({ kind: 'time', unit: 'minute', openNeeds: 1, openShares: 0 })],
      ['zeya'],
      'place',
    )[0],
  ).toMatchObject({ needs: 4, share: 375_000 });
});

test('what the list does not have follows: codes by name, months newest first', () => {
  expect(itemsOf([row({ key: 'old' }), row({ key: 'gone' })], ['zeya'], 'place').map((item) => item.key)).toEqual([
    'zeya',
    'gone',
    'old',
  ]);
  expect(
    itemsOf([row({ key: '2026-01' }), row({ key: '2026-03' }), row({ key: '2025-12' })], [], 'month').map(
      (item) => item.key,
    ),
  ).toEqual(['2026-03', '2026-01', '2025-12']);
});
