import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { needSideOf, offerSideOf, strangers } from './sides.rules.js';

const now = new Date('2026-11-30T00:00:00Z');
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const offer = (cells: Record<string, string> = {}) =>
  offerSideOf(
    catalogue,
    { id: 'o-1', kind: 'goods', category: 'relief-household', item: 'heater', quantity: '5', unit: 'pcs', ...cells },
    now,
  );
const need = (cells: Record<string, string> = {}) =>
  needSideOf(
    catalogue,
    {
      id: 'n-1',
      organization: 'Тепло',
      kind: 'goods',
      category: 'relief-household',
      item: 'heater',
      quantity: '5',
      unit: 'pcs',
      place: 'zeya',
      ...cells,
    },
    now,
  );

test('an offer of a file is one as the API would take it: ninety days, nobody’s own, live', () => {
  expect(offer()).toMatchObject({
    ok: true,
    side: {
      id: 'o-1',
      baseUnit: 'pcs',
      left: 5,
      min: 1,
      step: 1,
      until: now.getTime() + 90 * 86_400_000,
      from: null,
      prefers: [],
      only: [],
      checks: [],
      owners: [],
      live: true,
      cold: false,
    },
  });
});

test('a need of a file is open for sixty-one days, in the time of its place, with the sphere of its category', () => {
  expect(need()).toMatchObject({
    ok: true,
    side: {
      id: 'n-1',
      organization: 'Тепло',
      sphere: 'relief',
      required: 5,
      left: 5,
      min: 1,
      place: 'zeya',
      deadline: now.getTime() + 61 * 86_400_000,
      utcOffsetMinutes: 540,
      urgency: 3,
      remote: false,
    },
  });
});

test('a place that is named is meant with everything in it, and named twice once', () => {
  const region = catalogue.region!.code;
  const side = offer({ prefers: `${region}|${region}`, only: 'zeya' });
  expect(side).toMatchObject({ ok: true, side: { only: expect.arrayContaining(['zeya']) } });
  expect(side.ok && new Set(side.side.prefers).size).toBe(side.ok && side.side.prefers.length);
  expect(side.ok && side.side.prefers.length).toBeGreaterThan(10);
});

test('a point of its own is nearer than the centre of the place', () => {
  expect(offer({ place: 'zeya', lat: '53.5', lon: '127' })).toMatchObject({
    ok: true,
    side: { place: 'zeya', at: { lat: 53.5, lon: 127 } },
  });
  expect(offer({ place: 'zeya' })).toMatchObject({ ok: true, side: { at: { lat: catalogue.place('zeya')!.lat } } });
});

test('papers count where the file says that they were seen', () => {
  const time = { kind: 'time', item: '', category: 'relief-papers', unit: 'hour' };
  expect(offer({ ...time, vetted: 'yes' })).toMatchObject({
    ok: true,
    side: { checks: [{ organization: null, until: Infinity }] },
  });
  expect(offer({ ...time, vetted: 'no' })).toMatchObject({ ok: true, side: { checks: [] } });
});

test.each<
  [
    string,
    () => { readonly ok: boolean; readonly errors?: readonly { readonly field: string; readonly code: string }[] },
    string,
  ]
>([
  ['a cell that cannot be read', () => offer({ until: 'soon' }), 'until form.not-a-date'],
  ['a point that is nowhere', () => offer({ lat: '0', lon: '0' }), 'lat exchange.far-from-places'],
  ['what the form refuses', () => offer({ quantity: '0.5' }), 'quantity quantity.too-fine'],
  ['a category that there is not', () => need({ category: 'nothing' }), 'category catalogue.unknown-category'],
  ['a deadline that has passed', () => need({ deadline: '2026-01-01' }), 'deadline need.deadline-in-past'],
])('%s is told at the first thing that stops it', (_, read, fault) => {
  const side = read();
  expect(side.ok).toBe(false);
  expect(side.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([fault]);
});

test.each<[string, string[], string[], string[]]>([
  ['codes of the catalogue', ['relief', 'zeya', 'relief-household'], ['zeya'], []],
  ['organizations and needs of the file', ['Тепло'], ['Тепло', 'n-7'], []],
  ['a need as a wish', ['n-7'], [], ['prefers form.not-in-list']],
  ['nobody that is known', ['Холод'], ['n-8'], ['prefers form.not-in-list', 'only offer.bound-to-unknown']],
])('%s: strangers are named by field', (_, prefers, only, faults) => {
  const known = { organization: (id: string) => id === 'Тепло', need: (id: string) => id === 'n-7' };
  expect(strangers(catalogue, { prefers, only }, known).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});
