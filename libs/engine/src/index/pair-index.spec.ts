import fc from 'fast-check';
import { build, bruteForce, crowds, worlds, type World } from '../../../../test/factories/worlds.js';
import { DAY, NOON } from '../../../../test/factories/sides.js';
import type { PairIndex } from './pair-index.js';

function answers(index: PairIndex, world: World, size = 6): unknown {
  return [
    world.offers.map((offer) => index.bestNeeds(offer.id, NOON, size)),
    world.needs.map((need) => index.bestOffers(need.id, NOON, size)),
  ];
}

test('the index answers what scoring every pair would, in both directions', () => {
  let pairs = 0;
  fc.assert(
    fc.property(worlds, (world) => {
      const index = build(world);
      for (const offer of world.offers) {
        const expected = bruteForce(world, { offer: offer.id }, 6);
        pairs += expected.length;
        expect(index.bestNeeds(offer.id, NOON, 6)).toEqual(expected);
      }
      for (const need of world.needs)
        expect(index.bestOffers(need.id, NOON, 6)).toEqual(bruteForce(world, { need: need.id }, 6));
    }),
    { numRuns: 60 },
  );
  expect(pairs).toBeGreaterThan(200); // the random worlds are not empty
});

test('in crowds of equals too, where most are never looked at, and after some of them have left, come or grown', () => {
  const some = <T>(rows: readonly T[]): T[] => rows.filter((_, at) => at % 17 === 0);
  const check = (index: PairIndex, world: World): void => {
    for (const { id } of some(world.offers))
      expect(index.bestNeeds(id, NOON)).toEqual(bruteForce(world, { offer: id }, 20));
    for (const { id } of some(world.needs))
      expect(index.bestOffers(id, NOON)).toEqual(bruteForce(world, { need: id }, 20));
  };
  fc.assert(
    fc.property(crowds, (world) => {
      const index = build(world);
      check(index, world);
      const [offers, needs] = [
        world.offers.slice(9).map((offer, at) => (at % 11 === 0 ? { ...offer, left: offer.left + 3 } : offer)),
        world.needs.slice(9).map((need, at) => (at % 11 === 0 ? { ...need, urgency: 5, left: need.left + 1 } : need)),
      ];
      for (const { id } of world.offers.slice(0, 9)) index.removeOffer(id);
      for (const { id } of world.needs.slice(0, 9)) index.removeNeed(id);
      for (const [at, offer] of offers.entries()) if (at % 11 === 0) index.putOffer(offer);
      for (const [at, need] of needs.entries()) if (at % 11 === 0) index.putNeed(need);
      check(index, { ...world, offers, needs });
      const context = {
        ...world.context,
        region: 400_000,
        organizationRecords: new Map([['organization-3', { kept: 0, of: 8 }]]),
      };
      index.setContext(context);
      check(index, { ...world, offers, needs, context });
    }),
    { numRuns: 15 },
  );
});

test('changed step by step it is the same as built anew', () => {
  fc.assert(
    fc.property(worlds, worlds, fc.array(fc.nat(49)), (before, after, twice) => {
      const index = build({ ...before, context: before.context });
      answers(index, before);
      for (const [pair] of before.exclusions) index.exclusions.set(pair.slice(0, 9), pair.slice(10), null);
      for (const { id } of before.offers) if (!after.offers.some((offer) => offer.id === id)) index.removeOffer(id);
      for (const { id } of before.needs) if (!after.needs.some((need) => need.id === id)) index.removeNeed(id);
      const steps = [
        ...after.offers.map((offer) => () => index.putOffer(offer)),
        ...after.needs.map((need) => () => index.putNeed(need)),
      ];
      for (const step of steps) step();
      for (const at of twice) steps[at]?.(); // read again: nothing new
      for (const [pair, until] of after.exclusions) index.exclusions.set(pair.slice(0, 9), pair.slice(10), until);
      index.setContext(after.context);
      expect(answers(index, after)).toEqual(answers(build(after), after));
    }),
    { numRuns: 30 },
  );
});

test('the order in which rows were put in does not matter', () => {
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.nat()), (world, random) => {
      const shuffled = <T>(rows: readonly T[]): T[] =>
        rows
          .map((row) => [random.next().value as number, row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row);
      expect(answers(build({ ...world, offers: shuffled(world.offers), needs: shuffled(world.needs) }), world)).toEqual(
        answers(build(world), world),
      );
    }),
    { numRuns: 30 },
  );
});

test('the best of a list are the beginning of a longer one', () => {
  fc.assert(
    fc.property(worlds, fc.nat(5), (world, size) => {
      const index = build(world);
      for (const offer of world.offers)
        expect(index.bestNeeds(offer.id, NOON, size)).toEqual(index.bestNeeds(offer.id, NOON, 50).slice(0, size));
    }),
    { numRuns: 20 },
  );
});

test('as days pass the scores follow', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const index = build(world);
      answers(index, world);
      const later = NOON + 3 * DAY;
      for (const offer of world.offers)
        expect(index.bestNeeds(offer.id, later)).toEqual(build(world).bestNeeds(offer.id, later));
    }),
    { numRuns: 20 },
  );
});
