import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import {
  changedTerms,
  checkTerms,
  missingStorage,
  readTerms,
  type OfferTerms,
  type OfferTermsForm,
} from './offer-terms.rules.js';

const now = new Date('2026-03-01T00:00:00Z');
const heaters = { kind: 'goods', category: 'relief-household', item: 'heater' };
const food = { kind: 'goods', category: 'relief-food-parcels', item: 'food-dry' };
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});
const read = (form: OfferTermsForm = {}, thing = heaters): OfferTerms =>
  readTerms(catalogue, thing, { place: 'zeya', radiusKm: 900, ...form }, now, []);
const said = (errors: readonly FieldError[]): string[] => errors.map(({ field, code }) => `${field} ${code}`);

test.each<[string, OfferTermsForm, string[]]>([
  ['nothing said', {}, []],
  ['a radius round nowhere', { place: null }, ['radiusKm offer.radius-needs-place']],
  ['an end in the past', { until: now }, ['until offer.until-in-past']],
  ['an end in three years', { until: new Date('2029-01-01T00:00:00Z') }, ['until offer.until-too-far']],
  ['an unknown preference', { prefers: ['relief', 'zeya', 'nothing'] }, ['prefers.2 form.not-in-list']],
  [
    'bound to a place, a sphere, a category, somebody',
    { only: ['tynda', 'relief', 'relief-household', '01900000-0000-7000-8000-00000000dead'] },
    [],
  ],
  ['bound to what nobody knows', { only: ['tynda', 'narnia'] }, ['only.1 offer.bound-to-unknown']],
  ['bound to too much', { only: Array.from({ length: 21 }, (_, at) => `p${at}`) }, ['only form.too-many']],
  ['spoilt already', { bestBefore: now }, ['bestBefore offer.best-before-past']],
  ['good for ever', { bestBefore: new Date('2126-01-01T00:00:00Z') }, ['bestBefore offer.best-before-too-far']],
  ['too many preferences', { prefers: Array.from({ length: 21 }, (_, at) => `p${at}`) }, ['prefers form.too-many']],
])('%s', (_, form, errors) => {
  expect(said(checkTerms(catalogue, read(form), now))).toEqual(errors);
});

test('food and medicine say until when they keep and whether they stay cold; everything else need not', () => {
  const missing = (thing: typeof food, form: OfferTermsForm = {}): string[] =>
    said(missingStorage(catalogue, { ...thing, ...read(form, thing) }));
  expect(missing(heaters)).toEqual([]);
  expect(missing(food)).toEqual(['bestBefore offer.best-before-needed', 'coldChain offer.cold-chain-needed']);
  expect(missing(food, { coldChain: false })).toEqual(['bestBefore offer.best-before-needed']);
  expect(missing(food, { bestBefore: new Date('2026-09-01T00:00:00Z'), coldChain: false })).toEqual([]);
});

test('without an end it stands for 90 days, counted from its beginning', () => {
  expect(read().until).toEqual(new Date('2026-05-30T00:00:00Z'));
  expect(read({ from: new Date('2026-03-11T00:00:00Z') }).until).toEqual(new Date('2026-06-09T00:00:00Z'));
});

test.each<[string, OfferTermsForm, Partial<OfferTerms>]>([
  ['nothing: all stays', {}, { title: 'Тепло', place: 'zeya', radiusKm: 900, only: ['tynda'] }],
  ['words of spaces: none', { title: '  ' }, { title: null }],
  ['a place and no radius', { place: 'tynda', radiusKm: null }, { place: 'tynda', radiusKm: null }],
  ['no end: the one it has', { until: null }, { until: new Date('2026-05-30T00:00:00Z') }],
  ['codes said twice: once', { only: ['zeya', 'zeya'], skills: [] }, { only: ['zeya'], skills: [] }],
])('an edit that names %s', (_, changes, terms) => {
  const before = { ...heaters, ...read({ title: ' Тепло ', only: ['tynda'] }) };
  const wrong: FieldError[] = [];
  expect(changedTerms(catalogue, before, changes, now, wrong)).toMatchObject(terms);
  expect(wrong).toEqual([]);
});
