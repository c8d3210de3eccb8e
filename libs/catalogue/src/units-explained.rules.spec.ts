import type { Catalogue } from './catalogue.js';
import type { Category, Item, Unit } from './entries.js';
import { catalogueFromFiles } from './catalogue-files.js';
import { measure } from './measure.rules.js';
import { eachRules, explainUnit } from './units-explained.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

test.each([
  [
    'kg',
    'Масса. Учёт идёт в мельчайших единицах: 1 кг = 1 000 граммов.',
    'Mass. It is kept in the smallest unit: 1 kg = 1,000 grams.',
  ],
  [
    'rub',
    'Деньги. Учёт идёт в мельчайших единицах: 1 ₽ = 100 копеек.',
    'Money. It is kept in the smallest unit: 1 RUB = 100 kopecks.',
  ],
  ['minute', 'Время. Самая мелкая единица учёта: минута.', 'Time. The smallest unit of the ledger: minute.'],
  ['pair', 'Считает пары: обувь, носки, перчатки.', 'Counts pairs: shoes, socks, gloves.'],
])('%s is explained', (code, ru, en) => {
  expect(explainUnit(catalogue, catalogue.unit(code) as Unit)).toEqual({
    ru: ru.replaceAll('1 000', '1\u00a0000'),
    en,
  });
});

test('every unit is explained in both languages, none by the sentence for the unknown', () => {
  for (const unit of catalogue.units) {
    const { ru, en } = explainUnit(catalogue, unit);
    expect(ru).toMatch(/^[А-ЯЁ].*\.$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(ru).not.toContain('Количество');
  }
});

test('what is told of `each` is what measuring accepts, for every category, item and unit', () => {
  const things = [
    ...catalogue.categories.map((category) => ({ category })),
    ...catalogue.goods.map((item) => ({ item })),
  ];
  let seen = 0;
  for (const thing of things) {
    for (const { kind, unit, required, units } of eachRules(
      catalogue,
      thing as { category: Category } | { item: Item },
    )) {
      seen += 1;
      const choice = {
        kind,
        category: 'item' in thing ? thing.item.category : thing.category.code,
        item: 'item' in thing ? thing.item.code : null,
        exactCategory: true,
        quantity: '2',
        unit,
      };
      for (const each of units)
        expect(measure(catalogue, { ...choice, each: { quantity: '1', unit: each } })).toMatchObject({ ok: true });
      expect(measure(catalogue, choice).ok).toBe(!required);
    }
  }
  expect(seen).toBeGreaterThan(40);
});
