import type { Actor } from '#identity';
import { ACCOUNTANT, actor, COORDINATOR, OWNER_WHO_VOLUNTEERS, VOLUNTEER } from '../../../test/support/actors.js';
import {
  hasHad,
  isLate,
  SIGN_UP_STATUSES,
  signUpCan,
  type SignUpToJudge,
  type SignUpVerb,
} from './sign-up-life.rules.js';

const at = (hour: string): Date => new Date(`2026-11-${hour}Z`);
const STARTS = at('28T10:00:00');
const ENDS = at('28T13:00:00');

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
  ['signed_up', '26T10:00:00', VOLUNTEER, ['cancel']],
  ['signed_up', '26T10:00:00', COORDINATOR, ['cancel']],
  ['signed_up', '28T06:59:59', VOLUNTEER, ['cancel']],
  ['signed_up', '28T07:00:00', VOLUNTEER, ['cancel', 'say-late']],
  ['signed_up', '28T08:59:59', VOLUNTEER, ['cancel'], { lateMinutes: 20 }],
  ['signed_up', '28T09:00:00', VOLUNTEER, ['cancel', 'check-in', 'say-late']],
  ['signed_up', '28T09:00:00', COORDINATOR, ['cancel', 'check-in']],
  ['signed_up', '28T10:00:00', VOLUNTEER, ['check-in', 'say-late']],
  ['signed_up', '28T10:00:00', COORDINATOR, ['check-in', 'no-show']],
  ['signed_up', '28T13:59:59', VOLUNTEER, ['check-in']],
  ['signed_up', '28T14:00:00', VOLUNTEER, []],
  ['signed_up', '30T14:00:00', COORDINATOR, ['check-in', 'no-show']],
  ['checked_in', '28T10:30:00', COORDINATOR, ['confirm']],
  ['checked_in', '28T10:30:00', VOLUNTEER, ['check-out']],
  ['checked_in', '28T10:30:00', OWNER_WHO_VOLUNTEERS, ['check-out']], // nobody confirms their own hours
  ['checked_in', '28T10:30:00', ACCOUNTANT, []],
  ['waiting', '26T10:00:00', VOLUNTEER, ['cancel']],
  ['waiting', '26T10:00:00', VOLUNTEER, ['accept', 'cancel'], { offeredUntil: at('26T12:00:00') }],
  ['waiting', '26T10:00:00', VOLUNTEER, ['cancel'], { offeredUntil: at('26T12:00:00'), papersMissing: true }],
  ['waiting', '26T12:00:00', VOLUNTEER, ['cancel'], { offeredUntil: at('26T12:00:00') }],
  ['waiting', '28T10:00:00', VOLUNTEER, []],
  ['signed_up', '28T09:30:00', VOLUNTEER, ['cancel', 'say-late'], { papersMissing: true }],
  ['signed_up', '28T09:30:00', COORDINATOR, ['cancel', 'check-in'], { papersMissing: true }],
  ['signed_up', '28T09:30:00', COORDINATOR, ['cancel'], { consentMissing: true }],
  ['signed_up', '28T09:30:00', VOLUNTEER, ['cancel', 'say-late'], { consentMissing: true }],
  ['signed_up', '26T10:00:00', VOLUNTEER, ['cancel', 'done'], { startsAt: ENDS }],
  ['signed_up', '26T10:00:00', COORDINATOR, ['cancel', 'check-in'], { startsAt: ENDS }],
  ['signed_up', '28T13:00:00', VOLUNTEER, ['done'], { startsAt: ENDS }],
  ['signed_up', '28T13:00:00', VOLUNTEER, [], { startsAt: ENDS, consentMissing: true }],
  ['signed_up', '28T13:00:00', COORDINATOR, ['check-in', 'no-show'], { startsAt: ENDS }],
  ['signed_up', '30T13:00:00', VOLUNTEER, [], { startsAt: ENDS }],
  ['checked_in', '30T13:00:00', VOLUNTEER, ['done'], { startsAt: ENDS }],
  ['no_show', '29T10:00:00', COORDINATOR, ['check-in']],
  ['no_show', '29T10:00:00', VOLUNTEER, []],
  ['confirmed', '29T10:00:00', VOLUNTEER, ['dispute'], { confirmedAt: ENDS }],
  ['confirmed', '29T10:00:00', VOLUNTEER, [], { confirmedAt: ENDS, claimed: 200 }], // once
  ['confirmed', '29T10:00:00', COORDINATOR, [], { confirmedAt: ENDS }],
  [
    'confirmed',
    '29T10:00:00',
    COORDINATOR,
    ['confirm'],
    { confirmedAt: ENDS, claimed: 200, objectedAt: at('29T09:00:00') },
  ],
  ['cancelled', '26T10:00:00', VOLUNTEER, []],
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

test('strangers and visitors can do nothing with the place of another person', () => {
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
  ); // promised by another volunteer
});
