import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import type { Catalogue } from '#catalogue';
import { addsUp, readBudget, type BudgetLineForm } from './budget.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const MONEY = { kind: 'money', unit: 'rub', baseUnit: 'kopeck', eachAmount: null, required: 12_600_000 };
const WOOD: BudgetLineForm = { what: ' Дрова, 84 м³ по 1 200 ₽ ', amount: '100800' };
const WAY: BudgetLineForm = { what: 'Доставка', amount: '25200.00' };
const read = (lines: BudgetLineForm[] | null | undefined, need: object = {}, unit = 'rub'): unknown => {
  const answer = readBudget(catalogue, lines, unit, { ...MONEY, ...need });
  return answer.ok ? answer.budget : answer.errors.map(({ field, code }) => `${field} ${code}`);
};

test('lines that add up to what is asked for', () => {
  expect(read([WOOD, WAY])).toEqual([
    { what: 'Дрова, 84 м³ по 1 200 ₽', amount: 10_080_000 },
    { what: 'Доставка', amount: 2_520_000 },
  ]);
  expect(read([{ what: 'Всё', amount: '12600000' }], {}, 'kopeck')).toEqual([{ what: 'Всё', amount: 12_600_000 }]);
});

test.each<[string, BudgetLineForm[] | null | undefined, object, unknown]>([
  ['nothing said', undefined, {}, null],
  ['taken away', null, {}, null],
  ['no lines', [], {}, null],
  ['another sum', [WOOD], {}, ['budget need.budget-differs']],
  ['of things', [WOOD, WAY], { kind: 'goods' }, ['budget need.budget-of-money']],
  ['no words', [{ what: ' ', amount: '100800' }, WAY], {}, ['budget.0.what form.too-short']],
  ['too many words', [{ what: 'я'.repeat(121), amount: '100800' }, WAY], {}, ['budget.0.what form.too-long']],
  ['no number', [WOOD, { what: 'Доставка', amount: 'много' }], {}, ['budget.1.amount quantity.not-a-number']],
  ['too many lines', Array.from({ length: 13 }, () => WAY), {}, ['budget form.too-many']],
])('a budget, %s', (_, lines, need, expected) => {
  expect(read(lines, need)).toEqual(expected);
});

test('it is shown while it adds up', () => {
  const budget = [{ what: 'Всё', amount: 5 }];
  expect([addsUp(budget, 5), addsUp(budget, 4), addsUp(null, 5)]).toEqual([true, false, false]);
});
