import fc from 'fast-check';
import { newId, Refusal } from '#kernel';
import type { Actor } from '#identity';
import { LONG, some } from '../../support/long.js';
import { openRoad, type Road } from './fixture.js';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.db.drop());

const WHAT = [
  'take',
  'take',
  'pick-up',
  'pick-up',
  'pick-up-part',
  'arrive',
  'arrive-part',
  'lose-part',
  'lose-all',
  'turn-back',
  'take-back',
  'release',
  'cancel-leg',
  'cancel-match',
  'cancel-trip',
  'ask-again',
  'follow',
] as const;
type Step = {
  readonly what: (typeof WHAT)[number];
  readonly thing: number;
  readonly driver: number;
  readonly twice: boolean;
};
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ what: fc.constantFrom(...WHAT), thing: fc.nat(2), driver: fc.nat(1), twice: fc.boolean() }),
  { minLength: 4, maxLength: 24 },
);

interface Thing {
  match: string;
  offer: string;
  leg: string;
}

/** Refusals are answers; anything else is a fault. */
const tried = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => (error instanceof Refusal ? error : Promise.reject(error as Error)));

async function live(
  one: Thing,
  { driver, trip }: { driver: Actor; trip: string },
  { what, twice }: Step,
): Promise<void> {
  const { giver, carrier } = await road.codes(one.match);
  const id = newId();
  const act: Record<Step['what'], () => Promise<unknown>> = {
    take: () => road.trips.take(driver, one.leg, trip),
    'pick-up': () => road.carrying.pickUp(driver, one.leg, { id, code: giver }),
    'pick-up-part': () => road.carrying.pickUp(driver, one.leg, { id, code: giver, quantity: '4' }),
    arrive: () => road.entries.enter(road.coordinator, one.match, { id, code: carrier ?? giver }),
    'arrive-part': () =>
      road.entries.enter(road.coordinator, one.match, {
        id,
        code: carrier ?? giver,
        quantity: '1',
        refused: '1',
        refusedReason: 'dirty',
        lost: '1',
        lostReason: 'lost',
      }),
    'lose-part': () => road.carrying.lose(driver, one.leg, { id, quantity: '1', reason: 'damaged' }),
    'lose-all': () => road.carrying.lose(driver, one.leg, { id, reason: 'lost' }),
    'turn-back': () => road.carrying.turnBack(driver, one.leg, 'road'),
    'take-back': () => road.carrying.takeBack(road.donorOf(one.match), one.leg, carrier ?? '0000'),
    release: () => road.trips.release(driver, one.leg),
    'cancel-leg': () => road.asking.cancel(road.donorOf(one.match), one.leg),
    'cancel-match': () => road.matches.cancel(road.donorOf(one.match), one.match),
    'cancel-trip': () => road.trips.close(driver, trip, 'cancelled'),
    'ask-again': async () => {
      one.leg = await road.asked(one.match, 40);
    },
    follow: async () => {
      const [match] = (await road.source.query('SELECT status FROM matches WHERE id = $1', [one.match])) as {
        status: string;
      }[];
      if (match?.status === 'confirmed') await road.follow(one.match);
      if (match?.status === 'cancelled') await road.follow(one.match, 'match.cancelled');
    },
  };
  // Twice at the same moment, as a thumb or a network does it.
  await Promise.all((twice ? [1, 2] : [1]).map(() => tried(act[what]())));
}

test('whatever happens to things on their way, and however often it is sent: the books hold and no car is overloaded', async () => {
  let arrived = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const things: Thing[] = [];
      for (let at = 0; at < 3; at += 1) {
        const { match, offer } = await road.agreed();
        things.push({ match, offer, leg: await road.asked(match, 40) });
      }
      const drivers = [await road.driver(90), await road.driver(50)];
      for (const step of history) await live(things[step.thing]!, drivers[step.driver]!, step);
      for (const { match, offer } of things) {
        const [row] = (await road.source.query('SELECT status, amount FROM matches WHERE id = $1', [match])) as {
          status: string;
          amount: number;
        }[];
        const balance = (await road.ledger.offerBalances(road.source, [offer])).get(offer);
        const holds = ['accepted', 'delivered'].includes(row?.status ?? '');
        expect(balance?.reserved).toBe(holds ? row?.amount : 0);
        expect(balance?.pledged).toBe(6);
        if (row?.status === 'confirmed') arrived += 1;
      }
      await road.holds();
    }),
    { numRuns: some(20), endOnFailure: true },
  );
  if (LONG) expect(arrived).toBeGreaterThan(0);
}, 240_000);
