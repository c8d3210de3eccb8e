import type { Catalogue } from '#catalogue';
import {
  bulkOf,
  capacityOf,
  kgOf,
  legErrors,
  m3Of,
  timesMeet,
  tripErrors,
  type LegForm,
  type TripForm,
} from './forms.rules.js';

const NOW = new Date('2026-11-30T00:00:00Z');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);
const catalogue = {
  place: (code: string) => (code === 'zeya' ? { retiredAt: null } : code === 'old' ? { retiredAt: NOW } : undefined),
} as unknown as Catalogue;
const leg = (changes: Partial<LegForm>): LegForm => ({ kg: 2, m3: 0.1, address: 'ул. Образцовая, 1', ...changes });
const trip = (changes: Partial<TripForm>): TripForm => ({
  from: hours(10),
  until: hours(18),
  route: ['zeya'],
  kg: 100,
  m3: 2,
  ...changes,
});
const OFFER = { startsAt: null, until: hours(1000) };

test('what is carried is rounded up, what a car takes is rounded down', () => {
  expect(bulkOf(1.2345, 0.0001)).toEqual({ grams: 1235, litres: 1 });
  expect(capacityOf(1.2349, 0.1)).toEqual({ grams: 1234, litres: 100 });
  expect(bulkOf(0.3, 2.4)).toEqual({ grams: 300, litres: 2400 }); // 2.4 is no sum of halves
  expect([kgOf(1235), m3Of(2400)]).toEqual([1.235, 2.4]);
});

test.each<[Partial<LegForm>, string[]]>([
  [{}, []],
  [{ kg: undefined }, ['kg form.required']],
  [{ m3: undefined }, ['m3 form.required']],
  [{ address: ' дом ' }, ['address delivery.address-short']],
  [{ place: 'nowhere' }, ['place form.not-in-list']],
  [{ place: 'old' }, ['place form.not-in-list']],
  [{ from: hours(2), until: hours(1) }, ['until delivery.ends-first']],
  [{ from: hours(-9), until: hours(-1) }, ['until delivery.past']],
  [{ from: hours(1), until: hours(61 * 24) }, ['until delivery.window-long']],
  [{ from: hours(185 * 24), until: hours(186 * 24) }, ['from delivery.too-far']],
])('a leg with %j', (changes, wrong) => {
  expect(legErrors(catalogue, leg(changes), NOW).map(({ field, code }) => `${field} ${code}`)).toEqual(wrong);
});

test.each<[Partial<TripForm>, string[]]>([
  [{}, []],
  [{ until: hours(10 + 73) }, ['until delivery.trip-long']],
  [{ route: ['zeya', 'nowhere'] }, ['route.1 form.not-in-list']],
  [{ until: hours(1001), from: hours(990) }, ['from delivery.outside-offer']],
  [{ contact: { phone: 'позвоните' } }, ['contact.phone form.not-a-phone']],
])('a trip with %j', (changes, wrong) => {
  expect(tripErrors(catalogue, trip(changes), OFFER, NOW).map(({ field, code }) => `${field} ${code}`)).toEqual(wrong);
});

test('an offer that begins later bounds a trip from below', () => {
  expect(tripErrors(catalogue, trip({}), { ...OFFER, startsAt: hours(11) }, NOW)).toHaveLength(1);
});

test('times meet where both windows have an instant in common', () => {
  const window = (from: number, until: number) => ({ startsAt: hours(from), endsAt: hours(until) });
  expect([timesMeet(window(1, 3), window(2, 4)), timesMeet(window(1, 2), window(2, 4))]).toEqual([true, false]);
});
