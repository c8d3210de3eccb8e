import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { firstStatus, reviewReasons } from './reviewed.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

test.each([
  ['goods', 'relief-household', 'heater', []],
  ['goods', 'relief-household', 'other-goods', ['unlisted']],
  ['goods', 'family-newborn', 'food-baby', ['baby-food']],
  ['goods', 'family-newborn', 'diapers-child', []],
  ['goods', 'ngo-transport', 'fuel', ['hazard']],
  ['goods', 'health-equipment', 'medical-device', ['licensed']],
  ['goods', 'health-equipment', null, ['licensed']],
  ['goods', 'relief-household', 'hearing-vision', ['licensed']],
  ['goods', 'health-equipment', 'fuel', ['licensed', 'hazard']],
  ['money', 'health-medicine', null, []],
  ['time', 'disability-rehab', null, []],
] as const)('%s of %s, %s: %j', (kind, category, item, reasons) => {
  expect(reviewReasons(catalogue, { kind, category, item })).toEqual(reasons);
});

test.each([
  [false, [], 'unconfirmed'],
  [false, ['amount'], 'unconfirmed'],
  [true, ['amount'], 'in_review'],
  [true, [], 'open'],
] as const)('confirmed %j, reasons %j: %s', (confirmed, reasons, status) => {
  expect(firstStatus({ confirmed }, reasons)).toBe(status);
});
