import fc from 'fast-check';
import { build, bruteForce, words, worlds, type World } from '../../../../test/factories/worlds.js';
import { needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { hardConditions, smallestMeeting } from '../scoring/pairs.rules.js';
import { PairIndex } from '../index/pair-index.js';
import { scoreParts } from '../scoring/pair-score.rules.js';
import { scoreOf } from '../index/pair-sum.js';
import { freshContext } from '../scoring-context.js';
import { readWeights } from '../scoring/score.rules.js';
import type { UnitPairs } from './unit-pairs.js';
import type { PairsCut } from './walk.js';

const WHOLE: PairsCut = { least: 1000, most: 1000, cover: 1, spread: 0 };
const exclusionOf = (world: World, offer: string, need: string): number | null =>
  world.exclusions.get(`${offer} ${need}`) ?? null;

/** Pairs as lines: `offer need score`. */
function lines(units: readonly UnitPairs[]): string[] {
  return units.flatMap(({ offers, needs, start, col, sum }) =>
    offers.flatMap((offer, at) =>
      Array.from(
        col.subarray(start[at], start[at + 1]),
        (need, k) => `${offer} ${needs[need]} ${scoreOf(sum[start[at]! + k]!)}`,
      ),
    ),
  );
}

function everyPair(world: World): string[] {
  return world.offers
    .flatMap((offer) =>
      bruteForce(world, { offer: offer.id }, 1000).map(({ id, score }) => `${offer.id} ${id} ${score}`),
    )
    .sort();
}

test('without a cut there is every pair that may meet, with the score of its parts', async () => {
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const expected = everyPair(world);
      pairs += expected.length;
      expect(lines(await build(world).unitPairs(NOON, undefined, WHOLE)).sort()).toEqual(expected);
    }),
    { numRuns: 50 },
  );
  expect(pairs).toBeGreaterThan(200); // the random worlds are not empty
});

test('cut, every side keeps its best, and nobody who may meet somebody is left without', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.integer({ min: 1, max: 4 }), async (world, most) => {
      const cut = lines(await build(world).unitPairs(NOON, undefined, { least: most, most, cover: 1, spread: 0 })).map(
        (line) => line.split(' '),
      );
      const best = (found: readonly { score: number }[]): number[] => found.map(({ score }) => score);
      for (const [side, at] of [
        ['offer', 0],
        ['need', 1],
      ] as const) {
        for (const { id } of side === 'offer' ? world.offers : world.needs) {
          const kept = cut
            .filter((line) => line[at] === id)
            .map((line) => ({ score: Number(line[2]) }))
            .sort((a, b) => b.score - a.score);
          const expected = bruteForce(world, { [side]: id }, most);
          expect(best(kept.slice(0, expected.length))).toEqual(best(expected));
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('the order in which rows came does not matter, and no pair stands twice', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const cut = { least: 2, most: 3, cover: 1, spread: 2 };
      const units = await build(world).unitPairs(NOON, undefined, cut);
      const turned = await build({
        ...world,
        offers: [...world.offers].reverse(),
        needs: [...world.needs].reverse(),
      }).unitPairs(NOON, undefined, cut);
      expect(turned).toEqual(units);
      expect(new Set(lines(units)).size).toBe(lines(units).length);
      for (const { start, col } of units)
        for (let at = 1; at < col.length; at++)
          if (![...start].includes(at)) expect(col[at]).toBeGreaterThan(col[at - 1]!);
    }),
    { numRuns: 25 },
  );
});

test('the smallest part of a pair is that of both sides', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      for (const { offers, needs, start, col, sum, minimum, supply, demand } of await build(world).unitPairs(
        NOON,
        undefined,
        WHOLE,
      )) {
        offers.forEach((id, at) => {
          const offer = world.offers.find((side) => side.id === id)!;
          expect(supply[at]).toBe(offer.left);
          for (let pair = start[at]!; pair < start[at + 1]!; pair++) {
            const need = world.needs.find((side) => side.id === needs[col[pair]!])!;
            expect(demand[col[pair]!]).toBe(need.left);
            expect(minimum[pair]).toBe(smallestMeeting(offer, need));
            expect(
              hardConditions(offer, need, { now: NOON, excludedUntil: exclusionOf(world, offer.id, need.id) }),
            ).toEqual([]);
            expect(scoreOf(sum[pair]!)).toBe(scoreParts(offer, need, world.context, NOON, words).score);
          }
        });
      }
    }),
    { numRuns: 20 },
  );
});

describe('many points', () => {
  const weights = {
    version: 1,
    weights: readWeights({
      purpose: 250_000,
      place: 150_000,
      urgency: 150_000,
      waiting: 100_000,
      completion: 100_000,
      equity: 120_000,
      preference: 70_000,
      trust: 60_000,
    }),
  };
  const points = fc.array(
    fc.record({
      lat: fc.double({ min: 49, max: 57, noNaN: true }),
      lon: fc.double({ min: 120, max: 134, noNaN: true }),
    }),
    { minLength: 450, maxLength: 450 },
  );

  test('put together by a grid, they give the same best', async () => {
    await fc.assert(
      fc.asyncProperty(points, fc.array(fc.nat(300), { minLength: 450, maxLength: 450 }), async (places, radii) => {
        const offers = places.slice(0, 220).map((at, k) =>
          offerSide({
            id: `offer-${String(k).padStart(3, '0')}`,
            at,
            radiusKm: (radii[k] as number) + 20,
            left: 1 + (k % 7),
          }),
        );
        const needs = places
          .slice(220)
          .map((at, k) =>
            needSide({ id: `need-${String(k).padStart(3, '0')}`, at, left: 1 + (k % 9), urgency: 1 + (k % 5) }),
          );
        const world: World = { offers, needs, context: freshContext(weights), exclusions: new Map() };
        const index = new PairIndex(world.context);
        for (const need of needs) index.putNeed(need);
        for (const offer of offers) index.putOffer(offer);
        const cut = lines(await index.unitPairs(NOON, undefined, { least: 3, most: 3, cover: 1, spread: 0 })).map(
          (line) => line.split(' '),
        );
        for (const need of needs.slice(0, 40)) {
          const kept = cut
            .filter((line) => line[1] === need.id)
            .map((line) => Number(line[2]))
            .sort((a, b) => b - a);
          const expected = bruteForce(world, { need: need.id }, 3).map(({ score }) => score);
          expect(kept.slice(0, expected.length)).toEqual(expected);
        }
      }),
      { numRuns: 1 },
    );
  });
});
