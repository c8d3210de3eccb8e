import { papersCount } from './shift-papers.rules.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 4, day, 12));
const shift = { organizationId: 'o', endsAt: at(10) };

test.each([
  ['nobody has seen any', [], 1, false],
  ['this organization has', [{ organization: 'o', until: at(20).getTime() }], 1, true],
  ['another one has, for itself', [{ organization: 'p', until: at(20).getTime() }], 1, false],
  ['another one has, for all', [{ organization: null, until: at(20).getTime() }], 1, true],
  ['they end before the shift does', [{ organization: 'o', until: at(9).getTime() }], 1, false],
  [
    'of a shift that was entered afterwards they have ended since',
    [{ organization: 'o', until: at(11).getTime() }],
    12,
    false,
  ],
])('papers count for a shift: %s', (_, checks, now, counts) => {
  expect(papersCount(checks, shift, at(now))).toBe(counts);
});
