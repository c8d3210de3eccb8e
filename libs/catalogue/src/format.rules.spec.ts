import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import type { Catalogue } from './catalogue.js';
import { formatAmount, formatCount, unitInTables } from './format.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

/** "_" stands for a non-breaking space, so that the table can be read. */
const shown = (text: string): string => text.replaceAll('\u00a0', '_');

test.each([
  [48, 'pcs', '48_шт', '48_pieces'],
  [1, 'pcs', '1_шт', '1_piece'],
  [150000, 'kopeck', '1_500_₽', '1,500_₽'],
  [123450, 'kopeck', '1_234,50_₽', '1,234.50_₽'],
  [5, 'kopeck', '0,05_₽', '0.05_₽'],
  [0, 'kopeck', '0_₽', '0_₽'],
  [-123450, 'kopeck', '−1_234,50_₽', '−1,234.50_₽'],
  [1_000_000_000_000_0, 'kopeck', '100_000_000_000_₽', '100,000,000,000_₽'],
  [270, 'minute', '4_ч_30_мин', '4_h_30_min'],
  [240, 'minute', '4_ч', '4_h'],
  [30, 'minute', '30_мин', '30_min'],
  [0, 'minute', '0_ч', '0_h'],
  [90000, 'minute', '1_500_ч', '1,500_h'],
  [500, 'gram', '500_г', '500_g'],
  [1500, 'gram', '1,5_кг', '1.5_kg'],
  [1_500_000, 'gram', '1,5_т', '1.5_t'],
  [1_234_567, 'gram', '1_234,567_кг', '1,234.567_kg'],
  [250, 'millilitre', '250_мл', '250_ml'],
  [19000, 'millilitre', '19_л', '19_L'],
  [250, 'centimetre', '2,5_м', '2.5_m'],
  [50, 'square-decimetre', '0,5_м²', '0.5_m²'],
  [2500, 'cubic-decimetre', '2,5_м³', '2.5_m³'],
  [34, 'set', '34_набора', '34_sets'],
  [1, 'set', '1_набор', '1_set'],
  [11, 'box', '11_коробок', '11_boxes'],
  [21, 'box', '21_коробка', '21_boxes'],
  [3, 'trip', '3_поездки', '3_trips'],
  [5, 'day', '5_дней', '5_days'],
  [7, 'cubit', '7_cubit', '7_cubit'],
])('%d %s', (amount, unit, ru, en) => {
  expect([
    shown(formatAmount(amount, unit, 'ru', catalogue)),
    shown(formatAmount(amount, unit, 'en', catalogue)),
  ]).toEqual([ru, en]);
});

test.each([
  ['1', 'hour', '1_час', '1_hour'],
  ['1.5', 'hour', '1,5_часа', '1.5_hours'],
  ['21', 'hour', '21_час', '21_hours'],
  ['2', 'rub', '2_рубля', '2_roubles'],
  ['1200', 'kg', '1_200_килограммов', '1,200_kilograms'],
])('%s %s in words', (decimal, unit, ru, en) => {
  expect([
    shown(formatCount(decimal, unit, 'ru', catalogue)),
    shown(formatCount(decimal, unit, 'en', catalogue)),
  ]).toEqual([ru, en]);
});

test.each([
  ['kopeck', 100, '₽'],
  ['minute', 60, 'ч'],
  ['gram', 1000, 'кг'],
  ['pcs', 1, 'шт'],
  ['cubit', 1, 'cubit'],
])('in tables %s is counted in the smallest unit above it, %d to one', (base, per, symbol) => {
  const said = unitInTables(catalogue, base);
  expect([said.per, said.symbol.ru]).toEqual([per, symbol]);
});
