import fc from 'fast-check';
import { MAX_AMOUNT } from '#kernel';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import type { Catalogue } from './catalogue.js';
import { measure, measureAs, type MeasureInput } from './measure.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const goods = { kind: 'goods', category: 'relief-household', item: 'heater' };
const time = { kind: 'time', category: 'elderly-escort' };
const money = { kind: 'money', category: 'ngo-core' };

type Row = [
  name: string,
  input: MeasureInput,
  amount: number,
  baseUnit: string,
  unit: string,
  eachAmount: number | null,
  eachUnit: string | null,
];
test.each<Row>([
  ['heaters in pieces', { ...goods, quantity: '50', unit: 'pcs' }, 50, 'pcs', 'pcs', null, null],
  ['roubles with kopecks', { ...money, quantity: '1500.05', unit: 'rub' }, 150005, 'kopeck', 'rub', null, null],
  ['a comma is a point too', { ...money, quantity: '0,1', unit: 'rub' }, 10, 'kopeck', 'rub', null, null],
  [
    'kopecks, said as roubles afterwards',
    { ...money, quantity: '150000', unit: 'kopeck' },
    150000,
    'kopeck',
    'rub',
    null,
    null,
  ],
  ['money for anything', { kind: 'money', quantity: '10', unit: 'rub' }, 1000, 'kopeck', 'rub', null, null],
  [
    'money for a sphere',
    { kind: 'money', category: 'relief', quantity: '10', unit: 'rub' },
    1000,
    'kopeck',
    'rub',
    null,
    null,
  ],
  ['hours', { ...time, quantity: '1.5', unit: 'hour' }, 90, 'minute', 'hour', null, null],
  [
    'hours where only visits are listed',
    { kind: 'time', category: 'health-blood', quantity: '4', unit: 'hour' },
    240,
    'minute',
    'hour',
    null,
    null,
  ],
  [
    'minutes where only visits are listed',
    { kind: 'time', category: 'health-blood', quantity: '40', unit: 'minute' },
    40,
    'minute',
    'hour',
    null,
    null,
  ],
  [
    'visits of an hour and a half',
    { ...time, quantity: '4', unit: 'visit', each: { quantity: '1.5', unit: 'hour' } },
    360,
    'minute',
    'visit',
    90,
    'hour',
  ],
  [
    'visits of 90 minutes',
    { ...time, quantity: '4', unit: 'visit', each: { quantity: '90', unit: 'minute' } },
    360,
    'minute',
    'visit',
    90,
    'minute',
  ],
  [
    'tonnes for an item counted in cubic metres',
    { kind: 'goods', category: 'relief-heating', item: 'stove-fuel', quantity: '2.5', unit: 't' },
    2500000,
    'gram',
    't',
    null,
    null,
  ],
  [
    'cubic metres',
    { kind: 'goods', category: 'relief-heating', item: 'stove-fuel', quantity: '2.5', unit: 'm3' },
    2500,
    'cubic-decimetre',
    'm3',
    null,
    null,
  ],
  [
    'grams where kilograms are listed',
    { kind: 'goods', category: 'relief-food-parcels', item: 'food-dry', quantity: '700', unit: 'gram' },
    700,
    'gram',
    'kg',
    null,
    null,
  ],
  [
    'boxes of 12 kg',
    {
      kind: 'goods',
      category: 'relief-food-parcels',
      item: 'food-dry',
      quantity: '5',
      unit: 'box',
      each: { quantity: '12', unit: 'kg' },
    },
    60000,
    'gram',
    'box',
    12000,
    'kg',
  ],
  [
    'boxes counted as boxes',
    { kind: 'goods', category: 'relief-food-parcels', item: 'food-dry', quantity: '5', unit: 'box' },
    5,
    'box',
    'box',
    null,
    null,
  ],
  [
    'an item in a category that is not its home',
    { kind: 'goods', category: 'emergency-flood', item: 'food-dry', quantity: '5', unit: 'kg' },
    5000,
    'gram',
    'kg',
    null,
    null,
  ],
  [
    'without an item: the units of the category',
    { kind: 'goods', category: 'ngo-premises', quantity: '3', unit: 'hour' },
    180,
    'minute',
    'hour',
    null,
    null,
  ],
  [
    'a sphere of things: units of all its categories',
    { kind: 'goods', category: 'relief', quantity: '3', unit: 'm3' },
    3000,
    'cubic-decimetre',
    'm3',
    null,
    null,
  ],
])('%s', (_name, input, amount, baseUnit, unit, eachAmount, eachUnit) => {
  expect(measure(catalogue, input)).toEqual({ ok: true, amount, baseUnit, unit, eachAmount, eachUnit });
});

type WrongRow = [name: string, input: MeasureInput, errors: [field: string, code: string][]];
test.each<WrongRow>([
  ['half a heater', { ...goods, quantity: '0.5', unit: 'pcs' }, [['quantity', 'quantity.too-fine']]],
  ['heaters in kilograms', { ...goods, quantity: '5', unit: 'kg' }, [['unit', 'catalogue.unit-does-not-fit']]],
  ['less than nothing', { ...goods, quantity: '-1', unit: 'pcs' }, [['quantity', 'quantity.not-positive']]],
  ['nothing', { ...goods, quantity: '0', unit: 'pcs' }, [['quantity', 'quantity.not-positive']]],
  [
    'a number beyond all things',
    { ...goods, quantity: '99999999999999999999999', unit: 'pcs' },
    [['quantity', 'quantity.too-large']],
  ],
  ['words', { ...goods, quantity: 'пять', unit: 'pcs' }, [['quantity', 'quantity.not-a-number']]],
  ['an exponent', { ...goods, quantity: '1e3', unit: 'pcs' }, [['quantity', 'quantity.not-a-number']]],
  ['a tenth of a kopeck', { ...money, quantity: '1.001', unit: 'rub' }, [['quantity', 'quantity.too-fine']]],
  ['a third of an hour in decimals', { ...time, quantity: '0.33', unit: 'hour' }, [['quantity', 'quantity.too-fine']]],
  [
    'an unknown category',
    { ...goods, category: 'no-such', quantity: '1', unit: 'pcs' },
    [['category', 'catalogue.unknown-category']],
  ],
  ['an unknown item', { ...goods, item: 'no-such', quantity: '1', unit: 'pcs' }, [['item', 'catalogue.unknown-item']]],
  [
    'words, of nothing that is known',
    { ...goods, category: 'no-such', quantity: 'пять', unit: 'pcs' },
    [
      ['category', 'catalogue.unknown-category'],
      ['quantity', 'quantity.not-a-number'],
    ],
  ],
  [
    'nothing said, in an unknown unit',
    { ...goods, quantity: '', unit: 'parsec' },
    [
      ['unit', 'quantity.unknown-unit'],
      ['quantity', 'quantity.not-a-number'],
    ],
  ],
  ['an unknown unit', { ...goods, quantity: '1', unit: 'parsec' }, [['unit', 'quantity.unknown-unit']]],
  ['an unknown kind', { ...goods, kind: 'blood', quantity: '1', unit: 'pcs' }, [['kind', 'form.not-in-list']]],
  [
    'an item for money',
    { ...money, item: 'heater', quantity: '1', unit: 'rub' },
    [['item', 'catalogue.item-only-for-goods']],
  ],
  [
    'things where only time is taken',
    { kind: 'goods', category: 'education-tutoring', quantity: '1', unit: 'pcs' },
    [['kind', 'catalogue.kind-not-in-category']],
  ],
  [
    'things without a category',
    { kind: 'goods', item: 'heater', quantity: '1', unit: 'pcs' },
    [['category', 'catalogue.category-needed']],
  ],
  [
    'a need for a whole sphere',
    { kind: 'money', category: 'relief', exactCategory: true, quantity: '1', unit: 'rub' },
    [['category', 'catalogue.exact-category-needed']],
  ],
  [
    'a need without a category',
    { kind: 'money', exactCategory: true, quantity: '1', unit: 'rub' },
    [['category', 'catalogue.category-needed']],
  ],
  ['visits of unknown length', { ...time, quantity: '4', unit: 'visit' }, [['each', 'catalogue.each-needed']]],
  [
    'visits measured in kilograms',
    { ...time, quantity: '4', unit: 'visit', each: { quantity: '1', unit: 'kg' } },
    [['each.unit', 'catalogue.unit-does-not-fit']],
  ],
  [
    'visits made of visits',
    { ...time, quantity: '4', unit: 'visit', each: { quantity: '1', unit: 'visit' } },
    [['each.unit', 'catalogue.unit-does-not-fit']],
  ],
  [
    'visits of no length',
    { ...time, quantity: '4', unit: 'visit', each: { quantity: '0', unit: 'hour' } },
    [['each.quantity', 'quantity.not-positive']],
  ],
  [
    'half a visit',
    { ...time, quantity: '1.5', unit: 'visit', each: { quantity: '1', unit: 'hour' } },
    [['quantity', 'quantity.too-fine']],
  ],
  [
    'contents of an hour',
    { ...time, quantity: '4', unit: 'hour', each: { quantity: '1', unit: 'hour' } },
    [['each', 'catalogue.each-does-not-fit']],
  ],
  [
    'contents of a rouble',
    { ...money, quantity: '4', unit: 'rub', each: { quantity: '1', unit: 'kg' } },
    [['each', 'catalogue.each-does-not-fit']],
  ],
  [
    'boxes too many and too full',
    {
      kind: 'goods',
      category: 'relief-food-parcels',
      item: 'food-dry',
      quantity: '9999999999',
      unit: 'box',
      each: { quantity: '9999999999', unit: 'kg' },
    },
    [['quantity', 'quantity.too-large']],
  ],
  [
    'several things at once',
    { kind: 'goods', category: 'no-such', item: 'no-such', quantity: '1', unit: 'pcs' },
    [
      ['category', 'catalogue.unknown-category'],
      ['item', 'catalogue.unknown-item'],
    ],
  ],
  [
    'amount and contents both wrong',
    { ...time, quantity: 'x', unit: 'visit', each: { quantity: 'y', unit: 'hour' } },
    [
      ['each.quantity', 'quantity.not-a-number'],
      ['quantity', 'quantity.not-a-number'],
    ],
  ],
  [
    'a name that every object has',
    { ...goods, category: 'constructor', item: '__proto__', quantity: '1', unit: 'pcs' },
    [
      ['category', 'catalogue.unknown-category'],
      ['item', 'catalogue.unknown-item'],
    ],
  ],
])('refused: %s', (_name, input, errors) => {
  const result = measure(catalogue, input);
  expect(result.ok ? [] : result.errors.map((error) => [error.field, error.code])).toEqual(errors);
});

test('a prefix is put before the field, so that nested quantities can be told apart', () => {
  const result = measure(catalogue, { ...goods, quantity: 'x', unit: 'pcs' }, 'lines.3.');
  expect(result).toMatchObject({ ok: false, errors: [{ field: 'lines.3.quantity' }] });
});

test('what would fit is said in words', () => {
  const unit = measure(catalogue, { ...goods, item: 'food-dry', quantity: '1', unit: 'l' });
  expect(unit).toMatchObject({
    errors: [{ params: { unitsRu: 'килограмм, коробка, упаковка', unitsEn: 'kilogram, box, pack' } }],
  });
  const kind = measure(catalogue, { kind: 'goods', category: 'education-tutoring', quantity: '1', unit: 'pcs' });
  expect(kind).toMatchObject({ errors: [{ params: { kindsRu: 'время', kindsEn: 'time' } }] });
});

test('every category and item can be measured in its own default unit and in every unit it lists', () => {
  const failures: unknown[] = [];
  const attempt = (input: MeasureInput): void => {
    const needsEach = input.kind === 'time' && input.unit !== 'hour';
    const result = measure(catalogue, { ...input, ...(needsEach ? { each: { quantity: '1', unit: 'hour' } } : {}) });
    if (!result.ok) failures.push([input, result.errors]);
  };
  for (const category of catalogue.categories) {
    attempt({ kind: category.defaultKind, category: category.code, quantity: '2', unit: category.defaultUnit });
    if (category.kinds.includes('goods'))
      for (const unit of category.goodsUnits) attempt({ kind: 'goods', category: category.code, quantity: '2', unit });
    if (category.kinds.includes('time'))
      for (const unit of category.timeUnits) attempt({ kind: 'time', category: category.code, quantity: '2', unit });
    if (category.kinds.includes('money'))
      attempt({ kind: 'money', category: category.code, quantity: '2', unit: 'rub' });
  }
  for (const item of catalogue.goods)
    for (const unit of [item.defaultUnit, ...item.otherUnits])
      attempt({ kind: 'goods', category: item.category, item: item.code, quantity: '2', unit });
  expect(failures).toEqual([]);
});

test('what is measured is a whole number within the limit, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('rub', 'kopeck', 'hour', 'pcs', 'kg', 't', 'visit', '', 'РУБ'),
      fc.oneof(fc.string(), fc.bigInt().map(String), fc.float().map(String), fc.stringMatching(/^\d{1,15}\.\d{1,6}$/)),
      (unit, quantity) => {
        for (const input of [money, goods, time]) {
          const result = measure(catalogue, {
            ...input,
            unit,
            quantity,
            each: unit === 'visit' ? { quantity, unit: 'hour' } : null,
          });
          if (result.ok && !(Number.isSafeInteger(result.amount) && result.amount > 0 && result.amount <= MAX_AMOUNT))
            return false;
        }
        return true;
      },
    ),
  );
});

const box = { unit: 'box', baseUnit: 'gram', eachAmount: 12000 };
test.each([
  ['pieces of pieces', { unit: 'pcs', baseUnit: 'pcs', eachAmount: null }, '48', 'pcs', 48],
  ['a row with column names', { unit: 'rub', base_unit: 'kopeck' }, '1.50', 'rub', 150],
  ['boxes of a thing in boxes', box, '2', 'box', 24000],
  ['kilograms of a thing in boxes', box, '7.5', 'kg', 7500],
  ['tonnes', box, '0.001', 't', 1000],
  ['grams', box, '1', 'gram', 1],
  ['minutes of visits', { unit: 'visit', baseUnit: 'minute', eachAmount: 90 }, '45', 'minute', 45],
])('a part: %s', (_name, thing, quantity, unit, amount) => {
  expect(measureAs(catalogue, thing, quantity, unit)).toEqual({ ok: true, amount });
});

test.each([
  ['another unit', box, '2', 'pcs', 'unit', 'catalogue.unit-does-not-fit'],
  [
    'a box of a thing that is not in boxes',
    { unit: 'kg', baseUnit: 'gram', eachAmount: null },
    '2',
    'box',
    'unit',
    'catalogue.unit-does-not-fit',
  ],
  ['an unknown unit', box, '2', 'nothing', 'unit', 'quantity.unknown-unit'],
  ['half a box', box, '0.5', 'box', 'quantity', 'quantity.too-fine'],
  ['more than may be', box, '9999999999', 'box', 'quantity', 'quantity.too-large'],
])('a part refused: %s', (_name, thing, quantity, unit, field, code) => {
  expect(measureAs(catalogue, thing, quantity, unit)).toMatchObject({ ok: false, errors: [{ field, code }] });
});
