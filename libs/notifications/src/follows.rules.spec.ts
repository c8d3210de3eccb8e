import { DAY_MS } from '#kernel';
import { followPath, followTimes } from './follows.rules.js';

const now = new Date('2026-11-24T00:00:00Z');
const before = new Date(now.getTime() - 7 * DAY_MS);

test.each([
  [0, before, 1],
  [1, now, 7],
  [40, now, 7],
])('after %d news they are told until %p, and looked for again in %d days', (news, toldUntil, days) => {
  expect(followTimes(before, news, now)).toEqual({ toldUntil, nextAt: new Date(now.getTime() + days * DAY_MS) });
});

test('each has its page', () => {
  expect([followPath('place', 'zeya'), followPath('sphere', 'relief')]).toEqual(['/places/zeya', '/spheres/relief']);
});
