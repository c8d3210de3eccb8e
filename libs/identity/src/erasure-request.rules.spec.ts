import {
  dueOn,
  obstacleOf,
  reasonFaults,
  requestErrors,
  requestVerbs,
  REQUEST_LIFE,
  REQUEST_STATUSES,
} from './erasure-request.rules.js';

test('what is decided stays so', () => {
  expect(REQUEST_STATUSES.map((status) => [status, Object.values(REQUEST_LIFE[status])])).toEqual([
    ['waiting', ['done', 'refused']],
    ['done', []],
    ['refused', []],
  ]);
});

test('an answer is due in ten working days', () => expect(dueOn('2026-12-25')).toBe('2027-01-18'));

test.each([
  [{ own: false, administrator: false }, null],
  [{ own: false, administrator: true }, 'erasure-request.administrator'],
  [{ own: true, administrator: true }, 'erasure-request.own'],
])('of %j what is in the way is %s', (asker, obstacle) => expect(obstacleOf(asker)).toBe(obstacle));

test.each([
  ['waiting', [], ['erase', 'refuse']],
  ['waiting', ['identity.matches-under-way'], ['refuse']],
  ['waiting', ['erasure-request.administrator'], ['refuse']],
  ['waiting', ['erasure-request.own', 'identity.last-administrator'], []],
  ['done', [], []],
  ['refused', [], []],
] as const)('%s with %j in the way: %j', (status, obstacles, verbs) =>
  expect(requestVerbs(status, obstacles)).toEqual(verbs),
);

test.each([
  ['2026-12-01', '', []],
  ['2025-11-30', '', []],
  ['2026-12-02', '', ['cameOn erasure-request.not-a-past-day']],
  ['2026-02-30', '', ['cameOn erasure-request.not-a-past-day']],
  ['1 декабря', '', ['cameOn erasure-request.not-a-past-day']],
  ['2025-11-29', '', ['cameOn erasure-request.long-ago']],
  ['2026-12-01', 'а'.repeat(501), ['said form.too-long']],
  ['2026-12-01', 'Вх. № 118,\nподпись сверена', []],
  ['2026-12-01', 'a\u202eb', ['said form.forbidden-characters']],
])('a request that came on %s, on the 1st of December 2026', (cameOn, said, errors) =>
  expect(requestErrors({ cameOn, said }, '2026-12-01').map(({ field, code }) => `${field} ${code}`)).toEqual(errors),
);

test.each([
  ['Письмо вх. № 118 от 1 декабря 2026', []],
  ['  ', ['form.required']],
  ['а'.repeat(501), ['form.too-long']],
  ['две\nстроки', ['form.one-line']],
  ['Письмо с адреса Orlova@example.org', ['erasure-request.names-person']],
  ['Письмо Семёновой', ['erasure-request.names-person']],
  ['письмо от МАРИИ', ['erasure-request.names-person']],
  ['Просьба из Яны', []], // a name of three letters is found in too many words
  ['Марс, семинар', []],
])('the words %j', (reason, codes) =>
  expect(
    reasonFaults(reason, { name: 'Мария Яна Семенова', email: 'orlova@example.org' }).map(({ code }) => code),
  ).toEqual(codes),
);
