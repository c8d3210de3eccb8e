import type { FieldError } from '#kernel';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import type { Catalogue } from './catalogue.js';
import { basesWithin, choose, isContainer, unitsFor, unitWords, type Choice } from './choice.rules.js';

let catalogue: Catalogue;
/** The same, with one category, one sphere and one thing retired. */
let older: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
  const retired =
    <T>(find: (code: string) => T | undefined, gone: string) =>
    (code: string): T | undefined =>
      code === gone ? { ...(find(code) as T), retiredAt: new Date(0) } : find(code);
  older = Object.create(catalogue, {
    category: { value: retired((code) => catalogue.category(code), 'relief-household') },
    sphere: { value: retired((code) => catalogue.sphere(code), 'relief') },
    item: { value: retired((code) => catalogue.item(code), 'heater') },
  }) as Catalogue;
});

test.each<[string, Choice, string[]]>([
  ['things of a category', { kind: 'goods', category: 'relief-household' }, []],
  ['things of a sphere', { kind: 'goods', category: 'relief' }, []],
  ['a thing', { kind: 'goods', category: 'relief-household', item: 'heater' }, []],
  ['money for anything', { kind: 'money' }, []],
  ['an empty category is none', { kind: 'money', category: '' }, []],
  ['a need of money for anything', { kind: 'money', exactCategory: true }, ['category catalogue.category-needed']],
  ['things of no category', { kind: 'goods', category: null }, ['category catalogue.category-needed']],
  [
    'a sphere where a category is needed',
    { kind: 'goods', category: 'relief', exactCategory: true },
    ['category catalogue.exact-category-needed'],
  ],
  ['a category that is none', { kind: 'goods', category: 'nothing' }, ['category catalogue.unknown-category']],
  ['a thing that is none', { kind: 'goods', category: 'relief', item: 'nothing' }, ['item catalogue.unknown-item']],
  ['a thing, given as money', { kind: 'money', item: 'heater' }, ['item catalogue.item-only-for-goods']],
  ['another kind', { kind: 'gold', category: 'relief' }, ['kind form.not-in-list']],
  ['time for what takes none', { kind: 'time', category: 'relief-clothing' }, ['kind catalogue.kind-not-in-category']],
  [
    'everything wrong at once',
    { kind: 'gold', category: 'nothing', item: 'nothing' },
    ['kind form.not-in-list', 'category catalogue.unknown-category', 'item catalogue.unknown-item'],
  ],
])('%s', (_, choice, faults) => {
  const errors: FieldError[] = [];
  const chosen = choose(catalogue, choice, '', errors);
  expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  expect(chosen === null).toBe(faults.length > 0);
});

test.each<[string, Choice, string[]]>([
  ['a category', { kind: 'goods', category: 'relief-household' }, ['category catalogue.retired']],
  ['a sphere', { kind: 'goods', category: 'relief' }, ['category catalogue.retired']],
  ['a thing', { kind: 'goods', category: 'relief-hygiene', item: 'heater' }, ['item catalogue.retired']],
])('%s that was retired is chosen no more', (_, choice, faults) => {
  const errors: FieldError[] = [];
  expect(choose(older, choice, '', errors)).toBeNull();
  expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test('fields of something nested are named with where it stands, and what fits is said in both languages', () => {
  const errors: FieldError[] = [];
  choose(catalogue, { kind: 'time', category: 'relief-clothing' }, 'lines.3.', errors);
  expect(errors).toEqual([
    {
      field: 'lines.3.kind',
      code: 'catalogue.kind-not-in-category',
      params: { kindsRu: 'деньги, вещи', kindsEn: 'money, things' },
    },
  ]);
});

test('of a sphere only the categories that take this kind are meant', () => {
  const chosen = choose(catalogue, { kind: 'goods', category: 'relief' }, '', [])!;
  expect(chosen.categories.map(({ code }) => code)).toContain('relief-clothing');
  expect(chosen.categories.map(({ code }) => code)).not.toContain('relief-papers');
  expect(chosen.item).toBeNull();
});

test.each<[string, Choice, string[]]>([
  ['money', { kind: 'money', category: 'relief-household' }, ['rub']],
  [
    'a thing in its own units, the usual one first',
    { kind: 'goods', category: 'relief-household', item: 'bedding' },
    ['set', 'pcs'],
  ],
  ['things in those of the category', { kind: 'goods', category: 'relief-clothing' }, ['pcs', 'pair', 'set', 'kg']],
  ['time in those of the category', { kind: 'time', category: 'relief-papers' }, ['hour', 'visit']],
])('%s is counted in %p', (_, choice, units) => {
  expect(unitsFor(choose(catalogue, choice, '', [])!)).toEqual(units);
});

test('of a sphere every unit stands once', () => {
  const units = unitsFor(choose(catalogue, { kind: 'goods', category: 'relief' }, '', [])!);
  expect(new Set(units).size).toBe(units.length);
});

test.each([
  ['visit', true],
  ['trip', true],
  ['day', true],
  ['box', true],
  ['pack', true],
  ['pcs', false],
  ['kg', false],
  ['hour', false],
  ['set', false],
])('%s holds something: %p', (code, holds) => {
  expect(isContainer(catalogue.unit(code)!)).toBe(holds);
});

test.each<[string, Choice, string, string[]]>([
  ['a visit', { kind: 'time', category: 'relief-papers' }, 'visit', ['minute']],
  ['a box of clothes', { kind: 'goods', category: 'relief-clothing' }, 'box', ['pcs', 'pair', 'set', 'gram']],
  ['a pack of what is counted in packs, too', { kind: 'goods', category: 'relief-hygiene' }, 'pack', ['set', 'pcs']],
])('%s holds %p', (_, choice, container, bases) => {
  expect(basesWithin(catalogue, choose(catalogue, choice, '', [])!, catalogue.unit(container)!)).toEqual(bases);
});

test('units are named in both languages, and one that is none is left out', () => {
  expect(unitWords(catalogue, ['kg', 'nothing', 'pcs'])).toEqual({
    unitsRu: 'килограмм, штука',
    unitsEn: 'kilogram, piece',
  });
});
