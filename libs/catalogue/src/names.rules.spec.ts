import { catalogueWithNames } from './catalogue-files.js';
import type { CatalogueNames, NamedType } from './names.rules.js';

let names: CatalogueNames;
beforeAll(async () => ({ names } = await catalogueWithNames()));

test.each<[NamedType, string, string | null]>([
  ['unit', 'кг', 'kg'],
  ['unit', 'КГ.', 'kg'],
  ['unit', 'килограммов', 'kg'],
  ['unit', 'шт.', 'pcs'],
  ['unit', 'штук', 'pcs'],
  ['unit', 'руб.', 'rub'],
  ['unit', '₽', 'rub'],
  ['unit', 'р', 'rub'],
  ['unit', 'часа', 'hour'],
  ['unit', 'ч', 'hour'],
  ['unit', 'минут', 'minute'],
  ['unit', 'м²', 'm2'],
  ['unit', 'кв. м', 'm2'],
  ['unit', 'm', 'm'],
  ['unit', 'коробок', 'box'],
  ['unit', 'kg', 'kg'],
  ['unit', 'бочка', null],
  ['place', 'Зея', 'zeya'],
  ['place', 'г. Зея', 'zeya'],
  ['place', 'город Зея', 'zeya'],
  ['place', 'зея', 'zeya'],
  ['place', 'Зейский район', 'zeysky'],
  ['place', 'Зейский муниципальный округ', 'zeysky'],
  ['place', 'Белогорск', 'belogorsk'],
  ['place', 'Белогорский округ', 'belogorsky'],
  ['place', 'Благовещенкс', 'blagoveshchensk'],
  ['place', 'ЗАТО Циолковский', 'tsiolkovsky'],
  ['place', 'Zeya', 'zeya'],
  ['place', 'Москва', null],
  ['item', 'Обогреватель', 'heater'],
  ['item', 'обогреватели', 'heater'],
  ['item', 'обагреватели', 'heater'],
  ['item', 'Консервы', 'food-canned'],
  ['item', 'вертолёт', null],
  ['category', 'Продуктовые наборы', 'relief-food-parcels'],
  ['category', 'продуктовый набор', 'relief-food-parcels'],
  ['skill', 'Любая помощь руками', 'general-help'],
])('%s «%s» is %s', (type, text, code) => {
  expect(names.code(type, text)).toBe(code);
});
