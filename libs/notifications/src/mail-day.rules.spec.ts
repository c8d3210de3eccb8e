import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import { digestDay, digestDue } from './digest.rules.js';
import { choiceErrors, choicesOf } from './kinds.rules.js';
import { nextTry } from './retry.rules.js';
import { routeMails, type NewMail, type Reader } from './route.rules.js';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe.rules.js';

const at = (text: string): Date => new Date(text);

test.each([
  ['2026-03-09T22:59:59Z', null, null], // 07:59 in Blagoveshchensk
  ['2026-03-09T23:00:00Z', '2026-03-10', '2026-03-09T23:00:00.000Z'],
  ['2026-03-10T06:13:20Z', '2026-03-10', '2026-03-09T23:00:00.000Z'],
  ['2026-03-10T11:59:59Z', '2026-03-10', '2026-03-09T23:00:00.000Z'],
  ['2026-03-10T12:00:00Z', null, null], // 21:00: nobody is woken
])('at %s the summary of %s may go', (now, date, before) => {
  const due = digestDue(at(now), 'Asia/Yakutsk');
  expect([due?.date ?? null, due?.before.toISOString() ?? null]).toEqual([date, before]);
});

test('eight in the morning is eight also on the day when clocks change', () => {
  expect(digestDue(at('2026-03-29T07:30:00Z'), 'Europe/Berlin')?.before.toISOString()).toBe('2026-03-29T06:00:00.000Z');
});

test('news belong to the next summary', () => {
  expect(digestDay(at('2026-03-09T22:00:00Z'), 'Asia/Yakutsk')).toBe('2026-03-10');
  expect(digestDay(at('2026-03-10T01:00:00Z'), 'Asia/Yakutsk')).toBe('2026-03-11');
  expect(digestDay(at('2026-12-31T05:00:00Z'), 'Asia/Yakutsk')).toBe('2027-01-01');
});

test('tries are further and further apart, and end with the life of a mail', () => {
  const born = at('2026-03-10T00:00:00Z');
  const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) => (nextTry(tries, born, born)?.getTime() ?? 0) - born.getTime());
  expect(waits).toEqual([MINUTE_MS / 2, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS, 4 * HOUR_MS]);
  expect(nextTry(30, born, new Date(born.getTime() + 3 * DAY_MS - HOUR_MS))).toBeNull();
});

test('the hour of at-once mails slides', () => {
  const now = at('2026-03-10T12:00:00Z');
  const mail = (minutesAgo: number): NewMail => ({ id: String(minutesAgo), personId: 'p', kind: 'match', createdAt: new Date(now.getTime() - minutesAgo * MINUTE_MS) });
  const reader = (minutesAgo: number[]): Map<string, Reader> => new Map([['p', { choices: choicesOf([]), addressConfirmed: true, atOnce: minutesAgo.map((m) => mail(m).createdAt) }]]);
  const statuses = (mails: NewMail[], before: number[]) => routeMails(mails, reader(before), now).map((route) => route.status);
  expect(statuses([mail(0)], [59, 40, 30, 20])).toEqual(['ready']);
  expect(statuses([mail(0)], [59, 40, 30, 20, 10])).toEqual(['digest']);
  expect(statuses([mail(0)], [60, 40, 30, 20, 10])).toEqual(['ready']);
  expect(statuses([mail(3), mail(2), mail(1)], [59, 40, 30])).toEqual(['ready', 'ready', 'digest']);
  expect(routeMails([mail(5 * 24 * 60)], reader([]), now)).toMatchObject([{ status: 'failed', reason: 'too-old' }]);
  expect(routeMails([mail(0)], new Map(), now)).toMatchObject([{ status: 'off', reason: 'no-person' }]);
});

test('only what can be chosen is chosen', () => {
  expect(choiceErrors({ proposal: 'off', match: 'digest' })).toEqual([]);
  expect(choiceErrors({ security: 'off', digest: 'at-once', other: 'off', match: 'never', toString: 'off' })).toEqual([
    { field: 'kinds.security', code: 'notification.always-sent' },
    { field: 'kinds.digest', code: 'form.not-in-list' },
    { field: 'kinds.other', code: 'form.unknown-field' },
    { field: 'kinds.match', code: 'form.not-in-list' },
    { field: 'kinds.toString', code: 'form.unknown-field' },
  ]);
});

describe('the token of a link', () => {
  const secret = 'a secret of a test that is long enough';
  const personId = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
  const token = unsubscribeToken({ personId, kind: 'match' }, secret);

  test('says who and what, and fits into an address', () => {
    expect(readUnsubscribeToken(token, secret)).toEqual({ personId, kind: 'match' });
    expect(token).toMatch(/^[\w.-]{30,100}$/);
  });

  test.each([
    ['another kind', token.replace('.match.', '.lapse.')],
    ['another person', `B${token.slice(1)}`],
    ['a cut signature', token.slice(0, -1)],
    ['something added', `${token}.x`],
    ['nothing', ''],
    ['dots', '..'],
    ['a kind that is always sent', unsubscribeToken({ personId, kind: 'security' }, secret)],
    ['made with another secret', unsubscribeToken({ personId, kind: 'match' }, `${secret}!`)],
  ])('%s is not taken', (_what, bad) => {
    expect(readUnsubscribeToken(bad, secret)).toBeNull();
  });
});
