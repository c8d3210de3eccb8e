import fc from 'fast-check';
import { BELOGORSK, DAY, needSide, NOON, offerSide } from '../../../../test/factories/sides.js';
import { worlds } from '../../../../test/factories/worlds.js';
import { hardConditions } from '../scoring/pairs.rules.js';
import type { NeedSide, OfferSide } from '../sides.js';
import { offerWith, whyNotOffer } from './why-not-offer.rules.js';

/** Worlds that stay the same, in which each change is worth something once; others are new at each run. */
const WITH_EVERY_CHANGE = { numRuns: 100, seed: 1 };

const fits = (offer: OfferSide, needs: readonly NeedSide[]): number =>
  needs.filter((need) => hardConditions(offer, need, { now: NOON }).length === 0).length;

test.each([{ numRuns: 100 }, WITH_EVERY_CHANGE])(
  'what would be opened is opened when it is done, and as much as was said',
  (worldsTried) => {
    const sorts = new Set<string>();
    fc.assert(
      fc.property(worlds, (world) => {
        for (const offer of world.offers) {
          const why = whyNotOffer(offer, world.needs, { now: NOON, sphere: 'relief' });
          expect(why.fits).toBe(why.closed ? 0 : fits(offer, world.needs));
          for (const change of why.changes) {
            if (change.change === 'give-each') continue; // the unit is the donor's to name
            sorts.add(change.change);
            const before = world.needs.filter((need) => hardConditions(offer, need, { now: NOON }).length === 0);
            const after = world.needs.filter(
              (need) =>
                !before.includes(need) && hardConditions(offerWith(offer, change), need, { now: NOON }).length === 0,
            );
            expect(after).toHaveLength(change.opens);
            expect(change.opens).toBeGreaterThan(0);
          }
        }
      }),
      worldsTried,
    );
    if (worldsTried !== WITH_EVERY_CHANGE) return;
    expect([...sorts].sort()).toEqual(
      expect.arrayContaining(['later-until', 'lower-lot', 'unbind', 'whole-sphere', 'wider-radius', 'with-skills']),
    );
  },
);

test('the funnel says where it ran dry, and the nearest need how far it is', () => {
  const offer = offerSide({ radiusKm: 50 });
  const needs = [
    needSide({ id: 'a', at: BELOGORSK }),
    needSide({ id: 'b', at: BELOGORSK }),
    needSide({ id: 'c', category: 'elderly-visiting' }),
    needSide({ id: 'd', kind: 'money' }),
  ];
  const why = whyNotOffer(offer, needs, { now: NOON });
  expect(why.funnel.map(({ left }) => left)).toEqual([3, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(why).toMatchObject({
    closed: null,
    stoppedAt: 'distance',
    fits: 0,
    nearest: { km: 100, radiusKm: 50, shortByKm: 50 },
  });
  expect(why.changes).toEqual([{ change: 'wider-radius', to: 100, shortByKm: 50, opens: 2 }]);
});

test.each<[Partial<NeedSide>, number]>([
  [{}, 12],
  [{ min: 14 }, 14],
  [{ left: 5 }, 5],
])('of an offer in boxes of 12 that is given by two, a need with %j is met by lots of %i', (need, to) => {
  const offer = offerSide({ left: 48, min: 24, step: 12 });
  expect(whyNotOffer(offer, [needSide(need)], { now: NOON }).changes).toEqual([{ change: 'lower-lot', to, opens: 1 }]);
});

test.each<[Partial<OfferSide>, string]>([
  [{ live: false }, 'not-open'],
  [{ left: 0 }, 'nothing-left'],
  [{ until: NOON - DAY }, 'time-passed'],
])('%j looks for nothing: %s', (state, closed) => {
  expect(whyNotOffer(offerSide(state), [needSide()], { now: NOON })).toMatchObject({
    closed,
    fits: 0,
    stoppedAt: null,
    changes: [],
  });
});
