import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { mustStayCold, saysStorage } from './storage.rules.js';

test.each<
  [kind: string, category: string | null, item: string | null, said: boolean | null, says: boolean, cold: boolean]
>([
  ['goods', 'relief-food-parcels', null, null, true, false],
  ['goods', 'relief-hot-meals', null, true, true, true],
  ['goods', 'relief-food-parcels', 'food-dairy-meat', null, true, true],
  ['goods', 'relief-food-parcels', 'food-dairy-meat', false, true, true], // milk and meat stay cold whatever is said
  ['goods', 'relief-food-parcels', 'food-dry', false, true, false],
  ['goods', 'emergency-water', 'water', null, true, false],
  ['goods', 'emergency-gear', 'first-aid-kit', null, true, false],
  ['goods', 'relief-household', 'heater', null, false, false],
  ['goods', 'nature-trees', 'seedlings', null, false, false],
  ['goods', null, null, null, false, false],
  ['money', 'relief-food-parcels', null, true, false, false],
  ['time', 'relief-hot-meals', null, null, false, false],
])('%s for %s, %s, said %s: must say %s, cold %s', async (kind, category, item, said, says, cold) => {
  const catalogue = await catalogueFromFiles();
  expect([
    saysStorage(catalogue, { kind, category, item }),
    mustStayCold(catalogue, { kind, category, item }, said),
  ]).toEqual([says, cold]);
});
