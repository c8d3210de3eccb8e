import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { readOffer, readOfferChanges, type OfferChanges, type OfferForm } from './offer-form.rules.js';

const now = new Date('2026-03-01T00:00:00Z');
const heaters: OfferForm = {
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  quantity: '50',
  unit: 'pcs',
  place: 'zeya',
  radiusKm: 900,
};
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const read = (form: Partial<Record<keyof OfferForm, unknown>> = {}) =>
  readOffer(catalogue, { ...heaters, ...form } as OfferForm, now);
const wrong = (form: Partial<Record<keyof OfferForm, unknown>>): string[] => {
  const result = read(form);
  return result.ok ? [] : result.errors.map((error) => `${error.field} ${error.code}`);
};

test.each<[string, Partial<Record<keyof OfferForm, unknown>>, string[]]>([
  ['heaters', {}, []],
  ['a negative quantity', { quantity: '-1' }, ['quantity quantity.not-positive']],
  ['half a heater', { quantity: '0.5' }, ['quantity quantity.too-fine']],
  ['heaters in kilograms', { unit: 'kg' }, ['unit catalogue.unit-does-not-fit']],
  ['an unknown category', { category: 'no-such-category' }, ['category catalogue.unknown-category']],
  [
    'time without a category',
    { kind: 'time', category: null, item: null, quantity: '1', unit: 'hour' },
    ['category catalogue.category-needed'],
  ],
  ['a lot above the quantity', { minLot: '51' }, ['minLot offer.lot-above-quantity']],
])('%s', (_, form, errors) => {
  expect(wrong(form)).toEqual(errors);
});

test('money may name nothing, a sphere will do, an item brings its own category', () => {
  expect(read({ kind: 'money', category: null, item: null, quantity: '100', unit: 'rub' })).toMatchObject({
    ok: true,
    amount: 10_000,
    columns: { category: null },
  });
  expect(read({ kind: 'money', category: 'relief', item: null, quantity: '100', unit: 'rub' })).toMatchObject({
    ok: true,
    columns: { category: 'relief' },
  });
  expect(read({ category: null })).toMatchObject({
    ok: true,
    columns: { category: catalogue.item('heater')?.category },
  });
});

test('a box is not opened unless its donor says so', () => {
  const boxes = {
    category: 'relief-food-parcels',
    item: 'food-dry',
    quantity: '4',
    unit: 'box',
    each: { quantity: '12.5', unit: 'kg' },
  };
  expect(read(boxes)).toMatchObject({ ok: true, amount: 50_000, columns: { minLot: 12_500, step: 12_500 } });
  expect(read({ ...boxes, minLot: '1' })).toMatchObject({ columns: { minLot: 12_500, step: 12_500 } });
  expect(read({ ...boxes, minLot: '2' })).toMatchObject({ columns: { minLot: 25_000, step: 12_500 } });
  expect(read({ ...boxes, quantity: '1', minLot: null })).toMatchObject({ columns: { minLot: 12_500, step: 12_500 } });
  expect(read()).toMatchObject({ columns: { minLot: 1, step: 1 } });
  expect(
    read({
      kind: 'time',
      category: 'elderly-visiting',
      item: null,
      quantity: '3',
      unit: 'visit',
      each: { quantity: '2', unit: 'hour' },
    }),
  ).toMatchObject({ columns: { minLot: 1, step: 1 } });
});

test('an edit opens boxes by naming a smaller part, and closes them again; another quantity leaves them as they are', () => {
  const boxes = read({
    category: 'relief-food-parcels',
    item: 'food-dry',
    quantity: '4',
    unit: 'box',
    each: { quantity: '12.5', unit: 'kg' },
  });
  if (!boxes.ok) throw new Error('boxes');
  const edit = (changes: OfferChanges, columns = boxes.columns) =>
    readOfferChanges(catalogue, columns, 50_000, changes, now);
  const food = { bestBefore: new Date('2026-12-01T00:00:00Z'), coldChain: false };
  expect(edit({ minLot: '5', unit: 'kg', ...food })).toMatchObject({ ok: true, columns: { minLot: 5_000, step: 1 } });
  expect(edit({ minLot: '25', unit: 'kg', ...food })).toMatchObject({
    ok: true,
    columns: { minLot: 25_000, step: 12_500 },
  });
  expect(edit({ minLot: null }, { ...boxes.columns, minLot: 5_000, step: 1 })).toMatchObject({
    ok: true,
    columns: { minLot: 12_500, step: 12_500 },
  });
  expect(edit({ quantity: '20', unit: 'kg' })).toMatchObject({
    ok: true,
    pledge: 20_000,
    columns: { minLot: 12_500, step: 12_500 },
  });
  expect(edit({ title: 'Крупа' }, { ...boxes.columns, minLot: 5_000, step: 1 })).toMatchObject({
    columns: { minLot: 5_000, step: 1 },
  });
});

test('an edit judges what it names, and nothing else', () => {
  const before = read({ until: new Date('2026-04-01T00:00:00Z'), minLot: '10' });
  if (!before.ok) throw new Error('heaters');
  const edit = (changes: OfferChanges, at = now) => readOfferChanges(catalogue, before.columns, 50, changes, at);
  const afterItsEnd = new Date('2026-05-01T00:00:00Z');
  expect(edit({ title: '  ' }, afterItsEnd)).toMatchObject({
    ok: true,
    pledge: null,
    columns: { title: null, minLot: 10 },
  });
  expect(edit({ quantity: '60' })).toMatchObject({ ok: true, pledge: 60 });
  expect(edit({ quantity: '9' })).toMatchObject({ ok: false, errors: [{ field: 'minLot' }] });
  expect(edit({ place: null })).toMatchObject({ ok: false, errors: [{ field: 'radiusKm' }] });
  expect(edit({ only: ['tynda'] })).toMatchObject({ ok: true, columns: { only: ['tynda'] } });
  expect(edit({ only: ['narnia'] })).toMatchObject({ ok: false, errors: [{ field: 'only.0' }] });
  expect(edit({ place: null, radiusKm: null })).toMatchObject({ ok: true, columns: { place: null, radiusKm: null } });
});
