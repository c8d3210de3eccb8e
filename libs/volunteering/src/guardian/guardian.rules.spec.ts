import { answersNow, answerUntil, minorErrors, type ConsentStatus } from './guardian.rules.js';

const at = (text: string): Date => new Date(`2026-12-${text}Z`);
const shift = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) });

test.each<
  [age: number, from: string, until: string, adultsOnly: boolean, code: string | undefined, minAge?: number | null]
>([
  [15, '05T01:00', '05T02:00', false, 'minor.too-young', 16],
  [16, '05T01:00', '05T02:00', false, undefined, 16],
  [17, '05T01:00', '05T02:00', false, 'minor.adults-only', 18],
  [16, '05T01:00', '05T08:00', false, undefined], // ten to five in Yakutsk: seven hours
  [16, '05T01:00', '05T08:01', false, 'minor.too-long'],
  [15, '05T01:00', '05T05:00', false, undefined],
  [15, '05T01:00', '05T05:01', false, 'minor.too-long'],
  [17, '04T21:00', '05T00:00', false, undefined], // from six in the morning
  [17, '04T20:59', '05T00:00', false, 'minor.at-night'],
  [17, '05T10:00', '05T13:00', false, undefined], // until ten in the evening
  [17, '05T10:00', '05T13:01', false, 'minor.at-night'],
  [17, '05T14:00', '05T16:00', false, 'minor.at-night'],
  [17, '05T01:00', '05T02:00', true, 'minor.adults-only'],
  [13, '05T01:00', '05T02:00', false, 'minor.too-young'],
])('at %d, from %s to %s, adults only %s: %s', (age, from, until, adultsOnly, code, minAge = null) => {
  const errors = minorErrors(age, { ...shift(from, until), timeZone: 'Asia/Yakutsk', adultsOnly, minAge });
  expect(errors[0]?.code).toBe(code);
});

test('a guardian has three days, and never longer than until it begins', () => {
  expect([
    answerUntil({ startsAt: at('20T01:00') }, at('05T00:00')),
    answerUntil({ startsAt: at('06T01:00') }, at('05T00:00')),
  ]).toEqual([at('08T00:00'), at('06T01:00')]);
});

test.each<[ConsentStatus, string, string[]]>([
  ['waiting', '07T23:59', ['given', 'refused']],
  ['waiting', '08T00:00', []],
  ['given', '19T00:00', ['refused']],
  ['given', '20T01:00', []],
  ['refused', '06T00:00', []],
  ['lapsed', '06T00:00', []],
])('%s on the %s: %j', (status, now, answers) => {
  expect(answersNow({ status, until: at('08T00:00') }, { startsAt: at('20T01:00') }, at(now))).toEqual(answers);
});
