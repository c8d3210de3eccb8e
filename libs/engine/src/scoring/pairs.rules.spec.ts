import { BELOGORSK, DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { hardConditions, largestMeeting, purposeFit, smallestMeeting } from './pairs.rules.js';
import type { NeedSide, OfferSide } from '../sides.js';

const world = { now: NOON };

test('a pair that meets every condition has no obstacle', () => {
  expect(hardConditions(offerSide(), needSide(), world)).toEqual([]);
});

test.each<[string, Partial<OfferSide>, Partial<NeedSide>, string[]]>([
  ['another kind', { kind: 'time' }, {}, ['kind']],
  ['another category', { category: 'relief-food-parcels' }, {}, ['purpose']],
  ['another unit', { baseUnit: 'set' }, {}, ['unit']],
  [
    'a skill is missing',
    { kind: 'time', skills: ['driving'] },
    { kind: 'time', skills: ['driving', 'loading'] },
    ['skills'],
  ],
  ['more skills than needed', { skills: ['driving', 'loading'] }, { skills: ['loading'] }, []],
  ['things need no skills', {}, { skills: ['loading'] }, []],
  ['nobody has seen the papers that are asked for', { kind: 'time' }, { kind: 'time', vettedOnly: true }, ['vetting']],
  [
    'this organization has seen them',
    { kind: 'time', checks: [{ organization: 'organization-1', until: NOON + 1 }] },
    { kind: 'time', vettedOnly: true },
    [],
  ],
  [
    'they were seen for all',
    { kind: 'time', checks: [{ organization: null, until: NOON + 1 }] },
    { kind: 'time', vettedOnly: true },
    [],
  ],
  [
    'another organization has seen them for itself',
    { kind: 'time', checks: [{ organization: 'organization-2', until: NOON + DAY }] },
    { kind: 'time', vettedOnly: true },
    ['vetting'],
  ],
  [
    'seen, but no longer valid',
    { kind: 'time', checks: [{ organization: null, until: NOON }] },
    { kind: 'time', vettedOnly: true },
    ['vetting'],
  ],
  ['things need no vetting', {}, { vettedOnly: true }, []],
  ['bound to this need', { only: ['need-1'] }, {}, []],
  ['bound to its organization', { only: ['organization-1'] }, {}, []],
  ['bound to its place', { only: ['blagoveshchensk'] }, {}, []],
  ['bound to its category', { only: ['relief-clothing'] }, {}, []],
  ['bound to its sphere', { only: ['relief'] }, {}, []],
  ['bound to another need', { only: ['need-2'] }, {}, ['bound']],
  ['bound to another place', { only: ['tynda'] }, {}, ['bound']],
  ['bound to any of several, this among them', { only: ['tynda', 'elderly', 'organization-1'] }, {}, []],
  ['a wish does not loosen what binds', { only: ['tynda'], prefers: ['blagoveshchensk'] }, {}, ['bound']],
  ['good beyond the date of the need', { bestBefore: NOON + 12 * DAY }, {}, []],
  ['spoilt before the date of the need', { bestBefore: NOON + 5 * DAY }, {}, ['best-before']],
  [
    'spoilt before the date of the need, but handed over while it is good',
    { bestBefore: NOON + 5 * DAY, until: NOON + 4 * DAY },
    {},
    [],
  ],
  ['kept cold and near', { cold: true }, { keepsCold: true }, []],
  ['must be kept cold, and is not', { cold: true }, {}, ['cold']],
  [
    'kept cold, but too far for any radius',
    { cold: true, radiusKm: null },
    { keepsCold: true, at: { lat: 55.15, lon: 124.73 } },
    ['distance'],
  ],
  ['kept cold, and nobody knows how far', { cold: true, at: null }, { keepsCold: true }, ['cold']],
  ['too far (100 km, goes 50)', {}, { at: BELOGORSK }, ['distance']],
  ['far enough', { radiusKm: 110 }, { at: BELOGORSK }, []],
  ['no radius: anywhere', { radiusKm: null }, { at: BELOGORSK }, []],
  ['far but remote', {}, { at: BELOGORSK, remote: true }, []],
  ['a donor without a place', { at: null }, { at: BELOGORSK }, []],
  ['the offer is over', { until: NOON - 1 }, {}, ['time']],
  ['the need is over', {}, { deadline: NOON }, ['time']],
  ['the offer begins after the deadline', { from: NOON + 20 * DAY }, {}, ['time']],
  ['the need begins after the offer ends', { until: NOON + DAY }, { from: NOON + 2 * DAY }, ['time']],
  ['they share one instant', { until: NOON + DAY }, { from: NOON + DAY }, []],
  ['the smallest useful part is more than the offer has', {}, { min: 10 }, ['minima']],
  ['the lot is larger than what is still open', { min: 9 }, { left: 8 }, ['minima']],
  ['less is open than one box holds', { min: 5, step: 5 }, { left: 4 }, ['minima']],
  ['one box fits', { min: 5, step: 5 }, { left: 6 }, []],
  ['a minimum never bars the last remainder of the need', {}, { left: 5, min: 10 }, []],
  ['a lot never bars the last remainder of the offer', { left: 3, min: 5 }, {}, []],
  ['nothing left of the offer', { left: 0 }, {}, ['closed']],
  ['nothing left of the need', {}, { left: 0 }, ['closed']],
  ['the need is not open', {}, { live: false }, ['closed']],
  ['the offer was withdrawn', { live: false }, {}, ['closed']],
  ['the own organization of a person', { owners: ['organization-1'] }, {}, ['own']],
  ['an organization to itself', { donor: 'organization-1' }, {}, ['own']],
])('%s', (_, offer, need, obstacles) => {
  expect(hardConditions(offerSide(offer), needSide(need), world)).toEqual(obstacles);
});

test('a declined pair is barred for good, one that was told "not now" until its time', () => {
  expect(hardConditions(offerSide(), needSide(), { now: NOON, excludedUntil: Infinity })).toEqual(['declined']);
  expect(hardConditions(offerSide(), needSide(), { now: NOON, excludedUntil: NOON + 1 })).toEqual(['declined']);
  expect(hardConditions(offerSide(), needSide(), { now: NOON, excludedUntil: NOON })).toEqual([]);
});

test.each([
  ['heater', 'a', 'heater', 'a', 'item'],
  ['heater', 'sphere', 'heater', 'a', 'item'],
  ['heater', 'b', 'heater', 'a', 'item-elsewhere'],
  ['heater', 'a', 'boots', 'a', null],
  ['heater', 'a', null, 'a', 'category-loose'],
  [null, 'a', 'heater', 'a', 'category-loose'],
  [null, 'a', null, 'a', 'category'],
  [null, 'sphere', null, 'a', 'sphere'],
  [null, null, null, 'a', 'any'],
  ['heater', 'b', null, 'a', null],
  [null, 'b', null, 'a', null],
])('offer of %s in %s for a need of %s in %s: %s', (offerItem, offerCategory, needItem, needCategory, fit) => {
  expect(
    purposeFit(
      { item: offerItem, category: offerCategory },
      { item: needItem, category: needCategory, sphere: 'sphere' },
    ),
  ).toBe(fit);
});

test('the amount is as large as both sides allow, and nothing below what both take', () => {
  expect(largestMeeting({ left: 9, min: 1, step: 1 }, { left: 14, min: 1 })).toBe(9);
  expect(largestMeeting({ left: 50, min: 5, step: 1 }, { left: 14, min: 10 })).toBe(14);
  expect(largestMeeting({ left: 50, min: 20, step: 1 }, { left: 14, min: 10 })).toBe(0);
  expect(smallestMeeting({ left: 50, min: 5, step: 1 }, { left: 14, min: 10 })).toBe(10);
});

test.each([
  // of an offer: left, min, step; of a need: left, min; smallest, largest
  [50, 12, 12, 20, 1, 12, 12],
  [50, 12, 12, 30, 13, 24, 24],
  [50, 12, 12, 20, 15, 24, 0], // the need wants more than one box and has no room for two
  [50, 12, 12, 10, 1, 12, 0],
  [24, 12, 12, 90, 1, 12, 24],
  [7, 12, 12, 20, 1, 7, 7], // the last of an offer is no whole box
  [7, 12, 12, 5, 1, 7, 0],
  [31, 12, 12, 40, 30, 31, 31],
])(
  '%i (at least %i, in boxes of %i) for %i (at least %i): from %i to %i',
  (left, min, step, open, least, smallest, largest) => {
    expect([
      smallestMeeting({ left, min, step }, { left: open, min: least }),
      largestMeeting({ left, min, step }, { left: open, min: least }),
    ]).toEqual([smallest, largest]);
  },
);
