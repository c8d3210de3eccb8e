import { fits, minutesOfAll, ownMinutes } from './group.rules.js';

test.each([
  [3, 0, 3, true],
  [3, 1, 3, false],
  [3, 3, 1, false],
  [3, 2, 1, true],
])('of %d places %d are taken: %d people have one each: %s', (capacity, taken, people, all) => {
  expect(fits({ capacity, taken }, { people })).toBe(all);
});

test('minutes are those of all, and a certificate has those of one', () => {
  const times = { startsAt: new Date('2026-12-05T00:00Z'), endsAt: new Date('2026-12-05T03:00Z') };
  expect(minutesOfAll(times, { people: 3 })).toBe(540);
  expect([ownMinutes(540, { people: 3 }), ownMinutes(500, { people: 3 }), ownMinutes(180, { people: 1 })]).toEqual([
    180, 166, 180,
  ]);
});
