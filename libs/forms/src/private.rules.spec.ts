import type { Catalogue } from '#catalogue';
import { districtOf, givesYesBeforehand, isPrivateCategory, titleOfCategory } from './private.rules.js';

const catalogue = {
  category: (code: string) =>
    ({
      shelter: { flags: ['private'], nameRu: 'Убежище', nameEn: 'Shelter' },
      household: { flags: [], nameRu: 'Дом', nameEn: 'Household' },
    })[code],
  place: (code: string) =>
    ({
      village: { kind: 'settlement', parent: 'district' },
      nowhere: { kind: 'settlement', parent: null },
      district: { kind: 'municipality', parent: 'region' },
    })[code],
} as unknown as Catalogue;

test.each([
  ['shelter', true, false],
  ['shelter', false, false],
  ['household', true, true],
  ['household', false, false],
])('in %s with autoAccept %s the yes is given beforehand: %s', (category, autoAccept, given) => {
  expect(givesYesBeforehand(catalogue, { category, autoAccept })).toBe(given);
});

test('what stands for title and place', () => {
  expect([
    isPrivateCategory(catalogue, 'shelter'),
    isPrivateCategory(catalogue, 'household'),
    isPrivateCategory(catalogue, 'unknown'),
  ]).toEqual([true, false, false]);
  expect([
    titleOfCategory(catalogue, 'shelter', 'ru'),
    titleOfCategory(catalogue, 'shelter', 'en'),
    titleOfCategory(catalogue, 'unknown', 'ru'),
  ]).toEqual(['Убежище', 'Shelter', 'unknown']);
  expect(['village', 'district', 'nowhere', 'unknown'].map((code) => districtOf(catalogue, code))).toEqual([
    'district',
    'district',
    'nowhere',
    'unknown',
  ]);
});
