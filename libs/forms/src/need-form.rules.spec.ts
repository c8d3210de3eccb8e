import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { readNeed, type NeedColumns, type NeedForm } from './need-form.rules.js';

const now = new Date('2026-03-01T00:00:00Z');
const heaters: NeedForm = {
  organization: 'o',
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title: 'Обогреватели для посёлка',
  description: 'Отключили котельную, греются печами.',
  quantity: '120',
  unit: 'pcs',
  place: 'selemdzhinsky',
  deadline: new Date('2026-04-01T00:00:00Z'),
  urgency: 5,
};
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const wrong = (changes: Partial<Record<keyof NeedForm, unknown>>): string[] => {
  const read = readNeed(catalogue, { ...heaters, ...changes } as NeedForm, now);
  return read.ok ? [] : read.errors.map((error) => `${error.field} ${error.code}`);
};
const read = (changes: Partial<NeedForm> = {}): { columns: NeedColumns; required: number } => {
  const result = readNeed(catalogue, { ...heaters, ...changes }, now);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
};

test.each<[string, Partial<Record<keyof NeedForm, unknown>>, string[]]>([
  ['heaters', {}, []],
  ['a negative quantity', { quantity: '-1' }, ['quantity quantity.not-positive']],
  ['half a heater', { quantity: '0.5' }, ['quantity quantity.too-fine']],
  ['a number beyond all things', { quantity: '9'.repeat(23) }, ['quantity quantity.too-large']],
  ['heaters in kilograms', { unit: 'kg' }, ['unit catalogue.unit-does-not-fit']],
  ['an unknown category', { category: 'nothing' }, ['category catalogue.unknown-category']],
  ['a sphere as category', { category: 'relief' }, ['category catalogue.exact-category-needed']],
  ['an unknown item', { item: 'nothing' }, ['item catalogue.unknown-item']],
  ['an unknown place', { place: 'nowhere' }, ['place form.not-in-list']],
  ['an unknown skill', { skills: ['loading', 'magic'] }, ['skills.1 form.not-in-list']],
  ['an unknown group', { beneficiaryGroups: ['nobody'] }, ['beneficiaryGroups.0 form.not-in-list']],
  ['a deadline in the past', { deadline: now }, ['deadline need.deadline-in-past']],
  ['a deadline in three years', { deadline: new Date('2029-03-01T00:00:00Z') }, ['deadline need.deadline-too-far']],
  ['a start after the end', { from: new Date('2026-05-01T00:00:00Z') }, ['from need.starts-after-deadline']],
  ['a minimum above the quantity', { minQuantity: '121' }, ['minQuantity need.minimum-above-quantity']],
  ['a short title', { title: ' ну ' }, ['title form.too-short']],
  ['urgency beyond the scale', { urgency: 6 }, ['urgency form.too-large']],
  [
    'two wrong fields at once',
    { place: 'nowhere', quantity: '0' },
    ['place form.not-in-list', 'quantity quantity.not-positive'],
  ],
])('%s', (_, changes, errors) => {
  expect(wrong(changes)).toEqual(errors);
});

test('only money is accepted beforehand unless the author says otherwise', () => {
  expect(read().columns.autoAccept).toBe(false);
  expect(read({ kind: 'money', item: null, quantity: '1500.50', unit: 'rub' })).toMatchObject({
    required: 150_050,
    columns: { autoAccept: true, baseUnit: 'kopeck', minAmount: 1 },
  });
  expect(read({ autoAccept: true }).columns.autoAccept).toBe(true);
});
