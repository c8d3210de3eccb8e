import type { ClearedUnit } from './clear-unit.js';
import { lostTo, passedOver } from './lost.rules.js';

/**
 * Two offers and four needs. The first offer looks best for `d`, then `c`, then `b`, and was given to `a`; the second was given to `b`, which it
 * meets, and looks less good for `c`.
 */
function cleared(
  changes: { readonly minimum?: readonly number[]; readonly flow?: readonly number[] } = {},
): ClearedUnit {
  return {
    pairs: {
      offers: ['o1', 'o2'],
      needs: ['a', 'b', 'c', 'd'],
      start: Int32Array.of(0, 4, 6),
      col: Int32Array.of(0, 1, 2, 3, 1, 2),
      supply: Float64Array.of(10, 5),
      demand: Float64Array.of(20, 5, 8, 8),
      minimum: Float64Array.from(changes.minimum ?? [1, 1, 1, 9, 1, 1]),
    },
    plan: { flow: Float64Array.from(changes.flow ?? [10, 0, 0, 0, 5, 0]), price: Float64Array.of(0, 400, 300, 100) },
    score: Int32Array.of(500, 600, 700, 800, 650, 640),
  } as unknown as ClearedUnit;
}

test('needs that looked better are told best first, each with what became of it', () => {
  expect(lostTo(cleared(), 'o1', 'a')).toEqual([
    { need: 'd', score: 800, reason: 'minimum', matched: 0, needed: 8, shortBy: 0 }, // its parts are larger than it is
    { need: 'c', score: 700, reason: 'dearer', matched: 0, needed: 8, shortBy: 100 }, // 500 - 0 against 700 - 300
    { need: 'b', score: 600, reason: 'met', matched: 5, needed: 5, shortBy: 300 },
  ]);
});

test.each<[string, number, 'dearer' | 'minimum']>([
  ['as much as there is to give', 8, 'dearer'],
  ['one more than the need can take', 9, 'minimum'],
])('a smallest part of %s', (_, least, reason) => {
  expect(lostTo(cleared({ minimum: [1, 1, 1, least, 1, 1] }), 'o1', 'a')?.[0]).toMatchObject({ need: 'd', reason });
});

test('an offer that has less than the smallest part is told so, too', () => {
  expect(lostTo(cleared({ minimum: [1, 1, 1, 1, 1, 6], flow: [10, 0, 0, 0, 0, 5] }), 'o2', 'c')).toMatchObject([
    { need: 'b', score: 650 },
  ]);
  expect(lostTo(cleared({ minimum: [1, 1, 1, 1, 6, 1], flow: [10, 0, 0, 0, 0, 5] }), 'o2', 'c')).toMatchObject([
    { need: 'b', reason: 'minimum' },
  ]);
});

test('what an offer was given to is not lost to it; equal scores are no better', () => {
  expect(lostTo(cleared({ flow: [5, 0, 0, 5, 5, 0] }), 'o1', 'a')?.map(({ need }) => need)).toEqual(['c', 'b']);
  expect(lostTo(cleared(), 'o2', 'b')).toEqual([]);
});

test.each([
  ['o1', 'b'],
  ['o1', 'z'],
  ['nobody', 'a'],
  ['o2', 'a'],
])('%s and %s were not brought together: nothing is told', (offer, need) => {
  expect(lostTo(cleared(), offer, need)).toBeNull();
});

test('of a plan the lines that have something to tell are told, with at most so many needs', () => {
  expect(passedOver(cleared(), 2)).toEqual([
    { offer: 'o1', need: 'a', score: 500, better: 3, lost: lostTo(cleared(), 'o1', 'a')!.slice(0, 2) },
  ]);
  expect(passedOver(cleared({ flow: [0, 0, 0, 0, 0, 0] }), 2)).toEqual([]);
});
