import { smallestMoney } from './smallest.rules.js';

test.each([
  ['bound to nothing', [], {}, 10_000],
  ['bound to a place', ['tynda'], {}, 10_000],
  ['bound to a need that misses much', ['n'], { n: 500_000 }, 10_000],
  ['bound to a need that misses less', ['n'], { n: 4_000 }, 4_000],
  ['bound to the one or the other', ['n', 'm'], { n: 500_000, m: 4_000 }, 4_000],
  ['bound to a need or a place', ['n', 'tynda'], { n: 4_000 }, 10_000],
  ['bound to a need of which all is promised', ['n'], { n: 0 }, 10_000],
])('an offer %s', (_, only, missing, least) => {
  expect(smallestMoney(10_000, only, new Map(Object.entries(missing)))).toBe(least);
});
