import type { Actor } from '#identity';
import { ACCOUNTANT, COORDINATOR, VOLUNTEER } from '../../../test/support/actors.js';
import { shiftCan, whyNotSignUp, type ShiftToJudge } from './shift-life.rules.js';
import type { SignUpStatus } from './sign-up-life.rules.js';

const at = (hour: string): Date => new Date(`2026-11-${hour}Z`);
const STARTS = at('28T10:00:00');
const ENDS = at('28T13:00:00');

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
  ['a volunteer', VOLUNTEER, {}, {}, '20T10:00:00', ['sign-up']],
  ['a volunteer who is in', VOLUNTEER, {}, { running: true }, '20T10:00:00', []],
  ['a VOLUNTEER, all places taken', VOLUNTEER, { taken: 2 }, {}, '20T10:00:00', ['sign-up']],
  ['a VOLUNTEER, all places taken and begun', VOLUNTEER, { taken: 2 }, {}, '28T11:00:00', []],
  ['a VOLUNTEER, a place left and begun', VOLUNTEER, {}, {}, '28T11:00:00', ['sign-up']],
  ['a VOLUNTEER, over', VOLUNTEER, {}, {}, '28T13:00:00', []],
  ['a VOLUNTEER, cancelled', VOLUNTEER, { status: 'cancelled' }, {}, '20T10:00:00', []],
  ['a VOLUNTEER, the need closed', VOLUNTEER, { needOpen: false }, {}, '20T10:00:00', []],
  ['a VOLUNTEER, papers not seen', VOLUNTEER, { papersMissing: true }, {}, '20T10:00:00', []],
  ['a VOLUNTEER, somebody’s trouble', VOLUNTEER, { agreedFirst: true }, {}, '20T10:00:00', []],
  ['the accountant of the organization', ACCOUNTANT, {}, {}, '20T10:00:00', []],
  ['the coordinator', COORDINATOR, {}, {}, '20T10:00:00', ['edit', 'cancel', 'run']],
  [
    'the coordinator while it runs',
    COORDINATOR,
    {},
    { asPlanned: 1, settled: 1 },
    '28T11:00:00',
    ['confirm-all', 'run'],
  ],
  ['the coordinator afterwards, nobody came', COORDINATOR, {}, {}, '28T15:00:00', ['cancel', 'run']],
  ['the COORDINATOR, cancelled', COORDINATOR, { status: 'cancelled' }, {}, '20T10:00:00', ['run']],
])('%s', (_, who, changes, around, now, can) => {
  expect(shiftCan(who, shift(changes), { ...none, ...around }, at(now))).toEqual(can);
});

test.each<
  [
    what: string,
    who: Actor | null,
    changes: Partial<ShiftToJudge>,
    own: SignUpStatus | null,
    now: string,
    why: ReturnType<typeof whyNotSignUp>,
  ]
>([
  ['open to all', VOLUNTEER, {}, null, '20T10:00:00', null],
  ['a visitor, papers not seen', null, { papersMissing: true }, null, '20T10:00:00', 'shift.papers-not-seen'],
  ['a VOLUNTEER, papers not seen', VOLUNTEER, { papersMissing: true }, null, '20T10:00:00', 'shift.papers-not-seen'],
  [
    'a VOLUNTEER, somebody’s trouble',
    VOLUNTEER,
    { agreedFirst: true, papersMissing: true },
    null,
    '20T10:00:00',
    'shift.agreed-first',
  ],
  ['who waits, papers not seen', VOLUNTEER, { papersMissing: true }, 'waiting', '20T10:00:00', 'shift.papers-not-seen'],
  [
    'who is in, papers seen no longer',
    VOLUNTEER,
    { papersMissing: true, taken: 2 },
    'signed_up',
    '28T11:00:00',
    'shift.papers-not-seen',
  ],
  ['who is in, somebody’s trouble', VOLUNTEER, { agreedFirst: true }, 'signed_up', '20T10:00:00', null],
  ['who is there', VOLUNTEER, { papersMissing: true }, 'checked_in', '28T11:00:00', null],
  ['the accountant', ACCOUNTANT, { papersMissing: true }, null, '20T10:00:00', null],
  ['cancelled', VOLUNTEER, { papersMissing: true, status: 'cancelled' }, null, '20T10:00:00', null],
  ['the need closed', VOLUNTEER, { papersMissing: true, needOpen: false }, null, '20T10:00:00', null],
  ['over', VOLUNTEER, { papersMissing: true }, null, '28T13:00:00', null],
  ['full and begun', VOLUNTEER, { papersMissing: true, taken: 2 }, null, '28T11:00:00', null],
])('why not by a click: %s', (_, who, changes, own, now, why) => {
  expect(whyNotSignUp(who, shift(changes), own, at(now))).toBe(why);
});
