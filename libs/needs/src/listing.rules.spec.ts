import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { listFaults, NEED_CURSORS, NEED_SORTS, type NeedFilters } from './listing.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

test.each<[string, NeedFilters, string[]]>([
  ['nothing', {}, []],
  ['by distance from nowhere', { sort: 'distance' }, ['near form.required']],
  ['a radius around nowhere', { radiusKm: 50 }, ['near form.required']],
  ['both: said once', { sort: 'distance', radiusKm: 50 }, ['near form.required']],
  ['around a place', { sort: 'distance', near: 'zeya', radiusKm: 50 }, []],
  ['around a place that is none', { near: 'atlantis' }, ['near form.not-in-list']],
  ['what is over, by deadline, of everybody', { status: ['expired'], sort: 'deadline' }, ['status form.not-in-list']],
  [
    'what is over and what lives, by urgency',
    { status: ['open', 'expired'], sort: 'urgency' },
    ['status form.not-in-list'],
  ],
  ['what is over, newest first', { status: ['expired'], sort: 'newest' }, []],
  ['what is over, in the usual order', { status: ['expired'] }, []],
  ['what is over, of one organization', { status: ['expired'], sort: 'deadline', organization: 'o' }, []],
  ['what lives, by deadline', { status: ['open'], sort: 'deadline' }, []],
  ['two faults', { status: ['expired'], sort: 'distance' }, ['near form.required', 'status form.not-in-list']],
])('a list of %s', (_, filters, faults) => {
  expect(listFaults(catalogue, filters).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test('every order has a cursor, which ends with the id: two rows of one moment are never skipped', () => {
  expect(Object.keys(NEED_CURSORS).sort()).toEqual([...NEED_SORTS].sort());
  for (const parts of Object.values(NEED_CURSORS)) expect(parts.at(-1)).toBe('id');
});
