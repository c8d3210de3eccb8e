import { mayBeAsked, rankCandidates, type Candidate } from './cover.rules.js';

const one = (personId: string, changes: Partial<Candidate> = {}): Candidate => ({
  personId,
  skills: ['first-aid'],
  known: true,
  km: 2,
  radiusKm: null,
  askedAt: null,
  asks: 0,
  shifts: 0,
  ...changes,
});
const at = (day: number): Date => new Date(Date.UTC(2026, 10, day));

test.each<[string, boolean, Candidate[], string]>([
  ['skills before distance', false, [one('a', { skills: [] }), one('b', { km: 80 })], 'b a'],
  ['distance before who was asked', false, [one('a', { km: 40 }), one('b', { askedAt: at(20) })], 'b a'],
  [
    'next door or in the next street is the same',
    false,
    [one('a', { km: 0, askedAt: at(20) }), one('b', { km: 9, askedAt: at(3) })],
    'b a',
  ],
  ['who was never asked before who was', false, [one('a', { askedAt: at(1) }), one('b')], 'b a'],
  ['who has been here before who has not', false, [one('a'), one('b', { shifts: 4 })], 'b a'],
  ['else in one order', false, [one('b'), one('a')], 'a b'],
  ['far away is asked rather than nowhere known', false, [one('a', { km: null }), one('b', { km: 400 })], 'b a'],
  [
    'who does not go that far is left out',
    false,
    [one('a', { km: 40, radiusKm: 30 }), one('b', { km: 40, radiusKm: 40 })],
    'b',
  ],
  [
    'strangers from as near as they said, or a hundred kilometres',
    false,
    [
      one('a', { known: false, km: 101 }),
      one('b', { known: false, km: 100 }),
      one('c', { known: false, km: null }),
      one('d', { known: false, km: 300, radiusKm: 300 }),
    ],
    'b d',
  ],
  [
    'from home distance is nothing',
    true,
    [one('a', { km: 400, radiusKm: 30 }), one('b', { km: 1, askedAt: at(2) })],
    'a b',
  ],
])('%s', (_, remote, all, order) => {
  expect(
    rankCandidates(all, { skills: ['first-aid'], remote })
      .map(({ personId }) => personId)
      .join(' '),
  ).toBe(order);
});

test('what somebody cannot do is said; nobody is asked a fourth time in a week', () => {
  expect(rankCandidates([one('a')], { skills: ['first-aid', 'driver-b'], remote: false })[0]!.missing).toEqual([
    'driver-b',
  ]);
  expect([2, 3].map((asks) => mayBeAsked({ asks }))).toEqual([true, false]);
});
