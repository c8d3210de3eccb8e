import { copiedTimes } from './copy.rules.js';

const now = new Date('2026-11-01T00:00:00Z');
test.each<[string, string | null, string, string | null, string]>([
  ['last winter becomes this winter', null, '2025-12-20T09:00:00Z', null, '2026-12-20T09:00:00Z'],
  [
    'the beginning keeps its distance',
    '2025-12-10T09:00:00Z',
    '2025-12-20T09:00:00Z',
    '2026-12-10T09:00:00Z',
    '2026-12-20T09:00:00Z',
  ],
  [
    'a beginning that would have passed falls away',
    '2025-10-01T00:00:00Z',
    '2025-12-20T00:00:00Z',
    null,
    '2026-12-20T00:00:00Z',
  ],
  ['what runs now comes back next year', null, '2026-12-20T00:00:00Z', null, '2027-12-20T00:00:00Z'],
  ['the winter before last: thirty days', null, '2024-12-20T00:00:00Z', null, '2026-12-01T00:00:00Z'],
  ['a year later is yesterday: thirty days', null, '2025-10-31T00:00:00Z', null, '2026-12-01T00:00:00Z'],
  [
    'a year later is beyond what a need may be: thirty days',
    null,
    '2028-06-01T00:00:00Z',
    null,
    '2026-12-01T00:00:00Z',
  ],
])('%s', (_, startsAt, deadline, from, until) => {
  const copied = copiedTimes(
    { startsAt: startsAt === null ? null : new Date(startsAt), deadline: new Date(deadline) },
    now,
  );
  expect([copied.startsAt?.toISOString() ?? null, copied.deadline.toISOString()]).toEqual([
    from && new Date(from).toISOString(),
    new Date(until).toISOString(),
  ]);
});

test('29 February becomes the 28th', () => {
  expect(
    copiedTimes(
      { startsAt: null, deadline: new Date('2028-02-29T10:00:00Z') },
      new Date('2028-01-01T00:00:00Z'),
    ).deadline.toISOString(),
  ).toBe('2029-02-28T10:00:00.000Z');
});
