import fc from 'fast-check';
import { needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { worlds, type World } from '../../../../test/factories/worlds.js';
import { PairIndex } from '../index/pair-index.js';

/** Offers first, then needs, as files are read; `apart`: the needs come from an index of their own, as from a thread. */
function read({ context, offers, needs }: Pick<World, 'context' | 'offers' | 'needs'>, apart: boolean): PairIndex {
  const index = new PairIndex(context);
  const theirs = apart ? new PairIndex(context) : index;
  for (const offer of offers) index.putOffer(offer);
  for (const need of needs) theirs.putNeed(need);
  if (apart) index.takeNeeds(structuredClone(theirs.handNeeds()));
  return index;
}

test('needs that another index hands over are found as if they had been put here', async () => {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const [one, other] = [read(world, false), read(world, true)];
      const units = await one.unitPairs(NOON);
      met += units.reduce((sum, { col }) => sum + col.length, 0);
      expect(await other.unitPairs(NOON)).toEqual(units);
      expect(other.organizations()).toEqual(one.organizations());
      for (const { id } of world.offers) expect(other.bestNeeds(id, NOON)).toEqual(one.bestNeeds(id, NOON));
      for (const { id } of world.needs) {
        expect(other.bestOffers(id, NOON)).toEqual(one.bestOffers(id, NOON));
        expect(other.funnelOfNeed(id, NOON)).toEqual(one.funnelOfNeed(id, NOON));
      }
    }),
    { numRuns: 50 },
  );
  expect(met).toBeGreaterThan(200);
});

test('skills keep their meaning where the two indexes number them otherwise', () => {
  const side = { kind: 'time', category: 'elderly-visiting', item: null, baseUnit: 'minute' } as const;
  const offers = [
    offerSide({ ...side, id: 'o-1', skills: ['cook', 'drive'] }),
    offerSide({ ...side, id: 'o-2', skills: ['sing'] }),
  ];
  const needs = [
    needSide({ ...side, id: 'n-1', skills: ['sing'] }),
    needSide({ ...side, id: 'n-2', skills: ['drive'] }),
    needSide({ ...side, id: 'n-3', skills: [] }),
  ];
  const world: World = fc.sample(worlds, { numRuns: 1, seed: 1 })[0]!;
  const found = (apart: boolean) => {
    const index = read({ context: world.context, offers, needs }, apart);
    return needs.map(({ id }) =>
      index
        .bestOffers(id, NOON)
        .map((offer) => offer.id)
        .sort(),
    );
  };
  expect(found(true)).toEqual(found(false));
  expect(found(true)).toEqual([['o-2'], ['o-1'], ['o-1', 'o-2']]);
});
