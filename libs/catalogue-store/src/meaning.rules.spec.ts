import { changedMeanings } from './meaning.rules.js';
import type { CatalogueTable, DbRow } from '#catalogue';

const unit: DbRow = { code: 'kg', base: 'gram', base_per_unit: 1000, dimension: 'mass', name_ru: 'килограмм' };
const category: DbRow = { code: 'warm', sphere: 'relief', kinds: ['money', 'goods'], name_ru: 'Тепло' };

test.each<[string, CatalogueTable, DbRow, DbRow, string[]]>([
  ['nothing', 'units', unit, unit, []],
  ['a name', 'units', unit, { ...unit, name_ru: 'кило' }, []],
  [
    'how much a unit is',
    'units',
    unit,
    { ...unit, base_per_unit: 100 },
    ['units "kg": base_per_unit was 1000 and would become 100'],
  ],
  [
    'what a unit counts',
    'units',
    unit,
    { ...unit, base: 'pcs', dimension: 'count' },
    ['units "kg": base was gram and would become pcs', 'units "kg": dimension was mass and would become count'],
  ],
  [
    'the sphere of a category',
    'categories',
    category,
    { ...category, sphere: 'health' },
    ['categories "warm": sphere was relief and would become health'],
  ],
  ['a kind more', 'categories', category, { ...category, kinds: ['money', 'goods', 'time'] }, []],
  ['the order of kinds', 'categories', category, { ...category, kinds: ['goods', 'money'] }, []],
  [
    'a kind less',
    'categories',
    category,
    { ...category, kinds: ['money'] },
    ['categories "warm": kind goods would be lost'],
  ],
  [
    'what a place is',
    'places',
    { code: 'zeya', kind: 'municipality' },
    { code: 'zeya', kind: 'settlement' },
    ['places "zeya": kind was municipality and would become settlement'],
  ],
  ['words of a sphere', 'spheres', { code: 'relief', name_ru: 'А' }, { code: 'relief', name_ru: 'Б' }, []],
])('%s changes (%s)', (_, table, before, after, sentences) => {
  expect(changedMeanings(table, [before], [after])).toEqual(sentences);
});

test('a new code means nothing yet, and one that is left out of a file keeps its meaning', () => {
  expect(changedMeanings('units', [], [unit])).toEqual([]);
  expect(changedMeanings('units', [unit], [])).toEqual([]);
});

test('rows are held against each other by code, not by where they stand', () => {
  const other = { ...unit, code: 't', base_per_unit: 1_000_000 };
  expect(changedMeanings('units', [unit, other], [other, unit])).toEqual([]);
});
