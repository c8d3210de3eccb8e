import {
  jainIndex,
  jainOfPlaces,
  matchedByNeed,
  meanOverUnits,
  NO_SHARES,
  placeShares,
  sharesAfter,
  sharesBetween,
  sharesOf,
  type Shares,
} from './fairness.rules.js';
import type { UnitPairs } from './unit-pairs.js';

/** Three needs in two places, of two organizations; four pairs. */
const unit = {
  needs: ['a', 'b', 'c'],
  demand: Float64Array.of(100, 50, 30),
  places: ['zeya', 'zeya', 'tynda'],
  organizations: ['x', 'y', 'y'],
  col: Int32Array.of(0, 1, 0, 2),
} as unknown as UnitPairs;
const of = (shares: Shares) => ({
  region: shares.region,
  places: Object.fromEntries(shares.places),
  organizations: Object.fromEntries(shares.organizations),
});
const shares = (
  region: number,
  places: Record<string, number>,
  organizations: Record<string, number> = {},
): Shares => ({
  region,
  places: new Map(Object.entries(places)),
  organizations: new Map(Object.entries(organizations)),
});

test('what each need would receive is the sum of its pairs', () => {
  expect([...matchedByNeed(unit, Float64Array.of(40, 25, 10, 0))]).toEqual([50, 25, 0]);
});

test.each<[string, number[], object]>([
  ['nothing', [0, 0, 0], { region: 0, places: { zeya: 0, tynda: 0 }, organizations: { x: 0, y: 0 } }],
  [
    'everything',
    [100, 50, 30],
    { region: 1_000_000, places: { zeya: 1_000_000, tynda: 1_000_000 }, organizations: { x: 1_000_000, y: 1_000_000 } },
  ],
  [
    'half of the large need: each need counts once, however large',
    [50, 0, 0],
    { region: 166_666, places: { zeya: 250_000, tynda: 0 }, organizations: { x: 500_000, y: 0 } },
  ],
  [
    'a third, floored',
    [0, 0, 10],
    { region: 111_111, places: { zeya: 0, tynda: 333_333 }, organizations: { x: 0, y: 166_666 } },
  ],
])('shares of a plan that gives %s', (_, matched, expected) => {
  expect(of(sharesOf(unit, Float64Array.from(matched)))).toEqual(expected);
});

test('a unit without needs has no shares', () => {
  expect(of(sharesOf({ demand: new Float64Array(0), places: [], organizations: [] }, new Float64Array(0)))).toEqual(
    of(NO_SHARES),
  );
});

test.each<[string, Shares, Shares, object]>([
  [
    'half of what was left of half',
    shares(500_000, { zeya: 500_000 }),
    shares(500_000, { zeya: 500_000 }),
    { region: 750_000, places: { zeya: 750_000 }, organizations: {} },
  ],
  [
    'all that was left',
    shares(200_000, { zeya: 200_000 }),
    shares(1_000_000, { zeya: 1_000_000 }),
    { region: 1_000_000, places: { zeya: 1_000_000 }, organizations: {} },
  ],
  [
    'a place of which nothing was known',
    NO_SHARES,
    shares(300_000, { tynda: 300_000 }),
    { region: 300_000, places: { tynda: 300_000 }, organizations: {} },
  ],
  [
    'nothing more',
    shares(400_000, { zeya: 400_000 }),
    shares(0, { zeya: 0 }),
    { region: 400_000, places: { zeya: 400_000 }, organizations: {} },
  ],
])('together with what came before: %s', (_, before, plan, both) => {
  expect(of(sharesAfter(before, plan))).toEqual(both);
});

test.each<[string, number, object]>([
  ['the first pass counts alone', 0, { region: 900, places: { zeya: 900, tynda: 30 }, organizations: {} }],
  ['the second half', 1, { region: 500, places: { zeya: 500, tynda: 30 }, organizations: {} }],
  ['the fourth a quarter', 3, { region: 300, places: { zeya: 300, tynda: 30 }, organizations: {} }],
])('the mean of passes: %s; what is new is taken as it is', (_, count, mean) => {
  expect(of(sharesBetween(shares(100, { zeya: 100 }), count, shares(900, { zeya: 900, tynda: 30 })))).toEqual(mean);
});

test('places stand in the order of their codes, with their sums', () => {
  expect(placeShares(unit, Float64Array.of(50, 25, 30))).toEqual([
    { place: 'tynda', needed: 30, matched: 30 },
    { place: 'zeya', needed: 150, matched: 75 },
  ]);
});

test.each<[string, number[], number]>([
  ['all equal', [0.3, 0.3, 0.3], 1],
  ['one has everything', [1, 0, 0, 0], 0.25],
  ['two of four', [0.5, 0.5, 0, 0], 0.5],
  ['nobody has anything', [0, 0], 1],
  ['nobody at all', [], 1],
  ['one alone', [0.01], 1],
])('the index of fairness: %s', (_, values, index) => {
  expect(jainIndex(values)).toBeCloseTo(index, 12);
});

test('the index of places goes by shares, not by amounts: a village that has all it needs weighs as much as a town', () => {
  expect(
    jainOfPlaces([
      { place: 'tynda', needed: 10, matched: 5 },
      { place: 'zeya', needed: 1_000_000, matched: 500_000 },
    ]),
  ).toBe(1);
});

test('units weigh by their needs; none at all is 1', () => {
  const mean = (units: { needs: number; value: number }[]) =>
    meanOverUnits(
      units,
      ({ needs }) => needs,
      ({ value }) => value,
    );
  expect(
    mean([
      { needs: 3, value: 1 },
      { needs: 1, value: 0 },
    ]),
  ).toBe(0.75);
  expect(
    mean([
      { needs: 0, value: 0.2 },
      { needs: 2, value: 0.6 },
    ]),
  ).toBeCloseTo(0.6, 12);
  expect([mean([]), mean([{ needs: 0, value: 0.2 }])]).toEqual([1, 1]);
});
