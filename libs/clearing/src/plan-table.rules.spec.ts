import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { planTableHead, planTableLines, type PlannedLine } from './plan-table.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const line: PlannedLine = {
  offer: 'offer-1',
  needNumber: 7,
  needTitle: 'Дрова; для клуба',
  category: 'relief-household',
  kind: 'goods',
  amount: 12_500,
  unit: 'gram',
  score: 873_400,
};

test('in Russian for Excel: the mark, semicolons, decimal commas', () => {
  expect(planTableHead('ru')).toBe('\uFEFFВклад;Нужда, №;Нужда;Что;Количество;Единица;Балл из 100\r\n');
  expect(planTableLines(catalogue, [line], 'ru')).toBe('offer-1;7;"Дрова; для клуба";вещи;12,5;кг;87,3\r\n');
});

test.each<[string, Partial<PlannedLine>, string]>([
  ['kopecks are roubles', { kind: 'money', unit: 'kopeck', amount: 150_005 }, 'money,1500.05,RUB,'],
  ['minutes are hours', { kind: 'time', unit: 'minute', amount: 90 }, 'time,1.5,h,'],
  ['pieces stay pieces', { unit: 'pcs', amount: 3 }, 'goods,3,'],
])('%s', (_name, changes, expected) => {
  expect(planTableLines(catalogue, [{ ...line, ...changes }], 'en')).toContain(expected);
});

test('a private need goes by its category, a formula stays text, and no lines are no text', () => {
  const hidden = catalogue.categories.find(({ flags }) => flags.includes('private'))!;
  const said = planTableLines(catalogue, [{ ...line, category: hidden.code, offer: '=1+1' }], 'en');
  expect(said).not.toContain('Дрова');
  expect(said).toContain(hidden.nameEn);
  expect(said.startsWith('=')).toBe(false);
  expect(planTableLines(catalogue, [], 'ru')).toBe('');
});
