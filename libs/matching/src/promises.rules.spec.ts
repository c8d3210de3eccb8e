import fc from 'fast-check';
import { mayPromise, NO_PROMISES, promiseRoom, PROMISE_LIMITS, type Giver, type Promises } from './promises.rules.js';

const promises = (parts: Partial<Promises>): Promises => ({ ...NO_PROMISES, ...parts });

test.each<[string, Giver, Partial<Promises>, number, number]>([
  ['a newcomer', 'person', {}, 3, 3],
  ['a newcomer with two promises', 'person', { held: 2 }, 3, 1],
  ['a newcomer with all of them', 'person', { held: 3 }, 3, 0],
  ['one kept promise', 'person', { kept: 1 }, 5, 5],
  ['ten kept promises', 'person', { kept: 10 }, 23, 23],
  ['one kept, one broken', 'person', { kept: 1, broken: 1 }, 3, 3],
  ['one broken', 'person', { broken: 1 }, 1, 1],
  ['nothing but broken ones', 'person', { broken: 50 }, 1, 1],
  ['nothing but broken ones, and one that runs', 'person', { broken: 50, held: 1 }, 1, 0],
  ['more running than a fallen limit allows', 'person', { broken: 1, held: 3 }, 1, 0],
  ['a thousand kept promises', 'person', { kept: 1000 }, 200, 200],
  ['an organization', 'organization', {}, 10, 10],
])('%s (%s) may hold so many matches', (_, giver, parts, max, left) => {
  expect(promiseRoom(promises({ ...parts, giver }), 'pcs')).toMatchObject({ matchesMax: max, matches: left });
});

test.each<[string, Giver, Partial<Promises>, string, number | null, number | null]>([
  ['money of a newcomer: 300,000 roubles', 'person', {}, 'kopeck', 30_000_000, 30_000_000],
  [
    'what is promised already counts',
    'person',
    { held: 1, amounts: new Map([['kopeck', 10_000_000]]) },
    'kopeck',
    30_000_000,
    20_000_000,
  ],
  ['in its own unit only', 'person', { held: 1, amounts: new Map([['kopeck', 10_000_000]]) }, 'minute', 6_000, 6_000],
  ['two kept promises double it', 'person', { kept: 2 }, 'minute', 12_000, 12_000],
  ['a broken one halves it', 'person', { broken: 1 }, 'gram', 2_500_000, 2_500_000],
  ['never below half', 'person', { broken: 9 }, 'gram', 2_500_000, 2_500_000],
  ['never above fifty times', 'person', { kept: 900 }, 'pcs', 50_000, 50_000],
  ['an organization ten times', 'organization', {}, 'kopeck', 300_000_000, 300_000_000],
  ['a unit without a limit', 'person', {}, 'metre', null, null],
])('%s', (_, giver, parts, unit, max, left) => {
  expect(promiseRoom(promises({ ...parts, giver }), unit)).toMatchObject({ amountMax: max, amount: left });
});

test('a part fits where both the number and the amount have room', () => {
  const room = promiseRoom(promises({ held: 2, amounts: new Map([['pcs', 990]]) }), 'pcs');
  expect([mayPromise(room, 10), mayPromise(room, 11)]).toEqual([true, false]);
  expect(mayPromise(promiseRoom(promises({ held: 3 }), 'pcs'), 1)).toBe(false);
  expect(mayPromise(promiseRoom(promises({}), 'metre'), 1e13)).toBe(true);
});

test('one more kept promise never makes the room smaller, one more broken one never larger, and everything is an integer of the ledger', () => {
  const counts = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(
      counts,
      counts,
      counts,
      fc.constantFrom<Giver>('person', 'organization'),
      fc.constantFrom(...Object.keys(PROMISE_LIMITS.amounts)),
      (kept, broken, held, giver, unit) => {
        const room = (parts: Partial<Promises>) => promiseRoom(promises({ giver, kept, broken, held, ...parts }), unit);
        const [now, better, worse] = [room({}), room({ kept: kept + 1 }), room({ broken: broken + 1 })];
        expect(better.matches).toBeGreaterThanOrEqual(now.matches);
        expect(worse.matches).toBeLessThanOrEqual(now.matches);
        expect(better.amount ?? 0).toBeGreaterThanOrEqual(now.amount ?? 0);
        expect(worse.amount ?? 0).toBeLessThanOrEqual(now.amount ?? 0);
        expect(
          [now.matches, now.matchesMax, now.amount, now.amountMax].every(
            (value) => Number.isSafeInteger(value) && (value as number) >= 0,
          ),
        ).toBe(true);
        expect(now.matchesMax).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});
