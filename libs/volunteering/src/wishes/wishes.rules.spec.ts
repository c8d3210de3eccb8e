import { catalogueFromFiles, type Catalogue } from '#catalogue';
import { suits, wishErrors, type ShiftToWish, type ShiftWish } from './wishes.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const wish = (changes: Partial<ShiftWish> = {}): ShiftWish => ({
  place: 'blagoveshchensk',
  radiusKm: 50,
  remote: false,
  skills: ['sorting'],
  windows: [],
  ...changes,
});
/** On a Saturday in Blagoveshchensk, which is nine hours ahead of UTC. */
const shift = (from: number, until: number, changes: Partial<ShiftToWish> = {}): ShiftToWish => ({
  startsAt: new Date(Date.UTC(2026, 11, 5, from - 9)),
  endsAt: new Date(Date.UTC(2026, 11, 5, until - 9)),
  place: 'blagoveshchensk',
  remote: false,
  anyTime: false,
  skills: [],
  ...changes,
});
const hours = (from: string, until: string, ...days: number[]) => ({ days, from, until });

test.each<[what: string, wish: Partial<ShiftWish>, shift: ShiftToWish, suits: boolean]>([
  ['at any time', {}, shift(3, 5), true],
  ['with the skill that is asked for', {}, shift(10, 12, { skills: ['sorting'] }), true],
  ['with one of two', {}, shift(10, 12, { skills: ['sorting', 'english'] }), false],
  ['too far away', {}, shift(10, 12, { place: 'selemdzhinsky' }), false],
  ['as far as that', { radiusKm: 500 }, shift(10, 12, { place: 'selemdzhinsky' }), true],
  ['from home, which was not wished for', {}, shift(10, 12, { remote: true }), false],
  ['from home', { remote: true }, shift(10, 12, { remote: true, place: 'selemdzhinsky' }), true],
  ['on Saturday morning', { windows: [hours('09:00', '12:00', 6, 7)] }, shift(9, 12), true],
  ['a little longer than that', { windows: [hours('09:00', '12:00', 6, 7)] }, shift(9, 13), false],
  ['through two windows', { windows: [hours('12:00', '17:00', 6), hours('09:00', '12:00', 6)] }, shift(10, 15), true],
  ['with a gap', { windows: [hours('09:00', '12:00', 6), hours('13:00', '17:00', 6)] }, shift(10, 15), false],
  ['without an hour', { windows: [hours('09:00', '12:00', 6)] }, shift(22, 24, { anyTime: true }), true],
  ['on another day', { windows: [hours('09:00', '24:00', 1, 2, 3, 4, 5)] }, shift(10, 12), false],
  ['until midnight', { windows: [hours('17:00', '24:00', 6)] }, shift(20, 24), true],
  ['after midnight', { windows: [hours('00:00', '24:00', 6, 7)] }, shift(22, 26), false],
])('%s', (_what, wished, of, answer) => {
  expect(suits(catalogue, wish(wished), of)).toBe(answer);
});

test.each<[changes: Partial<ShiftWish>, errors: string[]]>([
  [{}, []],
  [{ place: 'nowhere' }, ['place form.not-in-list']],
  [{ radiusKm: 0 }, ['radiusKm form.too-small']],
  [{ radiusKm: 1001 }, ['radiusKm form.too-large']],
  [{ skills: ['sorting', 'nothing'] }, ['skills form.not-in-list']],
  [{ windows: [hours('09:00', '24:00', 1)] }, []],
  [{ windows: [hours('12:00', '09:00', 1)] }, ['windows wish.no-window']],
  [{ windows: [hours('09:00', '25:00', 1)] }, ['windows wish.no-window']],
  [{ windows: [hours('09:00', '12:00', 8)] }, ['windows wish.no-window']],
  [{ windows: [hours('09:00', '12:00')] }, ['windows wish.no-window']],
])('%j: %j', (changes, errors) => {
  expect(wishErrors(catalogue, wish(changes)).map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
});
