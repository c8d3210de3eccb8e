import { apartOf, flowOf, type ArrivedCell, type FlowAsked, type GivenCell } from './flow.rules.js';

const given = (changes: Partial<GivenCell>): GivenCell => ({
  giver: 'people',
  sphere: 'relief',
  slice: 'month',
  kind: 'money',
  unit: 'kopeck',
  parties: 9,
  amount: 100,
  ...changes,
});
const arrived = (changes: Partial<ArrivedCell>): ArrivedCell => ({
  place: 'zeya',
  sphere: 'relief',
  slice: 'month',
  kind: 'money',
  unit: 'kopeck',
  amount: 100,
  ...changes,
});
const all: FlowAsked = { kind: 'money', period: 'all', place: null, sphere: null };

test.each([
  ['people', 4, 'unnamed'],
  ['people', 5, 'people'],
  ['standing', 4, 'unnamed'],
  ['companies', 1, 'unnamed'],
  ['companies', 5, 'companies'],
  ['stores', 1, 'stores'],
  ['unnamed', 1, 'unnamed'],
] as const)('%s of whom there are %i in a sphere are told as %s', (giver, parties, told) => {
  const cells = { given: [given({ giver, parties })], arrived: [arrived({})] };
  expect(flowOf(cells, all).givers).toEqual([{ giver: told, amount: 100 }]);
});

test('a kind is told where it is large enough, and only there: no two answers differ by less', () => {
  const cells = {
    given: [
      given({ giver: 'companies', slice: 'month', parties: 5, amount: 50 }),
      given({ giver: 'companies', slice: 'quarter', parties: 1, amount: 7 }),
      given({ giver: 'companies', slice: 'month', sphere: 'family', parties: 2, amount: 3 }),
    ],
    arrived: [
      arrived({ amount: 50 }),
      arrived({ slice: 'quarter', amount: 7 }),
      arrived({ sphere: 'family', amount: 3 }),
    ],
  };
  const of = (asked: Partial<FlowAsked>) => flowOf(cells, { ...all, ...asked }).givers;
  expect(of({ period: 'month' })).toEqual([
    { giver: 'companies', amount: 50 },
    { giver: 'unnamed', amount: 3 },
  ]);
  expect(of({ period: 'quarter' })).toEqual([
    { giver: 'companies', amount: 50 },
    { giver: 'unnamed', amount: 10 },
  ]);
  expect(of({ sphere: 'family' })).toEqual([{ giver: 'unnamed', amount: 3 }]);
});

test('in one place kinds of givers are not told apart', () => {
  const cells = {
    given: [given({ amount: 40 })],
    arrived: [arrived({ amount: 30 }), arrived({ place: 'tynda', amount: 10 })],
  };
  const flow = flowOf(cells, { ...all, place: 'zeya' });
  expect(flow).toMatchObject({
    amount: 30,
    givers: [{ giver: 'all', amount: 30 }],
    given: [{ giver: 'all', sphere: 'relief', amount: 30 }],
    places: [{ key: 'zeya', count: 1, amount: 30 }],
  });
});

test.each([
  ['all', 1111],
  ['year', 111],
  ['quarter', 11],
  ['month', 1],
] as const)('the period %s adds up the slices that lie in it', (period, amount) => {
  const amounts = { before: 1000, year: 100, quarter: 10, month: 1 } as const;
  const slices = Object.entries(amounts) as [keyof typeof amounts, number][];
  const cells = {
    given: slices.map(([slice, amount]) => given({ slice, amount })),
    arrived: slices.map(([slice, amount]) => arrived({ slice, amount })),
  };
  const flow = flowOf(cells, { ...all, period });
  expect([flow.amount, flow.givers[0]?.amount]).toEqual([amount, amount]);
});

test('the largest spheres and places stand by themselves, the others as one; each column has the same sum', () => {
  const codes = Array.from({ length: 12 }, (_, n) => `s${String(n).padStart(2, '0')}`);
  const cells = {
    given: codes.map((sphere, n) => given({ sphere, amount: n + 1 })),
    arrived: codes.map((sphere, n) => arrived({ sphere, place: `p${n}`, amount: n + 1 })),
  };
  const flow = flowOf(cells, all);
  expect(flow.spheres.map(({ key, count }) => [key, count])).toEqual([
    ['s11', 1],
    ['s10', 1],
    ['s09', 1],
    ['s08', 1],
    ['s07', 1],
    ['s06', 1],
    [null, 6],
  ]);
  expect(flow.places.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1, 1, 5]);
  const sum = (items: readonly { amount: number }[]): number => items.reduce((all, { amount }) => all + amount, 0);
  expect([flow.givers, flow.spheres, flow.places, flow.given, flow.arrived].map(sum)).toEqual([78, 78, 78, 78, 78]);
});

test('units are never added up: of things those that are counted in pieces', () => {
  const cells = {
    given: [given({ kind: 'goods', unit: 'pcs', amount: 3 }), given({ kind: 'goods', unit: 'gram', amount: 5000 })],
    arrived: [
      arrived({ kind: 'goods', unit: 'pcs', amount: 3 }),
      arrived({ kind: 'goods', unit: 'gram', amount: 5000 }),
    ],
  };
  expect(flowOf(cells, { ...all, kind: 'goods' })).toMatchObject({ unit: 'pcs', amount: 3 });
  expect(flowOf(cells, all)).toMatchObject({ amount: 0, givers: [], spheres: [], places: [], given: [], arrived: [] });
});

test('what private categories received is told of everything only, in the unit of the flow', () => {
  const cells = [
    { kind: 'money', unit: 'kopeck', amount: 510 },
    { kind: 'goods', unit: 'gram', amount: 7 },
  ] as const;
  expect(apartOf(cells, all)).toBe(510);
  expect(apartOf(cells, { ...all, kind: 'goods' })).toBe(0);
  for (const less of [{ period: 'year' }, { place: 'zeya' }, { sphere: 'relief' }] as const)
    expect(apartOf(cells, { ...all, ...less })).toBeNull();
});
