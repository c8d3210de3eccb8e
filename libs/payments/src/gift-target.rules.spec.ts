import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { GIFT_TARGETS, readTarget, type GiftTargetForm } from './gift-target.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const ID = '0190f0c0-0000-7000-8000-000000000001';

test.each<[GiftTargetForm, string]>([
  [{ place: 'zeya' }, 'place zeya'],
  [{ sphere: 'elderly' }, 'sphere elderly'],
  [{ category: 'elderly-veterans' }, 'category elderly-veterans'],
  [{ organization: ID.toUpperCase() }, `organization ${ID}`],
  [{}, 'to.organization gift.one-target'],
  [{ place: 'zeya', sphere: 'elderly' }, 'to.sphere gift.one-target'],
  [{ organization: 'zeya' }, 'to.organization form.not-in-list'],
  [{ sphere: 'elderly-veterans' }, 'to.sphere form.not-in-list'],
  [{ place: 'nowhere' }, 'to.place form.not-in-list'],
])('%j is %s', (form, expected) => {
  const read = readTarget(catalogue, form, 'to.');
  expect(
    read.ok ? `${read.target.kind} ${read.target.id}` : read.errors.map(({ field, code }) => `${field} ${code}`).join(),
  ).toBe(expected);
});

test('four sorts of targets', () => expect(GIFT_TARGETS).toEqual(['organization', 'sphere', 'category', 'place']));
