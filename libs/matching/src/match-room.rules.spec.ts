import fc from 'fast-check';
import { divideHold, hasRoom, largestPart, partsBeside, smallestPart, type Room } from './match-room.rules.js';

const ample: Room = { offerOpen: true, needOpen: true, available: 50, open: 120, minLot: 1, step: 1, minAmount: 1 };

test.each<[string, Partial<Room>, boolean]>([
  ['plenty', {}, true],
  ['nothing available', { available: 0 }, false],
  ['nothing open', { open: 0 }, false],
  ['need closed', { needOpen: false }, false],
  ['offer closed', { offerOpen: false }, false],
  ['less left than the lot', { open: 5, minLot: 10 }, false],
  ['less left than the minimum of the need', { available: 5, minAmount: 10 }, false],
  ['less left than a box', { open: 11, minLot: 12, step: 12 }, false],
  ['room for a box and a bit', { open: 13, minLot: 12, step: 12 }, true],
  ['room for one box where the need takes two at least', { open: 20, minLot: 12, step: 12, minAmount: 15 }, false],
  ['the last remainder of the need is smaller than its own minimum', { open: 5, minAmount: 10 }, true],
  ['the last remainder of the offer is smaller than its own lot', { available: 5, minLot: 10 }, true],
])('room with %s', (_, change, expected) => {
  expect(hasRoom({ ...ample, ...change })).toBe(expected);
});

test.each([
  [50, 50, 0, 0, { ok: true, arrived: 50, lost: 0, extra: 0, rest: 0 }],
  [50, 48, 0, 0, { ok: true, arrived: 48, lost: 0, extra: 0, rest: 2 }],
  [50, 48, 2, 0, { ok: true, arrived: 48, lost: 2, extra: 0, rest: 0 }],
  [50, 51, 0, 0, { ok: false, code: 'match.more-than-held' }],
  [50, 53, 0, 3, { ok: true, arrived: 50, lost: 0, extra: 3, rest: 0 }],
  [50, 50, 0, 3, { ok: true, arrived: 50, lost: 0, extra: 3, rest: 0 }],
  [50, 53, 0, 2, { ok: false, code: 'match.more-than-held' }],
  [50, 60, 0, 20, { ok: false, code: 'match.more-than-held' }],
  [50, 49, 2, 0, { ok: false, code: 'match.lost-beyond-rest' }],
  [50, 0, 50, 0, { ok: true, arrived: 0, lost: 50, extra: 0, rest: 0 }],
])('of %i held, %i said, %i lost, %i extra', (held, quantity, lost, extra, expected) => {
  expect(divideHold(held, quantity, lost, extra)).toEqual(expected);
});

test('whatever is said, the parts of a hold add up to it', () => {
  const n = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(n, n, n, n, (held, quantity, lost, extra) => {
      const said = divideHold(held, quantity, lost, extra);
      if (said.ok)
        expect([said.arrived + said.lost + said.rest, Math.min(said.arrived, said.lost, said.rest) >= 0]).toEqual([
          held,
          true,
        ]);
    }),
  );
});

test.each<[Partial<Room>, number, number | null, number | null]>([
  [{}, 20, 12, 24],
  [{}, 5, null, 12],
  [{ minLot: 24 }, 5, null, 24],
  [{ open: 20 }, 18, 12, null],
  [{ minAmount: 20 }, 20, null, 24],
  [{ available: 31 }, 30, 24, 31], // all that is left
  [{ available: 7, minLot: 12 }, 5, null, 7],
  [{ available: 7, open: 6 }, 5, null, null],
])('of 50 in boxes of 12, with %j, the parts beside %i are %s and %s', (change, amount, below, above) => {
  expect(partsBeside({ ...ample, minLot: 12, step: 12, ...change }, amount)).toEqual({ below, above });
});

test('what there is room for can be given: the largest part is whole and no smaller than the smallest', () => {
  const n = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(n, n, n, n, fc.integer({ min: 1, max: 30 }), n, (available, open, minLot, minAmount, step, wanted) => {
      const room = { ...ample, available, open, minLot, minAmount, step };
      const [part, largest] = [largestPart(room, wanted), largestPart(room)];
      expect([
        part % step === 0 || part === available,
        part <= Math.min(wanted, largest),
        largest <= Math.min(available, open),
      ]).toEqual([true, true, true]);
      if (hasRoom(room)) expect(smallestPart(room)).toBeLessThanOrEqual(largest);
    }),
  );
});

test('the smallest part never exceeds what both sides have left', () => {
  const n = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(n, n, n, n, (available, open, minLot, minAmount) => {
      expect(smallestPart({ ...ample, available, open, minLot, minAmount })).toBeLessThanOrEqual(
        Math.max(available, open),
      );
    }),
  );
});
