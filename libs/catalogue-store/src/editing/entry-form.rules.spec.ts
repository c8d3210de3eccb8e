import { Catalogue, type CatalogueRows } from '#catalogue';
import type { EntryType } from './edits.rules.js';
import { maySucceed } from './entry-form.rules.js';

const entry = (code: string, more: object = {}) => ({ code, nameRu: code, nameEn: code, retiredAt: null, ...more });
const category = (code: string, kinds: string[], goodsUnits: string[], timeUnits: string[] = []) =>
  entry(code, { sphere: 'relief', kinds, goodsUnits, timeUnits });
const item = (code: string, defaultUnit: string, otherUnits: string[] = [], more: object = {}) =>
  entry(code, { category: 'things', defaultUnit, otherUnits, ...more });
const catalogue = new Catalogue(
  {
    spheres: [entry('relief'), entry('youth'), entry('gone', { retiredAt: new Date(0) })],
    categories: [
      category('things', ['goods'], ['pcs', 'box']),
      category('pieces', ['goods'], ['pcs']),
      category('both', ['goods', 'time'], ['box', 'pcs', 'kg'], ['hour']),
      category('visits', ['time'], [], ['visit']),
      category('hours', ['time'], [], ['hour']),
    ],
    goods: [
      item('stove', 'pcs', ['set']),
      item('heater', 'set', ['pcs']),
      item('lamp', 'pcs'),
      item('old', 'pcs', ['set'], { retiredAt: new Date(0) }),
    ],
    units: [entry('pcs', { base: 'pcs' }), entry('kg', { base: 'gram' }), entry('tonne', { base: 'gram' })],
    places: [],
    skills: [entry('driver'), entry('cook')],
    beneficiaryGroups: [entry('orphans')],
  } as unknown as CatalogueRows,
  'digest',
);

test.each<[string, EntryType, string, string, boolean]>([
  ['another sphere', 'sphere', 'relief', 'youth', true],
  ['itself', 'sphere', 'relief', 'relief', false],
  ['one that is retired', 'sphere', 'relief', 'gone', false],
  ['an entry of another sort', 'sphere', 'relief', 'things', false],
  ['a category with more units and kinds', 'category', 'things', 'both', true],
  ['a category that lacks a unit of goods', 'category', 'things', 'pieces', false],
  ['a category with all of them', 'category', 'pieces', 'things', true],
  ['a category that lacks a kind', 'category', 'both', 'things', false],
  ['a category that lacks a unit of time', 'category', 'visits', 'hours', false],
  ['an item with the same units, another of them first', 'item', 'stove', 'heater', true],
  ['an item that lacks a unit', 'item', 'stove', 'lamp', false],
  ['an item that is retired', 'item', 'stove', 'old', false],
  ['a unit of the same base', 'unit', 'kg', 'tonne', true],
  ['a unit of another base', 'unit', 'kg', 'pcs', false],
  ['another skill', 'skill', 'driver', 'cook', true],
  ['nobody knows it', 'group', 'orphans', 'widows', false],
])('may it take its place: %s', (_what, type, code, successor, expected) => {
  expect(maySucceed(catalogue, type, code, successor)).toBe(expected);
});
