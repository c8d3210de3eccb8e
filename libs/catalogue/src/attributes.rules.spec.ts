import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { askedOf, onlyNew, thingsIn } from './attributes.rules.js';

test.each<[kind: string, category: string | null, item: string | null, asked: readonly string[]]>([
  ['goods', 'relief-clothing', 'clothes-adult', ['size', 'season', 'condition']],
  ['goods', 'relief-clothing', 'underwear-new', ['size', 'condition']],
  ['goods', 'family-children-goods', 'pram', ['condition']],
  ['goods', 'relief-household', 'heater', ['condition']],
  ['goods', 'relief-food-parcels', 'food-dry', []],
  ['goods', 'relief-clothing', null, ['size', 'season', 'condition']], // whatever of it may be meant
  ['goods', 'relief-hygiene', null, []],
  ['goods', 'elderly', null, ['size', 'condition']],
  ['goods', null, null, []],
  ['time', 'relief-clothing', null, []],
])('%s for %s, %s is asked %j', async (kind, category, item, asked) => {
  expect(askedOf(await catalogueFromFiles(), { kind, category, item })).toEqual(asked);
});

test('underwear is taken as new only', async () => {
  const catalogue = await catalogueFromFiles();
  expect(['underwear-new', 'clothes-adult', null].map((item) => onlyNew(catalogue, item))).toEqual([
    true,
    false,
    false,
  ]);
  expect(thingsIn(catalogue, 'relief-clothing').map(({ code }) => code)).toEqual([
    'clothes-adult',
    'shoes',
    'underwear-new',
  ]);
});
