import { isMember, type Actor } from '#identity';
import { isAnyTime } from './any-time.rules.js';
import { SHIFT_LIMITS as LIMITS } from './limits.rules.js';
import { leavingCounts } from './presence/presence.rules.js';
import type { ShiftStatus } from './shift.entity.js';

export const SIGN_UP_STATUSES = ['signed_up', 'waiting', 'checked_in', 'confirmed', 'cancelled', 'no_show'] as const;
export type SignUpStatus = (typeof SIGN_UP_STATUSES)[number];
export type SignUpVerb =
  'accept' | 'cancel' | 'check-in' | 'check-out' | 'done' | 'say-late' | 'no-show' | 'confirm' | 'dispute';
export type SignUpRole = 'volunteer' | 'organization';

/** Why a sign-up ended before it was confirmed. `late` and `no-show` count as a broken promise; nothing else does. */
export const END_REASONS = [
  'in-time',
  'late',
  'by-organization',
  'shift-cancelled',
  'place-not-taken',
  'shift-began',
  'moved-into-another',
  'nobody-said',
  'not-done',
  'no-show',
  'decided',
  'no-consent',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What may happen in each status, and by whom. Everything else is refused. */
export const SIGN_UP_STEPS: Readonly<Record<SignUpStatus, Partial<Record<SignUpVerb, readonly SignUpRole[]>>>> = {
  waiting: { accept: ['volunteer'], cancel: ['volunteer', 'organization'] },
  signed_up: {
    cancel: ['volunteer', 'organization'],
    'check-in': ['volunteer', 'organization'],
    done: ['volunteer'],
    'say-late': ['volunteer'],
    'no-show': ['organization'],
  },
  checked_in: { 'check-out': ['volunteer'], done: ['volunteer'], confirm: ['organization'] },
  confirmed: { dispute: ['volunteer'] },
  no_show: { 'check-in': ['organization'] },
  cancelled: {},
};

/** Who may ever use a verb: the other side of the sign-up hears 403. */
export const SIGN_UP_VERB_ROLES: Readonly<Record<SignUpVerb, readonly SignUpRole[]>> = {
  accept: ['volunteer'],
  cancel: ['volunteer', 'organization'],
  'check-in': ['volunteer', 'organization'],
  'check-out': ['volunteer'],
  done: ['volunteer'],
  'say-late': ['volunteer'],
  'no-show': ['organization'],
  confirm: ['organization'],
  dispute: ['volunteer'],
};

/** The statuses in which a verb has had its effect already: a repeated click changes nothing. */
export const SIGN_UP_ALREADY: Readonly<Record<SignUpVerb, readonly SignUpStatus[]>> = {
  accept: ['signed_up', 'checked_in', 'confirmed'],
  cancel: ['cancelled'],
  'check-in': ['checked_in', 'confirmed'],
  'check-out': ['confirmed'], // the hours stand: what a device says later changes nothing
  done: ['confirmed'],
  'say-late': ['checked_in', 'confirmed'],
  'no-show': ['no_show'],
  confirm: ['confirmed'],
  dispute: [],
};

/** Whether a verb has had its effect on this sign-up; an objection, and that somebody comes late, change no status and are said once. */
export function hasHad(
  verb: SignUpVerb,
  {
    status,
    claimed,
    lateMinutes = null,
  }: { readonly status: SignUpStatus; readonly claimed: number | null; readonly lateMinutes?: number | null },
): boolean {
  if (verb === 'dispute' && claimed !== null) return true;
  return SIGN_UP_ALREADY[verb].includes(status) || (verb === 'say-late' && lateMinutes !== null);
}

/** What a volunteer does only with papers that were seen, where the category asks for them. */
const WITH_PAPERS: readonly SignUpVerb[] = ['accept', 'check-in', 'done'];

/** Has a place in the shift, or had it to the end. */
export const IN_PLACE: readonly SignUpStatus[] = ['signed_up', 'checked_in', 'confirmed'];
/** Runs: in the way of another shift at the same time. */
export const RUNNING: readonly SignUpStatus[] = [...IN_PLACE, 'waiting'];

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const passed = (moment: Date, ms: number, now: Date): boolean => now.getTime() >= moment.getTime() + ms;

export function hasBegun({ startsAt }: Pick<Times, 'startsAt'>, now: Date): boolean {
  return now >= startsAt;
}

/** While it lasts somebody may still come; into one that was entered afterwards whoever was there, for some days. */
export function takesSignUps(shift: Times & { readonly createdAt: Date }, now: Date): boolean {
  if (now < shift.endsAt) return true;
  return shift.createdAt >= shift.startsAt && !passed(shift.endsAt, LIMITS.afterwardsMs, now);
}

/** Check-in by the volunteer, at the moment at which they were there. */
export function codeCounts(times: Times, now: Date): boolean {
  if (isAnyTime(times)) return false;
  const { from, until } = checkInTimes(times);
  return now >= from && now < until;
}

/** A device reads it beforehand: there may be no connection at the place. */
export function checkInTimes({ startsAt, endsAt }: Times): { readonly from: Date; readonly until: Date } {
  return {
    from: new Date(startsAt.getTime() - LIMITS.checkInMs),
    until: new Date(endsAt.getTime() + LIMITS.checkInMs),
  };
}

/** The organization's list: from the same hour on, and afterwards for as long as a place is kept. */
export function listCounts({ startsAt, endsAt }: Times, now: Date): boolean {
  if (isAnyTime({ startsAt, endsAt })) return !passed(endsAt, LIMITS.doneMs, now);
  return passed(startsAt, -LIMITS.checkInMs, now) && !passed(endsAt, LIMITS.unsettledMs, now);
}

/** Whether a place about which nobody said anything is given back: a while after the shift, and after it was taken. */
export function isUnsettled(
  signUp: Times & { readonly status: SignUpStatus; readonly signedUpAt: Date },
  now: Date,
): boolean {
  const kept = isAnyTime(signUp) ? LIMITS.doneMs : LIMITS.unsettledMs;
  return signUp.status === 'signed_up' && passed(signUp.endsAt, kept, now) && passed(signUp.signedUpAt, kept, now);
}

/** Whether giving the place back now counts: less than a day before, unless it was taken within the hour. Whoever was signed up by a coordinator has promised nothing. */
export function isLate(
  signUp: Pick<Times, 'startsAt'> & {
    readonly status: SignUpStatus;
    readonly signedUpAt: Date;
    readonly enteredBy: string | null;
  },
  now: Date,
): boolean {
  return (
    signUp.enteredBy === null &&
    signUp.status === 'signed_up' &&
    passed(signUp.startsAt, -LIMITS.noticeMs, now) &&
    passed(signUp.signedUpAt, LIMITS.secondThoughtMs, now)
  );
}

/** Until when the first who waits may take a place that is free now: half of what is left, so that others have their turn too. */
export function offeredUntil({ startsAt }: Pick<Times, 'startsAt'>, now: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  const ms = Math.max(LIMITS.offerMinMs, Math.min(LIMITS.offerMs, Math.floor(left / 2)));
  return new Date(Math.min(now.getTime() + ms, startsAt.getTime()));
}

/** Most minutes that can be confirmed for a shift. */
export function minutesMax(minutes: number): number {
  return minutes + LIMITS.beyondMinutes;
}

interface Sides {
  readonly personId: string;
  readonly organizationId: string;
}

export function rolesIn(actor: Actor | null, { personId, organizationId }: Sides): SignUpRole[] {
  if (!actor) return [];
  // Nobody confirms their own hours: who signed up is the volunteer and nothing else, even if they have joined the organization since.
  if (actor.personId === personId) return ['volunteer'];
  return mayRun(actor, organizationId) ? ['organization'] : [];
}

/** Plans shifts, checks in, confirms. */
export function mayRun(actor: Actor | null, organizationId: string): boolean {
  return isMember(actor, organizationId, ['owner', 'coordinator']);
}

/** Reads all shifts of an organization at once, cancelled ones too: its own people. */
export function mayListShifts(actor: Actor | null, organizationId: string): boolean {
  return isMember(actor, organizationId);
}

export interface SignUpToJudge extends Times, Sides {
  readonly status: SignUpStatus;
  readonly offeredUntil: Date | null;
  readonly confirmedAt: Date | null;
  readonly objectedAt: Date | null;
  readonly claimed: number | null;
  readonly lateMinutes: number | null;
}

/** Whoever is expected soon, or now, and has not said yet that they come late. */
function mayBeLate(signUp: SignUpToJudge, now: Date): boolean {
  if (signUp.lateMinutes !== null || isAnyTime(signUp)) return false;
  return passed(signUp.startsAt, -LIMITS.lateMs, now) && now < signUp.endsAt;
}

/** Whether the moment allows a verb that the status allows. */
export function inItsTime(verb: SignUpVerb, role: SignUpRole, signUp: SignUpToJudge, now: Date): boolean {
  switch (verb) {
    case 'accept':
      return signUp.offeredUntil !== null && now < signUp.offeredUntil;
    case 'cancel':
      return !hasBegun(signUp, now);
    case 'check-in':
      return role === 'volunteer' ? codeCounts(signUp, now) : listCounts(signUp, now);
    case 'check-out':
      return !isAnyTime(signUp) && leavingCounts(signUp, now);
    case 'done':
      return isAnyTime(signUp) && (signUp.status === 'checked_in' || !passed(signUp.endsAt, LIMITS.doneMs, now));
    case 'say-late':
      return mayBeLate(signUp, now);
    case 'no-show':
      return hasBegun(signUp, now);
    case 'confirm':
      return true;
    case 'dispute':
      return (
        signUp.claimed === null && signUp.confirmedAt !== null && !passed(signUp.confirmedAt, LIMITS.objectionMs, now)
      );
  }
}

/**
 * The verbs that this caller may use now and that would succeed now.
 * @param signUp.papersMissing the category asks for papers, and nobody has seen those of the caller
 * @param signUp.consentMissing they are under age, and their guardian has not said yes
 */
export function signUpCan(
  actor: Actor | null,
  signUp: SignUpToJudge & { readonly papersMissing: boolean; readonly consentMissing?: boolean },
  now: Date,
): SignUpVerb[] {
  const [role] = rolesIn(actor, signUp);
  if (!role) return [];
  const steps = SIGN_UP_STEPS[signUp.status];
  const own = (Object.keys(steps) as SignUpVerb[]).filter(
    (verb) =>
      steps[verb]?.includes(role) &&
      inItsTime(verb, role, signUp, now) &&
      !(role === 'volunteer' && signUp.papersMissing && WITH_PAPERS.includes(verb)) &&
      !(signUp.consentMissing && (verb === 'check-in' || verb === 'done')),
  );
  return role === 'organization' && signUp.objectedAt !== null ? [...own, 'confirm'] : own;
}

/** What of a shift decides whether somebody may sign up. */
export interface ShiftToJudge extends Times {
  readonly status: ShiftStatus;
  readonly createdAt: Date;
  readonly taken: number;
  readonly capacity: number;
  readonly organizationId: string;
  readonly needOpen: boolean;
  /** The category keeps its words from strangers: who comes is agreed beforehand. */
  readonly agreedFirst: boolean;
  /** The category asks for papers, and nobody has seen those of the caller. */
  readonly papersMissing: boolean;
}

/** Whether others sign up now, as far as it does not depend on who asks. */
export function isOpenToOthers(shift: ShiftToJudge, now: Date): boolean {
  return (
    shift.status === 'planned' &&
    shift.needOpen &&
    takesSignUps(shift, now) &&
    (shift.taken < shift.capacity || !hasBegun(shift, now))
  );
}

/**
 * Why somebody cannot sign up by a click though others can, or not use the place that they wait for or have; null where they can, or would be refused as everybody.
 * @param own their sign-up, if one runs
 */
export function whyNotSignUp(
  actor: Actor | null,
  shift: ShiftToJudge,
  own: SignUpStatus | null,
  now: Date,
): 'shift.agreed-first' | 'shift.papers-not-seen' | null {
  if (own !== null)
    return shift.papersMissing && (own === 'waiting' || own === 'signed_up') && takesSignUps(shift, now)
      ? 'shift.papers-not-seen'
      : null;
  if (isMember(actor, shift.organizationId) || !isOpenToOthers(shift, now)) return null;
  if (shift.agreedFirst) return 'shift.agreed-first';
  return shift.papersMissing ? 'shift.papers-not-seen' : null;
}

export type ShiftVerb = 'sign-up' | 'edit' | 'cancel' | 'confirm-all' | 'run';

/** @param around.running whether the caller is signed up or waits already @param around.asPlanned of how many the hours wait for a word, and nobody says that they were others */
export function shiftCan(
  actor: Actor | null,
  shift: ShiftToJudge,
  around: { readonly running: boolean; readonly asPlanned: number; readonly settled: number },
  now: Date,
): ShiftVerb[] {
  if (!actor) return [];
  const planned = shift.status === 'planned';
  const runs = mayRun(actor, shift.organizationId);
  const holds: Record<ShiftVerb, boolean> = {
    'sign-up':
      !around.running &&
      !shift.agreedFirst &&
      !shift.papersMissing &&
      !isMember(actor, shift.organizationId) &&
      isOpenToOthers(shift, now),
    edit: planned && runs && !hasBegun(shift, now),
    cancel: planned && runs && around.settled === 0,
    'confirm-all': planned && runs && around.asPlanned > 0,
    run: runs,
  };
  return (Object.keys(holds) as ShiftVerb[]).filter((verb) => holds[verb]);
}
