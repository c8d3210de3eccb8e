import { canMoveGift, GIFT_STATUSES, holdsAtOnce, type Promiser } from './gift-life.rules.js';

test('what may become of a gift', () => {
  const moves = GIFT_STATUSES.flatMap((from) =>
    GIFT_STATUSES.filter((to) => canMoveGift(from, to)).map((to) => `${from} ${to}`),
  );
  expect(moves).toEqual(['promised paid', 'promised lapsed', 'paid refunded', 'lapsed paid']);
});

test.each<[promiser: Promiser, amount: number, held: number, mayPromise: boolean, holds: boolean]>([
  ['visitor', 50, 0, false, true],
  ['visitor', 51, 0, true, false],
  ['visitor', 10, 40, false, true],
  ['visitor', 11, 40, false, false],
  ['person', 101, 101, true, true],
  ['person', 1, 0, false, false],
  ['unconfirmed', 1, 0, true, false],
])(
  '%s promises %d where visitors hold %d of 101 (may promise: %s): holds %s',
  (promiser, amount, held, mayPromise, holds) => {
    expect(holdsAtOnce(promiser, amount, { required: 101, held, mayPromise })).toBe(holds);
  },
);
