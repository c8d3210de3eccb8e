import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import type { MatchSide, MatchStatus } from '../match.entity.js';
import {
  HAND_OVER_LIMITS,
  isToMeet,
  meetingCan,
  whyNotAgreed,
  windowErrors,
  type Proposed,
} from './hand-over.rules.js';

const now = new Date('2026-11-24T03:00:00Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);
const LONGEST = HAND_OVER_LIMITS.hours * HOUR_MS,
  FURTHEST = HAND_OVER_LIMITS.daysAhead * DAY_MS;

test.each<[string, number, number, string[]]>([
  ['in two days for an hour', 2 * DAY_MS, 2 * DAY_MS + HOUR_MS, []],
  ['from now on', 0, HOUR_MS, []],
  ['begun a minute ago', -MINUTE_MS, HOUR_MS, ['from match.window-past']],
  ['yesterday', -DAY_MS, -DAY_MS + HOUR_MS, ['from match.window-past']],
  ['as long as may be', DAY_MS, DAY_MS + LONGEST, []],
  ['longer', DAY_MS, DAY_MS + LONGEST + 1, ['until match.window-too-long']],
  ['as far ahead as may be', FURTHEST, FURTHEST + HOUR_MS, []],
  ['further', FURTHEST + 1, FURTHEST + HOUR_MS, ['from match.window-too-far']],
  ['no time at all', DAY_MS, DAY_MS, ['until match.window-ends-first']],
  ['backwards', DAY_MS, HOUR_MS, ['until match.window-ends-first']],
  ['backwards and past', -DAY_MS, -2 * DAY_MS, ['from match.window-past', 'until match.window-ends-first']],
])('a window %s', (_name, from, until, expected) => {
  expect(
    windowErrors({ from: after(from), until: after(until) }, now).map(({ field, code }) => `${field} ${code}`),
  ).toEqual(expected);
});

const proposal = (change: Partial<Proposed> = {}): Proposed & { sequence: number } => ({
  proposedBy: 'donor',
  proposerId: 'anna',
  agreed: false,
  until: after(DAY_MS),
  sequence: 3,
  ...change,
});

test.each<[string, MatchSide, string, MatchStatus, Proposed | null, string[]]>([
  ['nothing proposed yet', 'donor', 'anna', 'accepted', null, ['propose-hand-over']],
  ['their own proposal', 'donor', 'anna', 'accepted', proposal(), ['propose-hand-over']],
  [
    "the other's proposal",
    'organization',
    'svetlana',
    'accepted',
    proposal(),
    ['propose-hand-over', 'agree-hand-over'],
  ],
  ['one person on both sides', 'organization', 'anna', 'accepted', proposal(), ['propose-hand-over']],
  ['agreed', 'organization', 'svetlana', 'accepted', proposal({ agreed: true }), ['propose-hand-over']],
  [
    'over before anybody agreed',
    'organization',
    'svetlana',
    'accepted',
    proposal({ until: now }),
    ['propose-hand-over'],
  ],
  ['before both have said yes', 'donor', 'anna', 'held', null, []],
  ['handed over', 'organization', 'svetlana', 'delivered', proposal(), []],
  ['cancelled', 'organization', 'svetlana', 'cancelled', proposal(), []],
])('%s', (_name, side, person, status, proposed, expected) =>
  expect(meetingCan(side, person, status, proposed, now)).toEqual(expected),
);

test.each<[string, MatchSide, string, (Proposed & { sequence: number }) | null, number | undefined, string | null]>([
  ['nothing to agree to', 'organization', 'svetlana', null, undefined, 'match.no-hand-over'],
  ['their own', 'donor', 'anna', proposal(), undefined, 'match.hand-over-own'],
  ["a colleague's", 'donor', 'boris', proposal(), undefined, 'match.hand-over-own'],
  ['their own, by the other side', 'organization', 'anna', proposal(), undefined, 'match.hand-over-own'],
  ['as seen', 'organization', 'svetlana', proposal(), 3, null],
  ['moved since it was seen', 'organization', 'svetlana', proposal(), 2, 'match.hand-over-moved'],
  ['a repeated click', 'organization', 'svetlana', proposal({ agreed: true, until: now }), 2, null],
  ['over', 'organization', 'svetlana', proposal({ until: now }), 3, 'match.window-over'],
])('agreeing: %s', (_name, side, person, proposed, seen, expected) =>
  expect(whyNotAgreed(side, person, proposed, seen, now)).toBe(expected),
);

test.each<[string, string, MatchStatus, number | null, boolean]>([
  ['hours before their meeting', 'time', 'accepted', 1, true],
  ['hours that one side says were given', 'time', 'delivered', 1, true],
  ['hours from the beginning of their meeting', 'time', 'accepted', 0, false],
  ['hours without an agreed meeting', 'time', 'accepted', null, false],
  ['things may come sooner', 'goods', 'accepted', 1, false],
  ['money may come sooner', 'money', 'accepted', 1, false],
  ['a dispute is decided whenever it is', 'time', 'disputed', 1, false],
])('%s', (_name, kind, status, msAhead, expected) => {
  const meetsAt = msAhead === null ? null : new Date(now.getTime() + msAhead);
  expect(isToMeet({ kind, status, meetsAt }, now)).toBe(expected);
});
