import { quantityText, template } from './need-template.rules.js';

const made = (unit: string, rest = {}) =>
  template('relief-household', unit, [1, 9, 1], [2, 40], [], ['Название'], ['Текст'], rest);

test.each<[string, object, string]>([
  ['rub', {}, 'money'],
  ['hour', {}, 'time'],
  ['visit', {}, 'time'],
  ['trip', {}, 'time'],
  ['day', {}, 'time'],
  ['pcs', {}, 'goods'],
  ['kg', {}, 'goods'],
  ['box', {}, 'goods'],
  ['trip', { item: 'firewood' }, 'goods'],
])('in %s with %j it is %s', (unit, rest, kind) => {
  expect(made(unit, rest).kind).toBe(kind);
});

test.each([
  ['rub', 1500, '1500.00'],
  ['pcs', 12, '12'],
  ['kg', 0.5, '0.5'],
])('in %s %d is written %s', (unit, quantity, text) => {
  expect(quantityText(unit, quantity)).toBe(text);
});
