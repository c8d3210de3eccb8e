import { catalogueWithNames, type CatalogueNames } from '#catalogue';
import { allowedIn } from './allowed.rules.js';
import { COLUMNS } from './columns.js';
import { columnNamed } from './headings.js';
import { Meanings } from './meanings.rules.js';

let names: CatalogueNames;
beforeAll(async () => ({ names } = await catalogueWithNames()));

test('words and figures as people write them become codes and decimals, and it is said what was taken for what', () => {
  const meanings = new Meanings(names);
  const row = {
    id: '1',
    kind: 'Вещи',
    category: '',
    item: 'Обогреватели',
    quantity: '1 250,5',
    unit: 'шт.',
    place: 'г. Зея',
    skills: 'Любая помощь руками',
    prefers: 'Зея|org-9',
  };
  expect(meanings.read('offers', row)).toEqual({
    id: '1',
    kind: 'goods',
    category: '',
    item: 'heater',
    quantity: '1250,5',
    unit: 'pcs',
    place: 'zeya',
    skills: 'general-help',
    prefers: 'zeya|org-9',
  });
  meanings.read('offers', { ...row, id: '2' });
  expect(meanings.sentences('ru', 10)).toContain('offers, столбец unit: «шт.» понято как штука (pcs), строк: 2');
  expect(meanings.sentences('en', 10)).toContain('offers, column place: “г. Зея” is read as Zeya (zeya), rows: 2');
  expect(meanings.sentences('en', 1)).toHaveLength(2);
});

test('codes stay the very cells they were, and what is not understood stays for the rules to refuse', () => {
  const meanings = new Meanings(names);
  const coded = {
    id: '1',
    kind: 'goods',
    item: 'heater',
    quantity: '1250',
    unit: 'pcs',
    place: 'zeya',
    skills: 'general-help|loading',
  };
  expect(meanings.read('offers', coded)).toBe(coded);
  expect(meanings.read('offers', { unit: 'бочка', place: 'Москва' })).toEqual({ unit: 'бочка', place: 'Москва' });
  expect(meanings.list()).toEqual([]);
});

test.each([
  ['1 250', '1250'],
  ['1\u00a0250\u00a0000,50', '1250000,50'],
  ['12 50', '12 50'],
  ['1,250.50', '1,250.50'],
  ['1250,5', '1250,5'],
])('the figure %p is %p', (written, read) => {
  expect(new Meanings(names).read('needs', { quantity: written })).toEqual({ quantity: read });
});

test('seasons, conditions and what is not needed now are said in words too', () => {
  expect(
    new Meanings(names).read('needs', { season: 'Зимнее|демисезон', condition: 'новое', not_now: 'Обувь' }),
  ).toEqual({
    season: 'winter|mid-season',
    condition: 'new',
    not_now: 'shoes',
  });
});

test('what binds an offer is said in words too', () => {
  expect(new Meanings(names).read('offers', { only: 'г. Зея|Продуктовые наборы|n-1' })).toEqual({
    only: 'zeya|relief-food-parcels|n-1',
  });
});

test.each<[keyof typeof COLUMNS, string, string]>([
  ['offers', 'Наименьшая часть', 'min_lot'],
  ['needs', 'Наименьшая часть', 'min_quantity'],
  ['offers', 'Срок', 'until'],
  ['needs', 'Срок', 'deadline'],
  ['offers', 'Только для', 'only'],
  ['offers', 'Годен до', 'best_before'],
  ['needs', 'Держать в холоде', 'cold_chain'],
  ['offers', 'Размер', 'size'],
  ['needs', 'Сейчас не нужно', 'not_now'],
  ['offers', 'Документы проверены', 'vetted'],
  ['needs', 'Согласие заранее', 'auto_accept'],
  ['organizations', 'Название', 'name'],
])('in %s the heading «%s» is %s', (table, heading, column) => {
  expect(columnNamed(table, heading)).toBe(column);
  expect(COLUMNS[table].all).toContain(column);
});

test('who writes something else into them hears what may stand there', () => {
  expect(
    ['only', 'best_before', 'cold_chain', 'vetted', 'auto_accept'].filter((column) => allowedIn(column) === null),
  ).toEqual([]);
});
