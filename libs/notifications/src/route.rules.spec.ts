import type { MailKind } from '#platform';
import { choicesOf, type Choice } from './kinds.rules.js';
import { MAIL_LIFE_MS, routeMails, type NewMail, type Reader } from './route.rules.js';

const now = new Date('2026-11-30T12:00:00Z');
const MINUTE = 60_000;
const before = (ms: number): Date => new Date(now.getTime() - ms);
const mail = (kind: MailKind = 'match', createdAt = now, id = 'm', personId = 'p'): NewMail => ({
  id,
  personId,
  kind,
  createdAt,
});
const reader = (own: Partial<Record<MailKind, Choice>> = {}, changes: Partial<Reader> = {}): Reader => ({
  choices: choicesOf(Object.entries(own).map(([kind, choice]) => ({ kind, choice }))),
  addressConfirmed: true,
  atOnce: [],
  ...changes,
});

test.each<[string, NewMail, Reader | null, string, string | null]>([
  ['as usual', mail(), reader(), 'ready', null],
  ['a proposal, as usual', mail('proposal'), reader(), 'digest', null],
  ['chosen for the summary', mail(), reader({ match: 'digest' }), 'digest', null],
  [
    'chosen for the summary, and no summaries',
    mail(),
    reader({ match: 'digest', digest: 'off' }),
    'off',
    'digest-not-wanted',
  ],
  ['not wanted', mail(), reader({ match: 'off' }), 'off', 'not-wanted'],
  ['the summary itself', mail('digest'), reader(), 'ready', null],
  ['the summary, not wanted', mail('digest'), reader({ digest: 'off' }), 'off', 'not-wanted'],
  ['no account any more', mail(), null, 'off', 'no-person'],
  ['safety, no account any more', mail('security'), null, 'off', 'no-person'],
  ['an address that nobody confirmed', mail(), reader({}, { addressConfirmed: false }), 'off', 'address-not-confirmed'],
  ['safety goes to it all the same', mail('security'), reader({}, { addressConfirmed: false }), 'ready', null],
  ['three days old', mail('match', before(MAIL_LIFE_MS)), reader(), 'ready', null],
  ['older than three days', mail('match', before(MAIL_LIFE_MS + 1)), reader(), 'failed', 'too-old'],
  ['safety, older than three days', mail('security', before(MAIL_LIFE_MS + 1)), reader(), 'failed', 'too-old'],
])('%s', (_, one, to, status, reason) => {
  expect(routeMails([one], new Map(to === null ? [] : [['p', to]]), now)).toEqual([{ id: 'm', status, reason }]);
});

test('of seven mails in an hour five go out at once and the others wait for the summary; of each person apart', () => {
  const mails = Array.from({ length: 7 }, (_, at) => mail('match', new Date(now.getTime() + at), `m${at}`));
  const other = mail('match', now, 'other', 'q');
  const routes = routeMails(
    [...mails, other],
    new Map([
      ['p', reader()],
      ['q', reader()],
    ]),
    now,
  );
  expect(routes.map(({ status }) => status)).toEqual([
    'ready',
    'ready',
    'ready',
    'ready',
    'ready',
    'digest',
    'digest',
    'ready',
  ]);
});

test('neither safety nor the summary counts towards the five, and nothing of the digest does', () => {
  const kinds: MailKind[] = [
    'security',
    'digest',
    'proposal',
    'security',
    'digest',
    'proposal',
    'match',
    'match',
    'match',
    'match',
    'match',
    'match',
  ];
  expect(
    routeMails(
      kinds.map((kind, at) => mail(kind, now, `m${at}`)),
      new Map([['p', reader()]]),
      now,
    )
      .slice(6)
      .map(({ status }) => status),
  ).toEqual(['ready', 'ready', 'ready', 'ready', 'ready', 'digest']);
});

test.each<[string, Date[], string]>([
  ['five a moment ago', Array.from({ length: 5 }, () => before(MINUTE)), 'digest'],
  ['four a moment ago', Array.from({ length: 4 }, () => before(MINUTE)), 'ready'],
  ['five an hour ago', Array.from({ length: 5 }, () => before(60 * MINUTE)), 'ready'],
  ['five just within the hour', Array.from({ length: 5 }, () => before(60 * MINUTE - 1)), 'digest'],
  ['five later than this one', Array.from({ length: 5 }, () => new Date(now.getTime() + MINUTE)), 'ready'],
])('sent before: %s', (_, atOnce, status) => {
  expect(routeMails([mail()], new Map([['p', reader({}, { atOnce })]]), now)[0]?.status).toBe(status);
});

test('what the caller handed over is not changed', () => {
  const atOnce: Date[] = [];
  routeMails([mail(), mail()], new Map([['p', reader({}, { atOnce })]]), now);
  expect(atOnce).toEqual([]);
});

test.each<[string, number[], number[], string[]]>([
  ['the fifth of an hour', [0], [59, 40, 30, 20], ['ready']],
  ['the sixth', [0], [59, 40, 30, 20, 10], ['digest']],
  ['the sixth, when the first is an hour old', [0], [60, 40, 30, 20, 10], ['ready']],
  ['three at once after three', [3, 2, 1], [59, 40, 30], ['ready', 'ready', 'digest']],
])('the hour slides: %s', (_, minutesAgo, atOnce, statuses) => {
  const mails = minutesAgo.map((minutes) => mail('match', before(minutes * MINUTE), String(minutes)));
  expect(
    routeMails(
      mails,
      new Map([['p', reader({}, { atOnce: atOnce.map((minutes) => before(minutes * MINUTE)) })]]),
      now,
    ).map(({ status }) => status),
  ).toEqual(statuses);
});
