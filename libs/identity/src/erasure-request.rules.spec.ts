import {
  dueOn,
  extendedTo,
  obstacleOf,
  reasonFaults,
  requestErrors,
  requestVerbs,
  REQUEST_LIFE,
  REQUEST_STATUSES,
} from './erasure-request.rules.js';

test('what is decided stays so', () => {
  expect(REQUEST_STATUSES.map((status) => [status, Object.values(REQUEST_LIFE[status])])).toEqual([
    ['waiting', ['done', 'waiting', 'refused']],
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
  ['waiting', '2026-12-01', false, [], ['erase', 'extend', 'refuse']],
  ['waiting', '2026-11-30', false, [], ['erase', 'refuse']], // its time is over
  ['waiting', '2026-12-08', true, [], ['erase', 'refuse']], // once
  ['waiting', '2026-12-01', false, ['identity.matches-under-way'], ['extend', 'refuse']],
  ['waiting', '2026-12-01', true, ['erasure-request.administrator'], ['refuse']],
  ['waiting', '2026-12-01', false, ['erasure-request.own', 'identity.last-administrator'], []],
  ['done', '2026-12-01', false, [], []],
  ['refused', '2026-12-01', false, [], []],
] as const)(
  '%s, due on %s, put off %s, with %j in the way, on the 1st of December 2026: %j',
  (status, due, extended, obstacles, verbs) =>
    expect(requestVerbs({ status, dueOn: due, extended }, obstacles, '2026-12-01')).toEqual(verbs),
);

test('an answer is put off by five working days', () => expect(extendedTo('2026-12-28')).toBe('2027-01-12'));

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
