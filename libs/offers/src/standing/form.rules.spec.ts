import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../../test/support/catalogue.js';
import {
  outdatedIn,
  readStandingChanges,
  readStandingOffer,
  termsToday,
  type StandingColumns,
  type StandingOfferChanges,
  type StandingOfferForm,
} from './form.rules.js';
import type { StandingOfferEntity } from './standing-offer.entity.js';

// 08:00 of 1 December in Blagoveshchensk, 23:00 of 30 November in UTC.
const now = new Date('2026-11-30T23:00:00Z');
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const form: StandingOfferForm = {
  kind: 'money',
  quantity: '1000',
  unit: 'rub',
  frequency: 'monthly',
  firstOn: '2026-12-01',
};
const food: StandingOfferForm = {
  kind: 'goods',
  category: 'relief-food-parcels',
  quantity: '5',
  unit: 'kg',
  frequency: 'weekly',
  firstOn: '2026-12-05',
  keepsDays: 30,
  coldChain: false,
};
type Read = ReturnType<typeof readStandingOffer>;
const faults = (read: Read): string[] => (read.ok ? [] : read.errors.map(({ field, code }) => `${field} ${code}`));
const columns = (changes: Partial<StandingOfferForm> = {}): StandingColumns => {
  const read = readStandingOffer(catalogue, { ...form, ...changes }, now);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.columns;
};

test.each<[string, Partial<StandingOfferForm>, string[]]>([
  ['today, by the day of the installation', {}, []],
  ['yesterday', { firstOn: '2026-11-30' }, ['firstOn standing.first-in-past']],
  ['in 366 days', { firstOn: '2027-12-02' }, []],
  ['in 367 days', { firstOn: '2027-12-03' }, ['firstOn standing.first-too-far']],
  ['no day', { firstOn: '2026-02-30' }, ['firstOn standing.not-a-day']],
  ['every now and then', { frequency: 'daily' }, ['frequency form.not-in-list']],
  ['every 24 months', { interval: 24 }, []],
  ['every 25 months', { interval: 25 }, ['interval form.too-large']],
  ['every 0 months', { interval: 0 }, ['interval form.too-small']],
  ['every month and a half', { interval: 1.5 }, ['interval form.wrong-type']],
  ['to the day on which it begins', { lastOn: '2026-12-01' }, []],
  ['to a day before it begins', { firstOn: '2026-12-10', lastOn: '2026-12-09' }, ['lastOn standing.last-before-first']],
  ['to no day', { lastOn: 'spring' }, ['lastOn standing.not-a-day']],
  ['120 times', { times: 120 }, []],
  ['121 times', { times: 121 }, ['times form.too-large']],
  ['never', { times: 0 }, ['times form.too-small']],
  ['with two ends', { times: 3, lastOn: '2027-12-01' }, ['times standing.two-ends']],
  ['each for 366 days', { standsDays: 366 }, []],
  ['each for 367 days', { standsDays: 367 }, ['standsDays form.too-large']],
  ['each for no day', { standsDays: 0 }, ['standsDays form.too-small']],
  ['of nothing', { quantity: '0' }, ['quantity quantity.not-positive']],
  [
    'wrong in time and in quantity',
    { firstOn: '2026-11-01', quantity: 'much' },
    ['firstOn standing.first-in-past', 'quantity quantity.not-a-number'],
  ],
])('a repeat %s', (_, changes, wrong) => {
  expect(faults(readStandingOffer(catalogue, { ...form, ...changes }, now))).toEqual(wrong);
});

test.each<[string, Partial<StandingOfferForm>, string[]]>([
  ['says both', {}, []],
  ['says not how long it keeps', { keepsDays: null }, ['keepsDays offer.keeps-days-needed']],
  ['says not whether it must be cold', { coldChain: null }, ['coldChain offer.cold-chain-needed']],
  ['keeps for no day', { keepsDays: 0 }, ['keepsDays form.too-small']],
  ['keeps for eleven years', { keepsDays: 3661 }, ['keepsDays form.too-large']],
])('food that %s', (_, changes, wrong) => {
  expect(faults(readStandingOffer(catalogue, { ...food, ...changes }, now))).toEqual(wrong);
});

test.each([
  ['weekly', 14],
  ['monthly', 30],
  ['yearly', 90],
])('where nothing is said, a %s offer stands for %d days, every time, without an end', (frequency, standsDays) => {
  expect(columns({ frequency })).toMatchObject({
    interval: 1,
    standsDays,
    lastOn: null,
    times: null,
    keepsDays: null,
    amount: 100_000,
  });
});

test('days are those of the place where the donor is', () => {
  expect(columns({ place: 'zeya' }).timeZone).toBe(catalogue.place('zeya')?.timeZone);
  expect(columns().timeZone).toBe(catalogue.timeZone);
});

test('no time of a single offer is left in what all of them are', () => {
  for (const field of ['startsAt', 'until', 'bestBefore']) expect(columns()).not.toHaveProperty(field);
});

const standing = (changes: Partial<StandingOfferEntity> = {}): StandingOfferEntity =>
  ({ ...columns({ firstOn: '2026-12-01', times: 12 }), ...changes }) as StandingOfferEntity;
test.each<[string, Partial<StandingOfferEntity>, StandingOfferChanges, Partial<StandingColumns>]>([
  ['nothing', {}, {}, { times: 12, amount: 100_000, frequency: 'monthly' }],
  ['the quantity', {}, { quantity: '500' }, { amount: 50_000, times: 12 }],
  ['an end by a day, in place of the number', {}, { lastOn: '2027-06-01' }, { lastOn: '2027-06-01', times: null }],
  [
    'an end by a number, in place of the day',
    { times: null, lastOn: '2027-06-01' },
    { times: 3 },
    { lastOn: null, times: 3 },
  ],
  ['no end', {}, { times: null }, { times: null, lastOn: null }],
  ['the interval', {}, { interval: 2 }, { interval: 2, times: 12 }],
  [
    'what began long ago, and goes on',
    { firstOn: '2025-01-01' },
    { title: 'Раз в месяц' },
    { firstOn: '2025-01-01', title: 'Раз в месяц' },
  ],
])('an edit of %s', (_, before, changes, after) => {
  expect(readStandingChanges(catalogue, standing(before), changes, now)).toMatchObject({ ok: true, columns: after });
});

test('a new first date must still come; two ends at once are one too many', () => {
  expect(
    faults(readStandingChanges(catalogue, standing({ firstOn: '2025-01-01' }), { firstOn: '2025-02-01' }, now)),
  ).toEqual(['firstOn standing.first-in-past']);
  expect(faults(readStandingChanges(catalogue, standing(), { times: 3, lastOn: '2027-06-01' }, now))).toEqual([
    'times standing.two-ends',
  ]);
});

test('what the catalogue has no more is told on the day; what was replaced opens as what took its place', () => {
  expect(outdatedIn(catalogue, standing(), now)).toEqual([]);
  expect(outdatedIn(catalogue, standing({ category: 'gone', item: 'gone' }), now)).toEqual([
    { field: 'category', code: 'form.not-in-list' },
    { field: 'item', code: 'form.not-in-list' },
  ]);
  const replaced = Object.create(catalogue, {
    present: { value: (code: string) => (code === 'old' ? 'relief-household' : code) },
  }) as Catalogue;
  expect(termsToday(replaced, standing({ category: 'old' })).category).toBe('relief-household');
  expect(outdatedIn(replaced, standing({ category: 'old' }), now)).toEqual([]);
});
