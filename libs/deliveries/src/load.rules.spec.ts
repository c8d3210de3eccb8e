import fc from 'fast-check';
import {
  fits,
  loadedNow,
  loadsAlong,
  peakOf,
  turnedBack,
  whyNotOrder,
  withLeg,
  withoutLeg,
  type Act,
  type Bulk,
} from './load.rules.js';

const bulk = (kg: number, litres = 1): Bulk => ({ grams: kg * 1000, litres });
const acts = (text: string): Act[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({
      leg: word.slice(1),
      act: ({ '+': 'load', '-': 'unload', '<': 'return' } as const)[word[0] as '+'],
    }));
const said = (list: readonly Act[] | null): string | null =>
  list && list.map(({ leg, act }) => ({ load: '+', unload: '-', return: '<' })[act] + leg).join(' ');
const BULKS = new Map([
  ['a', bulk(60)],
  ['b', bulk(30)],
  ['c', bulk(50)],
]);
const stops =
  (same: Record<string, string>) =>
  ({ leg, act }: Act): string =>
    same[(act === 'unload' ? '-' : '+') + leg] ?? `${act} ${leg}`;

test('a car is as full as what was loaded and not given out', () => {
  expect(loadsAlong(acts('+a +b -a -b'), BULKS).map(({ grams }) => grams / 1000)).toEqual([60, 90, 30, 0]);
  expect(peakOf(acts('+a +b -a -b'), BULKS)).toEqual({ grams: 90_000, litres: 2 });
  expect(peakOf([], BULKS)).toEqual({ grams: 0, litres: 0 });
  expect([fits(bulk(90, 2), bulk(90, 2)), fits(bulk(91, 2), bulk(90, 2)), fits(bulk(90, 3), bulk(90, 2))]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each<[string, string, number, number, Record<string, string>, string | null]>([
  ['', 'a', 0, 100, {}, '+a -a'],
  ['+a -a', 'b', 0, 100, {}, '+a -a +b -b'],
  ['+a -a', 'b', 0, 100, { '+a': 'store', '+b': 'store' }, '+a +b -a -b'],
  ['+a -a', 'b', 0, 100, { '+a': 'store', '+b': 'store', '-a': 'home', '-b': 'home' }, '+a +b -a -b'],
  ['+a -a', 'c', 0, 100, { '+a': 'store', '+c': 'store' }, '+a -a +c -c'], // together they are too heavy
  ['+a -a', 'b', 1, 100, { '+a': 'store', '+b': 'store' }, '+a -a +b -b'], // it has left the store
  ['+a -a', 'b', 2, 100, { '+a': 'store', '+b': 'store' }, '+a -a +b -b'], // the store is behind
  ['', 'a', 0, 59, {}, null],
])('to «%s» comes %s', (before, leg, done, kg, same, after) => {
  expect(said(withLeg(acts(before), leg, done, BULKS, bulk(kg, 10), stops(same)))).toBe(after);
});

test('what is given up, loaded early and brought back finds its place', () => {
  expect(said(withoutLeg(acts('+a +b -a -b'), 'a'))).toBe('+b -b');
  expect(said(loadedNow(acts('+a -a +b -b'), 'b', () => false))).toBe('+b +a -a -b');
  expect(said(loadedNow(acts('+a -a +b -b'), 'b', (leg) => leg === 'a'))).toBe('+a -a +b -b'); // a is out by then, told or not
  expect(said(loadedNow(acts('+a -a'), 'x', () => true))).toBe('+a -a');
  expect(said(turnedBack(acts('+a -a +b -b'), 'a', BULKS, bulk(100, 9)))).toBe('+a +b -b <a');
  expect(said(turnedBack(acts('+a -a +c -c'), 'a', BULKS, bulk(100, 9)))).toBe('+a <a +c -c');
  expect(said(turnedBack(acts('+a <a'), 'a', BULKS, bulk(100, 9)))).toBe('+a <a'); // said twice
});

test.each<[string, string | null]>([
  ['+b -a -b', null],
  ['-a +b -b', null],
  ['-b +b -a', 'trip.unloads-first'],
  ['+b -b', 'trip.other-acts'],
  ['+b -b -c', 'trip.other-acts'],
])('after +a the order %s is answered by %s', (wanted, problem) => {
  expect(whyNotOrder(acts('+a -a +b -b'), 1, acts(wanted), BULKS, bulk(100, 9))).toBe(problem);
});

test('an order that would overload the car is none', () => {
  expect(whyNotOrder(acts('+a -a +c -c'), 0, acts('+a +c -a -c'), BULKS, bulk(100, 9))).toBe('trip.no-room');
});

test('whatever is taken, turned back, given up and loaded early, no car is overloaded and each thing leaves it once', () => {
  const capacity = bulk(100, 12);
  const leg = fc.record({
    kg: fc.integer({ min: 1, max: 110 }),
    litres: fc.integer({ min: 1, max: 13 }),
    from: fc.nat(2),
    to: fc.nat(2),
  });
  fc.assert(
    fc.property(
      fc.array(leg, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(7), fc.constantFrom('drop', 'back', 'early')), { maxLength: 8 }),
      (legs, later) => {
        const bulks = new Map(legs.map(({ kg, litres }, at) => [String(at), bulk(kg, litres)]));
        const stopOf = ({ leg: id, act }: Act): string => {
          const one = legs[Number(id)];
          return act === 'unload' ? `to ${one?.to}` : `from ${one?.from}`;
        };
        let plan: Act[] = [];
        for (const id of bulks.keys()) plan = withLeg(plan, id, 0, bulks, capacity, stopOf) ?? plan;
        for (const [at, what] of later) {
          const id = String(at);
          if (!plan.some((act) => act.leg === id)) continue;
          if (what === 'drop') plan = withoutLeg(plan, id);
          if (what === 'back') plan = turnedBack(plan, id, bulks, capacity);
          const early = what === 'early' ? loadedNow(plan, id, () => false) : plan;
          if (fits(peakOf(early, bulks), capacity)) plan = early;
        }
        expect(fits(peakOf(plan, bulks), capacity)).toBe(true);
        const left = loadsAlong(plan, bulks).at(-1);
        if (left) expect(left).toEqual({ grams: 0, litres: 0 });
        for (const { leg: id, act } of plan)
          if (act !== 'load')
            expect(plan.findIndex((one) => one.leg === id)).toBeLessThan(
              plan.findIndex((one) => one.leg === id && one.act === act),
            );
      },
    ),
  );
});
