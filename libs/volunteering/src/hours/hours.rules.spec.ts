import { digestOfHours, sumHours, type ConfirmedShift } from './hours.rules.js';

const shift = (signUp: string, organization: string, minutes: number, name = organization): ConfirmedShift => ({
  signUp,
  organization,
  name,
  minutes,
  day: '2026-11-20',
  what: 'Сортировка помощи',
  sphere: 'emergency',
  skills: [],
  place: 'zeya',
  inn: null,
  confirmedAt: new Date('2026-11-20T10:00:00Z'),
});

test.each<[what: string, shifts: ConfirmedShift[], sums: [number, number], organizations: [string, number, number][]]>([
  ['nothing', [], [0, 0], []],
  ['one shift', [shift('a', 'x', 170)], [1, 170], [['x', 1, 170]]],
  ['shifts of one organization together', [shift('a', 'x', 170), shift('b', 'x', 10)], [2, 180], [['x', 2, 180]]],
  [
    'the most minutes first, not the most shifts',
    [shift('a', 'x', 10), shift('b', 'x', 20), shift('c', 'y', 90)],
    [3, 120],
    [
      ['y', 1, 90],
      ['x', 2, 30],
    ],
  ],
  [
    'equal ones in one order',
    [shift('a', 'y', 60), shift('b', 'x', 60)],
    [2, 120],
    [
      ['x', 1, 60],
      ['y', 1, 60],
    ],
  ],
  ['a shift of no minutes', [shift('a', 'x', 0)], [1, 0], [['x', 1, 0]]],
])('%s', (_what, shifts, [count, minutes], organizations) => {
  const sums = sumHours(shifts);
  expect([sums.shifts, sums.minutes]).toEqual([count, minutes]);
  expect(sums.organizations.map(({ name, shifts: of, minutes: in_ }) => [name, of, in_])).toEqual(organizations);
});

test.each<[what: string, others: ConfirmedShift[], same: boolean]>([
  ['the same in another order', [shift('b', 'x', 20), shift('a', 'x', 10)], true],
  ['another name of the organization', [shift('a', 'x', 10, 'Новое имя'), shift('b', 'x', 20)], true],
  ['one minute more', [shift('a', 'x', 11), shift('b', 'x', 20)], false],
  ['minutes moved from one shift to another', [shift('a', 'x', 20), shift('b', 'x', 10)], false],
  ['one shift less', [shift('a', 'x', 10)], false],
  ['another shift of as many minutes', [shift('a', 'x', 10), shift('c', 'x', 20)], false],
])('a digest of %s', (_what, others, same) => {
  expect(digestOfHours(others).equals(digestOfHours([shift('a', 'x', 10), shift('b', 'x', 20)]))).toBe(same);
});

test('minutes stand in the month in which their shift began, of each organization and of all', () => {
  const on = (day: string, organization: string, minutes: number): ConfirmedShift => ({
    ...shift(`${day} ${organization}`, organization, minutes),
    day,
  });
  const sums = sumHours([
    on('2026-11-30', 'x', 60),
    on('2026-12-01', 'x', 30),
    on('2026-11-01', 'x', 10),
    on('2026-11-02', 'y', 5),
  ]);
  expect(sums.organizations.map(({ name, months }) => [name, months])).toEqual([
    [
      'x',
      [
        { month: '2026-11', minutes: 70 },
        { month: '2026-12', minutes: 30 },
      ],
    ],
    ['y', [{ month: '2026-11', minutes: 5 }]],
  ]);
  expect(sums.months).toEqual([
    { month: '2026-11', minutes: 75 },
    { month: '2026-12', minutes: 30 },
  ]);
});
