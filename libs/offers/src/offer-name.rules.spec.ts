import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { offerName } from './offer-name.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const nameless = { title: null, item: null, category: null, kind: 'goods' as const };
test.each<[string, Partial<{ title: string; item: string; category: string; kind: 'money' | 'time' }>, RegExp, RegExp]>(
  [
    [
      'its own title, whatever else it says',
      { title: 'Куртки', item: 'heater', category: 'relief' },
      /^Куртки$/,
      /^Куртки$/,
    ],
    ['the thing before the category', { item: 'heater', category: 'relief-household' }, /^Обогревател/, /^Heater/i],
    ['the category', { category: 'relief-household' }, /^[А-ЯЁ]/, /^[A-Z]/],
    ['a sphere', { category: 'relief' }, /^Помощь в трудной ситуации$/, /^Relief and basic needs$/],
    [
      'a thing that the catalogue does not know: the category',
      { item: 'gone', category: 'relief' },
      /^Помощь/,
      /^Relief/,
    ],
    ['nothing that the catalogue knows: the kind', { item: 'gone', category: 'gone' }, /^Вещи$/, /^Goods$/],
    ['money for anything', { kind: 'money' }, /^Деньги$/, /^Money$/],
    ['time for anything', { kind: 'time' }, /^Время$/, /^Time$/],
  ],
)('a letter calls an offer by %s', (_, offer, ru, en) => {
  expect(offerName(catalogue, { ...nameless, ...offer }, 'ru')).toMatch(ru);
  expect(offerName(catalogue, { ...nameless, ...offer }, 'en')).toMatch(en);
});

test('an empty title is none', () => {
  expect(offerName(catalogue, { ...nameless, title: '' }, 'ru')).toBe('Вещи');
});
