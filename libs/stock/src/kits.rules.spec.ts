import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import type { Catalogue } from '#catalogue';
import { kitBestBefore, kitCan, kitsFrom, partsFor, readKit, takenApart } from './kits.rules.js';

const TODAY = '2026-11-24';
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const FORM = {
  name: ' Набор на неделю ',
  item: 'food-set',
  parts: [
    { item: 'food-canned', quantity: '2', unit: 'pcs' },
    { item: 'food-dry', quantity: '1.5', unit: 'kg' },
  ],
};
const PARTS = [
  { item: 'food-canned', unit: 'pcs', baseUnit: 'pcs', amount: 2 },
  { item: 'food-dry', unit: 'kg', baseUnit: 'gram', amount: 1500 },
];
const lot = (id: string, item: string, amount: number, bestBefore: string | null = '2027-01-01') => ({
  id,
  item,
  baseUnit: item === 'food-dry' ? 'gram' : 'pcs',
  bestBefore,
  takenInAt: new Date('2026-11-01T00:00:00Z'),
  amount,
});

test('a recipe is read in base units', () =>
  expect(readKit(catalogue, FORM)).toEqual({
    ok: true,
    kit: { name: 'Набор на неделю', item: 'food-set', parts: PARTS },
  }));

test.each<[string, object, object[]]>([
  ['no name', { name: ' ' }, [{ field: 'name', code: 'form.required' }]],
  [
    'what is not counted in sets',
    { item: 'food-canned', parts: [FORM.parts[1]] },
    [{ field: 'item', code: 'stock.kit-in-sets' }],
  ],
  ['what is in no catalogue', { item: 'no-such' }, [{ field: 'item', code: 'catalogue.unknown-item' }]],
  ['no parts', { parts: [] }, [{ field: 'parts', code: 'form.required' }]],
  ['a part twice', { parts: [FORM.parts[0], FORM.parts[0]] }, [{ field: 'parts.1.item', code: 'stock.part-twice' }]],
  [
    'itself',
    { parts: [{ item: 'food-set', quantity: '1', unit: 'set' }] },
    [{ field: 'parts.0.item', code: 'stock.part-twice' }],
  ],
])('%s', (_name, changes, errors) =>
  expect(readKit(catalogue, { ...FORM, ...changes })).toEqual({ ok: false, errors }),
);

test('a unit of another base is no measure of a part', () => {
  const read = readKit(catalogue, { ...FORM, parts: [{ item: 'food-dry', quantity: '1', unit: 'pcs' }] });
  expect(read).toMatchObject({ ok: false, errors: [{ field: 'parts.0.unit', code: 'catalogue.unit-does-not-fit' }] });
});

test('how many there are, and what then runs out; what is past its date makes none', () => {
  const lots = [lot('a', 'food-canned', 7), lot('b', 'food-dry', 100_000), lot('old', 'food-canned', 90, '2026-11-01')];
  expect(kitsFrom(PARTS, lots, TODAY)).toEqual({ count: 3, short: 'food-canned' });
  expect(kitsFrom(PARTS, [], TODAY)).toEqual({ count: 0, short: 'food-canned' });
});

test('parts leave the lots that end first, and the kit ends with the first of them', () => {
  const lots = [
    lot('a', 'food-canned', 3, '2027-02-01'),
    lot('b', 'food-canned', 4, '2026-12-20'),
    lot('c', 'food-dry', 9000, null),
  ];
  const taken = partsFor(PARTS, 3, lots, TODAY);
  expect(taken?.map((part) => [part.lot.id, part.amount])).toEqual([
    ['b', 4],
    ['a', 2],
    ['c', 4500],
  ]);
  expect(kitBestBefore(taken ?? [])).toBe('2026-12-20');
  expect(kitBestBefore([{ lot: lot('c', 'food-dry', 1, null) }])).toBeNull();
  expect(partsFor(PARTS, 4, lots, TODAY)).toBeNull();
});

test('taken apart, the longest keeping parts go back first, and never more than is left of the assembly', () => {
  const lots = [
    lot('a', 'food-canned', 0, '2027-02-01'),
    lot('b', 'food-canned', 0, '2026-12-20'),
    lot('c', 'food-dry', 0, null),
  ];
  const assembled = [
    { id: 'kit', lot: null, left: 3 },
    { id: 'tb', lot: 'b', left: 4 },
    { id: 'ta', lot: 'a', left: 2 },
    { id: 'tc', lot: 'c', left: 4500 },
  ];
  expect(takenApart(PARTS, 2, assembled, lots)).toEqual([
    { id: 'kit', amount: 2 },
    { id: 'ta', amount: 2 },
    { id: 'tb', amount: 2 },
    { id: 'tc', amount: 3000 },
  ]);
  expect(takenApart(PARTS, 4, assembled, lots)).toBeNull();
  expect(takenApart(PARTS, 1, [], lots)).toBeNull();
});

test.each<[boolean, boolean, string[]]>([
  [true, false, ['assemble', 'retire']],
  [true, true, []],
  [false, false, []],
])('of a kit, with keeping the stock %s and retired %s, can be done: %j', (keeps, retired, expected) =>
  expect(kitCan({ keeps, retired })).toEqual(expected),
);
