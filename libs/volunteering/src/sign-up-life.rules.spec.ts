import type { Actor } from '#identity';
import {
  hasHad,
  isLate,
  mayListShifts,
  mayRun,
  offeredUntil,
  shiftCan,
  SIGN_UP_STATUSES,
  signUpCan,
  takesSignUps,
  whyNotSignUp,
  type ShiftToJudge,
  type SignUpToJudge,
  type SignUpVerb,
} from './sign-up-life.rules.js';

const at = (hour: string): Date => new Date(`2026-11-${hour}Z`);
const STARTS = at('28T10:00:00');
const ENDS = at('28T13:00:00');
const actor = (personId: string, ...organizations: Actor['organizations'][number][]): Actor => ({
  personId,
  locale: 'ru',
  platform: [],
  organizations,
  places: [],
  via: 'web',
  confirmed: true,
});
const volunteer = actor('v');
const coordinator = actor('c', { id: 'o', role: 'coordinator' });
const accountant = actor('a', { id: 'o', role: 'accountant' });
const both = actor('v', { id: 'o', role: 'owner' });
const signUp = (
  changes: Partial<SignUpToJudge & { papersMissing: boolean; consentMissing: boolean }>,
): SignUpToJudge & { papersMissing: boolean } => ({
  papersMissing: false,
  status: 'signed_up',
  personId: 'v',
  organizationId: 'o',
  startsAt: STARTS,
  endsAt: ENDS,
  offeredUntil: null,
  confirmedAt: null,
  objectedAt: null,
  claimed: null,
  lateMinutes: null,
  ...changes,
});

test.each<
  [
    status: SignUpToJudge['status'],
    now: string,
    who: Actor,
    can: SignUpVerb[],
    changes?: Partial<SignUpToJudge & { papersMissing: boolean; consentMissing: boolean }>,
  ]
>([
  ['signed_up', '26T10:00:00', volunteer, ['cancel']],
  ['signed_up', '26T10:00:00', coordinator, ['cancel']],
  ['signed_up', '28T06:59:59', volunteer, ['cancel']],
  ['signed_up', '28T07:00:00', volunteer, ['cancel', 'say-late']],
  ['signed_up', '28T08:59:59', volunteer, ['cancel'], { lateMinutes: 20 }],
  ['signed_up', '28T09:00:00', volunteer, ['cancel', 'check-in', 'say-late']],
  ['signed_up', '28T09:00:00', coordinator, ['cancel', 'check-in']],
  ['signed_up', '28T10:00:00', volunteer, ['check-in', 'say-late']],
  ['signed_up', '28T10:00:00', coordinator, ['check-in', 'no-show']],
  ['signed_up', '28T13:59:59', volunteer, ['check-in']],
  ['signed_up', '28T14:00:00', volunteer, []],
  ['signed_up', '30T14:00:00', coordinator, ['check-in', 'no-show']],
  ['checked_in', '28T10:30:00', coordinator, ['confirm']],
  ['checked_in', '28T10:30:00', volunteer, ['check-out']],
  ['checked_in', '28T10:30:00', both, ['check-out']], // nobody confirms their own hours
  ['checked_in', '28T10:30:00', accountant, []],
  ['waiting', '26T10:00:00', volunteer, ['cancel']],
  ['waiting', '26T10:00:00', volunteer, ['accept', 'cancel'], { offeredUntil: at('26T12:00:00') }],
  ['waiting', '26T10:00:00', volunteer, ['cancel'], { offeredUntil: at('26T12:00:00'), papersMissing: true }],
  ['waiting', '26T12:00:00', volunteer, ['cancel'], { offeredUntil: at('26T12:00:00') }],
  ['waiting', '28T10:00:00', volunteer, []],
  ['signed_up', '28T09:30:00', volunteer, ['cancel', 'say-late'], { papersMissing: true }],
  ['signed_up', '28T09:30:00', coordinator, ['cancel', 'check-in'], { papersMissing: true }],
  ['signed_up', '28T09:30:00', coordinator, ['cancel'], { consentMissing: true }],
  ['signed_up', '28T09:30:00', volunteer, ['cancel', 'say-late'], { consentMissing: true }],
  ['signed_up', '26T10:00:00', volunteer, ['cancel', 'done'], { startsAt: ENDS }],
  ['signed_up', '26T10:00:00', coordinator, ['cancel', 'check-in'], { startsAt: ENDS }],
  ['signed_up', '28T13:00:00', volunteer, ['done'], { startsAt: ENDS }],
  ['signed_up', '28T13:00:00', volunteer, [], { startsAt: ENDS, consentMissing: true }],
  ['signed_up', '28T13:00:00', coordinator, ['check-in', 'no-show'], { startsAt: ENDS }],
  ['signed_up', '30T13:00:00', volunteer, [], { startsAt: ENDS }],
  ['checked_in', '30T13:00:00', volunteer, ['done'], { startsAt: ENDS }],
  ['no_show', '29T10:00:00', coordinator, ['check-in']],
  ['no_show', '29T10:00:00', volunteer, []],
  ['confirmed', '29T10:00:00', volunteer, ['dispute'], { confirmedAt: ENDS }],
  ['confirmed', '29T10:00:00', volunteer, [], { confirmedAt: ENDS, claimed: 200 }], // once
  ['confirmed', '29T10:00:00', coordinator, [], { confirmedAt: ENDS }],
  [
    'confirmed',
    '29T10:00:00',
    coordinator,
    ['confirm'],
    { confirmedAt: ENDS, claimed: 200, objectedAt: at('29T09:00:00') },
  ],
  ['cancelled', '26T10:00:00', volunteer, []],
])('%s on the %s: %#', (status, now, who, can, changes = {}) => {
  expect(signUpCan(who, signUp({ status, ...changes }), at(now))).toEqual(can);
});

test('an objection is made once, whatever becomes of it', () => {
  expect([null, 200].map((claimed) => hasHad('dispute', { status: 'confirmed', claimed }))).toEqual([false, true]);
  expect([
    hasHad('confirm', { status: 'confirmed', claimed: null }),
    hasHad('confirm', { status: 'checked_in', claimed: null }),
  ]).toEqual([true, false]);
});

test('strangers and visitors can do nothing with the place of somebody else', () => {
  for (const status of SIGN_UP_STATUSES)
    for (const who of [null, actor('x')]) expect(signUpCan(who, signUp({ status }), at('28T09:30:00'))).toEqual([]);
});

test.each([
  ['a day before', '27T10:00:00', '20T10:00:00', true],
  ['a moment more than a day before', '27T09:59:59', '20T10:00:00', false],
  ['within the hour in which it was taken', '28T08:30:00', '28T08:00:00', false],
  ['an hour after it was taken', '28T09:00:00', '28T08:00:00', true],
])('giving a place back %s', (_, now, signedUpAt, late) => {
  expect(isLate({ status: 'signed_up', startsAt: STARTS, signedUpAt: at(signedUpAt), enteredBy: null }, at(now))).toBe(
    late,
  );
  expect(isLate({ status: 'signed_up', startsAt: STARTS, signedUpAt: at(signedUpAt), enteredBy: 'c' }, at(now))).toBe(
    false,
  ); // promised by somebody else
});

test.each([
  ['20T10:00:00', '20T22:00:00'],
  ['27T22:00:00', '28T04:00:00'],
  ['28T09:40:00', '28T09:55:00'],
  ['28T09:50:00', '28T10:00:00'],
])('a place that is free on the %s is kept until the %s', (now, until) => {
  expect(offeredUntil({ startsAt: STARTS }, at(now))).toEqual(at(until));
});

test.each([
  ['before it', '20T10:00:00', '01T00:00:00', true],
  ['while it lasts', '28T12:59:00', '01T00:00:00', true],
  ['after it', '28T13:00:00', '01T00:00:00', false],
  ['after it, where it was entered afterwards', '29T10:00:00', '29T09:00:00', true],
  ['a week after it', '06T13:00:00', '29T09:00:00', true],
])('%s somebody may sign up', (_, now, createdAt, takes) => {
  const month = now.startsWith('06') ? new Date('2026-12-05T12:59:00Z') : at(now);
  expect(takesSignUps({ startsAt: STARTS, endsAt: ENDS, createdAt: at(createdAt) }, month)).toBe(takes);
});

const shift = (changes: Partial<ShiftToJudge> = {}): ShiftToJudge => ({
  status: 'planned',
  startsAt: STARTS,
  endsAt: ENDS,
  createdAt: at('01T00:00:00'),
  taken: 1,
  capacity: 2,
  organizationId: 'o',
  needOpen: true,
  agreedFirst: false,
  papersMissing: false,
  ...changes,
});
const none = { running: false, asPlanned: 0, settled: 0 };

test.each<
  [
    what: string,
    who: Actor | null,
    changes: Partial<ShiftToJudge>,
    around: Partial<typeof none>,
    now: string,
    can: string[],
  ]
>([
  ['a visitor', null, {}, {}, '20T10:00:00', []],
  ['a volunteer', volunteer, {}, {}, '20T10:00:00', ['sign-up']],
  ['a volunteer who is in', volunteer, {}, { running: true }, '20T10:00:00', []],
  ['a volunteer, all places taken', volunteer, { taken: 2 }, {}, '20T10:00:00', ['sign-up']],
  ['a volunteer, all places taken and begun', volunteer, { taken: 2 }, {}, '28T11:00:00', []],
  ['a volunteer, a place left and begun', volunteer, {}, {}, '28T11:00:00', ['sign-up']],
  ['a volunteer, over', volunteer, {}, {}, '28T13:00:00', []],
  ['a volunteer, cancelled', volunteer, { status: 'cancelled' }, {}, '20T10:00:00', []],
  ['a volunteer, the need closed', volunteer, { needOpen: false }, {}, '20T10:00:00', []],
  ['a volunteer, papers not seen', volunteer, { papersMissing: true }, {}, '20T10:00:00', []],
  ['a volunteer, somebody’s trouble', volunteer, { agreedFirst: true }, {}, '20T10:00:00', []],
  ['the accountant of the organization', accountant, {}, {}, '20T10:00:00', []],
  ['the coordinator', coordinator, {}, {}, '20T10:00:00', ['edit', 'cancel', 'run']],
  [
    'the coordinator while it runs',
    coordinator,
    {},
    { asPlanned: 1, settled: 1 },
    '28T11:00:00',
    ['confirm-all', 'run'],
  ],
  ['the coordinator afterwards, nobody came', coordinator, {}, {}, '28T15:00:00', ['cancel', 'run']],
  ['the coordinator, cancelled', coordinator, { status: 'cancelled' }, {}, '20T10:00:00', ['run']],
])('%s', (_, who, changes, around, now, can) => {
  expect(shiftCan(who, shift(changes), { ...none, ...around }, at(now))).toEqual(can);
});

test.each<
  [
    what: string,
    who: Actor | null,
    changes: Partial<ShiftToJudge>,
    own: SignUpToJudge['status'] | null,
    now: string,
    why: ReturnType<typeof whyNotSignUp>,
  ]
>([
  ['open to all', volunteer, {}, null, '20T10:00:00', null],
  ['a visitor, papers not seen', null, { papersMissing: true }, null, '20T10:00:00', 'shift.papers-not-seen'],
  ['a volunteer, papers not seen', volunteer, { papersMissing: true }, null, '20T10:00:00', 'shift.papers-not-seen'],
  [
    'a volunteer, somebody’s trouble',
    volunteer,
    { agreedFirst: true, papersMissing: true },
    null,
    '20T10:00:00',
    'shift.agreed-first',
  ],
  ['who waits, papers not seen', volunteer, { papersMissing: true }, 'waiting', '20T10:00:00', 'shift.papers-not-seen'],
  [
    'who is in, papers seen no longer',
    volunteer,
    { papersMissing: true, taken: 2 },
    'signed_up',
    '28T11:00:00',
    'shift.papers-not-seen',
  ],
  ['who is in, somebody’s trouble', volunteer, { agreedFirst: true }, 'signed_up', '20T10:00:00', null],
  ['who is there', volunteer, { papersMissing: true }, 'checked_in', '28T11:00:00', null],
  ['the accountant', accountant, { papersMissing: true }, null, '20T10:00:00', null],
  ['cancelled', volunteer, { papersMissing: true, status: 'cancelled' }, null, '20T10:00:00', null],
  ['the need closed', volunteer, { papersMissing: true, needOpen: false }, null, '20T10:00:00', null],
  ['over', volunteer, { papersMissing: true }, null, '28T13:00:00', null],
  ['full and begun', volunteer, { papersMissing: true, taken: 2 }, null, '28T11:00:00', null],
])('why not by a click: %s', (_, who, changes, own, now, why) => {
  expect(whyNotSignUp(who, shift(changes), own, at(now))).toBe(why);
});

test('its own people list the shifts of an organization; owners and coordinators run them', () => {
  expect(
    [null, volunteer, accountant, coordinator, both].map((who) => [mayListShifts(who, 'o'), mayRun(who, 'o')]),
  ).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [true, true],
    [true, true],
  ]);
  expect([mayListShifts(coordinator, 'another'), mayRun(coordinator, 'another')]).toEqual([false, false]);
});
