import fc from 'fast-check';
import { build, bruteForce, worlds, type World } from '../../../test/factories/worlds.js';
import { DAY, NOON } from '../../../test/factories/sides.js';
import type { PairIndex } from './pair-index.js';

function answers(index: PairIndex, world: World, size = 6): unknown {
  return [world.offers.map((offer) => index.bestNeeds(offer.id, NOON, size)), world.needs.map((need) => index.bestOffers(need.id, NOON, size))];
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
      for (const need of world.needs) expect(index.bestOffers(need.id, NOON, 6)).toEqual(bruteForce(world, { need: need.id }, 6));
    }),
    { numRuns: 60 },
  );
  expect(pairs).toBeGreaterThan(200); // the random worlds are not empty
});

test('changed step by step it is the same as built anew', () => {
  fc.assert(
    fc.property(worlds, worlds, fc.array(fc.nat(49)), (before, after, twice) => {
      const index = build({ ...before, standing: before.standing });
      answers(index, before);
      for (const [pair] of before.bars) index.bars.set(pair.slice(0, 9), pair.slice(10), null);
      for (const { id } of before.offers) if (!after.offers.some((offer) => offer.id === id)) index.removeOffer(id);
      for (const { id } of before.needs) if (!after.needs.some((need) => need.id === id)) index.removeNeed(id);
      const steps = [...after.offers.map((offer) => () => index.putOffer(offer)), ...after.needs.map((need) => () => index.putNeed(need))];
      for (const step of steps) step();
      for (const at of twice) steps[at]?.(); // read again: nothing new
      for (const [pair, until] of after.bars) index.bars.set(pair.slice(0, 9), pair.slice(10), until);
      index.setStanding(after.standing);
      expect(answers(index, after)).toEqual(answers(build(after), after));
    }),
    { numRuns: 30 },
  );
});

test('the order in which rows were put in does not matter', () => {
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.nat()), (world, random) => {
      const shuffled = <T>(rows: readonly T[]): T[] => rows.map((row) => [random.next().value as number, row] as const).sort((a, b) => a[0] - b[0]).map(([, row]) => row);
      expect(answers(build({ ...world, offers: shuffled(world.offers), needs: shuffled(world.needs) }), world)).toEqual(answers(build(world), world));
    }),
    { numRuns: 30 },
  );
});

test('the best of a list are the beginning of a longer one', () => {
  fc.assert(
    fc.property(worlds, fc.nat(5), (world, size) => {
      const index = build(world);
      for (const offer of world.offers) expect(index.bestNeeds(offer.id, NOON, size)).toEqual(index.bestNeeds(offer.id, NOON, 50).slice(0, size));
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
      for (const offer of world.offers) expect(index.bestNeeds(offer.id, later)).toEqual(build(world).bestNeeds(offer.id, later));
    }),
    { numRuns: 20 },
  );
});
