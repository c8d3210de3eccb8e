import { lastingSince } from './card-differences.rules.js';

const stranger = { side: 'stripe', id: 'pi_1', amount: 700, currency: 'rub' } as const;
const spent = { side: 'books', id: 'dp_1', amount: 500, currency: 'rub' } as const;

test('what the last night found is listed, since when it was there every time; what was settled is not', () => {
  expect(lastingSince([])).toEqual([]);
  expect(
    lastingSince([
      { day: '2026-03-12', differences: [stranger, { ...spent, amount: 300 }] },
      { day: '2026-03-11', differences: [stranger] },
      { day: '2026-03-10', differences: [spent, { ...stranger, side: 'here' }] },
    ]),
  ).toEqual([
    { ...stranger, since: '2026-03-11' },
    { ...spent, amount: 300, since: '2026-03-12' },
  ]);
  expect(lastingSince([{ day: '2026-03-12', differences: [stranger] }])).toEqual([
    { ...stranger, since: '2026-03-12' },
  ]);
});
